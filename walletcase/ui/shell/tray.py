"""The system's tray, where there is one: a notice there reaches a person who looks at another window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from walletcase.ui.shell.i18n import translate

_STAYS_MS = 10_000


def is_tray_available() -> bool:
    """Whether this desktop has a tray that shows messages. The settings say so where it has none."""
    return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()


class Tray(QObject):
    """``chosen``: the person clicked the icon or its last message and wants the window."""

    chosen = Signal()

    def __init__(self, icon: QIcon, window: QWidget) -> None:
        super().__init__(window)
        self._menu = QMenu(window)
        self._menu.addAction(translate("Tray", "Open WalletCase"), self.chosen.emit)
        self._icon = QSystemTrayIcon(icon, self)
        self._icon.setToolTip("WalletCase")
        self._icon.setContextMenu(self._menu)
        self._icon.messageClicked.connect(self.chosen)
        self._icon.activated.connect(self._activated)

    def tell(self, heading: str, text: str) -> None:
        """Show a message; the icon stays from now on."""
        self._icon.show()
        self._icon.showMessage(heading, text, self._icon.icon(), _STAYS_MS)

    def remove(self) -> None:
        """Take the icon away, and the menu with it."""
        self._icon.hide()
        self._menu.deleteLater()
        self.deleteLater()

    def _activated(self, how: QSystemTrayIcon.ActivationReason) -> None:
        if how is not QSystemTrayIcon.ActivationReason.Context:
            self.chosen.emit()
