"""A document on the screen: its pages, with zoom, page number and what is going on."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QStackedLayout, QWidget

from walletcase.ui.look.tokens import XS, L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.paper.pages import PageScroll
from walletcase.ui.widgets.buttons import button, icon_button
from walletcase.ui.widgets.labels import ElidedLabel, PlainLabel
from walletcase.ui.widgets.layout import column, row

BAR_AFTER_MS = 500  # a bar that only flashes is noise


class PreviewPane(QFrame):
    """``cancelled``: the person wants what is going on to stop."""

    cancelled = Signal()

    def __init__(self, desk: Desk, name: str = "") -> None:
        super().__init__()
        self._desk = desk
        self.pages = PageScroll(desk.theme, name)
        self.page_label = ElidedLabel("", "muted")
        self.page_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.zoom_label = PlainLabel("", "muted")
        self.zoom_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.zoom_label.setMinimumWidth(self.zoom_label.fontMetrics().horizontalAdvance("300 %"))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.work_label = PlainLabel("", "muted")
        self.cancel_button = button(translate("Dossier", "Cancel"), self.cancelled.emit, kind="quiet")
        self._work = QWidget()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(BAR_AFTER_MS)
        self._soon.timeout.connect(self._work.show)
        self._wait_label = PlainLabel("", "muted", wrap=True)
        self._wait_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack_box = QWidget()
        self._stack = QStackedLayout(self._stack_box)
        self._stack.addWidget(self._wait_label)
        self._stack.addWidget(self.pages)
        self._lay_out()
        self.pages.moved.connect(self._show_place)

    def show_document(self, pages: int, *, is_other: bool) -> None:
        """Show a document."""
        self.pages.show_document(pages, is_other=is_other)
        self._stack.setCurrentWidget(self.pages)

    def show_words(self, text: str) -> None:
        """Show a sentence instead of pages."""
        self._wait_label.setText(text)
        self._stack.setCurrentWidget(self._wait_label)
        self.page_label.setText("")

    def show_work(self, text: str) -> None:
        """Say what is going on; the bar appears if it takes a while."""
        self.work_label.setText(text)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(text)
        if not self._work.isVisible():
            self._soon.start()

    def show_progress(self, done: int, total: int) -> None:
        """Move the bar."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def hide_work(self) -> None:
        """It is over."""
        self._soon.stop()
        self._work.hide()

    def _show_place(self, page: int, pages: int) -> None:
        text = translate("Dossier", "Page {n} of {total}").format(n=page, total=pages) if pages else ""
        self.page_label.setText(text)
        self.pages.setAccessibleDescription(text)
        self.zoom_label.setText(f"{self.pages.percent} %")

    def _lay_out(self) -> None:
        icon = self._desk.icon
        tools = row(gap=XS)
        tools.setContentsMargins(S, M, L, S)
        zoom_out, zoom_in = translate("Dossier", "Smaller"), translate("Dossier", "Larger")
        tools.addWidget(icon_button(zoom_out, icon("zoom-out"), lambda: self.pages.zoom_by(-1)))
        tools.addWidget(self.zoom_label)
        tools.addWidget(icon_button(zoom_in, icon("zoom-in"), lambda: self.pages.zoom_by(1)))
        tools.addWidget(icon_button(translate("Dossier", "Fit width"), icon("maximize"), self.pages.fit_width))
        tools.addWidget(self.page_label, 1)
        line = row(self._work, gap=S)
        line.setContentsMargins(S, 0, L, S)
        line.addWidget(self.work_label)
        line.addWidget(self.bar, 1)
        line.addWidget(self.cancel_button)
        self._work.hide()
        box = column(self, gap=0)
        box.addLayout(tools)
        box.addWidget(self._work)
        box.addWidget(self._stack_box, 1)
