"""A letter as PDF: a plain formal page in the dossier's type. The same letter gives the same bytes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from walletcase.domain.letter import Letter, LetterLine, LineKind, begins_list, lines_of
from walletcase.domain.writing.gaps import marks_in
from walletcase.export.context import Space
from walletcase.export.filler import Filler, Page
from walletcase.export.fonts import FindFonts, FontBook, no_fonts
from walletcase.export.labels import Labels, load_labels
from walletcase.export.para import Setter
from walletcase.export.pen import Pen
from walletcase.export.pieces import Piece
from walletcase.export.style import BODY_W, INK, MM, MUTED, PAGE_W, SEAL, SIDE, Style
from walletcase.services.dossier_options import Rendered

_TITLE = Style(size=19, leading=28, bold=True, align="centre")
_HEADING = Style(size=11.5, leading=19, bold=True)
_BODY = Style(size=10.8, leading=17.8, align="justify")
_SIGN = Style(size=10.8, leading=24, align="right")
_FOOT = Style(size=8, leading=11, colour=MUTED)
_FOOT_Y = 15 * MM
_SHORT = 90  # points: a heading with three lines below it; what is higher is not moved to another page for a list
_INDENT = "\u3000\u3000"  # two characters, as Chinese letters begin a paragraph


@dataclass
class _Sheet:
    """A letter being laid out."""

    setter: Setter
    language: str
    filler: Filler = field(default_factory=Filler)

    def lay_out(self, lines: Sequence[LetterLine]) -> None:
        """Put all lines on pages. Headings and lines before a list stay with what follows, a signature in one piece."""
        self.filler.begin(Page("", plain=True))
        waiting: list[Piece] = []
        for kind, group in groupby(lines, key=lambda line: line.kind):
            same = list(group)
            if kind is LineKind.RIGHT:
                self.filler.add(*waiting, Space(14), *(self._set(line) for line in same))
                waiting = []
                continue
            for line in same:
                after_title = [Space(6)] if waiting and kind is not LineKind.PLAIN else []
                pieces = [*waiting, *after_title, *self._before(line), self._set(line)]
                waiting = []
                introduces = begins_list(line) and line is not same[-1] and sum(p.height for p in pieces) < _SHORT
                if introduces or kind in (LineKind.HEADING, LineKind.TITLE):
                    waiting = pieces
                else:
                    self.filler.add(*pieces)
        if waiting:
            self.filler.add(*waiting)

    def _before(self, line: LetterLine) -> Iterable[Piece]:
        if line.kind is LineKind.HEADING:
            yield Space(7)
        elif line.apart:
            yield Space(6)
        elif self.language != "zh_CN":
            yield Space(2)

    def _set(self, line: LetterLine) -> Piece:
        styles = {LineKind.TITLE: _TITLE, LineKind.HEADING: _HEADING, LineKind.RIGHT: _SIGN}
        colour = SEAL if marks_in(line.text) else INK  # what is still to be filled in catches the eye
        body = _BODY if self.language == "zh_CN" else _BODY.but(align="left")
        style = styles.get(line.kind, body).but(colour=colour)
        indented = line.kind is LineKind.PLAIN and self.language == "zh_CN"
        return self.setter.text(_INDENT + line.text if indented else line.text, style, BODY_W)


class PdfLetters:
    """Draws letters. The pages of one that is not sent yet look like those of one that is."""

    def __init__(self, fonts_folder: Path, labels_path: Path, find_fonts: FindFonts = no_fonts) -> None:
        self._fonts_folder = fonts_folder
        self._labels_path = labels_path
        self._find_fonts = find_fonts

    def render(self, letter: Letter, out: Path) -> Rendered:
        """Write a letter to ``out``. Raises OSError."""
        fonts = FontBook(self._fonts_folder, self._find_fonts)
        sheet = _Sheet(Setter(fonts), letter.language)
        lines = list(lines_of(letter.body))
        sheet.lay_out(lines)
        title = fonts.visible(next((line.text for line in lines if line.kind is LineKind.TITLE), ""))
        content = _paint(sheet, title, load_labels(self._labels_path, letter.language))
        out.write_bytes(content)
        pages = len(sheet.filler.pages)
        return Rendered(out, pages, sha256(content).hexdigest(), (), tuple(fonts.substituted))


def _paint(sheet: _Sheet, title: str, labels: Labels) -> bytes:
    fonts, pages = sheet.setter.fonts, sheet.filler.pages
    buffer = io.BytesIO()
    rl_config.useA85 = 0  # plain binary streams, as in the dossier
    base_name: Any = fonts.base_name
    language = "zh-CN" if sheet.language == "zh_CN" else "en"
    canvas = Canvas(buffer, pageCompression=1, invariant=1, initialFontName=base_name, lang=language)
    canvas.setTitle(title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("WalletCase")
    canvas.setProducer("WalletCase")
    pen = Pen(canvas, fonts, {})
    for number, page in enumerate(pages, 1):
        canvas.setPageSize((page.width, page.height))
        for placed in page.placed:
            placed.piece.paint(pen, placed.x, placed.top)
        if len(pages) > 1:
            pen.line(pen.fitted(title, BODY_W * 0.6, _FOOT), SIDE, _FOOT_Y, _FOOT)
            pen.right(labels("page_of", page=number, total=len(pages)), PAGE_W - SIDE, _FOOT_Y, _FOOT)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
