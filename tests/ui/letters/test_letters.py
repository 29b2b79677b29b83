"""The letters tab on the real services: choose, write, fill in, send, look back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import CannedDialogs
from walletcase.domain.case import CaseRecord
from walletcase.domain.ids import CaseId
from walletcase.domain.letter import Letter
from walletcase.services.changes import Changes
from walletcase.ui.letters.view import LettersTab
from walletcase.ui.shell.desk import Desk

FACTS = {
    "complainant": "林小满",
    "phone": "139 0000 0000",
    "institution": "中国工商银行示例支行",
    "problem": "点“确认开通”后报错。",
    "demand": "开通钱包",
}


class Stage:
    """The tab fed as the case page feeds it."""

    def __init__(self, desk: Desk, bot: QtBot, facts: dict[str, str]) -> None:
        self.desk = desk
        self.asked: list[tuple[str, str]] = []
        case, _ = desk.services.cases.new_case("钱包打不开", "icbc-digital-wallet")
        self.case_id: CaseId = case.id
        if facts:
            desk.services.flow.set_values(case.id, facts)
        self.tab = LettersTab(desk, lambda *_: None)
        bot.addWidget(self.tab)
        self.tab.resize(900, 620)
        desk.bus.changed.connect(self.refresh)
        desk.bus.asked.connect(lambda tab, item: self.asked.append((tab, item)))
        with bot.waitExposed(self.tab):
            self.tab.show()
        self.tab.show_case(self.record, None)

    @property
    def record(self) -> CaseRecord:
        """The case as stored."""
        return self.desk.services.cases.open(self.case_id)

    @property
    def letters(self) -> tuple[Letter, ...]:
        """The letters as stored."""
        return self.record.letters

    @property
    def dialogs(self) -> CannedDialogs:
        """What was asked and told."""
        assert isinstance(self.desk.dialogs, CannedDialogs)
        return self.desk.dialogs

    def refresh(self, changes: Changes) -> None:
        """Pass a change on."""
        self.tab.show_case(self.record, changes)

    def compose(self, kind: str = "complaint") -> Letter:
        """Choose a kind."""
        self.tab.chooser.buttons[kind].click()
        letter = self.tab.letter
        assert letter is not None
        return letter

    def do(self, deed: str) -> None:
        """Press a button of the page."""
        self.tab.page.deeds[deed].click()

    def save(self) -> None:
        """Let the pause pass."""
        self.tab.autosave.flush()


@pytest.fixture
def stage(desk: Desk, qtbot: QtBot) -> Stage:
    """A case with all that a complaint needs."""
    return Stage(desk, qtbot, FACTS)


@pytest.fixture
def bare(desk: Desk, qtbot: QtBot) -> Stage:
    """A case with nothing in it."""
    return Stage(desk, qtbot, {})


def test_a_kind_is_chosen_and_its_letter_opens(stage: Stage) -> None:
    assert stage.tab.right.currentWidget() is stage.tab.chooser
    keys = list(stage.tab.chooser.buttons)
    assert keys[0] == "complaint"
    assert keys.index("complaint") < keys.index("reminder")  # what fits now comes first
    letter = stage.compose()
    assert stage.letters == (letter,)
    page = stage.tab.page
    assert page.editor.toPlainText() == letter.body
    assert page.title.text() == "投诉书"
    assert page.gaps.isHidden()
    assert stage.tab.list.list.count() == 1
    assert "characters" in page.count.text()
    assert "# before a line makes it a heading" in page.count.text()
    page.editor.setPlainText("one line")
    page.editor.textChanged.emit()
    stage.tab.page._check()
    assert "#" not in page.count.text()


def test_a_letter_goes_to_the_door_that_is_chosen(stage: Stage) -> None:
    combo = stage.tab.chooser.doors["regulator"]
    assert combo.currentData() == "nfra_hotline"
    combo.setCurrentIndex(combo.findData("pboc_hotline"))
    letter = stage.compose("regulator")
    assert letter.door == "pboc_hotline"
    assert "致：中国人民银行" in letter.body
    stage.do("send")
    assert stage.tab.page.send.channel.currentData() == "regulator"


def test_typing_is_saved_and_stays_where_the_cursor_is(stage: Stage, qtbot: QtBot) -> None:
    letter = stage.compose()
    editor = stage.tab.page.editor
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    place = editor.textCursor().position()
    QTest.keyClicks(editor, " ok")
    assert stage.letters[0].body == letter.body
    with qtbot.waitSignal(stage.tab.saved):
        stage.save()
    assert stage.letters[0].body == letter.body + " ok"
    assert editor.textCursor().position() == place + 3
    editor.undo()
    assert editor.toPlainText() == letter.body


def test_gaps_are_named_and_lead_to_their_places(bare: Stage) -> None:
    bare.compose()
    page = bare.tab.page
    assert page.gaps.isVisible()
    links = {link.text(): link for link in page.gaps.findChildren(QPushButton) if link.isVisible()}
    assert {"您的姓名", "您的联系电话", "事情经过", "您的请求"} <= set(links)
    links["您的姓名"].click()
    assert bare.asked == [("step", "complainant")]


def test_a_gap_that_only_the_letter_can_fill_is_marked_in_it(stage: Stage) -> None:
    stage.compose("review")
    page = stage.tab.page
    link = next(link for link in page.gaps.findChildren(QPushButton) if link.text() == "不同意该答复的理由")
    link.click()
    assert page.editor.textCursor().selectedText() == "〔请填写：不同意该答复的理由〕"
    QTest.keyClicks(page.editor, "no reason was given")
    page.editor.textChanged.emit()
    stage.tab.page._check()
    assert "不同意该答复的理由" not in {gap.text() for gap in page.gaps.findChildren(QPushButton) if gap.isVisible()}


@pytest.mark.parametrize("deed", ["copy", "pdf", "docx", "print"])
def test_nothing_unfilled_leaves_by_any_button(bare: Stage, tmp_path: Path, deed: str) -> None:
    bare.compose()
    QApplication.clipboard().setText("before")
    bare.dialogs.target = tmp_path / ("a.docx" if deed == "docx" else "a.pdf")
    bare.do(deed)
    assert len(bare.dialogs.told) == 1
    assert "place(s) to fill in" in bare.dialogs.told[0]
    assert QApplication.clipboard().text() == "before"
    assert not list(tmp_path.glob("a.*"))


def test_sending_an_unfilled_letter_is_refused(bare: Stage) -> None:
    bare.compose()
    bare.do("send")
    bare.tab.page.send.confirm.click()
    assert "place(s) to fill in" in bare.dialogs.told[0]
    assert bare.letters[0].sent_at == ""
    assert bare.record.timeline == ()


def test_copy_and_export_give_what_is_written(stage: Stage, tmp_path: Path) -> None:
    stage.compose()
    QTest.keyClicks(stage.tab.page.editor, "NEW ")
    stage.do("copy")  # what was typed is stored first
    assert QApplication.clipboard().text().startswith("NEW # 投诉书")
    stage.tab.page.editor.undo()
    for deed, name in (("pdf", "a.pdf"), ("docx", "b")):
        stage.dialogs.target = tmp_path / name
        stage.do(deed)
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "b.docx").read_bytes().startswith(b"PK")
    assert stage.dialogs.told == []


def test_a_sent_letter_is_kept_and_can_only_be_copied(stage: Stage) -> None:
    letter = stage.compose()
    stage.do("send")
    panel = stage.tab.page.send
    assert panel.isVisible()
    assert panel.channel.currentData() == "branch"
    panel.channel.setCurrentIndex(panel.channel.findData("letter"))
    panel.day.line.setText("2026-11-20")
    panel.confirm.click()
    sent = stage.letters[0]
    assert (sent.sent_at, sent.sent_via) == ("2026-11-20", "letter")
    assert len(stage.record.timeline) == 1
    page = stage.tab.page
    assert panel.isHidden()
    assert page.editor.isReadOnly()
    assert page.sent.isVisible()
    assert "2026-11-20" in page.sent.head.text()
    assert sent.sent_sha256 in page.sent.proof.text().replace(" ", "")
    assert page.deeds["send"].isHidden()
    assert page.stack.currentWidget() is page.preview
    stage.tab.deeds.do("duplicate", stage.record, sent)
    assert stage.tab.letter is not None
    assert stage.tab.letter.id != letter.id
    assert not page.editor.isReadOnly()
    assert page.sent.isHidden()


def test_a_sent_letter_is_not_composed_anew(stage: Stage) -> None:
    stage.compose()
    assert set(stage.tab.page.bar.menu_entries()) == {"check", "anew", "duplicate", "trash"}
    stage.do("send")
    stage.tab.page.send.confirm.click()
    assert set(stage.tab.page.bar.menu_entries()) == {"duplicate", "trash"}


def test_a_draft_is_checked_for_its_own_door(stage: Stage, qtbot: QtBot) -> None:
    letter = stage.compose()
    door = stage.record.rules.door(letter.door)
    with qtbot.waitSignal(stage.desk.bus.check_asked) as asked:
        stage.tab.page.bar.wanted.emit("check")
    assert asked.args == [door.kind.value if door else ""]


def test_a_bad_day_is_not_taken(stage: Stage) -> None:
    stage.compose()
    stage.do("send")
    stage.tab.page.send.day.line.setText("yesterday")
    stage.tab.page.send.confirm.click()
    assert stage.letters[0].sent_at == ""


def test_composing_anew_shows_what_changes_and_can_be_undone(stage: Stage) -> None:
    letter = stage.compose()
    page = stage.tab.page
    stage.desk.change(stage.tab, lambda: stage.desk.services.flow.set_values(stage.case_id, {"demand": "开通\n说明"}))
    stage.tab.deeds.do("anew", stage.record, letter)
    assert page.diff.isVisible()
    assert page.stack.isHidden()
    page.diff.keep.click()
    assert page.editor.toPlainText() == letter.body
    stage.tab.deeds.do("anew", stage.record, letter)
    page.diff.take.click()
    assert "2. 说明。" in stage.letters[0].body
    assert page.editor.toPlainText() == stage.letters[0].body
    page.editor.undo()
    stage.save()
    assert stage.letters[0].body == letter.body


def test_trash_brings_the_chooser_and_restore_the_letter(stage: Stage) -> None:
    letter = stage.compose()
    stage.tab.deeds.do("trash", stage.record, letter)
    assert stage.tab.right.currentWidget() is stage.tab.chooser
    toast = stage.desk.toasts._host.findChild(QPushButton)
    assert toast is not None
    toast.click()
    back = stage.tab.letter
    assert back is not None
    assert back.id == letter.id


def test_wording_is_remarked_on_and_can_be_found(stage: Stage) -> None:
    stage.compose()
    page = stage.tab.page
    page.editor.appendPlainText("你们这些骗子")
    page._check()
    assert page.words.isVisible()
    link = next(one for one in page.words.findChildren(QPushButton) if one.text() == "骗子")
    assert link.accessibleDescription()
    link.click()
    assert page.editor.textCursor().selectedText() == "骗子"


def test_pages_are_drawn_as_they_are_stored(stage: Stage, qtbot: QtBot) -> None:
    stage.compose()
    page = stage.tab.page
    with qtbot.waitSignal(stage.tab.paper.measured) as measured:
        page.pages_tab.click()
    assert measured.args == [1]
    assert page.stack.currentWidget() is page.preview
    assert "1 page" in page.count.text()


def test_the_newest_letter_is_open_when_a_case_is(stage: Stage) -> None:
    stage.compose()
    second, _ = stage.desk.services.letters.compose(stage.case_id, "records", "zh_CN")
    other, _ = stage.desk.services.cases.new_case("other", "icbc-digital-wallet")
    stage.tab.show_case(stage.desk.services.cases.open(other.id), None)
    assert stage.tab.right.currentWidget() is stage.tab.chooser
    stage.tab.show_case(stage.record, None)
    newest = stage.tab.letter
    assert newest is not None
    assert newest.id == second.id
    stage.tab.go_to(str(stage.letters[0].id))
    assert stage.tab.letter == stage.letters[0]


def test_in_little_room_the_list_is_one_line(stage: Stage) -> None:
    stage.compose()
    stage.tab.resize(430, 500)
    assert stage.tab.list.combo.isVisible()
    assert stage.tab.list.list.isHidden()
    stage.tab.resize(1000, 500)
    assert stage.tab.list.list.isVisible()


def test_keys_go_through_a_letter(stage: Stage, qtbot: QtBot) -> None:
    stage.compose()
    page = stage.tab.page
    page.write_tab.setFocus()
    seen = []
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert page.deeds["send"] in seen
    assert page.editor in seen
    assert all(widget is None or widget.accessibleName() or getattr(widget, "text", str)() for widget in seen)


def test_what_the_check_found_is_told_before_a_letter_is_marked_as_sent(bare: Stage, stage: Stage) -> None:
    for one in (bare, stage):
        one.compose()
        one.do("send")
        assert one.tab.page.send.warning.isVisible()
        assert one.tab.page.send.confirm.isEnabled()  # it advises, it never blocks
    told, of_stage = bare.tab.page.send.found.text(), stage.tab.page.send.found.text()
    assert "look at 7 point(s)" in told
    assert "Your name" in told
    assert "… and 4 more" in told
    assert "look at 2 point(s)" in of_stage
    assert "Your name" not in of_stage
    asked: list[str] = []
    stage.desk.bus.check_asked.connect(asked.append)
    stage.tab.page.send.look.click()
    assert asked == ["branch"]
