"""Completeness: what a kind of door asks for and the case does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from walletcase.domain.case import CaseRecord
from walletcase.domain.door_kind import DoorKind
from walletcase.domain.due.rounds import done_rounds
from walletcase.domain.flow.playbook import Role
from walletcase.domain.readiness.findings import Finding, Place, Severity, Topic
from walletcase.domain.readiness.texts import FACTS, LETTERS, STEP, field_place
from walletcase.domain.rules.pack import Requirement, RulePack

AUTHORITY = "authority"  # kind of letter
_GROUNDS = {Role.COMPLAINANT: "identity", Role.INSTITUTION: "target", Role.DEMAND: "demand", Role.PROBLEM: "demand"}
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
    """Yield the papers of an agent; only where somebody acts for the person and no letter of authority is there."""
    agent = record.role_value(Role.AGENT)
    if not agent or any(letter.kind == AUTHORITY and not letter.trashed_at for letter in record.letters):
        return
    for requirement in record.rules.requirements:
        if requirement.agent_only and door in requirement.doors:
            params = {"agent": agent, "name": requirement.name, "rule": requirement.authority}
            yield Finding(
                Topic.AGENT, Severity.WARN, "agent_papers", Place(LETTERS), params, source=requirement.source
            )


def _missing(record: CaseRecord, requirement: Requirement, door: DoorKind) -> Iterator[Finding]:
    roles = [Role(role) for role in requirement.roles]
    places = [place for place in (field_place(record, role) for role in roles) if place is not None]
    # Without a field for it there is nothing to fill in: it is on the sheet of what to take along.
    if not places or any(record.role_value(role) for role in roles):
        return
    refused = requirement.source.confirmed and any(_refuses(record.rules, door, role) for role in roles)
    severity = Severity.STOP if refused else Severity.WARN
    if not requirement.source.confirmed:
        severity = Severity.HINT
    params = {"name": requirement.name, "door": door, "rule": requirement.authority}
    yield Finding(Topic.COMPLETENESS, severity, "material_missing", places[0], params, source=requirement.source)


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
    demands = record.demands
    if demands and not any(demand.by_on or _DATED.search(demand.text) for demand in demands):
        place = field_place(record, Role.DEMAND) or Place(FACTS, "demands")
        yield Finding(Topic.COMPLETENESS, Severity.HINT, "demand_without_date", place)
