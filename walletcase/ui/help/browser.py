"""Shows a page of Markdown and nothing else: it fetches nothing, and no address leads out of the app."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser

from walletcase.domain.help_pages import SCHEME, plain_links
from walletcase.ui.look.theme import Theme
from walletcase.ui.look.tokens import SCALE

_HEAD_TOP, _BELOW, _LINE_PERCENT = 14, 6, 118  # logical pixels at 100 % text; percent of the font's own line


class PageBrowser(QTextBrowser):
    """``page_wanted`` carries the key of a page that a link names."""

    page_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setProperty("reading", "true")
        colours = theme.colours
        self.document().setDefaultStyleSheet(f"a {{ color: {colours.accent_text}; }}")
        palette = self.palette()
        palette.setColor(palette.ColorRole.Link, colours.accent_text)
        self.setPalette(palette)
        self.document().setDocumentMargin(theme.px(8))
        self.anchorClicked.connect(self._go)

    def show_page(self, markdown: str) -> None:
        """Show a page from its beginning."""
        features = QTextDocument.MarkdownFeature
        self.document().setMarkdown(
            plain_links(markdown), features.MarkdownDialectCommonMark | features.MarkdownNoHTML
        )
        self._space()
        self.moveCursor(self.textCursor().MoveOperation.Start)

    def _space(self) -> None:
        """Give headings and paragraphs the distances and sizes of the rest of the app."""
        block, cursor = self.document().begin(), QTextCursor(self.document())
        while block.isValid():
            cursor.setPosition(block.position())
            look = block.blockFormat()
            level = look.headingLevel()
            look.setTopMargin(self._theme.px(_HEAD_TOP if level > 1 else 0))
            look.setBottomMargin(self._theme.px(_BELOW))
            look.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor.setBlockFormat(look)
            if level:
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                font = QFont(self.font())
                font.setPixelSize(self._theme.px(SCALE.title if level == 1 else SCALE.heading))
                font.setBold(True)
                words = QTextCharFormat()
                words.setFont(font)
                cursor.mergeCharFormat(words)
            block = block.next()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Fetch nothing, from anywhere."""
        return None

    def _go(self, address: QUrl) -> None:
        text = address.toString()
        if text.startswith(SCHEME):
            self.page_wanted.emit(text.removeprefix(SCHEME))
