"""Pieces, pages and lines without a PDF: what fits, what is cut, what stays together."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from tests.export.dossier_samples import FONTS
from walletcase.export.context import Space
from walletcase.export.filler import LEAST_PART, Entry, Filler, Opening, Page
from walletcase.export.fonts import FontBook
from walletcase.export.para import Setter
from walletcase.export.pen import Pen
from walletcase.export.pieces import Line, PageNumber, Piece, Row, Stack, Table, Text
from walletcase.export.style import BODY, BODY_W, BOTTOM, CELL, PAGE_H, TOP, Style

ROOM = PAGE_H - TOP - BOTTOM
LEADING = 10.0
PLAIN = Style(size=8, leading=LEADING)


def text(lines: int) -> Text:
    return Text(tuple(Line(str(n), 10) for n in range(lines)), PLAIN, 100)


def row(lines: int, anchor: str = "") -> Row:
    return Row((Stack((text(lines),)), Stack((text(1),))), (0, 50), 100, above=0, below=0, anchor=anchor)


def lines_of(piece: Piece) -> list[str]:
    """The first column's lines, or a paragraph's."""
    if isinstance(piece, Text):
        return [line.text for line in piece.lines]
    if isinstance(piece, Stack):
        return [line for part in piece.pieces for line in lines_of(part)]
    if isinstance(piece, Row):
        return lines_of(piece.cells[0])
    assert isinstance(piece, Table)
    return [line for part in piece.rows for line in lines_of(part)]


def filler() -> Filler:
    made = Filler()
    made.begin(Page("part"))
    return made


def placed(made: Filler) -> list[list[Piece]]:
    return [[item.piece for item in page.placed] for page in made.pages]


@given(st.integers(1, 60), st.floats(0, 700))
def test_a_cut_paragraph_loses_nothing_and_leaves_no_lone_line(lines: int, room: float) -> None:
    whole = text(lines)
    parts = whole.cut(room)
    if parts is not None:
        assert lines_of(parts[0]) + lines_of(parts[1]) == lines_of(whole)
        assert min(len(lines_of(part)) for part in parts) >= 2
        assert parts[0].height <= room


@given(st.lists(st.integers(1, 90), min_size=1, max_size=30), st.booleans())
def test_a_table_over_pages_keeps_every_row_and_repeats_its_head(heights: list[int], headed: bool) -> None:
    head = Row((Stack((text(1),)),), (0,), 100, above=0, below=0) if headed else None
    rows = tuple(row(lines, f"row-{number}") for number, lines in enumerate(heights))
    made = filler()
    made.add(Table(head, rows))
    tables: list[Any] = [piece for page in placed(made) for piece in page]
    assert [line for table in tables for line in lines_of(table)] == [line for r in rows for line in lines_of(r)]
    assert all(table.head is head and table.rows for table in tables)
    assert all(table.height <= ROOM for table in tables)
    assert set(made.anchors) == {f"row-{number}" for number in range(len(rows))}


@given(st.lists(st.integers(1, 40), min_size=1, max_size=40))
def test_no_page_is_over_full(heights: list[int]) -> None:
    made = filler()
    for lines in heights:
        made.add(text(lines), gap=6)
    for page in made.pages:
        assert sum(item.piece.height for item in page.placed) <= ROOM
        assert all(item.top - item.piece.height >= BOTTOM - 0.01 for item in page.placed)


def test_a_heading_moves_with_what_follows() -> None:
    made = filler()
    made.add(Space(ROOM - 3 * LEADING))
    made.add(text(1), text(2), text(9))
    assert [len(page) for page in placed(made)] == [1, 3]


def opened(room: float, *following: Piece) -> list[list[Piece]]:
    """What stands on each page where a part is opened with so much room left."""
    made = filler()
    made.add(Space(ROOM - room))
    made.open(Opening(Entry("Part", "part", 0), (text(2),), gap=10))
    made.add(*following)
    assert [(entry.title, made.anchors["part"]) for entry in made.outline] == [("Part", len(made.pages))]
    return placed(made)


def test_a_part_goes_on_below_the_one_before_if_its_beginning_fits() -> None:
    needed = 10 + 23 * LEADING
    assert needed > LEAST_PART
    assert [len(page) for page in opened(needed + 0.1, text(20), text(1))] == [4]
    assert [len(page) for page in opened(needed - 1, text(20), text(1))] == [1, 3]
    assert [len(page) for page in opened(LEAST_PART - 1, text(1))] == [1, 2], "no afterthought at the foot"


def test_a_part_that_fits_no_page_leaves_none_empty() -> None:
    made = filler()
    made.open(Opening(Entry("Part", "part", 0), (text(2),), gap=10))
    made.add(Space(ROOM + 50))
    assert [len(page) for page in placed(made)] == [1, 1]


def test_a_head_never_stands_alone() -> None:
    made = filler()
    made.add(Space(ROOM - 15))
    made.add(Table(row(1), (row(1), row(1))))
    assert [len(page) for page in placed(made)] == [1, 1]


def test_two_low_rows_stay_together_at_a_pages_foot() -> None:
    made = filler()
    made.add(Space(ROOM - 25))
    made.add(Table(row(1), (row(1), row(1), row(1))))
    assert [len(page) for page in placed(made)] == [1, 1]


def test_the_last_row_is_not_carried_over_alone() -> None:
    fits = int(ROOM // LEADING)
    for rows in (fits + 1, fits + 2, 2 * fits + 1):
        made = filler()
        made.add(Table(None, tuple(row(1) for _ in range(rows))))
        tables: list[Any] = [piece for page in placed(made) for piece in page]
        assert sum(len(table.rows) for table in tables) == rows
        assert min(len(table.rows) for table in tables) >= 2
    tall = filler()  # a high row before it stays: its page would be half empty
    tall.add(Table(None, (row(fits // 3), row(fits // 3), row(fits // 4), row(fits // 4))))
    assert [[len(piece.rows) for piece in page if isinstance(piece, Table)] for page in placed(tall)] == [[3], [1]]


def test_three_low_rows_are_not_parted() -> None:
    made = filler()
    made.add(Space(ROOM - 2.5 * LEADING))
    made.add(text(1), Table(None, (row(1), row(1), row(1))))
    assert [len(piece.rows) for page in placed(made) for piece in page if isinstance(piece, Table)] == [3]
    assert len(placed(made)[1]) == 2, "the heading stayed behind"


def test_what_is_carried_over_says_what_goes_on() -> None:
    again, rows = row(1), tuple(row(1) for _ in range(int(2.5 * ROOM // LEADING)))
    made = filler()
    made.add(Table(None, rows, again))
    tables = [piece for page in placed(made) for piece in page if isinstance(piece, Table)]
    assert [table.head for table in tables] == [None, again, again]
    assert tuple(one for table in tables for one in table.rows) == rows


def test_a_heading_and_its_intro_move_with_the_table_they_belong_to() -> None:
    made = filler()
    made.add(text(int(ROOM // LEADING) - 4))
    made.add(text(1), text(2), Space(8), Table(row(1), (row(1), row(1))))
    assert [len(page) for page in placed(made)] == [1, 4]


def test_something_too_high_for_any_page_is_placed_all_the_same() -> None:
    made = filler()
    made.add(text(3))
    made.add(Space(ROOM + 100))
    made.add(text(3))
    assert [len(page) for page in placed(made)] == [1, 1, 1]


def test_a_row_is_cut_in_all_its_cells() -> None:
    whole = Row((Stack((text(40),)), Stack((text(3), text(40)))), (0, 50), 100, above=5, below=5, anchor="a")
    parts = whole.cut(210)
    assert parts is not None
    assert parts[0].height <= 210
    for column in (0, 1):
        both = [line for part in parts for line in lines_of(part.cells[column])]
        assert both == lines_of(whole.cells[column])
    assert [part.anchor for part in parts] == ["a", ""]


def test_justified_lines_end_together_and_the_last_does_not() -> None:
    setter = Setter(FontBook(FONTS))
    style = BODY.but(size=10)
    said = "客服说，后台正在升级，请三天后再试；三天后又说要再等等，没有给出答复的日期。"
    set_text = setter.text(said * 6, style, 205)
    *full, last = set_text.lines
    assert len(full) > 8
    assert all(line.width == 205 and line.spread > 0 for line in full if line.spread)
    assert sum(bool(line.spread) for line in full) > len(full) * 0.7
    assert all(line.spread <= 0.8 for line in full)
    assert last.spread == 0


def test_line_feeds_begin_new_lines() -> None:
    setter = Setter(FontBook(FONTS))
    assert [line.text for line in setter.text("一\n\n二\r\n三", CELL, BODY_W).lines] == ["一", "", "二", "三"]


@pytest.fixture
def pen() -> Pen:
    fonts = FontBook(FONTS)
    name: Any = fonts.base_name
    return Pen(Canvas(io.BytesIO(), initialFontName=name), fonts, {"there": 12})


def test_a_line_is_cut_to_its_room(pen: Pen) -> None:
    assert pen.fitted("很长的案件名称", 1000, CELL) == "很长的案件名称"
    short = pen.fitted("很长的案件名称" * 9, 100, CELL)
    assert short.endswith("…")
    assert pen.width(short, CELL) <= 100
    assert pen.width(short, CELL) > 80
    assert pen.fitted("两\n行", 100, CELL) == "两 行"


def test_page_numbers_are_those_of_the_anchors(pen: Pen) -> None:
    assert pen.page_of("there") == "12"
    assert pen.page_of("nowhere") == ""
    PageNumber("nowhere", CELL, 30).paint(pen, 0, 0)
