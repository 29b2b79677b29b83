"""A series of screenshots: put in order by what they share, and kept in that order once a person has confirmed it.

What is kept: each one's title with its place in the series, its group, and, if wanted, numbers in that order (they
share out the numbers they have). Dates and files are not touched; the journal keeps order and gaps.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from walletcase.domain.errors import Cancelled, UserError
from walletcase.domain.evidence import Evidence, Group
from walletcase.domain.ids import CaseId, EvidenceId
from walletcase.domain.numbering import among_themselves
from walletcase.domain.picture_rows import PictureRows
from walletcase.domain.series import MOST_SHOTS, Placed, in_order
from walletcase.services.changes import Changes, changed
from walletcase.services.context import Context
from walletcase.services.evidence import TITLE_LIMIT
from walletcase.services.numbering import NumberingService
from walletcase.services.page_words import index_pages
from walletcase.services.ports import IsCancelled, Pictures, Progress, never_cancelled, no_progress

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Shot:
    """A screenshot in its place. ``gap_before``: it shares nothing with the one before; ``within``: the exhibit number
    of one that shows all of it, 0 without one; ``unread``: its file could not be looked at, so it comes last.
    """

    item: Evidence
    gap_before: bool = False
    within: int = 0
    unread: bool = False


@dataclass(frozen=True, slots=True)
class SeriesPlan:
    """How a series is to be kept: exhibits in order, the words its titles begin with, the group (None: as it is)."""

    order: tuple[EvidenceId, ...]
    title: str
    group: Group | None = None
    renumber: bool = False
    gaps_after: tuple[EvidenceId, ...] = ()  # after these something may be missing


class SeriesService:
    """Use cases on series of screenshots."""

    def __init__(self, context: Context, pictures: Pictures, numbering: NumberingService) -> None:
        self._context = context
        self._pictures = pictures
        self._numbering = numbering

    def look(
        self,
        items: Sequence[Evidence],
        progress: Progress = no_progress,
        cancelled: IsCancelled = never_cancelled,
    ) -> tuple[Shot, ...]:
        """Return the screenshots in order, without changing anything. Slow: never on the window's thread.

        Raises Cancelled; UserError: series_too_small, series_too_large.
        """
        if len(items) < 2:
            raise UserError("series_too_small")
        if len(items) > MOST_SHOTS:
            raise UserError("series_too_large", most=MOST_SHOTS)

        def check() -> None:
            if cancelled():
                raise Cancelled

        told = sorted(items, key=_taken)
        width = min((item.media.width_px or 0 for item in told if item.media.width_px), default=0)
        found: list[tuple[Evidence, PictureRows]] = []
        unread: list[Evidence] = []
        for done, item in enumerate(told):
            progress(done, len(told))
            check()
            path = self._context.vault.path(item.file.sha256)
            rows = self._pictures.rows(path, item.media.media_type, 0, width)
            if rows is None:
                unread.append(item)
            else:
                found.append((item, rows))
        placed = in_order([rows for _, rows in found], check)
        shots = [_shot(one, [item for item, _ in found]) for one in placed]
        return (*shots, *(Shot(item, gap_before=bool(shots), unread=True) for item in unread))

    def keep(self, case_id: CaseId, plan: SeriesPlan) -> Changes:
        """Keep a series as the person confirmed it, all in one piece.

        Raises UserError: no_such_case, no_such_evidence, title_empty, series_too_small.
        """
        if not plan.title.strip():
            raise UserError("title_empty")
        order = tuple(dict.fromkeys(plan.order))
        if len(order) < 2:
            raise UserError("series_too_small")
        with self._context.store.write() as unit:
            items = {item.id: item for item in unit.evidence.items(case_id) if not item.trashed_at}
            for missing in set(order) - set(items):
                raise UserError("no_such_evidence", evidence=missing)
            numbers = {one: str(items[one].exhibit_no) for one in order}
            for place, one in enumerate(order, 1):
                title = self._context.safe(unit, _title(plan.title, place, len(order)))
                group = items[one].group if plan.group is None else plan.group
                item = replace(items[one], title=title, group=group)
                unit.evidence.update(item)
                index_pages(unit, item)
            case = self._context.settle(unit, case_id)
            gaps = " ".join(numbers[one] for one in plan.gaps_after if one in numbers)
            detail = {"exhibits": " ".join(numbers[one] for one in order), "gaps_after": gaps}
            self._context.note(unit, case, "evidence_series", {name: text for name, text in detail.items() if text})
            everything = unit.evidence.items(case_id)
            moved = among_themselves(everything, order) if plan.renumber else {}
            if moved:
                self._numbering.put(unit, case_id, everything, moved)
        return changed(case_id)


def _shot(placed: Placed, items: Sequence[Evidence]) -> Shot:
    within = 0 if placed.within is None else items[placed.within].exhibit_no
    return Shot(items[placed.index], placed.gap_before, within)


def _title(words: str, place: int, count: int) -> str:
    suffix = f" ({place}/{count})"
    return words.strip()[: TITLE_LIMIT - len(suffix)] + suffix


def _taken(item: Evidence) -> tuple[str, tuple[int, ...], int]:
    """When a screenshot seems to have been taken: for runs that share nothing, the only hint at their order."""
    digits = tuple(int(run[:18]) for run in _DIGITS.findall(item.original_name))
    return item.media.made_at or item.made_on, digits, item.exhibit_no


def pictures_in(items: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return the exhibits that a series can hold: single pictures that can be drawn."""
    return tuple(
        item
        for item in items
        if item.media.media_type.startswith("image/") and not item.media.note and (item.media.pages or 1) == 1
    )
