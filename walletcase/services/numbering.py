"""Renumbering exhibits: an act of its own, which knows what papers with the old numbers have gone out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from walletcase.domain.custody import What, exhibits_named
from walletcase.domain.errors import UserError
from walletcase.domain.evidence import Evidence
from walletcase.domain.ids import CaseId, EvidenceId
from walletcase.domain.numbering import fits, moves_text
from walletcase.services.changes import Changes, changed
from walletcase.services.context import Context
from walletcase.services.ports import JournalLine, Unit

# A file goes out under its own name, and words of a page carry no number.
_NAMING = frozenset({What.DOSSIER, What.ORIGINALS, What.PACK, What.INDEX, What.DATA, What.LETTER, What.SHEET})


@dataclass(frozen=True, slots=True)
class GoneOut:
    """A paper that names exhibits by their numbers and has left the app. ``at`` is ISO 8601; ``target`` the name of
    the file or printer, or a letter's title.
    """

    at: str
    what: What
    target: str


@dataclass(frozen=True, slots=True)
class NamedIn:
    """What names exhibits by their numbers: what has gone out, newest first, and letters that have not (by title)."""

    gone_out: tuple[GoneOut, ...] = ()
    drafts: tuple[str, ...] = ()


class NumberingService:
    """Use cases on the numbers of a case's exhibits."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def named_in(self, case_id: CaseId) -> NamedIn:
        """Return the papers in which exhibits stand by their numbers. Raises UserError("no_such_case")."""
        with self._context.store.read() as unit:
            lines = unit.journal.numbered(unit.cases.head(case_id).number)
            letters = [one for one in unit.letters.letters(case_id) if not one.trashed_at]
        gone = [found for _, line in lines if (found := _gone_out(line)) is not None]
        sent = {one.id for one in letters if one.sent_at}
        naming = [one for one in letters if exhibits_named(one.body)]
        gone += [GoneOut(one.sent_at, What.LETTER, one.title) for one in naming if one.id in sent]
        gone.sort(key=lambda one: one.at, reverse=True)
        return NamedIn(tuple(gone), tuple(one.title for one in naming if one.id not in sent))

    def renumber(self, case_id: CaseId, numbers: Mapping[EvidenceId, int]) -> Changes:
        """Give exhibits other numbers, all in one piece. The number that a new exhibit gets stays what it was.

        Raises UserError: no_such_case, numbers_clash (two of the same, or one beyond those given out).
        """
        with self._context.store.write() as unit:
            items = unit.evidence.items(case_id)
            moved = {one: number for one, number in numbers.items() if number != _number_of(items, one)}
            if not fits(items, moved, unit.evidence.last_number(case_id)):
                raise UserError("numbers_clash")
            if moved:
                self.put(unit, case_id, items, moved)
        return changed(case_id)

    def put(
        self, unit: Unit, case_id: CaseId, items: Iterable[Evidence], moved: Mapping[EvidenceId, int]
    ) -> None:
        """Write other numbers that are known to fit, and what the journal keeps of it: old and new."""
        items = tuple(items)
        new = {item.exhibit_no: moved.get(item.id, item.exhibit_no) for item in items}
        unit.evidence.renumber(case_id, moved)
        for item in items:
            if item.duplicate_of is not None and new.get(item.duplicate_of) != item.duplicate_of:
                unit.evidence.update(replace(item, duplicate_of=new.get(item.duplicate_of)))
        case = self._context.settle(unit, case_id)
        self._context.note(unit, case, "evidence_renumbered", {"moves": moves_text(items, moved)})


def _number_of(items: Iterable[Evidence], evidence_id: EvidenceId) -> int:
    return next((item.exhibit_no for item in items if item.id == evidence_id), 0)


def _gone_out(line: JournalLine) -> GoneOut | None:
    """What a line says of a paper with numbers in it; lines of earlier versions told only of exports."""
    detail = line.detail
    if line.kind == "exported" and "what" not in detail:
        return GoneOut(line.at, What.DOSSIER, detail.get("file", ""))
    known = {what.value: what for what in _NAMING}
    what = known.get(detail.get("what", ""))
    if what is None or not detail.get("exhibits"):
        return None
    return GoneOut(line.at, what, detail.get("target", ""))
