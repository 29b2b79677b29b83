"""Marks over the pages of evidence: drawn, changed, taken away; the file itself is never touched."""

from __future__ import annotations

from dataclasses import replace

from walletcase.domain.errors import UserError
from walletcase.domain.ids import CaseId
from walletcase.domain.marks import Mark
from walletcase.domain.page_text import SCALE
from walletcase.services.changes import Changes, changed
from walletcase.services.context import Context
from walletcase.services.ports import Unit

TEXT_LIMIT = 500


class MarkService:
    """Use cases on marks; each is one change that can be undone."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def add(self, case_id: CaseId, mark: Mark) -> tuple[int, Changes]:
        """Draw a mark (its id is ignored) and return its id. Raises UserError: no_such_evidence, summary_too_long."""
        with self._context.store.write() as unit:
            made = unit.marks.add(case_id, self._kept(unit, mark))
            self._done(unit, case_id, mark, "mark_added")
        return made, changed(case_id)

    def change(self, case_id: CaseId, mark: Mark) -> Changes:
        """Store a mark's new place or words. Raises UserError: no_such_mark, no_such_evidence, summary_too_long."""
        with self._context.store.write() as unit:
            _mark_of(unit, case_id, mark.id)
            unit.marks.update(self._kept(unit, mark))
            self._done(unit, case_id, mark, "mark_changed")
        return changed(case_id)

    def remove(self, case_id: CaseId, mark_id: int) -> Changes:
        """Take a mark away. Raises UserError("no_such_mark")."""
        with self._context.store.write() as unit:
            mark = _mark_of(unit, case_id, mark_id)
            unit.marks.update(replace(mark, trashed_at=self._context.now()))
            self._done(unit, case_id, mark, "mark_removed")
        return changed(case_id)

    def _kept(self, unit: Unit, mark: Mark) -> Mark:
        """A mark as it may be kept: on its page, with words that hold no secret."""
        if len(mark.text) > TEXT_LIMIT:
            raise UserError("summary_too_long", limit=TEXT_LIMIT)
        edges = (mark.left, mark.top, mark.right, mark.bottom)
        left, top, right, bottom = (min(max(edge, 0), SCALE) for edge in edges)
        text = self._context.safe(unit, mark.text)
        return replace(mark, left=left, top=top, right=right, bottom=bottom, text=text)

    def _done(self, unit: Unit, case_id: CaseId, mark: Mark, kind: str) -> None:
        item = unit.evidence.get(mark.evidence_id)
        case = self._context.settle(unit, case_id)
        detail = {"exhibit": item.exhibit_no, "page": mark.page_no + 1, "mark": mark.kind.value}
        self._context.note(unit, case, kind, detail)


def _mark_of(unit: Unit, case_id: CaseId, mark_id: int) -> Mark:
    found = next((one for one in unit.marks.marks(case_id) if one.id == mark_id and not one.trashed_at), None)
    if found is None:
        raise UserError("no_such_mark", mark=mark_id)
    return found
