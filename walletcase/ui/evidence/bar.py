"""The line above the exhibits: how many, in which order, tiles or lines, add."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QMenu, QSizePolicy, QToolButton, QWidget

from walletcase.domain.evidence import Group
from walletcase.ui.evidence import words
from walletcase.ui.look.tokens import XS, M
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button, icon_size
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import row
from walletcase.ui.widgets.quiet_combo import QuietCombo


class GalleryBar(QWidget):
    """``lines_chosen`` carries True for lines, False for tiles; ``order_chosen`` a key of model.ORDERS."""

    lines_chosen = Signal(bool)
    order_chosen = Signal(str)
    group_chosen = Signal(object)  # domain.evidence.Group, None for all
    renumber_wanted = Signal()
    series_wanted = Signal()
    files_wanted = Signal()
    folder_wanted = Signal()
    paste_wanted = Signal()
    capture_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.count = PlainLabel("", "strong")
        self.order = QuietCombo()
        self.order.setAccessibleName(translate("Evidence", "Order"))
        for key, text in (
            ("number", translate("Evidence", "By number")),
            ("newest", translate("Evidence", "Newest first")),
            ("made", translate("Evidence", "By date made")),
            ("title", translate("Evidence", "By title")),
            ("group", translate("Evidence", "By group")),
        ):
            self.order.addItem(text, key)
        self.order.currentIndexChanged.connect(lambda: self.order_chosen.emit(str(self.order.currentData())))
        self.only = QuietCombo()
        self.only.setAccessibleName(translate("Evidence", "Show only the group"))
        self.only.currentIndexChanged.connect(lambda: self.group_chosen.emit(self.group))
        self._groups: tuple[Group, ...] = ()
        self._is_narrow = False
        self.tiles = self._toggle(translate("Evidence", "Tiles"), "layout-grid")
        self.lines = self._toggle(translate("Evidence", "Lines"), "layout-list")
        self.tiles.setChecked(True)
        self._group = QButtonGroup(self)
        for one in (self.tiles, self.lines):
            self._group.addButton(one)
        self._group.buttonToggled.connect(self._toggled)
        self.add = button(translate("Evidence", "Add files…"), self.files_wanted.emit, icon=desk.icon("plus"))
        self.more = self._more()
        self.acts = self._acts()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        box = row(self, gap=XS)
        middle = Qt.AlignmentFlag.AlignVCenter  # else the small buttons would keep the row from being high enough
        box.addWidget(self.count, 0, middle)
        box.addStretch(1)
        orders, shapes = ((self.only, 0), (self.order, M)), ((self.tiles, 0), (self.lines, 0), (self.acts, M))
        for widget, gap in (*orders, *shapes, (self.add, 0), (self.more, 0)):
            box.addWidget(widget, 0, middle)
            box.addSpacing(gap)

    def show_count(self, count: int) -> None:
        """Say how many exhibits there are."""
        self.count.setText(translate("Evidence", "%n exhibit(s)", "", count))

    def show_room(self, *, narrow: bool) -> None:
        """Leave out the order where there is little room."""
        self._is_narrow = narrow
        self.order.setVisible(not narrow)
        self.only.setVisible(not narrow and bool(self._groups))

    @property
    def group(self) -> Group | None:
        """The only group that is shown, None for all."""
        value = self.only.currentData()
        return None if value is None else Group(value)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Offer to show only one of these groups; where all exhibits are in none there is no choice."""
        chosen = self.group
        wanted = tuple(groups) if set(groups) - {Group.NONE} else ()
        if wanted != self._groups:
            self._groups = wanted
            self.only.blockSignals(True)
            self.only.clear()
            self.only.addItem(translate("Evidence", "All groups"), None)
            for group in wanted:
                self.only.addItem(words.group_text(group), group.value)
            place = wanted.index(chosen) + 1 if chosen in wanted else 0
            self.only.setCurrentIndex(place)
            self.only.blockSignals(False)
            if place == 0 and chosen is not None:
                self.group_chosen.emit(None)
        self.show_room(narrow=self._is_narrow)

    def show_all_groups(self) -> None:
        """Leave no exhibit out."""
        self.only.setCurrentIndex(0)

    def show_shape(self, *, lines: bool, forced: bool) -> None:
        """Mark what the exhibits are shown as; ``forced``: there is no room for tiles now, whatever was chosen."""
        self._group.blockSignals(True)
        (self.lines if lines else self.tiles).setChecked(True)
        self._group.blockSignals(False)
        self.tiles.setEnabled(not forced)
        too_low = translate("Evidence", "Tiles need a higher window")
        self.tiles.setToolTip(too_low if forced else self.tiles.accessibleName())

    def _toggle(self, name: str, icon: str) -> QToolButton:
        made = QToolButton()
        made.setCheckable(True)
        made.setIcon(self._desk.icon(icon))
        made.setIconSize(icon_size())
        made.setToolTip(name)
        made.setAccessibleName(name)
        return made

    def _more(self) -> QToolButton:
        made = QToolButton()
        made.setIcon(self._desk.icon("chevron-down"))
        made.setIconSize(icon_size())
        name = translate("Evidence", "Other ways to add")
        made.setToolTip(name)
        made.setAccessibleName(name)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(made)
        menu.addAction(self._desk.icon("folder"), translate("Evidence", "Add folder…"), self.folder_wanted.emit)
        menu.addAction(self._desk.icon("clipboard-list"), translate("Evidence", "Paste"), self.paste_wanted.emit)
        part = translate("Evidence", "Capture part of the screen…")
        menu.addAction(self._desk.icon("image"), part, self.capture_wanted.emit)
        made.setMenu(menu)
        return made

    def _acts(self) -> QToolButton:
        made = QToolButton()
        made.setIcon(self._desk.icon("ellipsis"))
        made.setIconSize(icon_size())
        name = translate("Evidence", "Number and order")
        made.setToolTip(name)
        made.setAccessibleName(name)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(made)
        icon = self._desk.icon
        menu.addAction(icon("hash"), translate("Evidence", "Renumber exhibits…"), self.renumber_wanted.emit)
        menu.addAction(icon("list"), translate("Evidence", "Put chat screenshots in order…"), self.series_wanted.emit)
        made.setMenu(menu)
        return made

    def _toggled(self, _button: object, _on: bool) -> None:
        if _on:
            self.lines_chosen.emit(self.lines.isChecked())
