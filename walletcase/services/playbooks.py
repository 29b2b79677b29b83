"""The person's own playbooks: added from a file once it is whole, listed, taken out. Running cases keep theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from walletcase.domain.errors import UserError
from walletcase.domain.flow.clocks import products_of
from walletcase.domain.flow.growth import check_growth
from walletcase.domain.flow.playbook import Playbook
from walletcase.domain.flow.reader import read_playbook_text
from walletcase.domain.flow.table import fault
from walletcase.domain.rules.pack import RulePack
from walletcase.domain.rules.references import faults_of_playbook
from walletcase.services.changes import Changes
from walletcase.services.context import Context
from walletcase.services.ports import JournalLine, PlaybookSource


class PlaybookShelf(PlaybookSource, Protocol):
    """Where playbooks are kept. Errors as in walletcase.infra.playbooks."""

    def shipped(self) -> Sequence[str]:
        """Return the keys of the shipped playbooks."""

    def own(self) -> Sequence[str]:
        """Return the keys of the person's own playbooks, readable or not."""

    def read(self, file: Path) -> str:
        """Return the text of a file that a person picked."""

    def check(self, playbook: Playbook, file: str) -> None:
        """Check that a playbook can be kept and shown: the name of its file, its icons."""

    def put(self, key: str, text: str) -> None:
        """Keep a playbook; an earlier version of it is retired."""

    def retire(self, key: str) -> None:
        """Take a playbook out of what new cases are made with; cases that began with it go on."""


@dataclass(frozen=True)
class Shelved:
    """One playbook as it is listed. ``playbook`` is None where the file can't be read, for the reason in ``fault``."""

    key: str
    is_own: bool
    cases: int
    playbook: Playbook | None
    fault: UserError | None = None


class PlaybookService:
    """Use cases on playbooks."""

    def __init__(self, context: Context, shelf: PlaybookShelf) -> None:
        self._context = context
        self._shelf = shelf

    def all(self) -> tuple[Shelved, ...]:
        """Return the shipped playbooks, then the person's own, each with how many live cases run on it."""
        with self._context.store.read() as unit:
            used = [case.playbook_key for case, _ in unit.cases.heads() if not case.trashed_at]
        own = self._shelf.own()
        return tuple(self._shelved(key, key in own, used.count(key)) for key in (*self._shelf.shipped(), *own))

    def _shelved(self, key: str, is_own: bool, cases: int) -> Shelved:
        try:
            return Shelved(key, is_own, cases, self._shelf.get(key))
        except UserError as error:
            return Shelved(key, is_own, cases, None, error)

    def add(self, file: Path) -> tuple[Playbook, Changes]:
        """Check a file whole and keep it as one of the person's own playbooks.

        Raises UserError: file_missing, not_a_file, file_unreadable, playbook_too_large, playbook_invalid,
        playbook_key_taken (a shipped one has the key), playbook_older, playbook_same_version (another text under the
        same number), disk_full, target_unwritable. Nothing is kept then.
        """
        text = self._shelf.read(file)
        playbook = read_playbook_text(text, file.name)
        if playbook.key in self._shelf.shipped():
            raise UserError("playbook_key_taken", playbook=playbook.key, file=file.name)
        self._shelf.check(playbook, file.name)
        with self._context.store.read() as unit:
            check_facts(playbook, self._context.rulebook.in_force(unit).pack, file.name)
        self._check_replaced(playbook, file.name)
        self._shelf.put(playbook.key, text)
        self._note("playbook_added", playbook.key, playbook.version)
        return playbook, Changes()

    def remove(self, key: str) -> Changes:
        """Take one of the person's own playbooks out. Cases that began with it go on.

        Raises UserError: playbook_shipped, no_such_playbook, target_unwritable.
        """
        if key in self._shelf.shipped():
            raise UserError("playbook_shipped", playbook=key)
        self._shelf.retire(key)
        self._note("playbook_removed", key, 0)
        return Changes()

    def _check_replaced(self, playbook: Playbook, file: str) -> None:
        try:
            old = self._shelf.get(playbook.key)
        except UserError:  # none yet, or one that can't be read: there is nothing to compare with
            return
        key, version = playbook.key, playbook.version
        if version < old.version:
            raise UserError("playbook_older", playbook=key, version=version, known=old.version)
        if version == old.version and playbook != old:
            raise UserError("playbook_same_version", playbook=key, version=version)
        check_growth(old, playbook, file)

    def _note(self, kind: str, key: str, version: int) -> None:
        with self._context.store.write() as unit:
            detail = {"playbook": key, "version": str(version)}
            unit.journal.append(JournalLine(self._context.now(), kind, "", detail))


def check_facts(playbook: Playbook, rules: RulePack, file: str) -> None:
    """Check that the limits, products and doors a playbook names are in the rules.

    Raises UserError("playbook_invalid").
    """
    for step_key, where, expected in faults_of_playbook(playbook, rules):
        fault(file, step_key, where, expected)
    limits = ", ".join(limit.key for limit in rules.limits)
    for step in playbook.steps:
        for clock in step.clocks:
            if rules.limit(clock.limit) is None:
                fault(file, step.key, f"clock[{clock.limit}].limit", f"a limit of the rules: {limits}")
        for outcome in step.outcomes:
            for key in outcome.ends:
                if rules.limit(key) is None:
                    expected = f"limits of the rules: {limits}; {key} is none"
                    fault(file, step.key, f"outcome[{outcome.key}].ends", expected)
    products = {product.key for product in rules.products}
    for key in sorted(products_of(playbook) - products):
        fault(file, playbook.steps[0].key, f"product[{key}]", f"a product of the rules: {', '.join(sorted(products))}")
