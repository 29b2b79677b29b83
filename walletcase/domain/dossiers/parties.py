"""Who complains, against whom, and who was dealt with: told from the fields of the steps and from the contacts."""

from __future__ import annotations

from collections.abc import Iterable

from walletcase.domain.case import CaseRecord
from walletcase.domain.dossiers.document import Fact, Met, TimelineRow
from walletcase.domain.fields import shown
from walletcase.domain.flow.playbook import Role

OWN_SIDE = (
    Role.COMPLAINANT,
    Role.AGENT,
    Role.PHONE,
    Role.EMAIL,
    Role.ADDRESS,
    Role.ID_KIND,
    Role.PRODUCT_KIND,
    Role.WALLET_CLASS,
    Role.ACCOUNT_TAIL,
    Role.OPENED_ON,
)
OTHER_SIDE = (
    Role.INSTITUTION,
    Role.PRODUCT,
    Role.BRANCH,
    Role.BRANCH_ADDRESS,
    Role.BRANCH_PHONE,
    Role.OTHER_FILINGS,
)


def own_side(record: CaseRecord, language: str) -> tuple[Fact, ...]:
    """Return what is recorded of the person who complains."""
    return _told(record, OWN_SIDE, language)


def other_side(record: CaseRecord, language: str) -> tuple[Fact, ...]:
    """Return what is recorded of whom the complaint is about, and of who else has it; the playbook says which
    institution it is where nobody wrote that down.
    """
    told = _told(record, OTHER_SIDE, language)
    known = record.playbook.institution.get(language)
    is_said = not known or any(fact.label == f"side_{Role.INSTITUTION}" for fact in told)
    return told if is_said else (Fact(f"side_{Role.INSTITUTION}", known), *told)


def people_met(timeline: Iterable[TimelineRow]) -> tuple[Met, ...]:
    """Return who was dealt with, in the order of the first contact; contacts with nobody named are left out."""
    rows: dict[tuple[str, str], list[TimelineRow]] = {}
    for row in timeline:
        if row.counterpart.strip():
            rows.setdefault((row.counterpart.strip(), row.channel), []).append(row)
    return tuple(
        Met(name, channel, tuple(row.number for row in of), of[0].occurred_at, of[-1].occurred_at)
        for (name, channel), of in rows.items()
    )


def _told(record: CaseRecord, roles: tuple[Role, ...], language: str) -> tuple[Fact, ...]:
    """The fields with these roles that have a value; what two steps say alike is said once."""
    told: dict[tuple[str, str], Fact] = {}
    for role in roles:
        for field in record.playbook.fields():
            value = record.value(field.key).strip()
            if field.role is role and value:
                text = shown(field, value, language)
                told.setdefault((role, text), Fact(f"side_{role}", text, field.key))
    return tuple(told.values())
