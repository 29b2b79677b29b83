"""What must hold for a step's clocks and tools. Whether the limits they name exist is the rules' matter."""

from __future__ import annotations

from walletcase.domain.flow.playbook import Clock, FieldKind, Playbook, Role, Step, Tool
from walletcase.domain.flow.table import fault

_DATES = (Role.OCCURRED_ON, Role.OPENED_ON, Role.ACCEPTED_ON, Role.CHECKED_ON, Role.PERFORM_BY, Role.PERFORMED_ON)
# What a tool writes into: without it the tool would have nowhere to put what the person says.
_TOOL_ROLES = {
    Tool.CALL: (Role.SUMMARY, Role.OCCURRED_ON),
    Tool.COMPOSE: (Role.SUBMITTED_TEXT,),
    Tool.ACCEPTANCE: (Role.REFERENCE,),
    Tool.ASK: (Role.REMIND_ON,),
    Tool.CONTACT_CHECK: (Role.CHECKED_ON,),
    Tool.ESCALATION: (Role.CHANNEL, Role.EARLY_REASON),
    Tool.SETTLEMENT: (Role.AGREED, Role.PERFORM_BY),
}


def check_clocks(step: Step, file: str) -> None:
    """Check a step's clocks. Raises UserError("playbook_invalid")."""
    for clock in step.clocks:
        _check_clock(step, clock, file)
    seen: list[Clock] = []
    for clock in step.clocks:
        if clock in seen:
            fault(file, step.key, f"clock[{clock.limit}]", "no clock twice")
        seen.append(clock)


def _check_clock(step: Step, clock: Clock, file: str) -> None:
    where = f"clock[{clock.limit}]"
    if clock.starts not in _DATES:
        fault(file, step.key, f"{where}.starts", f"a role of a date: {', '.join(_DATES)}")
    if step.field_with_role(clock.starts) is None:
        fault(file, step.key, f"{where}.starts", f"a field of this step with the role {clock.starts}")
    known = [outcome.key for outcome in step.outcomes]
    for key in clock.outcomes:
        if key not in known:
            fault(file, step.key, f"{where}.outcomes", f"outcomes of this step: {', '.join(known)}; {key} is none")
    if bool(clock.when_field) != bool(clock.when_answers):
        fault(file, step.key, f"{where}.when_answers", "when_field and when_answers together, or neither")
    if clock.when_field:
        _check_condition(step, clock, file)


def _check_condition(step: Step, clock: Clock, file: str) -> None:
    where = f"clock[{clock.limit}]"
    choices = {f.key: [c.key for c in f.choices] for f in step.fields if f.kind is FieldKind.CHOICE}
    if clock.when_field not in choices:
        fault(file, step.key, f"{where}.when_field", f"a choice field of this step: {', '.join(choices) or '-'}")
    for key in clock.when_answers:
        if key not in choices[clock.when_field]:
            expected = f"answers of {clock.when_field}: {', '.join(choices[clock.when_field])}; {key} is none"
            fault(file, step.key, f"{where}.when_answers", expected)


def check_tools(step: Step, file: str) -> None:
    """Check that each tool of a step finds the fields that it fills. Raises UserError("playbook_invalid")."""
    for tool in step.tools:
        for role in _TOOL_ROLES.get(tool, ()):
            if step.field_with_role(role) is None:
                fault(file, step.key, "tools", f"a field with the role {role} in this step, because of the tool {tool}")
        if tool in (Tool.CALL, Tool.ESCALATION) and not step.channel:
            fault(file, step.key, "tools", f"a step with a channel, because of the tool {tool}")


def products_of(playbook: Playbook) -> frozenset[str]:
    """Return the products that a playbook's answers stand for."""
    fields = (field for field in playbook.fields() if field.role is Role.PRODUCT_KIND)
    return frozenset(choice.product or choice.key for field in fields for choice in field.choices)


def check_products(playbook: Playbook, file: str) -> None:
    """Check that clocks except products that can be answered. Raises UserError("playbook_invalid")."""
    known = products_of(playbook)
    for step in playbook.steps:
        for clock in step.clocks:
            for key in clock.except_products:
                if key not in known:
                    expected = f"products of this playbook: {', '.join(sorted(known)) or '-'}; {key} is none"
                    fault(file, step.key, f"clock[{clock.limit}].except_products", expected)
