"""Exhibits let go on a fact or a demand: what lies under the mouse is marked, near an edge the page scrolls."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QCursor, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.ids import EvidenceId
from walletcase.domain.links import Use
from walletcase.ui.shell.exhibits import FORMAT, accept_exhibits, dragged_exhibits
from walletcase.ui.widgets.layout import ScrollColumn

_EDGE_PX, _STEP_PX, _EVERY_MS = 36, 14, 30
HOT = "drop"  # the tone of the card under what is dragged


class ExhibitDrops(QObject):
    """Watches a page whose cards are named ``at:…``.

    ``use_of`` says what a name stands for (None: nothing that exhibits show); ``link`` is called with what fell on it.
    """

    def __init__(
        self,
        view: ScrollColumn,
        record: Callable[[], CaseRecord | None],
        use_of: Callable[[str], Use | None],
        link: Callable[[tuple[EvidenceId, ...], Use], None],
    ) -> None:
        super().__init__(view)
        self._view, self._record, self._use_of, self._link = view, record, use_of, link
        self._hot: QWidget | None = None
        self._cold = ""
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._scroll)
        view.viewport().setAcceptDrops(True)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow a drag of exhibits over the page; leave every other drag alone."""
        if event.type() == QEvent.Type.DragLeave:
            self._end()
            return False
        if not isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent):
            return False
        if not event.mimeData().hasFormat(FORMAT):
            return False
        card, use = self._under(event.position().toPoint())
        ids = dragged_exhibits(event.mimeData(), self._record())
        is_drop = event.type() == QEvent.Type.Drop
        # Entering is welcome anywhere on the page: else nothing more would be heard of the drag.
        accept_exhibits(event, bool(ids) and (use is not None or event.type() == QEvent.Type.DragEnter))
        self._heat(card if use is not None and ids and not is_drop else None)
        if is_drop:
            self._end()
            if use is not None and ids:
                self._link(ids, use)
        else:
            self._timer.start()
        return True

    def _under(self, at: QPoint) -> tuple[QWidget | None, Use | None]:
        """The card at a place of the viewport, and what it stands for."""
        found = self._view.viewport().childAt(at)
        while found is not None and found is not self._view:
            use = self._use_of(found.objectName().removeprefix("at:")) if found.objectName() else None
            if use is not None:
                return found, use
            found = found.parentWidget()
        return None, None

    def _heat(self, card: QWidget | None) -> None:
        if card is self._hot:
            return
        for widget, tone in ((self._hot, self._cold), (card, HOT)):
            if widget is not None:
                self._cold = str(widget.property("card") or "")
                widget.setProperty("card", tone)
                widget.setProperty("hot", "true" if tone == HOT else "")
                widget.style().unpolish(widget)
                widget.style().polish(widget)
        self._hot = card

    def _end(self) -> None:
        self._timer.stop()
        self._heat(None)

    def _scroll(self) -> None:
        viewport, bar = self._view.viewport(), self._view.verticalScrollBar()
        y = viewport.mapFromGlobal(QCursor.pos()).y()
        step = -_STEP_PX if y < _EDGE_PX else _STEP_PX if y > viewport.height() - _EDGE_PX else 0
        bar.setValue(bar.value() + step)
