"""The look of the paper: sizes in points, colours, type. One accent and one seal colour, both legible in grey."""

from __future__ import annotations

from dataclasses import dataclass, replace

MM = 72 / 25.4
PAGE_W, PAGE_H = 210 * MM, 297 * MM
SIDE = 24 * MM
TOP = 27 * MM  # to the first line of text; the running head stands in it
BOTTOM = 24 * MM
BODY_W = PAGE_W - 2 * SIDE

INK = "#1B1F23"
MUTED = "#5B6670"
ACCENT = "#0F5C5A"
SEAL = "#B23A2A"
SEAL_SOFT = "#FBEEEB"
HAIR = "#C9D0D3"
WASH = "#F1F5F5"

Colour = str


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set. ``tracking`` is extra space after each character in points."""

    size: float = 10
    leading: float = 16.5
    bold: bool = False
    colour: Colour = INK
    align: str = "left"  # left, right, centre, justify
    tracking: float = 0
    upper: bool = False

    def but(self, **changes: object) -> Style:
        """Return this style with some things changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


BODY = Style(align="justify")
TITLE = Style(size=27, leading=38, bold=True)
HEAD = Style(size=17, leading=24, bold=True, colour=ACCENT)
SUBHEAD = Style(size=11.5, leading=18, bold=True)
LABEL = Style(size=8, leading=12, colour=MUTED, tracking=0.35)
COLUMN = LABEL.but(upper=True)
CELL = Style(size=9.2, leading=14)
CELL_BOLD = CELL.but(bold=True)
SMALL = Style(size=8.3, leading=12.8, colour=MUTED)
HASH = Style(size=7.6, leading=11.6)
FIGURE = Style(size=21, leading=26, bold=True, colour=ACCENT)
