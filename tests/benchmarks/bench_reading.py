"""Words read off phone screenshots drawn with known words: how many are right, how long it takes; prints JSON."""

from __future__ import annotations

import json
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.media.phone_shots import Shot, shots
from walletcase.domain.page_text import Line
from walletcase.media.page_reader import PageReader


def distance(one: str, other: str) -> int:
    """How many characters must be put in, taken out or exchanged to make one text of the other (Levenshtein)."""
    row = list(range(len(other) + 1))
    for place, sign in enumerate(one, 1):
        before, row[0] = row[0], place
        for at, there in enumerate(other, 1):
            before, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, before + (sign != there))
    return row[-1]


def wrong_characters(truth: Sequence[str], read: Sequence[Line]) -> int:
    """How many characters of the true lines were not read as they stand; spaces do not count, nor does the order."""
    left = [_bare(line.text) for line in read]
    wrong = 0
    for line in truth:
        want = _bare(line)
        best = min(left, key=lambda one: distance(want, one), default="")
        lost = distance(want, best)
        if lost < len(want):
            left.remove(best)
        wrong += min(lost, len(want))
    return wrong


def measure(pictures: Sequence[Shot]) -> dict[str, float]:
    """Read each picture in the real child process; return what came of it."""
    seconds, wrong, characters, exact, lines = [], 0, 0, 0, 0
    reader = PageReader(timeout_s=300)
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        for shot in pictures:
            path = Path(folder) / f"{shot.name}.png"
            path.write_bytes(shot.png)
            begin = time.perf_counter()
            reading = reader.read_pixels(path, "image/png", 0, 2.2)
            seconds.append(time.perf_counter() - begin)
            assert not reading.note, (shot.name, reading.note)
            wrong += wrong_characters(shot.lines, reading.lines)
            characters += sum(len(_bare(line)) for line in shot.lines)
            exact += sum(_bare(line) in {_bare(one.text) for one in reading.lines} for line in shot.lines)
            lines += len(shot.lines)
        whole = time.perf_counter() - start
        peak_kib = _peak_kib(reader.child_pid)
        reader.close()
    return {
        "screenshots": len(pictures),
        "characters": characters,
        "characters_right_percent": round(100 * (1 - wrong / characters), 2),
        "lines_exact_percent": round(100 * exact / lines, 2),
        "first_s": round(seconds[0], 2),
        "median_s": round(statistics.median(seconds), 2),
        "whole_s": round(whole, 2),
        "peak_mb": round(peak_kib / 1024),
    }


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def _peak_kib(pid: int | None) -> int:
    if pid is None:
        return 0
    found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text(encoding="ascii"))
    return int(found[1]) if found else 0


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(shots())) + "\n")
