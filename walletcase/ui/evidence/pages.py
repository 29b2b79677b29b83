"""Draws pages and reads texts off the window's thread; of several requests only the newest counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from walletcase.domain.evidence import Evidence
from walletcase.ui.evidence.pngs import image_of
from walletcase.ui.shell.desk import Desk

MOST_WIDTH_PX = 4096


@dataclass(frozen=True, slots=True)
class Shown:
    """What there is to see of an item's page: a picture, a text, or the reason for neither."""

    item: Evidence
    page_no: int
    image: QImage | None = None
    text: str | None = None
    reason: str = ""


class Pages(QObject):
    """One page is drawn at a time; what is asked for meanwhile waits, and only the newest wish is kept."""

    ready = Signal(object)  # Shown

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._busy = False
        self._next: Callable[[], None] | None = None
        self._serial = 0

    def ask(self, item: Evidence, page_no: int, width_px: int) -> None:
        """Ask for a page (from 0) about ``width_px`` wide; ``ready`` answers."""
        self._serial += 1
        serial = self._serial

        def start() -> None:
            self._start(serial, item, page_no, min(width_px, MOST_WIDTH_PX))

        if self._busy:
            self._next = start
        else:
            start()

    def forget(self) -> None:
        """What was asked for is no longer wanted."""
        self._serial += 1
        self._next = None

    def _start(self, serial: int, item: Evidence, page_no: int, width_px: int) -> None:
        def done(shown: Shown) -> None:
            self._end()
            if serial == self._serial:
                self.ready.emit(shown)

        def failed(error: BaseException) -> None:
            self._end()
            self._desk.fail(error)

        self._busy = True
        self._desk.files.run(lambda job: self._look(item, page_no, width_px), done, failed, self, droppable=True)

    def _end(self) -> None:
        self._busy = False
        waiting, self._next = self._next, None
        if waiting is not None:
            waiting()

    def _look(self, item: Evidence, page_no: int, width_px: int) -> Shown:
        """Run on a worker's thread."""
        services, media = self._desk.services, item.media
        path = services.evidence.path(item)
        if not path.is_file():
            return Shown(item, page_no, reason="missing")
        if media.note in ("encrypted", "empty", "too_large", "unsupported"):
            return Shown(item, page_no, reason=media.note)
        png = services.pictures.page(path, media.media_type, page_no, width_px)
        if png is not None:
            image = image_of(png)
            return Shown(item, page_no, image, reason="" if image is not None else "damaged")
        text = services.pictures.text(path, media.media_type)
        if text is not None:
            return Shown(item, page_no, text=text)
        drawable = media.media_type == "application/pdf" or media.media_type.startswith("image/")
        return Shown(item, page_no, reason=media.note or ("damaged" if drawable else "unsupported"))
