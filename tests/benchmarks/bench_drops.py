"""Two hundred files dropped on the window one after the other: how long until each is stored, and whether the window
stutters meanwhile; beside a plain copy with fsync and hash of the same files. Prints JSON."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.benchmarks.bench_attach import plain
from tests.benchmarks.bench_leafing import photographs
from tests.benchmarks.inside import inside

PHONE_PX = (1080, 2400)
EVERY_S = 0.05


def drop(data: Path, files: list[Path]) -> None:
    """In a process of its own: drop the files, one drop each, and print the figures."""
    from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QApplication

    from tests.benchmarks import watched_window
    from walletcase.ui.evidence.view import EvidenceTab

    found: dict[str, Any] = {}

    def let_go(tab: EvidenceTab, file: Path) -> None:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(file))])
        action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(tab, QDragEnterEvent(QPoint(50, 50), action, mime, button, keys))
        QApplication.sendEvent(tab, QDropEvent(QPointF(50, 50), action, mime, button, keys))

    def script(tab: EvidenceTab, heart: watched_window.Heart) -> watched_window.Steps:
        took: list[float] = []
        heart.begin()
        start = time.perf_counter()
        for number, file in enumerate(files):
            begin = time.perf_counter()
            let_go(tab, file)
            took.append(time.perf_counter() - begin)
            yield lambda due=start + (number + 1) * EVERY_S: time.perf_counter() >= due  # type: ignore[misc]
        yield lambda: len(tab.board.gallery.rows.items) == len(files) and not tab.imports.state.running
        found["stored_s"] = round(time.perf_counter() - start, 2)
        yield lambda: tab.board.gallery.thumbs.is_idle
        found["settled_s"] = round(time.perf_counter() - start, 2)
        found.update(watched_window.spread(took, "drop") | heart.figures())
        assert not tab.imports.state.failed

    watched_window.run(data, script, lambda: found)


def measure(count: int = 200) -> dict[str, Any]:
    """Return milliseconds of the window's beats, seconds until all is stored, and of the plain copy."""
    from walletcase.bootstrap import build

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = photographs(folder, count, PHONE_PX)
        services = build(folder / "data")
        services.cases.new_case("钱包打不开")
        services.close()
        figures = inside("bench_drops", folder, folder / "data", *files)
        (folder / "copies").mkdir()
        figures["plain_s"] = round(plain(files, folder / "copies"), 2)
    return {"files": count} | figures


if __name__ == "__main__":
    if sys.argv[1:2] == ["--inside"]:
        drop(Path(sys.argv[2]), [Path(one) for one in sys.argv[3:]])
    else:
        sys.stdout.write(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 200), indent=1) + "\n")
