"""Why a door might turn the complaint away: conflicts, age, a matter already settled, the wrong regulator."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from walletcase.domain.case import CaseRecord
from walletcase.domain.days.workdays import count
from walletcase.domain.door_kind import DoorKind
from walletcase.domain.errors import UserError
from walletcase.domain.filings import filed_kinds, pending
from walletcase.domain.flow.playbook import Role
from walletcase.domain.readiness.dates import iso, problem_day
from walletcase.domain.readiness.findings import Finding, Place, Severity, Topic
from walletcase.domain.readiness.texts import STEP, field_place
from walletcase.domain.routing import FoundConflict, conflicts, plan
from walletcase.domain.rules.pack import Limit, Refusal

SOON_DAYS = 120
_LIMITS = {DoorKind.SAMR: "consumer_age"}
_LIMIT = "civil_limitation"
_REGULATORS = frozenset({DoorKind.NFRA, DoorKind.PBOC})


def conflict_findings(record: CaseRecord, door: DoorKind) -> Iterator[Finding]:
    """Yield what stands against filing at a door now."""
    found = conflicts(record, door)
    for one in found:
        yield _parallel(record, one, door)
    yield from _pending_together(record, door)
    yield from _settled(record, door)
    yield from _offered(record, door)
    yield from _wrong_regulator(record, door)
    yield from _outside(record, door)


def age_findings(record: CaseRecord, door: DoorKind, today: str) -> Iterator[Finding]:
    """Yield that the matter is too old for a door, or nearly so."""
    happened = problem_day(record)
    limit = record.rules.limit(_LIMITS.get(door, _LIMIT))
    if not happened or limit is None:
        return
    try:
        last = count(record.calendar, date.fromisoformat(happened), limit.amount, limit.unit).due_on
    except UserError:  # after the last day of any calendar: not old
        return
    place = field_place(record, Role.OCCURRED_ON) or Place(STEP)
    params = {"problem": happened, "last": last.isoformat(), "limit": limit.name}
    if today > last.isoformat():
        severity = Severity.STOP if door in _LIMITS else Severity.WARN
        yield _age("too_old", severity, place, params, limit)
    elif today > (last - timedelta(days=SOON_DAYS)).isoformat():
        yield _age("age_near", Severity.HINT, place, params, limit)


def _age(code: str, severity: Severity, place: Place, params: dict[str, object], limit: Limit) -> Finding:
    return Finding(Topic.AGE, severity, code, place, params, source=limit.source)


def _parallel(record: CaseRecord, found: FoundConflict, door: DoorKind) -> Finding:
    rule = found.rule
    severity = Severity.STOP if rule.refuses else Severity.HINT
    params: dict[str, object] = {"says": rule.says, "rule": rule.authority, "article": rule.article}
    params |= {"door": door, "there": tuple(filing.kind for filing in found.filings)}
    place = _where(record, found)
    code = "parallel_refused" if rule.refuses else "parallel_told"
    return Finding(Topic.CONFLICT, severity, code, place, params, source=rule.source, quote=rule.quote)


def _where(record: CaseRecord, found: FoundConflict) -> Place:
    first = found.filings[0]
    step = record.playbook.by_key.get(first.item)
    field = (step.field_with_role(Role.CHANNEL) or step.field_with_role(Role.OCCURRED_ON)) if step else None
    if field is not None:
        return Place(STEP, field.key)
    return Place(STEP, first.item) if record.playbook.field(first.item) else Place("letters", first.item)


def _pending_together(record: CaseRecord, door: DoorKind) -> Iterator[Finding]:
    """Two bodies that have the matter already and exclude each other, whatever door comes next."""
    now = pending(record)
    seen: set[str] = set()
    for filing in now:
        if filing.kind is door:
            continue
        for one in conflicts(record, filing.kind, [other for other in now if other.kind is not filing.kind]):
            if one.rule.refuses and one.rule.key not in seen:
                seen.add(one.rule.key)
                yield replace(_parallel(record, one, filing.kind), severity=Severity.WARN)


def _refusal(record: CaseRecord, door: DoorKind, ground: str) -> Refusal | None:
    grounds = (one for one in record.rules.refusals if door in one.doors and one.key.startswith(f"{ground}_"))
    return next(grounds, None)


def _settled(record: CaseRecord, door: DoorKind) -> Iterator[Finding]:
    refusal = _refusal(record, door, "settled")
    performed = iso(record.role_value(Role.PERFORMED_ON))
    agreed = record.role_value(Role.AGREED) or any(offer.is_agreed for offer in record.offers)
    if refusal and performed and agreed:
        place = field_place(record, Role.PERFORMED_ON) or Place(STEP)
        yield _refused("settled_before", Severity.STOP, place, refusal, {"day": performed, "door": door})


def _offered(record: CaseRecord, door: DoorKind) -> Iterator[Finding]:
    """A fair offer was made, and the same door would get the matter again."""
    refusal = _refusal(record, door, "offer")
    offers = [one for one in record.offers if not one.trashed_at and not one.is_agreed]
    if refusal and offers and door in filed_kinds(record):
        params: dict[str, object] = {"offer": offers[-1].text, "day": offers[-1].made_on, "door": door}
        yield _refused("offer_before", Severity.WARN, Place("facts", "demands"), refusal, params)


def _refused(
    code: str, severity: Severity, place: Place, refusal: Refusal, params: dict[str, object]
) -> Finding:
    params = {**params, "says": refusal.says, "rule": refusal.authority, "article": refusal.article}
    return Finding(Topic.CONFLICT, severity, code, place, params, source=refusal.source)


def _wrong_regulator(record: CaseRecord, door: DoorKind) -> Iterator[Finding]:
    route = plan(record)
    on_route = {one.kind for one in route.doors} if route else set()
    if route is None or door not in _REGULATORS or door in on_route or not _REGULATORS & on_route:
        return
    right = next(one.kind for one in route.doors if one.kind in _REGULATORS)
    place = field_place(record, Role.PRODUCT_KIND) or Place(STEP)
    params = {"door": door, "right": right, "reason": route.product.reason if route.product else ""}
    yield Finding(Topic.CONFLICT, Severity.STOP, "wrong_regulator", place, params, source=route.route.source)


def _outside(record: CaseRecord, door: DoorKind) -> Iterator[Finding]:
    """A door that names its remit and is no stop of the route: it may well say that this is not its job."""
    route, refusal = plan(record), _refusal(record, door, "remit")
    if route is None or refusal is None or door in _REGULATORS or door in {one.kind for one in route.doors}:
        return
    place = field_place(record, Role.PRODUCT_KIND) or Place(STEP)
    yield _refused("outside_remit", Severity.HINT, place, refusal, {"door": door})
