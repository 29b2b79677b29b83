"""The playbook: a documented complaint flow as data. Built from TOML by walletcase.domain.playbook_reader."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from walletcase.domain.text import Text

LANGUAGES = ("zh_CN", "en")


class FieldKind(StrEnum):
    """What a field holds. Values are stored as text; walletcase.domain.fields says what text is good."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    DATE = "date"
    TIME = "time"
    PHONE = "phone"
    MONEY = "money"
    CHOICE = "choice"
    CONTACTS = "contacts"
    DEMANDS = "demands"  # domain.demands says how they are kept


class Role(StrEnum):
    """What a field means to the app beyond being written down. At most one field of a step has a given role."""

    INSTITUTION = "institution"
    BRANCH = "branch"  # the office complained about or gone to
    BRANCH_ADDRESS = "branch_address"
    BRANCH_PHONE = "branch_phone"
    PRODUCT = "product"
    COMPLAINANT = "complainant"
    PHONE = "phone"
    PROBLEM = "problem"
    SUMMARY = "summary"
    DEMAND = "demand"
    AMOUNT = "amount"
    OCCURRED_ON = "occurred_on"
    OCCURRED_AT = "occurred_at"
    COUNTERPART = "counterpart"
    REFERENCE = "reference"
    PROMISED_ON = "promised_on"
    REMIND_ON = "remind_on"
    CHANNEL = "channel"  # a choice that says by which channel the contact of this step happened
    PRODUCT_KIND = "product_kind"  # a choice whose answers are keys of products in the rule pack (or map to them)
    WALLET_CLASS = "wallet_class"
    OPENED_ON = "opened_on"
    ERROR_TEXT = "error_text"
    TRANSACTION = "transaction"
    ACCOUNT_TAIL = "account_tail"
    DEVICE = "device"
    MATERIALS = "materials"
    REPLY_FORM = "reply_form"
    OTHER_FILINGS = "other_filings"  # a choice or text: who else has the matter
    EMAIL = "email"
    ADDRESS = "address"
    ID_KIND = "id_kind"
    AGENT = "agent"  # who acts for the person
    ACCEPTED_ON = "accepted_on"  # the day the other side says it received or accepted the complaint
    CHECKED_ON = "checked_on"  # the day contact details were last checked
    TOLD = "told"  # whether the other side knows of a change of contact details
    TOLD_ON = "told_on"
    AGREED = "agreed"  # what was agreed in the end
    PERFORM_BY = "perform_by"  # by when it is to be carried out
    PERFORMED_ON = "performed_on"
    SUBMITTED_TEXT = "submitted_text"  # what was filed, word for word
    DIALLED = "dialled"  # the number that was called
    DURATION = "duration"  # how long a call took
    PROMISE = "promise"  # what the other side said it would do; role promised_on says by when
    EARLY_REASON = "early_reason"  # why the person goes on before the time of the step before is up


class Tool(StrEnum):
    """A helper that a step offers beside its form."""

    ROUTE = "route"  # who is responsible, which doors in order, what conflicts
    CALL = "call"  # hotline coach
    VISIT = "visit"  # what to take to the branch
    COMPOSE = "compose"  # the complaint text, counted, copied, frozen
    ACCEPTANCE = "acceptance"  # a number, or a reminder to ask for one
    ASK = "ask"  # wording with the reference number, next date
    CONTACT_CHECK = "contact_check"
    COMPLETENESS = "completeness"
    ESCALATION = "escalation"  # doors above, with soft gates
    SETTLEMENT = "settlement"  # offers against demands


class Status(StrEnum):
    """Where a case stands. Follow-up and overdue are not statuses: they are derived from dates (domain.followup)."""

    DRAFT = "draft"
    PREPARING = "preparing"
    FILED = "filed"
    ACCEPTED = "accepted"
    ANSWERED = "answered"
    ESCALATED = "escalated"
    RESOLVED = "resolved"
    CLOSED = "closed"


@dataclass(frozen=True)
class Choice:
    """One answer of a choice field. ``key`` is stored.

    ``channel`` counts in a field with role channel: the key of Playbook.channels that this answer stands for (empty:
    ``key``). ``door`` is the kind of door (domain.door_kind) that it stands for, ``product`` the product.
    """

    key: str
    text: Text
    channel: str = ""
    door: str = ""
    product: str = ""


@dataclass(frozen=True)
class Field:
    """One typed field of a step. ``key`` is unique in its playbook (the command line sets fields by it)."""

    key: str
    kind: FieldKind
    label: Text
    hint: Text | None = None
    required: bool = False
    role: Role | None = None
    choices: tuple[Choice, ...] = ()
    private: bool = False  # covered whole for the public
    paper: Text | None = None  # how the field is called on paper, where ``label`` speaks to the person
    known: Text | None = None  # a name that the playbook has in both languages: shown in the reader's own


@dataclass(frozen=True)
class CheckItem:
    """One line of a step's checklist."""

    key: str
    text: Text


@dataclass(frozen=True)
class Tip:
    """A piece of advice. ``source`` says where it is from (``source_en``: the same in English); ``verify`` marks what
    nobody has confirmed yet.
    """

    key: str
    text: Text
    source: str
    checked_on: str = ""  # ISO date of the last check, empty for the guide's own advice
    verify: bool = False
    source_en: str = ""

    def source_in(self, language: str) -> str:
        """Return the source in ``language``; without an English name the Chinese one stands."""
        return self.source if language == "zh_CN" else self.source_en or self.source


@dataclass(frozen=True)
class Outcome:
    """One way a step can end. ``next_step`` names the step that follows (empty: the next open one in order)."""

    key: str
    text: Text
    next_step: str = ""
    sets_status: Status | None = None
    needs_date: bool = False  # "promised by DATE": the date is asked for
    is_answer: bool = False  # the other side has answered: what was promised is no longer awaited
    ends: tuple[str, ...] = ()  # limits of the rule pack (keys) that are met with this outcome


@dataclass(frozen=True)
class Clock:
    """A time limit that a step starts. ``starts`` is the role of the step's field that holds the day of the trigger;
    where that field is empty the day of the contact counts. ``outcomes``: only with one of these (empty: with any).
    ``when``: only where a choice field of the step has one of these answers. ``except_products``: not where the case is
    about one of these products. A later clock of the same limit takes the place of an earlier one.
    """

    limit: str
    starts: Role
    outcomes: tuple[str, ...] = ()
    when_field: str = ""
    when_answers: tuple[str, ...] = ()
    except_products: tuple[str, ...] = ()


@dataclass(frozen=True)
class Step:
    """One step of the flow."""

    key: str
    phase: str
    name: Text
    purpose: Text
    outcomes: tuple[Outcome, ...]
    fields: tuple[Field, ...] = ()
    checklist: tuple[CheckItem, ...] = ()
    tips: tuple[Tip, ...] = ()
    evidence_hints: tuple[Text, ...] = ()
    needs_any: tuple[str, ...] = ()  # suggested only after one of these steps is done or skipped; never locked
    repeatable: bool = False
    channel: str = ""  # finishing the step writes a contact record of this channel (key of Playbook.channels)
    icon: str = "circle"
    done_label: Text | None = None  # the verb on the button that finishes the step
    clocks: tuple[Clock, ...] = ()
    tools: tuple[Tool, ...] = ()
    doors: tuple[str, ...] = ()  # kinds of doors of the rule pack (domain.door_kind) that this step goes to

    def outcome(self, key: str) -> Outcome | None:
        """Return the outcome called ``key``, or None."""
        return next((o for o in self.outcomes if o.key == key), None)

    def field_with_role(self, role: Role) -> Field | None:
        """Return the field that has ``role``, or None."""
        return next((f for f in self.fields if f.role is role), None)

    def channel_for(self, values: Mapping[str, str]) -> str:
        """Return the channel by which this step's contact happened, given its values by field key.

        The answer of the field with role channel decides; without one it is ``channel``.
        """
        chosen = self.field_with_role(Role.CHANNEL)
        if chosen is None:
            return self.channel
        answer = next((c for c in chosen.choices if c.key == values.get(chosen.key, "")), None)
        return self.channel if answer is None else answer.channel or answer.key


@dataclass(frozen=True)
class Phase:
    """A stretch of the rail: preparing, complaining, following up, ending."""

    key: str
    name: Text


@dataclass(frozen=True)
class Channel:
    """A way of contact: hotline, branch, online, SMS, regulator …"""

    key: str
    name: Text
    icon: str = "message-square"


@dataclass(frozen=True)
class Playbook:
    """A whole flow. ``steps`` are in their documented order; the last one closes the case.

    ``institution`` is empty in a playbook that is not for one institution.
    """

    key: str
    version: int
    name: Text
    summary: Text
    institution: Text
    phases: tuple[Phase, ...]
    channels: tuple[Channel, ...]
    steps: tuple[Step, ...]
    intake: tuple[str, ...]  # field keys of the first step that the New case dialog asks for
    is_stand_in: bool = False  # made from what a case holds, as its own file is not there (domain.playbook_standin)

    @cached_property
    def by_key(self) -> Mapping[str, Step]:
        """Steps by key."""
        return {step.key: step for step in self.steps}

    @cached_property
    def field_owner(self) -> Mapping[str, Step]:
        """The step that owns each field key."""
        return {field.key: step for step in self.steps for field in step.fields}

    def fields(self) -> Iterator[Field]:
        """All fields in the order of their steps."""
        for step in self.steps:
            yield from step.fields

    def field(self, key: str) -> Field | None:
        """Return the field called ``key``, or None."""
        return next((f for f in self.fields() if f.key == key), None)

    def channel(self, key: str) -> Channel | None:
        """Return the channel called ``key``, or None."""
        return next((c for c in self.channels if c.key == key), None)
