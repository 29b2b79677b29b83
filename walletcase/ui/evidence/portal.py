"""Asks the desktop for a screenshot by xdg-desktop-portal (org.freedesktop.portal.Screenshot), as Wayland wants it."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import SLOT, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtGui import QImage

_SERVICE, _PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
_SCREENSHOT, _REQUEST = "org.freedesktop.portal.Screenshot", "org.freedesktop.portal.Request"
_LEFT = 1  # "the user cancelled the interaction", the portal's interface org.freedesktop.portal.Request
_PATIENCE_MS = 5 * 60 * 1000  # a person chooses in the desktop's dialogue


class Portal(QObject):
    """Ends itself after ``answered`` (the picture), ``left`` (the person wants none after all) or ``failed``."""

    answered = Signal(object)
    left = Signal()
    failed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._fail)

    def ask(self) -> None:
        """Let the person choose in the desktop's own dialogue."""
        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            self._fail()
            return
        token = f"walletcase_{secrets.token_hex(8)}"
        sender = bus.baseService().removeprefix(":").replace(".", "_")
        path = f"{_PATH}/request/{sender}/{token}"  # told beforehand, so that no answer is missed
        # The stubs want bytes for a slot; what the methods take is the text that SLOT gives.
        answer: Any = SLOT("take(uint,QVariantMap)")
        begun: Any = SLOT("begun(QDBusMessage)")
        refused: Any = SLOT("refused(QDBusError,QDBusMessage)")
        bus.connect(_SERVICE, path, _REQUEST, "Response", self, answer)
        message = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SCREENSHOT, "Screenshot")
        message.setArguments(["", {"handle_token": token, "interactive": True}])
        self._patience.start()
        bus.callWithCallback(message, self, begun, refused)

    @Slot("QDBusMessage")
    def begun(self, _message: QDBusMessage) -> None:
        """The dialogue is shown."""

    @Slot("QDBusError", "QDBusMessage")
    def refused(self, _error: object, _message: QDBusMessage) -> None:
        """There is no portal, or it can't take screenshots."""
        self._fail()

    @Slot("uint", "QVariantMap")
    def take(self, code: int, results: Mapping[str, object]) -> None:
        """The answer: 0 and where the picture lies, or that the person left."""
        url = QUrl(str(results.get("uri", "")))
        if code == _LEFT:
            self._patience.stop()
            self.left.emit()
            self.deleteLater()
            return
        if code != 0 or not url.isLocalFile():
            self._fail()
            return
        self._patience.stop()
        self.answered.emit(QImage(url.toLocalFile()))  # the desktop's own file stays where it put it
        self.deleteLater()

    def _fail(self) -> None:
        self._patience.stop()
        self.failed.emit()
        self.deleteLater()
