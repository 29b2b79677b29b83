"""What a command prints: UTF-8 on any terminal or pipe, one line for each thing, nothing that commands a terminal."""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from collections.abc import Mapping
from typing import Any

# Letters, marks and joiners of every script stay; what moves a cursor, breaks a line or turns the direction does not.
_UNSEEN = ("Cc", "Zl", "Zp")
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


_LONGEST = 800


def prepare() -> None:
    """Make both streams take any text, whatever the locale says, and stand for those that were closed."""
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - as long as the process lives
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def one_line(text: str) -> str:
    """Return a text with what a terminal would act upon written as an escape, such as \\n."""
    return "".join(_escaped(c) if c in _TURNING or unicodedata.category(c) in _UNSEEN else c for c in text)


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


def say(line: str) -> None:
    """Print a line on standard output at once: what is printed has happened. Raises OSError."""
    sys.stdout.write(one_line(line) + "\n")
    sys.stdout.flush()


def shortened(text: str) -> str:
    """Return a message on one line that a person still reads, however much of theirs it repeats."""
    line = one_line(text)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST // 2]} … {line[-_LONGEST // 2 :]}"


def complain(message: str) -> None:
    """Print a message as one line on standard error."""
    sys.stderr.write(f"walletcase: {shortened(message)}\n")


def say_json(document: Mapping[str, Any]) -> None:
    """Print one JSON document on standard output. Raises OSError."""
    sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def drop_the_rest() -> None:
    """Let what is still in standard output's buffer go nowhere: whoever read it has left, or the disk is full."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, sys.stdout.fileno())
    finally:
        os.close(nowhere)
