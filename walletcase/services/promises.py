"""The promise ledger: what became of what the other side said it would do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from walletcase.domain.due.promises import Promise, promises_of
from walletcase.domain.errors import UserError
from walletcase.domain.ids import CaseId, EntryId
from walletcase.domain.timeline import UNMARKED, EntryDraft, PromiseMark, PromiseState, TimelineEntry
from walletcase.services.changes import Changes, changed
from walletcase.services.context import Context
from walletcase.services.deadlines import good_date
from walletcase.services.ports import Unit
from walletcase.services.timeline import check_draft


class PromiseService:
    """Use cases on the promises of one case."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def of(self, case_id: CaseId, today: str = "") -> tuple[Promise, ...]:
        """Return a case's promises as of ``today`` (ISO; default: the clock's). Raises UserError("no_such_case")."""
        with self._context.store.read() as unit:
            record = self._context.record(unit, case_id)
        return promises_of(record, today or self._context.clock.today())

    def keep(self, case_id: CaseId, entry_id: EntryId, on: str = "", note: str = "") -> Changes:
        """Say that a promise was kept, on a day (default: today).

        Raises UserError: no_such_case, no_such_entry, no_promise, bad_date.
        """
        return self._mark(case_id, entry_id, PromiseState.KEPT, on, note)

    def break_(self, case_id: CaseId, entry_id: EntryId, on: str = "", note: str = "") -> Changes:
        """Say that a promise was broken. Raises UserError as keep does."""
        return self._mark(case_id, entry_id, PromiseState.BROKEN, on, note)

    def renegotiate(
        self, case_id: CaseId, entry_id: EntryId, draft: EntryDraft, note: str = ""
    ) -> tuple[TimelineEntry, Changes]:
        """Store the contact in which a new date was promised, and put it in the place of the old promise, in one piece.

        ``draft`` holds the new date (promised_by) and words; an empty ``promise`` takes over the old one's. Raises
        UserError: no_such_case, no_such_entry, no_promise, bad_date, no_such_channel, summary_empty, summary_too_long.
        """
        with self._context.store.write() as unit:
            old = _with_promise(unit, case_id, entry_id)
            new = replace(draft, promised_by=good_date(draft.promised_by), promise=draft.promise or old.draft.promise)
            check_draft(new)
            playbook = self._context.playbooks.get(unit.cases.head(case_id).playbook_key)
            if playbook.channel(new.channel) is None:
                known = ", ".join(c.key for c in playbook.channels)
                raise UserError("no_such_channel", channel=new.channel, known=known)
            entry = unit.timeline.add(case_id, new, self._context.now())
            mark = PromiseMark(PromiseState.RENEGOTIATED, entry.occurred_on, note.strip(), entry.id)
            unit.timeline.update(replace(old, mark=mark))
            self._done(unit, case_id, old, mark)
        return entry, changed(case_id)

    def unmark(self, case_id: CaseId, entry_id: EntryId) -> Changes:
        """Take back what was said of a promise. Raises UserError: no_such_case, no_such_entry, no_promise."""
        return self._put(case_id, entry_id, lambda: UNMARKED)

    def _mark(self, case_id: CaseId, entry_id: EntryId, state: PromiseState, on: str, note: str) -> Changes:
        day = good_date(on or self._context.clock.today())
        return self._put(case_id, entry_id, lambda: PromiseMark(state, day, note.strip()))

    def _put(self, case_id: CaseId, entry_id: EntryId, mark: Callable[[], PromiseMark]) -> Changes:
        with self._context.store.write() as unit:
            entry = _with_promise(unit, case_id, entry_id)
            made = mark()
            unit.timeline.update(replace(entry, mark=made))
            self._done(unit, case_id, entry, made)
        return changed(case_id)

    def _done(self, unit: Unit, case_id: CaseId, entry: TimelineEntry, mark: PromiseMark) -> None:
        case = self._context.settle(unit, case_id)
        self._context.note(unit, case, "promise_marked", {"entry": entry.seq, "state": str(mark.state)})


def _with_promise(unit: Unit, case_id: CaseId, entry_id: EntryId) -> TimelineEntry:
    live = (entry for entry in unit.timeline.entries(case_id) if not entry.trashed_at)
    found = next((entry for entry in live if entry.id == entry_id), None)
    if found is None:
        raise UserError("no_such_entry", entry=entry_id)
    if not found.draft.promised_by:
        raise UserError("no_promise", entry=found.seq)
    return found
