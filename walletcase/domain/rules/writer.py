"""A rule pack as plain data: the same tables that walletcase.domain.rules.reader takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum

from walletcase.domain.rules.pack import RulePack, Source
from walletcase.domain.text import Text

TABLES: Mapping[str, str] = {  # attribute of the pack -> name of its table
    "limits": "limit",
    "doors": "door",
    "products": "product",
    "routes": "route",
    "conflicts": "conflict",
    "wallet_classes": "wallet_class",
    "requirements": "requirement",
    "refusals": "refusal",
    "wordings": "wording",
    "help": "help",
}


def plain_pack(pack: RulePack) -> dict[str, object]:
    """Return a pack as lists, mappings, texts, numbers and truth values."""
    return {TABLES.get(name, name): value for name, value in _record(pack).items()}


def plain(value: object) -> object:
    """Return one value of a pack as plain data."""
    if isinstance(value, Text):
        return {"zh": value.zh, "en": value.en}
    if isinstance(value, Source):
        found: dict[str, object] = {"zh": value.text.zh, "en": value.text.en}
        found |= {"checked_on": value.checked_on, "confirmed": value.confirmed}
        if value.edited_on:
            found["edited_on"] = value.edited_on
        if value.edited_from:
            found["edited_from"] = {part: plain(before) for part, before in value.edited_from}
        return found
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return _record(value) if is_dataclass(value) else value


def _record(value: object) -> dict[str, object]:
    if not is_dataclass(value) or isinstance(value, type):
        raise TypeError(f"no part of a rule pack: {value!r}")
    pairs = ((field.name, getattr(value, field.name)) for field in fields(value))
    return {"stop" if name == "stops" else name: plain(part) for name, part in pairs if part is not None}
