"""What the wizard decides without widgets."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from walletcase.domain.flow.playbook import Field, FieldKind
from walletcase.domain.text import Text
from walletcase.services.facade import Services
from walletcase.ui.wizard import steps
from walletcase.ui.wizard.fields_form import places


def _field(number: int) -> Field:
    return Field(f"f{number}", FieldKind.TEXT, Text("项", "field"))


@given(st.lists(st.booleans(), max_size=12), st.sampled_from([1, 2]))
def test_fields_are_placed_in_order_without_overlap(wide: list[bool], columns: int) -> None:
    found = places([_field(n) for n in range(len(wide))], wide, columns)
    assert found == sorted(found)
    cells = [(line, at + more) for line, at, span in found for more in range(span)]
    assert len(cells) == len(set(cells))
    assert all(at < columns for _, at in cells)
    assert len(cells) == columns * len({line for line, _ in cells})  # no hole
    assert all(span == columns for (_, _, span), is_wide in zip(found, wide, strict=True) if is_wide)


def test_a_case_opens_at_its_next_action(services: Services) -> None:
    case = services.cases.new_case("钱包打不开")[0]
    assert steps.opening_step(services.cases.open(case.id), "2026-11-22") == "gather"
    services.flow.finish(case.id, "gather", "ready_online")
    assert steps.opening_step(services.cases.open(case.id), "2026-11-22") == "online"


def test_a_broken_promise_opens_the_step_that_asks(services: Services) -> None:
    case = services.cases.new_case("钱包打不开")[0]
    services.flow.finish(case.id, "gather")
    services.flow.finish(case.id, "hotline", "promised", "2026-11-25")
    record = services.cases.open(case.id)
    assert steps.opening_step(record, "2026-11-25") == "confirm"
    assert steps.opening_step(record, "2026-11-26") == "progress"


def test_a_finished_case_opens_at_its_end(services: Services) -> None:
    case = services.cases.new_case("钱包打不开")[0]
    services.flow.finish(case.id, "close", "satisfied")
    assert steps.opening_step(services.cases.open(case.id), "2026-11-22") == "close"


def test_steps_beside_end_at_the_ends(services: Services) -> None:
    playbook = services.playbooks.get("icbc-digital-wallet")
    assert steps.beside(playbook, "gather", -1) is None
    assert steps.beside(playbook, "close", 1) is None
    after = steps.beside(playbook, "gather", 1)
    assert after is not None
    assert after.key == "hotline"
    assert steps.number_of(playbook, "close") == len(playbook.steps) == 10


def test_a_typed_value_does_not_change_the_shape_of_a_page_but_an_outcome_does(services: Services) -> None:
    case = services.cases.new_case("钱包打不开")[0]
    before = steps.shape_of(services.cases.open(case.id), "gather", "2026-11-22")
    services.flow.save_draft(case.id, "problem", 1, "打不开")
    assert steps.shape_of(services.cases.open(case.id), "gather", "2026-11-22") == before
    services.flow.finish(case.id, "gather")
    assert steps.shape_of(services.cases.open(case.id), "gather", "2026-11-22") != before


def test_earlier_rounds_come_newest_first_with_what_was_written(services: Services) -> None:
    case = services.cases.new_case("钱包打不开")[0]
    for day in ("2026-11-10", "2026-11-12"):
        services.flow.set_values(case.id, {"hotline_on": day})
        services.flow.finish(case.id, "hotline", "not_reached")
        services.flow.repeat(case.id, "hotline")
    record = services.cases.open(case.id)
    step = record.playbook.by_key["hotline"]
    assert [one.round for one in steps.earlier_rounds(record, "hotline")] == [2, 1]
    assert steps.pairs_of(record, step, 1, "en") == [("Date of the call", "2026-11-10")]
    assert steps.pairs_of(record, step, 3, "en") == []
