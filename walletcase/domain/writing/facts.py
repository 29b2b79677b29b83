"""What a letter may tell of a case, as plain frozen values. Nothing here is a sentence: templates make those."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from walletcase.domain.rules.pack import Unit


@dataclass(frozen=True, slots=True)
class DemandFact:
    """One demand. ``by_on`` is an ISO date, what was typed, or ""; ``amount`` money as kept or ""."""

    number: int
    kind: str
    text: str
    amount: str = ""
    by_on: str = ""
    fallback: str = ""


@dataclass(frozen=True, slots=True)
class ClaimFact:
    """One stated fact with the exhibits that show it."""

    number: int
    text: str
    happened_on: str = ""
    amount: str = ""
    exhibits: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class EventFact:
    """One contact. ``on`` and ``time`` are ISO date and HH:MM or ""; ``text`` has one line or several."""

    number: int
    on: str
    time: str
    channel: str
    counterpart: str
    text: tuple[str, ...]
    reference: str = ""
    promised_by: str = ""
    promise: str = ""
    is_answer: bool = False
    exhibits: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PromiseFact:
    """A promise that was not kept in time. ``text`` is what was promised, "" if only a date was; ``answered_on`` the
    day of the first answer after it, "" without one. ``renewed_to`` is the date named instead, on
    ``renewed_on``.
    """

    made_on: str
    by_whom: str
    channel: str
    text: str
    due_on: str
    answered_on: str = ""
    renewed_on: str = ""
    renewed_to: str = ""
    exhibits: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class LateFact:
    """A time limit that passed without what was owed. ``last_on`` is the later of its two dates, ``settled_on`` the
    day on which it was done after all, "" if it was not.
    """

    key: str
    name: str
    starts_on: str
    last_on: str
    amount: int
    unit: Unit
    authority: str
    article: str
    confirmed: bool
    settled_on: str = ""


@dataclass(frozen=True, slots=True)
class ExhibitFact:
    """One exhibit in the list at a letter's end."""

    number: int
    title: str
    source: str
    proves: str
    made_on: str
    is_copy: bool


@dataclass(frozen=True, slots=True)
class OfferFact:
    """What was offered against one demand, and what the person said to it ("open", "accepted", "declined")."""

    demand: int
    demand_text: str
    made_on: str
    text: str
    amount: str
    state: str


@dataclass(frozen=True, slots=True)
class GroundFact:
    """One rule to lean on. ``confirmed`` is False where nobody has seen it in the rule itself.

    ``says`` is its content; a time limit of the rule pack has "" here, and its key, name and length instead.
    """

    says: str
    authority: str
    article: str
    confirmed: bool
    key: str = ""
    name: str = ""
    amount: int = 0
    unit: Unit = Unit.CALENDAR


@dataclass(frozen=True)
class LetterFacts:
    """All that is known. ``lines`` and ``blocks`` are keyed as in domain.letter_kinds; unknown ones are missing."""

    language: str
    today: str
    reply_by: str
    lines: Mapping[str, str] = field(default_factory=dict)
    blocks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    demands: tuple[DemandFact, ...] = ()
    claims: tuple[ClaimFact, ...] = ()
    events: tuple[EventFact, ...] = ()
    promises: tuple[PromiseFact, ...] = ()
    late: tuple[LateFact, ...] = ()
    exhibits: tuple[ExhibitFact, ...] = ()
    offers: tuple[OfferFact, ...] = ()
    answers: tuple[EventFact, ...] = ()
    calls: tuple[EventFact, ...] = ()
    grounds: tuple[GroundFact, ...] = ()
    problem_exhibits: tuple[int, ...] = ()  # those that belong to the problem and to no contact
    reference_later: str = ""  # the day that gave the reference, "" if that is unknown or the day of filing

    def lists(self) -> Mapping[str, tuple[object, ...]]:
        """The lists by their names in domain.letter_kinds."""
        return {
            "demands": self.demands, "claims": self.claims, "events": self.events, "promises": self.promises,
            "late": self.late, "exhibits": self.exhibits, "offers": self.offers, "answers": self.answers,
            "calls": self.calls, "grounds": self.grounds,
        }  # fmt: skip
