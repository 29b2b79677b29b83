"""What is suggested to be covered, by kind, a tick each; and what is still open elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from walletcase.domain.redaction import MOST_BOXES
from walletcase.domain.sensitive import SecretKind, Sensitive
from walletcase.ui.evidence import redact_words as words
from walletcase.ui.evidence.redact_state import RedactState
from walletcase.ui.look.tokens import XS, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import Card, ScrollColumn, clear, column, row

_SETTLE_MS = 250
_MOST_LINES = 300


class RedactPanel(ScrollColumn):
    """``pointed`` carries the suggestion that the person points at, None for none."""

    pointed = Signal(object)

    def __init__(self, desk: Desk, state: RedactState) -> None:
        super().__init__(gap=M, margin=0)
        self._desk = desk
        self._state = state
        self.ticks: dict[int, QCheckBox] = {}  # by place in the state's suggestions
        self.kind_buttons: dict[SecretKind, QPushButton] = {}
        self.hint = PlainLabel("", "muted", wrap=True)
        self.unread = PlainLabel("", "muted", wrap=True)
        self._lines = column(gap=M)
        self._open = Card("warn", gap=S, margin=M)
        self.open_text = PlainLabel("", wrap=True)
        self._full = Card("warn", gap=S, margin=M)
        full = translate("Redact", "All {n} boxes that there is room for are drawn; more is not covered.")
        more = translate("Redact", "Make this copy, then redact the copy once more.")
        self._full.body.addWidget(PlainLabel(full.format(n=MOST_BOXES), wrap=True))
        self._full.body.addWidget(PlainLabel(more, wrap=True))
        self._full.hide()
        self.cover_open = button(translate("Redact", "Cover them too"), state.cover_open)
        self._open.body.addWidget(self.open_text)
        self._open.body.addWidget(self.cover_open)
        self._open.hide()
        self.body.setContentsMargins(0, 0, S, 0)
        self.body.addWidget(PlainLabel(translate("Redact", "Suggested"), "overline"))
        self.body.addWidget(self.hint)
        self.body.addWidget(self._open)
        self.body.addWidget(self._full)
        self.body.addLayout(self._lines)
        self.body.addWidget(self.unread)
        self.body.addStretch(1)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settling.timeout.connect(self.look_around)
        state.changed.connect(self._follow)

    def show_suggested(self, page_count: int, unread: int) -> None:
        """List the state's suggestions. ``unread`` is how many pages nobody has read yet."""
        clear(self._lines)
        self.ticks, self.kind_buttons = {}, {}
        for kind in SecretKind:
            if self._state.of_kind(kind):
                self._lines.addWidget(self._group(kind, page_count))
        found = bool(self._state.suggested)
        nothing = translate("Redact", "Nothing was found that looks like a number or a name to be covered.")
        some = translate("Redact", "Nothing is covered until you tick it. Look at each one on the page.")
        self.hint.setText(some if found else nothing)
        self.hint.setVisible(found or unread < page_count)
        text = translate(
            "Redact", "The words of %n page(s) have not been read, so nothing is suggested there.", "", unread
        )
        self.unread.setText(text)
        self.unread.setVisible(unread > 0)
        self._follow()

    def look_around(self) -> None:
        """Look for what is covered in one place and open in another."""
        self._settling.stop()
        found = self._state.open_places()
        self._open.setVisible(bool(found))
        if found:
            text = translate("Redact", "'{what}' also stands in %n place(s) without a box.", "", len(found))
            self.open_text.setText(text.format(what=words.short(found[0][0])))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Light on the page what the mouse or the keys are at."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            number = next((at for at, tick in self.ticks.items() if tick is watched), None)
            if number is not None:
                self.pointed.emit(self._state.suggested[number])
        elif event.type() == QEvent.Type.Leave:
            self.pointed.emit(None)
        return False

    def _group(self, kind: SecretKind, page_count: int) -> QWidget:
        holder = QWidget()
        box = column(holder, gap=XS)
        head = row(gap=S)
        head.addWidget(PlainLabel(words.kind_text(kind), "strong"), 1)
        all_of = button("", lambda: self._tick_kind(kind), kind="quiet")
        head.addWidget(all_of)
        self.kind_buttons[kind] = all_of
        box.addLayout(head)
        for number, one in enumerate(self._state.suggested[:_MOST_LINES]):
            if one.kind is kind:
                box.addWidget(self._tick(number, one, page_count))
        return holder

    def _tick(self, number: int, one: Sensitive, page_count: int) -> QCheckBox:
        tick = QCheckBox(words.suggestion_text(one, page_count).replace("&", "&&"))
        tick.setAccessibleName(f"{words.kind_text(one.kind)}: {one.found}")
        tick.clicked.connect(lambda on: self._state.tick([one], on))
        tick.installEventFilter(self)
        self.ticks[number] = tick
        return tick

    def _tick_kind(self, kind: SecretKind) -> None:
        ones = self._state.of_kind(kind)
        self._state.tick(ones, on=not all(self._state.is_ticked(one) for one in ones))

    def _follow(self) -> None:
        for number, tick in self.ticks.items():
            tick.setChecked(self._state.is_ticked(self._state.suggested[number]))
        for kind, made in self.kind_buttons.items():
            every = all(self._state.is_ticked(one) for one in self._state.of_kind(kind))
            text = translate("Redact", "Untick all") if every else translate("Redact", "Tick all")
            made.setText(text)
            made.setAccessibleName(f"{text}: {words.kind_text(kind)}")
        self._full.setVisible(self._state.is_full)
        self._settling.start()
