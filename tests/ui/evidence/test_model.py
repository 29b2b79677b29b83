"""The list of exhibits follows its snapshots row by row."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from walletcase.domain.evidence import CopyKind, Evidence, Group, MediaFacts, StoredFile
from walletcase.domain.ids import CaseId, EvidenceId
from walletcase.ui.evidence.model import ITEM_ROLE, MISSING_ROLE, ORDERS, EvidenceModel


def exhibit(
    number: int, title: str = "", proves: str = "", made_on: str = "", group: Group = Group.NONE
) -> Evidence:
    return Evidence(
        id=EvidenceId(100 + number),
        case_id=CaseId(1),
        exhibit_no=number,
        title=title or f"标题 {number}",
        proves=proves,
        source="",
        made_on=made_on,
        copy_kind=CopyKind.ORIGINAL,
        original_name=f"{number}.png",
        added_at="2026-11-22T09:00:00+08:00",
        file=StoredFile(f"{number:064x}", 10),
        media=MediaFacts("image/png", 10, 10, 1),
        group=group,
    )


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    model = EvidenceModel()
    model.show([exhibit(1), exhibit(2)], frozenset())
    qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call]
    model.show([exhibit(2, title="<b>x</b>"), exhibit(3)], frozenset({exhibit(3).file.sha256}))
    qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call]
    assert model.index(0).data() == "<b>x</b>"
    assert "&lt;b&gt;" in model.index(0).data(3)  # the tool tip


numbers = st.lists(st.integers(1, 12), unique=True)


@given(st.lists(numbers, min_size=1, max_size=6), st.sampled_from(sorted(ORDERS)))
def test_whatever_comes_and_goes_rows_are_right_and_kept_ones_are_followed(
    snapshots: list[list[int]], order: str
) -> None:
    model = EvidenceModel()
    model.order_by(order)
    held: dict[int, QPersistentModelIndex] = {}
    for turn, chosen in enumerate(snapshots):
        days, groups = ("", "2026-11-01"), list(Group)
        items = [exhibit(n, made_on=days[n % 2], proves=str(turn), group=groups[n % 5]) for n in chosen]
        model.show(items, frozenset())
        rows = [model.index(row).data(ITEM_ROLE) for row in range(model.rowCount())]
        assert [item for item in rows if item] == sorted(items, key=ORDERS[order])
        heads = len({item.group for item in items}) if order == "group" else 0
        assert sum(item is None for item in rows) == heads
        for number, index in held.items():
            assert index.isValid() == (number in chosen)
            assert not index.isValid() or index.data(ITEM_ROLE).exhibit_no == number
        held = {item.exhibit_no: QPersistentModelIndex(model.index(row)) for row, item in enumerate(rows) if item}


def test_a_missing_file_stays_missing_until_it_is_added_again() -> None:
    model = EvidenceModel()
    lost, other = exhibit(1), exhibit(2)
    model.show([lost, other], frozenset())
    model.mark_missing(lost.file.sha256)
    model.show([replace(lost, title="neu"), other], frozenset())
    assert [model.index(row).data(MISSING_ROLE) for row in (0, 1)] == [True, False]
    model.show([lost, other, replace(exhibit(3), file=lost.file)], frozenset())
    assert not any(model.index(row).data(MISSING_ROLE) for row in range(3))
