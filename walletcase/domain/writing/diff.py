"""What a letter composed anew says otherwise, line by line."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class DiffLine:
    """One line: ``sign`` is " " (both), "-" (only before) or "+" (only now)."""

    sign: str
    text: str


def compare(before: str, after: str) -> tuple[DiffLine, ...]:
    """Return both texts as one list of lines; equal ones stand once, without empty lines."""
    old = [line for line in before.splitlines() if line.strip()]
    new = [line for line in after.splitlines() if line.strip()]
    lines: list[DiffLine] = []
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            lines += (DiffLine(" ", line) for line in old[a:b])
        else:
            lines += (DiffLine("-", line) for line in old[a:b])
            lines += (DiffLine("+", line) for line in new[c:d])
    return tuple(lines)


def has_changes(lines: tuple[DiffLine, ...]) -> bool:
    """Whether the two texts differ at all."""
    return any(line.sign != " " for line in lines)
