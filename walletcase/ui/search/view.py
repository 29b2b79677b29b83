"""The search box: one line over cases, facts, contacts and evidence, answering as you type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from walletcase.domain.ids import CaseId
from walletcase.services.ports import Hit
from walletcase.ui.search.popup import HitPopup
from walletcase.ui.search.rows import rows_of
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.layout import column

PAUSE_MS = 150
MOST_HITS = 60
_Found = tuple[Sequence[Hit], Mapping[CaseId, str]]


class SearchBox(QWidget):
    """``hit_chosen`` carries the Hit that the person wants to see."""

    hit_chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._number = 0
        self._titles: Mapping[CaseId, str] | None = None
        self._popup: HitPopup | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.line = QLineEdit()
        self.line.setPlaceholderText(translate("Search", "Search everything"))
        self.line.setAccessibleName(translate("Search", "Search cases, contacts and evidence"))
        muted = desk.theme.colours.muted
        self.line.addAction(desk.icon("search", muted), QLineEdit.ActionPosition.LeadingPosition)
        self.clear_action = QAction(desk.icon("x", muted), translate("Search", "Clear"), self.line)
        self.clear_action.triggered.connect(self.line.clear)
        self.line.textChanged.connect(self._wait)
        self.line.installEventFilter(self)
        column(self, gap=0).addWidget(self.line)
        self.setFocusProxy(self.line)
        desk.bus.changed.connect(self._forget_titles)

    @property
    def popup(self) -> HitPopup:
        """The list of hits, made when it is first needed: it belongs to the window."""
        if self._popup is None:
            self._popup = HitPopup(self._desk, self.window())
            self._popup.chosen.connect(self._choose)
            self.destroyed.connect(self._popup.deleteLater)
            self.window().installEventFilter(self)
        return self._popup

    def close_popup(self) -> None:
        """Hide the hits; what is typed stays."""
        self._pause.stop()
        self._number += 1
        if self._popup is not None:
            self._popup.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows, Enter and Esc work on the hits; leaving the line or the window closes them."""
        if watched is self.line:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._key(event)
            if isinstance(event, QFocusEvent):
                self._focus(event)
        elif event.type() == QEvent.Type.Resize and self._popup is not None and self._popup.isVisible():
            self._popup.place_under(self.line)
        return False

    def _focus(self, event: QFocusEvent) -> None:
        if event.type() == QEvent.Type.FocusOut and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.close_popup()
        elif event.type() == QEvent.Type.FocusIn and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.line.selectAll()

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        is_open = self._popup is not None and self._popup.isVisible()
        if key == Qt.Key.Key_Escape:
            if is_open:
                self.close_popup()
            else:
                self.line.clear()
            return True
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if is_open:
                self.popup.step(1 if key == Qt.Key.Key_Down else -1)
            else:
                self._search()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(is_open=is_open)
            return True
        return False

    def _enter(self, *, is_open: bool) -> None:
        if self._pause.isActive() or not is_open:
            self._search()
            return
        hit = self.popup.current()
        if hit is not None:
            self._choose(hit)

    def _wait(self, text: str) -> None:
        actions = self.line.actions()
        if text and self.clear_action not in actions:
            self.line.addAction(self.clear_action, QLineEdit.ActionPosition.TrailingPosition)
        elif not text:
            self.line.removeAction(self.clear_action)
        if text.strip():
            self._pause.start()
        else:
            self.close_popup()

    def _search(self) -> None:
        self._pause.stop()
        query = self.line.text()
        if not query.strip():
            return
        self._number += 1
        number, known, services = self._number, self._titles, self._desk.services

        def find() -> _Found:
            hits = services.search.search(query, MOST_HITS + 1)
            titles = known if known is not None else {row.id: row.title for row in services.cases.rows()}
            return hits, titles

        def show(found: _Found) -> None:
            if number == self._number:
                self._show(query, *found)

        self._desk.read(self, find, show)

    def _show(self, query: str, hits: Sequence[Hit], titles: Mapping[CaseId, str]) -> None:
        self._titles = titles
        note = ""
        if not hits:
            note = translate("Search", "Nothing found. Fewer or other words may help.")
        elif len(hits) > MOST_HITS:
            note = translate("Search", "Only the first {n} are shown. More words find less.").format(n=MOST_HITS)
        self.popup.show_rows(rows_of(hits[:MOST_HITS], titles, query), query, note)
        self.popup.place_under(self.line)
        count = translate("Search", "{n} found").format(n=len(hits[:MOST_HITS]))
        self.line.setAccessibleDescription(count)

    def _choose(self, hit: Hit) -> None:
        self.close_popup()
        self.hit_chosen.emit(hit)

    def _forget_titles(self) -> None:
        self._titles = None
