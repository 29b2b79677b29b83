"""Looks at one exhibit: its pages, its text, or why there is nothing to see."""

from __future__ import annotations

from PySide6.QtCore import QSizeF, Qt, Signal
from PySide6.QtGui import QAction, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QPlainTextEdit, QStackedWidget, QToolButton, QWidget

from walletcase.domain.evidence import Evidence
from walletcase.ui.evidence import words
from walletcase.ui.evidence.canvas import Canvas
from walletcase.ui.evidence.fitting import Zoom
from walletcase.ui.evidence.pages import Pages, Shown
from walletcase.ui.evidence.parts import Parts
from walletcase.ui.evidence.thumbs import Thumb
from walletcase.ui.look.tokens import XS, L, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import icon_button
from walletcase.ui.widgets.labels import Chip, PlainLabel
from walletcase.ui.widgets.layout import column, row

_PDF_PX = 794  # an A4 page at 96 dots an inch is what 100 % means for a PDF
_A4 = 1.414
_STEPS_FROM_PX = 390
_LEAST_PX = 286


class Viewer(QFrame):
    """``missed`` carries the SHA-256 of a file that is not there; ``expand_asked`` asks for the whole tab.

    ``redact_asked`` asks to cover parts of it. ``page_opened`` carries the exhibit and the page (from 0) looked at.
    """

    missed = Signal(str)
    expand_asked = Signal()
    redact_asked = Signal()
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
        self.canvas = Canvas(desk.theme)
        self.text = _text_view()
        self.note = _Note(desk)
        self._stack = QStackedWidget()
        for page in (self.canvas, self.text, self.note):
            self._stack.addWidget(page)
        self._tools = _Tools(desk, self)
        box = column(self, gap=0)
        box.setContentsMargins(S, 1, S, S)
        box.addWidget(self._tools)
        box.addWidget(self._stack, 1)
        self.canvas.width_wanted.connect(self._ask)
        self.canvas.zoomed.connect(self._tell_zoom)
        self.canvas.paged.connect(self.turn)
        self.parts = Parts(desk, self.canvas, self._tools.show_pages)

    def show_item(self, item: Evidence, thumb: Thumb | None) -> None:
        """Show an exhibit from its first page, at once in its thumbnail's resolution if there is one."""
        if self._item is not None and self._item.id == item.id and self._item.file == item.file:
            self._item = item
            return
        self._item = item
        self._tools.stamp.setText(words.stamp(item.exhibit_no))
        self.canvas.fit(Zoom.READ)
        self._open_page(0, thumb)

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
        self._page_no, self._reason = page_no, ""
        self.page_opened.emit(item, page_no)
        self._tools.show_pages(page_no, self.page_count)
        self.parts.show_item(item)
        media = item.media
        if media.width_px and media.height_px and media.media_type != words.PDF:
            ratio = self.devicePixelRatioF()
            natural, may_grow = QSizeF(media.width_px / ratio, media.height_px / ratio), False
        else:
            natural, may_grow = QSizeF(_PDF_PX, _PDF_PX * _A4), True
        self._stack.setCurrentWidget(self.canvas)
        self.canvas.open(natural, may_grow=may_grow, preview=thumb.large if thumb else None)

    def _ask(self, width_px: int) -> None:
        if self._item is not None and not self._reason:
            own = self._item.media.width_px
            is_pdf = self._item.media.media_type == words.PDF
            self._pages.ask(self._item, self._page_no, width_px if is_pdf or not own else min(width_px, own))

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


class _Tools(QWidget):
    """The line of buttons above the picture."""

    def __init__(self, desk: Desk, viewer: Viewer) -> None:
        super().__init__(viewer)
        canvas = viewer.canvas
        self.stamp = Chip("", "stamp")
        self.back = icon_button(
            translate("Evidence", "Previous page (PgUp)"), desk.icon("chevron-left"), lambda: viewer.turn(-1)
        )
        self.on = icon_button(
            translate("Evidence", "Next page (PgDn)"), desk.icon("chevron-right"), lambda: viewer.turn(1)
        )
        self.place = PlainLabel("", "muted")
        out = icon_button(translate("Evidence", "Zoom out (-)"), desk.icon("zoom-out"), lambda: canvas.step(-1))
        into = icon_button(translate("Evidence", "Zoom in (+)"), desk.icon("zoom-in"), lambda: canvas.step(1))
        self.percent = _percent_button(canvas)
        whole = icon_button(
            translate("Evidence", "Look closely (Space), back with Esc"),
            desk.icon("maximize"),
            viewer.expand_asked.emit,
        )
        redact = icon_button(translate("Redact", "Redact…"), desk.icon("eye-off"), viewer.redact_asked.emit)
        self._zoom_tools = (out, self.percent, into)
        self._steps = (out, into, redact)
        self._least_px = desk.theme.px(_STEPS_FROM_PX)
        self.setMinimumWidth(desk.theme.px(_LEAST_PX))
        box = row(self, gap=XS)
        box.setContentsMargins(XS, XS, 0, XS)
        box.addWidget(self.stamp)
        box.addSpacing(S)
        for widget in (self.back, self.place, self.on):
            box.addWidget(widget)
        box.addStretch(1)
        for widget in (redact, *self._zoom_tools, whole):
            box.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what the menu behind the percentage and the keys do as well."""
        super().resizeEvent(event)
        for widget in self._steps:
            widget.setVisible(self.width() >= self._least_px)

    def show_pages(self, page_no: int, count: int) -> None:
        """Say which of how many pages is shown; a single page needs no saying."""
        for widget in (self.back, self.on, self.place):
            widget.setVisible(count > 1)
        self.back.setEnabled(page_no > 0)
        self.on.setEnabled(page_no + 1 < count)
        self.place.setText(f"{page_no + 1} / {count}")

    def show_zoom_tools(self, on: bool) -> None:
        """Only pictures can be zoomed."""
        for widget in self._zoom_tools:
            widget.setEnabled(on)


class _Note(QWidget):
    """Says why there is nothing to see."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._icon = PlainLabel()
        self.heading = PlainLabel("", "strong", wrap=True)
        self.more = PlainLabel("", "muted", wrap=True)
        box = column(self, gap=S, margin=L)
        box.addStretch(1)
        for label in (self._icon, self.heading, self.more):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.addWidget(label)
        box.addStretch(1)

    def tell(self, item: Evidence, reason: str) -> None:
        """Say it for an item."""
        colours = self._desk.theme.colours
        alarming = reason in ("missing", "damaged")
        plain = "triangle-alert" if alarming else words.kind_icon(item.media.media_type)
        name = "lock" if reason == "encrypted" else plain
        colour = colours.danger if reason == "missing" else colours.muted
        self._icon.setPixmap(self._desk.icon(name, colour).pixmap(48, 48))
        heading, more = words.reason_text(reason)
        self.heading.setText(heading)
        self.more.setText(more)


def _text_view() -> QPlainTextEdit:
    view = QPlainTextEdit()
    view.setReadOnly(True)
    view.setAcceptDrops(False)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setAccessibleName(translate("Evidence", "Text of the exhibit"))
    return view


def _percent_button(canvas: Canvas) -> QToolButton:
    made = QToolButton()
    made.setAccessibleName(translate("Evidence", "Zoom"))
    made.setToolTip(translate("Evidence", "Zoom"))
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(made)
    choices = (
        (translate("Evidence", "Whole page (0)"), lambda: canvas.fit(Zoom.FIT)),
        (translate("Evidence", "Full width"), lambda: canvas.fit(Zoom.WIDTH)),
        ("50 %", lambda: canvas.set_scale(0.5)),
        ("100 %", lambda: canvas.set_scale(1.0)),
        ("200 %", lambda: canvas.set_scale(2.0)),
        ("400 %", lambda: canvas.set_scale(4.0)),
    )
    for text, do in choices:
        action = QAction(text, menu)
        action.triggered.connect(do)
        menu.addAction(action)
    made.setMenu(menu)
    return made
