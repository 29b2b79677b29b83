"""The rule pack as frozen values. Nothing here knows a number: all of them come from resources/rules or an import."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from walletcase.domain.door_kind import DoorKind
from walletcase.domain.text import Text


class Unit(StrEnum):
    """What a time limit counts. Plain 日 is a calendar day unless the rule says 工作日."""

    CALENDAR = "calendar_days"
    WORKING = "working_days"
    YEARS = "years"


class Party(StrEnum):
    """Who has to act within a limit, or who answers for a product."""

    BANK = "bank"
    PAYMENT_INSTITUTION = "payment_institution"
    REGULATOR = "regulator"
    PERSON = "person"
    OTHER = "other"


class Roll(StrEnum):
    """Whether a last day that is a holiday moves to the day after it. UNSETTLED: the rule does not say; show both."""

    YES = "yes"
    NO = "no"
    UNSETTLED = "unsettled"


@dataclass(frozen=True)
class Source:
    """Where a fact is from. ``checked_on`` is the ISO date on which that was last looked at; ``confirmed`` is False
    for what nobody has seen in the rule itself yet ("to be verified"); ``edited_on`` is set once the person has
    changed the fact, ``edited_from`` then says what the pack had in each part that was changed.
    """

    text: Text
    checked_on: str
    confirmed: bool
    edited_on: str = ""
    edited_from: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True)
class Limit:
    """One time limit. ``extends`` names the limit that this one prolongs: same start, longer, once the notice of it
    has been given. ``amount`` is counted from the day after the trigger.
    """

    key: str
    name: Text
    trigger: Text  # what starts it
    duty: Text  # what must have been done by its end
    party: Party
    amount: int
    unit: Unit
    roll: Roll
    authority: Text  # the rule's name
    article: str  # "第四十三条" or ""
    source: Source
    extends: str = ""


@dataclass(frozen=True)
class Door:
    """One place to complain. ``number``, ``address`` and ``hours`` are what the person may correct; "" is unknown.

    ``char_limit`` is how many characters its form takes, 0 where that is not known. ``party`` is whose door it is:
    that of a bank is used in any case against a bank only if ``institution`` is "" or names the one complained about.
    """

    key: str
    kind: DoorKind
    party: Party
    name: Text
    does: Text  # what it does and what it does not
    prepare: tuple[Text, ...]
    ask_for: tuple[Text, ...]
    source: Source
    institution: str = ""  # names of its institution, divided by "|", if the door is of one institution only
    number: str = ""
    address: str = ""
    hours: Text | None = None
    char_limit: int = 0

    def is_of(self, institution: str) -> bool:
        """Whether it is the own door of an institution, as the person wrote its name. False for a door of them all."""
        written = institution.casefold()
        return any(name.strip().casefold() in written for name in self.institution.split("|") if name.strip())


@dataclass(frozen=True)
class RouteStop:
    """One door on a route, with why it comes here. ``door`` is a DoorKind: the door of the case's own institution."""

    kind: DoorKind
    reason: Text


@dataclass(frozen=True)
class Route:
    """Which doors, in order, for one product and situation."""

    key: str
    product: str  # key of a Product
    fraud: bool
    answers: Party
    stops: tuple[RouteStop, ...]
    source: Source


@dataclass(frozen=True)
class Product:
    """Something a complaint can be about, as a person names it. ``answers`` says who is responsible."""

    key: str
    name: Text
    answers: Party
    reason: Text
    source: Source


@dataclass(frozen=True)
class Conflict:
    """Filing at ``wants`` while the same matter is at one of ``pending`` gets it refused (or costs something)."""

    key: str
    wants: tuple[DoorKind, ...]
    pending: tuple[DoorKind, ...]
    says: Text  # what the rule says, in plain words
    quote: str  # the rule's own words, in Chinese; "" where they were not seen
    refuses: bool  # False: not a refusal, but better known before
    authority: Text
    article: str
    source: Source


@dataclass(frozen=True)
class WalletClass:
    """Limits of one wallet class, as yuan in text ("10000"), "" where none was found, "none" for no cap."""

    key: str
    name: Text
    identity: Text
    balance: str
    per_payment: str
    per_day: str
    per_year: str
    as_of: str  # ISO date
    interest: Text
    source: Source


@dataclass(frozen=True)
class Requirement:
    """Something a kind of door asks for. ``roles`` names the field roles that hold it (any one filled is enough)."""

    key: str
    doors: tuple[DoorKind, ...]
    name: Text
    roles: tuple[str, ...]
    on_paper_only: bool
    agent_only: bool  # only where somebody acts for the person
    authority: Text
    article: str
    source: Source


@dataclass(frozen=True)
class Refusal:
    """A ground on which a kind of door refuses a complaint."""

    key: str
    doors: tuple[DoorKind, ...]
    says: Text
    authority: Text
    article: str
    source: Source


@dataclass(frozen=True)
class Wording:
    """Words to think twice about. ``patterns`` are regular expressions; ``instead`` is the calmer way to say it."""

    key: str  # insult, threat, unproven_crime, vague_time, vague_money, absolute, shouting, privacy, secret, crisis
    severity: str  # "stop", "warn" or "hint"
    patterns: tuple[str, ...]
    why: Text
    instead: Text
    replacement: str  # what may stand in the place of the word; "" where it must be thought about
    source: Source


@dataclass(frozen=True)
class HelpNote:
    """A correction or fact that belongs to a step of the flow. ``topic`` is a step key or a topic of the help."""

    key: str
    topic: str
    text: Text
    source: Source


@dataclass(frozen=True)
class RulePack:
    """All facts. ``version`` is year, month and a number: "2026.11.1"; ``age`` tells the older of two."""

    key: str
    version: str
    name: Text
    published_on: str
    limits: tuple[Limit, ...]
    doors: tuple[Door, ...]
    products: tuple[Product, ...]
    routes: tuple[Route, ...]
    conflicts: tuple[Conflict, ...]
    wallet_classes: tuple[WalletClass, ...]
    requirements: tuple[Requirement, ...]
    refusals: tuple[Refusal, ...]
    wordings: tuple[Wording, ...]
    help: tuple[HelpNote, ...] = ()

    @cached_property
    def limit_by_key(self) -> dict[str, Limit]:
        """Limits by key."""
        return {limit.key: limit for limit in self.limits}

    @cached_property
    def door_by_key(self) -> dict[str, Door]:
        """Doors by key."""
        return {door.key: door for door in self.doors}

    @property
    def age(self) -> tuple[int, ...]:
        """The version as numbers, to tell the older of two packs; () for a pack without version."""
        return tuple(int(part) for part in self.version.split(".") if part)

    def limit(self, key: str) -> Limit | None:
        """Return the limit called ``key``, or None."""
        return self.limit_by_key.get(key)

    def door(self, key: str) -> Door | None:
        """Return the door called ``key``, or None."""
        return self.door_by_key.get(key)

    def doors_of(self, kind: DoorKind, institution: str = "", party: Party | None = None) -> tuple[Door, ...]:
        """Return the doors of a kind that serve a case against ``institution`` (as the person wrote its name).

        Its own doors, or the general ones where it has none. ``party``: only doors of that party.
        """
        same = tuple(door for door in self.doors if door.kind is kind and party in (None, door.party))
        own = tuple(door for door in same if door.is_of(institution))
        return own or tuple(door for door in same if not door.institution)


@dataclass(frozen=True)
class Revision:
    """One state of the rules on this computer: the shipped pack, an import, a change by the person, a roll-back.

    Revisions are never changed or deleted; the newest one is in force. A case remembers the id of the one with which
    its dates were computed.
    """

    id: int
    made_at: str
    kind: str  # shipped, imported, edited, rolled_back
    note: str  # file name, path of the changed fact, or number of the revision that came back
    pack: RulePack


NO_RULES = RulePack(
    "", "", Text("", ""), "", (), (), (), (), (), (), (), (), (), ()
)  # what a record carries before rules are given to it
