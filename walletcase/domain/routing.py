"""Which doors come in which order for a case, and what conflicts with what is pending. Pure; facts are in the rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from walletcase.domain.case import CaseRecord
from walletcase.domain.door_kind import DoorKind
from walletcase.domain.filings import Filing, pending
from walletcase.domain.flow.playbook import Role
from walletcase.domain.rules.pack import Conflict, Door, Party, Product, Route, RulePack
from walletcase.domain.text import Text


@dataclass(frozen=True, slots=True)
class Answers:
    """What the route rests on. ``product`` is a key of the rules or "" (not said yet); ``answers`` who is responsible
    as the person says, None to go by the product; ``fraud`` None where it was not said.
    """

    product: str = ""
    answers: Party | None = None
    fraud: bool | None = None


@dataclass(frozen=True)
class RouteDoor:
    """One door in its place on the route. ``doors`` are the places of that kind for the case's institution;
    ``pending`` is the filing there, ``conflicts`` what stands against filing there now.
    """

    kind: DoorKind
    reason: Text
    doors: tuple[Door, ...]
    pending: Filing | None = None
    conflicts: tuple[FoundConflict, ...] = ()


@dataclass(frozen=True)
class FoundConflict:
    """A conflict of the rules that applies now, and the filings that it is about."""

    rule: Conflict
    filings: tuple[Filing, ...]


@dataclass(frozen=True)
class RoutePlan:
    """The doors of a case in order. ``product`` is None where the rules know none of that key."""

    product: Product | None
    route: Route
    answers: Party
    doors: tuple[RouteDoor, ...]


def product_of(rules: RulePack, key: str) -> Product | None:
    """Return the product called ``key``, or None."""
    return next((product for product in rules.products if product.key == key), None)


def answers_of(record: CaseRecord) -> Answers:
    """Return what the case's own fields say: the product by the choice of a product field. Fraud is never guessed from
    words: a playbook with a step that goes to the police first is one on fraud, and so is a product of which the rules
    know no other route.
    """
    product = ""
    for field in record.playbook.fields():
        if field.role is Role.PRODUCT_KIND and not product:
            answer = record.value(field.key)
            chosen = next((choice.product for choice in field.choices if choice.key == answer), "")
            product = next((key for key in (chosen, answer) if product_of(record.rules, key)), "")
    kinds = {route.fraud for route in record.rules.routes if route.product == product}
    to_police = any(step.doors[:1] == (DoorKind.POLICE.value,) for step in record.playbook.steps)
    return Answers(product, None, True if to_police or kinds == {True} else None)


def route_for(rules: RulePack, answers: Answers) -> Route | None:
    """Return the route for these answers, None where the rules have none.

    Who answers as the person says decides over what the product usually means; a product with one route only has that
    one whatever was said on fraud.
    """
    fraud = bool(answers.fraud)
    own = [route for route in rules.routes if route.product == answers.product]
    if answers.answers is not None and all(route.answers is not answers.answers for route in own):
        others = [route for route in rules.routes if (route.answers, route.fraud) == (answers.answers, fraud)]
        if others:
            return others[0]
    return next((route for route in own if route.fraud is fraud), own[0] if own else None)


def plan(record: CaseRecord, answers: Answers | None = None) -> RoutePlan | None:
    """Return the doors of a case in order (default: by its own fields), None where no route is known."""
    given = answers or answers_of(record)
    route = route_for(record.rules, given)
    if route is None:
        return None
    filings = {filing.kind: filing for filing in pending(record)}
    institution = record.role_value(Role.INSTITUTION)
    doors = tuple(
        RouteDoor(
            stop.kind,
            stop.reason,
            places(record.rules, stop.kind, institution, route.answers),
            filings.get(stop.kind),
            conflicts(record, stop.kind, filings.values()),
        )
        for stop in route.stops
    )
    return RoutePlan(product_of(record.rules, given.product), route, route.answers, doors)


def places(rules: RulePack, kind: DoorKind, institution: str, answers: Party) -> tuple[Door, ...]:
    """Return the places of a kind: those of whoever answers, else all that serve the institution."""
    return rules.doors_of(kind, institution, answers) or rules.doors_of(kind, institution)


def conflicts(
    record: CaseRecord, wanted: DoorKind, filings: Iterable[Filing] | None = None
) -> tuple[FoundConflict, ...]:
    """Return what stands against filing at ``wanted`` now, refusals first."""
    now = tuple(pending(record) if filings is None else filings)
    found = []
    for rule in record.rules.conflicts:
        against = tuple(filing for filing in now if filing.kind in rule.pending)
        if wanted in rule.wants and against:
            found.append(FoundConflict(rule, against))
    return tuple(sorted(found, key=lambda one: not one.rule.refuses))
