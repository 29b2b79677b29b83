"""Draws the pages that were laid out. Whatever lies in a page's anchors is known by now."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from walletcase.export.chrome import Chrome
from walletcase.export.context import Desk
from walletcase.export.filler import Page
from walletcase.export.pen import Pen
from walletcase.export.stopping import stoppable


def paint(desk: Desk, check: Callable[[], None]) -> bytes:
    """Return all pages and their bookmarks as a PDF without its pictures. ``check`` may raise to stop."""
    buffer = io.BytesIO()
    canvas = _canvas(desk, buffer)
    pen = Pen(canvas, desk.setter.fonts, desk.filler.anchors)
    chrome = _chrome(desk)
    for number, page in enumerate(desk.filler.pages, 1):
        check()
        _paint_page(pen, chrome, page, number)
    for entry in desk.filler.outline:
        title = f"{entry.number}  {entry.title}" if entry.number else entry.title
        canvas.addOutlineEntry(title, entry.anchor, entry.level, closed=entry.level == 0)
    stoppable(canvas.save, check)
    return buffer.getvalue()


def paint_one(desk: Desk, at: int) -> bytes:
    """Return one page (from 0) as a PDF: as it is in the whole, without links."""
    buffer = io.BytesIO()
    canvas = _canvas(desk, buffer)
    pen = Pen(canvas, desk.setter.fonts, desk.filler.anchors, with_links=False)
    _paint_page(pen, _chrome(desk), desk.filler.pages[at], at + 1)
    canvas.save()
    return buffer.getvalue()


def _canvas(desk: Desk, buffer: io.BytesIO) -> Canvas:
    rl_config.useA85 = 0  # reportlab has no other way to say: plain binary streams, a fifth smaller and faster
    base_name: Any = desk.setter.fonts.base_name  # else the file would name a Helvetica that it does not hold
    return Canvas(buffer, pageCompression=1, invariant=1, initialFontName=base_name)


def _chrome(desk: Desk) -> Chrome:
    visible = desk.setter.fonts.visible
    return Chrome(desk.labels, visible(desk.dossier.title), visible(desk.dossier.number), len(desk.filler.pages))


def _paint_page(pen: Pen, chrome: Chrome, page: Page, number: int) -> None:
    pen.canvas.setPageSize((page.width, page.height))
    for placed in page.placed:
        if placed.anchor:
            pen.anchor(placed.anchor, placed.top + 6)
        placed.piece.paint(pen, placed.x, placed.top)
    for draw in page.draws:
        draw(pen)
    chrome.draw(pen, page, number)
    pen.canvas.showPage()
