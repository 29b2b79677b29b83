"""The full-text index: FTS5 over single characters, contentless, kept in the same transaction as the data."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, delete, func, insert, select, text

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
_ITEM = select(SearchTexts.id, SearchTexts.body, SearchTexts.folded).where(
    SearchTexts.case_id == bindparam("key_case"),
    SearchTexts.kind == bindparam("key_kind"),
    SearchTexts.item_id == bindparam("key_item"),
)
_OF_CASE = select(SearchTexts.id, SearchTexts.folded).where(SearchTexts.case_id == bindparam("key_case"))
_ALL = select(SearchTexts.id, SearchTexts.folded)
_ADD_TEXT = insert(SearchTexts).returning(SearchTexts.id)
_DROP_TEXT = delete(SearchTexts).where(SearchTexts.id == bindparam("key_id"))
_MATCHES = SearchTexts.id.in_(
    text("SELECT rowid FROM search_index WHERE search_index MATCH :phrase").columns(SearchTexts.id).scalar_subquery()
)

_SEARCH = (
    select(SearchTexts.kind, SearchTexts.item_id, SearchTexts.body, Cases.id, Cases.number)
    .join(Cases, Cases.id == SearchTexts.case_id)
    .where(_MATCHES, func.instr(SearchTexts.folded, bindparam("needle")) > 0, Cases.trashed_at == "")
    .order_by(func.julianday(Cases.updated_at).desc(), Cases.id.desc(), SearchTexts.id)
    .limit(bindparam("most"))
)


class SearchRepository:
    """Implements services.ports.SearchIndex."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, case_id: CaseId, kind: str, item_id: str, text: str) -> None:
        """Index a text, replacing what stood under the same kind and id; an empty text removes it."""
        body = storable(text)
        old = self._connection.execute(_ITEM, {"key_case": case_id, "key_kind": kind, "key_item": item_id}).all()
        for row_id, old_body, old_folded in old:
            if old_body == body:
                return
            self._forget(row_id, old_folded)
        if not body:
            return
        folded = fold(body)
        row = {"case_id": case_id, "kind": kind, "item_id": item_id, "body": body, "folded": folded}
        row_id = self._connection.execute(_ADD_TEXT, row).scalar_one()
        self._connection.execute(_ADD, {"id": row_id, "body": tokens(folded)})

    def search(self, text: str, limit: int) -> Sequence[Hit]:
        """Return hits in live cases, newest case first. Any text is a literal query; an empty one finds nothing."""
        needle = fold(text)
        if not needle:
            return ()
        keys = {"phrase": phrase(needle), "needle": needle, "most": limit}
        rows = self._connection.execute(_SEARCH, keys)
        return [
            Hit(number, CaseId(case_id), kind, item_id, snippet(body, text))
            for kind, item_id, body, case_id, number in rows
        ]

    def forget_case(self, case_id: CaseId) -> None:
        """Remove every text of a case."""
        for row_id, folded in self._connection.execute(_OF_CASE, {"key_case": case_id}).all():
            self._forget(row_id, folded)

    def rebuild(self) -> None:
        """Build the index anew from the texts."""
        self._connection.execute(_CLEAR)
        for row_id, folded in self._connection.execute(_ALL).all():
            self._connection.execute(_ADD, {"id": row_id, "body": tokens(folded)})

    def is_complete(self) -> bool:
        """Whether the index has as many entries as there are texts."""
        texts = self._connection.execute(select(func.count()).select_from(SearchTexts)).scalar_one()
        return bool(self._connection.execute(_COUNT).scalar_one() == texts)

    def _forget(self, row_id: int, folded: str) -> None:
        self._connection.execute(_REMOVE, {"id": row_id, "body": tokens(folded)})
        self._connection.execute(_DROP_TEXT, {"key_id": row_id})
