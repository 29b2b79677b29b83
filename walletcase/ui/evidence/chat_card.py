"""What makes screenshots of a chat hold: a list to tick, beside each screenshot of one. Ticks are those of the case."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.chat import ITEMS, TICKS, is_chat
from walletcase.domain.evidence import Evidence
from walletcase.infra import resources
from walletcase.ui.look.tokens import L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import Card, column, row


class _Item(QWidget):
    """A box with what it is about, and why, beside it; all of it can be clicked."""

    def __init__(self, text: str, why: str) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setAccessibleName(text)
        self.box.setAccessibleDescription(why)
        line = row(self, gap=S)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        words = column(gap=2)
        words.addWidget(PlainLabel(text, wrap=True))
        words.addWidget(PlainLabel(why, "caption", wrap=True))
        line.addLayout(words, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the words is one on the box."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.click()


class ChatCard(Card):
    """``is_wanted`` only beside what is a screenshot of a chat."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("true", gap=M, margin=L)
        self._desk = desk
        self._record: CaseRecord | None = None
        self._filling = False
        self.is_wanted = False
        self.boxes: dict[str, QCheckBox] = {}
        self.body.addWidget(PlainLabel(translate("Chat", "Chat screenshots: what makes them hold"), "overline"))
        language = "zh" if desk.language == "zh_CN" else "en"
        said = resources.toml("i18n", "chat_checklist.toml")
        for key in ITEMS:
            item = _Item(said[key]["text"][language], said[key]["why"][language])
            item.box.toggled.connect(partial(self._tick, key))
            self.boxes[key] = item.box
            self.body.addWidget(item)
        note = translate("Chat", "Ticks count for all chat screenshots of the case. The check reminds you of the rest.")
        self.body.addWidget(PlainLabel(note, "caption", wrap=True))
        self.hide()

    def show_item(self, item: Evidence, record: CaseRecord) -> None:
        """Show the list beside an exhibit of a case, if it is of a chat."""
        self._record = record
        self._filling = True
        for key, box in self.boxes.items():
            box.setChecked((TICKS, key) in record.ticks)
        self._filling = False
        self.is_wanted = is_chat(item)

    def _tick(self, key: str, on: bool) -> None:
        if self._record is None or self._filling:
            return
        case_id, flow = self._record.case.id, self._desk.services.flow
        self._desk.change(self, lambda: flow.tick(case_id, TICKS, key, on))
