"""The fonts of a dossier: which font has which character, and what stands in for one that none has."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError

from walletcase.export.tounicode import ExactFont

REGULAR = "NotoSansSC-Regular.ttf"
BOLD = "NotoSansSC-Bold.ttf"
MARK = "〓"  # the geta mark: what Chinese printers set where a sort is missing

FindFonts = Callable[[str], "Iterable[FontFile]"]  # fonts that may have a character, best first

# Where two full-width marks meet, the blank half between them is set solid (CLREQ 3.1.6; GB/T 15834).
_CLOSING, _OPENING = "，。、；：）》」』】〕〉”’", "（《「『【〔〈“‘"
_MEETING = re.compile(f"(?:[{_CLOSING}](?=[{_CLOSING}{_OPENING}])|[{_OPENING}](?=[{_OPENING}]))+")
SQUEEZE = 500  # of 1000

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SPACES = dict.fromkeys([*range(0x2000, 0x200B), 0x00A0, 0x202F, 0x205F], " ") | {0x09: "    "}
# Characters without a shape: left out of the page and named in the warning.
_SHAPELESS = frozenset(
    [*range(0x200B, 0x2010), 0x2060, 0xFEFF, 0x00AD, 0x180E, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]
)
_loaded: dict[tuple[Path, int], ExactFont] = {}


@dataclass(frozen=True, slots=True)
class FontFile:
    """A TrueType font; ``index`` counts the fonts in a collection."""

    path: Path
    index: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one font. ``squeezed``: it advances by SQUEEZE less than its glyph."""

    font: str
    text: str
    squeezed: bool = False


def no_fonts(char: str) -> Iterable[FontFile]:
    """Find no font: only the bundled ones are used."""
    return ()


def code_point(char: str) -> str:
    """Return a character's name in a warning: U+2B820."""
    return f"U+{ord(char):04X}"


def _load(file: FontFile) -> ExactFont:
    key = (file.path, file.index)
    if key not in _loaded:
        font = ExactFont(f"walletcase-{len(_loaded)}", str(file.path), subfontIndex=file.index)
        pdfmetrics.registerFont(font)
        _loaded[key] = font
    return _loaded[key]


class _Weight:
    """A chain of fonts, best first; looks up each character once."""

    def __init__(self, chain: list[ExactFont]) -> None:
        self.chain = chain
        self.widths: dict[str, int] = _Lookup(self._width)
        self.faces: dict[str, int] = _Lookup(self.face)

    def face(self, char: str) -> int:
        """Return the place in the chain of the first font that has ``char``, -1 if none has."""
        code = ord(char)
        return next((i for i, font in enumerate(self.chain) if code in font.face.charToGlyph), -1)

    def _width(self, char: str) -> int:
        font = self.chain[max(self.faces[char], 0)]
        return round(font.advance(char))


class _Lookup(dict[str, int]):
    def __init__(self, find: Callable[[str], int]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, char: str) -> int:
        self[char] = found = self._find(char)
        return found


class FontBook:
    """The fonts of one document. ``substituted`` collects the characters that no font could show."""

    def __init__(self, folder: Path, find: FindFonts = no_fonts) -> None:
        regular, bold = _load(FontFile(folder / REGULAR)), _load(FontFile(folder / BOLD))
        self._weights = {False: _Weight([regular]), True: _Weight([bold, regular])}
        self._find = find
        self._stand_ins: dict[int, str] = {}
        self._known: set[str] = set()
        self.substituted: dict[str, None] = {}
        self.base_name: str = regular.fontName

    def visible(self, text: str) -> str:
        """Return ``text`` as it can be shown: odd spaces as spaces, a stand-in for what no font has."""
        text = _LINE_ENDS.sub("\n", text)
        new = set(text) - self._known
        if new:
            for char in sorted(new):
                self._learn(char)
            self._known |= new
        if self._stand_ins:
            self.substituted.update((c, None) for c in text if ord(c) in self._stand_ins and ord(c) not in _SPACES)
            return text.translate(self._stand_ins)
        return text

    def _learn(self, char: str) -> None:
        code = ord(char)
        if code in _SPACES:
            self._stand_ins[code] = _SPACES[code]
        elif code in _SHAPELESS:
            self._stand_ins[code] = ""
        elif char != "\n" and not self._has(char):
            self._stand_ins[code] = f"{MARK}({code_point(char)})"

    def _has(self, char: str) -> bool:
        if self._weights[False].faces[char] >= 0:
            return True
        return char.isprintable() and any(self._adopt(file, char) for file in self._find(char))

    def _adopt(self, file: FontFile, char: str) -> bool:
        """Add a font to the chains if it really has a shape for ``char``."""
        try:
            font = _load(file)
        except (TTFError, OSError, struct.error, LookupError, ValueError):
            return False  # a font of the computer that reportlab can't read
        if ord(char) not in font.face.charToGlyph:
            return False
        for weight in self._weights.values():
            weight.chain.append(font)
            weight.faces.clear()
            weight.widths.clear()
        return True

    def widths(self, text: str, bold: bool) -> list[int]:
        """Return the advance of each character in 1/1000 em."""
        widths = list(map(self._weights[bold].widths.__getitem__, text))
        for meeting in _MEETING.finditer(text):
            for at in range(*meeting.span()):
                widths[at] -= SQUEEZE
        return widths

    def width(self, text: str, bold: bool) -> int:
        """Return the advance of a text in 1/1000 em."""
        return sum(self.widths(text, bold))

    def runs(self, text: str, bold: bool) -> Iterator[Run]:
        """Yield the stretches of a text that one font can show, and apart each mark that is set half as wide."""
        weight = self._weights[bold]
        start = 0
        for meeting in _MEETING.finditer(text):
            yield from self._plain_runs(text[start : meeting.start()], weight)
            for run in self._plain_runs(meeting[0], weight):
                yield replace(run, squeezed=True)
            start = meeting.end()
        yield from self._plain_runs(text[start:], weight)

    def _plain_runs(self, text: str, weight: _Weight) -> Iterator[Run]:
        faces = set(map(weight.faces.__getitem__, text))
        if len(faces) == 1:
            yield Run(weight.chain[faces.pop()].fontName, text)
            return
        for face, chars in groupby(text, weight.faces.__getitem__):
            yield Run(weight.chain[face].fontName, "".join(chars))
