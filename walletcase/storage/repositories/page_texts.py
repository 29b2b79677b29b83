"""Words of pages, a machine's and a person's."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, delete, insert, select

from walletcase.domain.ids import CaseId, EvidenceId
from walletcase.domain.matching import storable
from walletcase.domain.page_text import Line, PageText, TextSource
from walletcase.storage.evidence_tables import CorrectedTexts, PageTexts
from walletcase.storage.failures import DamagedRow
from walletcase.storage.mapping import AnyRow, word
from walletcase.storage.tables import EvidenceItems

_ITEM: BindParameter[Any] = bindparam("key_item")
_PAGE: BindParameter[Any] = bindparam("key_page")
_CASE: BindParameter[Any] = bindparam("key_case")
_PAGES = select(*PageTexts.__table__.columns).where(PageTexts.evidence_id == _ITEM).order_by(PageTexts.page_no)
_CORRECTED = select(CorrectedTexts.page_no, CorrectedTexts.body).where(CorrectedTexts.evidence_id == _ITEM)
_READ = (
    select(PageTexts.evidence_id, PageTexts.page_no)
    .join(EvidenceItems, EvidenceItems.id == PageTexts.evidence_id)
    .where(EvidenceItems.case_id == _CASE)
)
_DROP = delete(PageTexts).where(PageTexts.evidence_id == _ITEM, PageTexts.page_no == _PAGE)
_DROP_CORRECTED = delete(CorrectedTexts).where(CorrectedTexts.evidence_id == _ITEM, CorrectedTexts.page_no == _PAGE)


class PageTextRepository:
    """Implements services.evidence_tables.PageTextTable."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def pages(self, evidence_id: EvidenceId) -> Sequence[PageText]:
        """Return the words of an item's pages, by page."""
        key = {"key_item": evidence_id}
        corrected = {row.page_no: row.body for row in self._connection.execute(_CORRECTED, key)}
        rows = self._connection.execute(_PAGES, key)
        return tuple(_from(row, corrected.get(row.page_no)) for row in rows)

    def read_pages(self, case_id: CaseId) -> frozenset[tuple[EvidenceId, int]]:
        """Return which (item, page) of a case have been read."""
        rows = self._connection.execute(_READ, {"key_case": case_id})
        return frozenset((EvidenceId(item), page) for item, page in rows)

    def put(self, page: PageText) -> None:
        """Store what was read, in the place of an earlier reading; ``corrected`` is not touched by it."""
        self._connection.execute(_DROP, {"key_item": page.evidence_id, "key_page": page.page_no})
        row = {
            "evidence_id": page.evidence_id,
            "page_no": page.page_no,
            "source": page.source.value,
            "engine": page.engine,
            "lines": _lines_text(page.lines),
            "made_at": page.made_at,
        }
        self._connection.execute(insert(PageTexts), row)

    def correct(self, evidence_id: EvidenceId, page_no: int, text: str | None) -> None:
        """Store a person's words for a page; None goes back to what was read."""
        self._connection.execute(_DROP_CORRECTED, {"key_item": evidence_id, "key_page": page_no})
        if text is not None:
            row = {"evidence_id": evidence_id, "page_no": page_no, "body": text}
            self._connection.execute(insert(CorrectedTexts), row)


def _from(row: AnyRow, corrected: str | None) -> PageText:
    lines = _lines(row.lines)
    source = word(TextSource, row.source)
    return PageText(EvidenceId(row.evidence_id), row.page_no, source, lines, row.engine, row.made_at, corrected)


def _lines(text: str) -> tuple[Line, ...]:
    try:
        return tuple(Line(str(words), *(int(number) for number in numbers)) for words, *numbers in json.loads(text))
    except (ValueError, TypeError) as error:
        raise DamagedRow(str(error)) from error


def _lines_text(lines: Sequence[Line]) -> str:
    rows = [[storable(x.text), x.left, x.top, x.width, x.height, x.sure_percent] for x in lines]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
