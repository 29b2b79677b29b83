"""A TOML table read key by key: each value checked as it is taken, each key not taken reported."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import NoReturn, TypeVar

from walletcase.domain.errors import UserError
from walletcase.domain.text import Text

KEY = re.compile(r"[a-z][a-z0-9_]*")
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")  # but tabs and line ends
_VISIBLE = "a text without control characters"
_BOTH = 'a text in both languages: { zh = "…", en = "…" }'

EnumT = TypeVar("EnumT", bound=StrEnum)


def fault(file: str, step: str, key: str, expected: str) -> NoReturn:
    """Raise UserError("playbook_invalid") that names file, step ("-" outside steps), key and what was expected."""
    raise UserError("playbook_invalid", file=file, step=step or "-", key=key, expected=expected)


class Table:
    """One table of a playbook file. Every method raises UserError("playbook_invalid") on a fault."""

    def __init__(self, data: Mapping[str, object], file: str, step: str = "", path: str = "") -> None:
        self._data = data
        self._file = file
        self.step = step
        self._path = path
        self._taken: set[str] = set()

    def fail(self, key: str, expected: str) -> NoReturn:
        """Report a fault at ``key`` of this table."""
        fault(self._file, self.step, f"{self._path}.{key}" if self._path else key, expected)

    def as_step(self) -> Table:
        """Return this table with the step it describes named in its faults."""
        named = self._data.get("key")
        return Table(self._data, self._file, named) if isinstance(named, str) and named else self

    def _take(self, key: str) -> object:
        self._taken.add(key)
        return self._data.get(key)

    def line(self, key: str, *, required: bool = True) -> str:
        """Return a text; an optional one that is missing is ""."""
        value = self._take(key)
        if value is None and not required:
            return ""
        if not isinstance(value, str) or not value.strip():
            self.fail(key, "a text that is not empty")
        if UNSEEN.search(value):
            self.fail(key, _VISIBLE)
        return value

    def key(self, name: str = "key", pattern: re.Pattern[str] = KEY) -> str:
        """Return a key: a lower-case letter, then letters, digits and underscores."""
        value = self.line(name)
        if not pattern.fullmatch(value):
            self.fail(name, f"a key of the form {pattern.pattern}")
        return value

    def flag(self, key: str) -> bool:
        """Return true or false, false if missing."""
        value = self._take(key)
        if value is None:
            return False
        if not isinstance(value, bool):
            self.fail(key, "true or false")
        return value

    def count(self, key: str) -> int:
        """Return a whole number from 1."""
        value = self._take(key)
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            self.fail(key, "a whole number from 1")
        return value

    def both(self, key: str) -> Text:
        """Return a text in both languages."""
        return self._both(key, self._take(key))

    def both_or_none(self, key: str) -> Text | None:
        """Return a text in both languages, None if it is missing."""
        return self.both(key) if key in self._data else None

    def both_list(self, key: str) -> tuple[Text, ...]:
        """Return a list of texts in both languages, empty if missing."""
        return tuple(self._both(f"{key}[{n}]", item) for n, item in enumerate(self._items(key), 1))

    def _both(self, key: str, value: object) -> Text:
        if not isinstance(value, dict) or set(value) != {"zh", "en"}:
            self.fail(key, _BOTH)
        if not all(isinstance(text, str) and text.strip() for text in value.values()):
            self.fail(key, _BOTH)
        if any(UNSEEN.search(text) for text in value.values()):
            self.fail(key, _VISIBLE)
        return Text(zh=value["zh"], en=value["en"])

    def lines(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, each once, empty if missing."""
        items = self._items(key)
        texts = tuple(item for item in items if isinstance(item, str) and item)
        if len(texts) != len(items) or len(set(texts)) != len(texts):
            self.fail(key, "a list of different keys")
        return texts

    def tables(self, key: str) -> list[Table]:
        """Return the tables of a list of tables, empty if missing. A fault in one names its number or its key."""
        found: list[Table] = []
        for number, item in enumerate(self._items(key), 1):
            if not isinstance(item, dict):
                self.fail(f"{key}[{number}]", "a table")
            named = item.get("key")
            path = f"{key}[{named if isinstance(named, str) and named else number}]"
            found.append(Table(item, self._file, self.step, f"{self._path}.{path}" if self._path else path))
        return found

    def _items(self, key: str) -> list[object]:
        value = self._take(key)
        if value is None:
            return []
        if not isinstance(value, list):
            self.fail(key, "a list")
        return list(value)

    def one_of(self, key: str, values: type[EnumT]) -> EnumT:
        """Return a member of an enum, written as its value."""
        found = self.one_of_or_none(key, values)
        if found is None:
            self.fail(key, f"one of: {', '.join(values)}")
        return found

    def one_of_or_none(self, key: str, values: type[EnumT]) -> EnumT | None:
        """Return a member of an enum, None if the key is missing."""
        value = self._take(key)
        if value is None:
            return None
        found = next((member for member in values if member == value), None)
        if found is None:
            self.fail(key, f"one of: {', '.join(values)}")
        return found

    def members(self, key: str, values: type[EnumT]) -> tuple[EnumT, ...]:
        """Return members of an enum, written as a list of their values, each once; empty if missing."""
        texts = self.lines(key)
        known = {member.value: member for member in values}
        for text in texts:
            if text not in known:
                self.fail(key, f"one of: {', '.join(values)}; {text} is none")
        return tuple(known[text] for text in texts)

    def finish(self) -> None:
        """Report the first key that nobody took."""
        unknown = [key for key in self._data if key not in self._taken]
        if unknown:
            self.fail(unknown[0], f"no such key; known here: {', '.join(sorted(self._taken))}")
