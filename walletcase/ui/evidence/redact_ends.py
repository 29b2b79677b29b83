"""What is shown while a copy is made, and when it is there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget

from walletcase.domain.evidence import Evidence
from walletcase.services.redaction import Redacted
from walletcase.ui.evidence import redact_words as words
from walletcase.ui.look.tokens import L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import Card, column, row

_WIDE_PX = 520


class WorkPage(QWidget):
    """Tells what is being done, and can be cancelled."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.stage = PlainLabel("", "heading", wrap=True)
        self.stage.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("Redact", "Progress"))
        self.bar.setFixedWidth(desk.theme.px(_WIDE_PX // 2))
        self.cancel_button = button(translate("Redact", "Stop"), lambda: None)
        box = column(self, gap=L)
        box.addStretch(1)
        for widget in (self.stage, self.bar, self.cancel_button):
            box.addWidget(widget, 0, Qt.AlignmentFlag.AlignCenter)
        box.addStretch(1)

    def begin(self) -> None:
        """Start from nothing done."""
        self.bar.setRange(0, 0)
        self.stage.setText(words.stage_text(0))
        self.cancel_button.setFocus()

    def show_step(self, done: int, total: int) -> None:
        """Show how far it is; until the copy is made there is no telling."""
        self.stage.setText(words.stage_text(done))
        self.bar.setRange(0, total if done else 0)
        self.bar.setValue(done)


class EndPage(QWidget):
    """Says what was made, and what the search of it found."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.item: Evidence | None = None
        self.heading = PlainLabel("", "title", wrap=True)
        self.lines = [PlainLabel("", wrap=True) for _ in range(3)]
        self.warning = Card("warn", margin=M)
        self.warning_text = PlainLabel("", wrap=True)
        self.warning.body.addWidget(self.warning_text)
        self.look_button = button(translate("Redact", "Look at the copy"), lambda: None, kind="primary")
        self.again_button = button(translate("Redact", "Cover something else"), lambda: None)
        self.close_button = button(translate("Redact", "Close"), lambda: None)
        self._lay_out()

    def show_done(self, original: Evidence, done: Redacted) -> None:
        """Tell of a copy that is kept."""
        self.item = done.item
        self.heading.setText(words.end_heading(done))
        texts = (words.end_original(original), words.searched_text(done), words.read_text(done))
        for label, text in zip(self.lines, texts, strict=True):
            label.setText(text)
        self.warning_text.setText(words.open_text(done))
        self.warning.setVisible(bool(done.open_pages))

    def _lay_out(self) -> None:
        card = Card("true", gap=M, margin=L)
        card.setMinimumWidth(self._desk.theme.px(_WIDE_PX))
        card.setMaximumWidth(self._desk.theme.px(_WIDE_PX + 160))
        head = row(gap=M)
        mark = PlainLabel()
        mark.setPixmap(self._desk.icon("shield-check", self._desk.theme.colours.ok).pixmap(32, 32))
        head.addWidget(mark)
        head.addWidget(self.heading, 1)
        card.body.addLayout(head)
        for label in self.lines:
            card.body.addWidget(label)
        card.body.addWidget(self.warning)
        buttons = row(gap=S)
        buttons.addWidget(self.look_button)
        buttons.addWidget(self.again_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        card.body.addLayout(buttons)
        middle = row(gap=0)  # no alignment: else wrapped lines get no room for their second one
        middle.addStretch(1)
        middle.addWidget(card, 6)
        middle.addStretch(1)
        box = column(self)
        box.addStretch(1)
        box.addLayout(middle)
        box.addStretch(2)
