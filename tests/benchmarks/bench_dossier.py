"""How long a dossier takes beside img2pdf on the same pictures, how much memory it needs, how soon it can be stopped.
Prints JSON.

    python tests/benchmarks/bench_dossier.py [COUNT] [ROUNDS] [screenshots|photos]

The dossier also lays out text, contents, index, stamps and hashes; img2pdf only wraps the pictures. Each of the two
runs in a process of its own, and the pictures are made in another: what the peak tells is what a dossier needs.
"""

from __future__ import annotations

import io
import json
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
_CANCELS = 12
_PHOTO = (4000, 3000)


def seconds(work: Callable[[], object], rounds: int) -> float:
    """Return the median time of ``rounds`` runs, after one that warms up."""
    work()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def peak_mb() -> float | None:
    """Return the process's highest memory so far in MB, None where the system does not tell.

    Not ru_maxrss: it counts what the process held before it became another program, so whoever starts it.
    """
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return None
    found = re.search(r"VmHWM:\s+(\d+)", status)
    return round(int(found[1]) / 1024, 1) if found else None


def _make(folder: Path, count: int, kind: str) -> Any:
    """Make the pictures and return the evidence on them."""
    from tests.export.dossier_samples import Files, make_screenshots

    files = Files(folder)
    if kind == "photos":
        for number in range(count):
            files.add(_photo(number), "image/jpeg", f"IMG_{number:04d}.jpg")
    else:
        make_screenshots(files, count)
    return files


def _photo(seed: int) -> bytes:
    """A photograph of 12 megapixels and some 2 MB: patches of colour with noise over them."""
    from PIL import Image

    chance = random.Random(seed)
    small = Image.frombytes("RGB", (160, 120), chance.randbytes(160 * 120 * 3))
    grain = Image.effect_noise(_PHOTO, 14).convert("RGB")
    out = io.BytesIO()
    Image.blend(small.resize(_PHOTO, Image.Resampling.BICUBIC), grain, 0.25).save(out, "JPEG", quality=72)
    return out.getvalue()


def _dossier(files: Any, rounds: int) -> dict[str, object]:
    """Make the dossier and measure it."""
    from tests.export.dossier_samples import RESOURCES, NoDecoder, sample_record
    from walletcase.domain.errors import Cancelled
    from walletcase.export.dossier_pdf import PdfDossiers
    from walletcase.services.dossier_options import DossierOptions
    from walletcase.services.ports import never_cancelled, no_progress

    record = sample_record(files.evidence)
    renderer = PdfDossiers(RESOURCES, files, NoDecoder())
    out = files.folder / "dossier.pdf"

    def make() -> None:
        out.unlink(missing_ok=True)
        renderer.render(record, DossierOptions(), out, no_progress, never_cancelled)

    def stopped_after(pause: float) -> float:
        """Seconds from the wish to stop until it has stopped."""
        end = time.perf_counter() + pause
        out.unlink(missing_ok=True)
        try:
            renderer.render(record, DossierOptions(), out, no_progress, lambda: time.perf_counter() >= end)
        except Cancelled:
            assert not out.exists(), "a file is left"
            return time.perf_counter() - end
        return 0.0  # it was ready before

    whole = seconds(make, rounds)
    figures: dict[str, object] = {"dossier_s": round(whole, 4), "dossier_mb": _mb(out), "dossier_peak_mb": peak_mb()}
    waits = [stopped_after(whole * (number + 0.5) / _CANCELS) for number in range(_CANCELS)]
    return figures | {"cancel_max_ms": round(max(waits) * 1000, 1)}


def _images(files: Any, rounds: int) -> dict[str, object]:
    """Let img2pdf wrap the same pictures."""
    import img2pdf

    paths = [str(files.path(item.file.sha256)) for item in files.evidence]
    bare = files.folder / "bare.pdf"

    def wrap() -> None:
        with bare.open("wb") as file:
            img2pdf.convert(paths, outputstream=file)

    return {"img2pdf_s": round(seconds(wrap, rounds), 4), "img2pdf_peak_mb": peak_mb()}


def _mb(path: Path) -> float:
    return round(path.stat().st_size / 1e6, 2)


def _apart(work: Callable[..., Any], *given: object) -> Any:
    """Do something in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *given).result()


def measure(count: int, rounds: int, folder: Path, kind: str = "screenshots") -> dict[str, Any]:
    """Return the figures for ``count`` pictures: screenshots, half PNG and half JPEG, or photographs."""
    files = _apart(_make, folder, count, kind)
    ours, theirs = _apart(_dossier, files, rounds), _apart(_images, files, rounds)
    input_mb = round(sum(item.file.size_bytes for item in files.evidence) / 1e6, 2)
    ratio = round(ours["dossier_s"] / theirs["img2pdf_s"], 3)
    return {kind: count, "input_mb": input_mb, **ours, **theirs, "ratio": ratio}


def main(arguments: list[str]) -> None:
    """Print the figures."""
    count = int(arguments[0]) if arguments else 50
    rounds = int(arguments[1]) if len(arguments) > 1 else 5
    kind = arguments[2] if len(arguments) > 2 else "screenshots"
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.write(json.dumps(measure(count, rounds, Path(folder), kind), indent=2) + "\n")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main(sys.argv[1:])
