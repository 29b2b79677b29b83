"""The world's failures, as codes. Texts for people live in resources/i18n/errors.toml, one entry per code."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of the command line (cli.md)."""

    DONE = 0
    FOUND = 1
    BAD_INPUT = 2
    REFUSED = 3


class UserError(Exception):
    """Something the person or the machine did that we can explain.

    ``code`` names an entry of resources/i18n/errors.toml; ``params`` fill its placeholders. Nothing was changed when
    this is raised, unless the entry's text says otherwise. ``exit_code`` is what the command line ends with.
    """

    def __init__(self, code: str, *, exit_code: Exit = Exit.BAD_INPUT, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = {name: str(value) for name, value in params.items()}
        self.exit_code = exit_code

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value}" for name, value in self.params.items())
        return f"{self.code} ({details})" if details else self.code


class Cancelled(Exception):  # noqa: N818 - not an error: the person asked for it
    """The person cancelled; what was finished before stays."""
