"""The viewer's canvas: a page that can be turned, with layers over it (words, marks) that may take the mouse.

A layer draws itself in ``paint`` and answers in ``press`` whether a press of the mouse is its own; if it is, it gets
``drag`` and ``release`` until the button is let go. Places are given by the event; ``canvas.area`` and ``canvas.parts``
turn boxes and places of the upright page (1/page_text.SCALE) into those of the room, and back, however it is turned.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QTransform

from walletcase.ui.evidence.canvas import Canvas
from walletcase.ui.evidence.turning import QUARTERS, area_on, parts_at
from walletcase.ui.look.theme import Theme


class Layer(Protocol):
    """Something over the page."""

    def paint(self, painter: QPainter, canvas: PageCanvas) -> None:
        """Draw it."""

    def press(self, event: QMouseEvent, canvas: PageCanvas) -> bool:
        """Answer a press; True if it is this layer's."""

    def drag(self, event: QMouseEvent, canvas: PageCanvas) -> None:
        """Follow the mouse."""

    def release(self, event: QMouseEvent, canvas: PageCanvas) -> None:
        """End it."""

    def cursor(self, place: QPointF, canvas: PageCanvas) -> Qt.CursorShape | None:
        """Return the hand to show at a place, None for the canvas's own."""

    def key(self, event: QKeyEvent) -> bool:
        """Answer a key; True if it is this layer's."""


class PageCanvas(Canvas):
    """``stepped`` carries +1 or -1: the next exhibit, the one before. ``turned`` says that the page was turned."""

    stepped = Signal(int)
    turned = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.layers: list[Layer] = []  # the last one is uppermost
        self.turns = 0
        self._taken: Layer | None = None
        self.viewport().setMouseTracking(True)

    def open(self, natural: QSizeF, *, may_grow: bool, preview: QPixmap | None = None) -> None:
        """Make room for another page, turned as the last one was."""
        size = natural.transposed() if self.turns % 2 else natural
        super().open(size, may_grow=may_grow, preview=self._turn_pixmap(preview) if preview else None)

    def show_pixmap(self, pixmap: QPixmap) -> None:
        """Show the upright page's pixels."""
        super().show_pixmap(self._turn_pixmap(pixmap))

    def turn(self, quarters: int = 1) -> None:
        """Turn the page to the right, as it is looked at only."""
        self._set_turns(self.turns + quarters)

    def turn_back(self) -> None:
        """Show the page upright."""
        self._set_turns(0)

    def area(self, box: tuple[int, int, int, int]) -> QRectF:
        """Return where a box (left, top, right, bottom in 1/SCALE of the upright page) lies in the room."""
        return area_on(self._page(), box, self.turns)

    def place(self, at: tuple[int, int]) -> QPointF:
        """Return where a place (1/SCALE of the upright page) is in the room."""
        return self.area((*at, *at)).topLeft()

    def parts(self, place: QPointF) -> tuple[int, int]:
        """Return which place of the upright page, in 1/SCALE, is at a place of the room."""
        return parts_at(self._page(), place, self.turns)

    def bring(self, box: tuple[int, int, int, int]) -> None:
        """Scroll until a box is seen."""
        area, room = self.area(box), QRectF(self.viewport().rect())
        if not room.contains(area):
            way = (area.center() - room.center()).toPoint()
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + way.x())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + way.y())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the layers over the page."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for layer in self.layers:
            layer.paint(painter, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the layers answer first; R turns, the left and right keys step where the page is not wider than seen."""
        if any(layer.key(event) for layer in reversed(self.layers)):
            return
        key, plain = event.key(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        is_still = self.horizontalScrollBar().maximum() == 0
        if key == Qt.Key.Key_R and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.turn(1 if plain else -1)
        elif plain and is_still and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.stepped.emit(1 if key == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Give a press to the uppermost layer that wants it, else take hold of the page."""
        self._taken = next((layer for layer in reversed(self.layers) if layer.press(event, self)), None)
        if self._taken is None:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what was taken; without a button show what a press would take."""
        if self._taken is not None:
            self._taken.drag(event, self)
        elif event.buttons():
            super().mouseMoveEvent(event)
        else:
            self._show_hand_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        taken, self._taken = self._taken, None
        if taken is not None:
            taken.release(event, self)
        else:
            super().mouseReleaseEvent(event)

    def _show_hand_at(self, place: QPointF) -> None:
        shapes = (layer.cursor(place, self) for layer in reversed(self.layers))
        shape = next((one for one in shapes if one is not None), None)
        if shape is None:
            self._show_hand()
        else:
            self.viewport().setCursor(shape)

    def _upright_width(self) -> float:
        return self._fitting.natural.height() if self.turns % 2 else self._fitting.natural.width()

    def _turn_pixmap(self, pixmap: QPixmap) -> QPixmap:
        return pixmap.transformed(QTransform().rotate(90 * self.turns)) if self.turns else pixmap

    def _set_turns(self, turns: int) -> None:
        before, self.turns = self.turns, turns % QUARTERS
        way = (self.turns - before) % QUARTERS
        if way:
            natural = self._fitting.natural
            self._fitting.natural = natural.transposed() if way % 2 else natural
            self._pixmap = self._pixmap.transformed(QTransform().rotate(90 * way))
            self._place()
            self._settling.start()
            self.turned.emit()
