"""The sheet of what to take to a branch: to read, and as a PDF of one page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from walletcase.domain.case import CaseRecord
from walletcase.domain.custody import LeftBy, What
from walletcase.domain.door_kind import DoorKind
from walletcase.domain.flow.playbook import Role
from walletcase.domain.ids import CaseId
from walletcase.domain.letter import Letter
from walletcase.domain.routing import answers_of, places, plan
from walletcase.domain.text import Text
from walletcase.domain.visit_sheet import visit_sheet
from walletcase.services.context import Context
from walletcase.services.dossier_options import Rendered
from walletcase.services.dossiers import Files
from walletcase.services.leaving import Left, note_left
from walletcase.services.letter_files import LetterRenderer

_EXHIBITS = (9, 6, 3, 1)  # how many are listed: as many as leave it on one page; the dossier lists them all


class VisitService:
    """Use cases on visits to a branch. ``words`` are read when they are first needed."""

    def __init__(
        self, context: Context, renderer: LetterRenderer, files: Files, words: Callable[[], Mapping[str, Text]]
    ) -> None:
        self._context = context
        self._renderer = renderer
        self._files = files
        self._words = words

    def sheet(self, case_id: CaseId, language: str) -> str:
        """Return the sheet as text with the marks of a letter. Raises UserError("no_such_case")."""
        return self._body(self._read(case_id), language, _EXHIBITS[0])

    def export(self, case_id: CaseId, language: str, target: Path) -> Rendered:
        """Write the sheet as PDF to a file of the person's choice.

        Raises UserError: no_such_case, target_unwritable, disk_full, left_unnoted.
        """
        made = self.for_printer(case_id, language, target)
        self.handed_over(case_id, made.exhibits, LeftBy.EXPORT, target.name)
        return made

    def handed_over(self, case_id: CaseId, exhibits: Iterable[int], way: LeftBy, target: str = "") -> None:
        """Note in the journal that a sheet left the app. Raises UserError: no_such_case, left_unnoted."""
        note_left(self._context, case_id, exhibits, Left(way, What.SHEET, target))

    def listed(self, case_id: CaseId) -> tuple[int, ...]:
        """Return the numbers of the exhibits on the sheet as text."""
        return _listed(self._read(case_id), _EXHIBITS[0])

    def for_printer(self, case_id: CaseId, language: str, out: Path) -> Rendered:
        """Write the sheet as PDF for the printer. Raises UserError: no_such_case, target_unwritable, disk_full."""
        record, now = self._read(case_id), self._context.now()
        made: list[Rendered] = []

        def fill(path: Path) -> None:
            for most in _EXHIBITS:
                body = self._body(record, language, most)
                path.unlink(missing_ok=True)
                page = self._renderer.pdf(Letter(0, case_id, 0, "visit", language, "", body, now, now), path)
                made.append(replace(page, exhibits=_listed(record, most)))
                if page.pages == 1:
                    return

        self._files.write_whole(out, fill)
        return replace(made[-1], path=out)

    def _read(self, case_id: CaseId) -> CaseRecord:
        with self._context.store.read() as unit:
            return self._context.record(unit, case_id)

    def _body(self, record: CaseRecord, language: str, most_exhibits: int) -> str:
        institution, route = record.role_value(Role.INSTITUTION), plan(record, answers_of(record))
        found = (
            places(record.rules, DoorKind.BRANCH, institution, route.answers)
            if route is not None
            else record.rules.doors_of(DoorKind.BRANCH, institution)
        )
        return visit_sheet(record, next(iter(found), None), self._words(), language, most_exhibits)


def _listed(record: CaseRecord, most: int) -> tuple[int, ...]:
    return tuple(item.exhibit_no for item in record.live_evidence[:most])
