"""What the pages of lists share: built anew when the case changed, but never under a form in which somebody types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QPushButton, QToolButton, QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.ids import EvidenceId
from walletcase.domain.links import Use
from walletcase.services.changes import Changes
from walletcase.ui.facts.dropping import ExhibitDrops
from walletcase.ui.look.tokens import XS, L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.exhibits import link_exhibits
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.room import SubPage
from walletcase.ui.widgets.buttons import button, icon_button
from walletcase.ui.widgets.empty import EmptyState
from walletcase.ui.widgets.fold import Fold
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import ScrollColumn, bring_into_view, clear, column, row

MAX_WIDTH_DIGITS = 130
NARROW_DIGITS = 76  # with less room tools stand below what they belong to


class InlineForm(QFrame):
    """A small form that opens in its place on a page: ``add`` fields, then ``finish``. ``save`` may refuse."""

    def __init__(self, save: Callable[[], bool], close: Callable[[], None]) -> None:
        super().__init__()
        self.setProperty("card", "accent")
        self._save, self._close = save, close
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(M)
        self._grid.setVerticalSpacing(S)
        self._box = column(self, gap=S, margin=M)
        self._box.addLayout(self._grid)
        self.fault = PlainLabel("", "danger", wrap=True)
        self.fault.hide()
        self._box.addWidget(self.fault)
        self.save_button = button(translate("Facts", "Save"), self.save, kind="primary")
        self.cancel_button = button(translate("Facts", "Cancel"), close)
        foot = row(gap=S)
        foot.addWidget(self.save_button)
        foot.addWidget(self.cancel_button)
        foot.addStretch(1)
        self._box.addLayout(foot)
        self.first: QWidget | None = None

    def add(self, name: str, widget: QWidget, line: int, at: int, span: int = 1) -> None:
        """Put a field under its name into a grid of two columns."""
        inside = QWidget()
        box = column(inside, gap=XS)
        label = PlainLabel(name, "caption")
        label.setBuddy(widget)
        box.addWidget(label)
        box.addWidget(widget)
        if not widget.accessibleName():
            widget.setAccessibleName(name)
        self._grid.addWidget(inside, line, at, 1, span)
        for column_at in (0, 1):
            self._grid.setColumnStretch(column_at, 1)
        if isinstance(widget, QLineEdit):
            widget.returnPressed.connect(self.save)
        self.first = self.first or widget

    def save(self) -> None:
        """Save and close; stay open with a word on what is wrong."""
        if self._save():
            self._close()

    def refuse(self, text: str, widget: QWidget) -> bool:
        """Say what is wrong and put the person there."""
        self.fault.setText(text)
        self.fault.show()
        widget.setFocus()
        return False

    def keep(self) -> None:
        """Save what is good, because the page is left."""
        self._save()


class ListPage(SubPage):
    """Subclasses fill ``self.body`` in ``build``. ``open_form`` shows a form in a place of the page."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.record: CaseRecord | None = None
        self.form: InlineForm | None = None
        self._stale = False
        self._was_narrow = False
        self.view = ScrollColumn(margin=L)
        self.body = self.view.body
        digit = self.fontMetrics().horizontalAdvance("0")
        self.view.page.setMaximumWidth(MAX_WIDTH_DIGITS * digit)
        column(self, gap=0).addWidget(self.view)
        self.drops = ExhibitDrops(self.view, lambda: self.record, self.use_of, self._link_dropped)

    def use_of(self, item: str) -> Use | None:
        """Return what an item of the page stands for, if exhibits show it: they can be dropped on it then."""
        return None

    def build(self, record: CaseRecord) -> None:
        """Fill the page."""
        raise NotImplementedError

    @property
    def is_narrow(self) -> bool:
        """Whether tools stand below what they belong to."""
        return self.width() < NARROW_DIGITS * self.fontMetrics().horizontalAdvance("0")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Build anew where there is room for another arrangement."""
        super().resizeEvent(event)
        if self.form is None and self.is_narrow is not self._was_narrow:
            self.rebuild()

    def show_case(self, record: CaseRecord) -> None:
        """Show a case; while a form is open the page waits for it to close."""
        is_other = self.record is None or self.record.case.id != record.case.id
        self.record = record
        if is_other:
            self.form = None
            self.view.verticalScrollBar().setValue(0)
        if self.form is not None:
            self._stale = True
            return
        self.rebuild()

    def go_to(self, item: str) -> None:
        """Bring what has this id into view."""
        found = self.findChild(QWidget, f"at:{item}")
        if isinstance(found, QWidget):
            self.body.activate()
            bring_into_view(found)

    def flush(self) -> None:
        """Save the open form if it is good."""
        form, self.form = self.form, None
        if form is not None:
            form.keep()
            self._stale = True

    def rebuild(self) -> None:
        """Build the page anew; the focus stays on what has the same name."""
        if self.record is None:
            return
        self._stale, self._was_narrow = False, self.is_narrow
        focus = self.window().focusWidget()
        name = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
        for old in self.view.page.findChildren(QWidget):
            old.setObjectName("")  # it lives on for a moment
        clear(self.body)
        self.build(self.record)
        found = self.findChild(QWidget, name) if name else None
        if isinstance(found, QWidget):
            found.setFocus()

    def open_form(self, form: InlineForm, place: QWidget) -> None:
        """Show a form in the place of a widget; another open form is closed, what is good in it saved."""
        if self.form is not None:
            self.form.keep()
            self.form.hide()
            self.form.deleteLater()
        self.form = form
        place.hide()
        above = place.parentWidget()
        layout = above.layout() if above is not None else None
        if layout is not None:
            layout.replaceWidget(place, form, Qt.FindChildOption.FindChildrenRecursively)
        form.show()
        if form.first is not None:
            form.first.setFocus()
        bring_into_view(form)

    def close_form(self) -> None:
        """Put the form away and show the page as it stands now."""
        self.form = None
        self.rebuild()

    def change(self, work: Callable[[], Changes]) -> None:
        """Change something; the page follows."""
        self.desk.change(self, work)

    def _link_dropped(self, ids: tuple[EvidenceId, ...], use: Use) -> None:
        if self.record is not None:
            link_exhibits(self.desk, self, self.record, ids, use)

    def empty(self, drawing: str, heading: str, text: str, buttons: tuple[QPushButton, ...] = ()) -> None:
        """Show that there is nothing yet."""
        self.body.addWidget(EmptyState(self.desk.theme, drawing, heading, text, buttons), 1)

    def tool(self, text: str, do: Callable[[], object], name: str, about: str = "", kind: str = "quiet") -> QPushButton:
        """Return a button that keeps the focus when the page is built anew. ``about`` says of what."""
        made = button(text, do, kind=kind)
        made.setObjectName(name)
        made.setAccessibleName(f"{text}: {about}" if about else text)
        return made

    def icon_tool(self, text: str, icon: str, do: Callable[[], object], name: str, about: str) -> QToolButton:
        """Return such a button with only an icon."""
        made = icon_button(text, self.desk.icon(icon), do)
        made.setObjectName(name)
        made.setAccessibleName(f"{text}: {about}")
        return made

    def trash_fold(self, rows: Sequence[tuple[str, str, Callable[[], Changes]]]) -> None:
        """Offer what was thrown away, as (name, text, how to bring it back)."""
        if not rows:
            return
        icons = (self.desk.icon("chevron-right"), self.desk.icon("chevron-down"))
        fold = Fold(translate("Facts", "In the trash: {n}").format(n=len(rows)), icons)
        for name, text, restore in rows:
            line = row(gap=S)
            line.addWidget(PlainLabel(text, "muted", wrap=True), 1)
            back = translate("Facts", "Restore")
            line.addWidget(self.tool(back, partial(self.change, restore), f"restore:{name}", text))
            fold.body.addLayout(line)
        self.body.addWidget(fold)
