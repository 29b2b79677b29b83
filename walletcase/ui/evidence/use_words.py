"""What an exhibit is linked to, in words."""

from __future__ import annotations

from dataclasses import dataclass

from walletcase.domain.case import CaseRecord
from walletcase.domain.links import Use, UseKind, linkable
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.texts import demand_kind_text


@dataclass(frozen=True, slots=True)
class UseRow:
    """One thing that an exhibit may be linked to: its icon, its own words, and where it is shown (tab, item)."""

    use: Use
    icon: str
    text: str
    place: tuple[str, str]


def group_text(kind: UseKind) -> str:
    """Return the heading over the things of a kind."""
    return {
        UseKind.CONTACT: translate("Links", "Contacts"),
        UseKind.CLAIM: translate("Links", "Facts you state"),
        UseKind.DEMAND: translate("Links", "What you ask for"),
    }[kind]


def rows_of(record: CaseRecord, language: str) -> tuple[UseRow, ...]:
    """Return all that an exhibit of a case may be linked to, kind by kind."""
    return tuple(_row(record, use, language) for use in linkable(record))


def _row(record: CaseRecord, use: Use, language: str) -> UseRow:
    if use.kind is UseKind.CONTACT:
        return _contact(record, use, language)
    if use.kind is UseKind.CLAIM:
        live = [claim for claim in record.claims if not claim.trashed_at]
        number = next(n for n, claim in enumerate(live, 1) if str(claim.id) == use.key)
        return UseRow(use, "scale", f"{number}. {live[number - 1].text}", ("facts", f"claim:{use.key}"))
    number = next(n for n, demand in enumerate(record.demands, 1) if demand.key == use.key)
    demand = record.demands[number - 1]
    said = demand.text or demand.amount or demand_kind_text(demand.kind)
    return UseRow(use, "flag", f"{number}. {said}", ("facts", f"demand:{use.key}"))


def _contact(record: CaseRecord, use: Use, language: str) -> UseRow:
    entry = next(one for one in record.timeline if str(one.id) == use.key)
    channel = record.playbook.channel(entry.draft.channel)
    name = channel.name.get(language) if channel else entry.draft.channel
    said = " ".join(record.summary_of(entry, language).split())
    icon = channel.icon if channel else "message-square"
    return UseRow(use, icon, f"{entry.occurred_on} · {name} · {said}", ("timeline", use.key))
