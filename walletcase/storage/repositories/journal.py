"""The append-only journal: each line carries a hash over itself and the line before."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from secrets import token_hex
from typing import Final

from sqlalchemy import Connection, bindparam, insert, select

from walletcase.domain.custody import NewestLine
from walletcase.services.ports import JournalLine
from walletcase.storage.mapping import AnyRow, detail_of
from walletcase.storage.repositories.counters import JOURNAL, last_number, next_number
from walletcase.storage.tables import JournalLines

_SALT_BYTES: Final = 16
_COLUMNS = (
    JournalLines.seq,
    JournalLines.at,
    JournalLines.kind,
    JournalLines.case_number,
    JournalLines.detail,
    JournalLines.hash,
)

_NEWEST = select(JournalLines.hash).order_by(JournalLines.seq.desc()).limit(1)
_LINES = select(*_COLUMNS).order_by(JournalLines.seq)
_HASH = select(JournalLines.hash).where(JournalLines.seq == bindparam("key_seq"))
_LINE = select(JournalLines.seq).where(JournalLines.hash == bindparam("key_hash")).limit(1)
_ADD = insert(JournalLines)


def canonical_json(value: object) -> str:
    """Return the one way in which a value is written for hashing: sorted keys, no spaces, ASCII with escapes."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def chain_hash(previous: str, seq: int, line: JournalLine) -> str:
    """Return the hex SHA-256 of the previous line's hash ("" for the first) followed by this line's canonical JSON."""
    content = {
        "seq": seq,
        "at": line.at,
        "kind": line.kind,
        "case_number": line.case_number,
        "detail": line.hashed,
    }
    return sha256((previous + canonical_json(content)).encode("ascii")).hexdigest()


class JournalRepository:
    """Implements services.ports.Journal."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.newest: NewestLine | None = None  # of those that were added here

    def append(self, line: JournalLine) -> None:
        """Add a line."""
        previous = self.head()
        seq = next_number(self._connection, JOURNAL)
        line = replace(line, salt=token_hex(_SALT_BYTES))
        row = {
            "seq": seq,
            "at": line.at,
            "kind": line.kind,
            "case_number": line.case_number,
            "detail": canonical_json(line.kept),
            "hash": chain_hash(previous, seq, line),
        }
        self._connection.execute(_ADD, row)
        self.newest = NewestLine(seq, str(row["hash"]))

    def head(self) -> str:
        """Return the hash of the newest line, "" for an empty journal."""
        return self._connection.execute(_NEWEST).scalar_one_or_none() or ""

    def lines(self) -> tuple[JournalLine, ...]:
        """Return all lines, oldest first. An altered line may be anything: ask broken_at before relying on them."""
        return tuple(line for _, line in self.numbered())

    def numbered(self, case_number: str = "") -> Sequence[tuple[int, JournalLine]]:
        """Return the lines with their numbers, of one case if ``case_number`` is given, oldest first.

        An altered line may be anything: ask broken_at before relying on them.
        """
        wanted = _LINES.where(JournalLines.case_number == case_number) if case_number else _LINES
        rows = self._connection.execute(wanted)
        return [(row.seq, JournalLine(row.at, row.kind, row.case_number, *detail_of(row.detail))) for row in rows]

    def count(self) -> int:
        """Return the number of the newest line, 0 for an empty journal."""
        return last_number(self._connection, JOURNAL)

    def line_of(self, sha256: str) -> int | None:
        """Return the number of the line that has a hash, None if none has it."""
        return self._connection.execute(_LINE, {"key_hash": sha256}).scalar_one_or_none()

    def hash_at(self, seq: int) -> str:
        """Return the hash of a line, "" if there is none of that number."""
        return self._connection.execute(_HASH, {"key_seq": seq}).scalar_one_or_none() or ""

    def broken_at(self) -> int | None:
        """Return the number of the first line whose hash does not fit, None if the chain holds.

        A line that is gone counts as broken, the newest ones too, and one too many: the counter knows how many there
        were.
        """
        previous, expected = "", 1
        for row in self._connection.execute(_LINES):
            if row.seq != expected or not _holds(previous, row):
                return expected
            previous, expected = row.hash, expected + 1
        last = last_number(self._connection, JOURNAL)
        return None if last == expected - 1 else min(expected, last + 1)


def _holds(previous: str, row: AnyRow) -> bool:
    """Whether a stored line is as it was written; an altered file may hold anything in any column."""
    texts = (row.at, row.kind, row.case_number, row.detail, row.hash)
    if not all(isinstance(text, str) for text in texts):
        return False
    line = JournalLine(row.at, row.kind, row.case_number, *detail_of(row.detail))
    return canonical_json(line.kept) == row.detail and chain_hash(previous, row.seq, line) == str(row.hash)
