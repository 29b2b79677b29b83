"""What a mutation changed, by id: each open room decides for itself whether it is stale."""

from __future__ import annotations

from dataclasses import dataclass

from walletcase.domain.ids import CaseId


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of what changed. ``listing`` says that the case list may show something else now.

    ``values`` is set when only field values or ticks changed, so that the form in which they were typed need not be
    built again.
    """

    cases: frozenset[CaseId] = frozenset()
    listing: bool = True
    values_only: bool = False


def changed(*case_ids: CaseId, listing: bool = True, values_only: bool = False) -> Changes:
    """Return the changes to these cases."""
    return Changes(frozenset(case_ids), listing, values_only)
