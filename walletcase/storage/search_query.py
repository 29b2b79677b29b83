"""Hits in the order in which a person wants them: ids by a cheap rank first, then only the texts that are shown.

A phrase of single characters is the text itself, so the index decides alone; only a query longer than PHRASE_CHARS is
compared with the texts again.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, select, text

from walletcase.domain.findable import CASE, WORDS
from walletcase.domain.ids import CaseId
from walletcase.services.ports import Hit
from walletcase.storage.search_text import PHRASE_CHARS, SEPARATOR, is_whole, phrase, snippet_at, tells_words_apart
from walletcase.storage.tables import Cases, SearchTexts

_LOOKED_AT = 4  # times as many hits as are wanted, for whole words among them to come first

_RANKED = text(f"""
    WITH live AS MATERIALIZED (SELECT id, julianday(updated_at) AS changed FROM cases WHERE trashed_at = ''),
        first AS MATERIALIZED (SELECT rowid AS id FROM search_index WHERE search_index MATCH :begins)
    SELECT one.id,
        CASE
            WHEN one.id IN (SELECT id FROM first)
                AND (one.folded = :needle OR instr(one.folded, :needle || '{SEPARATOR}') = 1) THEN 0
            WHEN one.kind = '{CASE}' THEN 1
            WHEN one.kind = '{WORDS}' THEN 4
            WHEN one.id IN (SELECT id FROM first) THEN 2
            ELSE 3
        END AS tier
    FROM search_index CROSS JOIN search_texts AS one ON one.id = search_index.rowid JOIN live ON live.id = one.case_id
    WHERE search_index MATCH :phrase
        AND (:is_short OR instr(one.folded, :needle) > 0 OR instr(one.folded, :bare) > 0)
    ORDER BY tier, live.changed DESC, live.id DESC, one.id
    LIMIT :most
""")
_ALL = text("""
    SELECT count(*)
    FROM search_index CROSS JOIN search_texts AS one ON one.id = search_index.rowid JOIN cases ON cases.id = one.case_id
    WHERE search_index MATCH :phrase AND cases.trashed_at = ''
        AND (:is_short OR instr(one.folded, :needle) > 0 OR instr(one.folded, :bare) > 0)
""")
_SHOWN = (
    select(
        SearchTexts.id,
        SearchTexts.kind,
        SearchTexts.item_id,
        SearchTexts.body,
        SearchTexts.folded,
        Cases.id,
        Cases.number,
    )
    .join(Cases, Cases.id == SearchTexts.case_id)
    .where(SearchTexts.id.in_(bindparam("ids", expanding=True)))
)


def hits(connection: Connection, found: Sequence[str], query: str, limit: int) -> Sequence[Hit]:
    """Return at most ``limit`` hits of any of the folded needles ``found`` (the query as typed first)."""
    tells_apart = tells_words_apart(found)
    most = limit * _LOOKED_AT if tells_apart else limit
    keys = {**_wanted(found), "begins": f"^ {phrase(found[0])}", "most": most}
    ranked = connection.execute(_RANKED, keys).all()
    rows = {row[0]: row[1:] for row in connection.execute(_SHOWN, {"ids": [row[0] for row in ranked]})}
    if tells_apart:
        ranked = sorted(ranked, key=lambda one: (one[1], not is_whole(rows[one[0]][3], found)))[:limit]
    return [_hit(*rows[one[0]], found=found, query=query) for one in ranked]


def count(connection: Connection, found: Sequence[str]) -> int:
    """Return how many hits there are."""
    return int(connection.execute(_ALL, _wanted(found)).scalar_one())


def _wanted(found: Sequence[str]) -> dict[str, object]:
    return {
        "phrase": " OR ".join(phrase(one) for one in found),
        "needle": found[0],
        "bare": found[-1],
        "is_short": len(found[0]) <= PHRASE_CHARS,
    }


def _hit(
    kind: str, item_id: str, body: str, folded: str, case_id: int, number: str, *, found: Sequence[str], query: str
) -> Hit:
    return Hit(number, CaseId(case_id), kind, item_id, snippet_at(body, folded, found, query))
