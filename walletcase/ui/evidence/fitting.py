"""How large a page is shown and where it lies: arithmetic only."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, QSizeF

from walletcase.ui.look.tokens import M

STEPS = (0.1, 0.15, 0.25, 0.33, 0.5, 0.67, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
READABLE_PX = 300


class Zoom(Enum):
    """How a page is fitted."""

    READ = "read"  # the whole page, but never so small that a phone's screenshot can't be read
    FIT = "fit"
    WIDTH = "width"
    FREE = "free"


@dataclass(slots=True)
class Fitting:
    """``natural`` is the page's size at 100 % in logical pixels; ``may_grow``: fitting may enlarge it."""

    readable_px: int = READABLE_PX
    natural: QSizeF = field(default_factory=lambda: QSizeF(1, 1))
    may_grow: bool = False
    zoom: Zoom = Zoom.READ
    free_scale: float = 1.0

    def scale(self, room: QSize) -> float:
        """Return the zoom in force in a viewport of this size: 1.0 is 100 %."""
        across = max(room.width() - 2 * M, 20) / self.natural.width()
        down = max(room.height() - 2 * M, 20) / self.natural.height()
        most = STEPS[-1] if self.may_grow else 1.0
        whole = min(across, down, most)
        readable = min(self.readable_px / self.natural.width(), across, 1.0)
        fitted = {Zoom.READ: max(whole, readable), Zoom.FIT: whole, Zoom.WIDTH: min(across, most)}
        return fitted.get(self.zoom, self.free_scale)

    def stretch(self, room: QSize) -> QSize:
        """Return how far the page can be moved in each direction."""
        size = self.natural * self.scale(room)
        across = round(size.width()) + 2 * M - room.width()
        down = round(size.height()) + 2 * M - room.height()
        return QSize(max(0, across), max(0, down))

    def page(self, room: QSize, moved: QPoint) -> QRectF:
        """Return where the page lies in the viewport: in the middle, or moved where it is larger."""
        size = self.natural * self.scale(room)
        left = (room.width() - size.width()) / 2
        top = (room.height() - size.height()) / 2
        left = M - moved.x() if left < M else left
        top = M - moved.y() if top < M else top
        return QRectF(QRect(round(left), round(top), round(size.width()), round(size.height())))


def next_step(now: float, direction: int) -> float:
    """Return the next zoom step in (+1) or out (-1); where there is none, ``now``."""
    if direction > 0:
        return next((step for step in STEPS if step > now * 1.01), now)
    return next((step for step in reversed(STEPS) if step < now * 0.99), now)
