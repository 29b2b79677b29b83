"""One window per data folder: a second start hands its files to the first window and ends."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 2000


def _name(data_folder: Path) -> str:
    """A socket name of this user's for this folder; local sockets reach nobody outside the machine."""
    return "walletcase-" + hashlib.sha256(str(data_folder.resolve()).encode()).hexdigest()[:24]


def call_first(data_folder: Path, files: list[Path]) -> bool:
    """Ask a window that runs on this folder to come to the front; False if none answers."""
    socket = QLocalSocket()
    socket.connectToServer(_name(data_folder))
    if not socket.waitForConnected(_WAIT_MS):
        return False
    socket.write(json.dumps([str(file.resolve()) for file in files]).encode() + b"\n")
    sent = socket.waitForBytesWritten(_WAIT_MS) and socket.waitForReadyRead(_WAIT_MS)
    socket.disconnectFromServer()
    return bool(sent)


class FirstInstance(QObject):
    """Listens for later starts. ``called`` carries their files as a list of paths."""

    called = Signal(object)

    def __init__(self, data_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(_name(data_folder))  # the folder lock is ours: what is left is a killed one's
        self._server.listen(_name(data_folder))
        self._server.newConnection.connect(self._answer)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _answer(self) -> None:
        socket = self._server.nextPendingConnection()

        def read() -> None:
            if not socket.canReadLine():
                return
            try:
                names = json.loads(bytes(socket.readLine().data()))
            except ValueError:
                names = []
            socket.write(b"ok\n")
            socket.flush()
            files = [Path(str(name)) for name in names] if isinstance(names, list) else []
            # Later: whoever hears of it may show a dialog, and the socket goes while that is open.
            QTimer.singleShot(0, self, lambda: self.called.emit(files))

        socket.readyRead.connect(read)
        socket.disconnected.connect(socket.deleteLater)
        read()  # what came before anyone listened
