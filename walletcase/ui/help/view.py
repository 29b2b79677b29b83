"""The window "Guide and help": the pages at the left, the page at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget

from walletcase.domain.help_pages import HelpPage, facts_of, page_for, page_text
from walletcase.domain.rules.pack import RulePack
from walletcase.infra.help import HelpFiles
from walletcase.infra.rules import RuleFiles
from walletcase.ui.help.browser import PageBrowser
from walletcase.ui.look.tokens import XL, L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import column, row

_RAIL_PX, _ROW_PX = 250, 34


class HelpDialog(QDialog):
    """``asked`` is the key of a step or of a page."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, asked: str = "") -> None:
        super().__init__(parent)
        self._desk = desk
        self._files = HelpFiles()
        self._rules: RulePack | None = None
        self.pages: tuple[HelpPage, ...] = self._files.pages()
        self.setWindowTitle(translate("Help", "Guide and help"))
        room = parent.size() if parent is not None else QSize(1180, 780)
        self.resize(min(960, room.width() - XL), min(720, room.height() - XL))
        self.search = QLineEdit()
        self.list = QListWidget()
        self.browser = PageBrowser(desk.theme)
        self._lay_out()
        self._fill("")
        self.list.currentItemChanged.connect(lambda now, _: self._show(now))
        self.search.textChanged.connect(self._fill)
        self.browser.page_wanted.connect(self.open_page)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self.search.setFocus)
        self.open_page(page_for(self.pages, asked))
        desk.read(self, lambda: desk.services.rules.active().revision.pack, self._take_rules)
        self.list.setFocus()

    @property
    def key(self) -> str:
        """The page that is open, "" while none is found."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def open_page(self, key: str) -> None:
        """Open a page by its key."""
        self.search.clear()
        for number in range(self.list.count()):
            if self.list.item(number).data(Qt.ItemDataRole.UserRole) == key:
                self.list.setCurrentRow(number)

    def _lay_out(self) -> None:
        rail = QFrame()
        rail.setProperty("pane", "rail")
        rail.setFixedWidth(self._desk.theme.px(_RAIL_PX))
        left = column(rail, gap=M, margin=L)
        left.addWidget(PlainLabel(translate("Help", "Guide and help"), "heading", wrap=True))
        self.search.setPlaceholderText(translate("Help", "Find in the help"))
        self.search.setAccessibleName(translate("Help", "Find in the help"))
        self.search.setClearButtonEnabled(True)
        left.addWidget(self.search)
        self.list.setProperty("sections", "true")
        self.list.setAccessibleName(translate("Help", "Pages"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left.addWidget(self.list, 1)
        offline = translate("Help", "Offline. No page is fetched, and nothing you type leaves this computer.")
        left.addWidget(PlainLabel(offline, "caption", wrap=True))
        right = column(gap=S)
        right.setContentsMargins(XL, L, L, L)
        self.browser.setAccessibleName(translate("Help", "Page"))
        right.addWidget(self.browser, 1)
        whole = row(self, gap=0)
        whole.addWidget(rail)
        whole.addLayout(right, 1)

    def _fill(self, wanted: str) -> None:
        """List the pages in which something is found."""
        kept, language = self.key, self._desk.language
        self.list.blockSignals(True)
        self.list.clear()
        for page in self.pages:
            title = page.title.get(language)
            if wanted.casefold() in f"{title}\n{self._text(page.key)}".casefold():
                item = QListWidgetItem(title)
                item.setData(Qt.ItemDataRole.UserRole, page.key)
                item.setSizeHint(QSize(0, self._desk.theme.px(_ROW_PX)))
                self.list.addItem(item)
                if page.key == kept:
                    self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        if self.list.currentItem() is None and self.list.count():
            self.list.setCurrentRow(0)

    def _take_rules(self, rules: RulePack) -> None:
        self._rules = rules
        self._show(self.list.currentItem())

    def _text(self, key: str) -> str:
        """A page with the numbers of the rules in force; those that came with the app until they are read."""
        language = self._desk.language
        return page_text(self._files.text(key, language), self._rules or RuleFiles().shipped(), language)

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        key, language = str(item.data(Qt.ItemDataRole.UserRole)), self._desk.language
        text = self._text(key)
        if self._rules is not None:
            words = (
                translate("Help", "Facts and corrections"),
                translate("Help", "{source} · checked {date}"),
                translate("Help", "To be verified"),
            )
            text += facts_of(self._rules, key, language, words)
        self.browser.show_page(text)
