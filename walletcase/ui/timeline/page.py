"""The timeline tab's widgets and how they share its height; what they do is in view.py."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from walletcase.ui.look.tokens import L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.room import CaseTab
from walletcase.ui.timeline.form import ContactForm
from walletcase.ui.timeline.list import TimelineList
from walletcase.ui.timeline.model import TimelineModel
from walletcase.ui.timeline.strip import WeeksStrip
from walletcase.ui.timeline.weeks import Weeks
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.empty import EmptyState
from walletcase.ui.widgets.layout import Card, ScrollColumn, column, row
from walletcase.ui.widgets.tips import menu_text

QWIDGETSIZE_MAX = 16_777_215  # Qt's own; PySide does not export it
LIST_LEAST_PX = 160
STRIP_LEAST_PX = 360


class TimelinePage(CaseTab):
    """Tools on top, the weeks, the form while it is open, the contacts."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.model = TimelineModel(self)
        self.list = TimelineList(desk, self.model)
        self.strip = WeeksStrip(desk.theme)
        self.form = ContactForm(desk)
        self.record_button = button(
            translate("Timeline", "Record a contact"),
            lambda: None,
            kind="primary",
            icon=desk.icon("plus", desk.theme.colours.on_accent),
        )
        self.order_button = button("", lambda: None, kind="quiet")
        self.trash_button = button("", lambda: None, kind="quiet", icon=desk.icon("trash-2", desk.theme.colours.muted))
        self.trash_menu = QMenu(self.trash_button)
        self.trash_button.setMenu(self.trash_menu)
        self._strip_card = Card(margin=0)
        self._form_page = ScrollColumn(margin=0)
        self._empty = self._empty_state()
        self._tools = self._tool_row()
        self._lay_out()
        self.form.installEventFilter(self)

    @property
    def form_is_open(self) -> bool:
        """Whether the form is shown."""
        return not self._form_page.isHidden()

    def show_weeks(self, weeks: Weeks | None) -> None:
        """Show the picture of the weeks, or that there is no contact yet."""
        self.strip.show_weeks(weeks)
        self.share_out()

    def show_order(self, *, newest_first: bool) -> None:
        """Name the order on its button."""
        newest, oldest = translate("Timeline", "Newest first"), translate("Timeline", "Oldest first")
        self.order_button.setText(newest if newest_first else oldest)
        icon = "chevron-down" if newest_first else "chevron-up"
        self.order_button.setIcon(self._desk.icon(icon, self._desk.theme.colours.accent_text))

    def show_form(self, is_open: bool) -> None:
        """Show or hide the form."""
        self._form_page.setVisible(is_open)
        self.record_button.setVisible(not is_open)
        self.share_out()

    def show_trash(self, gone: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Offer what was thrown away, as (text, how to bring it back)."""
        self.trash_menu.clear()
        for text, restore in gone:
            self.trash_menu.addAction(self._desk.icon("undo-2"), menu_text(text)).triggered.connect(restore)
        self.trash_button.setText(str(len(gone)))
        name = translate("Timeline", "Trash: {n}. Choose a contact to bring it back").format(n=len(gone))
        self.trash_button.setAccessibleName(name)
        self.trash_button.setToolTip(name)
        self.trash_button.setVisible(bool(gone))

    def share_out(self) -> None:
        """Give the form what it wants, the list what is left; where there is too little of it the form has it all."""
        has_rows = self.model.rowCount() > 0
        room = self.height() - self.record_button.sizeHint().height() - 2 * M
        wanted = self.form.sizeHint().height() + S if self.form_is_open else 0
        beside = room - wanted
        if self.form_is_open:
            self._form_page.setMaximumHeight(wanted if beside >= LIST_LEAST_PX else QWIDGETSIZE_MAX)
        show_strip = has_rows and beside >= STRIP_LEAST_PX
        self._strip_card.setVisible(show_strip)
        show_rest = beside >= LIST_LEAST_PX or not self.form_is_open
        self.list.setVisible(has_rows and show_rest)
        self._tools.setVisible(show_rest or not self.form_is_open)
        self._empty.setVisible(not has_rows and not self.form_is_open)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height out."""
        super().resizeEvent(event)
        self.form.fit(self.width() - 2 * L)
        self.share_out()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share the height out anew when the form wants more or less of it."""
        if watched is self.form and event.type() == QEvent.Type.LayoutRequest:
            self.share_out()
        return False

    def _empty_state(self) -> EmptyState:
        heading = translate("Timeline", "No contact recorded yet")
        text = translate(
            "Timeline", "Note every call, visit and message: when, with whom, and what was said. It prints as a table."
        )
        return EmptyState(self._desk.theme, "empty-timeline", heading, text)

    def _lay_out(self) -> None:
        self._strip_card.body.addWidget(self.strip)
        self._form_page.body.setContentsMargins(L, 0, L, S)
        self._form_page.body.addWidget(self.form)
        self._form_page.body.addStretch(1)
        self._form_page.hide()
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        box = column(self, gap=0)
        box.addWidget(self._tools)
        strip_box = row()
        strip_box.setContentsMargins(L, 0, L, S)
        strip_box.addWidget(self._strip_card)
        box.addLayout(strip_box)
        box.addWidget(self._form_page, 100)  # first what the form wants, then the list
        box.addWidget(self.list, 1)
        box.addWidget(self._empty, 1)

    def _tool_row(self) -> QWidget:
        tools = QWidget()
        line = row(tools, gap=S)
        line.setContentsMargins(L, M, L, S)
        line.addWidget(self.record_button)
        line.addStretch(1)
        line.addWidget(self.trash_button)
        line.addWidget(self.order_button)
        return tools
