"""Sets user text as paragraphs. Text is text: there is no markup here, so nothing typed can open a file or a link."""

from __future__ import annotations

from walletcase.export.fonts import FontBook
from walletcase.export.pieces import Line, Text
from walletcase.export.style import Style
from walletcase.export.zh_break import line_ends

_MOST_SPREAD = 0.08  # of the type size; more and text extraction sees spaces between the characters


class Setter:
    """Breaks text into lines with the fonts of one document."""

    def __init__(self, fonts: FontBook) -> None:
        self.fonts = fonts

    def text(self, text: str, style: Style, width: float, link: str = "") -> Text:
        """Return ``text`` set in ``style`` at ``width`` points; line feeds begin a new line."""
        text = self.fonts.visible(text)
        if style.upper:
            text = text.upper()
        lines: list[Line] = []
        for paragraph in text.split("\n"):
            lines += self._lines(paragraph.rstrip(), style, width)
        return Text(tuple(lines), style, width, link)

    def _lines(self, text: str, style: Style, width: float) -> list[Line]:
        if not text:
            return [Line("", 0)]
        track = style.tracking * 1000 / style.size
        widths = self.fonts.widths(text, style.bold)
        if track:
            widths = [round(w + track) for w in widths]
        ends = line_ends(text, widths, int(width * 1000 / style.size))
        lines, start = [], 0
        for end in ends:
            content = text[start:end].rstrip(" ")
            drawn = sum(widths[start : start + len(content)]) * style.size / 1000
            last = end == len(text)
            lines.append(self._line(content, drawn, style, width, last))
            start = end
        return lines

    def _line(self, text: str, drawn: float, style: Style, width: float, last: bool) -> Line:
        if style.align != "justify" or last or len(text) < 2:
            return Line(text, drawn)
        spread = (width - drawn) / (len(text) - 1)
        return Line(text, width, spread) if 0 < spread <= _MOST_SPREAD * style.size else Line(text, drawn)
