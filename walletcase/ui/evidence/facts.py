"""What is known of an exhibit's file, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.evidence import Evidence
from walletcase.ui.evidence import custody_words, sayings, words
from walletcase.ui.look.tokens import XS, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button, icon_button
from walletcase.ui.widgets.flow import flow_row
from walletcase.ui.widgets.labels import ElidedLabel, PlainLabel
from walletcase.ui.widgets.layout import column, row


class FactsPanel(QWidget):
    """Facts in two columns, then the buttons."""

    save_asked = Signal()
    open_asked = Signal()
    trash_asked = Signal()
    unpack_asked = Signal(object)  # an exhibit that holds other files

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._item: Evidence | None = None
        self._lines: dict[str, PlainLabel] = {}
        self._names: dict[str, PlainLabel] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(M)
        self._grid.setVerticalSpacing(XS + 2)
        self._grid.setColumnStretch(1, 1)
        box = column(self, gap=M)
        box.addWidget(PlainLabel(translate("Evidence", "About the file"), "overline"))
        box.addLayout(self._grid)
        box.addWidget(self._buttons())
        self._add("name", translate("Evidence", "Original name"))
        self._add("type", translate("Evidence", "Type and size"))
        self._add("extent", translate("Evidence", "Extent"))
        self._add("added", translate("Evidence", "Added"))
        self._add("origin", translate("Custody", "Origin"))
        self._add("claims", translate("Evidence", "Says of itself"))
        self._add_hash()

    def show_item(self, item: Evidence, record: CaseRecord) -> None:
        """Show the facts of an exhibit of a case."""
        self._item = item
        media = item.media
        claims = words.moment_text(media.made_at)
        note = translate("Evidence", "{time} (written by the device; anyone can change it)")
        values = {
            "name": item.original_name,
            "type": f"{words.kind_text(media.media_type)} · {words.size_text(item.file.size_bytes)}",
            "extent": words.extent_text(item),
            "added": words.moment_text(item.added_at),
            "origin": "\n".join(_origin(item, record)),
            "claims": "\n".join((*([note.format(time=claims)] if claims else ()), *sayings.lines(item))),
            "sha256": item.file.sha256,
        }
        for key, value in values.items():
            self._lines[key].setText(value)
            self._lines[key].setVisible(bool(value))
            self._names[key].setVisible(bool(value))
        self.unpack.setVisible(sayings.holds_files(item))
        self._lines["sha256"].setAccessibleName(f"SHA-256 {item.file.sha256}")

    def copy_hash(self) -> None:
        """Put the whole SHA-256 into the clipboard."""
        if self._item is not None:
            QApplication.clipboard().setText(self._item.file.sha256)
            self._desk.toasts.show(translate("Evidence", "Checksum copied"))

    def _ask_unpack(self) -> None:
        if self._item is not None:
            self.unpack_asked.emit(self._item)

    def _add(self, key: str, label: str) -> None:
        value = ElidedLabel() if key == "name" else PlainLabel("", wrap=True)
        value.let_select()
        self._put(key, label, value, value)

    def _add_hash(self) -> None:
        value = ElidedLabel().let_select()
        holder = QWidget()
        line = row(holder, gap=S)
        line.addWidget(value, 1)
        name = translate("Evidence", "Copy the checksum (SHA-256)")
        line.addWidget(icon_button(name, self._desk.icon("copy", self._desk.theme.colours.muted), self.copy_hash))
        self._put("sha256", "SHA-256", value, holder)

    def _put(self, key: str, label: str, value: PlainLabel, holder: QWidget) -> None:
        name = PlainLabel(label, "muted")
        line = self._grid.rowCount()
        beside = Qt.AlignmentFlag.AlignTop if holder is value else Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(name, line, 0, beside)
        self._grid.addWidget(holder, line, 1)
        self._lines[key], self._names[key] = value, name

    def _buttons(self) -> QWidget:
        holder, line = flow_row()
        desk = self._desk
        danger = desk.theme.colours.danger
        verb = translate("Evidence", "Take out what is inside…")
        self.unpack = button(verb, self._ask_unpack, icon=desk.icon("folder-open"))
        self.unpack.setVisible(False)
        line.addWidget(self.unpack)
        for made in (
            button(translate("Evidence", "Save a copy…"), self.save_asked.emit, icon=desk.icon("download")),
            button(
                translate("Evidence", "Open with system viewer"),
                self.open_asked.emit,
                icon=desk.icon("external-link"),
            ),
            button(
                translate("Evidence", "Move to trash"),
                self.trash_asked.emit,
                kind="danger",
                icon=desk.icon("trash-2", danger),
            ),
        ):
            line.addWidget(made)
        return holder


def _origin(item: Evidence, record: CaseRecord) -> list[str]:
    """Which way it came in, and whose computer that was."""
    parent = next((one.exhibit_no for one in record.evidence if one.id == item.parent_id), "")
    origin = item.origin
    way = custody_words.kin_text(item.kin.value, parent) or custody_words.way_text(origin.way.value)
    return [part for part in (way, custody_words.person_text(origin.added_by, origin.device)) if part]
