"""The page of a case: what its head, its next action and its rail say, and what its tabs are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from walletcase.domain.case import CaseRecord
from walletcase.domain.evidence import EvidenceEdit
from walletcase.domain.flow.machine import NextKind, StepState
from walletcase.domain.ids import CaseId
from walletcase.domain.timeline import EntryDraft
from walletcase.services.changes import Changes
from walletcase.ui.case_page.rail import StepButton, in_two_lines
from walletcase.ui.case_page.view import TAB_ORDER, CasePage
from walletcase.ui.look.theme import Theme
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.room import CaseTab
from walletcase.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from tests.conftest import FrozenClock


class Witness(CaseTab):
    """A tab that writes down what it is told."""

    def __init__(self, log: list[tuple[str, object]]) -> None:
        super().__init__()
        self._log = log
        self.shown: list[tuple[CaseRecord, Changes | None]] = []
        self.items: list[str] = []

    def show_case(self, record: CaseRecord, changes: Changes | None) -> None:
        self.shown.append((record, changes))
        self._log.append(("show", record.case.id))

    def go_to(self, item: str) -> None:
        self.items.append(item)

    def flush(self) -> None:
        self._log.append(("flush", self.shown[-1][0].case.id if self.shown else None))


class Stage:
    """A page of one case, with witnesses for tabs."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self.desk = desk
        self.log: list[tuple[str, object]] = []
        self.tabs = {name: Witness(self.log) for name in TAB_ORDER}
        self.page = CasePage(desk, self.tabs)
        qtbot.addWidget(self.page)
        self.page.resize(780, 765)
        with qtbot.waitExposed(self.page):
            self.page.show()
        self.case_id = desk.services.cases.new_case("钱包打不开")[0].id
        self.page.open_case(self.case_id)

    def finish(self, step_key: str, outcome: str = "", promised_on: str = "") -> None:
        """Settle a step as another room would."""
        self.desk.change(
            self.page, lambda: self.desk.services.flow.finish(self.case_id, step_key, outcome, promised_on)
        )

    def settle(self) -> None:
        """Let the layouts come to rest."""
        for _ in range(4):
            QApplication.processEvents()

    def refresh(self) -> None:
        """Have the page read its case again."""
        self.desk.bus.changed.emit(Changes(frozenset({self.case_id})))

    @property
    def head(self) -> list[str]:
        """What stands under the title."""
        self.settle()
        labels = self.page.header.findChildren(PlainLabel)
        return [one.text() for one in labels if one.isVisible() and one.text()]

    @property
    def card(self) -> list[str]:
        """What the card of the next action says, its button last."""
        card = self.page.next_card
        words = [one.text() for one in card.findChildren(PlainLabel) if one.isVisible()]
        return [*words, self.next_button.text()]

    @property
    def next_button(self) -> QPushButton:
        """The button of the next action."""
        found = self.page.next_card.findChild(QPushButton)
        assert found is not None
        return found

    @property
    def focus(self) -> QWidget:
        """Where the keys go."""
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    @property
    def steps(self) -> list[StepButton]:
        """The steps of the rail."""
        return self.page.rail.findChildren(StepButton)


@pytest.fixture
def stage(qtbot: QtBot, desk: Desk) -> Stage:
    return Stage(qtbot, desk)


def test_a_draft_says_so(stage: Stage) -> None:
    assert stage.head == ["钱包打不开", "Saved 09:00", "Draft", "WC-2026-0001"]
    assert stage.card[:2] == ["Next step", "Gather the facts"]
    assert stage.card[-1] == "Do it now"


def test_what_a_step_is_for_is_left_to_its_page(stage: Stage) -> None:
    purpose = stage.desk.services.cases.open(stage.case_id).playbook.steps[0].purpose.get("en")
    assert stage.card == ["Next step", "Gather the facts", "Do it now"]
    assert purpose not in " ".join(stage.card)


def test_a_change_of_another_day_is_told_with_its_date(stage: Stage, clock: FrozenClock) -> None:
    clock.move(days=1)
    stage.page.show_day()
    assert "Saved 2026-11-22 09:00" in stage.head


def test_a_filed_case_tells_its_reference_and_its_waiting(stage: Stage, clock: FrozenClock) -> None:
    draft = EntryDraft("2026-11-20", "registered", channel="hotline", reference="20261120-7", promised_by="2026-11-25")
    stage.desk.services.timeline.log(stage.case_id, draft)
    stage.finish("hotline", "registered")
    assert "Filed" in stage.head
    assert "Reference 20261120-7" in stage.head
    assert "Waiting for 2 day(s), answer: 3 day(s) left" in stage.head
    stage.page.activateWindow()
    more = next(b for b in stage.page.header.findChildren(QToolButton) if b.accessibleName() == "More")
    more.setFocus()
    copy = next(b for b in stage.page.header.findChildren(QToolButton) if "Copy" in b.accessibleName())
    QTest.keyClick(more, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is copy
    QTest.keyClick(copy, Qt.Key.Key_Space)
    assert QApplication.clipboard().text() == "20261120-7"
    assert stage.desk.toasts.text == "Reference number copied"
    clock.move(days=3)
    stage.refresh()
    assert "Waiting for 5 day(s), answer due today" in stage.head
    clock.move(days=2)
    stage.refresh()
    assert "Waiting for 7 day(s), answer: 2 day(s) late" in stage.head
    assert stage.card[0] == "Overdue"
    assert "2026-11-25" in stage.card[2]


def test_trash_and_sample_are_marked(stage: Stage) -> None:
    stage.desk.change(stage.page, lambda: stage.desk.services.cases.trash(stage.case_id))
    assert "In the trash" in stage.head
    sample, _ = stage.desk.services.cases.new_case("sample", is_sample=True)
    stage.page.open_case(sample.id)
    assert "Sample, fictitious" in stage.head
    assert "In the trash" not in stage.head


def test_waiting_is_one_look_at_the_step(stage: Stage) -> None:
    stage.finish("gather", "ready")
    stage.finish("confirm", "accepted_by_date", "2026-12-07")
    stage.finish("contact_details", "current")
    stage.finish("keep_record", "complete")
    assert stage.card[0] == "Waiting"
    assert stage.card[1] == "Nothing to do until 2026-12-07"
    assert stage.card[-1] == "Look at the step"
    QTest.mouseClick(stage.next_button, Qt.MouseButton.LeftButton)
    assert stage.tabs["step"].items == ["progress"]
    assert stage.desk.services.cases.open(stage.case_id).flow.record("progress").state is StepState.OPEN


def _accepted(stage: Stage) -> None:
    """Accepted on a day whose term ends on a Sunday, with nothing left but to wait."""
    stage.desk.services.flow.set_values(stage.case_id, {"confirm_on": "2026-11-21", "accepted_on": "2026-11-21"})
    for step, outcome in (("gather", "ready"), ("confirm", "accepted"), ("contact_details", "current")):
        stage.finish(step, outcome)
    stage.finish("keep_record", "complete")


def test_between_due_and_late_the_card_says_both(stage: Stage, clock: FrozenClock) -> None:
    _accepted(stage)
    assert stage.card[1:3] == [
        "Nothing to do until 2026-12-06",
        "An answer is expected by then. If they contact you, record it.",
    ]
    clock.move(days=15)
    stage.refresh()
    assert stage.card[1:3] == [
        "Due, not late yet: you may ask now",
        "The answer was due by 2026-12-06, but is late only after 2026-12-07. You may ask now.",
    ]


def test_waiting_for_ones_own_reminder_is_not_called_waiting_for_an_answer(stage: Stage) -> None:
    stage.desk.services.flow.set_values(stage.case_id, {"progress_remind_on": "2026-11-28"})
    _accepted(stage)
    assert stage.card[1:3] == [
        "Nothing to do until 2026-11-28",
        "You wanted to ask again then. If they contact you, record it.",
    ]


def test_a_finished_case_leads_to_its_dossier(stage: Stage) -> None:
    stage.finish("close")
    assert stage.card[1:3] == ["Nothing left to do", "The case is closed. You can print the record."]
    QTest.mouseClick(stage.next_button, Qt.MouseButton.LeftButton)
    assert TAB_ORDER[stage.page.bar.currentIndex()] == "dossier"
    assert not any(step.is_next for step in stage.steps)


def test_do_it_now_repeats_a_done_step(stage: Stage, clock: FrozenClock) -> None:
    stage.finish("confirm", "accepted_by_date", "2026-11-25")
    stage.finish("progress", "", "2026-11-27")
    clock.move(days=9)
    stage.refresh()
    assert stage.page._action.kind is NextKind.CHASE
    assert stage.page._action.step_key == "progress"
    QTest.mouseClick(stage.next_button, Qt.MouseButton.LeftButton)
    again = stage.desk.services.cases.open(stage.case_id).flow.record("progress")
    assert (again.state, again.round) == (StepState.OPEN, 2)
    assert stage.tabs["step"].items == ["progress"]
    QTest.mouseClick(stage.next_button, Qt.MouseButton.LeftButton)
    assert stage.desk.services.cases.open(stage.case_id).flow.record("progress").round == 2


def test_the_rail_says_in_words_where_each_step_stands(stage: Stage) -> None:
    stage.finish("gather", "ready")
    stage.desk.change(stage.page, lambda: stage.desk.services.flow.skip(stage.case_id, "branch", "far away"))
    names = [step.accessibleName() for step in stage.steps]
    assert names[0] == "Step 1, Gather the facts, done"
    assert names[2].endswith(", skipped")
    assert names[9].endswith(", open")
    assert sum(name.endswith(", next") for name in names) == 1
    assert [step.is_next for step in stage.steps].count(True) == 1


def test_the_rail_is_reached_and_used_by_keys(stage: Stage) -> None:
    stage.page.activateWindow()
    stage.next_button.setFocus()
    visited: list[QWidget] = []
    for _ in range(10):
        QTest.keyClick(stage.focus, Qt.Key.Key_Tab)
        visited.append(stage.focus)
    assert visited == stage.steps
    QTest.keyClick(stage.focus, Qt.Key.Key_Space)
    assert stage.tabs["step"].items == ["close"]
    QTest.mouseClick(stage.steps[3], Qt.MouseButton.LeftButton, pos=QPoint(20, 12))
    assert stage.tabs["step"].items == ["close", "online"]
    assert [step.isChecked() for step in stage.steps].index(True) == 3


def test_room_is_made_for_the_tabs(stage: Stage) -> None:
    stage.finish("gather", "ready")
    stage.finish("confirm", "accepted_by_date", "2026-12-07")
    for step_key, outcome in (("contact_details", "current"), ("keep_record", "complete")):
        stage.finish(step_key, outcome)
    stage.settle()
    high = stage.page.rail.height()
    assert len(stage.card) == 4
    stage.page.bar.setCurrentIndex(TAB_ORDER.index("evidence"))
    stage.settle()
    assert len(stage.card) == 3  # the explanation is gone, and so are the names of the steps
    assert stage.page.rail.height() < high
    stage.page.resize(780, 520)
    stage.settle()
    assert not stage.page.rail.isVisible()
    stage.page.bar.setCurrentIndex(0)
    stage.settle()
    assert stage.page.rail.isVisible()
    assert len(stage.card) == 3
    assert "WC-2026-0001" in stage.head
    stage.page.resize(780, 340)
    stage.settle()
    assert stage.card == ["Nothing to do until 2026-12-07", "Look at the step"]
    assert "WC-2026-0001" not in stage.head
    assert "Accepted" in stage.head
    stage.refresh()
    assert "WC-2026-0001" not in stage.head


def test_the_whole_head_fits_a_small_window_with_large_text(
    qtbot: QtBot, desk: Desk, dressed_app: QApplication
) -> None:
    desk.theme.percent = 175
    Theme(percent=175).apply(dressed_app)
    stage = Stage(qtbot, desk)
    stage.page.resize(653, 551)
    stage.settle()
    for part in (stage.page.header, stage.page.next_card, stage.page.rail, stage.page.bar):
        assert part.height() >= part.minimumSizeHint().height()
    assert stage.page.stack.height() > 180
    Theme().apply(dressed_app)


def test_tabs_get_fresh_snapshots_and_flush_before_another_case_opens(stage: Stage) -> None:
    witness = stage.tabs["facts"]
    assert witness.shown[-1][1] is None
    stage.finish("gather", "ready")
    record, changes = witness.shown[-1]
    assert record.flow.record("gather").state is StepState.DONE
    assert changes is not None
    assert stage.case_id in changes.cases
    other = stage.desk.services.cases.new_case("another")[0].id
    stage.log.clear()
    stage.page.open_case(other)
    tabs = len(TAB_ORDER)
    assert stage.log[:tabs] == [("flush", stage.case_id)] * tabs
    assert stage.log[tabs:] == [("show", other)] * tabs
    assert witness.shown[-1][1] is None


def test_what_happens_to_other_cases_is_not_read(stage: Stage) -> None:
    before = len(stage.tabs["step"].shown)
    other = stage.desk.services.cases.new_case("another")[0].id
    stage.desk.bus.changed.emit(Changes(frozenset({other})))
    stage.page.open_case(stage.case_id)
    assert len(stage.tabs["step"].shown) == before


def test_the_tabs_say_how_much_is_in_them(stage: Stage) -> None:
    bar = stage.page.bar
    names = ["Step", "Timeline", "Evidence", "Facts", "Letters", "Dossier"]
    assert [bar.tabText(place) for place in range(bar.count())] == names
    services = stage.desk.services
    stage.desk.change(
        stage.page, lambda: services.evidence.attach_bytes(stage.case_id, b"text", "note.txt", EvidenceEdit())[1]
    )
    stage.desk.change(
        stage.page, lambda: services.timeline.log(stage.case_id, EntryDraft("2026-11-22", "said", channel="hotline"))[1]
    )
    assert [bar.tabText(place) for place in (1, 2)] == ["Timeline  1", "Evidence  1"]


def test_a_case_that_is_gone_is_told_not_shown(stage: Stage) -> None:
    stage.page.open_case(CaseId(99))
    assert stage.desk.dialogs.told  # type: ignore[attr-defined]
    assert stage.page.record is None


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("拨打客服热线", "拨打客服\n热线"),
        ("保持联系方式", "保持联系\n方式"),
        ("整理各种信息表", "整理各种\n信息表"),
        ("Keep the record", "Keep the record"),
    ],
)
def test_no_character_of_a_name_stands_alone(name: str, lines: str) -> None:
    assert in_two_lines(name) == lines
