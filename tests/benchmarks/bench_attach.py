"""Attach of screenshots beside a plain copy with fsync and hash of the same files, in one run; prints JSON."""

from __future__ import annotations

import hashlib
import json
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from walletcase.bootstrap import build

ROOT = Path(__file__).resolve().parents[2]


def make_files(folder: Path, count: int) -> list[Path]:
    """Write ``count`` different screenshots."""
    shots = [path.read_bytes() for path in sorted((ROOT / "resources/sample").glob("*.png"))]
    files = [folder / f"{n:04}.png" for n in range(count)]
    for n, file in enumerate(files):
        file.write_bytes(shots[n % len(shots)] + n.to_bytes(4, "big"))
    return files


def plain(files: list[Path], folder: Path) -> float:
    """Copy, hash and sync each file and its folder; return seconds."""
    start = time.perf_counter()
    handle = os.open(folder, os.O_RDONLY)
    for file in files:
        content = file.read_bytes()
        hashlib.sha256(content).hexdigest()
        with (folder / file.name).open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        os.fsync(handle)
    os.close(handle)
    return time.perf_counter() - start


def ours(files: list[Path], folder: Path) -> float:
    """Attach each file to a case; return seconds."""
    services = build(folder)
    case, _ = services.cases.new_case("benchmark")
    services.evidence.attach(case.id, files[:1])  # the child process that looks at files is up
    start = time.perf_counter()
    report = services.evidence.attach(case.id, files)
    seconds = time.perf_counter() - start
    services.close()
    assert len(report.stored) == len(files)
    return seconds


def measure(count: int, rounds: int) -> dict[str, float]:
    """Return medians in seconds and their ratio."""
    plains, attached = [], []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            for part in ("in", "plain"):
                (folder / part).mkdir()
            files = make_files(folder / "in", count)
            plains.append(plain(files, folder / "plain"))
            attached.append(ours(files, folder / "data"))
    bare, attach = statistics.median(plains), statistics.median(attached)
    return {"files": count, "plain_s": round(bare, 3), "attach_s": round(attach, 3), "ratio": round(attach / bare, 2)}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 100, 3)) + "\n")
