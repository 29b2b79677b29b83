"""Paints a letter's text while it is written: headings strong, their marks faint, gaps so that they are seen."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from walletcase.domain.writing.gaps import marks_in
from walletcase.ui.look.theme import Theme

_TITLE, _HEADING, _RIGHT = "# ", "## ", "> "


class LetterPainter(QSyntaxHighlighter):
    """Changes only how the text looks, never the text."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        colours = theme.colours
        self._strong = QTextCharFormat()
        self._strong.setFontWeight(QFont.Weight.Bold)
        self._accent = QTextCharFormat()
        self._accent.setFontWeight(QFont.Weight.Bold)
        self._accent.setForeground(QColor(colours.accent_text))
        self._faint = QTextCharFormat()
        self._faint.setForeground(QColor(colours.muted))
        self._gap = QTextCharFormat()
        self._gap.setForeground(QColor(colours.seal))
        self._gap.setBackground(QColor(colours.seal_soft))

    def highlightBlock(self, text: str) -> None:
        """Paint one line."""
        for mark, form in ((_HEADING, self._accent), (_TITLE, self._strong), (_RIGHT, None)):
            if text.startswith(mark):
                if form is not None:
                    self.setFormat(0, len(text), form)
                self.setFormat(0, len(mark), self._faint)
                break
        for gap in marks_in(text):
            start, length = _units(text[: gap.start]), _units(gap.shown)
            self.setFormat(start, length, self._gap)


def _units(text: str) -> int:
    """How long a text is as Qt counts: rare characters are two."""
    return len(text) + sum(ord(char) > 0xFFFF for char in text)
