"""One letter: what is missing, its words, its pages, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QStackedWidget, QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.flow.playbook import Role
from walletcase.domain.letter import Letter, plain_text
from walletcase.domain.readiness.wording import WordHit, check_text
from walletcase.domain.writing.diff import DiffLine
from walletcase.domain.writing.kinds import Use
from walletcase.domain.writing.places import Gap
from walletcase.ui.letters.bars import GapsBar, SentBar, WordsBar
from walletcase.ui.letters.deed_bar import DeedBar
from walletcase.ui.letters.diff_panel import DiffPanel
from walletcase.ui.letters.painter import LetterPainter
from walletcase.ui.letters.send_panel import SendPanel
from walletcase.ui.letters.words import count_text, name_of
from walletcase.ui.look.tokens import XS, L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.paper.preview import PreviewPane
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import ElidedLabel, PlainLabel
from walletcase.ui.widgets.layout import ScrollColumn, column, row

LOOK_AFTER_MS = 300
LEAST_LINES = 11  # of the text that stay in sight; with less room the page scrolls


class LetterPage(ScrollColumn):
    """``typed`` carries the new text of the letter on show; the other signals carry what the person wants to do."""

    typed = Signal(str)
    place_wanted = Signal(object)
    deed_wanted = Signal(str)  # copy, pdf, docx, print, send, anew, duplicate, trash
    pages_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(gap=S, margin=0)
        self._desk = desk
        self.letter: Letter | None = None
        self._record: CaseRecord | None = None
        self.title = ElidedLabel("", "heading")
        self.gaps, self.words, self.sent = GapsBar(), WordsBar(desk), SentBar()
        self.send, self.diff = SendPanel(desk), DiffPanel()
        self.editor = QPlainTextEdit()
        self.editor.setAccessibleName(translate("Letters", "Text of the letter"))
        self.editor.setTabChangesFocus(True)
        self._paint = LetterPainter(self.editor.document(), desk.theme)
        self.preview = PreviewPane(desk, translate("Letters", "Pages of the letter"))
        self.count = PlainLabel("", "caption", wrap=True)
        self.bar = DeedBar(desk)
        self.deeds = self.bar.buttons
        self.stack = QStackedWidget()
        self._pages = 0
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(LOOK_AFTER_MS)
        self._look.timeout.connect(self._check)
        self._lay_out()
        self._connect()

    def show_letter(self, letter: Letter, record: CaseRecord, body: str) -> None:
        """Show a letter; ``body`` is its text with what is typed and not stored yet."""
        is_other = self.letter is None or self.letter.id != letter.id
        was_sent = self.letter is not None and bool(self.letter.sent_at)
        self.letter, self._record = letter, record
        if is_other or self.editor.toPlainText() != body:
            self._put(body, keep_undo=not is_other)
        if is_other or was_sent != bool(letter.sent_at):
            self.send.hide()
            self.end_diff()
            self.editor.setReadOnly(bool(letter.sent_at))
            self._turn(bool(letter.sent_at) and letter.kind not in self._plain_kinds())
        self.title.setText(name_of(letter, self._desk.services.letters, self._desk.language))
        self.sent.show_letter(letter, record, self._desk.language)
        self.bar.set_draft(not letter.sent_at)
        self._check()

    def show_measured(self, pages: int) -> None:
        """Take the number of pages."""
        self._pages = pages
        self._show_count()

    def replace_text(self, body: str) -> None:
        """Put another text in the place of what stands; it can be undone like typing."""
        self._put(body, keep_undo=True)

    def mark_hit(self, start: int, end: int) -> None:
        """Mark a stretch of the text."""
        self._turn(False)
        cursor = self.editor.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.editor.setTextCursor(cursor)
        self.editor.setFocus()
        self.editor.centerCursor()

    def ask_sending(self, usual: str) -> None:
        """Ask how and when the letter was sent."""
        if self._record is not None:
            self.end_diff()
            self.send.ask(self._record, usual)

    def ask_diff(self, body: str, lines: Sequence[DiffLine]) -> None:
        """Show what would change in the place of the text."""
        for other in (self.send, self.gaps, self.words, self.stack):
            other.hide()
        self.diff.show_diff(body, lines)

    def end_diff(self) -> None:
        """Show the text again."""
        self.diff.hide()
        self.stack.show()
        self._check()

    def _plain_kinds(self) -> set[str]:
        return {kind.key for kind in self._desk.services.letters.all_kinds if kind.use is not Use.LETTER}

    def _put(self, body: str, *, keep_undo: bool) -> None:
        self.editor.blockSignals(True)
        if keep_undo:
            cursor = self.editor.textCursor()
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(body)
        else:
            self.editor.setPlainText(body)
        self.editor.blockSignals(False)

    def _changed(self) -> None:
        if self.letter is not None and not self.letter.sent_at:
            self.typed.emit(self.editor.toPlainText())
            self._look.start()

    def _check(self) -> None:
        letter, record = self.letter, self._record
        if letter is None or record is None:
            return
        self._show_count()
        if not self.diff.isHidden():
            return
        text = self.editor.toPlainText()
        is_draft = not letter.sent_at
        now = replace(letter, body=text)
        self.gaps.show_gaps(self._desk.services.letters.gaps_of(record, now) if is_draft else ())
        phone = "".join(char for char in record.role_value(Role.PHONE) if char.isdigit())
        hits = check_text(record.rules, text, frozenset((phone,))) if is_draft else ()
        self.words.show_hits(hits, text)

    def _show_count(self) -> None:
        letter, record = self.letter, self._record
        if letter is None or record is None:
            return
        door = record.rules.door(letter.door)
        chars = len(plain_text(self.editor.toPlainText()))
        limit = door.char_limit if door else 0
        parts = [count_text(chars, limit)]
        if letter.language == "en":
            parts.insert(0, translate("Letters", "%n word(s)", "", len(self.editor.toPlainText().split())))
        if self._pages:
            parts.append(translate("Letters", "%n page(s)", "", self._pages))
        if not letter.sent_at and any(line.startswith("#") for line in self.editor.toPlainText().split("\n")):
            parts.append(translate("Letters", "# before a line makes it a heading and is not printed"))
        self.count.setText("  ·  ".join(parts))
        role = "danger" if limit and chars > limit else "caption"
        if self.count.property("role") != role:
            self.count.setProperty("role", role)
            self.count.style().unpolish(self.count)
            self.count.style().polish(self.count)

    def _turn(self, to_pages: bool) -> None:
        self.stack.setCurrentIndex(int(to_pages))
        self.write_tab.setChecked(not to_pages)
        self.pages_tab.setChecked(to_pages)
        if to_pages:
            self.pages_wanted.emit()

    def _go_to_gap(self, gap: Gap) -> None:
        if gap.place.tab == "letters":
            place = self.editor.toPlainText().find(gap.mark.shown)
            if place >= 0:
                self.mark_hit(place, place + len(gap.mark.shown))
        else:
            self.place_wanted.emit(gap)

    def _show_hit(self, hit: WordHit) -> None:
        self.mark_hit(hit.start, hit.end)
        self._desk.toasts.show(self.words.why(hit))

    def _toggle(self, text: str, do: Callable[[], object]) -> QPushButton:
        made = button(text, do, kind="quiet")
        made.setCheckable(True)
        return made

    def _lay_out(self) -> None:
        self.write_tab = self._toggle(translate("Letters", "Text"), lambda: self._turn(False))
        self.pages_tab = self._toggle(translate("Letters", "Pages"), lambda: self._turn(True))
        top = row(gap=XS)
        top.addWidget(self.title, 1)
        top.addWidget(self.write_tab)
        top.addWidget(self.pages_tab)
        writing = QWidget()
        inside = column(writing, gap=XS)
        inside.addWidget(self.editor, 1)
        for page in (writing, self.preview):
            self.stack.addWidget(page)
        self.stack.setMinimumHeight(self.fontMetrics().lineSpacing() * LEAST_LINES)
        self.diff.area.setMinimumHeight(self.fontMetrics().lineSpacing() * LEAST_LINES // 2)
        whole = self.body
        whole.setContentsMargins(S, M, L, S)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole.addLayout(top)
        whole.addWidget(self.bar)
        for bar in (self.sent, self.send, self.gaps, self.words):
            whole.addWidget(bar)
        whole.addWidget(self.diff, 1)
        whole.addWidget(self.stack, 1)
        whole.addWidget(self.count)

    def _connect(self) -> None:
        self.bar.wanted.connect(self.deed_wanted)
        self.editor.textChanged.connect(self._changed)
        self.gaps.place_wanted.connect(self._go_to_gap)
        self.words.hit_wanted.connect(self._show_hit)
        self.send.dropped.connect(self.send.hide)
        self.send.check_wanted.connect(lambda: self.deed_wanted.emit("check"))
        self.diff.dropped.connect(self.end_diff)
