"""What was typed into the form and neither saved nor discarded: kept for each case."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, fields

from walletcase.domain.ids import CaseId, EntryId
from walletcase.ui.timeline.form_state import FormState

NEW = EntryId(0)  # the contact that is not recorded yet


class Drafts:
    """Forms by case and entry. The window may hand the same drafts to the next timeline tab it builds."""

    def __init__(self) -> None:
        self._kept: dict[tuple[CaseId, EntryId], FormState] = {}
        self._open: dict[CaseId, EntryId] = {}

    @classmethod
    def from_json(cls, text: str) -> Drafts:
        """Return what to_json wrote; a form that makes no sense is left out, the others are kept."""
        drafts = cls()
        try:
            forms = list(json.loads(text or "[]"))
        except (ValueError, TypeError):
            return drafts
        for form in forms:
            with suppress(ValueError, TypeError, KeyError):
                case_id, entry_id, state = form
                known = {one.name: state[one.name] for one in fields(FormState) if one.name in state}
                known["evidence_ids"] = tuple(known["evidence_ids"])
                drafts._kept[CaseId(case_id), EntryId(entry_id)] = FormState(**known)
        return drafts

    def to_json(self) -> str:
        """Return all forms as text, "" if there are none."""
        kept = [[case_id, entry_id, asdict(state)] for (case_id, entry_id), state in self._kept.items()]
        return json.dumps(kept, ensure_ascii=False) if kept else ""

    def keep(self, case_id: CaseId, entry_id: EntryId, state: FormState) -> None:
        """Keep a form; an empty one for a new contact is not worth it."""
        if entry_id == NEW and state.is_blank:
            self._kept.pop((case_id, entry_id), None)
        else:
            self._kept[case_id, entry_id] = state

    def get(self, case_id: CaseId, entry_id: EntryId) -> FormState | None:
        """Return what was kept."""
        return self._kept.get((case_id, entry_id))

    def drop(self, case_id: CaseId, entry_id: EntryId) -> None:
        """Forget what was kept."""
        self._kept.pop((case_id, entry_id), None)

    def mark_open(self, case_id: CaseId, entry_id: EntryId | None) -> None:
        """Remember which form stands open in a case, None for none."""
        if entry_id is None:
            self._open.pop(case_id, None)
        else:
            self._open[case_id] = entry_id

    def open_in(self, case_id: CaseId) -> EntryId | None:
        """Return which form stands open in a case."""
        return self._open.get(case_id)
