"""What another rule pack means for one case: which of its deadlines, unsent letters and doors change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from walletcase.domain.case import Case, CaseRecord
from walletcase.domain.door_kind import DoorKind
from walletcase.domain.due.deadlines import Deadline, deadlines_of
from walletcase.domain.flow.playbook import Role
from walletcase.domain.letter import Letter
from walletcase.domain.rules.diff import FactChange
from walletcase.domain.rules.pack import Door, RulePack, Source
from walletcase.domain.text import Text

NO_SOURCE = Source(Text("", ""), "", confirmed=False)
_SHORTEST = 3  # characters: shorter texts stand in any letter by chance


@dataclass(frozen=True, slots=True)
class DeadlineShift:
    """A deadline before and after; dates are ISO, "" where there is no such deadline."""

    key: str
    name: Text
    due_before: str
    due_after: str
    rolled_before: str
    rolled_after: str


@dataclass(frozen=True, slots=True)
class DoorShift:
    """A door that this case uses, before and after; None where there is none."""

    before: Door | None
    after: Door | None

    @property
    def name(self) -> Text:
        """What the door is called."""
        door = self.after or self.before
        return door.name if door else Text("", "")


@dataclass(frozen=True, slots=True)
class CaseImpact:
    """What changes in one case."""

    case: Case
    deadlines: tuple[DeadlineShift, ...]
    letters: tuple[Letter, ...]  # unsent ones that name something the new pack says otherwise
    doors: tuple[DoorShift, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing changes."""
        return not (self.deadlines or self.letters or self.doors)


def impact_on(record: CaseRecord, after: RulePack, facts: Sequence[FactChange], today: str) -> CaseImpact:
    """Return what changes in a case when ``after`` takes the place of its pack; ``facts`` is what differs."""
    moved = replace(record, rules=after)
    return CaseImpact(
        case=record.case,
        deadlines=_deadlines(deadlines_of(record, today), deadlines_of(moved, today)),
        letters=tuple(letter for letter in record.letters if _is_affected(letter, facts)),
        doors=_doors(record, after),
    )


def _deadlines(before: Iterable[Deadline], after: Iterable[Deadline]) -> tuple[DeadlineShift, ...]:
    old = {one.key: one for one in before}
    new = {one.key: one for one in after}
    found: list[DeadlineShift] = []
    for key in [*new, *(key for key in old if key not in new)]:
        was, now = old.get(key), new.get(key)
        either = now or was
        if either is None or not any(one.is_open for one in (was, now) if one is not None):
            continue
        shift = DeadlineShift(
            key=key,
            name=either.limit.name,
            due_before=was.due_on if was else "",
            due_after=now.due_on if now else "",
            rolled_before=was.rolled_due_on if was else "",
            rolled_after=now.rolled_due_on if now else "",
        )
        if (shift.due_before, shift.rolled_before) != (shift.due_after, shift.rolled_after):
            found.append(shift)
    return tuple(found)


def _is_affected(letter: Letter, facts: Sequence[FactChange]) -> bool:
    """Whether an unsent letter goes to a changed door or says what a changed fact said before."""
    if letter.sent_at or letter.trashed_at:
        return False
    if any(change.table == "door" and change.key == letter.door for change in facts):
        return True
    return any(said in letter.body for change in facts for said in _said_before(change))


def _said_before(change: FactChange) -> set[str]:
    texts: set[str] = set()
    for part in change.parts:
        if part.part in ("source", "extends"):
            continue
        values = (part.before.zh, part.before.en) if isinstance(part.before, Text) else (part.before,)
        texts |= {value for value in values if isinstance(value, str) and len(value) >= _SHORTEST}
        if part.part == "amount":
            texts |= {f"{part.before}日", f"{part.before}个工作日", f"{part.before} days", f"{part.before} 日"}
    return texts


def _doors(record: CaseRecord, after: RulePack) -> tuple[DoorShift, ...]:
    used = {kind for step in record.playbook.steps for kind in step.doors}
    kinds = [kind for kind in DoorKind if kind in used] or list(DoorKind)
    institution = record.role_value(Role.INSTITUTION)
    before = {door.key: door for kind in kinds for door in record.rules.doors_of(kind, institution)}
    now = {door.key: door for kind in kinds for door in after.doors_of(kind, institution)}
    keys = [*now, *(key for key in before if key not in now)]
    return tuple(
        DoorShift(before.get(key), now.get(key)) for key in keys if _told(before.get(key)) != _told(now.get(key))
    )


def _told(door: Door | None) -> Door | None:
    """A door without where its facts were found: that does not change the way through it."""
    return replace(door, source=NO_SOURCE) if door else None
