"""The buttons over a letter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from walletcase.ui.look.tokens import S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button, icon_button
from walletcase.ui.widgets.flow import flow_row
from walletcase.ui.widgets.layout import row


class DeedBar(QWidget):
    """``wanted`` carries copy, pdf, docx, print, send, check, anew, duplicate or trash."""

    wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._is_draft = True
        self.buttons: dict[str, QPushButton] = {}
        place, line = flow_row(gap=S)
        for name, text, picture in (
            ("send", translate("Letters", "Mark as sent…"), "check"),
            ("copy", translate("Letters", "Copy text"), "copy"),
            ("pdf", translate("Letters", "PDF…"), ""),
            ("docx", translate("Letters", "Word…"), ""),
            ("print", translate("Letters", "Print…"), ""),
        ):
            icon = desk.icon(picture) if picture else None
            made = button(text, lambda name=name: self.wanted.emit(name), icon=icon)  # type: ignore[misc]
            self.buttons[name] = made
            line.addWidget(made)
        self.more = icon_button(translate("Letters", "More"), desk.icon("ellipsis"), self._open_menu)
        box = row(self, gap=S)
        box.addWidget(place, 1)
        box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)  # never alone on a line of its own

    def set_draft(self, is_draft: bool) -> None:
        """Offer what is done with a draft, or with a letter that was sent."""
        self._is_draft = is_draft
        self.buttons["send"].setVisible(is_draft)

    def menu_entries(self) -> dict[str, str]:
        """What the menu offers, by deed."""
        of_draft = {
            "check": translate("Letters", "Check before filing…"),
            "anew": translate("Letters", "Compose anew…"),
        }
        return (of_draft if self._is_draft else {}) | {
            "duplicate": translate("Letters", "New draft from this"),
            "trash": translate("Letters", "Move to the trash"),
        }

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, text in self.menu_entries().items():
            menu.addAction(text).triggered.connect(lambda _=False, name=name: self.wanted.emit(name))
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
