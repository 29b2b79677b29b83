"""A case file: what `show --json` tells, for whoever reads it, and every row as it is stored, for whoever imports it.

resources/pack/CASE_JSON.md describes both. The exhibits' own files are not inside: they are found by their SHA-256, in
the vault or in the evidence pack in which the document lies.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from walletcase.domain.errors import Exit, UserError
from walletcase.services.case_tables import CaseRows

CASE_FILE = "case.json"
MOST_BYTES = 256 << 20
RECORD_FORMAT = 1
_SHA256 = re.compile(r"[0-9a-f]{64}")


_TIMES = ("_at", "_on", "promised_by", "since", "until")
_AS_FILES_SAY = ("media_made_at",)


@dataclass(frozen=True, slots=True)
class CaseDocument:
    """A case file that was read."""

    rows: CaseRows

    @property
    def number(self) -> str:
        """The number that the case had."""
        return str(self.rows.head.get("number"))

    def files(self) -> dict[str, int]:
        """Return the sizes of the exhibits' files in bytes, by SHA-256."""
        rows = self.rows.tables.get("evidence", ())
        return {_sha256(row["sha256"]): int(str(row["size_bytes"])) for row in rows}


def written(told: Mapping[str, object], rows: CaseRows) -> bytes:
    """Return a case file's bytes."""
    record = {"format": RECORD_FORMAT, "case": dict(rows.head), "tables": dict(rows.tables)}
    return (json.dumps({**told, "record": record}, ensure_ascii=False, indent=2) + "\n").encode()


def document_of(content: bytes, name: str) -> CaseDocument:
    """Return a case file's content. Raises UserError: case_file_unreadable, case_file_newer."""
    try:
        raw: Any = json.loads(content)["record"]
        if type(raw["format"]) is int and raw["format"] > RECORD_FORMAT:
            raise UserError("case_file_newer", exit_code=Exit.REFUSED, file=name)
        return _document(raw)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UserError("case_file_unreadable", file=name) from error


def _document(raw: Any) -> CaseDocument:
    head, tables = raw["case"], raw["tables"]
    is_sound = raw["format"] == RECORD_FORMAT and isinstance(head, dict) and isinstance(tables, dict)
    is_sound = is_sound and all(isinstance(rows, list) for rows in tables.values())
    if not is_sound or not all(isinstance(row, dict) for rows in tables.values() for row in rows):
        raise ValueError("not the rows of a case")
    document = CaseDocument(CaseRows(head, tables))
    document.files()  # raises for what names no file
    for name, rows in (("case", [head]), *tables.items()):
        for row in rows:
            _check_times(name, row)
    return document


def _check_times(table: str, row: Mapping[str, object]) -> None:
    """Raise ValueError for a time or day that is none: the app reckons with them."""
    for name, value in row.items():
        if name.endswith(_TIMES) and isinstance(value, str) and value and name not in _AS_FILES_SAY:
            try:
                datetime.fromisoformat(value)
            except ValueError as error:
                raise ValueError(f"{table}.{name}: no time") from error


def _sha256(text: object) -> str:
    """A hash; it becomes the name of a file, so it must be nothing else."""
    if not isinstance(text, str) or not _SHA256.fullmatch(text):
        raise ValueError("not a hash")
    return text
