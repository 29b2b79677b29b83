"""The command palette: found by a few letters or by the sound of Chinese, used by keys, or greyed with the reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.window.window_stage import WindowStage
from walletcase.infra import resources
from walletcase.ui.window.actions import commands
from walletcase.ui.window.initials import initials_of
from walletcase.ui.window.palette import Palette
from walletcase.ui.window.palette_match import Entry, found

CTRL = Qt.KeyboardModifier.ControlModifier


def entries(*names: str) -> tuple[Entry, ...]:
    return tuple(Entry(name, name, "Case", "", "") for name in names)


@pytest.mark.parametrize(
    ("text", "initials"),
    [
        ("导出卷宗", "dcjz"),
        ("新建案件", "xjaj"),
        ("记录沟通", "jlgt"),
        ("打印", "dy"),
        ("移到回收站", "ydhsz"),
        ("快捷键", "kjj"),
        ("设置", "sz"),
        ("撤销 删除证据3", "cxsczj3"),
        ("搜索", "ss"),
        ("PDF 导出", "pdfdc"),
        ("啊", "a"),
        ("座", "z"),
    ],
)
def test_chinese_is_spoken_by_its_initials(text: str, initials: str) -> None:
    assert initials in initials_of(text)


def test_a_second_reading_is_found_too() -> None:
    assert initials_of("重做") == ("zz", "cz")
    assert [one.id for one in found("cz", entries("重做", "打印"))] == ["重做"]


@given(st.text(max_size=30))
def test_any_text_has_initials(text: str) -> None:
    assert initials_of(text)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("exp", "Export dossier"),
        ("ed", "Export dossier"),
        ("rec con", "Record a contact"),
        ("rc", "Record a contact"),
        ("dossier", "Dossier"),
        ("DOSSIER", "Dossier"),
    ],
)
def test_the_best_comes_first(typed: str, first: str) -> None:
    names = ("Record a contact", "Export dossier", "Dossier", "Check all files", "Undo delete exhibit 3")
    assert found(typed, entries(*names))[0].name == first


def test_letters_out_of_order_find_nothing() -> None:
    assert found("xe", entries("Export")) == ()
    assert len(found("", entries("b", "a"))) == 2


def test_what_cannot_be_used_comes_last() -> None:
    usable, not_now = Entry("a", "Print now", "Case", "", ""), Entry("b", "Print", "Case", "", "", "not now")
    assert found("print", (not_now, usable)) == (usable, not_now)


def test_each_command_is_listed_with_its_keys_or_why_not(stage: WindowStage) -> None:
    assert stage.window.wiring is not None
    palette = Palette(stage.desk, stage.window.wiring.actions, stage.window)
    listed = {one.id: one for one in palette.listed}
    assert listed["export"].reason == "open a case first"
    assert listed["undo"].reason == "nothing there"
    assert (listed["search"].keys, listed["search"].reason, listed["search"].menu) == ("Ctrl+F", "", "View")
    hidden = {"palette", "unsample", "restore", "purge"}
    assert set(listed) | hidden >= {command.id for command in commands()}
    assert "palette" not in listed
    palette.deleteLater()


def use(stage: WindowStage, typed: str, *keys: Qt.Key) -> list[str]:
    """Open the palette by its shortcut, type, press keys and Enter; return what was listed when Enter was pressed."""
    seen: list[str] = []

    def type_() -> None:
        palette = QApplication.activeModalWidget()
        assert isinstance(palette, Palette)
        QTest.keyClicks(palette.line, typed)
        for key in keys:
            QTest.keyClick(palette.line, key)
        seen.extend(one.name for one in palette.listed)
        QTest.keyClick(palette.line, Qt.Key.Key_Return)
        if palette.isVisible():
            seen.append("still open")
            palette.reject()

    stage.activate()
    QTimer.singleShot(0, type_)
    stage.press(Qt.Key.Key_K, CTRL)
    return seen


def test_a_command_is_used_by_keys_alone(stage: WindowStage) -> None:
    stage.rooms.cases.choose(stage.add_case("one"))
    names = use(stage, "fact")
    assert names[0] == "Facts"
    assert stage.tab == "facts"
    names = use(stage, "t", Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert len(names) > 3
    assert use(stage, "no such thing") == ["still open"]


def test_a_greyed_command_is_not_used(stage: WindowStage) -> None:
    assert use(stage, "exportdossier") == ["Export dossier", "still open"]


def test_every_command_of_the_table_has_its_icon_file() -> None:
    assert [c.id for c in commands() if c.icon and not resources.path("icons", f"{c.icon}.svg").exists()] == []
