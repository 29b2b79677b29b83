"""One table of a rule pack read key by key: as walletcase.domain.flow.table, with what packs need beside."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import NoReturn, TypeVar

from walletcase.domain.errors import UserError
from walletcase.domain.flow.table import UNSEEN, Table
from walletcase.domain.rules.pack import Source
from walletcase.domain.text import Text

ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
LONGEST_TEXT = 4000  # characters of one text: more is no fact but a file gone astray

EnumT = TypeVar("EnumT", bound=StrEnum)


def pack_fault(file: str, key: str, expected: str) -> NoReturn:
    """Raise UserError("rules_invalid") that names file, key and what was expected there."""
    raise UserError("rules_invalid", file=file, key=key, expected=expected)


def is_iso_date(text: str) -> bool:
    """Return whether a text is a day of the calendar, written 2026-11-23."""
    if not ISO_DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


class PackTable(Table):
    """A table of a pack. Every method raises UserError("rules_invalid") on a fault."""

    def fail(self, key: str, expected: str) -> NoReturn:
        """Report a fault at ``key`` of this table."""
        pack_fault(self._file, f"{self._path}.{key}" if self._path else key, expected)

    def pack_tables(self, key: str) -> list[PackTable]:
        """Return the tables of a list of tables, empty if missing. A fault in one names its number or its key."""
        found: list[PackTable] = []
        for number, item in enumerate(self._items(key), 1):
            if not isinstance(item, dict):
                self.fail(f"{key}[{number}]", "a table")
            named = item.get("key")
            path = f"{key}[{named if isinstance(named, str) and named else number}]"
            found.append(PackTable(item, self._file, path=f"{self._path}.{path}" if self._path else path))
        return found

    def optional(self, key: str) -> str:
        """Return a text that may be missing or empty."""
        value = self._take(key)
        if value is None:
            return ""
        if not isinstance(value, str) or len(value) > LONGEST_TEXT:
            self.fail(key, "a text")
        if UNSEEN.search(value):
            self.fail(key, "a text without control characters")
        return value

    def required_flag(self, key: str) -> bool:
        """Return true or false; it has to be said."""
        value = self._take(key)
        if not isinstance(value, bool):
            self.fail(key, "true or false")
        return value

    def count_or_zero(self, key: str) -> int:
        """Return a whole number from 0, 0 if missing."""
        value = self._take(key)
        if value is None:
            return 0
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            self.fail(key, "a whole number from 0")
        return value

    def day(self, key: str) -> str:
        """Return an ISO date."""
        value = self._take(key)
        if not isinstance(value, str) or not is_iso_date(value):
            self.fail(key, "a date of the form 2026-11-23, in quotes")
        return value

    def members(self, key: str, values: type[EnumT], *, required: bool = True) -> tuple[EnumT, ...]:
        """Return different members of an enum, written as their values."""
        found: list[EnumT] = []
        for item in self.lines(key):
            member = next((value for value in values if value == item), None)
            if member is None:
                self.fail(key, f"a list out of: {', '.join(values)}")
            found.append(member)
        if required and not found:
            self.fail(key, f"at least one of: {', '.join(values)}")
        return tuple(found)

    def before_edits(self) -> tuple[tuple[str, object], ...]:
        """Return what parts of a fact were before the person changed them: { amount = 15 }."""
        value = self._take("edited_from")
        if not isinstance(value, dict):
            self.fail("edited_from", "a table of parts and what they were")
        found: list[tuple[str, object]] = []
        for part, before in sorted(value.items()):
            text = self._both(f"edited_from.{part}", before) if isinstance(before, dict) else before
            if isinstance(text, bool | float) or not isinstance(text, int | str | Text | None):
                self.fail(f"edited_from.{part}", "a number or a text")
            found.append((part, text))
        return tuple(found)

    def source(self) -> Source:
        """Return where the fact is from: { zh, en, checked_on, confirmed }."""
        value = self._take("source")
        if not isinstance(value, dict):
            self.fail("source", 'where it is from: { zh = "…", en = "…", checked_on = "…", confirmed = true or false }')
        path = f"{self._path}.source" if self._path else "source"
        table = PackTable(value, self._file, path=path)
        source = Source(
            text=Text(zh=table.line("zh"), en=table.line("en")),
            checked_on=table.day("checked_on"),
            confirmed=table.required_flag("confirmed"),
            edited_on=table.day("edited_on") if "edited_on" in value else "",
            edited_from=table.before_edits() if "edited_from" in value else (),
        )
        table.finish()
        return source
