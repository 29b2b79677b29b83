"""What an exhibit is used for: contacts, facts and demands, each with a way there and a way to unlink it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.evidence import Evidence
from walletcase.domain.links import Use, uses_of
from walletcase.ui.evidence.use_picker import UsePicker
from walletcase.ui.evidence.use_words import UseRow, rows_of
from walletcase.ui.look.tokens import L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.exhibits import unlink_exhibit
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button, icon_button
from walletcase.ui.widgets.labels import ElidedLabel, PlainLabel
from walletcase.ui.widgets.layout import Card, clear, column, row
from walletcase.ui.widgets.tips import plain_tip


class UsesPanel(Card):
    """Built anew when the exhibit or what it is linked to changed; the focus stays on what has the same name."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("true", gap=S, margin=L)
        self._desk = desk
        self._item: Evidence | None = None
        self._record: CaseRecord | None = None
        self._shown: tuple[UseRow, ...] | None = None
        self.picker: UsePicker | None = None
        self.none = PlainLabel(
            translate("Links", "Not used yet. Say what it shows, so that a reader finds it from there."),
            "muted",
            wrap=True,
        )
        self._inside = QWidget()
        self._lines = column(self._inside, gap=0)
        self.link_button = button(translate("Links", "Link…"), self.choose, icon=desk.icon("link"))
        self.link_button.setAccessibleName(translate("Links", "Link this exhibit to contacts, facts or demands"))
        self.hint = PlainLabel(
            translate("Links", "Or drag its tile onto a contact, a fact or a demand: hold it over a tab to open it."),
            "caption",
            wrap=True,
        )
        self.body.addWidget(PlainLabel(translate("Links", "Used for"), "overline"))
        self.body.addWidget(self.none)
        self.body.addWidget(self._inside)
        foot = row(gap=M)
        foot.addWidget(self.link_button, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.hint, 1)
        self.body.addLayout(foot)

    def show_item(self, item: Evidence, record: CaseRecord) -> None:
        """Show what an exhibit of a case is used for."""
        is_other = self._item is None or self._item.id != item.id
        self._item, self._record = item, record
        every, linked = rows_of(record, self._desk.language), uses_of(record, item.id)
        self.link_button.setEnabled(bool(every))
        nothing = translate("Links", "Record a contact, state a fact or write down a demand first")
        self.link_button.setToolTip("" if every else nothing)
        rows = tuple(one for one in every if one.use in linked)
        if is_other or rows != self._shown:
            self._build(rows)

    def choose(self) -> None:
        """Open the list of all that it may be linked to."""
        item, record = self._item, self._record
        if item is None or record is None:
            return
        title = translate("Links", "What does it show?")
        rows, linked = rows_of(record, self._desk.language), uses_of(record, item.id)
        self.picker = UsePicker(self, self._desk, title, rows, linked)
        case_id, links = record.case.id, self._desk.services.links

        def store(uses: tuple[Use, ...]) -> None:
            self._desk.change(self, lambda: links.use_for(case_id, item.id, uses))

        self.picker.picked.connect(store)
        self.picker.open_under(self.link_button)

    def _build(self, rows: tuple[UseRow, ...]) -> None:
        focus = self.window().focusWidget()
        name = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
        for old in self._inside.findChildren(QWidget):
            old.setObjectName("")  # it lives on for a moment
        clear(self._lines)
        self._shown = rows
        self.none.setVisible(not rows)
        self._inside.setVisible(bool(rows))
        for one in rows:
            self._lines.addWidget(self._line(one))
        if name:
            again = self.findChild(QWidget, name)
            (again if isinstance(again, QWidget) else self.link_button).setFocus()

    def _line(self, one: UseRow) -> QWidget:
        made = QWidget()
        box = row(made, gap=S)
        text = ElidedLabel(one.text)
        box.addWidget(self._icon(one.icon))
        box.addWidget(text, 1)
        go = icon_button(translate("Links", "Show"), self._desk.icon("arrow-right"), partial(self._go, one))
        go.setObjectName(f"go:{one.use.kind.value}:{one.use.key}")
        away = icon_button(translate("Links", "Unlink"), self._desk.icon("x"), partial(self._unlink, one))
        away.setObjectName(f"unlink:{one.use.kind.value}:{one.use.key}")
        for tool in (go, away):
            tool.setAccessibleName(f"{tool.accessibleName()}: {one.text}")
            tool.setToolTip(plain_tip(tool.toolTip()))
            box.addWidget(tool)
        return made

    def _icon(self, name: str) -> PlainLabel:
        label = PlainLabel()
        label.setPixmap(self._desk.icon(name, self._desk.theme.colours.muted).pixmap(16, 16))
        return label

    def _go(self, one: UseRow) -> None:
        self._desk.bus.asked.emit(*one.place)

    def _unlink(self, one: UseRow) -> None:
        if self._item is not None and self._record is not None:
            unlink_exhibit(self._desk, self, self._record, self._item.id, one.use)
