"""What must hold over a whole playbook: keys used once, references that lead somewhere, an end that ends."""

from __future__ import annotations

from collections.abc import Iterable

from walletcase.domain.flow.clocks import check_clocks, check_products, check_tools
from walletcase.domain.flow.playbook import Field, FieldKind, Outcome, Playbook, Role, Status, Step
from walletcase.domain.flow.table import fault

_ENDS = (Status.RESOLVED, Status.CLOSED)
_WORDS = (FieldKind.TEXT, FieldKind.LONG_TEXT)
_KINDS_OF_ROLE = {
    Role.PHONE: (FieldKind.PHONE,),
    Role.DIALLED: (FieldKind.PHONE,),
    Role.BRANCH_PHONE: (FieldKind.PHONE,),
    Role.AMOUNT: (FieldKind.MONEY,),
    Role.OCCURRED_ON: (FieldKind.DATE,),
    Role.OCCURRED_AT: (FieldKind.TIME,),
    Role.PROMISED_ON: (FieldKind.DATE,),
    Role.REMIND_ON: (FieldKind.DATE,),
    Role.CHANNEL: (FieldKind.CHOICE,),
    Role.DEMAND: (FieldKind.DEMANDS, FieldKind.LONG_TEXT),
    Role.PRODUCT_KIND: (FieldKind.CHOICE,),
    Role.WALLET_CLASS: (FieldKind.CHOICE,),
    Role.REPLY_FORM: (FieldKind.CHOICE,),
    Role.OPENED_ON: (FieldKind.DATE,),
    Role.ACCEPTED_ON: (FieldKind.DATE,),
    Role.CHECKED_ON: (FieldKind.DATE,),
    Role.TOLD: (FieldKind.CHOICE,),
    Role.TOLD_ON: (FieldKind.DATE,),
    Role.PERFORM_BY: (FieldKind.DATE,),
    Role.PERFORMED_ON: (FieldKind.DATE,),
    Role.ID_KIND: (FieldKind.CHOICE, FieldKind.TEXT),
    Role.OTHER_FILINGS: (FieldKind.CHOICE, *_WORDS),
    Role.AGENT: (FieldKind.CONTACTS, *_WORDS),
}


def check(playbook: Playbook, file: str) -> None:
    """Check a built playbook as a whole. Raises UserError("playbook_invalid") for the first fault found."""
    if len(playbook.steps) < 2:
        fault(file, "", "step", "at least two steps: the first one and the one that closes the case")
    _once(file, "", "phase", (phase.key for phase in playbook.phases))
    _once(file, "", "channel", (channel.key for channel in playbook.channels))
    _once(file, "", "step", (step.key for step in playbook.steps))
    seen: set[str] = set()
    for step in playbook.steps:
        _check_step(playbook, step, file)
        for field in step.fields:
            if field.key in seen:
                fault(file, step.key, f"field[{field.key}]", "a field key used once in the playbook")
            seen.add(field.key)
    check_products(playbook, file)
    _check_intake(playbook, file)
    _check_end(playbook, file)
    _check_cycles(playbook, file)


def _once(file: str, step: str, what: str, keys: Iterable[str]) -> None:
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            fault(file, step, f"{what}[{key}]", "a key used once")
        seen.add(key)


def _check_step(playbook: Playbook, step: Step, file: str) -> None:
    if step.phase not in {phase.key for phase in playbook.phases}:
        fault(file, step.key, "phase", f"one of: {', '.join(phase.key for phase in playbook.phases)}")
    if step.channel:
        _check_channel(playbook, step, "channel", step.channel, file)
    for key in step.needs_any:
        if key not in playbook.by_key:
            fault(file, step.key, "needs_any", f"keys of steps; {key} is none")
    _once(file, step.key, "check", (item.key for item in step.checklist))
    _once(file, step.key, "tip", (tip.key for tip in step.tips))
    _once(file, step.key, "outcome", (outcome.key for outcome in step.outcomes))
    for field in step.fields:
        _check_field(playbook, step, field, file)
    roles = [field.role for field in step.fields if field.role]
    for field in step.fields:
        if field.role and roles.count(field.role) > 1:
            fault(file, step.key, f"field[{field.key}].role", f"the role {field.role} at most once in a step")
    _check_outcomes(playbook, step, file)
    check_clocks(step, file)
    check_tools(step, file)


def _check_channel(playbook: Playbook, step: Step, where: str, channel: str, file: str) -> None:
    if playbook.channel(channel) is None:
        fault(file, step.key, where, f"one of: {', '.join(c.key for c in playbook.channels)}")


def _check_field(playbook: Playbook, step: Step, field: Field, file: str) -> None:
    where = f"field[{field.key}]"
    is_choice = field.kind is FieldKind.CHOICE
    if is_choice and len(field.choices) < 2:
        fault(file, step.key, f"{where}.choices", "at least two choices")
    if field.choices and not is_choice:
        fault(file, step.key, f"{where}.choices", "choices only in a field of kind choice")
    _once(file, step.key, f"{where}.choices", (choice.key for choice in field.choices))
    if field.kind is FieldKind.DEMANDS and field.role is not Role.DEMAND:
        fault(file, step.key, f"{where}.role", "demand, because of the kind demands")
    if field.role and field.kind not in _KINDS_OF_ROLE.get(field.role, _WORDS):
        kinds = ", ".join(_KINDS_OF_ROLE.get(field.role, _WORDS))
        fault(file, step.key, f"{where}.kind", f"{kinds}, because of the role {field.role}")
    for choice in field.choices:
        at = f"{where}.choices[{choice.key}].channel"
        if field.role is Role.CHANNEL:
            _check_channel(playbook, step, at, choice.channel or choice.key, file)
        elif choice.channel:
            fault(file, step.key, at, "a channel only in a field with the role channel")
        if choice.product and field.role is not Role.PRODUCT_KIND:
            at = f"{where}.choices[{choice.key}].product"
            fault(file, step.key, at, "a product only in a field with the role product_kind")
    if field.role is Role.CHANNEL and not step.channel:
        fault(file, step.key, "channel", "the channel that holds while that field is empty")


def _check_outcomes(playbook: Playbook, step: Step, file: str) -> None:
    if not step.outcomes:
        fault(file, step.key, "outcome", "at least one outcome")
    if step.outcomes[0].needs_date:  # the first one is taken when a step is finished without saying how
        fault(file, step.key, f"outcome[{step.outcomes[0].key}].needs_date", "a first outcome that needs no date")
    for outcome in step.outcomes:
        _check_outcome(playbook, step, outcome, file)


def _check_outcome(playbook: Playbook, step: Step, outcome: Outcome, file: str) -> None:
    where = f"outcome[{outcome.key}]"
    if outcome.next_step and outcome.next_step not in playbook.by_key:
        fault(file, step.key, f"{where}.next_step", f"one of: {', '.join(playbook.by_key)}")
    if outcome.next_step == step.key and not step.repeatable:
        fault(file, step.key, f"{where}.next_step", "another step, as this one is not repeatable")
    if outcome.needs_date and (not step.channel or step.field_with_role(Role.PROMISED_ON) is None):
        fault(file, step.key, f"{where}.needs_date", "a step with a channel and a field with the role promised_on")


def _check_intake(playbook: Playbook, file: str) -> None:
    first = playbook.steps[0]
    known = [field.key for field in first.fields]
    for key in playbook.intake:
        if key not in known:
            fault(file, "", "intake", f"keys of fields of the first step, {first.key}; {key} is none")
    if not playbook.intake:
        fault(file, "", "intake", f"at least one of: {', '.join(known)}")


def _check_end(playbook: Playbook, file: str) -> None:
    """Only the last step ends a case, and it always does: a closed case is one whose last step is done."""
    *before, last = playbook.steps
    for outcome in last.outcomes:
        if outcome.sets_status not in _ENDS:
            fault(file, last.key, f"outcome[{outcome.key}].sets_status", "resolved or closed in the last step")
        if outcome.next_step:
            fault(file, last.key, f"outcome[{outcome.key}].next_step", "none in the last step")
    if last.repeatable:
        fault(file, last.key, "repeatable", "false in the last step")
    for step in before:
        for outcome in step.outcomes:
            if outcome.sets_status in _ENDS:
                fault(file, step.key, f"outcome[{outcome.key}].sets_status", "resolved or closed only in the last step")


def _check_cycles(playbook: Playbook, file: str) -> None:
    """Steps may not wait for one another in a circle, not even where another step would open it."""
    settled: set[str] = set()
    waiting = list(playbook.steps)
    while waiting:
        ready = [step for step in waiting if set(step.needs_any) <= settled]
        if not ready:
            fault(file, waiting[0].key, "needs_any", "no circle: steps that do not wait for one another")
        settled |= {step.key for step in ready}
        waiting = [step for step in waiting if step not in ready]
