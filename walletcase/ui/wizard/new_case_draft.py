"""What a new case is made of, without widgets: a title suggested, values sorted into good and not yet good."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from walletcase.domain.case import Case
from walletcase.domain.fields import problem_with, shown
from walletcase.domain.flow.playbook import Field, FieldKind, Playbook, Role
from walletcase.services.cases import TITLE_LIMIT
from walletcase.services.changes import Changes
from walletcase.services.facade import Services

_SHORT_NAME = re.compile(r"[(（]([^()（）]{2,12})[)）]\s*$")


@dataclass(frozen=True, slots=True)
class CaseDraft:
    """A case about to be made. ``values`` are texts by field key, as typed."""

    title: str
    playbook_key: str
    values: Mapping[str, str] = field(default_factory=dict)


def intake_fields(playbook: Playbook) -> tuple[Field, ...]:
    """Return the fields that are asked for, in the playbook's order of asking."""
    found = (playbook.field(key) for key in playbook.intake)
    return tuple(one for one in found if one is not None)


def problem_field(playbook: Playbook) -> Field | None:
    """Return the field that says which kind of problem it is: the first choice that is asked for, None if none is."""
    return next((one for one in intake_fields(playbook) if one.kind is FieldKind.CHOICE), None)


def first_values(playbook: Playbook, language: str) -> Mapping[str, str]:
    """Return what the playbook knows already: the institution it is for."""
    named = (one.key for one in intake_fields(playbook) if one.role is Role.INSTITUTION)
    return {key: playbook.institution.get(language) for key in named}


def suggest_title(playbook: Playbook, values: Mapping[str, str], language: str) -> str:
    """Return a title made of the bank and the problem; without a problem the playbook's own name."""
    problem = problem_field(playbook)
    said = shown(problem, values.get(problem.key, ""), language).strip() if problem is not None else ""
    if not said:
        return playbook.name.get(language)
    institution = next((one for one in intake_fields(playbook) if one.role is Role.INSTITUTION), None)
    bank = shown(institution, values.get(institution.key, ""), language).strip() if institution is not None else ""
    short = _SHORT_NAME.search(bank)
    bank = short[1] if short else bank
    colon = "：" if language == "zh_CN" else ": "
    return (f"{bank}{colon}{said}" if bank else said)[:TITLE_LIMIT]


def make_case(services: Services, draft: CaseDraft) -> tuple[Case, Changes]:
    """Store a draft: good values as they are kept, others as typed, so that nothing is lost.

    Raises UserError as services.cases.new_case and services.flow.save_draft do.
    """
    playbook = services.playbooks.get(draft.playbook_key)
    fields = {key: playbook.field(key) for key in draft.values}
    good = {k: text for k, text in draft.values.items() if (f := fields[k]) is not None and not problem_with(f, text)}
    case, changes = services.cases.new_case(draft.title[:TITLE_LIMIT], draft.playbook_key, good)
    for key in draft.values.keys() - good.keys():
        changes = services.flow.save_draft(case.id, key, 1, draft.values[key])
    return case, Changes(changes.cases)
