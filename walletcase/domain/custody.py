"""Custody: what happened to one piece of evidence, told from the journal's lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class LeftBy(StrEnum):
    """How something left the app."""

    EXPORT = "export"  # written to a file of the person's choice
    PRINT = "print"
    COPY = "copy"  # to the clipboard
    OPEN = "open"  # shown by another program
    DOSSIER = "dossier"  # as an exhibit of one


@dataclass(frozen=True, slots=True)
class CustodyEvent:
    """One line of the journal that speaks of an item. ``seq`` is the line's number, ``detail`` what else it says."""

    seq: int
    at: str
    kind: str
    detail: Mapping[str, str]


def about(lines: Iterable[CustodyEvent], exhibit_no: int) -> tuple[CustodyEvent, ...]:
    """Return the lines that speak of an exhibit: by its number, or in a list of numbers ("1 2 7")."""
    wanted = str(exhibit_no)
    return tuple(line for line in lines if _names(line.detail, wanted))


def _names(detail: Mapping[str, str], wanted: str) -> bool:
    return detail.get("exhibit") == wanted or wanted in detail.get("exhibits", "").split()
