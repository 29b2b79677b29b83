"""Texts that both the window and the command line say: errors in three parts, and the words of the domain."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass

from walletcase.domain.errors import UserError
from walletcase.infra import resources


@dataclass(frozen=True, slots=True)
class ErrorText:
    """What happened, whether the data is safe, what to do now."""

    happened: str
    safe: str
    todo: str

    @property
    def line(self) -> str:
        """The three parts as one line."""
        return " ".join(part for part in (self.happened, self.safe, self.todo) if part)


def holiday_text(name: str, language: str) -> str:
    """Return a holiday's name, which is Chinese, in ``language``; as it is where no other name is known."""
    if language == "zh_CN":
        return name
    entries = resources.toml("i18n", "holidays.toml")["holiday"]
    return " / ".join(entry["en"] for entry in entries if entry["part"] in name) or name


class _Gentle(string.Formatter):
    """Leaves a placeholder empty rather than failing while a failure is being told."""

    def get_value(self, key: int | str, args: object, kwargs: Mapping[str, object]) -> object:
        return kwargs.get(str(key), "")


def error_text(error: UserError, language: str) -> ErrorText:
    """Return how an error is told in ``language`` ("zh_CN" or "en")."""
    catalogue = resources.toml("i18n", "errors.toml")
    entry = catalogue["codes"].get(error.code) or catalogue["codes"]["unknown"]
    tongue = "zh" if language == "zh_CN" else "en"
    params = {name: _word(value, tongue) for name, value in error.params.items()} | {"code": error.code}
    parts = (_Gentle().vformat(entry[part][tongue], (), params) for part in ("happened", "safe", "todo"))
    return ErrorText(*parts)


def _word(value: str, tongue: str) -> str:
    words = resources.toml("i18n", "errors.toml")["words"]
    return str(words[value][tongue]) if value in words else value
