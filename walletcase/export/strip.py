"""A picture of the weeks: when there was contact, what was promised for when, how long nobody spoke."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from walletcase.domain.dossiers.document import Promise, Standing, TimelineRow
from walletcase.domain.flow.playbook import Status
from walletcase.export.labels import Labels
from walletcase.export.pen import Pen
from walletcase.export.pieces import Piece
from walletcase.export.style import ACCENT, HAIR, INK, MUTED, SEAL, Style

_TICK = Style(size=6.8, leading=9, colour=MUTED)
_LEGEND = Style(size=7.6, leading=10, colour=MUTED)
_MOST_TICKS = 10
_SILENCE_DAYS = 5  # shorter pauses are not worth a mark
_AXIS, _HEIGHT = 36.0, 84.0  # below the upper edge; the whole
_EDGE = 12.0
_DOT = 2.7


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Strip:
    """The days from the first contact to the last date that matters."""

    labels: Labels
    contacts: tuple[tuple[date, bool], ...]  # day, whether the other side answered
    dues: tuple[tuple[date, bool], ...]  # day, whether no answer had come by then
    last: date
    width: float
    silent_until: date | None = None  # nobody has spoken since the last contact up to this day

    @property
    def height(self) -> float:
        return _HEIGHT

    @property
    def least(self) -> float:
        return _HEIGHT

    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        return None

    @property
    def _first(self) -> date:
        return self.contacts[0][0]

    def _x(self, day: date) -> float:
        span = max((self.last - self._first).days, 1)
        return _EDGE + (self.width - 2 * _EDGE) * (day - self._first).days / span

    def paint(self, pen: Pen, x: float, top: float) -> None:
        axis = top - _AXIS
        self._ticks(pen, x, axis)
        self._silence(pen, x, axis)
        pen.rule(x, axis, self.width, INK, 0.7)
        for day, broken in self.dues:
            _triangle(pen, x + self._x(day), axis - 3.5, SEAL if broken else ACCENT, filled=broken)
        for number, (day, answer) in enumerate(self.contacts):
            lift = 5 + 6.4 * sum(earlier == day for earlier, _ in self.contacts[:number])
            (_diamond if answer else _dot)(pen, x + self._x(day), axis + lift)
        self._legend(pen, x, top - _HEIGHT + 12)

    def _ticks(self, pen: Pen, x: float, axis: float) -> None:
        weeks = max((self.last - self._first).days // 7, 1)
        step = timedelta(weeks=-(-weeks // _MOST_TICKS))
        day = self._first
        while day <= self.last:
            at = x + self._x(day)
            pen.upright(at, axis - 13, 13, HAIR)
            label = f"{day:%m-%d}"
            left = min(max(at - pen.width(label, _TICK) / 2, x), x + self.width - pen.width(label, _TICK))
            pen.line(label, left, axis - 14, _TICK)
            day += step

    def _silence(self, pen: Pen, x: float, axis: float) -> None:
        """Mark every long pause, and say how long the longest ones were as far as the words have room."""
        taken: list[tuple[float, float]] = []
        for days, first, last in sorted(self.pauses, reverse=True):
            left, right = x + self._x(first) + 5, x + self._x(last) - 5
            if right > left:
                pen.fill(left, axis + 1, right - left, 9, "#E8ECED")
            text = self.labels("silent_since" if last == self.silent_until else "silent_days", days=days)
            wide = pen.width(text, _TICK)
            start = min(max((left + right - wide) / 2, x), x + self.width - wide)
            if all(start + wide + 6 < low or start > high + 6 for low, high in taken):
                taken.append((start, start + wide))
                pen.line(text, start, axis + 20, _TICK)

    @property
    def pauses(self) -> tuple[tuple[int, date, date], ...]:
        """How many days nobody spoke, from when to when: those that are worth a mark, in their order.

        Between two contacts neither's day counts; up to now, the present one does.
        """
        days = [day for day, _ in self.contacts]
        days += [self.silent_until] if self.silent_until else []
        found = (((b - a).days - (b != self.silent_until), a, b) for a, b in pairwise(days))
        return tuple(pause for pause in found if pause[0] >= _SILENCE_DAYS)

    def _legend(self, pen: Pen, x: float, y: float) -> None:
        marks = [("mark_contact", _dot), ("mark_answer", _diamond), ("mark_promise", _due), ("mark_broken", _broken)]
        for key, mark in marks:
            mark(pen, x + 4, y)
            text = self.labels(key)
            pen.line(text, x + 11, y + 5, _LEGEND)
            x += 11 + pen.width(text, _LEGEND) + 18


def _dot(pen: Pen, x: float, y: float) -> None:
    pen.shape([(x + _DOT * a, y + _DOT * b) for a, b in _ROUND], ACCENT)


def _diamond(pen: Pen, x: float, y: float) -> None:
    size = _DOT + 1.2
    pen.shape([(x - size, y), (x, y + size), (x + size, y), (x, y - size)], INK)


def _due(pen: Pen, x: float, y: float) -> None:
    _triangle(pen, x, y + 2.5, ACCENT, filled=False)


def _broken(pen: Pen, x: float, y: float) -> None:
    _triangle(pen, x, y + 2.5, SEAL, filled=True)


def _triangle(pen: Pen, x: float, top: float, colour: str, *, filled: bool) -> None:
    """A triangle that stands under the axis and points at a day."""
    pen.shape([(x, top), (x + 3.4, top - 5.6), (x - 3.4, top - 5.6)], colour, filled=filled)


_ROUND = [(1, 0), (0.92, 0.38), (0.71, 0.71), (0.38, 0.92), (0, 1), (-0.38, 0.92), (-0.71, 0.71), (-0.92, 0.38)]
_ROUND += [(-a, -b) for a, b in _ROUND]


def strip_of(
    rows: Sequence[TimelineRow], promises: Sequence[Promise], standing: Standing, labels: Labels, width: float
) -> Strip | None:
    """Return the picture, None where there is too little to draw. It ends on the day on which the case is judged: while
    that is open, a silence goes on until then.
    """
    contacts = tuple(sorted((day, row.is_answer) for row in rows if (day := _day(row.occurred_at))))
    dues = tuple((day, p.broken) for p in promises if (day := _day(p.due_on)))
    now = _day(standing.judged_on)
    is_open = standing.status not in (Status.RESOLVED, Status.CLOSED)
    silent_until = now if now and is_open and contacts and now > contacts[-1][0] else None
    if len(contacts) < (1 if silent_until else 2):
        return None
    now = max(now or contacts[-1][0], contacts[-1][0])
    # A date far ahead would squeeze everything else.
    horizon = now + timedelta(days=60)
    days = [day for day, _ in contacts] + [day for day, _ in dues if day <= horizon] + [now]
    return Strip(labels, contacts, tuple(d for d in dues if d[0] <= horizon), max(days), width, silent_until)

