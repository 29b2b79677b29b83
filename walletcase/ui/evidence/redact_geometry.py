"""Where boxes lie on a page that is shown, and what lies at a place: arithmetic only."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF

from walletcase.domain.page_text import SCALE
from walletcase.domain.redaction import Box
from walletcase.domain.sensitive import Sensitive

GRIP_PX = 9


def area_of(page: QRectF, box: Box) -> QRectF:
    """Return where a box lies, ``page`` being where its page lies."""
    across, down = page.width() / SCALE, page.height() / SCALE
    size = ((box.right - box.left) * across, (box.bottom - box.top) * down)
    return QRectF(page.left() + box.left * across, page.top() + box.top * down, *size)


def box_between(page: QRectF, page_no: int, first: QPointF, second: QPointF) -> Box:
    """Return the box between two places, as far as it lies on the page."""
    places = [parts_of(page, corner - page.topLeft()) for corner in (first, second)]
    across, down = sorted(x for x, _ in places), sorted(y for _, y in places)
    left, right = (min(max(edge, 0), SCALE) for edge in across)
    top, bottom = (min(max(edge, 0), SCALE) for edge in down)
    return Box(page_no, left, top, right, bottom)


def parts_of(page: QRectF, way: QPointF) -> tuple[int, int]:
    """Return a way in parts of the page."""
    return round(way.x() * SCALE / max(page.width(), 1)), round(way.y() * SCALE / max(page.height(), 1))


def even_step(page: QRectF, arrow: tuple[int, int], step: int) -> tuple[int, int]:
    """Return a step as long down as across, whatever the shape of the page."""
    return arrow[0] * step, round(arrow[1] * step * page.width() / max(page.height(), 1)) or arrow[1]


def at_grip(page: QRectF, box: Box | None, place: QPointF) -> bool:
    """Whether a place is at the corner by which a box is resized."""
    return box is not None and (place - area_of(page, box).bottomRight()).manhattanLength() <= 2 * GRIP_PX


def box_at(page: QRectF, boxes: Iterable[Box], place: QPointF) -> Box | None:
    """Return the uppermost box at a place."""
    return next((box for box in reversed(tuple(boxes)) if area_of(page, box).contains(place)), None)


def suggested_at(page: QRectF, page_no: int, ones: Iterable[Sensitive], place: QPointF) -> Sensitive | None:
    """Return what is suggested at a place."""
    boxes = ((one, box) for one in ones for box in one.boxes if box.page_no == page_no)
    return next((one for one, box in boxes if area_of(page, box).contains(place)), None)
