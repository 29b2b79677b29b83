"""Where a matter is pending now: filed there and neither answered, declined nor withdrawn. Derived, never stored."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from walletcase.domain.case import CaseRecord
from walletcase.domain.door_kind import DoorKind
from walletcase.domain.due.rounds import DoneRound, done_rounds
from walletcase.domain.flow.playbook import Role, Status

OWN_DOORS = frozenset({DoorKind.HOTLINE, DoorKind.BRANCH, DoorKind.ONLINE, DoorKind.SUPERIOR})
_UNDER_WAY = (Status.FILED, Status.ACCEPTED, Status.ESCALATED)
ENDED = (Status.RESOLVED, Status.CLOSED)
FILING_LETTERS = frozenset({"complaint", "online", "review", "regulator", "mediation"})
WITHDRAWAL = "withdrawal"

# What people write in "who else has this matter". Numbers of hotlines come from the rules.
_WORDS: Mapping[DoorKind, tuple[str, ...]] = {
    DoorKind.NFRA: ("金融监管", "金监", "银保监", "银监", "NFRA", "CBIRC", "financial regulat"),
    DoorKind.PBOC: ("人民银行", "央行", "人行", "PBoC", "central bank"),
    DoorKind.SAMR: ("市场监管", "市监", "工商局", "SAMR"),
    DoorKind.PETITION: ("信访", "petition"),
    DoorKind.MEDIATION: ("调解", "mediat"),
    DoorKind.ASSOCIATION: ("消费者协会", "消协", "消保委", "consumer association", "consumer council"),
    DoorKind.ARBITRATION: ("仲裁", "arbitrat"),
    DoorKind.COURT: ("法院", "起诉", "立案", "诉讼", "court", "lawsuit"),
    DoorKind.POLICE: ("公安", "报警", "派出所", "反诈", "police"),
    DoorKind.PUBLIC_POST: ("黑猫", "微博", "抖音", "小红书", "social media"),
}
_NONE_YET = re.compile(
    r"^\s*(?:(?:还|尚)?(?:没有|没(?!有)|未)(?!收到|答复|回复|结果|回音)|无|暂无|否|不打算|准备|打算|考虑"
    r"|none\b|no\b(?! answer| reply)|not\b|never\b|n/?a\b|planning\b)",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"撤回|撤诉|不予受理|不予接收|未受理|没有?受理|不受理|驳回|已办结|已结案|已答复|答复了|已回复|拒绝"
    r"|withdr[ae]w|declin|refus|reject|dismiss|closed|(?<!not )(?<!un)answered",
    re.IGNORECASE,
)


_JUST_NONE = re.compile(
    r"\s*(?:(?:目前|暂时|都|还|尚|暂)*(?:没有?|无|否|未)(?:向?(?:其他|别的|任何)?(?:机构|部门|单位|地方|人)?(?:反映|投诉|提出)?过?)"
    r"|none|no|no ?body|no ?one|nothing|nowhere|not yet|n/?a)[\s。.！!]*",
    re.IGNORECASE,
)


class Origin(StrEnum):
    """From what the app knows of a filing."""

    STEP = "step"
    LETTER = "letter"
    SAID = "said"  # the person wrote it down


@dataclass(frozen=True, slots=True)
class Filing:
    """A matter pending at a kind of door. ``since`` is an ISO date or ""; ``item`` the step key, letter id or field."""

    kind: DoorKind
    since: str
    origin: Origin
    item: str


def pending(record: CaseRecord) -> tuple[Filing, ...]:
    """Return where the matter is pending, each kind of door once: the newest filing that nothing ended."""
    if record.case.status in ENDED:
        return ()
    filed = sorted([*_by_steps(record), *_by_letters(record)], key=lambda filing: filing.since)
    live = {filing.kind: filing for filing in filed if not _ended(record, filing)}
    known = {filing.kind for filing in filed}
    said = [filing for filing in _by_words(record) if filing.kind not in known]
    return (*live.values(), *{filing.kind: filing for filing in said}.values())


def pending_kinds(record: CaseRecord) -> frozenset[DoorKind]:
    """Return the kinds of doors at which the matter is pending."""
    return frozenset(filing.kind for filing in pending(record))


def filed_kinds(record: CaseRecord) -> frozenset[DoorKind]:
    """Return the kinds of doors at which the matter ever was, pending or not."""
    return frozenset(filing.kind for filing in (*_by_steps(record), *_by_letters(record)))


def says_none(line: str) -> bool:
    """Whether a line in answer to "who else has this matter" says nothing but that nobody has."""
    return bool(_JUST_NONE.fullmatch(line))


def filed_on(record: CaseRecord) -> str:
    """Return the day on which it was first filed anywhere, ISO, "" before that."""
    return min((filing.since for filing in (*_by_steps(record), *_by_letters(record)) if filing.since), default="")


def kinds_of(record: CaseRecord, one: DoneRound) -> frozenset[DoorKind]:
    """Return to which kind of door a round of a step went: what its choice says, else the only one the step goes to."""
    field = one.step.field_with_role(Role.CHANNEL)
    if field is not None:
        answer = record.value(field.key, one.number)
        chosen = [choice.door for choice in field.choices if choice.key == answer and choice.door]
        if chosen:
            return frozenset(kind for kind in DoorKind if kind.value in chosen)
    kinds = frozenset(kind for kind in DoorKind if kind.value in one.step.doors)
    return kinds if len(kinds) == 1 else frozenset()


def _by_steps(record: CaseRecord) -> Iterator[Filing]:
    for one in done_rounds(record):
        said = one.outcome
        if said is None or said.is_answer or said.sets_status not in _UNDER_WAY:
            continue
        for kind in kinds_of(record, one):
            yield Filing(kind, one.contact_on, Origin.STEP, one.step.key)


def _by_letters(record: CaseRecord) -> Iterator[Filing]:
    for letter in record.letters:
        door = record.rules.door(letter.door)
        if letter.sent_at and not letter.trashed_at and letter.kind in FILING_LETTERS and door is not None:
            yield Filing(door.kind, letter.sent_at[:10], Origin.LETTER, str(letter.id))


def _by_words(record: CaseRecord) -> Iterator[Filing]:
    for field in record.playbook.fields():
        if field.role is not Role.OTHER_FILINGS:
            continue
        answer = record.value(field.key)
        chosen = next((choice for choice in field.choices if choice.key == answer), None)
        if chosen is not None:
            yield from (Filing(kind, "", Origin.SAID, field.key) for kind in DoorKind if kind.value == chosen.door)
            continue
        for part in re.split(r"[\n。；;]", answer):
            if part.strip() and not _NONE_YET.search(part) and not _OVER.search(part):
                yield from (Filing(kind, "", Origin.SAID, field.key) for kind in _named(record, part))


def _named(record: CaseRecord, words: str) -> Iterator[DoorKind]:
    text = words.casefold()
    for kind in DoorKind:
        numbers = (door.number for door in record.rules.doors if door.kind is kind and kind not in OWN_DOORS)
        by_number = any(number and re.search(rf"(?<!\d){re.escape(number)}(?!\d)", text) for number in numbers)
        if by_number or any(word.casefold() in text for word in _WORDS.get(kind, ())):
            yield kind


def _ended(record: CaseRecord, filing: Filing) -> bool:
    """Whether that door has answered or declined since, or the complaint was withdrawn there."""
    own = filing.kind in OWN_DOORS
    for one in done_rounds(record):
        said = one.outcome
        if said is None or not said.is_answer or one.contact_on < filing.since:
            continue
        kinds = kinds_of(record, one)
        if filing.kind in kinds or (own and not kinds - OWN_DOORS):
            return True
    return (own and _answered(record, filing)) or _withdrawn(record, filing)


def _answered(record: CaseRecord, filing: Filing) -> bool:
    """Whether a contact that no step wrote was an answer of the institution."""
    channels = {step.channel for step in record.playbook.steps if set(step.doors) & {k.value for k in OWN_DOORS}}
    entries = (e for e in record.live_timeline if e.draft.is_answer and not e.draft.step_key)
    return any(e.occurred_on >= filing.since and e.draft.channel in channels for e in entries)


def _withdrawn(record: CaseRecord, filing: Filing) -> bool:
    for letter in record.letters:
        door = record.rules.door(letter.door)
        if letter.kind != WITHDRAWAL or not letter.sent_at or letter.trashed_at or letter.sent_at[:10] < filing.since:
            continue
        # A withdrawal without a named door goes to the institution.
        if filing.kind in OWN_DOORS if door is None else _same_side(door.kind, filing.kind):
            return True
    return False


def _same_side(one: DoorKind, other: DoorKind) -> bool:
    return one is other or (one in OWN_DOORS and other in OWN_DOORS)
