"""The list of hits, over everything else in the window. The keyboard stays in the search line."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView, QWidget

from walletcase.services.ports import Hit
from walletcase.ui.look.tokens import XS, M, S
from walletcase.ui.search.delegate import HitDelegate
from walletcase.ui.search.model import ROW, HitModel
from walletcase.ui.search.rows import HitRow, MoreRow, Row
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import column

WIDTH_DIGITS = 62
EDGE = 12


class HitPopup(QFrame):
    """``chosen`` carries the Hit; ``more_wanted``: the person wants to see more of them."""

    chosen = Signal(object)
    more_wanted = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("card", "true")
        self.setObjectName("hits")
        self.model = HitModel(self)
        self._delegate = HitDelegate(desk, self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(translate("Search", "What was found"))
        self.list.clicked.connect(self._choose)
        self.note = PlainLabel("", "muted", wrap=True)
        box = column(self, gap=S, margin=S)
        box.addWidget(self.list, 1)
        box.addWidget(self.note)
        self.hide()

    def show_rows(self, rows: tuple[Row, ...], query: str, note: str, at: int = -1) -> None:
        """Show hits, and a remark under them ("" for none); the first one after row ``at`` is chosen."""
        self._delegate.query = query
        self.model.show(rows)
        self.list.setVisible(bool(rows))
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self._choose_row(self.model.next_hit(at, 1))

    def step(self, direction: int) -> None:
        """Choose the next (1) or the previous (-1) hit."""
        self._choose_row(self.model.next_hit(self.list.currentIndex().row(), direction))

    def _choose_row(self, number: int) -> None:
        if number >= 0:
            self.list.setCurrentIndex(self.model.index(number))
            self.list.scrollTo(self.model.index(max(0, number - 1)))
            self.list.scrollTo(self.model.index(number))

    def current(self) -> Hit | None:
        """Return the chosen hit."""
        row = self.list.currentIndex().data(ROW)
        return row.hit if isinstance(row, HitRow) else None

    def enter(self) -> None:
        """Open what is chosen, or show more."""
        self._choose(self.list.currentIndex())

    def place_under(self, line: QWidget) -> None:
        """Stand under the search line, as wide as the window allows, as high as needed."""
        window = line.window()
        at = line.mapTo(window, QPoint(0, line.height() + XS))
        wanted = max(line.width(), WIDTH_DIGITS * self.fontMetrics().horizontalAdvance("0"))
        width = min(wanted, window.width() - 2 * EDGE)
        x = max(EDGE, min(at.x(), window.width() - width - EDGE))
        rows = sum(self.list.sizeHintForRow(n) for n in range(self.model.rowCount()))
        note = self.note.heightForWidth(width - 2 * S) + M if not self.note.isHidden() else 0
        height = min(rows + note + 2 * S + 4, max(120, window.height() - at.y() - 2 * EDGE))
        self.setGeometry(QRect(x, at.y(), width, height))
        self.show()
        self.raise_()
        self._choose_row(self.list.currentIndex().row())  # in sight, now that the room is known

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, HitRow):
            self.chosen.emit(row.hit)
        elif isinstance(row, MoreRow):
            self.more_wanted.emit()
