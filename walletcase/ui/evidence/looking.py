"""Goes from one exhibit of the gallery to the next, and takes the whole screen for them."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from walletcase.domain.evidence import Evidence
from walletcase.domain.ids import EvidenceId
from walletcase.ui.evidence.detail import Detail
from walletcase.ui.evidence.full_screen import FullScreen
from walletcase.ui.evidence.gallery import Gallery
from walletcase.ui.shell.desk import Desk


class Looking(QObject):
    """What the viewer asks for that needs the other exhibits. ``whole`` is the window that has the screen."""

    def __init__(self, desk: Desk, gallery: Gallery, detail: Detail, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._gallery, self._detail = desk, gallery, detail
        self._window = parent
        self.whole: FullScreen | None = None
        self._wanted: tuple[EvidenceId, int, str, int] | None = None
        self._way = 1  # where the person is leafing to
        gallery.picked.connect(self._turn)
        gallery.picked.connect(lambda item: self._expect())
        detail.viewer.screen_asked.connect(self.take_screen)
        detail.viewer.stepped.connect(self.step)

    def show_place(self, evidence_id: EvidenceId, page_no: int, word: str = "", mark_id: int = 0) -> None:
        """Turn to a page (from 0) of an exhibit and light a word or a mark there, now or once it is looked at."""
        self._wanted = (evidence_id, page_no, word, mark_id)
        self._turn(self._gallery.current)

    def step(self, way: int) -> None:
        """Look at the next exhibit of the gallery (+1) or the one before (-1)."""
        self._way = way
        at = self._at + way
        if self._at >= 0 and 0 <= at < len(self._gallery.rows.items):
            self._gallery.select(self._gallery.rows.items[at].id)

    def take_screen(self) -> None:
        """Show the exhibits, as they stand in the gallery, on the whole screen."""
        if self._at < 0 or self.whole is not None:
            return
        self.whole = FullScreen(
            self._desk,
            self._gallery.rows.items,
            self._at,
            self._detail.viewer.marking.all_marks,
            self._gallery.thumbs.kept,
            self._window,
        )
        self.whole.left.connect(self._leave)
        self.whole.copy_asked.connect(self._detail.leaving.copy)
        self.whole.showFullScreen()

    @property
    def _at(self) -> int:
        """Where in the gallery the exhibit stands that is looked at, -1 if none is."""
        current = self._gallery.current
        return next((n for n, one in enumerate(self._gallery.rows.items) if current and one.id == current.id), -1)

    def _expect(self) -> None:
        at, items = self._at, self._gallery.rows.items
        if at >= 0 and 0 <= at + self._way < len(items):
            self._detail.viewer.expect(items[at + self._way])

    def _turn(self, item: Evidence | None) -> None:
        if self._wanted is not None and item is not None and item.id == self._wanted[0]:
            _, page_no, word, mark_id = self._wanted
            self._wanted = None
            self._detail.viewer.show_page(page_no, word)
            self._detail.viewer.marking.point_at(mark_id)

    def _leave(self, item: Evidence) -> None:
        self.whole = None
        self._gallery.select(item.id)
