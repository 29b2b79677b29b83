"""Kinds of letters as data: what each is for, to whom it goes, which facts it may use, when it fits."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from walletcase.domain.door_kind import DoorKind
from walletcase.domain.rules.pack import Party, Source
from walletcase.domain.text import Text

OWN_DOORS = (DoorKind.HOTLINE, DoorKind.BRANCH, DoorKind.ONLINE)  # the institution itself behind another door


class Use(StrEnum):
    """What is done with a text."""

    LETTER = "letter"  # on paper or as a file
    FORM = "form"  # typed into a form, which may take so many characters only
    SPEECH = "speech"  # read out on the telephone


class When(StrEnum):
    """What must be so in a case for a kind of letter to fit. ``domain.letter_offers`` judges it."""

    OPEN = "open"  # the case has not ended
    FILED = "filed"  # a complaint has gone out
    OVERDUE = "overdue"  # an answer, a promise or a time limit is late
    ANSWERED = "answered"  # the other side has answered
    AGREED = "agreed"  # an offer was accepted, or what was agreed is written down


# Facts that a template may be given, by name. Those of one line, those of several, and lists.
LINES = (
    "name", "phone", "email", "address", "id_kind", "agent", "institution", "product", "wallet_class", "account_tail",
    "transaction", "device", "error_text", "amount", "occurred_on", "occurred_at", "opened_on", "reply_form",
    "accepted_on", "perform_by", "performed_on", "reference", "filed_on", "recipient",
)  # fmt: skip
BLOCKS = ("problem", "materials", "other_filings", "agreed")
LISTS = ("demands", "claims", "events", "promises", "late", "exhibits", "offers", "answers", "calls", "grounds")
FACTS = frozenset((*LINES, *BLOCKS, *LISTS, "reasons"))  # reasons: only the person can say them, in the letter itself


@dataclass(frozen=True)
class Reach:
    """Where a rule may be quoted: no ground is better than one that does not bind whoever reads the letter.

    ``answers``: only if one of these answers for the case. ``products``: only if the case is known to be about one of
    these. ``after``: only if the matter was filed at one of these doors before. Empty ones don't narrow it.
    """

    doors: tuple[DoorKind, ...]
    answers: tuple[Party, ...] = ()
    products: tuple[str, ...] = ()
    after: tuple[DoorKind, ...] = ()

    def covers(self, door: DoorKind | None, answers: Party, product: str, filed: Collection[DoorKind]) -> bool:
        """Whether a letter to ``door`` may quote the rule."""
        narrowed = (not self.answers or answers in self.answers) and (not self.products or product in self.products)
        return door in self.doors and narrowed and (not self.after or any(kind in filed for kind in self.after))


@dataclass(frozen=True)
class Ground:
    """Something a letter may lean on: a rule in plain words. Printed only if its source is confirmed, or on wish."""

    key: str
    says: Text
    authority: Text
    article: str
    source: Source
    reach: Reach


@dataclass(frozen=True)
class QuotedLimit:
    """A time limit of the rule pack that a letter leans on, by its key."""

    key: str
    reach: Reach


@dataclass(frozen=True)
class LetterKind:
    """One kind. ``needs`` are facts without which it can't go out, ``uses`` those that it tells if they are known.

    A template sees nothing else: what is in neither list cannot leak. ``reply_days``: by how many days from
    today an answer is asked for (a wish, no rule), 0 for none.
    """

    key: str
    order: int
    use: Use
    name: Text
    purpose: Text
    fits: Text  # when it fits, in a sentence
    not_yet: Text  # why it does not fit (yet)
    when: tuple[When, ...]
    doors: tuple[DoorKind, ...]
    needs: tuple[str, ...]
    uses: tuple[str, ...] = ()
    grounds: tuple[Ground, ...] = ()
    limits: tuple[QuotedLimit, ...] = ()
    reply_days: int = 0
    numbered: bool = False  # its headings are numbered
    caution: Text | None = None

    @property
    def is_to_institution(self) -> bool:
        """Whether it only ever goes to the institution that the case is about."""
        return all(door in OWN_DOORS for door in self.doors)

    @property
    def usual_door(self) -> DoorKind | None:
        """Where it goes if no door is named: to the institution itself if it may, else the first of its doors."""
        return next((door for door in self.doors if door in OWN_DOORS), self.doors[0] if self.doors else None)

    @property
    def facts(self) -> frozenset[str]:
        """All facts that its templates may use."""
        return frozenset((*self.needs, *self.uses))
