"""Finds commands by what is typed: the letters in their order, by the name or by how Chinese is said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from walletcase.ui.window.initials import initials_of


@dataclass(frozen=True, slots=True)
class Entry:
    """A command as the palette lists it. ``reason`` says why it can't be used now, "" if it can."""

    id: str
    name: str
    menu: str
    keys: str
    icon: str
    reason: str = ""


def found(typed: str, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the entries that fit, the best first; all in their order if nothing is typed.

    What can be used comes before what can't.
    """
    wanted = "".join(typed.lower().split())
    scored = [(score(wanted, one), number, one) for number, one in enumerate(entries)]
    fitting = [(bool(one.reason), -points, number, one) for points, number, one in scored if points > 0]
    return tuple(one for _, _, _, one in sorted(fitting, key=lambda hit: hit[:3]))


def score(wanted: str, entry: Entry) -> int:
    """Return how well an entry fits, 0 if it does not. ``wanted`` is in small letters without blanks."""
    if not wanted:
        return 1
    by_name = _points(wanted, entry.name.lower())
    by_sound = max(_points(wanted, sound) for sound in initials_of(entry.name))
    return max(2 * by_name, by_sound, _points(wanted, entry.menu.lower()) // 4)


def _points(wanted: str, text: str) -> int:
    """Letters in their order: more for each that begins a word or follows the one before."""
    points, place, last = 0, 0, -2
    for letter in wanted:
        at = _next(letter, text, place)
        if at < 0:
            return 0
        begins = at == 0 or not text[at - 1].isalnum()
        points += 4 if at == last + 1 else 3 if begins else 1
        place, last = at + 1, at
    return points + (4 if text.startswith(wanted) else 0)


def _next(letter: str, text: str, place: int) -> int:
    """Return where a letter stands next; at the beginning of a word if there is one."""
    first = text.find(letter, place)
    if first < 0 or first == place:
        return first
    starts = (at for at in range(first, len(text)) if text[at] == letter and not text[at - 1].isalnum())
    return next(starts, first)
