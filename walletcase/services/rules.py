"""The rules on this computer: what is in force, what another pack would change, taking it over, going back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from walletcase.domain.case import Case
from walletcase.domain.errors import UserError
from walletcase.domain.flow.playbook import Status
from walletcase.domain.ids import CaseId
from walletcase.domain.rules.diff import FactChange, differences
from walletcase.domain.rules.edits import carried_over, edited
from walletcase.domain.rules.pack import Limit, Revision, RulePack
from walletcase.domain.rules.references import filled_pack
from walletcase.domain.rules_impact import CaseImpact, impact_on
from walletcase.domain.text import Text
from walletcase.services.changes import Changes
from walletcase.services.context import Context
from walletcase.services.ports import JournalLine, Unit
from walletcase.services.rulebook import EDITED, IMPORTED, ROLLED_BACK, SHIPPED

_ENDED = (Status.RESOLVED, Status.CLOSED)


@dataclass(frozen=True)
class RulesState:
    """The pack in force, and the one that came with the app where that is newer."""

    revision: Revision
    offered: RulePack | None


@dataclass(frozen=True)
class RulesDiff:
    """What would change if ``pack`` came into force: fact by fact, and in which of the person's open cases.

    ``based_on`` is the revision it was compared with; ``kind`` and ``note`` are what its own revision will say.
    """

    pack: RulePack
    kind: str
    note: str
    based_on: int
    facts: tuple[FactChange, ...]
    cases: tuple[CaseImpact, ...]
    is_older: bool = False
    missing: tuple[Text, ...] = ()  # limits by which playbooks count, and which the new rules don't have

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all would change."""
        return not self.facts


class RulesService:
    """Use cases on the rules."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._book = context.rulebook

    def active(self) -> RulesState:
        """Return the rules in force and what is offered."""
        with self._context.store.read() as unit:
            revision = self._book.in_force(unit)
        shipped = self._book.source.shipped()
        is_newer = shipped.key == revision.pack.key and shipped.age > revision.pack.age
        shown = replace(revision, pack=self._book.filled(revision.pack))
        return RulesState(shown, shipped if is_newer else None)

    def revisions(self) -> tuple[Revision, ...]:
        """Return every state the rules have had, the newest first."""
        with self._context.store.read() as unit:
            rows = unit.rules.all()
            all_of_them = tuple(self._book.revision(row) for row in rows) or (self._book.in_force(unit),)
        return tuple(replace(one, pack=self._book.filled(one.pack)) for one in all_of_them)

    def preview_import(self, path: Path) -> RulesDiff:
        """Return what a pack in a folder or .zip would change.

        Raises UserError: file_missing, rules_unreadable, rules_too_large, rules_invalid, rules_foreign (a pack of
        another kind than the one in force), rules_not_yet (published after today).
        """
        pack, today = self._book.source.read(path), self._context.clock.today()
        if pack.published_on > today:
            raise UserError("rules_not_yet", file=path.name, date=pack.published_on, today=today)
        with self._context.store.read() as unit:
            own = self._book.in_force(unit).pack.key
            if pack.key != own:
                raise UserError("rules_foreign", file=path.name, found=pack.key, expected=own)
            return self._diff(unit, self._with_own_changes(unit, pack), IMPORTED, path.name)

    def preview_shipped(self) -> RulesDiff:
        """Return what the pack that came with the app would change."""
        pack = self._book.source.shipped()
        with self._context.store.read() as unit:
            return self._diff(unit, self._with_own_changes(unit, pack), SHIPPED, pack.version)

    def preview_edit(self, path: str, value: str) -> RulesDiff:
        """Return what another value of one fact would change. ``path`` is table, key and part: "door/x/number".

        Raises UserError: no_such_rule, bad_rule_value.
        """
        with self._context.store.read() as unit:
            pack = edited(self._book.in_force(unit).pack, path, value, self._context.clock.today())
            return self._diff(unit, pack, EDITED, path)

    def preview_roll_back(self, revision_id: int) -> RulesDiff:
        """Return what going back to an earlier revision would change. Raises UserError("no_such_revision")."""
        with self._context.store.read() as unit:
            row = unit.rules.get(revision_id)
            if row is None:
                raise UserError("no_such_revision", revision=revision_id)
            return self._diff(unit, self._book.revision(row).pack, ROLLED_BACK, str(revision_id))

    def edit_fact(self, path: str, value: str) -> Changes:
        """Change one fact without looking first. Raises UserError: no_such_rule, bad_rule_value."""
        return self.adopt(self.preview_edit(path, value))

    def roll_back(self, revision_id: int) -> Changes:
        """Go back to an earlier revision without looking first. Raises UserError("no_such_revision")."""
        return self.adopt(self.preview_roll_back(revision_id))

    def adopt(self, diff: RulesDiff) -> Changes:
        """Bring a pack into force and move every open case to it, all at once. Ended cases keep theirs.

        Raises UserError("rules_moved_on") where the rules have changed since the diff was made; nothing changes then.
        """
        context, book = self._context, self._book
        with context.store.write() as unit:
            if book.in_force(unit).id != diff.based_on:
                raise UserError("rules_moved_on")
            if diff.is_empty:
                return Changes()
            book.in_force_kept(unit)  # so that there is something to go back to
            revision = book.keep(unit, diff.kind, diff.note, diff.pack)
            moved = self._move(unit)
            detail = {"revision": str(revision.id), "kind": diff.kind, "note": diff.note, "version": diff.pack.version}
            detail |= {"facts": str(len(diff.facts)), "cases": str(len(moved))}
            unit.journal.append(JournalLine(context.now(), "rules_changed", "", detail))
        return Changes(frozenset(moved))

    def _with_own_changes(self, unit: Unit, pack: RulePack) -> RulePack:
        return carried_over(self._book.in_force(unit).pack, pack)

    def _move(self, unit: Unit) -> list[CaseId]:
        open_ids = [case.id for case in self._open_cases(unit)]
        for case_id in open_ids:
            self._context.settle(unit, case_id, touched=False)  # brings an open case to the rules in force
        return open_ids

    def _open_cases(self, unit: Unit) -> Iterable[Case]:
        return (case for case, _ in unit.cases.heads() if case.status not in _ENDED)

    def _diff(self, unit: Unit, pack: RulePack, kind: str, note: str) -> RulesDiff:
        context, now = self._context, self._book.in_force(unit)
        after = filled_pack(pack)
        # As they read, so that a note is listed whose number changes; else as they are kept.
        facts = differences(self._book.filled(now.pack), after) or differences(now.pack, pack)
        live = (case for case in self._open_cases(unit) if not case.trashed_at) if facts else ()
        today = context.clock.today()
        impacts = (impact_on(context.record(unit, case.id), after, facts, today) for case in live)
        cases = tuple(impact for impact in impacts if not impact.is_empty)
        missing = tuple(limit.name for limit in self._counted_by(now.pack) if pack.limit(limit.key) is None)
        return RulesDiff(pack, kind, note, now.id, facts, cases, is_older=pack.age < now.pack.age, missing=missing)

    def _counted_by(self, rules: RulePack) -> tuple[Limit, ...]:
        """The limits by which steps of the playbooks count."""
        keys: set[str] = set()
        for name in self._context.playbooks.known():
            try:
                steps = self._context.playbooks.get(name).steps
            except UserError:  # a file of the person's own that went bad is told elsewhere
                continue
            keys |= {clock.limit for step in steps for clock in step.clocks}
        return tuple(limit for limit in rules.limits if limit.key in keys)
