"""The full-text index: FTS5 over single characters, contentless, kept in the same transaction as the data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import (
    BindParameter,
    Connection,
    bindparam,
    case,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    text,
    update,
)

from walletcase.domain.findable import CASE, WORDS
from walletcase.domain.ids import CaseId
from walletcase.domain.matching import storable
from walletcase.services.ports import Hit
from walletcase.storage.search_text import SEPARATOR, indexed, is_whole, needles, phrase, snippet, tokens
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
_MATCHES = SearchTexts.id.in_(
    text("SELECT rowid FROM search_index WHERE search_index MATCH :phrase").columns(SearchTexts.id).scalar_subquery()
)

_NEEDLE: BindParameter[str] = bindparam("needle")
_BARE: BindParameter[str] = bindparam("bare")
_IS_ALL = or_(SearchTexts.folded == _NEEDLE, func.instr(SearchTexts.folded, _NEEDLE + SEPARATOR) == 1)
_RANK = case(
    (_IS_ALL, 0),
    (SearchTexts.kind == CASE, 1),
    (SearchTexts.kind == WORDS, 4),
    (func.instr(SearchTexts.folded, _NEEDLE) == 1, 2),
    else_=3,
)
_SEARCH = (
    select(SearchTexts.kind, SearchTexts.item_id, SearchTexts.body, SearchTexts.folded, Cases.id, Cases.number, _RANK)
    .join(Cases, Cases.id == SearchTexts.case_id)
    .where(
        _MATCHES,
        or_(func.instr(SearchTexts.folded, _NEEDLE) > 0, func.instr(SearchTexts.folded, _BARE) > 0),
        Cases.trashed_at == "",
    )
    .order_by(_RANK, func.julianday(Cases.updated_at).desc(), Cases.id.desc(), SearchTexts.id)
    .limit(bindparam("most"))
)
_LOOKED_AT = 4  # times as many hits as are wanted, for whole words among them to come first


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
        if not found:
            return ()
        query = " OR ".join(phrase(one) for one in found)
        keys = {"phrase": query, "needle": found[0], "bare": found[-1], "most": _LOOKED_AT * limit}
        rows = self._connection.execute(_SEARCH, keys).all()
        best = sorted(rows, key=lambda row: (row[-1], not is_whole(row[3], found)))[:limit]
        return [
            Hit(number, CaseId(case_id), kind, item_id, snippet(body, text))
            for kind, item_id, body, _, case_id, number, _ in best
        ]

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
