"""The marks over a page: drawn with a tool, chosen, moved, given words, taken away. What changes is asked for only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

from walletcase.domain.evidence import Evidence
from walletcase.domain.marks import Mark, MarkKind
from walletcase.ui.evidence.mark_shapes import draw, is_at
from walletcase.ui.evidence.page_canvas import PageCanvas
from walletcase.ui.look.theme import Theme

_SLIP_PX = 5
_STEP = 60  # in 1/SCALE of the page
_DRAWN = (MarkKind.ARROW, MarkKind.BOX)  # from one place to another; the others are put at one
_ARROWS = {
    Qt.Key.Key_Left: (-_STEP, 0),
    Qt.Key.Key_Right: (_STEP, 0),
    Qt.Key.Key_Up: (0, -_STEP),
    Qt.Key.Key_Down: (0, _STEP),
}


class MarksLayer(QObject):
    """``made`` carries a new Mark (id 0), ``changed`` one with another place, ``removed`` one to be taken away,
    ``words_asked`` one whose words are to be typed (id 0 for a new one). ``chosen_changed``: another one is chosen.
    """

    made = Signal(object)
    changed = Signal(object)
    removed = Signal(object)
    words_asked = Signal(object)
    chosen_changed = Signal()

    def __init__(self, theme: Theme, canvas: PageCanvas) -> None:
        super().__init__(canvas)
        self._theme, self._canvas = theme, canvas
        self._item: Evidence | None = None
        self._page_no = 0
        self._marks: tuple[Mark, ...] = ()
        self.is_shown = True
        self.is_active = False  # only then the mouse and the keys are the marks'
        self.tool: MarkKind | None = None
        self._chosen = 0
        self.pointed = 0  # the mark that a search found
        self._from = QPointF()
        self._draft: Mark | None = None
        self._held: Mark | None = None
        canvas.layers.append(self)

    def show_marks(self, item: Evidence, page_no: int, marks: Sequence[Mark]) -> None:
        """Show the marks of a page (from 0) of an exhibit; the chosen one stays so."""
        self._item, self._page_no = item, page_no
        here = (mark for mark in marks if (mark.evidence_id, mark.page_no) == (item.id, page_no))
        self._marks = tuple(mark for mark in here if not mark.trashed_at)
        if self.chosen is None:
            self._choose(None)
        self._canvas.viewport().update()

    def point_at(self, mark_id: int) -> None:
        """Show a mark as the one that is meant, and scroll to it; 0 is none."""
        self.pointed = mark_id
        mark = next((one for one in self._marks if one.id == mark_id), None)
        if mark is not None:
            self._canvas.bring((mark.left, mark.top, max(mark.left, mark.right), max(mark.top, mark.bottom)))
        self._canvas.viewport().update()

    def set_tool(self, tool: MarkKind | None) -> None:
        """Draw this from now on; None chooses and moves."""
        self.tool = tool
        self._choose(None)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks on the page."""
        return self._marks

    @property
    def chosen(self) -> Mark | None:
        """The mark that is chosen."""
        return next((mark for mark in self._marks if mark.id == self._chosen), None)

    @property
    def next_number(self) -> str:
        """What the next number would be."""
        known = [int(mark.text) for mark in self._marks if mark.kind is MarkKind.NUMBER and mark.text.isdecimal()]
        return str(max(known, default=0) + 1)

    def remove_chosen(self) -> None:
        """Ask for the chosen mark to be taken away."""
        if self.chosen is not None:
            self.removed.emit(self.chosen)

    def paint(self, painter: QPainter, canvas: PageCanvas) -> None:
        """Draw them."""
        if not self.is_shown:
            return
        for mark in self._marks:
            moved = self._draft is not None and mark.id == self._draft.id
            if not moved:
                chosen = (self.is_active and mark.id == self._chosen) or mark.id == self.pointed
                draw(painter, mark, canvas, self._theme, chosen=chosen)
        if self._draft is not None:
            draw(painter, self._draft, canvas, self._theme)

    def press(self, event: QMouseEvent, canvas: PageCanvas) -> bool:
        """Begin to draw, or take hold of a mark."""
        if not self.is_active or event.button() != Qt.MouseButton.LeftButton or self._item is None:
            return False
        canvas.setFocus()
        self._from = event.position()
        if self.tool is None:
            self._held = self._at(event.position())
            self._choose(self._held)
            return self._held is not None
        x, y = canvas.parts(event.position())
        text = self.next_number if self.tool is MarkKind.NUMBER else ""
        self._draft = Mark(0, self._item.id, self._page_no, self.tool, x, y, x, y, text)
        return True

    def drag(self, event: QMouseEvent, canvas: PageCanvas) -> None:
        """Draw on, or move."""
        x, y = canvas.parts(event.position())
        if self._held is not None:
            across, down = (now - then for now, then in zip((x, y), canvas.parts(self._from), strict=True))
            self._draft = _shifted(self._held, across, down)
        elif self._draft is not None:
            self._draft = replace(self._draft, right=x, bottom=y)
            if self._draft.kind not in _DRAWN:
                self._draft = replace(self._draft, left=x, top=y)
        canvas.viewport().update()

    def release(self, event: QMouseEvent, canvas: PageCanvas) -> None:
        """Keep what was drawn or moved."""
        self.drag(event, canvas)
        draft, held = self._draft, self._held
        self._draft = self._held = None
        slipped = (event.position() - self._from).manhattanLength() < _SLIP_PX
        canvas.viewport().update()
        if held is not None:
            if draft is not None and not slipped:
                self.changed.emit(draft)
        elif draft is None or (draft.kind in _DRAWN and slipped):
            return
        elif draft.kind is MarkKind.NOTE:
            self.words_asked.emit(draft)
        else:
            self.made.emit(draft)

    def cursor(self, place: QPointF, canvas: PageCanvas) -> Qt.CursorShape | None:
        """A cross to draw with, a hand to move with."""
        if not self.is_active:
            return None
        if self.tool is not None:
            return Qt.CursorShape.CrossCursor
        return Qt.CursorShape.SizeAllCursor if self._at(place) else None

    def key(self, event: QKeyEvent) -> bool:
        """Del takes the chosen mark away, Enter or F2 changes its words, the arrows move it; N chooses the next one.

        Esc lets the mark and the tool go.
        """
        if not self.is_active:
            return False
        chosen, key = self.chosen, Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and (chosen is not None or self.tool is not None):
            self.set_tool(None)
        elif chosen is not None and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(chosen)
        elif chosen is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.ask_words()
        elif chosen is not None and key in _ARROWS:
            self.changed.emit(_shifted(chosen, *_ARROWS[key]))
        elif key == Qt.Key.Key_N and self._marks:
            places = [mark.id for mark in self._marks]
            at = places.index(self._chosen) + 1 if self._chosen in places else 0
            self._choose(self._marks[at % len(places)])
        else:
            return False
        return True

    def ask_words(self) -> None:
        """Ask for other words of the chosen mark, if it has any."""
        chosen = self.chosen
        if chosen is not None and chosen.kind in (MarkKind.NOTE, MarkKind.NUMBER):
            self.words_asked.emit(chosen)

    def _choose(self, mark: Mark | None) -> None:
        self._chosen = mark.id if mark is not None else 0
        self._canvas.viewport().update()
        self.chosen_changed.emit()

    def _at(self, place: QPointF) -> Mark | None:
        if not self.is_shown:
            return None
        return next((one for one in reversed(self._marks) if is_at(one, place, self._canvas, self._theme)), None)


def _shifted(mark: Mark, across: int, down: int) -> Mark:
    return replace(
        mark, left=mark.left + across, right=mark.right + across, top=mark.top + down, bottom=mark.bottom + down
    )
