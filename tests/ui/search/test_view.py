"""The search box by real keys, on the real index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.timeline.contacts import log, new_case
from walletcase.domain.ids import CaseId
from walletcase.services.ports import Hit
from walletcase.ui.search.model import ROW, HitModel
from walletcase.ui.search.rows import CaseHead, HitRow, MoreRow, rows_of
from walletcase.ui.search.view import MOST_HITS, SearchBox
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.tasks import PoolLane
from walletcase.ui.widgets.layout import column

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def box(desk: Desk, qtbot: QtBot) -> Iterator[SearchBox]:
    """A search box in a window with another field, over two cases."""
    first = new_case(desk.services, "钱包打不开")
    desk.services.flow.set_values(first, {"problem": "开通时系统报错"})
    log(desk.services, first, "2026-11-03T10:00", "客服说钱包在处理")
    new_case(desk.services, "转账失败")
    window = QWidget()
    window.resize(700, 500)
    made = SearchBox(desk)
    layout = column(window)
    layout.addWidget(made)
    layout.addWidget(QLineEdit())
    layout.addStretch(1)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    made.setFocus()
    yield made
    window.close()


def _rows(box: SearchBox) -> list[CaseHead | HitRow]:
    model = box.popup.model
    return [model.index(n).data(ROW) for n in range(model.rowCount())]


def _commit(box: SearchBox, text: str) -> None:
    """Type as an input method does: QTest's keys know ASCII only."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(box.line, event)


def _type(box: SearchBox, text: str) -> None:
    _commit(box, text)
    QTest.keyClick(box.line, Qt.Key.Key_Return)  # no need to wait for the pause


def test_typing_finds_after_a_pause(box: SearchBox, qtbot: QtBot) -> None:
    _commit(box, "钱包")
    assert not box.popup.isVisible()
    qtbot.waitUntil(box.popup.isVisible)
    heads = [row for row in _rows(box) if isinstance(row, CaseHead)]
    assert [head.title for head in heads] == ["钱包打不开"]
    kinds = [row.hit.kind for row in _rows(box) if isinstance(row, HitRow)]
    assert kinds == ["case", "entry"]
    assert box.line.accessibleDescription() == "2 found"


def test_the_arrows_skip_headings_and_go_round_and_enter_opens(box: SearchBox) -> None:
    chosen: list[Hit] = []
    box.hit_chosen.connect(chosen.append)
    _type(box, "失败")
    _type(box, "")  # Enter on the first hit
    assert [hit.kind for hit in chosen] == ["case"]
    assert not box.popup.isVisible()
    box.line.clear()
    _type(box, "钱包")
    seen = []
    for _ in range(3):
        current = box.popup.current()
        assert current is not None
        seen.append(current.kind)
        QTest.keyClick(box.line, Qt.Key.Key_Down)
    assert seen == ["case", "entry", "case"]
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    assert [hit.kind for hit in chosen] == ["case", "entry"]
    QTest.keyClick(box.line, Qt.Key.Key_Down)
    assert box.popup.isVisible()
    QTest.keyClick(box.line, Qt.Key.Key_Up)
    current = box.popup.current()
    assert current is not None
    assert current.kind == "entry"


def test_esc_closes_first_and_clears_then(box: SearchBox) -> None:
    _type(box, "钱包")
    assert box.popup.isVisible()
    QTest.keyClick(box.line, Qt.Key.Key_Escape)
    assert not box.popup.isVisible()
    assert box.line.text() == "钱包"
    QTest.keyClick(box.line, Qt.Key.Key_Escape)
    assert box.line.text() == ""


def test_a_click_on_a_hit_opens_it(box: SearchBox) -> None:
    chosen: list[Hit] = []
    box.hit_chosen.connect(chosen.append)
    _type(box, "系统报错")
    place: QPoint = box.popup.list.visualRect(box.popup.model.index(1)).center()
    viewport = box.popup.list.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert [(hit.kind, "系统报错" in hit.snippet) for hit in chosen] == [("value", True)]


def test_nothing_found_says_what_to_try(box: SearchBox) -> None:
    _type(box, "zzz")
    assert box.popup.isVisible()
    assert box.popup.note.text().startswith("Nothing found.")
    assert box.popup.current() is None


@pytest.mark.parametrize("text", ['"', "* OR x", "%", "a' --", "NEAR(", "\\"])
def test_any_text_is_literal(box: SearchBox, desk: Desk, text: str) -> None:
    new_case(desk.services, f"odd {text} title")
    box.line.setText(text)
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    heads = [row.title for row in _rows(box) if isinstance(row, CaseHead)]
    assert heads == [" ".join(f"odd {text} title".split())]


def test_blank_text_finds_nothing_and_says_what_can_be_searched(box: SearchBox) -> None:
    box.close_popup()
    _type(box, "   ")
    assert _rows(box) == []
    assert "evidence and the words inside it" in box.popup.note.text()


def test_coming_to_the_empty_line_says_what_can_be_searched(box: SearchBox) -> None:
    QTest.keyClick(box.line, Qt.Key.Key_Tab)
    assert not box.popup.isVisible()
    box.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert box.popup.isVisible()
    assert box.popup.current() is None
    _type(box, "钱包")
    assert box.popup.current() is not None
    box.window().findChildren(QLineEdit)[1].setFocus()
    box.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert not box.popup.isVisible()  # there is something to search again


def test_only_the_newest_words_are_answered(desk: Desk, qtbot: QtBot) -> None:
    pool = PoolLane(1)
    slow = SearchBox(replace(desk, db=pool))
    qtbot.addWidget(slow)
    new_case(desk.services, "钱包打不开")
    asked: list[str] = []
    search = desk.services.search.search

    def noted(text: str, limit: int) -> Sequence[Hit]:
        asked.append(text)
        return search(text, limit)

    gate = Event()
    pool.run(lambda job: gate.wait(5), lambda _: None, desk.fail, slow)
    object.__setattr__(desk.services.search, "search", noted)
    for text in ("钱", "钱包", "钱包打"):
        slow.line.setText(text)
        QTest.keyClick(slow.line, Qt.Key.Key_Return)
    gate.set()
    qtbot.waitUntil(lambda: slow.query == "钱包打")
    assert asked == ["钱包打"]
    pool.close()


def test_a_text_being_composed_is_not_searched(box: SearchBox) -> None:
    compose = QInputMethodEvent("qianbao", [])
    QApplication.sendEvent(box.line, compose)
    assert not box._pause.isActive()
    _commit(box, "钱包")
    assert box._pause.isActive()


def test_a_renamed_case_shows_its_new_title(box: SearchBox, desk: Desk) -> None:
    _type(box, "失败")
    case = next(row for row in desk.services.cases.rows() if row.title == "转账失败")
    desk.change(box, lambda: desk.services.cases.rename(case.id, "转账失败，未退款"))
    box.close_popup()
    _type(box, "")
    assert [row.title for row in _rows(box) if isinstance(row, CaseHead)] == ["转账失败，未退款"]


def test_many_hits_are_counted_and_shown_when_wanted(box: SearchBox, desk: Desk) -> None:
    case_id = new_case(desk.services, "many")
    for number in range(MOST_HITS + 5):
        log(desk.services, case_id, "2026-11-03T10:00", f"needle {number}")
    _type(box, "needle")
    assert len([row for row in _rows(box) if isinstance(row, HitRow)]) == MOST_HITS
    assert f"{MOST_HITS} of {MOST_HITS + 5}" in box.popup.note.text()
    QTest.keyClick(box.line, Qt.Key.Key_Up)
    assert isinstance(_rows(box)[-1], MoreRow)
    assert box.popup.current() is None
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    hits = [row for row in _rows(box) if isinstance(row, HitRow)]
    assert len(hits) == MOST_HITS + 5
    assert box.popup.current() == hits[MOST_HITS].hit  # the first one that was not seen
    assert not isinstance(_rows(box)[-1], MoreRow)
    assert str(MOST_HITS + 5) in box.popup.note.text()
    window = box.window()
    assert box.popup.geometry().bottom() < window.height()
    assert box.popup.geometry().right() < window.width()


def test_leaving_the_line_closes_the_hits(box: SearchBox) -> None:
    _type(box, "钱包")
    QTest.keyClick(box.line, Qt.Key.Key_Tab)
    assert not box.popup.isVisible()


def test_the_model_keeps_qts_rules() -> None:
    model = HitModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    hit = Hit("WC-1", CaseId(1), "entry", "5", "钱包 one")
    model.show(rows_of([hit], {}, "钱包"))
    assert tester.model() is model
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Contact: 钱包 one"
    model.show(())
    assert model.next_hit(-1, 1) == -1
