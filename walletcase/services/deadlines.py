"""Deadlines of a case: what they are, and a person's words on them. The dates themselves are derived each time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from walletcase.domain.case import CaseRecord
from walletcase.domain.days.workdays import count
from walletcase.domain.deadline_change import ChangeKind, DeadlineChange
from walletcase.domain.due.deadlines import Deadline, deadlines_of, extensions_of
from walletcase.domain.errors import UserError
from walletcase.domain.ids import CaseId
from walletcase.services.changes import Changes, changed
from walletcase.services.context import Context
from walletcase.services.ports import Unit

NOTE_LIMIT = 2_000


def good_date(text: str) -> str:
    """Return an ISO date. Raises UserError("bad_date")."""
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        raise UserError("bad_date", text=text) from None


def deadline_in(record: CaseRecord, key: str, today: str) -> Deadline:
    """Return a record's deadline. Raises UserError("no_such_deadline")."""
    found = next((one for one in deadlines_of(record, today) if one.key == key), None)
    if found is None:
        raise UserError("no_such_deadline", deadline=key)
    return found


class DeadlineService:
    """Use cases on the deadlines of one case."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def of(self, case_id: CaseId, today: str = "") -> tuple[Deadline, ...]:
        """Return a case's deadlines as of ``today`` (ISO; default: the clock's). Raises UserError("no_such_case")."""
        with self._context.store.read() as unit:
            record = self._context.record(unit, case_id)
        return deadlines_of(record, today or self._context.clock.today())

    def pause(self, case_id: CaseId, key: str, since: str, until: str = "", note: str = "") -> Changes:
        """Take days out of a deadline's count, both ends included; without ``until`` from ``since`` on.

        Raises UserError: no_such_deadline, bad_date, pause_backwards, pause_running, count_too_far.
        """
        first, last = good_date(since), good_date(until) if until else ""
        if last and last < first:
            raise UserError("pause_backwards", since=first, until=last)

        def check(record: CaseRecord, deadline: Deadline) -> None:
            if not last and any(not pause.until for pause in deadline.pauses):
                raise UserError("pause_running")

        word = DeadlineChange(0, case_id, key, ChangeKind.PAUSE, first, last, note=_tidy(note))
        return self._say(word, "deadline_paused", check)

    def resume(self, case_id: CaseId, key: str, until: str) -> Changes:
        """End a pause that runs: ``until`` is its last day.

        Raises UserError: no_such_deadline, bad_date, no_running_pause, pause_backwards.
        """
        last = good_date(until)
        with self._context.store.write() as unit:
            record = self._context.record(unit, case_id)
            deadline_in(record, key, self._context.clock.today())
            running = [w for w in record.deadline_changes if _is_pause_of(w, key) and not w.until]
            if not running:
                raise UserError("no_running_pause")
            if last < running[-1].since:
                raise UserError("pause_backwards", since=running[-1].since, until=last)
            unit.deadlines.update(replace(running[-1], until=last))
            self._done(unit, case_id, key, "deadline_resumed", {"until": last})
        return changed(case_id)

    def extend(self, case_id: CaseId, key: str, limit_key: str, on: str, note: str = "") -> Changes:
        """Record that on a day the other side gave notice of a longer limit; the start stays.

        Raises UserError: no_such_deadline, bad_date, no_such_extension.
        """

        def check(record: CaseRecord, deadline: Deadline) -> None:
            known = [one.key for one in extensions_of(record.rules, deadline.first_limit)]
            if limit_key not in known:
                raise UserError("no_such_extension", limit=limit_key, known=", ".join(known))

        word = DeadlineChange(0, case_id, key, ChangeKind.EXTENSION, good_date(on), "", limit_key, _tidy(note))
        return self._say(word, "deadline_extended", check)

    def restart(self, case_id: CaseId, key: str, starts_on: str, note: str = "") -> Changes:
        """Let a deadline begin on another day. Raises UserError: no_such_deadline, bad_date, count_too_far."""
        def check(record: CaseRecord, deadline: Deadline) -> None:
            limit = deadline.limit
            count(record.calendar, date.fromisoformat(word.since), limit.amount, limit.unit, deadline.pauses)

        word = DeadlineChange(0, case_id, key, ChangeKind.START, good_date(starts_on), note=_tidy(note))
        return self._say(word, "deadline_restarted", check)

    def dismiss(self, case_id: CaseId, key: str, note: str = "") -> Changes:
        """Say that a deadline is of no interest any more. Raises UserError("no_such_deadline")."""
        word = DeadlineChange(0, case_id, key, ChangeKind.DISMISS, note=_tidy(note))
        return self._say(word, "deadline_dismissed")

    def take_back(self, case_id: CaseId, change_id: int) -> Changes:
        """Take a word on a deadline back. Raises UserError: no_such_case, no_such_deadline_change."""
        with self._context.store.write() as unit:
            words = unit.deadlines.changes(case_id)
            word = next((one for one in words if one.id == change_id and not one.trashed_at), None)
            if word is None:
                raise UserError("no_such_deadline_change", change=change_id)
            unit.deadlines.update(replace(word, trashed_at=self._context.now()))
            self._done(unit, case_id, word.deadline_key, "deadline_word_taken_back", {"word": str(word.kind)})
        return changed(case_id)

    def _say(
        self,
        word: DeadlineChange,
        kind: str,
        check: Callable[[CaseRecord, Deadline], None] = lambda record, deadline: None,
    ) -> Changes:
        """Store a word that leaves its deadline countable."""
        case_id, today = CaseId(word.case_id), self._context.clock.today()
        with self._context.store.write() as unit:
            record = self._context.record(unit, case_id)
            before = {one.key for one in deadlines_of(record, today)}
            check(record, deadline_in(record, word.deadline_key, today))
            said = unit.deadlines.add(replace(word, made_at=self._context.now()))
            after = {one.key for one in deadlines_of(self._context.record(unit, case_id), today)}
            if word.deadline_key in before - after and word.kind is not ChangeKind.START:
                raise UserError("count_too_far", start=word.since)
            detail = {"since": said.since, "until": said.until, "limit": said.limit_key}
            self._done(unit, case_id, word.deadline_key, kind, {name: text for name, text in detail.items() if text})
        return changed(case_id)

    def _done(self, unit: Unit, case_id: CaseId, key: str, kind: str, detail: dict[str, str]) -> None:
        case = self._context.settle(unit, case_id)
        self._context.note(unit, case, kind, {"deadline": key, **detail})


def _is_pause_of(word: DeadlineChange, key: str) -> bool:
    return (word.deadline_key, word.kind, word.trashed_at) == (key, ChangeKind.PAUSE, "")


def _tidy(note: str) -> str:
    """A note without blank ends. Raises UserError("summary_too_long")."""
    tidy = note.strip()
    if len(tidy) > NOTE_LIMIT:
        raise UserError("summary_too_long", limit=NOTE_LIMIT)
    return tidy
