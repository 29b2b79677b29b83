"""How long a dossier of screenshots takes beside img2pdf on the same pictures. Prints JSON.

    python tests/benchmarks/bench_dossier.py [COUNT] [ROUNDS]

The dossier also lays out text, contents, index, stamps and hashes; img2pdf only wraps the pictures.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


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
    """Return the process's highest memory so far in MB, None where the system does not tell."""
    try:
        import resource
    except ImportError:
        return None
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


def measure(count: int, rounds: int, folder: Path) -> dict[str, object]:
    """Return the figures for ``count`` screenshots, half PNG and half JPEG."""
    import img2pdf

    from tests.export.dossier_samples import RESOURCES, Files, NoDecoder, make_screenshots, sample_record
    from walletcase.export.dossier_pdf import PdfDossiers
    from walletcase.services.dossier_options import DossierOptions
    from walletcase.services.ports import never_cancelled, no_progress

    files = Files(folder)
    make_screenshots(files, count)
    record = sample_record(files.evidence)
    renderer = PdfDossiers(RESOURCES, files, NoDecoder())
    paths = [str(files.path(item.file.sha256)) for item in files.evidence]
    out, bare = folder / "dossier.pdf", folder / "bare.pdf"

    def dossier() -> None:
        out.unlink(missing_ok=True)
        renderer.render(record, DossierOptions(), out, no_progress, never_cancelled)

    def images() -> None:
        with bare.open("wb") as file:
            img2pdf.convert(paths, outputstream=file)

    ours = seconds(dossier, rounds)
    peak = peak_mb()
    theirs = seconds(images, rounds)
    return {
        "screenshots": count,
        "input_mb": round(sum(item.file.size_bytes for item in files.evidence) / 1e6, 2),
        "dossier_s": round(ours, 4),
        "dossier_mb": round(out.stat().st_size / 1e6, 2),
        "dossier_peak_mb": peak,
        "img2pdf_s": round(theirs, 4),
        "ratio": round(ours / theirs, 3),
    }


def main(arguments: list[str]) -> None:
    """Print the figures."""
    count = int(arguments[0]) if arguments else 50
    rounds = int(arguments[1]) if len(arguments) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.write(json.dumps(measure(count, rounds, Path(folder)), indent=2) + "\n")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main(sys.argv[1:])
