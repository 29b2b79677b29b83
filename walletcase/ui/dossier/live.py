"""The live dossier: what was made last, page by page, and what is going on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QImage

from walletcase.ui.dossier.maker import PreviewMaker
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.paper.preview import PreviewPane
from walletcase.ui.shell.tasks import Job


class LivePreview(PreviewPane):
    """Its bar shows one thing at a time: what began last."""

    def __init__(self, desk: Desk, maker: PreviewMaker) -> None:
        super().__init__(desk)
        self._maker = maker
        self._stop: Callable[[], None] | None = None  # ends what the bar shows
        maker.began.connect(lambda: self.begin(translate("Dossier", "Making the preview…"), maker.cancel))
        maker.progressed.connect(self.show_progress)
        maker.stopped.connect(self._show_stopped)
        self.cancelled.connect(self._cancel)
        self.pages.page_wanted.connect(self._draw)
        self.pages.moved.connect(self._note_place)
        maker.glimpsed.connect(self._draw_ahead)

    def begin(self, text: str, stop: Callable[[], None]) -> None:
        """Say what is going on, and how it is stopped."""
        self._stop = stop
        self.show_work(text)

    def end(self, stop: Callable[[], None]) -> None:
        """Take the bar away, unless it shows something else by now."""
        if self._stop == stop:
            self._stop = None
            self.hide_work()

    def _cancel(self) -> None:
        if self._stop is not None:
            self._stop()

    def _show_stopped(self) -> None:
        self.end(self._maker.cancel)
        if self._maker.rendered is None:
            self.show_words(translate("Dossier", "No preview. Change an option to make one."))

    def _note_place(self, page: int, pages: int) -> None:
        self._maker.in_view = max(0, page - 1)

    def _draw_ahead(self, number: int, path: Path) -> None:
        """Draw the page in view, which is made before the rest."""
        pictures, width_px = self._desk.services.pictures, self.pages.width_px
        making = self._maker.making

        def draw(job: Job) -> QImage:
            return QImage.fromData(pictures.page(path, "application/pdf", 0, width_px) or b"")

        def put(image: QImage) -> None:
            if self._maker.making == making:
                self.pages.put_ahead(number, image)

        self._desk.files.run(draw, put, lambda _: None, self, droppable=True)

    def _draw(self, number: int, width_px: int) -> None:
        """Draw a page of what was made last, off the window's thread."""
        rendered, pictures = self._maker.rendered, self._desk.services.pictures
        if rendered is None:
            return

        def draw(job: Job) -> QImage:
            return QImage.fromData(pictures.page(rendered.path, "application/pdf", number, width_px) or b"")

        def put(image: QImage) -> None:
            if self._maker.rendered is rendered:
                self.pages.put_page(number, width_px, image)

        self._desk.files.run(draw, put, self._desk.fail, self, droppable=True)
