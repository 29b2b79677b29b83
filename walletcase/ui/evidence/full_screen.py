"""One exhibit on the whole screen, with nothing around it; the keys go on to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from walletcase.domain.evidence import Evidence
from walletcase.domain.marks import Mark
from walletcase.domain.page_text import PageText
from walletcase.ui.evidence.thumbs import Thumb
from walletcase.ui.evidence.viewer import Viewer
from walletcase.ui.evidence.word_states import shown_lines
from walletcase.ui.look.tokens import M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import icon_button
from walletcase.ui.widgets.labels import ElidedLabel, PlainLabel
from walletcase.ui.widgets.layout import column, row

_LEAVE = (Qt.Key.Key_Escape, Qt.Key.Key_F, Qt.Key.Key_F11)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Space: 1, Qt.Key.Key_Backspace: -1}


class FullScreen(QWidget):
    """``left`` carries the exhibit that was looked at last; ``copy_asked`` the one and its words for the clipboard."""

    left = Signal(object)
    copy_asked = Signal(object, str)

    def __init__(
        self,
        desk: Desk,
        items: Sequence[Evidence],
        at: int,
        marks: Sequence[Mark],
        thumb: Callable[[Evidence], Thumb | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._desk, self._items, self._marks, self._thumb = desk, items, marks, thumb
        self._at = -1
        self._pages: dict[int, PageText] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(translate("Evidence", "Exhibits on the whole screen"))
        self.viewer = Viewer(desk)
        self.viewer.stand_alone()
        self.title = ElidedLabel("", "strong")
        self.place = PlainLabel("", "muted")
        before, after = translate("Evidence", "Exhibit before (Left)"), translate("Evidence", "Next exhibit (Right)")
        self.back = icon_button(before, desk.icon("arrow-left"), lambda: self.step(-1))
        self.on = icon_button(after, desk.icon("arrow-right"), lambda: self.step(1))
        close = icon_button(translate("Evidence", "Leave the whole screen (Esc)"), desk.icon("x"), self.close)
        top = row(gap=S)
        for widget in (self.back, self.place, self.on):
            top.addWidget(widget)
        top.addWidget(self.title, 1)
        top.addWidget(close)
        box = column(self, gap=S)
        box.setContentsMargins(M, S, M, M)
        box.addLayout(top)
        box.addWidget(self.viewer, 1)
        self._connect()
        self._show(at)

    @property
    def item(self) -> Evidence:
        """The exhibit that is shown."""
        return self._items[self._at]

    def step(self, way: int) -> None:
        """Go to the next exhibit (+1) or the one before (-1), if there is one."""
        if 0 <= self._at + way < len(self._items):
            self._show(self._at + way)
        if 0 <= self._at + way < len(self._items):
            self.viewer.expect(self._items[self._at + way])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, F or F11 leave; the arrow keys, Space and Backspace go on and back."""
        key = Qt.Key(event.key())
        if key in _LEAVE:
            self.close()
        elif key in _STEPS:
            self.step(_STEPS[key])
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say where the person was."""
        self.left.emit(self.item)

    def _connect(self) -> None:
        viewer = self.viewer
        viewer.stepped.connect(self.step)
        viewer.page_opened.connect(self._show_words)
        viewer.words.copy_asked.connect(lambda said: self.copy_asked.emit(self.item, said))

    def _show(self, at: int) -> None:
        self._at, self._pages = at, {}
        item = self.item
        self.viewer.show_item(item, self._thumb(item))
        self.viewer.marking.show_marks(item, self.viewer.page_no, self._marks)
        self.viewer.canvas.setFocus()
        self.title.setText(item.title)
        self.place.setText(f"{at + 1} / {len(self._items)}")
        self.back.setEnabled(at > 0)
        self.on.setEnabled(at + 1 < len(self._items))
        self._desk.read(self, lambda: self._desk.services.reading.pages(item.id), lambda pages: self._take(item, pages))

    def _take(self, item: Evidence, pages: Sequence[PageText]) -> None:
        if item.id == self.item.id:
            self._pages = {page.page_no: page for page in pages}
            self._show_words(item, self.viewer.page_no)

    def _show_words(self, _item: Evidence, page_no: int) -> None:
        page = self._pages.get(page_no)
        self.viewer.words.show_lines(shown_lines(page) if page else ())
