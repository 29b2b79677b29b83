"""The exhibits themselves: one picture or PDF page a page, in full resolution, each with its stamp."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from walletcase.domain.dossiers.document import Exhibit
from walletcase.domain.picture_rows import PictureRows
from walletcase.export.context import Desk, Space, when
from walletcase.export.exif import TURNS
from walletcase.export.file_words import exact_size, kind_text, length_text
from walletcase.export.filler import Entry, Page
from walletcase.export.marked import Box, draw_marks
from walletcase.export.pdf_pages import PdfPage
from walletcase.export.pen import Pen
from walletcase.export.picture import Picture
from walletcase.export.pieces import Piece, Row, Stack, Table, Text
from walletcase.export.plan import Plan
from walletcase.export.section_withheld import add_withheld
from walletcase.export.slices import BOTTOM, LEAST_PPI, SIDE, TOP, Slice, mark_shared, sliced
from walletcase.export.style import CELL, CELL_BOLD, HAIR, HASH, HEAD, MM, PAGE_H, PAGE_W, SEAL, SMALL, SUBHEAD, Style

_LANDSCAPE = 1.25  # wider than this by its height, and the paper is turned
_MOST_GROWTH = 1.5  # of a small PDF page
_STAMP = Style(size=10, leading=13, bold=True, colour="#FFFFFF")
_COUNT = Style(size=10, leading=13, bold=True, colour=SEAL)
_NAME = Style(size=10.5, leading=14, bold=True)
_PLAIN = Style(size=8.8, leading=14)


@dataclass(frozen=True, slots=True)
class Insert:
    """Something that pikepdf puts into a page under ``name``, drawn there already by that name."""

    page: int
    name: str
    source: Picture | PdfPage


class _Over(Protocol):
    """Draws what stands over a page of an exhibit."""

    def __call__(self, pen: Pen, page: Box, clip: Box | None = None) -> None: ...


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One page of an exhibit: ``paint`` draws what is in the box; ``source`` is put in later as ``name``."""

    paint: Callable[[Pen, Box], None]
    landscape: bool = False
    source: Picture | PdfPage | None = None
    name: str = ""


def add_exhibits(desk: Desk, plans: list[Plan]) -> list[Insert]:
    """Lay out all exhibits, those that the reader does not see in a list. Page numbers of inserts count from 0."""
    inserts: list[Insert] = []
    shown = [plan for plan in plans if not plan.exhibit.withheld]
    for number, plan in enumerate(shown):
        desk.check()
        sheets = _sheets(desk, plan)
        for index, sheet in enumerate(sheets):
            at = len(desk.filler.pages)
            _add_sheet(desk, plan.exhibit, sheet, (index, len(sheets)), first=number == 0)
            if sheet.source is not None:
                inserts.append(Insert(at, sheet.name, sheet.source))
        desk.filler.anchors[f"exhibit-{plan.exhibit.number}-end"] = len(desk.filler.pages)
    add_withheld(desk, [plan.exhibit for plan in plans if plan.exhibit.withheld], is_all=not shown)
    return inserts


def _add_sheet(desk: Desk, exhibit: Exhibit, sheet: _Sheet, place: tuple[int, int], *, first: bool) -> None:
    width, height = (PAGE_H, PAGE_W) if sheet.landscape else (PAGE_W, PAGE_H)
    page = Page(desk.labels("part_exhibits"), width, height, SIDE, plain=True)
    desk.filler.begin(page)
    anchor = f"exhibit-{exhibit.number}"
    index, total = place
    if first and index == 0:
        desk.filler.mark(Entry(desk.labels("part_exhibits"), "part_exhibits", 0))
        page.draws.append(lambda pen: pen.anchor("part_exhibits", height))
    if index == 0:
        title = desk.setter.fonts.visible(exhibit.title or exhibit.original_name)
        desk.filler.mark(Entry(title, anchor, 1, desk.labels("exhibit", number=exhibit.number)))
        page.draws.append(lambda pen: pen.anchor(anchor, height))
    box = Box(SIDE, BOTTOM, width - 2 * SIDE, height - TOP - BOTTOM)
    page.draws.append(lambda pen: _head(pen, desk, exhibit, page, (index + 1, total)))
    page.draws.append(lambda pen: sheet.paint(pen, box))


def _head(pen: Pen, desk: Desk, exhibit: Exhibit, page: Page, place: tuple[int, int]) -> None:
    """Draw the stamp, the exhibit's name and where it comes from."""
    labels, fonts = desk.labels, desk.setter.fonts
    top = page.height - 14 * MM
    right = page.width - SIDE
    wide = _stamp(pen, labels("exhibit", number=exhibit.number), f"{place[0]}/{place[1]}", right, top)
    pen.link(f"index-{exhibit.number}", right - wide, top - 22, wide, 22)
    room = right - wide - 14 - SIDE
    pen.line(pen.fitted(fonts.visible(exhibit.title or exhibit.original_name), room, _NAME), SIDE, top + 1, _NAME)
    facts = [labels("source_of", source=exhibit.source)] if exhibit.source else []
    facts += [labels("made_on", date=exhibit.made_on)] if exhibit.made_on else []
    facts.append(labels(f"kind_{exhibit.copy_kind}"))
    facts += [labels("with_marks")] if exhibit.marks else []
    pen.line(pen.fitted(fonts.visible(labels("fact_joiner").join(facts)), room, SMALL), SIDE, top - 14, SMALL)
    if exhibit.proves and place[0] == 1:
        proves = labels("proves_that", text=exhibit.proves)
        pen.line(pen.fitted(fonts.visible(proves), page.width - 2 * SIDE, SMALL), SIDE, top - 28, SMALL)
    pen.rule(SIDE, top - 46, page.width - 2 * SIDE, HAIR)


def _stamp(pen: Pen, name: str, count: str, right: float, top: float) -> float:
    """Draw the exhibit's seal: its number, and which of its pages this is. Return how wide it is."""
    name_w, count_w = pen.width(name, _STAMP) + 16, pen.width(count, _COUNT) + 14
    left = right - name_w - count_w
    pen.fill(left, top - 22, name_w, 22, SEAL)
    pen.frame(left, top - 22, name_w + count_w, 22, SEAL, 1.1)
    pen.line(name, left + 8, top - 4.5, _STAMP)
    pen.line(count, left + name_w + 7, top - 4.5, _COUNT)
    return name_w + count_w


def _sheets(desk: Desk, plan: Plan) -> list[_Sheet]:
    if plan.problem:
        return [_notice_sheet(desk, plan)]
    if plan.text:
        return _text_sheets(desk, plan)
    # Files that occur twice get the same names, so their pictures are in the dossier once.
    stem = f"E{plan.exhibit.sha256[:20]}"
    sheets: list[_Sheet] = []
    for number, picture in enumerate(plan.pictures):
        rows = plan.rows[number] if number < len(plan.rows) else None
        over = _marker(desk, plan.exhibit, number)
        sheets += _picture_sheets(desk, picture, rows, f"{stem}n{number}", over)
    pages = ((page, _marker(desk, plan.exhibit, page.number)) for page in plan.pages)
    return sheets + [_pdf_sheet(page, f"{stem}p{page.number}", over) for page, over in pages]


def _marker(desk: Desk, exhibit: Exhibit, page_no: int) -> _Over:
    marks = [mark for mark in exhibit.marks if mark.page_no == page_no]
    return lambda pen, page, clip=None: draw_marks(pen, desk, marks, page, clip)


def _picture_sheets(
    desk: Desk, picture: Picture, rows: PictureRows | None, name: str, over: _Over
) -> list[_Sheet]:
    parts = sliced(picture.shown_size, rows)
    return [_slice(desk, picture, name, part, over) for part in parts] or [_whole(picture, name, over)]


def _whole(picture: Picture, name: str, over: _Over) -> _Sheet:
    wide, high = picture.shown_size

    def paint(pen: Pen, box: Box) -> None:
        scale = min(box.width / wide, box.height / high, 72 / LEAST_PPI)
        at = _centred(wide * scale, high * scale, box)
        pen.place(name, _matrix(picture, at))
        pen.frame(at.x, at.y, at.width, at.height, HAIR, 0.4)
        over(pen, at)

    gains = wide * 72 / LEAST_PPI > PAGE_W - 2 * SIDE
    return _Sheet(paint, gains and wide > high * _LANDSCAPE, picture, name)


def _slice(desk: Desk, picture: Picture, name: str, part: Slice, over: _Over) -> _Sheet:
    wide, high = (side * part.scale for side in picture.shown_size)
    shown = (part.page.bottom - part.page.top) * part.scale

    def paint(pen: Pen, box: Box) -> None:
        x, top = box.x + (box.width - wide) / 2, box.y + box.height
        whole = Box(x, top + part.page.top * part.scale - high, wide, high)
        pen.place(name, _matrix(picture, whole), (x, top - shown, wide, shown))
        pen.frame(x, top - shown, wide, shown, HAIR, 0.4)
        over(pen, whole, Box(x, top - shown, wide, shown))
        mark_shared(pen, desk, part, x, top)

    return _Sheet(paint, source=picture, name=name)


def _centred(wide: float, high: float, box: Box) -> Box:
    """Centred across, at the top: the page reads from its head down."""
    return Box(box.x + (box.width - wide) / 2, box.y + box.height - high, wide, high)


def _matrix(picture: Picture, at: Box) -> tuple[float, ...]:
    a, b, c, d, e, f = TURNS[picture.orientation]
    return (a * at.width, b * at.height, c * at.width, d * at.height, at.x + e * at.width, at.y + f * at.height)


def _pdf_sheet(page: PdfPage, name: str, over: _Over) -> _Sheet:
    def paint(pen: Pen, box: Box) -> None:
        scale = min(box.width / page.width, box.height / page.height, _MOST_GROWTH)
        at = _centred(page.width * scale, page.height * scale, box)
        pen.place(name, (at.width, 0, 0, at.height, at.x, at.y))
        pen.frame(at.x, at.y, at.width, at.height, HAIR, 0.4)
        over(pen, at)

    return _Sheet(paint, page.width > page.height * _LANDSCAPE, page, name)


def _text_sheets(desk: Desk, plan: Plan) -> list[_Sheet]:
    width = PAGE_W - 2 * SIDE - 24
    body = plan.text + (f"\n\n{desk.labels('text_cut')}" if plan.text_is_cut else "")
    rest: Piece | None = desk.text(body, _PLAIN, width)
    room = PAGE_H - TOP - BOTTOM - 28
    sheets: list[_Sheet] = []
    while rest is not None:
        parts = None if rest.height <= room else rest.cut(room)
        piece, rest = parts if parts is not None else (rest, None)
        sheets.append(_text_sheet(desk, piece))
    return sheets


def _text_sheet(desk: Desk, piece: Piece) -> _Sheet:
    def paint(pen: Pen, box: Box) -> None:
        top = box.y + box.height
        pen.line(desk.labels("text_head"), box.x + 12, top - 2, SMALL)
        pen.frame(box.x, top - 28 - piece.height, box.width, piece.height + 28, HAIR, 0.5)
        piece.paint(pen, box.x + 12, top - 20)

    return _Sheet(paint)


def _length(desk: Desk, exhibit: Exhibit, width: float) -> tuple[Row, ...]:
    """How long sound and film play."""
    if exhibit.duration_ms is None:
        return ()
    return (desk.labelled(desk.labels("file_length"), length_text(exhibit.duration_ms), width),)


def _notice_sheet(desk: Desk, plan: Plan) -> _Sheet:
    labels, exhibit = desk.labels, plan.exhibit
    width = PAGE_W - 2 * SIDE - 60
    rows = [
        desk.labelled(labels("why_not"), labels(f"reason_{plan.problem}"), width, strong=CELL_BOLD),
        desk.labelled(labels("file_name"), exhibit.original_name, width),
        desk.labelled(labels("file_kind"), kind_text(labels, exhibit.media_type), width),
        *_length(desk, exhibit, width),
        desk.labelled(labels("file_size"), exact_size(exhibit.size_bytes), width),
        desk.labelled(labels("file_hash"), exhibit.sha256, width, strong=HASH.but(leading=13.4)),
        desk.labelled(labels("col_time"), labels("added_at", time=when(exhibit.added_at)), width),
    ]
    head: Text = desk.text(labels("notice_head"), SUBHEAD.but(colour=HEAD.colour), width)
    foot = desk.text(labels("notice_foot"), CELL, width)
    stack = Stack((head, Space(8), Table(None, tuple(rows)), Space(12), foot))

    def paint(pen: Pen, box: Box) -> None:
        top = box.y + box.height - 40 * MM
        pen.frame(box.x + 12, top - stack.height - 26, box.width - 24, stack.height + 48, HAIR, 0.8)
        stack.paint(pen, box.x + 30, top)

    return _Sheet(paint)
