"""What the use cases around evidence need of the store, beside services.ports. Storage provides it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from walletcase.domain.evidence import Evidence
from walletcase.domain.ids import CaseId, EvidenceId
from walletcase.domain.marks import Mark
from walletcase.domain.page_text import PageText
from walletcase.domain.trusted_time import TimeStamp


class EvidenceTable(Protocol):
    """Evidence rows of a case."""

    def items(self, case_id: CaseId) -> tuple[Evidence, ...]:
        """Return all evidence, trashed items too, by exhibit number."""

    def get(self, evidence_id: EvidenceId) -> Evidence:
        """Return one item. Raises UserError("no_such_evidence")."""

    def add(self, item: Evidence) -> Evidence:
        """Store an item (its id and exhibit_no are ignored) under the case's next exhibit number."""

    def update(self, item: Evidence) -> None:
        """Store a changed item."""

    def renumber(self, case_id: CaseId, numbers: Mapping[EvidenceId, int]) -> None:
        """Give items other exhibit numbers, all at once; no two may end with the same. No number is given out by it."""

    def last_number(self, case_id: CaseId) -> int:
        """Return the exhibit number given out last. Raises UserError("no_such_case")."""

    def all_items(self) -> Iterator[tuple[str, Evidence]]:
        """Yield (case number, item) for every row of every case."""


class PageTextTable(Protocol):
    """Words of pages. What a machine read is no change of the case and never undone; what a person corrects is."""

    def pages(self, evidence_id: EvidenceId) -> Sequence[PageText]:
        """Return the words of an item's pages, by page."""

    def read_pages(self, case_id: CaseId) -> frozenset[tuple[EvidenceId, int]]:
        """Return which (item, page) of a case have been read."""

    def put(self, page: PageText) -> None:
        """Store what was read, in the place of an earlier reading; ``corrected`` is not touched by it."""

    def correct(self, evidence_id: EvidenceId, page_no: int, text: str | None) -> None:
        """Store a person's words for a page; None goes back to what was read."""


class MarkTable(Protocol):
    """Marks over pages, and evidence linked to demands."""

    def marks(self, case_id: CaseId) -> tuple[Mark, ...]:
        """Return all marks of a case, trashed ones too, oldest first."""

    def add(self, case_id: CaseId, mark: Mark) -> int:
        """Store a mark (its id is ignored) and return its id."""

    def update(self, mark: Mark) -> None:
        """Store a changed mark; item and page never change. Raises UserError("no_such_mark")."""

    def demand_links(self, case_id: CaseId) -> Mapping[str, tuple[EvidenceId, ...]]:
        """Return what evidence is linked to which demand, by the demand's key."""

    def link_demand(self, case_id: CaseId, demand_key: str, evidence_ids: Sequence[EvidenceId]) -> None:
        """Say which evidence, in this order and no other, shows a demand."""


class TimeStampTable(Protocol):
    """Time stamps of the journal; requests are only added, an answer only once."""

    def all(self) -> Sequence[TimeStamp]:
        """Return all requests and answers, oldest first."""

    def add(self, stamp: TimeStamp) -> TimeStamp:
        """Store a request (its id is ignored) and return it."""

    def answer(self, stamp: TimeStamp) -> None:
        """Store the answer to a request. Raises UserError("no_such_time_stamp")."""
