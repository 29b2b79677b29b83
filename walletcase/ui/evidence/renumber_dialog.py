"""Renumbering exhibits: choose an order, see what every number becomes, be told what has gone out with the old ones."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QDialog, QListView, QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.custody import What
from walletcase.domain.evidence import Evidence, Group
from walletcase.domain.ids import EvidenceId
from walletcase.domain.numbering import Order, from_one, ordered
from walletcase.services.numbering import GoneOut, NamedIn
from walletcase.ui.evidence import words
from walletcase.ui.look.tokens import XL, XXL, L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.texts import listed
from walletcase.ui.widgets.buttons import button, icon_button
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import Card, column, row
from walletcase.ui.widgets.segments import Segments

_ID = Qt.ItemDataRole.UserRole + 1
_MOST_NAMED = 4
BY_HAND = "hand"


class RenumberDialog(QDialog):
    """Nothing is changed before its button is pressed; then all at once, as one change."""

    def __init__(self, desk: Desk, record: CaseRecord, named: NamedIn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._record, self._named = desk, record, named
        self._items = {item.id: item for item in record.evidence}
        self.setWindowTitle(translate("Renumber", "Renumber exhibits"))
        self.resize(620, min(640, parent.window().height() - XXL if parent is not None else 640))
        self.order = Segments(translate("Renumber", "In which order"))
        for name, text in (
            (Order.NUMBER.value, translate("Renumber", "Close the gaps")),
            (Order.GROUP.value, translate("Renumber", "By group, then date")),
            (Order.DATE.value, translate("Renumber", "By date")),
            (BY_HAND, translate("Renumber", "By hand")),
        ):
            self.order.add(name, text)
        self.model = QStandardItemModel(self)
        self.view = self._list()
        self.up = icon_button(
            translate("Renumber", "Move up (Alt+Up)"), desk.icon("chevron-up"), lambda: self.move_by(-1)
        )
        self.down = icon_button(
            translate("Renumber", "Move down (Alt+Down)"), desk.icon("chevron-down"), lambda: self.move_by(1)
        )
        self.note = PlainLabel("", "muted", wrap=True)
        self.go = button(translate("Renumber", "Renumber"), self.renumber, kind="primary")
        self._lay_out()
        self.order.chosen.connect(self.show_order)
        self.model.rowsRemoved.connect(lambda: QTimer.singleShot(0, self, self._moved))  # the end of a drag
        self.view.selectionModel().currentChanged.connect(lambda: self._allow())
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            QShortcut(QKeySequence(keys), self, lambda by=by: self.move_by(by))
        self.show_order(Order.NUMBER.value)

    @property
    def wanted(self) -> tuple[EvidenceId, ...]:
        """The exhibits in the order of the list."""
        return tuple(EvidenceId(self.model.item(place).data(_ID)) for place in range(self.model.rowCount()))

    @property
    def numbers(self) -> dict[EvidenceId, int]:
        """The numbers that would change."""
        return from_one(self._record.evidence, self.wanted)

    def show_order(self, name: str) -> None:
        """Put the list into an order; by hand it starts from where it is."""
        if name != BY_HAND:
            self._fill([item.id for item in ordered(self._record.evidence, Order(name))])
        self._tell()

    def move_by(self, step: int) -> None:
        """Move the chosen exhibit up or down: the order is one made by hand from now on."""
        place = self.view.currentIndex().row()
        if place < 0 or not 0 <= place + step < self.model.rowCount():
            return
        wanted = list(self.wanted)
        wanted.insert(place + step, wanted.pop(place))
        self._by_hand(wanted)
        self.view.setCurrentIndex(self.model.index(place + step, 0))

    def renumber(self) -> None:
        """Do it, say so, and close."""
        case_id, numbers, service = self._record.case.id, self.numbers, self._desk.services.numbering

        def done() -> None:
            self._desk.toasts.show(translate("Renumber", "The exhibits have other numbers now"))
            self.accept()

        self._desk.change(self, lambda: service.renumber(case_id, numbers), done)

    def _fill(self, wanted: list[EvidenceId]) -> None:
        self.model.blockSignals(True)
        self.model.clear()
        for one in wanted:
            item = QStandardItem("")
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
            )
            item.setData(int(one), _ID)
            self.model.appendRow(item)
        self.model.blockSignals(False)
        self.model.layoutChanged.emit()

    def _by_hand(self, wanted: list[EvidenceId]) -> None:
        self._fill(wanted)
        if self.order.current != BY_HAND:
            self.order.choose(BY_HAND)
        self._tell()

    def _moved(self) -> None:
        self._by_hand(list(self.wanted))

    def _tell(self) -> None:
        """Say what each number becomes, and what else there is to know."""
        numbers = self.numbers
        for place, one in enumerate(self.wanted):
            self.model.item(place).setText(_line(self._items[one], numbers))
        live = {item.id for item in self._record.live_evidence}
        gone = [item for item in self._record.evidence if item.id not in live]
        parts = [translate("Renumber", "New exhibits go on from the next number never used.")]
        if any(item.id in numbers for item in gone):
            n = len(gone)
            parts.append(translate("Renumber", "%n in the trash come(s) after the last one.", "", n))
        if not numbers:
            parts = [translate("Renumber", "In this order every exhibit keeps its number.")]
        self.note.setText(" ".join(parts))
        self.go.setEnabled(bool(numbers))
        self._allow()

    def _allow(self) -> None:
        place = self.view.currentIndex().row()
        self.up.setEnabled(place > 0)
        self.down.setEnabled(0 <= place < self.model.rowCount() - 1)

    def _list(self) -> QListView:
        view = QListView()
        view.setModel(self.model)
        view.setAccessibleName(translate("Renumber", "Exhibits with their new and old numbers"))
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        view.setDefaultDropAction(Qt.DropAction.MoveAction)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setProperty("ticks", "true")
        return view

    def _lay_out(self) -> None:
        whole = column(self, gap=M, margin=XL)
        whole.addWidget(PlainLabel(translate("Renumber", "Renumber exhibits"), "title"))
        text = translate("Renumber", "Numbers stay until you change them here. It is one change; undo takes it back.")
        whole.addWidget(PlainLabel(text, "muted", wrap=True))
        if self._named.gone_out or self._named.drafts:
            whole.addWidget(self._warning())
        whole.addWidget(self.order)
        middle = row(gap=S)
        middle.addWidget(self.view, 1)
        tools = column(gap=S)
        for tool in (self.up, self.down):
            tools.addWidget(tool)
        tools.addStretch(1)
        middle.addLayout(tools)
        whole.addLayout(middle, 1)
        whole.addWidget(self.note)
        foot = row(gap=M)
        foot.addStretch(1)
        foot.addWidget(button(translate("Renumber", "Cancel"), self.reject))
        foot.addWidget(self.go)
        whole.addLayout(foot)

    def _warning(self) -> Card:
        card = Card("warn", gap=S, margin=L)
        gone, drafts = self._named.gone_out, self._named.drafts
        if gone:
            head = translate("Renumber", "Papers with the present numbers have left the app. They keep those numbers:")
            card.body.addWidget(PlainLabel(head, "strong", wrap=True))
            for one in gone[:_MOST_NAMED]:
                card.body.addWidget(PlainLabel(_gone_text(one), wrap=True))
            if len(gone) > _MOST_NAMED:
                n = len(gone) - _MOST_NAMED
                card.body.addWidget(PlainLabel(translate("Renumber", "and %n more", "", n)))
            self.go.setText(translate("Renumber", "Renumber all the same"))
        if drafts:
            text = translate("Renumber", "Letters not sent yet name exhibits too; please check their numbers: {titles}")
            card.body.addWidget(PlainLabel(text.format(titles=listed(drafts)), wrap=True))
        return card


def _line(item: Evidence, numbers: dict[EvidenceId, int]) -> str:
    new = numbers.get(item.id, item.exhibit_no)
    was = translate("Renumber", "(was {n})").format(n=item.exhibit_no) if new != item.exhibit_no else ""
    group = words.group_text(item.group) if item.group is not Group.NONE else ""
    return "   ".join(part for part in (words.stamp(new), was, item.title, listed((group, item.made_on))) if part)


def _gone_text(one: GoneOut) -> str:
    kind = {
        What.PACK: translate("Renumber", "Evidence pack"),
        What.LETTER: translate("Renumber", "Letter"),
        What.SHEET: translate("Renumber", "Sheet for the branch"),
        What.DATA: translate("Renumber", "Case as data"),
    }.get(one.what, translate("Renumber", "Dossier"))
    name = f" “{one.target}”" if one.target else ""
    return f"{one.at[:10]}  {kind}{name}"

