"""Screenshots of one chat put in order by what they share: the end of one is the beginning of the next.

Bars above and below the chat stand still and say nothing; what they hide is found by comparing the screenshots.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from walletcase.domain.picture_rows import BINS, PictureRows

MOST_SHOTS = 40
_BAR_SHARE = 0.24  # of a screen: bars are never higher
_WINDOWS = (0, 20, 40)  # a row is looked for elsewhere by each of these parts of it: bits from the right
_WINDOW = (1 << 24) - 1
_TELLING = 4  # places with an edge in a window from which on it is worth looking for
_COMMON = 8  # a window that occurs more often says nothing of where it belongs
_TRIED = 4  # offsets that most windows speak for are looked at closely
_LEAST_ROWS = 16  # shared rows with something on them: about one line of text
_LEAST_KINDS = 8  # different ones among them
_ALIKE = 0.7  # of them have to be alike …
_HALF_ALIKE = 0.5  # … or so many, where far more windows speak for this place than for any other
_CLEAR, _CLEAR_VOTES = 3, 20
_SAME_TONE = 10  # of 255: what compression does to a part of a row
_SAME_PARTS = 0.6  # of the parts with something on them have to be of one tone
_LETTERS = 6  # parts with something on them: more than the edges of a bubble and a face
_LOOKED_AT = 240  # rows of what two share, evenly spread
_OWN = 0.4  # of the rows of a bar have to be alike for it to be one
_SAME = 0.97  # of all rows of two screenshots that show the same
_NEAR = 4  # rows


@dataclass(frozen=True, slots=True)
class Placed:
    """A screenshot in its place. ``index`` is its place among those given; ``gap_before`` says that it shares nothing
    with what stands before it; ``shared_rows`` what it shares with the one before; ``within`` is the index of a
    screenshot that shows all of it, None without one.
    """

    index: int
    gap_before: bool = False
    shared_rows: int = 0
    within: int | None = None


@dataclass(frozen=True, slots=True)
class _Shot:
    """The part of a screenshot that scrolls: rows ``top`` to ``bottom``."""

    rows: PictureRows
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class _Link:
    """Screenshot ``other`` begins ``offset`` rows below ``one``; ``rows`` of them are alike."""

    one: int
    other: int
    offset: int
    rows: int


def in_order(shots: Sequence[PictureRows], check: Callable[[], None] = lambda: None) -> tuple[Placed, ...]:
    """Return the screenshots in the order of the chat. They must be equally wide.

    ``check`` is called between any two of them that are compared, and may raise to end it.

    Runs that share nothing with each other stay in the order given, each with a gap before it but the first.
    """
    cut = _without_bars(shots)
    links = sorted(_links(cut, check), key=lambda link: -link.rows)
    place, run = _places(len(shots), links)
    placed: list[Placed] = []
    for members in _runs(run):
        spans = {i: (place[i] + cut[i].top, place[i] + cut[i].bottom) for i in members}
        ordered = sorted(members, key=lambda i: (spans[i][0], -spans[i][1], i))
        placed += _chain(ordered, spans, is_first=not placed)
    return tuple(placed)


def _chain(ordered: Sequence[int], spans: dict[int, tuple[int, int]], *, is_first: bool) -> Iterator[Placed]:
    seen: list[int] = []
    reach = 0
    for index in ordered:
        top, bottom = spans[index]
        within = next((o for o in seen if spans[o][0] - _NEAR <= top and bottom <= spans[o][1] + _NEAR), None)
        shared = max(min(reach, bottom) - top, 0) if seen else 0
        yield Placed(index, not seen and not is_first, shared, within)
        seen.append(index)
        reach = max(reach, bottom)


def _runs(run: Sequence[int]) -> list[list[int]]:
    members: dict[int, list[int]] = defaultdict(list)
    for index, name in enumerate(run):
        members[name].append(index)
    return sorted(members.values(), key=min)


def _places(count: int, links: Sequence[_Link]) -> tuple[list[int], list[int]]:
    """Where each one begins within its run, and the name of its run. A link that contradicts stronger ones is left."""
    place, run = [0] * count, list(range(count))
    for link in links:
        if run[link.one] == run[link.other]:
            continue
        shift = place[link.one] + link.offset - place[link.other]
        old, new = run[link.other], run[link.one]
        for index in range(count):
            if run[index] == old:
                run[index], place[index] = new, place[index] + shift
    return place, run


def _links(cut: Sequence[_Shot], check: Callable[[], None]) -> Iterator[_Link]:
    where = [_telling_rows(shot) for shot in cut]
    for one, other in combinations(range(len(cut)), 2):
        check()
        found = _link(cut, where, one, other)
        if found is not None:
            yield found


def _telling_rows(shot: _Shot) -> dict[int, list[int]]:
    """Where each part of a row that says something is found; which part it is, is in its key."""
    rows: dict[int, list[int]] = defaultdict(list)
    masks = shot.rows.masks
    for y in range(shot.top, shot.bottom):
        for shift in _WINDOWS:
            part = (masks[y] >> shift) & _WINDOW
            if part.bit_count() >= _TELLING:
                rows[part << 6 | shift].append(y)
    return {key: found for key, found in rows.items() if len(found) <= _COMMON}


def _link(cut: Sequence[_Shot], where: Sequence[dict[int, list[int]]], one: int, other: int) -> _Link | None:
    votes: Counter[int] = Counter()
    for key, below in where[other].items():
        for y in where[one].get(key, ()):
            votes.update(y - found for found in below)
    best: _Link | None = None
    for offset, _ in votes.most_common(_TRIED):
        alike = _alike(cut[one], cut[other], offset, _HALF_ALIKE if _stands_out(votes, offset) else _ALIKE)
        if alike and (best is None or alike > best.rows):
            best = _Link(one, other, offset, alike)
    return best


def _stands_out(votes: Counter[int], offset: int) -> bool:
    """Whether far more speaks for an offset (and its neighbours: letters are compressed anew) than for any other."""
    near = sum(votes[offset + by] for by in (-1, 0, 1))
    rest = max((count for other, count in votes.items() if abs(other - offset) > _NEAR), default=0)
    return near >= _CLEAR_VOTES and near >= _CLEAR * rest


def _alike(one: _Shot, other: _Shot, offset: int, share: float) -> int:
    """How many of the rows that both show are alike if the other begins ``offset`` rows below; 0 if too few are."""
    first, last = max(one.top, other.top + offset), min(one.bottom, other.bottom + offset)
    here, there = one.rows.masks, other.rows.masks
    lettered = [y for y in range(first, last) if (here[y] | there[y - offset]).bit_count() >= _LETTERS]
    if len(lettered) < _LEAST_ROWS:
        return 0
    looked_at = lettered[:: max(1, len(lettered) // _LOOKED_AT)]
    alike = [y for y in looked_at if _same_tones(one.rows, y, other.rows, y - offset)]
    if len(alike) < share * len(looked_at) or len({here[y] for y in alike}) < _LEAST_KINDS:
        return 0
    return len(alike) * len(lettered) // len(looked_at)


def _same_tones(one: PictureRows, here: int, other: PictureRows, there: int) -> bool:
    """Whether two rows are of the same tones wherever either has something on it; a ground that stands still may
    differ between them.
    """
    a, b = one.bins[here * BINS : (here + 1) * BINS], other.bins[there * BINS : (there + 1) * BINS]
    x, y = one.tones[here * BINS : (here + 1) * BINS], other.tones[there * BINS : (there + 1) * BINS]
    told = [abs(p - q) for edge, edge_too, p, q in zip(a, b, x, y, strict=True) if edge or edge_too]
    return sum(off <= _SAME_TONE for off in told) >= _SAME_PARTS * len(told)


def _is_alike(a: int, b: int) -> bool:
    """Whether two rows of bars are alike but for what compression does to their letters."""
    return (a ^ b).bit_count() <= max(1, (a | b).bit_count() // 4)


def _without_bars(shots: Sequence[PictureRows]) -> list[_Shot]:
    distinct: list[PictureRows] = []
    for shot in shots:
        if not any(_is_same(shot, seen) for seen in distinct):
            distinct.append(shot)
    above = _bar([shot.masks for shot in distinct])
    below = _bar([shot.masks[::-1] for shot in distinct])
    return [
        _Shot(shot, _own(shot.masks, above), shot.height - _own(shot.masks[::-1], below)) for shot in shots
    ]


def _is_same(one: PictureRows, other: PictureRows) -> bool:
    if one.height != other.height:
        return False
    alike = sum(_is_alike(a, b) for a, b in zip(one.masks, other.masks, strict=True))
    return alike >= _SAME * one.height


def _bar(every: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """The rows of a bar that stands at the beginning of most: those that are alike in them, as far as they outweigh
    those that are not.
    """
    if len(every) < 2:
        return ()
    bar: list[int] = []
    score = best = end = 0
    for y in range(int(min(len(masks) for masks in every) * _BAR_SHARE)):
        usual, _ = Counter(masks[y] for masks in every).most_common(1)[0]
        bar.append(usual)
        alike = [masks[y] for masks in every if _is_alike(masks[y], usual)]
        if any(masks[y] for masks in every):
            score += 1 if len(alike) >= max(2, 0.6 * len(every)) else -1
        if score > best:
            best, end = score, y + 1
    return tuple(bar[:end])


def _own(masks: Sequence[int], bar: Sequence[int]) -> int:
    """How high the bar is in one of them: as high as in the others, or there is none."""
    told = [(a, b) for a, b in zip(masks, bar, strict=False) if a or b]
    return len(bar) if told and sum(_is_alike(a, b) for a, b in told) >= _OWN * len(told) else 0


def gaps_of(placed: Sequence[Placed]) -> tuple[tuple[int, int], ...]:
    """Return the pairs of indexes between which something may be missing."""
    return tuple((before.index, after.index) for before, after in pairwise(placed) if after.gap_before)
