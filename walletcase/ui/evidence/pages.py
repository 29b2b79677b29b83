"""Draws pages and reads texts off the window's thread; of several requests only the newest counts.

While the person looks at one page, the one that will probably be next is drawn and kept.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from walletcase.domain.evidence import Evidence
from walletcase.ui.evidence.pngs import image_of
from walletcase.ui.shell.desk import Desk

MOST_WIDTH_PX = 4096
_QUIET_MS = 120  # nobody leafs on: only then is it worth while to draw ahead
_Wish = tuple[Evidence, int, int]  # exhibit, page from 0, width in pixels


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
        self._next: _Wish | None = None
        self._serial = 0
        self._ahead: _Wish | None = None
        self._kept: tuple[_Wish, Shown] | None = None
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._quiet.timeout.connect(self._draw_ahead)

    def ask(self, item: Evidence, page_no: int, width_px: int) -> None:
        """Ask for a page (from 0) about ``width_px`` wide; ``ready`` answers, at once if it was drawn ahead."""
        self._serial += 1
        self._next = (item, page_no, min(width_px, MOST_WIDTH_PX))
        self._go_on()

    def forget(self) -> None:
        """What was asked for is no longer wanted."""
        self._serial += 1
        self._next = self._ahead = None

    def expect(self, item: Evidence, page_no: int, width_px: int) -> None:
        """Draw a page ahead as soon as there is nothing else to do; another wish takes the place of this one."""
        self._ahead = (item, page_no, min(width_px, MOST_WIDTH_PX))
        self._quiet.start()

    def _draw_ahead(self) -> None:
        if self._ahead is not None and not self._busy:
            wish, self._ahead = self._ahead, None
            if not self._has(wish):
                self._start(None, wish)

    def _go_on(self) -> None:
        wish = self._next
        if wish is not None and self._has(wish):
            self._next = None
            self.ready.emit(self._kept[1] if self._kept else None)
        elif wish is not None and not self._busy:
            self._next = None
            self._start(self._serial, wish)
        elif wish is None and self._ahead is not None:
            self._quiet.start()

    def _has(self, wish: _Wish) -> bool:
        if self._kept is None:
            return False
        item, *rest = self._kept[0]
        is_same = (item.file.sha256, *rest) == (wish[0].file.sha256, *wish[1:])
        return is_same and self._desk.services.evidence.path(item).is_file()  # else it is missing, drawn or not

    def _start(self, serial: int | None, wish: _Wish) -> None:
        """Draw a page; without ``serial`` it is drawn ahead: kept, and its failure not told before it is wanted."""

        def done(shown: Shown) -> None:
            self._busy = False
            if serial is None and shown.image is not None:
                self._kept = (wish, shown)
            self._go_on()
            if serial == self._serial:
                self.ready.emit(shown)

        def failed(error: BaseException) -> None:
            self._busy = False
            self._go_on()
            if serial is not None:
                self._desk.fail(error)

        self._busy = True
        self._desk.files.run(lambda job: self._look(*wish), done, failed, self, droppable=True)

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
