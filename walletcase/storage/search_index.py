"""The full-text index: FTS5 over single characters, contentless, kept in the same transaction as the data."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, func, insert, select, text

from walletcase.domain.ids import CaseId
from walletcase.services.ports import Hit
from walletcase.storage.search_text import fold, phrase, snippet, storable, tokens
from walletcase.storage.tables import Cases, SearchTexts

_ADD = text("INSERT INTO search_index(rowid, body) VALUES (:id, :body)")
# A contentless table must be told the old tokens: the only way that SQLite before 3.43 knows, so that the same file
# works with the standard library's SQLite too.
_REMOVE = text("INSERT INTO search_index(search_index, rowid, body) VALUES ('delete', :id, :body)")
_CLEAR = text("INSERT INTO search_index(search_index) VALUES ('delete-all')")
_COUNT = text("SELECT count(*) FROM search_index_docsize")
_MATCHES = SearchTexts.id.in_(
    text("SELECT rowid FROM search_index WHERE search_index MATCH :phrase").columns(SearchTexts.id).scalar_subquery()
)


class SearchRepository:
    """Implements services.ports.SearchIndex."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, case_id: CaseId, kind: str, item_id: str, text: str) -> None:
        """Index a text, replacing what stood under the same kind and id; an empty text removes it."""
        same = (SearchTexts.case_id == case_id, SearchTexts.kind == kind, SearchTexts.item_id == item_id)
        old = self._connection.execute(select(SearchTexts.id, SearchTexts.body, SearchTexts.folded).where(*same))
        body = storable(text)
        for row_id, old_body, old_folded in old.all():
            if old_body == body:
                return
            self._forget(row_id, old_folded)
        if not body:
            return
        folded = fold(body)
        row = insert(SearchTexts).values(case_id=case_id, kind=kind, item_id=item_id, body=body, folded=folded)
        row_id = self._connection.execute(row.returning(SearchTexts.id)).scalar_one()
        self._connection.execute(_ADD, {"id": row_id, "body": tokens(folded)})

    def search(self, text: str, limit: int) -> Sequence[Hit]:
        """Return hits in live cases, newest case first. Any text is a literal query; an empty one finds nothing."""
        needle = fold(text)
        if not needle:
            return ()
        columns = (SearchTexts.kind, SearchTexts.item_id, SearchTexts.body, Cases.id, Cases.number)
        query = (
            select(*columns)
            .join(Cases, Cases.id == SearchTexts.case_id)
            .where(_MATCHES, func.instr(SearchTexts.folded, needle) > 0, Cases.trashed_at == "")
            .order_by(func.julianday(Cases.updated_at).desc(), Cases.id.desc(), SearchTexts.id)
            .limit(limit)
        )
        rows = self._connection.execute(query, {"phrase": phrase(needle)})
        return [
            Hit(number, CaseId(case_id), kind, item_id, snippet(body, text))
            for kind, item_id, body, case_id, number in rows
        ]

    def forget_case(self, case_id: CaseId) -> None:
        """Remove every text of a case."""
        query = select(SearchTexts.id, SearchTexts.folded).where(SearchTexts.case_id == case_id)
        for row_id, folded in self._connection.execute(query).all():
            self._forget(row_id, folded)

    def rebuild(self) -> None:
        """Build the index anew from the texts."""
        self._connection.execute(_CLEAR)
        for row_id, folded in self._connection.execute(select(SearchTexts.id, SearchTexts.folded)).all():
            self._connection.execute(_ADD, {"id": row_id, "body": tokens(folded)})

    def is_complete(self) -> bool:
        """Whether the index has as many entries as there are texts."""
        texts = self._connection.execute(select(func.count()).select_from(SearchTexts)).scalar_one()
        return bool(self._connection.execute(_COUNT).scalar_one() == texts)

    def _forget(self, row_id: int, folded: str) -> None:
        self._connection.execute(_REMOVE, {"id": row_id, "body": tokens(folded)})
        self._connection.execute(delete(SearchTexts).where(SearchTexts.id == row_id))
