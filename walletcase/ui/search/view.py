"""The search box: one line over cases, facts, contacts and evidence, answering as you type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from walletcase.domain.ids import CaseId
from walletcase.services.ports import Hit
from walletcase.ui.search.popup import HitPopup
from walletcase.ui.search.rows import MoreRow, rows_of
from walletcase.ui.search.words import scope_text
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.tasks import Job
from walletcase.ui.widgets.layout import column

PAUSE_MS = 150
MOST_HITS = 60  # at first; each time more are wanted, three times as many again
_TIMES = 4
_HELPING = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ShortcutFocusReason, Qt.FocusReason.OtherFocusReason)


@dataclass(frozen=True, slots=True)
class _Found:
    """The first ``hits`` of ``count``, and what the cases are called."""

    hits: Sequence[Hit]
    count: int
    titles: Mapping[CaseId, str]


class SearchBox(QWidget):
    """``hit_chosen`` carries the Hit that the person wants to see."""

    hit_chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._number = 0
        self._most = MOST_HITS
        self._job: Job | None = None
        self.query = ""  # what was searched for last
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
            self._popup.more_wanted.connect(self._show_more)
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
        elif event.type() == QEvent.Type.FocusIn:
            if event.reason() != Qt.FocusReason.MouseFocusReason:
                self.line.selectAll()
            if event.reason() in _HELPING and not self.line.text():
                self._show_scope()

    def _show_scope(self) -> None:
        """Say what can be searched while nothing is typed."""
        self.popup.show_rows((), "", scope_text())
        self.popup.place_under(self.line)

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
        self.popup.enter()

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

    def _show_more(self) -> None:
        self._search(self._most * _TIMES, self.popup.model.rowCount() - 2)

    def _search(self, most: int = MOST_HITS, at: int = -1) -> None:
        """Look for what is typed, ``most`` of it; the hit after row ``at`` is chosen then."""
        self._pause.stop()
        query = self.line.text()
        if not query.strip():
            self._show_scope()
            return
        if self._job is not None and isValid(self._job):
            self._job.cancel()  # what has not begun is not begun any more
        self._number += 1
        self._most = most
        number, known, services = self._number, self._titles, self._desk.services

        def find() -> _Found:
            hits = services.search.search(query, most + 1)
            titles = known if known is not None else {row.id: row.title for row in services.cases.rows()}
            return _Found(hits[:most], services.search.count(query) if len(hits) > most else len(hits), titles)

        def show(found: _Found) -> None:
            if number == self._number:
                self._show(query, found, at)

        self._job = self._desk.read(self, find, show)

    def _show(self, query: str, found: _Found, at: int) -> None:
        self._titles, self.query = found.titles, query
        rows = rows_of(found.hits, found.titles, query)
        note = translate("Search", "%n found", "", found.count)
        self.line.setAccessibleDescription(note)
        if found.count > len(found.hits):
            rows += (MoreRow(translate("Search", "Show more")),)
            shown = translate("Search", "{n} of {count} found. More words find less.")
            note = shown.format(n=len(found.hits), count=found.count)
        if not found.hits:
            note = translate("Search", "Nothing found. Fewer or other words may help.")
        self.popup.show_rows(rows, query, note, at)
        self.popup.place_under(self.line)

    def _choose(self, hit: Hit) -> None:
        self.close_popup()
        self.hit_chosen.emit(hit)

    def _forget_titles(self) -> None:
        self._titles = None
