"""Draws on one reportlab canvas: text by runs of fonts, rules, fills, links. Nothing here reads markup."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from functools import cache
from itertools import accumulate
from typing import Any, cast

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfbase.ttfonts import TTFont

from walletcase.export.fonts import SQUEEZE, FontBook, Run
from walletcase.export.style import Colour, Style

_PRINTED = 4  # the flag of an annotation that is printed, too: archives ask for it (ISO 19005-1, 6.5.3)
_ASCENT = 0.88  # of the em box in which Chinese characters stand


@cache
def _ink(colour: Colour) -> str:
    """What chooses a colour to fill with."""
    return " ".join(f"{part:.5g}" for part in HexColor(colour).rgb()) + " rg"


class Pen:
    """Draws with the origin at the page's lower left, in points. ``pages`` tells on which page an anchor lies (1…)."""

    def __init__(self, canvas: Any, fonts: FontBook, pages: Mapping[str, int], *, with_links: bool = True) -> None:
        self.canvas = canvas
        self.fonts = fonts
        self.pages = pages
        self._with_links = with_links

    def line(self, text: str, x: float, top: float, style: Style, spread: float = 0) -> None:
        """Draw one line whose line box begins at ``top``. ``spread`` is extra space after each character."""
        if not text:
            return
        baseline = top - (style.leading - style.size) / 2 - _ASCENT * style.size
        space = spread + style.tracking
        code = [f"BT 1 0 0 1 {x:.3f} {baseline:.3f} Tm {_ink(style.colour)}"]
        if space:
            code.append(f"{space:.4f} Tc")
        for run in self.fonts.runs(text, style.bold):
            if run.squeezed:
                code.append(f"{space - SQUEEZE * style.size / 1000:.4f} Tc")
            code.append(self._shown(run, style.size))
            if run.squeezed:
                code.append(f"{space:.4f} Tc")
        if space:
            code.append("0 Tc")
        code.append("ET")
        self.canvas._code.append(" ".join(code))  # reportlab's own text object takes three times as long

    def _shown(self, run: Run, size: float) -> str:
        """What shows a run: its characters, subset by subset of its font."""
        font, document = cast(TTFont, getFont(run.font)), self.canvas._doc
        parts = font.splitString(run.text, document)
        return " ".join(
            f"{font.getSubsetInternalName(subset, document)} {size:g} Tf <{codes.hex()}> Tj" for subset, codes in parts
        )

    def width(self, text: str, style: Style) -> float:
        """Return how wide a line is."""
        return self.fonts.width(text, style.bold) * style.size / 1000 + style.tracking * len(text)

    def right(self, text: str, x: float, top: float, style: Style) -> None:
        """Draw a line that ends at ``x``."""
        self.line(text, x - self.width(text, style) + style.tracking, top, style)

    def fitted(self, text: str, room: float, style: Style) -> str:
        """Return a line cut to ``room`` with an ellipsis if need be."""
        text = " ".join(text.split())
        if self.width(text, style) <= room:
            return text
        advances = (w * style.size / 1000 + style.tracking for w in self.fonts.widths(text, style.bold))
        fits = bisect_right(list(accumulate(advances)), room - self.width("…", style))
        return text[:fits].rstrip() + "…"

    def rule(self, x: float, y: float, width: float, colour: Colour, thickness: float = 0.5) -> None:
        """Draw a level line."""
        self.canvas.setStrokeColor(HexColor(colour))
        self.canvas.setLineWidth(thickness)
        self.canvas.line(x, y, x + width, y)

    def upright(self, x: float, y: float, height: float, colour: Colour, thickness: float = 0.4) -> None:
        """Draw an upright line from its lower end."""
        self.canvas.setStrokeColor(HexColor(colour))
        self.canvas.setLineWidth(thickness)
        self.canvas.line(x, y, x, y + height)

    def shape(self, corners: list[tuple[float, float]], colour: Colour, *, filled: bool = True) -> None:
        """Draw a closed shape by its corners."""
        path = self.canvas.beginPath()
        path.moveTo(*corners[0])
        for corner in corners[1:]:
            path.lineTo(*corner)
        path.close()
        self.canvas.setFillColor(HexColor(colour if filled else "#FFFFFF"))
        self.canvas.setStrokeColor(HexColor(colour))
        self.canvas.setLineWidth(0.9)
        self.canvas.drawPath(path, stroke=0 if filled else 1, fill=1)

    def fill(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """Fill a box given by its lower left corner."""
        self.canvas.setFillColor(HexColor(colour))
        self.canvas.rect(x, y, width, height, stroke=0, fill=1)

    def frame(self, x: float, y: float, width: float, height: float, colour: Colour, thickness: float = 0.9) -> None:
        """Draw a box's outline."""
        self.canvas.setStrokeColor(HexColor(colour))
        self.canvas.setLineWidth(thickness)
        self.canvas.rect(x, y, width, height, stroke=1, fill=0)

    def stroke(self, start: tuple[float, float], end: tuple[float, float], colour: Colour, thickness: float) -> None:
        """Draw a line from place to place."""
        self.canvas.setStrokeColor(HexColor(colour))
        self.canvas.setLineWidth(thickness)
        self.canvas.line(*start, *end)

    def disc(self, x: float, y: float, radius: float, colour: Colour) -> None:
        """Draw a filled circle with a thin white edge."""
        self.canvas.setFillColor(HexColor(colour))
        self.canvas.setStrokeColor(HexColor("#FFFFFF"))
        self.canvas.setLineWidth(1)
        self.canvas.circle(x, y, radius, stroke=1, fill=1)

    def clip(self, x: float, y: float, width: float, height: float) -> None:
        """Draw nothing outside a box until the canvas's state is restored."""
        path = self.canvas.beginPath()
        path.rect(x, y, width, height)
        self.canvas.clipPath(path, stroke=0, fill=0)

    def place(
        self, name: str, matrix: tuple[float, ...], clip: tuple[float, float, float, float] | None = None
    ) -> None:
        """Draw what is put into the page's resources later under ``name``.

        ``matrix`` takes the unit square to its place; nothing is drawn outside ``clip``.
        """
        window = "{:.4f} {:.4f} {:.4f} {:.4f} re W n ".format(*clip) if clip else ""
        numbers = " ".join(f"{value:.4f}" for value in matrix)
        self.canvas._code.append(f"q {window}{numbers} cm /{name} Do Q")

    def anchor(self, name: str, y: float) -> None:
        """Make the place at height ``y`` of this page the target of links to ``name``."""
        self.canvas.bookmarkPage(name, fit="XYZ", left=0, top=y, zoom=0)

    def link(self, name: str, x: float, y: float, width: float, height: float) -> None:
        """Make a box lead to an anchor, if there is one of that name."""
        if self._with_links and name in self.pages:
            self.canvas.linkRect("", name, (x, y, x + width, y + height), relative=0, thickness=0, F=_PRINTED)

    def page_of(self, name: str) -> str:
        """Return the page number of an anchor, "" if it has none."""
        return str(self.pages[name]) if name in self.pages else ""


Draw = Callable[[Pen], None]
