"""What stands on every page around its content: running head, foot, page x of y, case number."""

from __future__ import annotations

from dataclasses import dataclass

from walletcase.export.filler import Page
from walletcase.export.labels import Labels
from walletcase.export.pen import Pen
from walletcase.export.style import ACCENT, HAIR, INK, MM, MUTED, Style

_RUNNING = Style(size=7.8, leading=11, colour=MUTED)
_FOOT = Style(size=7.8, leading=11, colour=INK)
_STAMP = Style(size=8.2, leading=11, colour=INK, bold=True)
_HEAD_Y = 16 * MM  # from the paper's upper edge to the running head
_FOOT_Y = 15.5 * MM


def stamp(prefix: str, number: int, total: int) -> str:
    """Return what is stamped on a page: by it alone a page can be named in a letter or before a court."""
    return f"{prefix}-{number:0{max(4, len(str(total)))}}"


@dataclass(frozen=True, slots=True)
class Chrome:
    """The frame of all pages of one dossier."""

    labels: Labels
    title: str
    number: str
    total: int

    def draw(self, pen: Pen, page: Page, number: int) -> None:
        """Draw a page's frame; ``number`` counts from 1."""
        side = page.side
        inner = page.width - 2 * side
        if not page.plain:
            top = page.height - _HEAD_Y
            section = pen.fitted(page.section, inner * 0.3, _RUNNING)
            pen.line(pen.fitted(self.title, inner * 0.62, _RUNNING), side, top, _RUNNING)
            pen.right(section, side + inner, top, _RUNNING)
            pen.rule(side, top - 14, inner, HAIR)
        self._foot(pen, side, inner, number)

    def _foot(self, pen: Pen, side: float, inner: float, number: int) -> None:
        top = _FOOT_Y
        pen.rule(side, top + 5, inner, HAIR)
        pen.rule(side, top + 5, 10 * MM, ACCENT, 1.1)
        pen.line(stamp(self.number, number, self.total), side, top, _STAMP)
        pen.right(self.labels("page_of", page=number, total=self.total), side + inner, top, _FOOT)

