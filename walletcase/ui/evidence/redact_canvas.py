"""The page on which boxes are drawn: by dragging, by keys, by a click on what is suggested."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen

from walletcase.domain.redaction import Box
from walletcase.domain.sensitive import Sensitive
from walletcase.ui.evidence.canvas import Canvas
from walletcase.ui.evidence.redact_geometry import (
    GRIP_PX,
    area_of,
    at_grip,
    box_at,
    box_between,
    even_step,
    parts_of,
    suggested_at,
)
from walletcase.ui.evidence.redact_state import RedactState, shifted
from walletcase.ui.look.theme import Theme
from walletcase.ui.shell.i18n import translate

_READABLE_PX = 440
_SLIP_PX = 5
_STEP, _FINE = 60, 10  # in 1/SCALE of the page
_SEE_THROUGH = 165
_NEW_SHARE = 0.3
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class _Act(Enum):
    DRAW = "draw"
    MOVE = "move"
    SIZE = "size"


class RedactCanvas(Canvas):
    """Draws the boxes of a RedactState over the page and changes them. ``as_burnt`` shows the copy as it will be."""

    def __init__(self, theme: Theme, state: RedactState) -> None:
        super().__init__(theme)
        self._state = state
        self.as_burnt = False
        self._act: _Act | None = None
        self._from = QPointF()
        self._held: Box | None = None
        self._draft: Box | None = None
        self._pointed: Sensitive | None = None
        self._fitting.readable_px = theme.px(_READABLE_PX)
        self.setAccessibleName(translate("Redact", "Page to be covered"))
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.CrossCursor)
        state.changed.connect(self.viewport().update)

    def show_burnt(self, on: bool) -> None:
        """Show the boxes as they will be, or so that what lies under them can be seen."""
        self.as_burnt = on
        self.viewport().update()

    def point_at(self, one: Sensitive | None) -> None:
        """Light what is pointed at in the list and bring it into view."""
        self._pointed = one
        if one is not None and one.boxes[0].page_no == self._state.page_no:
            self._bring(one.boxes[0])
        self.viewport().update()

    def add_in_view(self) -> None:
        """Put a box into the middle of what is seen, for the keys to move."""
        page, room = self._page(), QRectF(self.viewport().rect())
        seen = page.intersected(room)
        wide, high = seen.width() * _NEW_SHARE, min(seen.height() * _NEW_SHARE / 3, seen.width() * _NEW_SHARE / 3)
        area = QRectF(0, 0, wide, max(high, 12.0))
        area.moveCenter(seen.center())
        self._state.add(self._box(area.topLeft(), area.bottomRight()))
        self.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the boxes over the page."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        state, colours = self._state, self._theme.colours
        if not self.as_burnt:
            for one in state.suggested:
                if not state.is_ticked(one):
                    self._outline(painter, one, QColor(colours.seal))
        black = QColor(0, 0, 0, 255 if self.as_burnt else _SEE_THROUGH)
        for box in state.on_page(state.page_no):
            if box != self._held:
                painter.fillRect(self._area(box), black)
        shown = self._draft or self._held
        if shown is not None:
            painter.fillRect(self._area(shown), black)
        chosen = shown or state.chosen
        if chosen is not None and chosen.page_no == state.page_no and not self.as_burnt:
            self._frame(painter, self._area(chosen), QColor(colours.focus))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the chosen box, with Shift they resize it; Del deletes, Insert adds, Ctrl+arrows choose."""
        state, key, keys = self._state, event.key(), event.modifiers()
        arrow = _ARROWS.get(Qt.Key(key)) if key in (int(k) for k in _ARROWS) else None
        if arrow and keys & Qt.KeyboardModifier.ControlModifier:
            state.step_choice(1 if sum(arrow) > 0 else -1)
            if state.chosen is not None:
                self._bring(state.chosen)
        elif arrow and state.chosen is not None:
            step = _FINE if keys & Qt.KeyboardModifier.AltModifier else _STEP
            state.nudge(*even_step(self._page(), arrow, step), resize=bool(keys & Qt.KeyboardModifier.ShiftModifier))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and state.chosen is not None:
            state.delete()
        elif key == Qt.Key.Key_Insert:
            self.add_in_view()
        elif key == Qt.Key.Key_Escape and state.chosen is not None:
            state.choose(None)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a box or its corner, or begin a new one."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place = event.position()
        self._from, self._draft = place, None
        self._held = self._corner_at(place)
        if self._held is not None:
            self._act = _Act.SIZE
        else:
            self._held = self._box_at(place)
            self._act = _Act.DRAW if self._held is None else _Act.MOVE
        self._state.choose(self._held)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw, move or resize; without a button only show what would happen."""
        place = event.position()
        if self._act is None:
            self._show_hand_at(place)
            return
        if self._act is _Act.DRAW:
            self._draft = self._box(self._from, place)
        elif self._held is not None and self._act is _Act.MOVE:
            across, down = parts_of(self._page(), place - self._from)
            self._draft = shifted(self._held, across, down)
        elif self._held is not None:
            corner = self._area(self._held).topLeft()
            self._draft = self._box(corner, place)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep what was drawn; a click covers what is suggested there."""
        act, held, draft = self._act, self._held, self._draft
        self._act = self._held = self._draft = None
        is_click = (event.position() - self._from).manhattanLength() < _SLIP_PX
        if act is _Act.DRAW and is_click:
            one = self._suggested_at(event.position())
            if one is not None:
                self._state.tick([one], on=True)
        elif act is _Act.DRAW and draft is not None:
            self._state.add(draft)
        elif held is not None and draft is not None and not is_click:
            self._state.put(held, draft)
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two clicks are two clicks here."""
        self.mousePressEvent(event)

    def _show_hand(self) -> None:
        """The hand of the viewer has no use here."""
        self.viewport().setCursor(Qt.CursorShape.CrossCursor)

    def _show_hand_at(self, place: QPointF) -> None:
        if self._corner_at(place) is not None:
            shape = Qt.CursorShape.SizeFDiagCursor
        elif self._box_at(place) is not None:
            shape = Qt.CursorShape.SizeAllCursor
        elif self._suggested_at(place) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        else:
            shape = Qt.CursorShape.CrossCursor
        self.viewport().setCursor(shape)

    def _outline(self, painter: QPainter, one: Sensitive, colour: QColor) -> None:
        lit = one is self._pointed
        painter.setPen(QPen(colour, 3 if lit else 1.6, Qt.PenStyle.SolidLine if lit else Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in one.boxes:
            if box.page_no == self._state.page_no:
                painter.drawRect(self._area(box).adjusted(-2, -2, 2, 2))

    def _frame(self, painter: QPainter, area: QRectF, colour: QColor) -> None:
        painter.setPen(QPen(colour, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
        grip = QRectF(0, 0, GRIP_PX, GRIP_PX)
        grip.moveCenter(area.bottomRight())
        painter.fillRect(grip, colour)

    def _area(self, box: Box) -> QRectF:
        return area_of(self._page(), box)

    def _box(self, first: QPointF, second: QPointF) -> Box:
        return box_between(self._page(), self._state.page_no, first, second)

    def _corner_at(self, place: QPointF) -> Box | None:
        chosen = self._state.chosen
        here = chosen if chosen is not None and chosen.page_no == self._state.page_no else None
        return here if at_grip(self._page(), here, place) else None

    def _box_at(self, place: QPointF) -> Box | None:
        return box_at(self._page(), self._state.on_page(self._state.page_no), place)

    def _suggested_at(self, place: QPointF) -> Sensitive | None:
        return suggested_at(self._page(), self._state.page_no, self._state.suggested, place)

    def _bring(self, box: Box) -> None:
        """Scroll until a box is seen."""
        area, room = self._area(box), QRectF(self.viewport().rect())
        if room.contains(area):
            return
        way: QPoint = (area.center() - room.center()).toPoint()
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + way.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + way.y())
