"""Letters: composed from the facts, edited by the person, frozen once sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from walletcase.domain.case import CaseRecord
from walletcase.domain.errors import UserError
from walletcase.domain.ids import CaseId
from walletcase.domain.letter import Letter, plain_text
from walletcase.domain.rules.pack import Door
from walletcase.domain.text import Text
from walletcase.domain.timeline import EntryDraft
from walletcase.domain.writing.build import Wish, letter_facts
from walletcase.domain.writing.diff import DiffLine, compare
from walletcase.domain.writing.doors import answers_at, doors_for, is_own, recipient_of
from walletcase.domain.writing.facts import LetterFacts
from walletcase.domain.writing.gaps import mark
from walletcase.domain.writing.kinds import LetterKind
from walletcase.domain.writing.offers import fits
from walletcase.domain.writing.places import Gap, gaps_in
from walletcase.services.changes import Changes, changed
from walletcase.services.context import Context
from walletcase.services.letter_rows import check_length, letter_of, noted, put, send
from walletcase.services.timeline import TimelineService


class LetterWriter(Protocol):
    """Makes texts from templates."""

    @property
    def kinds(self) -> Sequence[LetterKind]: ...
    @property
    def names(self) -> Mapping[str, Text]: ...
    @property
    def recipients(self) -> Mapping[str, Text]: ...
    @property
    def words(self) -> Mapping[str, Text]: ...

    def compose(self, kind: LetterKind, facts: LetterFacts, char_limit: int = 0) -> str:
        """Return a letter's text, with marks where facts are missing that it needs."""


@dataclass(frozen=True)
class KindState:
    """A kind of letter as it stands in a case: whether it fits now, and the doors to which it may go."""

    kind: LetterKind
    fits: bool
    doors: tuple[Door, ...]


@dataclass(frozen=True)
class Composed:
    """A text that is not stored. ``char_limit`` is that of its door, 0 where it has none; ``chars`` counts the text as
    it is pasted.
    """

    kind: LetterKind
    language: str
    door: Door | None
    body: str
    gaps: tuple[Gap, ...]
    char_limit: int

    @property
    def chars(self) -> int:
        """Characters of the text as it is pasted."""
        return len(plain_text(self.body))

    @property
    def is_too_long(self) -> bool:
        """Whether its door takes less."""
        return bool(self.char_limit) and self.chars > self.char_limit


class LetterService:
    """Use cases on the letters of one case."""

    def __init__(self, context: Context, writer: LetterWriter) -> None:
        self._context = context
        self._writer = writer

    @property
    def all_kinds(self) -> Sequence[LetterKind]:
        """All kinds, in their order."""
        return self._writer.kinds

    def kind(self, key: str) -> LetterKind:
        """Return a kind. Raises UserError("no_such_letter_kind")."""
        found = next((kind for kind in self._writer.kinds if kind.key == key), None)
        if found is None:
            known = ", ".join(kind.key for kind in self._writer.kinds)
            raise UserError("no_such_letter_kind", kind=key, known=known)
        return found

    def kinds_of(self, record: CaseRecord) -> tuple[KindState, ...]:
        """Return all kinds as they stand in a case. One that does not fit may be written all the same."""
        today = self._context.clock.today()
        kinds = self._writer.kinds
        return tuple(KindState(kind, fits(kind, record, today), doors_for(record, kind)) for kind in kinds)

    def kinds(self, case_id: CaseId) -> tuple[KindState, ...]:
        """Return all kinds as they stand in a case. Raises UserError("no_such_case")."""
        return self.kinds_of(self._read(case_id))

    def gaps_of(self, record: CaseRecord, letter: Letter) -> tuple[Gap, ...]:
        """Return what is still to be filled in in a letter."""
        return gaps_in(letter.body, record, self._writer.names, letter.id)

    def text_of(
        self, case_id: CaseId, key: str, language: str, door: str = "", *, with_unconfirmed: bool = False
    ) -> Composed:
        """Compose a text without storing it: for a form, a call, or to look at.

        ``door`` is a key of the rules; "" takes the likeliest. Raises UserError: no_such_case, no_such_letter_kind.
        """
        return self._composed(self._read(case_id), key, language, door, with_unconfirmed)

    def compose(
        self, case_id: CaseId, key: str, language: str, door: str = "", *, with_unconfirmed: bool = False
    ) -> tuple[Letter, Changes]:
        """Compose a letter and store it as a draft. Raises UserError as text_of does."""
        with self._context.store.write() as unit:
            record = self._context.record(unit, case_id)
            made = self._composed(record, key, language, door, with_unconfirmed)
            now = self._context.now()
            key_of_door = made.door.key if made.door else ""
            letter = unit.letters.add(Letter(0, case_id, 0, key, language, key_of_door, made.body, now, now))
            noted(self._context, unit, letter, "letter_composed")
        return letter, changed(case_id)

    def recompose(
        self, case_id: CaseId, letter_id: int, *, with_unconfirmed: bool = False
    ) -> tuple[str, tuple[DiffLine, ...]]:
        """Return what a draft would say if it were composed now, and how that differs; nothing is stored.

        Raises UserError: no_such_case, no_such_letter.
        """
        with self._context.store.read() as unit:
            record, letter = self._context.record(unit, case_id), letter_of(unit, case_id, letter_id)
        made = self._composed(record, letter.kind, letter.language, letter.door, with_unconfirmed)
        return made.body, compare(letter.body, made.body)

    def save(self, case_id: CaseId, letter_id: int, body: str) -> Changes:
        """Store what the person is typing. Raises UserError: no_such_letter, letter_frozen, letter_too_long."""
        check_length(body)
        with self._context.store.write() as unit:
            letter = letter_of(unit, case_id, letter_id)
            kept = self._context.safe(unit, body)
            if letter.body != kept:
                put(self._context, unit, replace(letter, body=kept, updated_at=self._context.now()))
        return changed(case_id, values_only=True)

    def mark_sent(self, case_id: CaseId, letter_id: int, via: str, at: str = "") -> Changes:
        """Freeze a letter as sent and file the contact, in one piece.

        ``via`` is a channel of the playbook; ``at`` an ISO time or date, "" for now. Raises UserError: no_such_letter,
        letter_frozen, letter_unfilled, letter_empty, no_such_channel, bad_time.
        """
        with self._context.store.write() as unit:
            record, letter = self._context.record(unit, case_id), letter_of(unit, case_id, letter_id)
            when = self._when(at)
            send(self._context, unit, record, letter, via, self._contact(record, letter, via, when), when)
        return changed(case_id)

    def file_sent(
        self, case_id: CaseId, made: Composed, body: str, via: str, at: str = "", *, with_contact: bool = True
    ) -> tuple[Letter, Changes]:
        """Store a text that was filed elsewhere just now (a form), frozen, in one piece.

        Without ``with_contact`` the caller files the contact itself: a step that is finished does. Raises UserError as
        mark_sent does.
        """
        with self._context.store.write() as unit:
            record, now = self._context.record(unit, case_id), self._context.now()
            door = made.door.key if made.door else ""
            draft = unit.letters.add(Letter(0, case_id, 0, made.kind.key, made.language, door, body, now, now))
            when = self._when(at)
            contact = self._contact(record, draft, via, when) if with_contact else None
            letter = send(self._context, unit, record, draft, via, contact, when)
        return letter, changed(case_id)

    def duplicate(self, case_id: CaseId, letter_id: int) -> tuple[Letter, Changes]:
        """Make a draft with the words of another letter. Raises UserError: no_such_case, no_such_letter."""
        with self._context.store.write() as unit:
            now = self._context.now()
            old = letter_of(unit, case_id, letter_id)
            copy = Letter(0, case_id, 0, old.kind, old.language, old.door, old.body, now, now)
            letter = unit.letters.add(copy)
            noted(self._context, unit, letter, "letter_duplicated")
        return letter, changed(case_id)

    def trash(self, case_id: CaseId, letter_id: int) -> Changes:
        """Put a letter into the trash. Raises UserError: no_such_case, no_such_letter."""
        return self._trash(case_id, letter_id, self._context.now(), "letter_trashed")

    def restore(self, case_id: CaseId, letter_id: int) -> Changes:
        """Take a letter out of the trash. Raises UserError: no_such_case, no_such_letter."""
        return self._trash(case_id, letter_id, "", "letter_restored")

    def _trash(self, case_id: CaseId, letter_id: int, at: str, kind: str) -> Changes:
        with self._context.store.write() as unit:
            letter = letter_of(unit, case_id, letter_id)
            put(self._context, unit, replace(letter, trashed_at=at), kind)
        return changed(case_id)

    def _read(self, case_id: CaseId) -> CaseRecord:
        with self._context.store.read() as unit:
            return self._context.record(unit, case_id)

    def _composed(
        self, record: CaseRecord, key: str, language: str, door_key: str, with_unconfirmed: bool
    ) -> Composed:
        kind = self.kind(key)
        doors = doors_for(record, kind)
        door = record.rules.door(door_key) if door_key else next(iter(doors), None)
        names = self._writer
        # The institution's name is asked for where it is written down, not in the letter.
        own_gap = mark(names.names["institution"].get(language), language) if is_own(kind, door) else ""
        wish = Wish(
            kind=kind,
            language=language,
            today=self._context.clock.today(),
            recipient=recipient_of(record, kind, door, language, names.recipients) or own_gap,
            with_unconfirmed=with_unconfirmed,
            party=answers_at(record, door),
            door=door.kind if door else None,
        )
        limit = door.char_limit if door else 0
        body = self._writer.compose(kind, letter_facts(record, wish), limit)
        return Composed(kind, language, door, body, gaps_in(body, record, self._writer.names), limit)

    def _contact(self, record: CaseRecord, letter: Letter, via: str, at: str) -> EntryDraft:
        kind, language = self.kind(letter.kind), letter.language
        door = record.rules.door(letter.door)
        title = letter.title or kind.name.get(language)
        return EntryDraft(
            occurred_at=at,
            summary=self._writer.words["sent"].get(language).replace("{title}", title),
            channel=via,
            counterpart=recipient_of(record, kind, door, language, self._writer.recipients),
            reference=record.reference,
        )

    def _when(self, text: str) -> str:
        now = self._context.clock.now().isoformat(timespec="minutes")
        return TimelineService(self._context).when(text) if text else now
