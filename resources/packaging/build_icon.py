"""Build app.png and app.ico from resources/icons/app.svg; the same bytes each time on the same Qt.

    python resources/packaging/build_icon.py [OUT_DIR]
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).resolve().parent
SVG = HERE.parent / "icons" / "app.svg"
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)


def png(renderer: QSvgRenderer, size: int) -> bytes:
    """Return the drawing as a PNG of ``size`` pixels each way."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    straight = image.convertToFormat(QImage.Format.Format_ARGB32)
    if not straight.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise SystemExit("PNG could not be written")
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """Return an icon file: a directory, then the PNGs (Windows Vista and later read them)."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    entries, bodies = b"", b""
    for size, data in pictures.items():
        side = size % 256  # 0 stands for 256
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), offset + len(bodies))
        bodies += data
    return head + entries + bodies


def build(out: Path) -> None:
    """Write app.png (256 px) and app.ico into ``out``."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication([])
    renderer = QSvgRenderer(str(SVG))
    pictures = {size: png(renderer, size) for size in ICO_SIZES}
    out.mkdir(parents=True, exist_ok=True)
    (out / "app.png").write_bytes(pictures[256])
    (out / "app.ico").write_bytes(ico(pictures))
    del application


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
