"""Plays one recording: fetches its sound piece by piece, ahead of the speaker."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, QTimer, Signal

from walletcase.domain.evidence import Evidence
from walletcase.domain.sound import PIECE_MS, bytes_of, milliseconds_of
from walletcase.infra.speaker import NoSpeaker, Speaker
from walletcase.ui.shell.desk import Desk

_LOOK_MS = 100
_AHEAD_BYTES = bytes_of(2 * PIECE_MS)


class Playing(QObject):
    """``moved`` carries the place in milliseconds; ``changed`` says that it plays now, or no longer.

    ``failed``: "no_speaker", or "damaged" where a piece could not be decoded.
    """

    moved = Signal(int)
    changed = Signal()
    failed = Signal(str)

    def __init__(self, desk: Desk, parent: QObject, speaker: Speaker | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._speaker = speaker or Speaker()
        self._item: Evidence | None = None
        self._guard = threading.Lock()
        self._waiting = bytearray()  # fetched, not played: shared with the speaker's thread
        self._played_bytes = 0  # since ``_from_ms``
        self._from_ms = 0
        self._fetched_ms = 0
        self._serial = 0
        self._is_fetching = self._is_whole = False
        self.is_playing = False
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)

    @property
    def at_ms(self) -> int:
        """The place that is heard."""
        with self._guard:
            return self._from_ms + milliseconds_of(self._played_bytes)

    def open(self, item: Evidence | None) -> None:
        """Be silent, and ready to play an exhibit from its beginning; None to be silent only."""
        self.pause()
        self._item = item
        self._go_to(0)

    def play(self) -> None:
        """Go on; from the beginning if it was at its end."""
        if self._item is None or self.is_playing:
            return
        if self._is_whole and not self._waiting:
            self._go_to(0)
        try:
            self._speaker.start(self._pull)
        except NoSpeaker:
            self.failed.emit("no_speaker")
            return
        self.is_playing = True
        self._timer.start()
        self._fetch()
        self.changed.emit()

    def pause(self) -> None:
        """Be silent; the place stays."""
        self._timer.stop()
        self._speaker.stop()
        if self.is_playing:
            self.is_playing = False
            self.changed.emit()

    def toggle(self) -> None:
        """Play, or pause."""
        if self.is_playing:
            self.pause()
        else:
            self.play()

    def seek(self, to_ms: int) -> None:
        """Go to a place."""
        length = self._item.media.duration_ms if self._item else 0
        self._go_to(max(0, min(to_ms, length or to_ms)))
        self.moved.emit(self._from_ms)
        if self.is_playing:
            self._fetch()

    def _go_to(self, at_ms: int) -> None:
        self._serial += 1
        with self._guard:
            self._waiting.clear()
            self._from_ms = self._fetched_ms = at_ms
            self._played_bytes = 0
        self._is_fetching = self._is_whole = False

    def _pull(self, most: int) -> bytes:
        """Run on the speaker's thread."""
        with self._guard:
            piece = bytes(self._waiting[:most])
            del self._waiting[:most]
            self._played_bytes += len(piece)
            return piece

    def _look(self) -> None:
        self.moved.emit(self.at_ms)
        if self._is_whole and not self._waiting:
            self.pause()
        elif len(self._waiting) < _AHEAD_BYTES:
            self._fetch()

    def _fetch(self) -> None:
        item, from_ms, serial = self._item, self._fetched_ms, self._serial
        if item is None or self._is_fetching or self._is_whole:
            return
        services = self._desk.services

        def work(_: object) -> bytes | None:
            path = services.evidence.path(item)
            return services.pictures.sound(path, item.media.media_type, from_ms)

        def done(piece: bytes | None) -> None:
            if serial == self._serial:
                self._take(piece)

        def failed(error: BaseException) -> None:
            if serial == self._serial:
                self._take(None)
            self._desk.fail(error)

        self._is_fetching = True
        self._desk.files.run(work, done, failed, self, droppable=True)

    def _take(self, piece: bytes | None) -> None:
        self._is_fetching = False
        if piece is None:
            self.pause()
            self.failed.emit("damaged")
            return
        self._is_whole = len(piece) < bytes_of(PIECE_MS)
        with self._guard:
            self._waiting += piece
        self._fetched_ms += milliseconds_of(len(piece))
        if self.is_playing and len(self._waiting) < _AHEAD_BYTES:
            self._fetch()
