"""The full-text index: FTS5 over single characters, contentless, kept in the same transaction as the data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, bindparam, delete, exists, func, insert, select, text, update

from walletcase.domain.findable import WORDS
from walletcase.domain.ids import CaseId
from walletcase.domain.matching import storable
from walletcase.services.ports import Hit
from walletcase.storage.search_query import count, hits
from walletcase.storage.search_text import indexed, needles, tokens
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
_TYPED = select(SearchTexts.kind, SearchTexts.item_id, SearchTexts.body).where(
    SearchTexts.case_id == bindparam("key_case"), SearchTexts.kind != WORDS
)
_UNKNOWN = select(Cases.id).where(~exists().where(SearchTexts.case_id == Cases.id)).order_by(Cases.id)
_ALL = select(SearchTexts.id, SearchTexts.body, SearchTexts.folded)
_FOLD = update(SearchTexts).where(SearchTexts.id == bindparam("key_id")).values(folded=bindparam("new"))
_ADD_TEXT = insert(SearchTexts).returning(SearchTexts.id)
_DROP_TEXT = delete(SearchTexts).where(SearchTexts.id == bindparam("key_id"))


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
        folded = indexed(body)
        row = {"case_id": case_id, "kind": kind, "item_id": item_id, "body": body, "folded": folded}
        row_id = self._connection.execute(_ADD_TEXT, row).scalar_one()
        self._connection.execute(_ADD, {"id": row_id, "body": tokens(folded)})

    def search(self, text: str, limit: int) -> Sequence[Hit]:
        """Return hits in live cases, the best first. Any text is a literal query; an empty one finds nothing.

        Best is a text that is the query and nothing else, then a case by its title or number, then a text that begins
        with it, then any other that was typed, then words read from pages; among equals whole words and numbers, then
        the case that changed last.
        """
        found = needles(text)
        return hits(self._connection, found, text, limit) if found else ()

    def count(self, text: str) -> int:
        """Return how many hits a text has in live cases."""
        found = needles(text)
        return count(self._connection, found) if found else 0

    def texts(self, case_id: CaseId) -> Mapping[tuple[str, str], str]:
        """Return the texts of a case by kind and id, but for words read from pages."""
        rows = self._connection.execute(_TYPED, {"key_case": case_id}).all()
        return {(kind, item_id): body for kind, item_id, body in rows}

    def unknown_cases(self) -> Sequence[CaseId]:
        """Return the cases of which nothing is in the index."""
        return [CaseId(case_id) for case_id in self._connection.execute(_UNKNOWN).scalars()]

    def forget_case(self, case_id: CaseId) -> None:
        """Remove every text of a case."""
        for row_id, folded in self._connection.execute(_OF_CASE, {"key_case": case_id}).all():
            self._forget(row_id, folded)

    def rebuild(self) -> None:
        """Build the index anew from the texts, folded as they are folded now."""
        self._connection.execute(_CLEAR)
        for row_id, body, old in self._connection.execute(_ALL).all():
            folded = indexed(body)
            if folded != old:
                self._connection.execute(_FOLD, {"key_id": row_id, "new": folded})
            self._connection.execute(_ADD, {"id": row_id, "body": tokens(folded)})

    def is_complete(self) -> bool:
        """Whether the index has as many entries as there are texts."""
        texts = self._connection.execute(select(func.count()).select_from(SearchTexts)).scalar_one()
        return bool(self._connection.execute(_COUNT).scalar_one() == texts)

    def _forget(self, row_id: int, folded: str) -> None:
        self._connection.execute(_REMOVE, {"id": row_id, "body": tokens(folded)})
        self._connection.execute(_DROP_TEXT, {"key_id": row_id})
