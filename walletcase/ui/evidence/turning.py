"""A page that is looked at turned by quarters: where its parts are then. Arithmetic only; the file stays as it is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from walletcase.domain.page_text import SCALE

QUARTERS = 4


def shown_at(x: float, y: float, turns: int) -> tuple[float, float]:
    """Return where a place of the upright page is when it is turned right by quarters; all from 0 to 1."""
    return ((x, y), (1 - y, x), (1 - x, 1 - y), (y, 1 - x))[turns % QUARTERS]


def upright_at(x: float, y: float, turns: int) -> tuple[float, float]:
    """Return which place of the upright page is shown at a place of the turned one."""
    return shown_at(x, y, -turns)


def area_on(page: QRectF, box: tuple[int, int, int, int], turns: int) -> QRectF:
    """Return where a box (left, top, right, bottom in 1/SCALE of the upright page) lies on a page that is shown."""
    first = shown_at(box[0] / SCALE, box[1] / SCALE, turns)
    second = shown_at(box[2] / SCALE, box[3] / SCALE, turns)
    corners = [QPointF(page.left() + x * page.width(), page.top() + y * page.height()) for x, y in (first, second)]
    return QRectF(corners[0], corners[1]).normalized()


def parts_at(page: QRectF, place: QPointF, turns: int) -> tuple[int, int]:
    """Return which place of the upright page, in 1/SCALE, is shown at a place of the room."""
    x = (place.x() - page.left()) / max(page.width(), 1)
    y = (place.y() - page.top()) / max(page.height(), 1)
    across, down = upright_at(x, y, turns)
    return round(across * SCALE), round(down * SCALE)
