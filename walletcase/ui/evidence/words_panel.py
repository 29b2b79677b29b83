"""The words on the page that is looked at: to be read, checked, corrected, and used for a contact record."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QColor, QKeySequence, QShortcut, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextEdit

from walletcase.domain.evidence import Evidence
from walletcase.domain.ids import EvidenceId
from walletcase.domain.page_text import Line, PageText
from walletcase.domain.suggestions import Suggestion, suggestions_in
from walletcase.services.reading import PageDone
from walletcase.ui.evidence import word_states as states
from walletcase.ui.evidence.fields import LongText
from walletcase.ui.evidence.readings import readings_of
from walletcase.ui.evidence.suggestion_list import SuggestionList
from walletcase.ui.evidence.word_buttons import WordButtons
from walletcase.ui.look.tokens import L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.labels import Chip, PlainLabel
from walletcase.ui.widgets.layout import Card, row

_LEAST_LINES, _MOST_LINES = 4, 24


class WordsText(LongText):
    """As high as its text, within bounds."""

    def __init__(self) -> None:
        super().__init__(_LEAST_LINES)

    def fit(self) -> None:
        """Take the height of the text."""
        self._lines = min(max(self.blockCount() + 1, _LEAST_LINES), _MOST_LINES)
        self._size()

    def light(self, number: int, colour: str) -> None:
        """Put a colour behind a line, and behind no other."""
        lit = QTextEdit.ExtraSelection()
        lit.cursor = QTextCursor(self.document().findBlockByNumber(number))
        lit.format.setBackground(QColor(colour))
        lit.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        self.setExtraSelections([lit])


class WordsPanel(Card):
    """``lines`` are the lines of the page shown, with their boxes; ``lines_shown`` carries them when they change.

    ``lit`` carries the lines (numbers into ``lines``) that the person points at, for the viewer to light.
    """

    lines_shown = Signal(object)  # tuple[Line, ...]
    lit = Signal(object)  # tuple[int, ...]

    def __init__(self, desk: Desk) -> None:
        super().__init__("true", gap=M, margin=L)
        self._desk = desk
        self._item: Evidence | None = None
        self._page_no = 0
        self._pages: dict[int, PageText] = {}
        self._loaded: EvidenceId | None = None
        self._reading_now = False
        self._unkept: dict[tuple[EvidenceId, int], str] = {}  # corrections that could not be stored
        self._failed = ""
        self.lines: tuple[Line, ...] = ()
        self._readings = readings_of(desk.files, desk.services.reading)
        self.chip = Chip("")
        self.note = PlainLabel("", "muted", wrap=True).let_select()
        self.text = WordsText()
        self.text.setAccessibleName(translate("Words", "Words on this page"))
        self.text.installEventFilter(self)
        self.suggestions = SuggestionList(desk)
        self.buttons = WordButtons(desk)
        self.buttons.confirmed.connect(self._confirm)
        self.buttons.kept.connect(self.flush)
        self.buttons.undone.connect(lambda: self._correct(None))
        self.buttons.read_asked.connect(self._read_again)
        self._lay_out()
        self.text.textChanged.connect(self._show_note)
        self.text.cursorPositionChanged.connect(self._point)
        self.suggestions.pointed.connect(self.lit)
        self.suggestions.used.connect(self._use)
        self._readings.read.connect(self._take)
        self._readings.stepped.connect(self._show_note)
        QShortcut(QKeySequence.StandardKey.Save, self.text, self.flush)

    def show_item(self, item: Evidence, page_no: int = 0) -> None:
        """Show the words of a page (from 0) of an exhibit; what is typed about another is kept first."""
        if self._item is not None and (self._item.id, self._page_no) != (item.id, page_no):
            self.flush()
        is_other = self._item is None or self._item.id != item.id
        self._item, self._page_no, self._failed = item, page_no, ""
        if is_other:
            self._pages = {}
            self._loaded = None
        self._read_rows()
        self._show()

    def point_at(self, number: int) -> None:
        """Show where a line of the picture stands in the text, without taking the keyboard."""
        block = self.text.document().findBlockByNumber(number)
        if block.isValid() and not self._is_typing:
            self.text.setTextCursor(QTextCursor(block))
            self.text.light(block.blockNumber(), self._desk.theme.colours.accent_soft)

    def flush(self) -> None:
        """Keep what was corrected."""
        page = self._pages.get(self._page_no)
        typed = self.text.toPlainText()
        if page is not None and self.text.document().isModified() and typed != page.text:
            self._correct(typed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what was corrected when the person turns to something else."""
        if watched is self.text and event.type() == QEvent.Type.FocusOut:
            self.flush()
        return False

    def _lay_out(self) -> None:
        head = row(gap=S)
        head.addWidget(PlainLabel(translate("Words", "Words on this page"), "overline"))
        head.addStretch(1)
        head.addWidget(self.chip)
        self.body.addLayout(head)
        self.body.addWidget(self.note)
        self.body.addWidget(self.text)
        self.body.addWidget(self.buttons)
        self.body.addWidget(self.suggestions)

    def _read_rows(self) -> None:
        item = self._item
        if item is None:
            return
        service = self._desk.services.reading

        def take(pages: Sequence[PageText]) -> None:
            if self._item is not None and self._item.id == item.id:
                self._pages = {page.page_no: page for page in pages}
                self._loaded = item.id
                self._show()

        self._desk.read(self, lambda: service.pages(item.id), take)

    def _show(self) -> None:
        page = self._pages.get(self._page_no)
        if not self._is_typing:
            self.text.blockSignals(True)
            unkept = self._unkept.get((self._item.id, self._page_no)) if self._item and page else None
            self.text.setPlainText(unkept if unkept is not None else page.text if page else "")
            self.text.document().setModified(unkept is not None)
            self.text.blockSignals(False)
        self.text.fit()
        lines = states.shown_lines(page) if page else ()
        if lines != self.lines:
            self.lines = lines
            self.lines_shown.emit(lines)
        around = (self._item.made_on or self._item.added_at[:10]) if self._item else ""
        found = suggestions_in(lines, around)
        self.suggestions.show_found(found, self._item.id if self._item else None, self._page_no)
        self._show_note()

    def _show_note(self) -> None:
        page, item = self._pages.get(self._page_no), self._item
        if item is None:
            return
        state = states.state_of(item, page, self._readings, failed=self._failed, reading=self._reading_now)
        self.note.setText(state.note)
        self.note.setVisible(bool(state.note))
        self.chip.setText(state.chip)
        self.chip.setProperty("chip", state.tone)
        self.chip.setVisible(bool(state.chip))
        self.chip.style().polish(self.chip)
        has_words = page is not None and bool(page.text or page.lines)
        self.text.setVisible(has_words)
        changed = has_words and self.text.document().isModified()
        self.buttons.show_for(state, page, changed=changed, reading=self._reading_now)

    @property
    def _is_typing(self) -> bool:
        """Whether something is typed that is not kept yet: a page read meanwhile must not take it away."""
        page = self._pages.get(self._page_no)
        return self.text.hasFocus() and self.text.document().isModified() and page is not None

    def _point(self) -> None:
        number = self.text.textCursor().blockNumber()
        if self.text.hasFocus() and number < len(self.lines):
            self.lit.emit((number,))

    def _take(self, done: PageDone) -> None:
        item = self._item
        if item is None or done.unread.item.id != item.id:
            return
        if done.page is not None:
            self._pages[done.page.page_no] = done.page
        if done.unread.page_no == self._page_no:
            self._failed = done.note
            self._show()

    def _confirm(self) -> None:
        page = self._pages.get(self._page_no)
        if page is not None:
            self._correct(page.text)

    def _correct(self, text: str | None) -> None:
        item, page_no = self._item, self._page_no
        if item is None:
            return
        service = self._desk.services.reading
        self.text.document().setModified(False)

        def kept() -> None:
            self._unkept.pop((item.id, page_no), None)
            self._read_rows()

        def failed(error: BaseException) -> None:
            if text is not None:
                self._unkept[item.id, page_no] = text  # shown again, and kept with the next try
                self._show()
            self._desk.fail(error)

        self._desk.change(self, lambda: service.correct(item.case_id, item.id, page_no, text), kept, failed)

    def _read_again(self) -> None:
        item, page_no = self._item, self._page_no
        if item is None:
            return
        service = self._desk.services.reading

        def end(done: PageDone) -> None:
            self._reading_now = False
            self._take(done)
            self._show_note()

        def fail(error: BaseException) -> None:
            self._reading_now = False
            self._show_note()
            self._desk.fail(error)

        self._reading_now, self._failed = True, ""
        self._show_note()
        self._desk.files.run(lambda job: service.read_again(item, page_no), end, fail, self, droppable=True)

    def _use(self, suggestion: Suggestion) -> None:
        if self._item is not None:
            self._desk.bus.hinted.emit(self._item.case_id, self._item.id, suggestion)
