"""The page on which boxes are drawn: tools, the picture, what is suggested at its side."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from walletcase.domain.evidence import Evidence
from walletcase.ui.evidence import redact_words as words
from walletcase.ui.evidence.redact_canvas import RedactCanvas
from walletcase.ui.evidence.redact_pages import RedactPages
from walletcase.ui.evidence.redact_panel import RedactPanel
from walletcase.ui.evidence.redact_state import RedactState
from walletcase.ui.evidence.words import stamp
from walletcase.ui.look.tokens import XS, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button, icon_button
from walletcase.ui.widgets.flow import flow_row
from walletcase.ui.widgets.labels import Chip, ElidedLabel, PlainLabel
from walletcase.ui.widgets.layout import Card, column, row

_PANEL_PX, _PAGES_PX = 292, 108
_LEAST_SHARE = 0.66
_KEYS_FROM_PX = 430


class EditPage(QWidget):
    """Shows a RedactState and lets the person change it."""

    def __init__(self, desk: Desk, item: Evidence, state: RedactState) -> None:
        super().__init__()
        self._desk = desk
        self._item = item
        self._state = state
        self.canvas = RedactCanvas(desk.theme, state)
        self.panel = RedactPanel(desk, state)
        self.pages = RedactPages(state)
        self.fault = PlainLabel("", "danger", wrap=True)
        self.count = PlainLabel("", "muted")
        self.preview = QCheckBox(translate("Redact", "Show as it will be"))
        self.preview.toggled.connect(self.canvas.show_burnt)
        self.save_button = button(translate("Redact", "Make the redacted copy"), lambda: None, kind="primary")
        self.cancel_button = button(translate("Redact", "Cancel"), lambda: None)
        self._percent = PlainLabel("", "muted")
        self._tools = self._make_tools()
        self._lay_out()
        self.panel.pointed.connect(self.canvas.point_at)
        self.canvas.zoomed.connect(self._tell_zoom)
        state.changed.connect(self._follow)

    def show_sheet(self, page_count: int, unread: int) -> None:
        """Show what is known at the beginning."""
        self.pages.rows.show(page_count)
        self.pages.setVisible(page_count > 1)
        self.panel.show_suggested(page_count, unread)
        self._follow()
        self.canvas.setFocus()

    def show_fault(self, text: str) -> None:
        """Say why there is no picture, "" if there is one."""
        self.fault.setText(text)
        self.fault.setVisible(bool(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little height the page needs it more than what is said of the keys."""
        super().resizeEvent(event)
        self._keys.setVisible(self.height() >= self._desk.theme.px(_KEYS_FROM_PX))

    def _lay_out(self) -> None:
        head = row(gap=M)
        head.addWidget(PlainLabel(translate("Redact", "Redact"), "title"))
        head.addWidget(Chip(stamp(self._item.exhibit_no), "stamp"))
        head.addWidget(ElidedLabel(self._item.title, "muted"), 1)
        promise = translate(
            "Redact",
            "What you cover is gone from the copy for good: nobody can bring it back. The original stays as it is.",
        )
        stage = Card("true", gap=0, margin=S)
        stage.body.addWidget(self._tools)
        stage.body.addSpacing(XS)
        stage.body.addWidget(self.fault)
        stage.body.addWidget(self.canvas, 1)
        keys = translate(
            "Redact",
            "Drag to cover. Arrows move a box, Shift+arrows resize it, Ctrl+arrows choose one, Ins adds, Del removes.",
        )
        self._keys = PlainLabel(keys, "caption", wrap=True)
        stage.body.addSpacing(XS)
        stage.body.addWidget(self._keys)
        px = self._desk.theme.px
        self.pages.setFixedWidth(px(_PAGES_PX))
        self.panel.setMinimumWidth(px(round(_PANEL_PX * _LEAST_SHARE)))
        self.panel.setMaximumWidth(px(_PANEL_PX))
        middle = row(gap=M)
        for part, share in ((self.pages, 0), (stage, 10), (self.panel, 5)):
            middle.addWidget(part, share)
        foot = row(gap=S)
        foot.addWidget(self.count)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.save_button)
        box = column(self, gap=S)
        box.addLayout(head)
        box.addWidget(PlainLabel(promise, "muted", wrap=True))
        box.addSpacing(XS)
        box.addLayout(middle, 1)
        box.addLayout(foot)
        self.fault.hide()

    def _make_tools(self) -> QWidget:
        desk, state, canvas = self._desk, self._state, self.canvas
        add = button(translate("Redact", "Add a box"), canvas.add_in_view, kind="quiet", icon=desk.icon("plus"))
        self.delete_button = icon_button(
            translate("Redact", "Remove the box (Del)"), desk.icon("trash-2"), state.delete
        )
        self.undo_button = icon_button(translate("Redact", "Undo (Ctrl+Z)"), desk.icon("undo-2"), state.undo)
        self.redo_button = icon_button(translate("Redact", "Redo (Ctrl+Shift+Z)"), desk.icon("redo-2"), state.redo)
        out = icon_button(translate("Redact", "Zoom out (-)"), desk.icon("zoom-out"), lambda: canvas.step(-1))
        into = icon_button(translate("Redact", "Zoom in (+)"), desk.icon("zoom-in"), lambda: canvas.step(1))
        holder, line = flow_row()  # goes on below where there is little room
        plain = (add, self.delete_button, self.undo_button, self.redo_button, out, self._percent, into, self.preview)
        high = max(widget.sizeHint().height() for widget in plain)
        for widget in plain:
            widget.setMinimumHeight(high)
            line.addWidget(widget)
        return holder

    def _tell_zoom(self) -> None:
        self._percent.setText(f"{round(self.canvas.scale * 100)} %")

    def _follow(self) -> None:
        state = self._state
        pages = len({box.page_no for box in state.boxes})
        self.count.setText(words.count_text(len(state.boxes), pages))
        self.save_button.setEnabled(bool(state.boxes))
        self.undo_button.setEnabled(state.can_undo)
        self.redo_button.setEnabled(state.can_redo)
        self.delete_button.setEnabled(state.chosen is not None)
