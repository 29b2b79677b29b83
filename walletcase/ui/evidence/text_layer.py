"""The words over a page: marked with the mouse to be copied, lit where a search or the list of words points at them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QPainter

from walletcase.domain.joined_lines import edge_of, sign_at
from walletcase.domain.matching import places
from walletcase.domain.page_text import Line
from walletcase.ui.evidence.page_canvas import PageCanvas
from walletcase.ui.look.theme import Theme

_Place = tuple[int, int]  # a line's number, and before which of its signs
_Box = tuple[int, int, int, int]
_SLIP_PX = 4
_LIT, _MARKED = 90, 70  # of 255: the words stay readable under both


class TextLayer(QObject):
    """``copy_asked`` carries words for the clipboard; ``pointed`` the number of a line that was clicked."""

    copy_asked = Signal(str)
    pointed = Signal(int)

    def __init__(self, theme: Theme, canvas: PageCanvas) -> None:
        super().__init__(canvas)
        self._theme, self._canvas = theme, canvas
        self.lines: tuple[Line, ...] = ()
        self._lit: tuple[_Box, ...] = ()
        self._word = ""
        self._from: _Place | None = None
        self._to: _Place | None = None
        self._pressed = QPointF()
        self._double = QTimer(self, singleShot=True, interval=QGuiApplication.styleHints().mouseDoubleClickInterval())
        canvas.layers.append(self)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Take the words of the page that is shown; a word that is looked for is lit as soon as it is among them."""
        self.lines = tuple(line for line in lines)
        self._from = self._to = None
        self._lit = tuple(self._boxes_of(self._word)) if self._word else ()
        self._bring()

    def light_word(self, word: str) -> None:
        """Light a word wherever it stands, here and on pages turned to; "" ends it."""
        self._word = word
        self.show_lines(self.lines)

    def light_lines(self, numbers: Sequence[int]) -> None:
        """Light whole lines."""
        with_place = (self.lines[number] for number in numbers if number < len(self.lines))
        self._lit = tuple(_box(line, 0, len(line.text)) for line in with_place if line.width and line.height)
        self._bring()

    @property
    def lit(self) -> tuple[_Box, ...]:
        """What is lit, as boxes in 1/SCALE of the upright page."""
        return self._lit

    @property
    def marked(self) -> str:
        """The marked words, a line of the page a line."""
        return "\n".join(self.lines[number].text[start:end] for number, start, end in self._spans())

    def mark_all(self) -> None:
        """Mark all words of the page."""
        if self.lines:
            self._from, self._to = (0, 0), (len(self.lines) - 1, len(self.lines[-1].text))
            self._canvas.viewport().update()

    def copy(self) -> None:
        """Ask for the marked words to be put into the clipboard."""
        if self.marked:
            self.copy_asked.emit(self.marked)

    def paint(self, painter: QPainter, canvas: PageCanvas) -> None:
        """Draw what is lit and what is marked."""
        colours = self._theme.colours
        for box in self._lit:
            edge, inside = QColor(colours.warn), QColor(colours.warn)
            inside.setAlpha(_LIT)
            painter.setPen(edge)
            painter.setBrush(inside)
            painter.drawRoundedRect(canvas.area(box).adjusted(-2, -2, 2, 2), 3, 3)
        inside = QColor(colours.focus)
        inside.setAlpha(_MARKED)
        for number, start, end in self._spans():
            painter.fillRect(canvas.area(_box(self.lines[number], start, end)), inside)

    def press(self, event: QMouseEvent, canvas: PageCanvas) -> bool:
        """Begin to mark where words stand; elsewhere what was marked is let go."""
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        place = self._place_at(event.position(), nearest=False)
        self._from = self._to = None
        canvas.viewport().update()
        if place is None:
            return False
        canvas.setFocus()
        self._pressed, self._from, self._to = event.position(), place, place
        return True

    def drag(self, event: QMouseEvent, canvas: PageCanvas) -> None:
        """Mark on."""
        self._to = self._place_at(event.position(), nearest=True)
        canvas.viewport().update()

    def release(self, event: QMouseEvent, canvas: PageCanvas) -> None:
        """A click points at a line; the second of two marks it."""
        if self._from is None or (event.position() - self._pressed).manhattanLength() > _SLIP_PX:
            return
        number = self._from[0]
        self._from = self._to = None
        if self._double.isActive():
            self._from, self._to = (number, 0), (number, len(self.lines[number].text))
        else:
            self._double.start()
            self.pointed.emit(number)
        canvas.viewport().update()

    def cursor(self, place: QPointF, canvas: PageCanvas) -> Qt.CursorShape | None:
        """Words are marked as in any text."""
        return Qt.CursorShape.IBeamCursor if self._place_at(place, nearest=False) is not None else None

    def key(self, event: QKeyEvent) -> bool:
        """Ctrl+C copies what is marked, Ctrl+A marks all, Esc lets it go."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.marked:
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll) and self.lines:
            self.mark_all()
        elif event.key() == Qt.Key.Key_Escape and (self._from is not None or self._lit):
            self._from = self._to = None
            self._word, self._lit = "", ()
            self._canvas.viewport().update()
        else:
            return False
        return True

    def _spans(self) -> Iterator[tuple[int, int, int]]:
        """What is marked: a line's number and from which to which of its signs."""
        if self._from is None or self._to is None or self._from == self._to:
            return
        first, last = sorted((self._from, self._to))
        for number in range(first[0], last[0] + 1):
            start = first[1] if number == first[0] else 0
            end = last[1] if number == last[0] else len(self.lines[number].text)
            if start < end:
                yield number, start, end

    def _place_at(self, place: QPointF, *, nearest: bool) -> _Place | None:
        across, down = self._canvas.parts(place)
        known = [(number, line) for number, line in enumerate(self.lines) if line.width and line.height]
        for number, line in known:
            is_in = line.top <= down <= line.top + line.height and line.left <= across <= line.left + line.width
            if is_in:
                return number, sign_at(line, across)
        if not nearest or not known:
            return None
        number, line = min(known, key=lambda one: _distance(one[1], across, down))
        return number, sign_at(line, across)

    def _boxes_of(self, word: str) -> Iterator[_Box]:
        known = [line for line in self.lines if line.width and line.height]
        for line in known:
            for start, end in places(line.text, word):
                yield _box(line, start, end)
        for first, second in pairwise(known):  # a word may go on in the next line
            at = len(first.text)
            for start, end in places(f"{first.text}\n{second.text}", word):
                if start < at < end:
                    yield _box(first, start, at)
                    yield _box(second, 0, end - at - 1)

    def _bring(self) -> None:
        if self._lit:
            self._canvas.bring(self._lit[0])
        self._canvas.viewport().update()


def _box(line: Line, start: int, end: int) -> _Box:
    return round(edge_of(line, start)), line.top, round(edge_of(line, end)), line.top + line.height


def _distance(line: Line, across: int, down: int) -> int:
    aside = max(line.left - across, across - line.left - line.width, 0)
    away = max(line.top - down, down - line.top - line.height, 0)
    return aside + 4 * away  # the line at the same height goes before the one above
