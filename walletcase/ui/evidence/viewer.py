"""Looks at one exhibit: its pages, its text, or why there is nothing to see."""

from __future__ import annotations

from PySide6.QtCore import QSizeF, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QStackedWidget

from walletcase.domain.evidence import Evidence
from walletcase.ui.evidence import words
from walletcase.ui.evidence.fitting import Zoom
from walletcase.ui.evidence.marking import Marking
from walletcase.ui.evidence.page_canvas import PageCanvas
from walletcase.ui.evidence.pages import Pages, Shown
from walletcase.ui.evidence.parts import Parts
from walletcase.ui.evidence.text_layer import TextLayer
from walletcase.ui.evidence.thumbs import Thumb
from walletcase.ui.evidence.viewer_note import ViewerNote
from walletcase.ui.evidence.viewer_tools import ViewerTools
from walletcase.ui.look.tokens import S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.layout import column

_PDF_PX = 794  # an A4 page at 96 dots an inch is what 100 % means for a PDF
_A4 = 1.414


class Viewer(QFrame):
    """``missed`` carries the SHA-256 of a file that is not there; ``expand_asked`` asks for the whole tab.

    ``redact_asked`` asks to cover parts of it, ``screen_asked`` for the whole screen, ``open_asked`` for the system's
    own program. ``page_opened`` carries the exhibit and the page (from 0) looked at; ``stepped`` +1 or -1: the next
    exhibit, the one before.
    """

    missed = Signal(str)
    expand_asked = Signal()
    redact_asked = Signal()
    screen_asked = Signal()
    open_asked = Signal()
    stepped = Signal(int)
    page_opened = Signal(object, int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._item: Evidence | None = None
        self._page_no = 0
        self._reason = ""
        self.setProperty("card", "true")
        self._pages = Pages(desk, self)
        self._pages.ready.connect(self._show)
        self.canvas = PageCanvas(desk.theme)
        self.words = TextLayer(desk.theme, self.canvas)
        self.marking = Marking(desk, self.canvas)
        self.text = _text_view()
        self.note = ViewerNote(desk)
        self._stack = QStackedWidget()
        for page in (self.canvas, self.text, self.note):
            self._stack.addWidget(page)
        self._tools = ViewerTools(desk, self)
        box = column(self, gap=0)
        box.setContentsMargins(S, 1, S, S)
        box.addWidget(self._tools)
        box.addWidget(self.marking)
        box.addWidget(self._stack, 1)
        self.canvas.width_wanted.connect(self._ask)
        self.canvas.zoomed.connect(self._tell_zoom)
        self.canvas.paged.connect(self.turn)
        self.canvas.stepped.connect(self.stepped)
        self.note.open_asked.connect(self.open_asked)
        self.parts = Parts(desk, self.canvas, self._tools.show_pages)

    def show_item(self, item: Evidence, thumb: Thumb | None) -> None:
        """Show an exhibit from its first page, at once in its thumbnail's resolution if there is one."""
        if self._item is not None and self._item.id == item.id and self._item.file == item.file:
            self._item = item
            return
        self._item = item
        self._tools.stamp.setText(words.stamp(item.exhibit_no))
        self.words.light_word("")
        self.marking.layer.point_at(0)
        self.canvas.turn_back()
        self.canvas.fit(Zoom.READ)
        self._open_page(0, thumb)

    def expect(self, item: Evidence) -> None:
        """Draw the first page of the exhibit ahead that will probably be looked at next."""
        natural, may_grow = self._natural(item)
        self._pages.expect(item, 0, _bounded(item, self.canvas.sharp_px(natural, may_grow=may_grow)))

    def show_page(self, page_no: int, word: str = "") -> None:
        """Turn to a page (from 0) and light a word there ("" for none) once the words of the page are known."""
        if self._item is not None and page_no != self._page_no and 0 <= page_no < self.page_count:
            self._open_page(page_no, None)
        self.words.light_word(word)

    def stand_alone(self) -> None:
        """Be the whole screen: what belongs to the case is left out."""
        self._tools.stand_alone()

    def look_again(self) -> None:
        """Draw the page anew, since its file may be back."""
        if self._reason == "missing":
            self._open_page(self._page_no, None)

    def turn(self, step: int) -> None:
        """Turn to another page if there is one; a long picture is turned part by part."""
        if self.parts.turn(step):
            return
        wanted = self._page_no + step
        if self._item is not None and 0 <= wanted < self.page_count:
            self._open_page(wanted, None)

    @property
    def page_count(self) -> int:
        """How many pages the exhibit has, 1 for what has none."""
        return (self._item.media.pages or 1) if self._item else 1

    @property
    def page_no(self) -> int:
        """The page that is shown, from 0."""
        return self._page_no

    @property
    def reason(self) -> str:
        """Why there is nothing to see, "" if there is."""
        return self._reason

    def _open_page(self, page_no: int, thumb: Thumb | None) -> None:
        item = self._item
        if item is None:
            return
        self._pages.forget()
        self.words.show_lines(())
        self._page_no, self._reason = page_no, ""
        self.marking.turn_to(page_no)
        self.page_opened.emit(item, page_no)
        self._tools.show_pages(page_no, self.page_count)
        self.parts.show_item(item)
        natural, may_grow = self._natural(item)
        self._stack.setCurrentWidget(self.canvas)
        self.canvas.open(natural, may_grow=may_grow, preview=thumb.large if thumb else None)

    def _natural(self, item: Evidence) -> tuple[QSizeF, bool]:
        """Return an exhibit's size at 100 %, and whether fitting may enlarge it."""
        media, ratio = item.media, self.devicePixelRatioF()
        if media.width_px and media.height_px and media.media_type != words.PDF:
            return QSizeF(media.width_px / ratio, media.height_px / ratio), False
        return QSizeF(_PDF_PX, _PDF_PX * _A4), True

    def _ask(self, width_px: int) -> None:
        if self._item is not None and not self._reason:
            self._pages.ask(self._item, self._page_no, _bounded(self._item, width_px))

    def _show(self, shown: Shown) -> None:
        self._reason = shown.reason
        if shown.image is not None:
            self.canvas.show_pixmap(QPixmap.fromImage(shown.image))
            self._stack.setCurrentWidget(self.canvas)
        elif shown.text is not None:
            self.text.setPlainText(shown.text)
            self._stack.setCurrentWidget(self.text)
        else:
            self.note.tell(shown.item, shown.reason)
            self._stack.setCurrentWidget(self.note)
            if shown.reason == "missing":
                self.missed.emit(shown.item.file.sha256)
        self._tools.show_zoom_tools(shown.image is not None)

    def _tell_zoom(self) -> None:
        self._tools.percent.setText(f"{round(self.canvas.scale * 100)} %")


def _bounded(item: Evidence, width_px: int) -> int:
    own = item.media.width_px
    return width_px if item.media.media_type == words.PDF or not own else min(width_px, own)


def _text_view() -> QPlainTextEdit:
    view = QPlainTextEdit()
    view.setReadOnly(True)
    view.setAcceptDrops(False)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setAccessibleName(translate("Evidence", "Text of the exhibit"))
    return view
