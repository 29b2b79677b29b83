"""Whether a newer playbook still holds everything that cases begun with the older one may have used."""

from __future__ import annotations

from walletcase.domain.flow.playbook import FieldKind, Playbook, Step
from walletcase.domain.flow.table import fault


def check_growth(old: Playbook, new: Playbook, file: str) -> None:
    """Check that nothing cases may hold is gone. Raises UserError("playbook_invalid") for the first thing missing."""
    kept = f"kept from version {old.version}, as cases may use it"
    for channel in old.channels:
        if new.channel(channel.key) is None:
            fault(file, "", f"channel[{channel.key}]", kept)
    for step in old.steps:
        if step.key not in new.by_key:
            fault(file, step.key, "key", f"a step {kept}")
        _check_step(step, new.by_key[step.key], file, kept)
    if new.steps[-1].key != old.steps[-1].key:
        fault(file, old.steps[-1].key, "key", f"the last step, {kept}")


def _check_step(old: Step, new: Step, file: str, kept: str) -> None:
    for item in old.checklist:
        if item.key not in {one.key for one in new.checklist}:
            fault(file, old.key, f"check[{item.key}]", kept)
    for outcome in old.outcomes:
        if new.outcome(outcome.key) is None:
            fault(file, old.key, f"outcome[{outcome.key}]", kept)
    fields = {field.key: field for field in new.fields}
    for field in old.fields:
        where = f"field[{field.key}]"
        if field.key not in fields:
            fault(file, old.key, where, kept)
        if not _same_kind(field.kind, fields[field.key].kind):
            fault(file, old.key, f"{where}.kind", f"{field.kind}, {kept}")
        choices = {choice.key for choice in fields[field.key].choices}
        for choice in field.choices:
            if choice.key not in choices:
                fault(file, old.key, f"{where}.choices[{choice.key}]", kept)


def _same_kind(old: FieldKind, new: FieldKind) -> bool:
    """Lines of text may become a list of demands: those are read from plain lines too."""
    return old is new or (old, new) == (FieldKind.LONG_TEXT, FieldKind.DEMANDS)
