"""Exhibits as values, for rules that need no store."""

from __future__ import annotations

from collections.abc import Collection

from walletcase.domain.evidence import CopyKind, Evidence, MediaFacts, StoredFile
from walletcase.domain.ids import CaseId, EvidenceId


def made_up(count: int, trashed: Collection[int] = ()) -> tuple[Evidence, ...]:
    """Return exhibits 1, 2, 3 …; those of ``trashed`` (numbers) are in the trash."""
    return tuple(
        Evidence(
            id=EvidenceId(number),
            case_id=CaseId(1),
            exhibit_no=number,
            title=f"第{number}份",
            proves="",
            source="",
            made_on="",
            copy_kind=CopyKind.ORIGINAL,
            original_name=f"{number}.png",
            added_at="2026-11-22T09:00:00+08:00",
            file=StoredFile(f"{number:064}", 1),
            media=MediaFacts("image/png"),
            trashed_at="2026-11-22T09:00:00+08:00" if number in trashed else "",
        )
        for number in range(1, count + 1)
    )
