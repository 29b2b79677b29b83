"""A desktop's portal on a bus of its own, and a program that asks it. Run by dbus-run-session: fake_portal.py HOW FILE.

Prints what came of the question. HOW is "gives" (a picture), "declined" (the person left) or "absent" (no portal).
"""

# What PySide6 says of its own D-Bus classes to type checkers is not what they take.
# mypy: disable-error-code="call-arg, operator, arg-type"

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusObjectPath
from PySide6.QtGui import QImage

from walletcase.ui.evidence.portal import Portal

_PATH = "/org/freedesktop/portal/desktop"


@ClassInfo({"D-Bus Interface": "org.freedesktop.portal.Request"})
class Request(QObject):
    """Where the answer comes from."""

    Response = Signal("uint", "QVariantMap")


@ClassInfo({"D-Bus Interface": "org.freedesktop.portal.Screenshot"})
class Desktop(QObject):
    """Answers as it was told."""

    def __init__(self, bus: QDBusConnection, how: str, file: Path) -> None:
        super().__init__()
        self._bus, self._how, self._file = bus, how, file
        self._request = Request()

    @Slot("QString", "QVariantMap", "QDBusMessage")
    def Screenshot(self, _window: str, options: dict[str, object], message: QDBusMessage) -> None:
        """Say where the answer will be, then answer there."""
        sender = message.service().removeprefix(":").replace(".", "_")
        path = f"{_PATH}/request/{sender}/{options['handle_token']}"
        assert options["interactive"] is True
        self._bus.send(message.createReply([QDBusObjectPath(path)]))
        assert self._bus.registerObject(path, self._request, QDBusConnection.RegisterOption.ExportAllSignals)
        given = self._how == "gives"
        uri = QUrl.fromLocalFile(str(self._file)).toString()
        self._request.Response.emit(0 if given else 1, {"uri": uri} if given else {})


def main(how: str, file: Path) -> int:
    app = QCoreApplication([])
    bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "desktop")
    desktop = Desktop(bus, how, file)
    if how != "absent":
        assert bus.registerService("org.freedesktop.portal.Desktop")
        assert bus.registerObject(_PATH, desktop, QDBusConnection.RegisterOption.ExportAllSlots)

    def told(text: str) -> None:
        print(text)  # noqa: T201 - to the test
        app.quit()

    portal = Portal(app)
    portal.answered.connect(lambda picture: told(f"picture {picture.width()}"))
    portal.left.connect(lambda: told("left"))
    portal.failed.connect(lambda: told("failed"))
    QTimer.singleShot(0, portal.ask)
    QTimer.singleShot(20_000, lambda: told("silence"))
    return app.exec()


if __name__ == "__main__":
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(0xFF8800)
    target = Path(sys.argv[2])
    image.save(str(target))
    raise SystemExit(main(sys.argv[1], target))
