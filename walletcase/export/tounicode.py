"""The text layer: which characters a font's codes stand for.

reportlab 5.1 writes U+2CB4E as five hex digits, which readers take for another character, and puts up to 256 entries
in a block that may hold 100 (PDF 32000-1, 9.10.3). The maps are rewritten here before the file is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

_BLOCK = 100


def to_unicode_map(name: str, codes: Sequence[int]) -> str:
    """Return the ToUnicode CMap of a font subset; ``codes`` are the Unicode values of codes 0, 1, 2 …"""
    pairs = [(i, chr(c).encode("utf-16-be").hex().upper()) for i, c in enumerate(codes) if c]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for at in range(0, len(pairs), _BLOCK):
        block = pairs[at : at + _BLOCK]
        lines += [f"{len(block)} beginbfchar", *(f"<{i:02X}> <{u}>" for i, u in block), "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


class ExactFont(TTFont):
    """A TrueType font whose text layer is right for every character."""

    def advance(self, char: str) -> float:
        """Return a character's width in 1/1000 em."""
        return float(self.face.charWidths.get(ord(char), self.face.defaultWidth))

    def addObjects(self, doc: Any) -> None:
        """Add the font's subsets to a document, with our own maps."""
        subsets = [list(codes) for codes in self.state[doc].subsets]
        super().addObjects(doc)
        for number, codes in enumerate(subsets):
            name = b"".join((SUBSETN(number), b"+", self.face.name, self.face.subfontNameX)).decode("latin-1")
            stream = doc.idToObject[f"toUnicodeCMap:{name}"]
            stream.content = to_unicode_map(name, codes)
