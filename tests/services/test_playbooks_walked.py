"""Each shipped playbook walked by the real services, from a new case to a closed one, the clock moving forward."""

from __future__ import annotations

import tomllib
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from walletcase.domain.due.deadlines import deadlines_of
from walletcase.domain.due.followup import action_of, digest_of
from walletcase.domain.flow.clocks import products_of
from walletcase.domain.flow.machine import NextAction, NextKind, StepState
from walletcase.domain.flow.playbook import FieldKind, Role, Status, Step
from walletcase.infra import resources

if TYPE_CHECKING:
    from tests.conftest import FrozenClock
    from walletcase.domain.case import CaseRecord
    from walletcase.domain.ids import CaseId
    from walletcase.services.facade import Services

KEYS = sorted(file.stem for file in resources.path("playbooks").glob("*.toml"))
REGULATOR_OF = {"payment-wallet": "pboc"}
GOOD = {
    FieldKind.TEXT: "某项说明",
    FieldKind.LONG_TEXT: "某项说明",
    FieldKind.DATE: "",
    FieldKind.TIME: "10:05",
    FieldKind.PHONE: "95588",
    FieldKind.MONEY: "100",
    FieldKind.CONTACTS: "",
    FieldKind.DEMANDS: "退款",
}


class Walk:
    """One case on its way."""

    def __init__(self, services: Services, clock: FrozenClock, key: str) -> None:
        self.services = services
        self.clock = clock
        self.case_id: CaseId = services.cases.new_case("一件事", key)[0].id

    @property
    def record(self) -> CaseRecord:
        """The case as stored."""
        return self.services.cases.open(self.case_id)

    @property
    def action(self) -> NextAction:
        """The one next action today."""
        return action_of(digest_of(self.record), self.clock.today())

    def fill(self, step: Step, **by_role: str) -> None:
        """Write something good into every required field, and these by role."""
        values: dict[str, str] = {}
        for field in step.fields:
            if field.role and field.role.value in by_role:
                values[field.key] = by_role[field.role.value]
            elif field.required:
                good = field.choices[0].key if field.choices else GOOD[field.kind] or self.clock.today()
                values[field.key] = good
        self.services.flow.set_values(self.case_id, values)

    def finish(self, step_key: str, outcome: str = "") -> None:
        """Do a step; a day passes."""
        record = self.record
        if record.flow.record(step_key).state is StepState.DONE:
            self.services.flow.repeat(self.case_id, step_key)
        step = record.playbook.by_key[step_key]
        self.fill(step)
        chosen = outcome or next(o.key for o in step.outcomes if not o.needs_date)
        due = (self.clock.now() + timedelta(days=5)).date().isoformat()
        found = step.outcome(chosen)
        assert found is not None
        self.services.flow.finish(self.case_id, step_key, chosen, due if found.needs_date else "")
        self.clock.move(days=1)


@pytest.mark.parametrize("key", KEYS)
def test_doing_what_comes_next_closes_the_case(key: str, services: Services, clock: FrozenClock) -> None:
    walk = Walk(services, clock, key)
    done: list[str] = []
    while walk.action.kind is not NextKind.FINISHED:
        assert len(done) < 25, done
        action = walk.action
        assert action.step_key in walk.record.playbook.by_key
        if action.kind is NextKind.WAIT:
            assert action.on >= clock.today()
            clock.move(days=20)
            continue
        step = walk.record.playbook.by_key[action.step_key]
        again = done.count(action.step_key)
        good = [o.key for o in step.outcomes if not o.needs_date]
        walk.finish(action.step_key, good[min(again, len(good) - 1)])
        done.append(action.step_key)
    assert walk.record.case.status in (Status.RESOLVED, Status.CLOSED)
    assert done[-1] == walk.record.playbook.steps[-1].key
    assert len(set(done)) >= 6


@pytest.mark.parametrize("key", KEYS)
def test_every_way_a_step_can_end_leaves_one_next_action(key: str, services: Services, clock: FrozenClock) -> None:
    for step in services.playbooks.get(key).steps:
        for outcome in step.outcomes:
            walk = Walk(services, clock, key)
            walk.finish(step.key, outcome.key)
            action = walk.action
            ended = step.key == walk.record.playbook.steps[-1].key
            assert (action.kind is NextKind.FINISHED) == ended, f"{step.key}/{outcome.key}"


@pytest.mark.parametrize("key", KEYS)
def test_the_regulator_is_the_right_one(key: str, services: Services) -> None:
    escalate = services.playbooks.get(key).by_key["escalate"]
    route = escalate.field_with_role(Role.CHANNEL)
    assert route is not None
    doors = [choice.door for choice in route.choices if choice.door in ("nfra", "pboc")]
    assert doors[0] == REGULATOR_OF.get(key, "nfra")
    assert escalate.doors[-1] == "public_post"
    assert {choice.door for choice in route.choices} - {""} == set(escalate.doors)


@pytest.mark.parametrize("key", KEYS)
def test_products_are_those_of_the_rules(key: str, services: Services) -> None:
    known = {p["key"] for p in tomllib.loads(resources.path("rules", "routes.toml").read_text("utf-8"))["product"]}
    named = products_of(services.playbooks.get(key))
    assert named
    assert named <= known


def test_fraud_is_stopped_before_anything_is_complained_about(services: Services, clock: FrozenClock) -> None:
    walk = Walk(services, clock, "unauthorised-payment")
    walk.finish("gather", "ready")
    assert walk.action.step_key == "stop_payment"
    assert walk.record.playbook.by_key["stop_payment"].doors[0] == "police"


def _filed(services: Services, clock: FrozenClock, key: str, product: str, step: str) -> list[str]:
    walk = Walk(services, clock, key)
    kind = next(f for f in walk.record.playbook.fields() if f.role is Role.PRODUCT_KIND)
    answer = next(c.key for c in kind.choices if c.product == product)
    services.flow.set_values(walk.case_id, {kind.key: answer})
    walk.finish(step, "registered")
    return [d.limit.key for d in deadlines_of(walk.record, clock.today())]


def test_a_bank_has_its_term_and_a_payment_institution_has_none_of_it(services: Services, clock: FrozenClock) -> None:
    assert _filed(services, clock, "bank-digital-wallet", "ecny_bank", "hotline") == ["bank_answer"]
    assert _filed(services, clock, "failed-transfer", "transfer", "hotline") == ["bank_answer"]
    assert _filed(services, clock, "failed-transfer", "payment_wallet", "hotline") == []
    assert _filed(services, clock, "unauthorised-payment", "payment_wallet", "hotline") == []
    assert _filed(services, clock, "payment-wallet", "payment_wallet", "hotline") == []


def test_the_central_bank_s_terms_begin_when_it_has_the_complaint(services: Services, clock: FrozenClock) -> None:
    walk = Walk(services, clock, "payment-wallet")
    services.flow.set_values(walk.case_id, {"escalate_route": "pboc"})
    walk.finish("escalate", "submitted")
    assert [d.limit.key for d in deadlines_of(walk.record, clock.today())] == ["pboc_accept"]
    services.flow.repeat(walk.case_id, "escalate")
    services.flow.set_values(walk.case_id, {"escalate_route": "pboc", "escalate_received_on": clock.today()})
    walk.fill(walk.record.playbook.by_key["escalate"])
    services.flow.finish(walk.case_id, "escalate", "transferred")
    open_now = [d.limit.key for d in deadlines_of(walk.record, clock.today()) if d.is_open]
    assert open_now == ["pboc_answer"]


def test_a_bank_s_letter_is_its_answer(services: Services, clock: FrozenClock) -> None:
    """Though the way to the superior branch is a letter too, a letter is not the regulator's voice."""
    walk = Walk(services, clock, "icbc-digital-wallet")
    walk.finish("hotline", "registered")
    services.flow.set_values(walk.case_id, {"progress_by": "progress_letter"})
    walk.finish("progress", "answered_unsatisfied")
    bank = next(d for d in deadlines_of(walk.record, clock.today()) if d.limit.key == "bank_answer")
    assert not bank.is_open
