"""What the journal says of the exhibits of a dossier, by the numbers that they have now."""

from __future__ import annotations

import pytest

from walletcase.domain.custody import CustodyEvent, LeftBy, What
from walletcase.domain.dossiers.custody_record import CustodyRow, custody_rows


def line(seq: int, kind: str, **detail: str) -> CustodyEvent:
    return CustodyEvent(seq, f"2026-11-{seq:02}T10:00:00+08:00", kind, detail)


def told(*lines: CustodyEvent, exhibits: tuple[int, ...] = (1, 2, 3)) -> list[tuple[int, str, tuple[int, ...]]]:
    return [(row.line, row.event, row.exhibits) for row in custody_rows(lines, exhibits)]


def test_what_happened_to_files_is_told_and_what_was_written_about_them_is_not() -> None:
    lines = (
        line(1, "evidence_added", exhibit="1"),  # stands beside the hash
        line(2, "evidence_edited", exhibit="1"),
        line(3, "redaction_made", exhibit="2", made="3"),
        line(4, "evidence_trashed", exhibits="1 2"),
        line(5, "something_new", exhibits="1"),
        line(6, "case_made"),
    )
    assert told(*lines) == [(3, "redaction_made", (2,)), (4, "evidence_trashed", (1, 2))]


def test_exhibits_are_named_by_their_present_numbers() -> None:
    lines = (
        line(1, "redaction_made", exhibit="1"),
        line(2, "evidence_renumbered", moves="1>3 3>1"),
        line(3, "evidence_restored", exhibit="3"),
        line(4, "undone", what="evidence_renumbered", exhibits="1 3", moves="1>3 3>1"),
    )
    assert told(*lines) == [
        (1, "redaction_made", (1,)),
        (2, "evidence_renumbered", (1, 3)),
        (3, "evidence_restored", (1,)),
        (4, "evidence_renumbered", (1, 3)),
    ]


def test_a_chain_of_moves_is_followed() -> None:
    lines = (line(1, "evidence_trashed", exhibit="1"), line(2, "evidence_renumbered", moves="1>2"))
    assert told(*lines, line(3, "evidence_renumbered", moves="2>3")) == [
        (1, "evidence_trashed", (3,)),
        (2, "evidence_renumbered", (3,)),
        (3, "evidence_renumbered", (3,)),
    ]


def test_exhibits_that_are_not_in_the_dossier_are_not_named() -> None:
    lines = (line(1, "evidence_trashed", exhibits="1 7"), line(2, "evidence_trashed", exhibits="7"))
    assert told(*lines) == [(1, "evidence_trashed", (1,))]


@pytest.mark.parametrize("kind", ["undone", "redone"])
def test_what_was_taken_back_is_told_as_that(kind: str) -> None:
    (row,) = custody_rows([line(9, kind, what="evidence_trashed", exhibits="2")], (2,))
    assert (row.event, row.taken_back) == ("evidence_trashed", kind)
    assert custody_rows([line(9, kind, what="mark_added", exhibits="2")], (2,)) == ()


def test_whatever_left_is_told_with_the_way_and_the_target() -> None:
    lines = (
        line(1, "exported", exhibits="1 2", way="export", what="dossier", target="out.pdf"),
        line(2, "left_app", exhibits="1", way="copy", what="text"),
        line(3, "letter_exported", exhibits="2", file="letter.docx"),  # as version 1 wrote it
        line(4, "left_app", exhibits="1", way="rocket"),  # of a newer version
    )
    first, second, third = custody_rows(lines, (1, 2))
    assert (first.event, first.what, first.way, first.target) == ("left", What.DOSSIER, LeftBy.EXPORT, "out.pdf")
    assert (second.what, second.way, second.target) == (What.TEXT, LeftBy.COPY, "")
    assert (third.what, third.way, third.target) == (What.LETTER, LeftBy.EXPORT, "letter.docx")
    assert isinstance(first, CustodyRow)
