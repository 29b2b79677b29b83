"""The parts of the dossier are chosen and put in order, with the mouse's help or by keys alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from walletcase.domain.dossiers.document import ALWAYS, Part, without
from walletcase.ui.dossier.parts import PartsList


def shown(qtbot: QtBot) -> tuple[PartsList, list[int]]:
    parts = PartsList()
    qtbot.addWidget(parts)
    told: list[int] = []
    parts.changed.connect(lambda: told.append(1))
    return parts, told


def test_all_parts_are_wanted_at_first(qtbot: QtBot) -> None:
    parts, _ = shown(qtbot)
    assert parts.chosen == tuple(Part)
    assert parts.height() >= sum(parts.sizeHintForRow(row) for row in range(parts.count()))


def test_the_space_key_unticks_a_part_but_not_one_that_is_always_there(qtbot: QtBot) -> None:
    parts, told = shown(qtbot)
    order = [part for part in Part if part is not Part.NOTES]
    for row in range(parts.count()):
        parts.setCurrentRow(row)
        QTest.keyClick(parts, Qt.Key.Key_Space)
    assert parts.chosen == ALWAYS
    assert len(told) == len(order) - (len(ALWAYS) - 1)


def test_alt_and_the_arrows_move_a_part_as_far_as_there_is_room(qtbot: QtBot) -> None:
    parts, told = shown(qtbot)
    parts.setCurrentRow(1)
    QTest.keyClick(parts, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert parts.chosen[:3] == (Part.SUMMARY, Part.CLAIMS, Part.PARTIES)
    for _ in range(5):
        QTest.keyClick(parts, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert parts.chosen == (Part.PARTIES, *without(Part.PARTIES))
    assert len(told) == 3


def test_what_is_unticked_stays_so_when_it_is_moved(qtbot: QtBot) -> None:
    parts, _ = shown(qtbot)
    parts.tick(Part.STEPS, on=False)
    parts.move(Part.STEPS, -1)
    parts.tick(Part.INDEX, on=False)
    assert parts.chosen == without(Part.STEPS)
