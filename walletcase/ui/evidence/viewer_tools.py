"""The line of buttons above the picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from walletcase.ui.evidence.canvas import Canvas
from walletcase.ui.evidence.fitting import Zoom
from walletcase.ui.look.tokens import XS, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import icon_button
from walletcase.ui.widgets.labels import Chip, PlainLabel
from walletcase.ui.widgets.layout import row

if TYPE_CHECKING:
    from walletcase.ui.evidence.viewer import Viewer

_LEAST_PX = 286
_IN_CASE = 3  # of the menu's last actions belong to the case


class ViewerTools(QWidget):
    """The line of buttons above the picture."""

    def __init__(self, desk: Desk, viewer: Viewer) -> None:
        super().__init__(viewer)
        self._alone = False
        self.stamp = Chip("", "stamp")
        self.back = icon_button(
            translate("Evidence", "Previous page (PgUp)"), desk.icon("chevron-left"), lambda: viewer.turn(-1)
        )
        self.on = icon_button(
            translate("Evidence", "Next page (PgDn)"), desk.icon("chevron-right"), lambda: viewer.turn(1)
        )
        self.place = PlainLabel("", "muted")
        self._make_steps(desk, viewer)
        self.setMinimumWidth(desk.theme.px(_LEAST_PX))
        box = row(self, gap=XS)
        box.setContentsMargins(XS, XS, 0, XS)
        box.addWidget(self.stamp)
        box.addSpacing(S)
        for widget in (self.back, self.place, self.on):
            box.addWidget(widget)
        box.addStretch(1)
        for widget in (self._redact, self._mark, *self._zoom_tools, self._screen, self._whole):
            box.addWidget(widget)

    def _make_steps(self, desk: Desk, viewer: Viewer) -> None:
        canvas = viewer.canvas
        out = icon_button(translate("Evidence", "Zoom out (-)"), desk.icon("zoom-out"), lambda: canvas.step(-1))
        into = icon_button(translate("Evidence", "Zoom in (+)"), desk.icon("zoom-in"), lambda: canvas.step(1))
        self.percent = _percent_button(canvas, self._others(viewer))
        self._whole = icon_button(
            translate("Evidence", "Look closely (Space), back with Esc"),
            desk.icon("maximize"),
            viewer.expand_asked.emit,
        )
        self._redact = icon_button(translate("Redact", "Redact…"), desk.icon("eye-off"), viewer.redact_asked.emit)
        turn = icon_button(
            translate("Evidence", "Turn, as it is looked at only (R)"), desk.icon("rotate-cw"), lambda: canvas.turn()
        )
        self._screen = icon_button(
            translate("Evidence", "Whole screen (F), back with Esc"), desk.icon("fullscreen"), viewer.screen_asked.emit
        )
        self._mark = icon_button(
            translate("Marks", "Mark with arrows, boxes, numbers and notes"),
            desk.icon("pencil"),
            lambda: viewer.marking.start(on=viewer.marking.isHidden()),
        )
        self._zoom_tools = (turn, out, self.percent, into)
        # What is wanted most comes first where there is little room; all of it is behind the percentage, too.
        self._by_worth = (self._redact, self._mark, self._screen, turn, into, out)
        # Of no use where the page has the whole screen.
        self._in_case = (self._redact, self._mark, self._screen, self._whole)

    def _others(self, viewer: Viewer) -> list[tuple[str, Callable[[], object]]]:
        return [
            (translate("Evidence", "Turn, as it is looked at only (R)"), lambda: viewer.canvas.turn()),
            (translate("Marks", "Mark…"), lambda: viewer.marking.start(on=True)),
            (translate("Redact", "Redact…"), viewer.redact_asked.emit),
            (translate("Evidence", "Whole screen (F), back with Esc"), viewer.screen_asked.emit),
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what does not fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        kept = [one for one in (self.stamp, self.back, self.place, self.on, self.percent) if not one.isHidden()]
        kept += [] if self._alone else [self._whole]
        room = self.width() - sum(one.sizeHint().width() + XS for one in kept) - 3 * S
        for widget in self._by_worth:
            if self._alone and widget in self._in_case:
                continue
            room -= widget.sizeHint().width() + XS
            widget.setVisible(room >= 0)

    def stand_alone(self) -> None:
        """Leave out what belongs to the case: the page has the whole screen."""
        self._alone = True
        for widget in self._in_case:
            widget.hide()
        for action in self.percent.menu().actions()[-_IN_CASE:]:
            action.setVisible(False)

    def show_pages(self, page_no: int, count: int) -> None:
        """Say which of how many pages is shown; a single page needs no saying."""
        for widget in (self.back, self.on, self.place):
            widget.setVisible(count > 1)
        self.back.setEnabled(page_no > 0)
        self.on.setEnabled(page_no + 1 < count)
        self.place.setText(f"{page_no + 1} / {count}")
        self._fit()

    def show_zoom_tools(self, on: bool) -> None:
        """Only pictures can be zoomed."""
        for widget in self._zoom_tools:
            widget.setEnabled(on)


def _percent_button(canvas: Canvas, more: Sequence[tuple[str, Callable[[], object]]]) -> QToolButton:
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
    menu.addSeparator()
    for text, deed in more:  # what has no button where there is little room
        action = QAction(text, menu)
        action.triggered.connect(deed)
        menu.addAction(action)
    made.setMenu(menu)
    return made
