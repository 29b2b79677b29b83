"""Kinds of letters as data: what each is for, to whom it goes, which facts it may use, when it fits."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from walletcase.domain.door_kind import DoorKind
from walletcase.domain.rules.pack import Source
from walletcase.domain.text import Text


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
class Ground:
    """Something a letter may lean on: a rule in plain words. Printed only if its source is confirmed, or on wish."""

    key: str
    says: Text
    authority: Text
    article: str
    source: Source
    bank_only: bool = False  # a rule on banks: not quoted to a payment institution


@dataclass(frozen=True)
class LetterKind:
    """One kind. ``needs`` are facts without which it can't go out, ``uses`` those that it tells if they are known.

    A template sees nothing else: what is in neither list cannot leak. ``limits`` are keys of the rule pack that are
    quoted as grounds. ``reply_days``: by how many days from today an answer is asked for (a wish, no rule), 0 for none.
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
    limits: tuple[str, ...] = ()
    limits_payment: tuple[str, ...] = ()  # in their place where a payment institution answers
    reply_days: int = 0
    numbered: bool = False  # its headings are numbered
    caution: Text | None = None

    @property
    def is_to_institution(self) -> bool:
        """Whether it only ever goes to the institution that the case is about."""
        return all(door in (DoorKind.HOTLINE, DoorKind.BRANCH, DoorKind.ONLINE) for door in self.doors)

    @property
    def facts(self) -> frozenset[str]:
        """All facts that its templates may use."""
        return frozenset((*self.needs, *self.uses))
