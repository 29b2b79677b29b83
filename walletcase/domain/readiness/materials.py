"""Completeness: what a kind of door asks for and the case does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from walletcase.domain.case import CaseRecord
from walletcase.domain.door_kind import DoorKind
from walletcase.domain.due.rounds import done_rounds
from walletcase.domain.flow.playbook import Role
from walletcase.domain.readiness.findings import Finding, Place, Severity, Topic
from walletcase.domain.readiness.texts import EVIDENCE, FACTS, LETTERS, STEP, field_place
from walletcase.domain.rules.pack import Requirement, RulePack

AUTHORITY = "authority"  # kind of letter
_GROUNDS = {Role.COMPLAINANT: "identity", Role.INSTITUTION: "target", Role.DEMAND: "demand", Role.PROBLEM: "demand"}
_IF_THERE = frozenset({Role.BRANCH, Role.COUNTERPART})
_AUTHORITY = re.compile(r"授权|委托书|letter of authority|power of attorney", re.IGNORECASE)
_ID = re.compile(r"身份证|证件|护照|户口|\bids?\b|identity|passport", re.IGNORECASE)
_OF_BOTH = re.compile(r"双方|两人|二人|\bboth\b", re.IGNORECASE)
_TWO = 2
_DATED = re.compile(
    r"\d{1,4}\s*[年月日号/.-]|\d+\s*(?:个?工作日|天|日)内?|20\d{2}"
    r"|[一二三四五六七八九十]+(?:日|天)内|\bdays?\b"
)


def material_findings(record: CaseRecord, door: DoorKind) -> Iterator[Finding]:
    """Yield what is missing for a kind of door."""
    for requirement in record.rules.requirements:
        if door in requirement.doors and not requirement.agent_only:
            yield from _missing(record, requirement, door)
    yield from _done_without(record)
    yield from _undated(record)


def agent_findings(record: CaseRecord, door: DoorKind) -> Iterator[Finding]:
    """Yield the papers of an agent where somebody acts for the person: the signed letter of authority (a draft is none
    yet) and the ID of both, until they were given or are among the evidence.
    """
    agent = record.role_value(Role.AGENT)
    code, severity, place = _agent_state(record) if agent else ("", Severity.HINT, Place(LETTERS))
    for requirement in record.rules.requirements if code else ():
        if requirement.agent_only and door in requirement.doors:
            params = {"agent": agent, "name": requirement.name, "rule": requirement.authority}
            yield Finding(Topic.AGENT, severity, code, place, params, source=requirement.source)


def _agent_state(record: CaseRecord) -> tuple[str, Severity, Place]:
    letters = [letter for letter in record.letters if letter.kind == AUTHORITY and not letter.trashed_at]
    titles = [f"{item.title} {item.proves}" for item in record.live_evidence]
    if not any(letter.sent_at for letter in letters) and not any(_AUTHORITY.search(title) for title in titles):
        if not letters:
            return "agent_papers", Severity.WARN, Place(LETTERS)
        return "agent_draft", Severity.HINT, Place(LETTERS, str(letters[-1].id))
    ids = [title for title in titles if _ID.search(title)]
    if len(ids) < _TWO and not any(_OF_BOTH.search(title) for title in ids):
        return "agent_ids", Severity.HINT, Place(EVIDENCE)
    return "", Severity.HINT, Place(EVIDENCE)


def _missing(record: CaseRecord, requirement: Requirement, door: DoorKind) -> Iterator[Finding]:
    roles = [Role(role) for role in requirement.roles]
    places = [place for place in (field_place(record, role) for role in roles) if place is not None]
    # Without a field for it there is nothing to fill in: it is on the sheet of what to take along.
    if not places or any(record.role_value(role) for role in roles):
        return
    # Branch and staff are asked for where somebody went to a branch or spoke to staff.
    if set(roles) <= _IF_THERE and not any(_was_done(record, role) for role in roles):
        return
    refused = requirement.source.confirmed and any(_refuses(record.rules, door, role) for role in roles)
    severity = Severity.STOP if refused else Severity.WARN
    if not requirement.source.confirmed or set(roles) <= _IF_THERE:
        severity = Severity.HINT
    params = {"name": requirement.name, "door": door, "rule": requirement.authority}
    code = "id_kind_missing" if roles == [Role.ID_KIND] else "material_missing"
    yield Finding(Topic.COMPLETENESS, severity, code, places[0], params, source=requirement.source)


def _was_done(record: CaseRecord, role: Role) -> bool:
    """Whether a step that may name it was done; one that has to name it is told of by itself."""
    fields = [(one, one.step.field_with_role(role)) for one in done_rounds(record)]
    return any(field is not None and not field.required for _, field in fields)


def _refuses(rules: RulePack, door: DoorKind, role: Role) -> bool:
    ground = _GROUNDS.get(role, "-")
    return any(door in refusal.doors and refusal.key.startswith(f"{ground}_") for refusal in rules.refusals)


def _done_without(record: CaseRecord) -> Iterator[Finding]:
    """Fields of finished steps that were left empty though they are usually asked for."""
    current = {one.step.key: one for one in done_rounds(record) if one.number == record.flow.record(one.step.key).round}
    for one in current.values():
        for field in one.step.fields:
            if field.required and not record.value(field.key, one.number).strip():
                params = {"field": field.label, "step": one.step.name}
                yield Finding(Topic.COMPLETENESS, Severity.HINT, "step_without", Place(STEP, field.key), params)


def _undated(record: CaseRecord) -> Iterator[Finding]:
    """Each demand by itself: a date in one says nothing about the next."""
    bare = [n for n, one in enumerate(record.demands, 1) if not one.by_on and not _DATED.search(one.text)]
    if bare:
        place = field_place(record, Role.DEMAND) or Place(FACTS, "demands")
        params = {"numbers": ", ".join(map(str, bare[:9]))}
        yield Finding(Topic.COMPLETENESS, Severity.HINT, "demand_without_date", place, params)
