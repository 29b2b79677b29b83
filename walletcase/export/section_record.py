"""Summary and demands, the step-by-step record, the timeline."""

from __future__ import annotations

from walletcase.domain.dossiers.document import Depth, Part, Promise, RoundPart, StepPart, TimelineRow
from walletcase.export.context import Desk, Space, offsets, when
from walletcase.export.filler import Entry
from walletcase.export.pieces import Piece, Row, Stack, Table
from walletcase.export.section_parties import person_anchor
from walletcase.export.strip import strip_of
from walletcase.export.style import (
    ACCENT,
    BODY,
    BODY_W,
    CELL,
    CELL_BOLD,
    LABEL,
    MUTED,
    SEAL,
    SMALL,
    SUBHEAD,
    WASH,
    Style,
)

_DEMAND_NO = Style(size=13, leading=17.5, bold=True, colour=ACCENT)
_DEMAND = Style(size=10.5, leading=17.5)
_BETWEEN = 16.0
_STATE = Style(size=8.2, leading=18, colour=MUTED, align="right")
_TIMELINE_W = (30.0, 64.0, 88.0, 216.0, BODY_W - 398.0)
_STEP_W = (30.0, 124.0, 195.0, BODY_W - 349.0)
_PROMISE_W = (74.0, 120.0, 86.0, BODY_W - 280.0)


def add_summary(desk: Desk) -> None:
    """Lay out what the reader with ten minutes needs: the demands, what happened, where it stands, what is late."""
    desk.part("part_summary")
    labels, dossier = desk.labels, desk.dossier
    if dossier.demands:
        desk.head(labels("demands_head"), _demands(desk), gap=0)
    elif dossier.extract is None:  # others may be asked for, of which this one does not tell
        desk.head(labels("demands_head"), desk.text(labels("no_demands"), CELL.but(colour=MUTED)), gap=0)
    follows = bool(dossier.demands) or dossier.extract is None
    if dossier.problem:
        desk.head(labels("problem_head"), desk.text(dossier.problem, BODY), gap=_BETWEEN if follows else 0)
    desk.head(labels("standing_head"), Table(None, tuple(_standing(desk))))
    # Some of the contacts alone would show silence where there was none.
    whole = dossier.extract is None
    weeks = strip_of(dossier.timeline, dossier.promises, dossier.standing, labels, BODY_W) if whole else None
    if weeks:
        desk.head(labels("days_head"), weeks)
    if dossier.promises:
        head = desk.table_head(tuple(map(labels, ("col_made_on", "col_channel", "col_due", "col_result"))), _PROMISE_W)
        desk.head(labels("promises_head"), Table(head, tuple(_promise(desk, p) for p in dossier.promises)))


def _demands(desk: Desk) -> Table:
    rows = []
    for part, demand in zip(desk.dossier.demand_parts, desk.dossier.demands, strict=True):
        asked = [desk.text(demand, _DEMAND, BODY_W - 50)] if demand else []
        if part.fallback:
            instead = desk.labels("demand_instead", text=part.fallback)
            asked.append(desk.text(instead, SMALL, BODY_W - 50))
        cells = (Stack((desk.text(str(part.number), _DEMAND_NO, 20),)), Stack(tuple(asked)))
        rows.append(Row(cells, (10, 34), BODY_W, above=6, below=6, line="#FFFFFF", thickness=1.2, wash=WASH))
    return Table(None, tuple(rows))


def _standing(desk: Desk) -> list[Row]:
    labels, standing = desk.labels, desk.dossier.standing
    rows = [desk.labelled(labels("status"), labels(f"status_{standing.status}"), strong=CELL_BOLD)]
    facts = [(labels(fact.label), fact.text) for fact in desk.dossier.facts]
    facts += [
        (labels("reference"), standing.reference),
        (labels("first_contact"), standing.first_contact_on),
        (labels("waiting_since"), standing.waiting_since),
    ]
    rows += desk.facts([(label, text) for label, text in facts if text])
    if standing.late_days:
        late = labels("late", date=standing.awaited_on, days=standing.late_days)
        rows.append(desk.labelled(labels("awaited"), late, strong=CELL_BOLD.but(colour=SEAL)))
    elif standing.awaited_on:
        rows.append(desk.labelled(labels("awaited"), standing.awaited_on, strong=CELL_BOLD))
    return rows


def _promise(desk: Desk, promise: Promise) -> Row:
    style = CELL_BOLD if promise.broken else CELL
    if promise.answered_on:
        result = desk.labels("promise_late" if promise.broken else "promise_kept", date=promise.answered_on)
    elif promise.moved:
        result = desk.labels("promise_moved")
    else:
        result = desk.labels("promise_broken" if promise.broken else "promise_open")
    texts = (promise.made_on, promise.channel, promise.due_on, result)
    styles = (CELL, CELL, CELL, style)
    link = f"contact-{promise.row}"
    cells = tuple(
        Stack((desk.text(t, s, w - 8, link),)) for t, s, w in zip(texts, styles, _PROMISE_W, strict=True)
    )
    return Row(cells, offsets(_PROMISE_W), BODY_W, above=4, below=4, anchor=_promise_anchor(promise.row))


def add_steps(desk: Desk) -> None:
    """Lay out what was recorded in each step, all rounds."""
    desk.part("part_steps", follows=True)
    dossier = desk.dossier
    if not dossier.steps:
        desk.filler.add(desk.text(desk.labels("no_steps"), CELL.but(colour=MUTED)))
    if dossier.depth is Depth.BRIEF and dossier.steps:
        desk.filler.add(_steps_in_brief(desk))
    else:
        for step in dossier.steps:
            _add_step(desk, step)
    if dossier.untouched_steps:
        names = desk.labels.join(list(dossier.untouched_steps))
        desk.filler.add(desk.text(desk.labels("untouched", names=names), SMALL), gap=18)


def _add_step(desk: Desk, step: StepPart) -> None:
    anchor = f"step-{step.number}"
    state = step.rounds[-1] if step.rounds else None
    head = Row(
        (
            Stack((desk.text(str(step.number), SUBHEAD.but(colour=ACCENT), 20),)),
            Stack((desk.text(step.name, SUBHEAD, BODY_W - 200),)),
            Stack((desk.text(_state_text(desk, state) if state else "", _STATE, 170),)),
        ),
        (0, 22, BODY_W - 170),
        BODY_W,
        above=0,
        below=4,
        line=ACCENT,
        thickness=0.6,
    )
    first, *rest = _step_pieces(desk, step)
    desk.filler.add(head, first, gap=20, anchor=anchor)
    desk.filler.outline.append(Entry(step.name, anchor, 1, str(step.number)))
    for piece in rest:
        desk.filler.add(piece, gap=3)


def _steps_in_brief(desk: Desk) -> Table:
    """Each step on a line: how its last round stands, and what came of it."""
    head = desk.table_head(tuple(map(desk.labels, ("col_no", "col_step", "col_came", "col_state"))), _STEP_W)
    widths, rows = [width - 8 for width in _STEP_W], []
    for step in desk.dossier.steps:
        last = step.rounds[-1] if step.rounds else None
        texts = (str(step.number), step.name, (last.outcome or last.reason) if last else "")
        cells = [Stack((desk.text(text, CELL, width),)) for text, width in zip(texts, widths, strict=False)]
        cells.append(Stack((desk.text(_state_text(desk, last) if last else "", CELL, widths[3]),)))
        rows.append(Row(tuple(cells), offsets(_STEP_W), BODY_W, above=4, below=4, anchor=f"step-{step.number}"))
    return Table(head, tuple(rows))


def _state_text(desk: Desk, part: RoundPart) -> str:
    state = desk.labels(f"state_{part.state}")
    return f"{state}  {part.settled_at[:10]}" if part.settled_at else state


def _step_pieces(desk: Desk, step: StepPart) -> list[Piece]:
    pieces: list[Piece] = []
    several = len(step.rounds) > 1
    going_on = desk.text(desk.labels("step_again", number=step.number, name=step.name), SMALL)
    again = Row((Stack((going_on,)),), (0,), BODY_W)
    for part in step.rounds:
        rows = desk.facts([(field.label, field.text) for field in part.fields])
        if part.reason:
            rows.append(desk.labelled(desk.labels("skip_reason"), part.reason))
        if part.outcome:
            rows.append(desk.labelled(desk.labels("outcome"), part.outcome, strong=CELL_BOLD))
        if several:
            title = f"{desk.labels('round', number=part.number)}  {_state_text(desk, part)}"
            name = Stack((desk.text(title, LABEL.but(colour=ACCENT, bold=True)),))
            rows.insert(0, Row((name,), (0,), BODY_W, above=8))
        if rows:
            pieces.append(Table(None, tuple(rows), again))
    return pieces or [Space(1)]


def add_timeline(desk: Desk) -> None:
    """Lay out every contact in order."""
    desk.part("part_timeline", follows=True)
    if not desk.dossier.timeline:
        is_whole = desk.dossier.extract is None
        none = desk.labels("no_contacts") if is_whole else desk.labels("no_contacts_of_it")
        desk.filler.add(desk.text(none, CELL.but(colour=MUTED)))
        return
    keys = ("col_no", "col_time", "col_who", "col_said", "col_exhibits")
    head = desk.table_head(tuple(map(desk.labels, keys)), _TIMELINE_W)
    desk.filler.add(Table(head, tuple(_timeline_row(desk, row) for row in desk.dossier.timeline)))


def _timeline_row(desk: Desk, row: TimelineRow) -> Row:
    widths = [w - 8 for w in _TIMELINE_W]
    day, clock = when(row.occurred_at)[:10], when(row.occurred_at)[11:]
    said: list[Piece] = [desk.text(row.summary, CELL, widths[3])] if row.summary.strip() else []
    for text, style, link in _remarks(desk, row):
        said.append(desk.text(text, style, widths[3], link))
    who: list[Piece] = [desk.text(row.channel, CELL_BOLD, widths[2])]
    if row.counterpart:
        met = next((one for one in desk.dossier.people if row.number in one.contacts), None)
        link = person_anchor(met) if met is not None and desk.dossier.has(Part.PARTIES) else ""
        who.append(desk.text(row.counterpart, CELL, widths[2], link))
    refs = [_reference(desk, number, widths[4]) for number in row.exhibits]
    times: list[Piece] = [desk.text(day, CELL, widths[1])]
    if clock:
        times.append(desk.text(clock, CELL.but(colour=MUTED), widths[1]))
    number = desk.text(str(row.number), CELL.but(colour=MUTED), widths[0])
    cells = (Stack((number,)), Stack(tuple(times)), Stack(tuple(who)), Stack(tuple(said)), Stack(tuple(refs)))
    return Row(cells, offsets(_TIMELINE_W), BODY_W, above=5.5, below=5.5, anchor=f"contact-{row.number}")


def _reference(desk: Desk, exhibit: int, width: float) -> Piece:
    name = desk.labels("exhibit", number=exhibit)
    return desk.text(name, CELL.but(colour=ACCENT), width, f"exhibit-{exhibit}")


def _remarks(desk: Desk, row: TimelineRow) -> list[tuple[str, Style, str]]:
    """What is to be added, how it is set, and where it leads: back to what refers to this contact."""
    labels, small = desk.labels, SMALL
    strong = small.but(colour=ACCENT, bold=True)
    remarks = [(labels("row_reference", number=row.reference), small, "")] if row.reference else []
    if row.promised_by:
        remarks.append((labels("row_promise", date=row.promised_by), strong, _promise_anchor(row.number)))
    remarks += [(labels("row_answer"), strong, "")] if row.is_answer else []
    for letter in desk.dossier.letters if desk.dossier.has(Part.LETTERS) else ():
        if letter.contact == row.number:
            named = labels("row_letter", number=letter.number)
            remarks.append((named, small.but(colour=ACCENT), f"letter-{letter.number}"))
    remarks += [(labels("row_later", date=row.recorded_on), small, "")] if row.recorded_on else []
    remarks += [(labels("row_edited", date=row.edited_on), small, "")] if row.edited_on else []
    return remarks


def _promise_anchor(contact: int) -> str:
    return f"promise-{contact}"
