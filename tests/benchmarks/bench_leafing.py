"""Leafing through photographs of 12 megapixels in the window, beside a bare decoding of the same files; prints JSON.

Three ways: on as soon as each is sharp, after half a second's look at each, and with the key held down. The window's
beats tell whether it stutters.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.inside import inside, printed

SIZE_PX = (4000, 3000)
WINDOW_PX = (1920, 1080)
LOOK_S = 0.5
REPEAT_S = 0.033  # a key held down comes thirty times a second
BARE = """
import io, sys, time
from PIL import Image
from PySide6.QtGui import QGuiApplication, QImage, QPixmap
app = QGuiApplication([])
wanted = int(sys.argv[1])
for name in sys.argv[2:]:
    start = time.perf_counter()
    with Image.open(name) as image:
        image.draft("RGB", (wanted, wanted))
        small = image.resize((wanted, round(wanted * image.height / image.width)), Image.Resampling.BICUBIC)
    pixels = QImage(small.tobytes(), small.width, small.height, 3 * small.width, QImage.Format.Format_RGB888)
    QPixmap.fromImage(pixels)
    print(time.perf_counter() - start)
"""


def photographs(folder: Path, count: int, size_px: tuple[int, int] = SIZE_PX) -> list[Path]:
    """Write JPEG photographs with grain, no two alike; return their paths."""
    from PIL import Image, ImageChops

    width, height = size_px
    ground = Image.merge("RGB", [Image.radial_gradient("L").resize(size_px).rotate(turn) for turn in (0, 90, 180)])
    grain = Image.effect_noise((width // 2, height // 2), 30).resize(size_px)
    scene = ImageChops.overlay(ground, Image.merge("RGB", (grain, grain, grain)))
    paths = [folder / f"IMG_{number:04}.jpg" for number in range(count)]
    for number, path in enumerate(paths):
        ImageChops.offset(scene, number * width // count, number * 7).save(path, quality=88)
    return paths


def fill(data: Path, files: Sequence[Path]) -> None:
    """Put the files into the only case of a new data folder."""
    from walletcase.bootstrap import build

    services = build(data)
    case_id = services.cases.new_case("钱包打不开")[0].id
    services.evidence.attach(case_id, files)
    services.close()


def leaf(data: Path) -> None:
    """In a process of its own: leaf through the case of a data folder and print the figures."""
    from PySide6.QtCore import QTimer

    from tests.benchmarks import watched_window
    from walletcase.ui.evidence.pages import Shown
    from walletcase.ui.evidence.view import EvidenceTab

    found: dict[str, Any] = {}

    def script(tab: EvidenceTab, heart: watched_window.Heart) -> watched_window.Steps:
        viewer, rows = tab.board.detail.viewer, tab.board.gallery.rows
        tab.window().resize(*WINDOW_PX)
        tab.board.expand(True)
        yield lambda: bool(rows.items)
        sharp: dict[object, float] = {}
        viewer._pages.ready.connect(lambda shown: note(shown))

        def note(shown: Shown) -> None:
            assert shown.image is not None, shown.reason
            found["width_px"] = shown.image.width()
            sharp.setdefault(shown.item.id, time.perf_counter())

        items = rows.items
        tab.go_to(str(items[0].id))
        yield lambda: items[0].id in sharp
        yield lambda: tab.board.gallery.thumbs.is_idle
        for name, look_s, way in (("at_once", 0.0, 1), ("after_a_look", LOOK_S, -1)):
            asked: dict[object, float] = {}
            sharp.clear()
            heart.begin()
            for item in items[1:] if way > 0 else items[-2::-1]:
                begin = time.perf_counter()
                yield lambda since=begin, wait=look_s: time.perf_counter() - since >= wait  # type: ignore[misc]
                asked[item.id] = time.perf_counter()
                viewer.stepped.emit(way)
                yield lambda seen=item.id: seen in sharp  # type: ignore[misc]
            taken = [sharp[one] - asked[one] for one in asked]
            found[name] = watched_window.spread(taken, "sharp") | heart.figures()
        sharp.clear()
        heart.begin()
        steps: list[float] = []
        key = QTimer(tab)

        def press() -> None:
            start = time.perf_counter()
            viewer.stepped.emit(1)
            steps.append(time.perf_counter() - start)

        key.timeout.connect(press)
        key.start(round(1000 * REPEAT_S))
        yield lambda: len(steps) >= len(items) - 1
        key.stop()
        end = time.perf_counter()
        yield lambda: items[-1].id in sharp
        found["held"] = watched_window.spread(steps, "step") | heart.figures()
        found["held"]["last_sharp_ms"] = round(1000 * (sharp[items[-1].id] - end), 1)
        found["held"]["sharp_on_the_way"] = len(sharp) - 1

    watched_window.run(data, script, lambda: found)


def measure(count: int = 60, size_px: tuple[int, int] = SIZE_PX) -> dict[str, Any]:
    """Return milliseconds, the ratio to bare decoding, and the most memory that was held."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = photographs(folder, count, size_px)
        data = folder / "data"
        fill(data, files)
        figures = inside("bench_leafing", folder, data)
        bare = printed(folder, "-c", BARE, figures["width_px"], *files)
        bare_ms = 1000 * statistics.median(map(float, bare.split()))
    figures["bare_ms"] = round(bare_ms, 1)
    figures["ratio"] = round(figures["at_once"]["sharp_p50_ms"] / bare_ms, 2)
    return {"pictures": count} | figures


if __name__ == "__main__":
    if sys.argv[1:2] == ["--inside"]:
        leaf(Path(sys.argv[2]))
    else:
        sys.stdout.write(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 60), indent=1) + "\n")
