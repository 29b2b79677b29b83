"""The letters tab: the letters of the case on the left; on the right the one that is open, or what can be written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.letter import Letter
from walletcase.domain.writing.places import Gap
from walletcase.services.changes import Changes
from walletcase.services.letters import KindState
from walletcase.ui.letters.autosave import LetterAutosave, Typed
from walletcase.ui.letters.chooser import KindChooser
from walletcase.ui.letters.deeds import LetterDeeds
from walletcase.ui.letters.list import LetterList
from walletcase.ui.letters.page import LetterPage
from walletcase.ui.letters.paper import LetterPaper
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.paper.print_once import Choose
from walletcase.ui.shell.paper.printing import choose_printer
from walletcase.ui.shell.paper.targets import open_path
from walletcase.ui.shell.room import CaseTab
from walletcase.ui.widgets.layout import row

LIST_DIGITS = 26
NARROW_DIGITS = 70
_NO_LIMIT = 16_777_215  # Qt's own


class LettersTab(CaseTab):
    """``saving`` and ``saved`` (HH:MM): what became of what was typed."""

    saving = Signal()
    saved = Signal(str)

    def __init__(
        self, desk: Desk, choose: Choose = choose_printer, opener: Callable[[Path], bool] = open_path
    ) -> None:
        super().__init__()
        self._desk = desk
        self._record: CaseRecord | None = None
        self._open_id = 0
        self._kinds_are_stale = True
        self.list = LetterList(desk)
        self.chooser = KindChooser(desk)
        self.page = LetterPage(desk)
        self.autosave = LetterAutosave(desk, self)
        self.paper = LetterPaper(desk, self.page.preview, choose, opener)
        self.deeds = LetterDeeds(desk, self.page, self.paper)
        self.right = QStackedWidget()
        for page in (self.chooser, self.page):
            self.right.addWidget(page)
        self._box = row(self, gap=0)
        self._box.addWidget(self.list)
        self._box.addWidget(self.right, 1)
        self._connect()

    def show_case(self, record: CaseRecord, changes: Changes | None) -> None:
        """Show a case; what is being typed stays as it is typed."""
        if self._record is None or self._record.case.id != record.case.id:
            self.flush()
            self._open_id = next((one.id for one in reversed(record.letters) if not one.trashed_at), 0)
        self._record = record
        self._kinds_are_stale = True
        self._show()
        if self.isVisible():
            self._read_kinds()

    def go_to(self, item: str) -> None:
        """Open a letter by its id."""
        if item.isdigit():
            self._open(int(item))

    def begin(self) -> None:
        """Offer what can be written."""
        self._write()

    def flush(self) -> None:
        """Save what is typed and not yet saved."""
        self.autosave.flush()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask anew which kinds fit."""
        super().showEvent(event)
        self._read_kinds()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the letter its share where there is little room."""
        super().resizeEvent(event)
        digit = self.fontMetrics().horizontalAdvance("0")
        narrow = self.width() < NARROW_DIGITS * digit
        self.list.set_narrow(narrow)
        self._box.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self.list.setMinimumWidth(0 if narrow else LIST_DIGITS * digit)
        self.list.setMaximumWidth(_NO_LIMIT if narrow else LIST_DIGITS * digit)

    @property
    def letter(self) -> Letter | None:
        """The letter that is open, None if there is none."""
        return next((letter for letter in self._live() if letter.id == self._open_id), None)

    def _live(self) -> list[Letter]:
        letters = self._record.letters if self._record else ()
        return [letter for letter in reversed(letters) if not letter.trashed_at]

    def _show(self) -> None:
        letters, letter, record = self._live(), self.letter, self._record
        if letter is None:
            self._open_id = 0
        self.list.show_letters(letters, self._open_id)
        if letter is None or record is None:
            self.right.setCurrentWidget(self.chooser)
            return
        unsaved = self.autosave.unsaved(letter.id)
        self.right.setCurrentWidget(self.page)
        self.page.show_letter(letter, record, letter.body if unsaved is None else unsaved)
        if self.page.stack.currentIndex():
            self._draw()

    def _open(self, letter_id: int) -> None:
        self.flush()
        self._open_id = letter_id
        self._show()

    def _do(self, deed: str) -> None:
        """Do something with the open letter, once all that was typed is stored."""
        record, letter = self._record, self.letter
        if record is not None and letter is not None:
            self.autosave.then(lambda: self.deeds.do(deed, record, letter))

    def _send(self, via: str, day: str) -> None:
        record, letter = self._record, self.letter
        if record is not None and letter is not None:
            self.deeds.send(record, letter, via, day)

    def _take_new(self, body: str) -> None:
        self.page.end_diff()
        self.page.replace_text(body)
        self._typed(body)
        self.flush()

    def _write(self) -> None:
        self.flush()
        self._open_id = 0
        self._show()
        first = next(iter(self.chooser.buttons.values()), None)
        if first is not None:
            first.setFocus()

    def _read_kinds(self) -> None:
        record = self._record
        if record is None or not self._kinds_are_stale:
            return
        self._kinds_are_stale = False

        def show(states: tuple[KindState, ...]) -> None:
            if self._record is record:
                self.chooser.show_kinds(states)

        self._desk.read(self, lambda: self._desk.services.letters.kinds_of(record), show)

    def _compose(self, key: str, door: str = "") -> None:
        record = self._record
        if record is None:
            return
        language = str(self.chooser.language.currentData())
        self.deeds.with_unconfirmed = wide = self.chooser.with_unconfirmed.isChecked()
        made: list[Letter] = []

        def compose() -> Changes:
            letter, changes = self._desk.services.letters.compose(
                record.case.id, key, language, door, with_unconfirmed=wide
            )
            made.append(letter)
            return changes

        def opened() -> None:
            self._open(made[0].id)
            self.page.editor.setFocus()

        self._desk.change(self, compose, opened)

    def _typed(self, body: str) -> None:
        if self._record is not None and self._open_id:
            self.saving.emit()
            self.autosave.note(Typed(self._record.case.id, self._open_id, body))

    def _go_to_place(self, gap: Gap) -> None:
        self.flush()
        self._desk.bus.asked.emit(gap.place.tab, gap.place.item)

    def _draw(self) -> None:
        if self._record is not None and self._open_id:
            case_id, letter_id = self._record.case.id, self._open_id
            self.autosave.then(lambda: self.paper.want(case_id, letter_id))

    def _tell_saved(self) -> None:
        self.saved.emit(self._desk.services.clock.now().strftime("%H:%M"))

    def _connect(self) -> None:
        self.list.chosen.connect(self._open)
        self.list.write_wanted.connect(self._write)
        self.chooser.wanted.connect(self._compose)
        self.page.typed.connect(self._typed)
        self.page.place_wanted.connect(self._go_to_place)
        self.page.deed_wanted.connect(self._do)
        self.page.pages_wanted.connect(self._draw)
        self.page.send.confirmed.connect(self._send)
        self.page.diff.taken.connect(self._take_new)
        self.deeds.made.connect(self._open)
        self.paper.measured.connect(self.page.show_measured)
        self.autosave.saved.connect(self._tell_saved)
        self.autosave.failed.connect(self._desk.fail)
