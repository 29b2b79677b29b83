"""The cover and the contents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.dossiers.document import Depth, Figure
from walletcase.export.context import Desk, Space, when
from walletcase.export.filler import Entry, Filler, Page, Placed
from walletcase.export.pen import Pen
from walletcase.export.pieces import PageNumber, Row, Stack, Table
from walletcase.export.style import (
    ACCENT,
    BODY_W,
    CELL,
    FIGURE,
    HAIR,
    LABEL,
    MM,
    MUTED,
    PAGE_H,
    SEAL,
    SIDE,
    TITLE,
    Style,
)

CONTENTS = "contents"
_KICKER = Style(size=10.5, leading=15, bold=True, colour=ACCENT, tracking=2.2, upper=True)
_MARK = Style(size=8.5, leading=12, bold=True, colour=SEAL, tracking=0.6)
_SUB = Style(size=12, leading=19, colour=MUTED)
_FACT = Style(size=10, leading=15.5)
_LEVELS = (
    Style(size=10.5, leading=16, bold=True),
    Style(size=9.2, leading=13.5),
)
_MOST_CONTENTS = 70  # entries; a longer list of exhibits is in the index only
_LONG_TITLE = 44


def add_cover(desk: Desk) -> None:
    """Lay out the cover: what this is, whose it is, where it stands, how much there is."""
    page = Page(desk.labels("cover"), plain=True)
    desk.filler.begin(page)
    desk.filler.mark(Entry(desk.labels("cover"), "cover", 0))
    page.draws.append(lambda pen: _masthead(pen, desk))
    top = PAGE_H - 62 * MM
    title = desk.balanced(desk.dossier.title, _title_style(desk.dossier.title), BODY_W)
    page.placed.append(Placed(title, SIDE, top, "cover"))
    top -= title.height + 6
    if desk.dossier.institution:
        against = desk.text(f"{desk.labels('institution')}  {desk.dossier.institution}", _SUB)
        page.placed.append(Placed(against, SIDE, top))
        top -= against.height
    facts = Table(None, tuple(_cover_rows(desk)))
    place = min(top - 14 * MM, PAGE_H - 128 * MM)
    page.placed.append(Placed(facts, SIDE, place))
    page.draws.append(lambda pen: pen.rule(SIDE, place, BODY_W, ACCENT, 0.9))
    page.placed.append(Placed(_figures(desk), SIDE, 66 * MM))
    page.draws.append(lambda pen: pen.rule(SIDE, 66 * MM, BODY_W, HAIR))


def _title_style(title: str) -> Style:
    return TITLE if len(title) <= _LONG_TITLE else TITLE.but(size=19, leading=27)


def _masthead(pen: Pen, desk: Desk) -> None:
    top = PAGE_H - 38 * MM
    pen.fill(SIDE, top + 4, 14 * MM, 3.2, ACCENT)
    pen.line(pen.fonts.visible(desk.labels("kicker")).upper(), SIDE, top - 6, _KICKER)
    if desk.dossier.is_sample:
        mark = desk.labels("sample")
        wide = pen.width(mark, _MARK) + 14
        pen.frame(SIDE + BODY_W - wide, top - 22, wide, 18, SEAL)
        pen.line(mark, SIDE + BODY_W - wide + 7, top - 7, _MARK)


def _cover_rows(desk: Desk) -> list[Row]:
    dossier, labels = desk.dossier, desk.labels
    facts = [(labels("case_number"), dossier.number)]
    facts += [(labels(fact.label), fact.text) for fact in dossier.parties]
    if dossier.standing.reference:
        facts.append((labels("reference"), dossier.standing.reference))
    facts.append((labels("status"), labels(f"status_{dossier.standing.status}")))
    facts.append((labels("as_of"), when(dossier.as_of)))
    if dossier.audience not in ("", Audience.SELF):
        chosen = "_chosen" if dossier.is_chosen else ""
        facts.append((labels("audience"), labels(f"audience_{dossier.audience}{chosen}")))
    if dossier.extract:
        part = dossier.extract
        told = labels(
            "extract_of",
            matter=part.matter,
            shown=part.exhibits,
            exhibits=part.of_exhibits,
            told=part.contacts,
            contacts=part.of_contacts,
        )
        facts.append((labels("extract"), told))
    if dossier.depth is Depth.BRIEF:
        facts.append((labels("depth"), labels("depth_brief")))
    return [desk.labelled(label, text, strong=_FACT) for label, text in facts]


def _figures(desk: Desk) -> Row:
    width = BODY_W / len(desk.dossier.figures)
    cells = tuple(
        Stack(
            (
                desk.text(str(figure.count), FIGURE, width - 8),
                Space(2),
                desk.text(_figure_name(desk, figure), LABEL, width - 8),
            )
        )
        for figure in desk.dossier.figures
    )
    return Row(cells, tuple(width * n for n in range(len(cells))), BODY_W, above=10, below=0, line="")


def _figure_name(desk: Desk, figure: Figure) -> str:
    exhibits = desk.dossier.exhibits
    shown = sum(not exhibit.withheld for exhibit in exhibits)
    if figure.label != "exhibits" or shown == len(exhibits):
        return desk.labels(figure.label)
    return desk.labels("exhibits_shown", shown=shown) if shown else desk.labels("exhibits_unshown")


def contents_pages(desk: Desk, outline: Sequence[Entry]) -> list[Page]:
    """Return the pages of the contents, which is laid out last and bound in after the cover.

    Set tighter if that saves a page.
    """
    shown = [entry for entry in outline if entry.anchor not in ("cover", CONTENTS)]
    is_whole = len(shown) <= _MOST_CONTENTS and desk.dossier.depth is Depth.FULL
    if not is_whole:
        shown = [entry for entry in shown if entry.level == 0]
    wide, tight = (_contents(desk, shown, is_whole=is_whole, ease=ease) for ease in (1.0, 0.3))
    return tight if len(tight) < len(wide) else wide


def _contents(desk: Desk, shown: Sequence[Entry], *, is_whole: bool, ease: float) -> list[Page]:
    filler = Filler()
    inner = replace(desk, filler=filler)
    inner.part("part_contents", anchor=CONTENTS)
    for entry in shown:
        filler.add(_contents_row(inner, entry, ease), gap=6 * ease if entry.level == 0 else 0)
    if not is_whole:
        filler.add(inner.text(desk.labels("contents_see_index"), CELL.but(colour=MUTED)), gap=10)
    return filler.pages


def _contents_row(desk: Desk, entry: Entry, ease: float) -> Row:
    style = _LEVELS[entry.level]
    indent, number_w, page_w = 16.0 * entry.level, 56.0 if entry.level else 0.0, 40.0
    title = desk.text(entry.title, style, BODY_W - indent - number_w - page_w, entry.anchor)
    cells = [Stack((title,)), Stack((PageNumber(entry.anchor, style.but(bold=False), page_w),))]
    places = [indent + number_w, BODY_W - page_w]
    if entry.level:
        cells.insert(0, Stack((desk.text(entry.number, style.but(colour=MUTED), number_w - 6, entry.anchor),)))
        places.insert(0, indent)
    pad = (2.2 if entry.level else 3.4) * ease
    return Row(tuple(cells), tuple(places), BODY_W, above=pad, below=pad, line="" if entry.level else HAIR)
