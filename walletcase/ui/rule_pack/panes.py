"""The left of the window: the sections, and the facts of the one that is open."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QListWidget, QListWidgetItem, QPushButton

from walletcase.ui.look.tokens import L, M, S
from walletcase.ui.rule_pack.delegate import FactDelegate
from walletcase.ui.rule_pack.model import FactModel
from walletcase.ui.rule_pack.rows import SECTION_ICONS, Section, section_text
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import column


class SectionRail(QFrame):
    """The sections, the version in force, and the button for a newer one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._theme = desk.theme
        self.setProperty("pane", "rail")
        box = column(self, gap=M)
        box.setContentsMargins(S, L, S, M)
        self.list = QListWidget()
        self.list.setAccessibleName(translate("Rules", "Sections"))
        self.list.setProperty("sections", "true")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setIconSize(QSize(desk.theme.px(18), desk.theme.px(18)))
        for section in Section:
            item = QListWidgetItem(desk.icon(SECTION_ICONS[section]), section_text(section))
            item.setSizeHint(QSize(0, desk.theme.px(38)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, section_text(section))
            self.list.addItem(item)
        box.addWidget(self.list, 1)
        self.version = PlainLabel("", "caption", wrap=True)
        box.addWidget(self.version)
        self.bring = QPushButton(desk.icon("download"), translate("Rules", "Import newer…"))
        self.bring.setIconSize(QSize(desk.theme.px(18), desk.theme.px(18)))
        self.bring.setAutoDefault(False)
        self.bring.setAccessibleName(self.bring.text())
        box.addWidget(self.bring)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> int:
        """Show icons only, or icons and names; return the width that takes."""
        for place, section in enumerate(Section):
            item = self.list.item(place)
            item.setText("" if narrow else section_text(section))
            item.setToolTip(section_text(section) if narrow else "")
        self.version.setVisible(not narrow)
        self.bring.setText("" if narrow else self.bring.accessibleName())
        self.bring.setToolTip(self.bring.accessibleName() if narrow else "")
        width = 60 if narrow else self._theme.px(204)
        self.setFixedWidth(width)
        return width


class FactList(QFrame):
    """Search, the facts, how many there are."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("pane", "list")
        box = column(self, gap=S)
        box.setContentsMargins(S, L, S, S)
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("Rules", "Search the rules"))
        self.search.setAccessibleName(translate("Rules", "Search the rules"))
        self.search.setClearButtonEnabled(True)
        self.model = FactModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self._delegate = FactDelegate(desk.theme)
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(translate("Rules", "Facts"))
        self.count = PlainLabel("", "caption")
        box.addWidget(self.search)
        box.addWidget(self.list, 1)
        box.addWidget(self.count)
