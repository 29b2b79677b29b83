"""The dossier as a document tree: what is printed, in which order, with nothing said yet.

Words that the app adds are label keys (resources/i18n/dossier.toml); words of the person and of the playbook are text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from walletcase.domain.custody import NO_HEAD, JournalHead
from walletcase.domain.demands import OfferState
from walletcase.domain.dossiers.custody_record import CustodyRow
from walletcase.domain.due.deadlines import DeadlineState
from walletcase.domain.evidence import Evidence, Group, Kin, Way
from walletcase.domain.flow.machine import StepState
from walletcase.domain.flow.playbook import Status
from walletcase.domain.marks import Mark
from walletcase.domain.rules.pack import Party, Unit
from walletcase.domain.timeline import UNMARKED, PromiseMark


class Part(StrEnum):
    """The parts of a dossier, in the order in which they stand if nobody chose another."""

    SUMMARY = "summary"
    PARTIES = "parties"
    CLAIMS = "claims"
    DEMANDS = "demands"
    TIMELINE = "timeline"
    DEADLINES = "deadlines"
    STEPS = "steps"
    LETTERS = "letters"
    INDEX = "index"
    EXHIBITS = "exhibits"
    HASHES = "hashes"
    VERIFY = "verify"
    NOTES = "notes"


class Depth(StrEnum):
    """How much of each part is told: all that is recorded, or what it comes down to (domain.dossiers.brief)."""

    FULL = "full"
    BRIEF = "brief"


ALWAYS = (Part.SUMMARY, Part.INDEX, Part.VERIFY, Part.NOTES)  # what no reader can do without


MOST_INSIDE_BYTES = 100 << 20


def fit_inside(evidence: Iterable[Evidence]) -> bool:
    """Whether the originals are small enough, all together, to be put into the dossier unless somebody objects."""
    return 0 < sum(item.file.size_bytes for item in evidence if not item.trashed_at) <= MOST_INSIDE_BYTES


def without(*parts: Part) -> tuple[Part, ...]:
    """Return all parts but these, in their usual order."""
    return tuple(part for part in Part if part not in parts)


@dataclass(frozen=True, slots=True)
class Contents:
    """What a dossier holds. ``parts`` are those wanted, in the order wanted; ALWAYS are there in any case, the notes
    last. ``today`` is the ISO date on which lateness is judged; "" is the date of the record.
    """

    language: str = "zh_CN"
    parts: tuple[Part, ...] = tuple(Part)
    today: str = ""
    journal: JournalHead = NO_HEAD
    custody: tuple[CustodyRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled text. ``label`` is a label key, ``key`` that of the field it comes from."""

    label: str
    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A labelled count."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the case stands. Dates are ISO or ""; ``late_days`` counts from ``awaited_on`` to ``judged_on``.

    A last day that may move over a holiday is late only from the later day on; ``awaited_on`` then is that day.
    """

    status: Status
    reference: str
    first_contact_on: str
    waiting_since: str
    awaited_on: str
    late_days: int
    judged_on: str = ""


@dataclass(frozen=True, slots=True)
class FieldPart:
    """One field of a step as recorded. ``label`` is the playbook's text."""

    label: str
    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class RoundPart:
    """One round of a step: what was written down and how it ended. ``outcome`` is the playbook's text."""

    number: int
    state: StepState
    outcome: str
    reason: str
    settled_at: str
    fields: tuple[FieldPart, ...]


@dataclass(frozen=True, slots=True)
class StepPart:
    """One step of the flow with all its rounds, the first one first."""

    key: str
    number: int
    name: str
    rounds: tuple[RoundPart, ...]


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One contact. ``recorded_on`` is set when it was written down on a later day than it happened."""

    number: int
    occurred_at: str
    channel: str
    counterpart: str
    summary: str
    reference: str
    promised_by: str
    is_answer: bool
    exhibits: tuple[int, ...]
    recorded_on: str
    edited_on: str
    mark: PromiseMark = UNMARKED


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody who was dealt with by one channel: in which contacts (their numbers), and from when to when (ISO)."""

    name: str
    channel: str
    contacts: tuple[int, ...]
    first_at: str
    last_at: str


@dataclass(frozen=True, slots=True)
class Promise:
    """An answer promised for a date. ``answered_on`` is the ISO date of the first answer after it, "" if none came.

    ``broken``: no answer had come when the date had passed, or the person says so. ``moved``: another date took its
    place.
    """

    row: int
    made_on: str
    channel: str
    due_on: str
    answered_on: str
    broken: bool
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One piece of evidence. ``missing`` says that its file was gone or altered when the dossier was made.

    ``way`` says how it came in, ``kin`` how it was made of the exhibit numbered ``parent``, ``marks`` are over it.
    ``withheld`` says why this audience does not see it: "replaced" by the exhibit ``replaced_by``,
    "private", or "left_out".
    """

    number: int
    title: str
    proves: str
    source: str
    made_on: str
    copy_kind: str
    step: str
    original_name: str
    added_at: str
    sha256: str
    size_bytes: int
    media_type: str
    pages: int | None
    note: str
    duplicate_of: int | None
    missing: bool
    way: Way = Way.UNKNOWN
    kin: Kin = Kin.NONE
    parent: int | None = None
    group: Group = Group.NONE
    marks: tuple[Mark, ...] = ()
    withheld: str = ""
    replaced_by: int | None = None
    duration_ms: int | None = None


@dataclass(frozen=True, slots=True)
class ClaimPart:
    """One stated fact, with the numbers of the exhibits that show it."""

    number: int
    text: str
    happened_on: str
    amount: str
    exhibits: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OfferPart:
    """What was offered against a demand, and what the person answered."""

    made_on: str
    text: str
    amount: str
    state: OfferState


@dataclass(frozen=True, slots=True)
class DemandPart:
    """One demand with what was offered against it, and the numbers of the exhibits that show why it is asked for."""

    number: int
    text: str
    amount: str
    by_on: str
    fallback: str
    exhibits: tuple[int, ...]
    offers: tuple[OfferPart, ...]


@dataclass(frozen=True, slots=True)
class DeadlinePart:
    """A deadline with the rule behind it. Dates are ISO or ""; ``late_days`` counts to the day of judging.

    ``confirmed``: somebody has seen the fact in the rule itself; ``checked_on`` is when that was last looked at.
    """

    name: str
    duty: str
    party: Party
    amount: int
    unit: Unit
    starts_on: str
    due_on: str
    late_after: str
    state: DeadlineState
    settled_on: str
    late_days: int
    rule: str
    source: str
    checked_on: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class LetterPart:
    """A letter that was sent: exactly what was sent, and the hash of it. ``via`` is the channel's name."""

    number: int
    title: str
    sent_on: str
    via: str
    sha256: str
    body: str
    language: str
    contact: int | None
    is_masked: bool = False


@dataclass(frozen=True, slots=True)
class Extract:
    """That a dossier is about one matter only, in whose words, and how much of the whole it holds."""

    matter: str
    exhibits: int
    of_exhibits: int
    contacts: int
    of_contacts: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """A whole dossier. ``as_of`` is the newest moment recorded in the case: the same record makes the same dossier.

    ``zone`` is the offset of all times ("+08:00"), "" where they differ or none is known.
    """

    language: str
    parts: tuple[Part, ...]
    number: str
    title: str
    is_sample: bool
    as_of: str
    zone: str
    institution: str
    parties: tuple[Fact, ...]
    figures: tuple[Figure, ...]
    standing: Standing
    facts: tuple[Fact, ...]
    problem: str
    demands: tuple[str, ...]
    promises: tuple[Promise, ...]
    steps: tuple[StepPart, ...]
    untouched_steps: tuple[str, ...]
    timeline: tuple[TimelineRow, ...]
    exhibits: tuple[Exhibit, ...]
    journal: JournalHead = NO_HEAD
    claims: tuple[ClaimPart, ...] = ()
    demand_parts: tuple[DemandPart, ...] = ()  # as many as `demands`
    deadlines: tuple[DeadlinePart, ...] = ()
    letters: tuple[LetterPart, ...] = ()
    audience: str = ""
    extract: Extract | None = None
    own_side: tuple[Fact, ...] = ()
    other_side: tuple[Fact, ...] = ()
    people: tuple[Met, ...] = ()
    custody: tuple[CustodyRow, ...] = ()
    depth: Depth = Depth.FULL
    is_chosen: bool = False  # what is masked is the person's choice, not what is usual for the audience

    def has(self, part: Part) -> bool:
        """Whether a part is printed."""
        return part in self.parts
