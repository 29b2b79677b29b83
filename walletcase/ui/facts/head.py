"""The title and the tags of a case. Both save themselves."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QIcon
from PySide6.QtWidgets import QLineEdit, QPushButton

from walletcase.domain.case import CaseRecord
from walletcase.domain.ids import CaseId
from walletcase.ui.look.tokens import XS, L, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.date_field import mark_bad
from walletcase.ui.widgets.flow import flow_row
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import Card, clear
from walletcase.ui.widgets.tips import menu_text

PAUSE_MS = 600
_BETWEEN_TAGS = re.compile("[,，、;；\n]")


class TitleLine(QLineEdit):
    """``changed`` carries a new title, a moment after the last key or when the line is left."""

    changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._stored = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.textEdited.connect(self._wait)
        self.returnPressed.connect(self.flush)

    @property
    def is_typed(self) -> bool:
        """Whether something stands here that is not stored."""
        return self.text() != self._stored

    def show_stored(self, title: str) -> None:
        """Show the title as stored, unless another one is being typed."""
        was_typed = self.is_typed
        self._stored = title
        if not was_typed:
            self.setText(title)
            self.setCursorPosition(0)

    def start_with(self, title: str) -> None:
        """Show the title of another case."""
        self._pause.stop()
        self._stored = title
        self.setText(title)
        self.setCursorPosition(0)
        mark_bad(self, False)

    def flush(self) -> None:
        """Hand the title over now; an empty one is marked and not handed over."""
        self._pause.stop()
        title = " ".join(self.text().split())
        mark_bad(self, not title)
        if title and title != self._stored:
            self._stored = self.text()
            self.changed.emit(title)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save; a case can't be left without a title, so the stored one comes back."""
        if not self.text().strip():
            self.start_with(self._stored)
        self.flush()
        super().focusOutEvent(event)

    def _wait(self) -> None:
        mark_bad(self, not self.text().strip())
        self._pause.start()


class HeadCard(Card):
    """Title and tags of the case on show."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("true", gap=S, margin=L)
        self._desk = desk
        self._case_id: CaseId | None = None
        self.tags: tuple[str, ...] = ()
        self.title = TitleLine()
        self.title.setAccessibleName(translate("Facts", "Title of the case"))
        self.title.changed.connect(self._rename)
        caption = PlainLabel(translate("Facts", "Title"), "label")
        caption.setBuddy(self.title)
        self.body.addWidget(caption)
        self.body.addWidget(self.title)
        self.body.addSpacing(XS)
        self.body.addWidget(PlainLabel(translate("Facts", "Tags"), "label"))
        self._row, self._flow = flow_row(gap=6)
        self.body.addWidget(self._row)
        self.new_tag = QLineEdit()
        self.new_tag.setPlaceholderText(translate("Facts", "Add a tag"))
        self.new_tag.setAccessibleName(translate("Facts", "Add a tag"))
        self.new_tag.setFixedWidth(self.new_tag.fontMetrics().horizontalAdvance("0") * 22)
        self.new_tag.returnPressed.connect(self.add_tags)
        self.body.addWidget(self.new_tag, 0, Qt.AlignmentFlag.AlignLeft)

    def show_case(self, record: CaseRecord, *, is_other: bool) -> None:
        """Show a case; a title being typed stays."""
        if is_other:
            self.title.start_with(record.case.title)
            self.new_tag.clear()
        else:
            self.title.show_stored(record.case.title)
        self._case_id = record.case.id
        if is_other or self.tags != record.case.tags:
            self._show_tags(record.case.tags)

    def flush(self) -> None:
        """Save what is typed."""
        self.title.flush()
        self.add_tags()

    def add_tags(self) -> None:
        """Add what stands in the line; commas of any kind part several tags."""
        typed = [part.strip() for part in _BETWEEN_TAGS.split(self.new_tag.text())]
        more = tuple(part for part in typed if part and part not in self.tags)
        self.new_tag.clear()
        if more:
            self._save_tags((*self.tags, *more))

    def _show_tags(self, tags: tuple[str, ...]) -> None:
        self.tags = tags
        clear(self._flow)
        for tag in tags:
            self._flow.addWidget(self._tag_button(tag))
        self._row.setVisible(bool(tags))

    def _tag_button(self, tag: str) -> QPushButton:
        made = button(menu_text(tag, 40), self._remover(tag), kind="tag", icon=self._cross())
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        name = translate("Facts", "Remove the tag {tag}").format(tag=tag)
        made.setAccessibleName(name)
        return made

    def _cross(self) -> QIcon:
        return self._desk.icon("x", self._desk.theme.colours.accent_text)

    def _remover(self, tag: str) -> Callable[[], None]:
        return lambda: self._save_tags(tuple(other for other in self.tags if other != tag))

    def _save_tags(self, tags: tuple[str, ...]) -> None:
        case_id = self._case_id
        if case_id is not None:
            self._show_tags(tags)
            self._desk.change(self._desk.bus, lambda: self._desk.services.cases.tag(case_id, tags))

    def _rename(self, title: str) -> None:
        case_id = self._case_id
        if case_id is not None:
            self._desk.change(self._desk.bus, lambda: self._desk.services.cases.rename(case_id, title))
