"""A button that links pieces of evidence: it opens a list of exhibits with boxes to tick."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView, QPushButton, QWidget

from walletcase.domain.evidence import Evidence
from walletcase.domain.ids import EvidenceId
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.timeline.words import exhibit_text
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import column

_ID = Qt.ItemDataRole.UserRole + 1


class ExhibitPicker(QWidget):
    """``changed`` comes when a box is ticked or unticked."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.model = QStandardItemModel(self)
        self.model.itemChanged.connect(self._tell)
        self.button: QPushButton = button("", self.open, icon=desk.icon("paperclip"))
        column(self).addWidget(self.button)
        self.setFocusProxy(self.button)
        self._show_count()

    def offer(self, items: tuple[Evidence, ...], chosen: tuple[EvidenceId, ...]) -> None:
        """Offer these exhibits with the chosen ones ticked."""
        self.model.blockSignals(True)
        self.model.clear()
        for item in items:
            row = QStandardItem(exhibit_text(item.exhibit_no, item.title))
            row.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(Qt.CheckState.Checked if item.id in chosen else Qt.CheckState.Unchecked)
            row.setData(item.id, _ID)
            self.model.appendRow(row)
        self.model.blockSignals(False)
        self._show_count()

    def chosen(self) -> tuple[EvidenceId, ...]:
        """Return the ids of the ticked exhibits, in the order of their numbers."""
        rows = (self.model.item(number) for number in range(self.model.rowCount()))
        return tuple(EvidenceId(row.data(_ID)) for row in rows if row.checkState() is Qt.CheckState.Checked)

    def open(self) -> QFrame:
        """Open the list over the button and return it."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setProperty("card", "true")
        box = column(popup, margin=8, gap=6)
        if self.model.rowCount():
            box.addWidget(PlainLabel(translate("Timeline", "Tick what belongs to this contact"), "caption"))
            box.addWidget(self._list())
        else:
            text = translate("Timeline", "This case has no evidence yet. Add it in the Evidence tab.")
            box.addWidget(PlainLabel(text, "muted"))
        box.addWidget(button(translate("Timeline", "Close"), popup.close, kind="quiet"))
        popup.adjustSize()
        popup.move(self.button.mapToGlobal(QPoint(0, self.button.height() + 2)))
        popup.show()
        return popup

    def _list(self) -> QListView:
        view = QListView()
        view.setProperty("ticks", "true")
        view.setModel(self.model)
        view.setAccessibleName(translate("Timeline", "Exhibits"))
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = min(8, self.model.rowCount())
        view.setFixedSize(QSize(max(320, self.width()), rows * (view.sizeHintForRow(0) + 2) + 4))
        view.setCurrentIndex(self.model.index(0, 0))
        return view

    def _tell(self) -> None:
        self._show_count()
        self.changed.emit()

    def _show_count(self) -> None:
        count = len(self.chosen())
        linked = translate("Timeline", "Linked evidence: {n}").format(n=count)
        self.button.setText(linked if count else translate("Timeline", "Link evidence"))
