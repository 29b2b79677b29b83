"""The search box: hits appear below it while one types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QStackedWidget, QWidget

from walletcase.services.ports import Hit
from walletcase.ui.look.tokens import XS, L
from walletcase.ui.search.delegate import HitDelegate
from walletcase.ui.search.model import HitModel
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import column

PAUSE_MS = 150
_WIDTH_PX, _ROWS_SHOWN = 460, 8
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class SearchBox(QWidget):
    """``hit_chosen`` carries a services.ports.Hit."""

    hit_chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asked = ""
        self.model = HitModel(self)
        self._delegate = HitDelegate(desk)
        self.line = QLineEdit()
        self.line.setPlaceholderText(translate("Search", "Search everything"))
        self.line.setAccessibleName(translate("Search", "Search cases, contacts and evidence"))
        self.line.setClearButtonEnabled(True)
        self.line.addAction(desk.icon("search", desk.theme.colours.muted), QLineEdit.ActionPosition.LeadingPosition)
        self.setFocusProxy(self.line)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.line.textChanged.connect(self._typed)
        self.line.installEventFilter(self)
        column(self, gap=0).addWidget(self.line)
        self.popup = self._make_popup()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down walk through the hits, Enter opens one, Esc closes the list and then clears the box."""
        if event.type() == QEvent.Type.FocusOut and not self.popup.isAncestorOf(self):
            QTimer.singleShot(0, self._close_if_left)
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = event.key()
        if key in _MOVES and self.popup.isVisible():
            self.list.event(event)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
            return True
        if key == Qt.Key.Key_Escape:
            self._escape()
            return True
        return False

    def _make_popup(self) -> QFrame:
        popup = QFrame(self, Qt.WindowType.ToolTip)
        popup.setProperty("card", "true")
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(translate("Search", "What was found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(lambda _: self._choose())
        nothing = PlainLabel(translate("Search", "Nothing found. Fewer or other words may help."), "muted", wrap=True)
        nothing.setContentsMargins(L, L, L, L)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(nothing)
        column(popup, gap=0, margin=XS).addWidget(self._stack)
        return popup

    def _typed(self, text: str) -> None:
        if text.strip():
            self._pause.start()
        else:
            self._pause.stop()
            self.popup.hide()

    def _search(self) -> None:
        text = self._asked = self.line.text()

        def show(hits: Sequence[Hit]) -> None:
            if text == self.line.text():
                self._show(text, hits)

        self._desk.read(self, lambda: self._desk.services.search.search(text), show)

    def _show(self, text: str, hits: Sequence[Hit]) -> None:
        self._delegate.needle = text
        self.model.show_hits(hits)
        self._stack.setCurrentIndex(0 if hits else 1)
        if hits:
            self.list.setCurrentIndex(self.model.index(0))
        rows = min(max(len(hits), 2), _ROWS_SHOWN)
        self.popup.resize(max(_WIDTH_PX, self.width()), rows * self._desk.theme.px(52) + 2 * XS + 4)
        self.popup.move(self.mapToGlobal(QPoint(0, self.height() + XS)))
        self.popup.show()

    def _choose(self) -> None:
        if not self.popup.isVisible():
            self._search()
            return
        hit = self.model.hit_at(self.list.currentIndex())
        if hit is not None:
            self.popup.hide()
            self.hit_chosen.emit(hit)

    def _escape(self) -> None:
        if self.popup.isVisible():
            self.popup.hide()
        else:
            self.line.clear()

    def _close_if_left(self) -> None:
        if not self.line.hasFocus() and not self.popup.underMouse():
            self.popup.hide()
