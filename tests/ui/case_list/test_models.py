"""The models of the list: rows shown for each filter and order, true counts, and quickness."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from walletcase.domain.case import CaseRow, Filter
from walletcase.domain.flow.machine import NextAction, NextKind
from walletcase.domain.flow.playbook import Status
from walletcase.domain.ids import CaseId
from walletcase.services.cases import counts
from walletcase.ui.case_list.delegates import CaseDelegate
from walletcase.ui.case_list.model import ROW_ROLE, CaseModel, FilterModel
from walletcase.ui.case_list.view import SORTS, CaseListPane, in_order
from walletcase.ui.shell.desk import Desk
from walletcase.ui.widgets.labels import PlainLabel

PLAIN = CaseRow(
    id=CaseId(1),
    number="WC-2026-0001",
    title="alpha",
    playbook_key="icbc-digital-wallet",
    institution="",
    status=Status.PREPARING,
    next_action=NextAction(NextKind.DO_STEP, "gather"),
    follow_up=False,
    overdue=False,
    awaited_on="",
    evidence_count=0,
    created_at="2026-11-01T09:00+08:00",
    updated_at="2026-11-20T09:00+08:00",
)
ROWS = (
    PLAIN,
    replace(
        PLAIN, id=CaseId(2), title="Beta", status=Status.FILED, overdue=True, follow_up=True, awaited_on="2026-11-10",
        is_due=True, created_at="2026-11-02T09:00+08:00", updated_at="2026-11-19T09:00+08:00",
    ),
    replace(
        PLAIN, id=CaseId(3), title="gamma", status=Status.ACCEPTED, follow_up=True, awaited_on="2026-11-22",
        is_due=True, created_at="2026-11-03T09:00+08:00", updated_at="2026-11-18T09:00+08:00",
    ),
    replace(PLAIN, id=CaseId(4), title="Delta", status=Status.RESOLVED, updated_at="2026-11-17T09:00+08:00"),
    replace(PLAIN, id=CaseId(5), title="epsilon", status=Status.DRAFT, updated_at="2026-11-16T09:00+08:00"),
    replace(PLAIN, id=CaseId(6), title="zeta", overdue=True, trashed_at="2026-11-21T09:00+08:00"),
)  # fmt: skip


@pytest.fixture
def pane(desk: Desk, qtbot: QtBot) -> CaseListPane:
    made = CaseListPane(desk)
    qtbot.addWidget(made)
    made.show_rows(ROWS)
    return made


def picture(pane: CaseListPane) -> str:
    """The listed titles; the chosen one in brackets."""
    now = pane.list.currentIndex().row()
    titles = [str(pane.model.index(place).data()) for place in range(pane.model.rowCount())]
    return " ".join(f"[{title}]" if place == now else title for place, title in enumerate(titles))


def test_the_models_keep_qts_rules(qtmodeltester: ModelTester) -> None:
    cases, filters = CaseModel(), FilterModel()
    for model in (cases, filters):
        qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    cases.show_rows(ROWS)
    cases.show_rows([replace(row, title=row.title.upper()) for row in ROWS])
    cases.show_rows(ROWS[2:])
    cases.show_rows(())
    filters.show_counts(counts(ROWS))


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        (Filter.TODAY, "Beta gamma"),  # a page of its own, until the person chooses a case
        (Filter.ALL, "[alpha] Beta gamma Delta epsilon"),
        (Filter.ACTIVE, "[alpha] Beta gamma"),
        (Filter.FOLLOW_UP, "[Beta] gamma"),
        (Filter.OVERDUE, "[Beta]"),
        (Filter.RESOLVED, "[Delta]"),
        (Filter.TRASH, "[zeta]"),
    ],
)
def test_each_filter_shows_its_rows_and_counts_them(pane: CaseListPane, chosen: Filter, shown: str) -> None:
    pane.show_filter(chosen)
    assert picture(pane) == shown
    model = FilterModel()
    model.show_counts(counts(ROWS))
    assert model.index_of(chosen).data(ROW_ROLE) == (chosen, len(shown.split()))
    assert str(model.index_of(chosen).data(11)).endswith(f", {len(shown.split())}")  # what a screen reader says


@pytest.mark.parametrize(
    ("sort", "order"), [("changed", "12345"), ("made", "32145"), ("title", "12453"), ("due", "23145")]
)
def test_each_order(sort: str, order: str) -> None:
    live = [row for row in ROWS if not row.trashed_at]
    assert "".join(str(row.id) for row in in_order(live, sort)) == order


def test_the_order_is_chosen_in_the_box(pane: CaseListPane) -> None:
    box = pane._sort
    assert {box.itemData(place) for place in range(box.count())} == set(SORTS)
    box.setCurrentIndex(box.findData("title"))
    assert picture(pane) == "[alpha] Beta Delta epsilon gamma"


def test_the_chosen_case_stays_chosen(pane: CaseListPane) -> None:
    spy = QSignalSpy(pane.case_chosen)
    pane.choose(CaseId(3))
    pane.show_rows((replace(ROWS[2], title="changed", updated_at="2026-11-22T09:00+08:00"), *ROWS[:2], *ROWS[3:]))
    assert picture(pane) == "[changed] alpha Beta Delta epsilon"
    pane.show_filter(Filter.FOLLOW_UP)
    assert picture(pane) == "[changed] Beta"
    assert [spy.at(place)[0] for place in range(spy.count())] == [3]


def test_when_the_chosen_case_goes_its_neighbour_is_chosen(pane: CaseListPane) -> None:
    told: list[object] = []
    pane.case_chosen.connect(told.append)
    pane.choose(CaseId(2))
    pane.show_rows([row for row in ROWS if row.id != 2])
    assert picture(pane) == "alpha [gamma] Delta epsilon"
    pane.choose(CaseId(5))
    pane.show_rows([row for row in ROWS if row.id not in (2, 5)])
    assert picture(pane) == "alpha gamma [Delta]"
    pane.show_rows(())
    assert picture(pane) == ""
    assert told == [2, 3, 5, 4, None]


def test_a_case_that_is_elsewhere_is_found(pane: CaseListPane) -> None:
    told: list[object] = []
    pane.filter_changed.connect(told.append)
    pane.show_filter(Filter.OVERDUE)
    pane.choose(CaseId(4))
    assert picture(pane) == "alpha Beta gamma [Delta] epsilon"
    pane.choose(CaseId(6))
    assert picture(pane) == "[zeta]"
    pane.choose(CaseId(77))  # one that has gone
    assert picture(pane) == "[zeta]"
    assert told == [Filter.ALL, Filter.TRASH]


def test_thousands_of_cases(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    began = perf_counter()
    many = [
        replace(ROWS[n % 6], id=CaseId(n), title=f"case {n}", next_action=NextAction(NextKind.DO_STEP, "gather"))
        for n in range(1, 5001)
    ]
    building = perf_counter() - began
    pane = CaseListPane(desk)
    qtbot.addWidget(pane)
    pane.show_rows(many)
    monkeypatch.delattr(type(desk), "read")  # a filter is put in force without asking the database
    monkeypatch.delattr(type(desk.services.cases), "rows")
    took = []
    for chosen in (*Filter, *Filter, *Filter):
        began = perf_counter()
        pane.show_filter(chosen)
        took.append(perf_counter() - began)
    assert pane.model.rowCount() == sum(bool(row.trashed_at) for row in many)
    assert min(took) < building
    assert sorted(took)[len(took) // 2] < 3 * building


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_whom_a_case_is_against_is_said_in_the_readers_language(desk: Desk, language: str) -> None:
    names = desk.services.playbooks.get(PLAIN.playbook_key).institution
    delegate = CaseDelegate(desk.theme, desk.services.playbooks, language, "2026-11-22")
    said = {delegate.against(replace(PLAIN, institution=kept)) for kept in (names.zh, names.en)}
    assert said == {names.get(language)}
    assert delegate.against(replace(PLAIN, institution="杭州解放路支行")) == "杭州解放路支行"
    assert delegate.against(replace(PLAIN, playbook_key="gone", institution=names.zh)) == names.zh
    assert delegate.against(PLAIN) == PLAIN.number


@pytest.mark.parametrize("state", [QStyle.StateFlag.State_Enabled, QStyle.StateFlag.State_Selected])
def test_the_status_of_the_chosen_case_has_an_edge(desk: Desk, state: QStyle.StateFlag) -> None:
    """Its chip has the tint of the row: without an edge it could not be told from it."""

    class Boxes(CaseDelegate):
        def box(self, painter: QPainter, area: QRect, fill: str, border: str, radius: int) -> None:
            if area.height() == desk.theme.px(20):
                chips.append((fill, border))

    chips: list[tuple[str, str]] = []
    model, image, option = CaseModel(), QImage(320, 118, QImage.Format.Format_RGB32), QStyleOptionViewItem()
    model.show_rows([replace(PLAIN, status=Status.ACCEPTED)])
    option.state = state
    option.rect = image.rect()
    painter = QPainter(image)
    Boxes(desk.theme, desk.services.playbooks, "en", "2026-11-22").paint(painter, option, model.index(0))
    painter.end()
    colours = desk.theme.colours
    is_chosen = state is QStyle.StateFlag.State_Selected
    assert chips == [(colours.accent_soft, colours.accent_text if is_chosen else colours.accent_soft)]


def test_an_empty_today_does_not_say_that_there_are_no_cases(pane: CaseListPane) -> None:
    pane.show()
    for chosen, heading in ((Filter.TODAY, "Nothing due today"), (Filter.RESOLVED, "Nothing here")):
        pane.show_rows((PLAIN,))
        pane.show_filter(chosen)
        assert heading in [label.text() for label in pane.findChildren(PlainLabel) if label.isVisible()]
