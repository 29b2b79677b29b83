"""Cases: make, list, open, rename, throw away and bring back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from walletcase.domain.case import Case, CaseRecord, CaseRow, Filter
from walletcase.domain.due.agenda import is_loud
from walletcase.domain.due.followup import row_of
from walletcase.domain.due.reminders import in_force
from walletcase.domain.errors import UserError
from walletcase.domain.flow.playbook import Status
from walletcase.domain.ids import CaseId
from walletcase.services.changes import Changes, changed
from walletcase.services.context import Context
from walletcase.services.flow import put_values
from walletcase.services.ports import Clock, NewCase, Unit

TITLE_LIMIT = 200
_ENDED = (Status.RESOLVED, Status.CLOSED)
_MATCH: Mapping[Filter, Callable[[CaseRow], bool]] = {
    Filter.TODAY: lambda row: row.is_due,
    Filter.ALL: lambda row: True,
    Filter.ACTIVE: lambda row: row.status not in (*_ENDED, Status.DRAFT),
    Filter.FOLLOW_UP: lambda row: row.follow_up,
    Filter.OVERDUE: lambda row: row.overdue,
    Filter.RESOLVED: lambda row: row.status in _ENDED,
}


def matches(row: CaseRow, chosen: Filter) -> bool:
    """Return whether a row belongs under a filter. Trashed cases belong under Trash only."""
    if row.trashed_at or chosen is Filter.TRASH:
        return bool(row.trashed_at) and chosen is Filter.TRASH
    return _MATCH[chosen](row)


def counts(rows: Iterable[CaseRow]) -> Mapping[Filter, int]:
    """Return how many rows each filter holds."""
    all_rows = tuple(rows)
    return {chosen: sum(matches(row, chosen) for row in all_rows) for chosen in Filter}


def rows_of(unit: Unit, clock: Clock) -> tuple[CaseRow, ...]:
    """Return a line for every case as of now, trashed ones too, newest change first."""
    now, today = clock.now(), clock.today()
    due = {reminder.case_id for reminder in in_force(unit.reminders.all()) if is_loud(reminder, now)}
    rows = (row_of(case, digest, today) for case, digest in unit.cases.heads())
    return tuple(replace(row, is_due=True) if row.id in due else row for row in rows)


def clean_title(title: str) -> str:
    """Return a title on one line. Raises UserError: title_empty, title_too_long."""
    tidy = " ".join(title.split())
    if not tidy:
        raise UserError("title_empty")
    if len(tidy) > TITLE_LIMIT:
        raise UserError("title_too_long", limit=TITLE_LIMIT)
    return tidy


class CaseService:
    """Use cases on whole cases."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def new_case(
        self, title: str, playbook_key: str = "", values: Mapping[str, str] | None = None, *, is_sample: bool = False
    ) -> tuple[Case, Changes]:
        """Make a case, with field values by key, and return it.

        Raises UserError: title_empty, title_too_long, no_such_playbook, no_such_field, bad_value; nothing is made then.
        """
        context = self._context
        key = playbook_key or context.playbooks.known()[0]
        playbook = context.playbooks.get(key)
        new = NewCase(clean_title(title), key, playbook.version, context.now(), is_sample)
        with context.store.write() as unit:
            case = unit.cases.add(new)
            put_values(context, unit, case.id, values or {})
            case = context.settle(unit, case.id)
            context.note(unit, case, "case_made", {"title": case.title, "playbook": f"{key}@{playbook.version}"})
        return case, changed(case.id)

    def rows(self) -> tuple[CaseRow, ...]:
        """Return a line for every case, trashed ones too, newest change first."""
        with self._context.store.read() as unit:
            return rows_of(unit, self._context.clock)

    def open(self, case_id: CaseId) -> CaseRecord:
        """Return a whole case. Raises UserError("no_such_case")."""
        with self._context.store.read() as unit:
            return self._context.record(unit, case_id)

    def find(self, number: str) -> Case:
        """Return a case by its number. Raises UserError("no_such_case")."""
        with self._context.store.read() as unit:
            return unit.cases.head_by_number(number)

    def rename(self, case_id: CaseId, title: str) -> Changes:
        """Give a case another title. Raises UserError: title_empty, title_too_long, no_such_case."""
        tidy = clean_title(title)

        def apply(case: Case) -> Case:
            return replace(case, title=tidy)

        return self._change(case_id, "case_renamed", apply)

    def tag(self, case_id: CaseId, tags: Iterable[str]) -> Changes:
        """Replace a case's tags. Raises UserError("no_such_case")."""
        tidy = tuple(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))

        def apply(case: Case) -> Case:
            return replace(case, tags=tidy)

        return self._change(case_id, "case_tagged", apply)

    def trash(self, case_id: CaseId) -> Changes:
        """Put a case into the trash, where it stays as it is."""
        now = self._context.now()

        def apply(case: Case) -> Case:
            return replace(case, trashed_at=now)

        return self._change(case_id, "case_trashed", apply)

    def restore(self, case_id: CaseId) -> Changes:
        """Take a case out of the trash."""

        def apply(case: Case) -> Case:
            return replace(case, trashed_at="")

        return self._change(case_id, "case_restored", apply)

    def purge(self, case_id: CaseId) -> Changes:
        """Delete a case in the trash for good, and its files where no other case has them.

        Raises UserError: no_such_case, not_in_trash.
        """
        with self._context.store.write() as unit:
            case = unit.cases.head(case_id)
            if not case.trashed_at:
                raise UserError("not_in_trash", case=case.number)
            self._context.note(unit, case, "case_purged", {"title": case.title})
            unit.cases.purge(case_id)
        self.sweep()
        return changed(case_id)

    def sweep(self) -> int:
        """Remove vault files that no row names nor redo could need, and leftovers of copies; return how many went."""
        with self._context.store.read() as unit:
            live = {item.file.sha256 for _, item in unit.evidence.all_items()}
        return self._context.vault.sweep(live | self._context.history.files())

    def _change(self, case_id: CaseId, kind: str, apply: Callable[[Case], Case]) -> Changes:
        with self._context.store.write() as unit:
            case = apply(unit.cases.head(case_id))
            unit.cases.update(case)
            case = self._context.settle(unit, case_id)
            self._context.note(unit, case, kind, {"title": case.title, "tags": ",".join(case.tags)})
        return changed(case_id)
