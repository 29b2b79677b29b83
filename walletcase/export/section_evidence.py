"""The index of evidence, the notes at the end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.dossiers.document import Exhibit, Part
from walletcase.domain.evidence import Group
from walletcase.domain.numbering import group_place
from walletcase.export.context import RIGHT, Desk, offsets, when
from walletcase.export.fonts import code_point
from walletcase.export.pieces import PageRange, Piece, Row, Stack, Table
from walletcase.export.plan import Plan
from walletcase.export.slices import is_long
from walletcase.export.style import ACCENT, BODY, BODY_W, CELL, CELL_BOLD, MUTED, SMALL

_INDEX_W = (30.0, 120.0, 80.0, 126.0, 44.0, BODY_W - 400.0)
_MOST_CITED = 12  # more would make the row a page of its own
_Citation = tuple[str, str]  # what it says, the anchor it leads to
_NOTE = BODY.but(size=9.2, leading=15.5)


def add_index(desk: Desk, plans: dict[int, Plan]) -> None:
    """Lay out the index: number, name, source, what it proves, pages, original or copy."""
    desk.part("part_index", follows=True)
    if not desk.dossier.exhibits:
        is_whole = desk.dossier.extract is None
        none = desk.labels("no_exhibits") if is_whole else desk.labels("no_exhibits_of_it")
        desk.filler.add(desk.text(none, CELL.but(colour=MUTED)))
        return
    keys = ("col_exhibit", "col_name", "col_source", "col_proves", "col_pages", "col_kind")
    titles = tuple(RIGHT + desk.labels(key) if key == "col_pages" else desk.labels(key) for key in keys)
    head = desk.table_head(titles, _INDEX_W)
    groups, cited = _groups(desk.dossier.exhibits), _cited(desk)
    for place, (group, exhibits) in enumerate(groups, 1):
        rows = (_index_row(desk, one, plans.get(one.number), cited.get(one.number, ())) for one in exhibits)
        table = Table(head, tuple(rows))
        if group is Group.NONE and len(groups) == 1:
            desk.filler.add(table)
        else:
            name = desk.labels(f"group_{group.value or 'none'}")
            desk.head(name if group is Group.NONE else desk.labels("group_head", place=place, name=name), table, gap=0)


def _groups(exhibits: tuple[Exhibit, ...]) -> list[tuple[Group, list[Exhibit]]]:
    """The exhibits part by part of the index, each part by number; numbers stay what they are."""
    parts = sorted({exhibit.group for exhibit in exhibits}, key=group_place)
    return [(group, [exhibit for exhibit in exhibits if exhibit.group is group]) for group in parts]


def _cited(desk: Desk) -> dict[int, list[_Citation]]:
    """Where each exhibit is referred to: the way back from it."""
    found: dict[int, list[_Citation]] = defaultdict(list)
    dossier, labels = desk.dossier, desk.labels

    def cite(exhibits: Sequence[int], text: str, anchor: str) -> None:
        for number in exhibits:
            found[number].append((text, anchor))

    for claim in dossier.claims if dossier.has(Part.CLAIMS) else ():
        cite(claim.exhibits, labels("cited_fact", number=claim.number), f"claim-{claim.number}")
    for demand in dossier.demand_parts if dossier.has(Part.DEMANDS) else ():
        cite(demand.exhibits, labels("cited_demand", number=demand.number), f"demand-{demand.number}")
    for row in dossier.timeline if dossier.has(Part.TIMELINE) else ():
        cite(row.exhibits, labels("cited_contact", number=row.number), f"contact-{row.number}")
    return found


def _index_row(desk: Desk, exhibit: Exhibit, plan: Plan | None, cited: Sequence[_Citation]) -> Row:
    labels, widths = desk.labels, [w - 8 for w in _INDEX_W]
    anchor = f"exhibit-{exhibit.number}"
    name: list[Piece] = [desk.text(exhibit.title or exhibit.original_name, CELL, widths[1], anchor)]
    if exhibit.made_on:
        name.append(desk.text(labels("made_on", date=exhibit.made_on), SMALL, widths[1]))
    if exhibit.replaced_by:
        link = f"exhibit-{exhibit.replaced_by}"
        name.append(desk.text(labels("replaced_by", number=exhibit.replaced_by), SMALL, widths[1], link))
    if exhibit.duplicate_of:
        link = f"exhibit-{exhibit.duplicate_of}"
        name.append(desk.text(labels("same_as", number=exhibit.duplicate_of), SMALL, widths[1], link))
    proves: list[Piece] = [desk.text(exhibit.proves, CELL, widths[3])] if exhibit.proves else []
    proves += [desk.text(text, SMALL.but(colour=ACCENT), widths[3], link) for text, link in cited[:_MOST_CITED]]
    if plan is not None and exhibit.withheld:  # why is told once, in the list of those
        proves.append(desk.text(labels("not_shown"), SMALL, widths[3], "withheld"))
    elif plan is not None and plan.problem:
        proves.append(desk.text(labels(f"reason_{plan.problem}"), SMALL, widths[3]))
    pages = Stack((PageRange(anchor, f"{anchor}-end", CELL, widths[4]),)) if plan is not None else Stack()
    cells = (
        Stack((desk.text(str(exhibit.number), CELL_BOLD.but(colour=ACCENT), widths[0], f"hash-{exhibit.number}"),)),
        Stack(tuple(name)),
        Stack((desk.text(exhibit.source, CELL, widths[2]),) if exhibit.source else ()),
        Stack(tuple(proves)),
        pages,
        Stack((desk.text(labels(f"kind_{exhibit.copy_kind}"), CELL, widths[5]),)),
    )
    return Row(cells, offsets(_INDEX_W), BODY_W, above=5.5, below=5.5, anchor=f"index-{exhibit.number}")


def add_notes(desk: Desk, plans: dict[int, Plan]) -> None:
    """Lay out how to read the dossier and what could not be printed. Comes last: it names stand-ins used before."""
    desk.part("part_notes", follows=True)
    labels, dossier = desk.labels, desk.dossier
    notes = [labels("sample_note")] if dossier.is_sample else []
    reader = "chosen" if dossier.is_chosen else dossier.audience
    notes += [labels(f"note_for_{reader}")] if dossier.audience not in ("", Audience.SELF) else []
    notes += [labels("note_made", time=when(dossier.as_of)), labels("note_times")]
    if dossier.zone:
        notes.append(labels("note_zone", zone=dossier.zone))
    if any(plan.pictures or plan.pages for plan in plans.values()):
        notes.append(labels("note_exhibits"))
    if any(is_long(picture.shown_size) for plan in plans.values() for picture in plan.pictures):
        notes.append(labels("note_slices"))
    converted = [str(number) for number, plan in plans.items() if plan.converted]
    if converted:
        notes.append(labels("note_flattened", numbers=labels.join(converted)))
    for note in notes:
        desk.filler.add(desk.text(note, _NOTE), gap=7)
    lines = problem_lines(desk, {number: plan for number, plan in plans.items() if not plan.exhibit.withheld})
    if lines:
        first, *rest = (desk.text(line, CELL) for line in lines)
        desk.filler.add(desk.text(labels("note_problems"), _NOTE.but(bold=True)), first, gap=12)
        for line in rest:
            desk.filler.add(line, gap=2)
    names = [code_point(char) for char in desk.setter.fonts.substituted]
    if names:
        desk.filler.add(desk.text(labels("note_substituted", characters=labels.join(names)), _NOTE), gap=12)


def problem_lines(desk: Desk, plans: dict[int, Plan]) -> list[str]:
    """Return a line for each exhibit that has no page of its own content, and why."""
    return [
        desk.labels(
            "problem_line",
            number=number,
            title=plan.exhibit.title or plan.exhibit.original_name,
            reason=desk.labels(f"reason_{plan.problem}"),
        )
        for number, plan in plans.items()
        if plan.problem
    ]
