"""Thumbnails, made off the window's thread for the exhibits that are on the screen."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

from walletcase.domain.evidence import Evidence
from walletcase.ui.evidence.pngs import image_of
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.tasks import Job

_KEPT = 400
_MOST_WAITING = 48  # about two screens of tiles: what was scrolled past is asked for again when it comes back
_TEXT_CHARS = 600
SMALL_PX = 60


@dataclass(frozen=True, slots=True)
class Thumb:
    """What can be shown of a file in small: a picture, the beginning of a text, or neither."""

    large: QPixmap | None = None
    small: QPixmap | None = None
    text: str = ""

    @property
    def has_picture(self) -> bool:
        """Whether there is a picture."""
        return self.large is not None

    def sized(self, height_px: int) -> QPixmap:
        """Return the picture in the size that is best for an area of this height; null if there is none."""
        return (self.small if height_px <= SMALL_PX else self.large) or QPixmap()


@dataclass(frozen=True, slots=True)
class _Found:
    missing: bool = False
    large: QImage | None = None  # decoded from our own PNG on the worker's thread
    small: QImage | None = None
    text: str = ""


class Thumbnails(QObject):
    """Keeps some hundred thumbnails. One is made at a time, so that other work in the lane gets its turn."""

    arrived = Signal(str)  # SHA-256
    missed = Signal(str)  # SHA-256 of a file that is not there

    def __init__(self, desk: Desk, box_px: int, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._box_px = box_px
        self._kept: OrderedDict[str, Thumb] = OrderedDict()
        self._waiting: OrderedDict[str, Evidence] = OrderedDict()
        self._busy = False

    def get(self, item: Evidence) -> Thumb | None:
        """Return a thumbnail; None while it is being made (it is asked for, and ``arrived`` tells)."""
        key = item.file.sha256
        thumb = self._kept.get(key)
        if thumb is not None:
            self._kept.move_to_end(key)
            return thumb
        self._waiting.setdefault(key, item)
        while len(self._waiting) > _MOST_WAITING:
            self._waiting.popitem(last=False)
        self._pump()
        return None

    def kept(self, item: Evidence) -> Thumb | None:
        """Return a thumbnail if it is at hand."""
        return self._kept.get(item.file.sha256)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is asked for."""
        return not self._busy and not self._waiting

    def look_again(self, items: Iterable[Evidence]) -> None:
        """Forget that these had no picture: their files may be back."""
        for item in items:
            if self._kept.get(item.file.sha256) == Thumb():
                del self._kept[item.file.sha256]

    def _pump(self) -> None:
        while self._waiting and not self._busy:
            self._busy = True
            key, item = self._waiting.popitem(last=False)
            if key in self._kept:
                self._busy = False
                continue
            self._start(key, item)

    def _start(self, key: str, item: Evidence) -> None:
        def done(found: _Found) -> None:
            self._keep(key, found)
            self._busy = False
            self._pump()

        def failed(error: BaseException) -> None:
            self._keep(key, _Found())
            self._busy = False
            self._desk.fail(error)

        self._desk.files.run(lambda job: self._find(item, job), done, failed, self, droppable=True)

    def _keep(self, key: str, found: _Found) -> None:
        large, small = (None if image is None else QPixmap.fromImage(image) for image in (found.large, found.small))
        self._kept[key] = Thumb(large, small, found.text)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        if found.missing:
            self.missed.emit(key)
        self.arrived.emit(key)

    def _find(self, item: Evidence, job: Job) -> _Found:
        """Run on a worker's thread."""
        services, media = self._desk.services, item.media
        path = services.evidence.path(item)
        if not path.is_file():
            return _Found(missing=True)
        if media.note:
            return _Found()
        png = services.pictures.thumbnail(item.file.sha256, path, media.media_type, self._box_px)
        if png is None:
            text = services.pictures.text(path, media.media_type) or ""
            return _Found(text=text[:_TEXT_CHARS])
        image = image_of(png)
        if image is None:
            return _Found()
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        return _Found(large=image, small=image.scaled(2 * SMALL_PX, 2 * SMALL_PX, keep, smooth))
