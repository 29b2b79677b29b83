"""A hit of the search leads to its place, also in a case that is not open: the tab, the thing, the words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.evidence.evidence_stage import make_pictures
from tests.ui.window.window_stage import WindowStage
from walletcase.domain.evidence import EvidenceEdit
from walletcase.domain.ids import CaseId, EvidenceId
from walletcase.domain.marks import Mark, MarkKind
from walletcase.domain.timeline import EntryDraft
from walletcase.services.claims import ClaimDraft
from walletcase.services.demands import OfferDraft
from walletcase.services.facade import Services
from walletcase.ui.shell.tasks import PoolLane
from walletcase.ui.widgets.found import select_found, stretch

Look = Callable[[str], None]


@pytest.fixture
def wallet(services: Services, tmp_path: Path) -> CaseId:
    """A case with something of each kind that can be found, and another case."""
    case, _ = services.cases.new_case("钱包打不开", "icbc-digital-wallet")
    services.flow.set_values(case.id, {"problem": "😀 点“确认开通”后报错。", "complainant": "林小满", "demand": "开通"})
    services.flow.skip(case.id, "hotline", "热线一直占线")
    services.timeline.log(case.id, EntryDraft("2026-11-20T10:00", "已转技术部门", channel="hotline"))
    file = tmp_path / "记录.txt"
    file.write_text("第一行\n工单号 GD2026 已受理\n", encoding="utf-8")
    services.evidence.attach(case.id, [file], EvidenceEdit(title="柜台录音", proves="三次都被拒绝开通"))
    for unread in services.reading.unread(case.id, pixels=False):
        services.reading.read(unread, pixels=False)
    letter, _ = services.letters.compose(case.id, "complaint", "zh_CN")
    services.letters.save(case.id, letter.id, f"{letter.body}\n请在十五日内书面答复。")
    services.claims.add(case.id, ClaimDraft("八月三日第一次报错"))
    services.demands.offer(case.id, OfferDraft("d1", "愿意补偿话费", "50"))
    services.cases.new_case("另一件事", "icbc-digital-wallet")
    return case.id


@pytest.fixture(params=["at once", "in threads"])
def opened(
    request: pytest.FixtureRequest, bare_stage: WindowStage, wallet: CaseId, qtbot: QtBot
) -> Iterator[WindowStage]:
    """A window on the other case, on lanes that work at once or on those of the app."""
    pools = (PoolLane(1), PoolLane(2)) if request.param == "in threads" else ()
    bare_stage.furnish(*pools)
    other = next(row.id for row in bare_stage.services.cases.rows() if row.id != wallet)
    bare_stage.rooms.read_rows(other)
    qtbot.waitUntil(lambda: bare_stage.rooms.page.record is not None and bare_stage.record.case.id == other)
    yield bare_stage
    bare_stage.window.close()


@pytest.fixture
def look(opened: WindowStage, wallet: CaseId, qtbot: QtBot) -> Look:
    """Type words, wait for the hits, take the first, and wait for its case."""

    def find(text: str) -> None:
        box = opened.rooms.search
        box.setFocus()
        box.line.setText(text)
        QTest.keyClick(box.line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: box.query == text and box.popup.current() is not None)
        QTest.keyClick(box.line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: opened.rooms.page.record is not None and opened.record.case.id == wallet)
        opened.settle()
        assert not box.popup.isVisible()

    return find


def selected(stage: WindowStage) -> str:
    """What is selected where the keys go."""
    focus = stage.window.focusWidget()
    if isinstance(focus, QLineEdit):
        return focus.selectedText()
    assert isinstance(focus, QPlainTextEdit), focus
    return focus.textCursor().selectedText()


def test_a_value_leads_into_its_field_at_the_words(opened: WindowStage, look: Look) -> None:
    look("确认开通")
    assert opened.tab == "step"
    assert opened.rooms.step.page is not None
    focus = opened.window.focusWidget()
    assert focus is not None
    box = opened.rooms.step.page.form.boxes["problem"] if opened.rooms.step.page.form else None
    assert box is not None
    assert box.isAncestorOf(focus)
    assert selected(opened) == "确认开通"
    marked = [key for key, button in opened.rooms.page.rail._buttons.items() if button.isChecked()]
    assert marked == [opened.rooms.step.step_key]


def test_full_width_words_are_selected_by_plain_ones(opened: WindowStage, look: Look) -> None:
    look("“确认开通”")
    assert selected(opened) == "“确认开通”"


def test_why_a_step_was_skipped_leads_to_the_step(opened: WindowStage, look: Look) -> None:
    look("一直占线")
    assert (opened.tab, opened.rooms.step.step_key) == ("step", "hotline")


def test_a_contact_is_chosen_in_the_timeline(opened: WindowStage, look: Look) -> None:
    look("技术部门")
    assert opened.tab == "timeline"
    (entry,) = opened.record.live_timeline
    index = opened.rooms.timeline.list.currentIndex()
    assert index == opened.rooms.timeline.model.index_of(entry.id)
    assert opened.window.focusWidget() is opened.rooms.timeline.list


def test_an_exhibit_is_chosen_with_the_words_in_its_field(opened: WindowStage, look: Look) -> None:
    look("被拒绝")
    assert opened.tab == "evidence"
    current = opened.rooms.evidence.board.gallery.current
    assert current is not None
    assert current.title == "柜台录音"
    assert selected(opened) == "被拒绝"


def test_words_of_a_page_lead_to_the_page_and_are_lit(
    opened: WindowStage, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[EvidenceId, int, str, int]] = []
    evidence = opened.rooms.evidence
    show = evidence.show_place

    def noted(*place: object) -> None:
        shown.append(place)  # type: ignore[arg-type]
        show(*place)  # type: ignore[arg-type]

    monkeypatch.setattr(evidence, "show_place", noted)
    look("GD2026")
    (item,) = opened.record.live_evidence
    assert opened.tab == "evidence"
    assert shown == [(item.id, 0, "GD2026", 0)]
    current = evidence.board.gallery.current
    assert current is not None
    assert current.id == item.id


def test_a_note_on_a_picture_leads_to_its_page_and_is_pointed_at(
    opened: WindowStage, wallet: CaseId, look: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    files = make_pictures(tmp_path / "in", 2)
    report = opened.services.evidence.attach(wallet, files)
    item = report.stored[-1]
    mark = Mark(0, item.id, 0, MarkKind.NOTE, 4000, 4000, 4000, 4000, "扣款在这里")
    mark_id, _ = opened.services.marks.add(wallet, mark)
    look("扣款")
    viewer = opened.rooms.evidence.board.detail.viewer
    qtbot.waitUntil(lambda: [one.id for one in viewer.marking.layer.marks] == [mark_id])
    assert viewer.marking.layer.pointed == mark_id
    opened.rooms.evidence.go_to(str(report.stored[0].id))
    qtbot.waitUntil(lambda: viewer.marking.layer.pointed == 0)


def test_a_letter_opens_with_the_words_selected(opened: WindowStage, look: Look) -> None:
    look("书面答复")
    assert opened.tab == "letters"
    assert opened.rooms.letters.letter is not None
    assert selected(opened) == "书面答复"


@pytest.mark.parametrize(("text", "kind"), [("第一次报错", "claims"), ("补偿话费", "demands")])
def test_facts_open_on_their_page(opened: WindowStage, look: Look, text: str, kind: str) -> None:
    look(text)
    assert opened.tab == "facts"
    assert opened.rooms.facts.stack.currentWidget() is opened.rooms.facts._pages[kind]


def test_a_case_is_opened_by_its_title(opened: WindowStage, look: Look) -> None:
    look("钱包打不开")
    assert opened.window.focusWidget() is opened.rooms.cases.list


def test_who_goes_elsewhere_meanwhile_is_left_alone(bare_stage: WindowStage, wallet: CaseId, qtbot: QtBot) -> None:
    """A hit is wanted, but before its case is read the person opens another one."""
    stage = bare_stage.furnish(PoolLane(1), PoolLane(2))
    other = next(row.id for row in stage.services.cases.rows() if row.id != wallet)
    stage.rooms.read_rows(other)
    qtbot.waitUntil(lambda: stage.rooms.page.record is not None and stage.record.case.id == other)
    (hit,) = stage.services.search.search("书面答复")
    stage.rooms.search.hit_chosen.emit(hit)
    stage.rooms.cases.choose(other)
    qtbot.waitUntil(lambda: stage.rooms.page.record is not None and stage.record.case.id == other)
    stage.rooms.cases.choose(wallet)
    qtbot.waitUntil(lambda: stage.rooms.page.record is not None and stage.record.case.id == wallet)
    assert stage.tab == "step"


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("一二三", "二", (1, 2)),
        ("😀😀二", "二", (4, 5)),
        ("ＧＤ２０２６", "gd2026", (0, 6)),
        ("6222 0212", "62220212", (0, 9)),
        ("nothing", "二", None),
    ],
)
def test_places_are_counted_as_qt_counts(text: str, query: str, found: tuple[int, int] | None) -> None:
    assert stretch(text, query) == found


def test_the_first_field_that_holds_the_words_is_taken(qtbot: QtBot) -> None:
    line, text = QLineEdit("甲"), QPlainTextEdit("😀 乙乙")
    for field in (line, text):
        qtbot.addWidget(field)
        field.show()
    assert select_found(text, "乙")
    assert text.textCursor().selectedText() == "乙"
    assert not select_found(line, "乙")
    assert select_found(line, "甲")
    assert line.selectedText() == "甲"
    QApplication.processEvents()
