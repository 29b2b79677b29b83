"""The timeline: log a contact, correct it, throw it away and bring it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from walletcase.domain.errors import UserError
from walletcase.domain.ids import CaseId, EntryId
from walletcase.domain.timeline import EntryDraft, TimelineEntry
from walletcase.services.changes import Changes, changed
from walletcase.services.context import Context
from walletcase.services.ports import Unit

SUMMARY_LIMIT = 20_000


def check_draft(draft: EntryDraft) -> None:
    """Raise UserError: summary_empty, summary_too_long, bad_date."""
    if not draft.summary.strip() and not draft.step_key:
        raise UserError("summary_empty")
    if len(draft.summary) > SUMMARY_LIMIT:
        raise UserError("summary_too_long", limit=SUMMARY_LIMIT)
    if draft.promised_by:
        try:
            date.fromisoformat(draft.promised_by)
        except ValueError:
            raise UserError("bad_date", text=draft.promised_by) from None


class TimelineService:
    """Use cases on the timeline of one case."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def when(self, text: str) -> str:
        """Return a typed time as it is recorded: with the local offset, or a bare date.

        Takes ISO dates and times, with or without an offset. Raises UserError("bad_time").
        """
        try:
            if len(text) == 10:
                return date.fromisoformat(text).isoformat()
            moment = datetime.fromisoformat(text.replace(" ", "T", 1))
        except ValueError:
            raise UserError("bad_time", text=text) from None
        local = moment if moment.tzinfo else moment.replace(tzinfo=self._context.clock.now().tzinfo)
        return local.isoformat(timespec="minutes")

    def log(self, case_id: CaseId, draft: EntryDraft) -> tuple[TimelineEntry, Changes]:
        """Store a contact record.

        Raises UserError: no_such_case, no_such_channel, summary_empty, summary_too_long, bad_date.
        """
        check_draft(draft)
        with self._context.store.write() as unit:
            case = unit.cases.head(case_id)
            playbook = self._context.playbooks.get(case.playbook_key)
            if playbook.channel(draft.channel) is None:
                known = ", ".join(c.key for c in playbook.channels)
                raise UserError("no_such_channel", channel=draft.channel, known=known)
            entry = unit.timeline.add(case_id, self._safe(unit, draft), self._context.now())
            case = self._context.settle(unit, case_id)
            self._context.note(unit, case, "contact_logged", {"entry": entry.seq, "channel": draft.channel})
        return entry, changed(case_id)

    def correct(self, case_id: CaseId, entry_id: EntryId, draft: EntryDraft) -> Changes:
        """Replace what an entry says; when it was recorded stays. Raises UserError as log does, no_such_entry."""
        check_draft(draft)

        def apply(entry: TimelineEntry) -> TimelineEntry:
            return replace(entry, draft=draft, edited_at=self._context.now())

        return self._change(case_id, entry_id, "contact_corrected", apply)

    def trash(self, case_id: CaseId, entry_id: EntryId) -> Changes:
        """Put an entry into the trash."""

        def apply(entry: TimelineEntry) -> TimelineEntry:
            return replace(entry, trashed_at=self._context.now())

        return self._change(case_id, entry_id, "contact_trashed", apply)

    def restore(self, case_id: CaseId, entry_id: EntryId) -> Changes:
        """Take an entry out of the trash."""

        def apply(entry: TimelineEntry) -> TimelineEntry:
            return replace(entry, trashed_at="")

        return self._change(case_id, entry_id, "contact_restored", apply)

    def _safe(self, unit: Unit, draft: EntryDraft) -> EntryDraft:
        """A contact as it may be kept."""
        summary, promise = self._context.safe(unit, draft.summary), self._context.safe(unit, draft.promise)
        return replace(draft, summary=summary, promise=promise)

    def _change(
        self, case_id: CaseId, entry_id: EntryId, kind: str, apply: Callable[[TimelineEntry], TimelineEntry]
    ) -> Changes:
        with self._context.store.write() as unit:
            entry = next((e for e in unit.timeline.entries(case_id) if e.id == entry_id), None)
            if entry is None:
                raise UserError("no_such_entry", entry=entry_id)
            new = apply(entry)
            new = replace(new, draft=self._safe(unit, new.draft))
            unit.timeline.update(new)
            case = self._context.settle(unit, case_id)
            self._context.note(unit, case, kind, {"entry": entry.seq})
        return changed(case_id)
