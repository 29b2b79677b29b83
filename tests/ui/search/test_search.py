"""Searching while one types: literal text, keys, what was chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from walletcase.domain.ids import CaseId
from walletcase.services.ports import Hit
from walletcase.ui.search.delegate import pieces
from walletcase.ui.search.model import ROW_ROLE, HitModel
from walletcase.ui.search.view import SearchBox
from walletcase.ui.shell.desk import Desk


def _box(desk: Desk, qtbot: QtBot) -> SearchBox:
    box = SearchBox(desk)
    qtbot.addWidget(box)
    box.show()
    qtbot.waitExposed(box)
    return box


def test_the_searched_text_is_marked_whatever_its_width_or_case() -> None:
    assert pieces("转账失败，再转账", "转账") == [("转账", True), ("失败，再", False), ("转账", True)]
    assert pieces("ＡＢc", "abC") == [("ＡＢc", True)]
    assert pieces("a.b", ".") == [("a", False), (".", True), ("b", False)]
    assert pieces("x", "") == [("x", False)]


def test_hits_are_grouped_by_case(qtmodeltester: ModelTester) -> None:
    model = HitModel()
    one, two = (CaseId(1), CaseId(2))
    first = [Hit("WC-1", one, "entry", "1", "a"), Hit("WC-1", one, "value", "2", "b")]
    model.show_hits([*first, Hit("WC-2", two, "case", "2", "c")])
    assert [model.index(n).data(ROW_ROLE).leads for n in range(3)] == [True, False, True]
    qtmodeltester.check(model)


def test_typing_finds_and_enter_opens(desk: Desk, qtbot: QtBot) -> None:
    desk.services.cases.new_case("钱包", values={"problem": "提示系统繁忙请稍后"})
    desk.services.cases.new_case("另一个", values={"problem": "系统繁忙"})
    box = _box(desk, qtbot)
    box.line.setText("繁忙")
    qtbot.waitUntil(box.popup.isVisible)
    assert box.model.rowCount() == 2
    qtbot.keyClick(box.line, Qt.Key.Key_Down)
    with qtbot.waitSignal(box.hit_chosen) as chosen:
        qtbot.keyClick(box.line, Qt.Key.Key_Return)
    assert chosen.args is not None
    assert chosen.args[0] == desk.services.search.search("繁忙")[1]
    assert not box.popup.isVisible()


def test_escape_closes_the_list_and_then_clears(desk: Desk, qtbot: QtBot) -> None:
    box = _box(desk, qtbot)
    box.line.setText("没有的词 %_*\"'")
    qtbot.waitUntil(box.popup.isVisible)
    assert box.model.rowCount() == 0
    qtbot.keyClick(box.line, Qt.Key.Key_Escape)
    assert (box.popup.isVisible(), box.line.text() != "") == (False, True)
    qtbot.keyClick(box.line, Qt.Key.Key_Escape)
    assert box.line.text() == ""
