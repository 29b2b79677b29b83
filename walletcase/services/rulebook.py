"""The rules and the calendar as the use cases see them: which pack is in force, which one a case goes by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from walletcase.domain.days.workdays import WorkCalendar
from walletcase.domain.days.years import KnownYears, YearSource
from walletcase.domain.errors import UserError
from walletcase.domain.flow.playbook import Playbook
from walletcase.domain.rules.pack import Revision, RulePack
from walletcase.domain.rules.reader import dump_pack, load_pack
from walletcase.domain.rules.references import filled_pack, filled_playbook
from walletcase.services.case_tables import RevisionRow
from walletcase.services.ports import Clock, Unit

SHIPPED, IMPORTED, EDITED, ROLLED_BACK = "shipped", "imported", "edited", "rolled_back"  # kinds of revisions
_MOST_KEPT = 30  # packs, and playbooks with their pack, whose texts are kept filled in


class RulesSource(Protocol):
    """Packs from outside the store."""

    def shipped(self) -> RulePack:
        """Return the pack that came with the app. Raises UserError("rules_invalid")."""

    def read(self, path: Path) -> RulePack:
        """Return the pack in a folder or .zip.

        Raises UserError: file_missing, rules_unreadable, rules_too_large, rules_invalid.
        """


@dataclass(frozen=True)
class _Parsed:
    content: str
    pack: RulePack


class Rulebook:
    """Packs by revision, each parsed once, and the calendar with the years that the person imported."""

    def __init__(self, source: RulesSource, years: YearSource, clock: Clock) -> None:
        self.source = source
        self._years = years
        self._clock = clock
        self._parsed: Mapping[int, _Parsed] = {}
        # By identity, each with what it was made of: a case is read often, and to compare whole packs takes longer.
        self._filled: Mapping[int, tuple[RulePack, RulePack]] = {}
        self._said: Mapping[tuple[int, int], tuple[Playbook, RulePack, Playbook]] = {}

    def in_force(self, unit: Unit) -> Revision:
        """Return the newest revision; in a store that has none yet the shipped pack, as revision 0."""
        row = unit.rules.newest()
        return self.revision(row) if row else Revision(0, "", SHIPPED, "", self.source.shipped())

    def in_force_kept(self, unit: Unit) -> Revision:
        """Return the newest revision of a unit that writes; a store that has none yet gets the shipped pack first."""
        revision = self.in_force(unit)
        return revision if revision.id else self.keep(unit, SHIPPED, revision.pack.version, revision.pack)

    def keep(self, unit: Unit, kind: str, note: str, pack: RulePack) -> Revision:
        """Store a pack as the newest revision and return it."""
        made_at = self._clock.now().isoformat(timespec="seconds")
        content = dump_pack(pack)
        row = RevisionRow(unit.rules.add(made_at, kind, note, content), made_at, kind, note, content)
        self._parsed = {**self._parsed, row.id: _Parsed(content, pack)}
        return self.revision(row)

    def pack(self, unit: Unit, revision_id: int) -> RulePack:
        """Return the pack of a revision as a case shows it; that in force for a case that has none yet (id 0)."""
        row = unit.rules.get(revision_id) if revision_id else None
        return self.filled(self.revision(row).pack if row else self.in_force(unit).pack)

    def filled(self, pack: RulePack) -> RulePack:
        """Return a pack whose texts say its own numbers."""
        kept = self._filled.get(id(pack))
        if kept is None or kept[0] is not pack:
            kept = (pack, filled_pack(pack))
            self._filled = {**dict(list(self._filled.items())[-_MOST_KEPT:]), id(pack): kept}
        return kept[1]

    def said(self, playbook: Playbook, rules: RulePack) -> Playbook:
        """Return a playbook whose advice says the numbers of ``rules``."""
        place = (id(playbook), id(rules))
        kept = self._said.get(place)
        if kept is None or kept[0] is not playbook or kept[1] is not rules:
            kept = (playbook, rules, filled_playbook(playbook, rules))
            self._said = {**dict(list(self._said.items())[-_MOST_KEPT:]), place: kept}
        return kept[2]

    def revision(self, row: RevisionRow) -> Revision:
        """Return a stored revision with its pack; one that can't be read any more shows the shipped pack instead.

        A case must open whatever became of its rules; ``unreadable`` tells the check of all files about it.
        """
        try:
            pack = self._pack(row)
        except UserError:
            pack = self.source.shipped()
        return Revision(row.id, row.made_at, row.kind, row.note, pack)

    def unreadable(self, unit: Unit) -> Iterator[tuple[int, str]]:
        """Yield (revision id, why) for every stored pack that can't be read."""
        for row in unit.rules.all():
            try:
                self._pack(row)
            except UserError as error:
                yield row.id, str(error)

    def _pack(self, row: RevisionRow) -> RulePack:
        parsed = self._parsed.get(row.id)
        # The content is compared, as a unit that was undone may have given its id to another pack.
        if parsed is None or parsed.content != row.content:
            parsed = _Parsed(row.content, load_pack(row.content))
            self._parsed = {**self._parsed, row.id: parsed}  # replaced whole: read by several threads
        return parsed.pack

    def calendar(self, unit: Unit) -> WorkCalendar:
        """Return the calendar: what the person imported over what the app knows."""
        return KnownYears(self._years, {table.year: table for table in unit.rules.years()})
