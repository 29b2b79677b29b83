"""The pages under the facts: demands and offers, promises, facts and proof."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.timeline import contacts
from tests.ui.timeline.contacts import new_case
from walletcase.domain.case import CaseRecord
from walletcase.domain.demands import Demand, DemandKind, OfferState, dump_demands
from walletcase.domain.evidence import EvidenceEdit
from walletcase.domain.flow.playbook import Role
from walletcase.domain.ids import CaseId, EntryId, EvidenceId
from walletcase.domain.timeline import PromiseState
from walletcase.services.claims import ClaimDraft
from walletcase.services.demands import OfferDraft
from walletcase.ui.facts.claims import ClaimForm, SuggestForm
from walletcase.ui.facts.demands import OfferForm
from walletcase.ui.facts.page import InlineForm
from walletcase.ui.facts.promises import RenewForm
from walletcase.ui.facts.view import FactsTab
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.room import SubPage
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.tick_list import TickButton, TickPopup

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Show = Callable[[CaseId], FactsTab]
DEMANDS = (
    Demand("d1", DemandKind.COMPENSATE, "补偿", "100.00", "2026-12-10", "话费"),
    Demand("d2", DemandKind.FIX, "开通"),
)


@pytest.fixture
def show(desk: Desk, qtbot: QtBot) -> Show:
    """Show a case in a tab that is kept up to date as the window does it."""

    def make(case_id: CaseId) -> FactsTab:
        tab = FactsTab(desk)
        qtbot.addWidget(tab)
        tab.resize(960, 700)
        desk.bus.changed.connect(lambda changes: tab.show_case(record(desk, case_id), changes))
        tab.show_case(record(desk, case_id), None)
        with qtbot.waitExposed(tab):
            tab.show()
        return tab

    return make


@pytest.fixture
def case_id(desk: Desk) -> CaseId:
    """A case with two demands."""
    made = new_case(desk.services, "old")
    fields = record(desk, made).playbook.fields()
    key = next(field.key for field in fields if field.role is Role.DEMAND)
    desk.services.flow.save_draft(made, key, 1, dump_demands(DEMANDS))
    return made


def record(desk: Desk, case_id: CaseId) -> CaseRecord:
    return desk.services.cases.open(case_id)


def log(desk: Desk, case_id: CaseId, **more: str) -> EntryId:
    return contacts.log(desk.services, case_id, "2026-11-10", "they called", **more)


def press(tab: QWidget, name: str) -> None:
    """Click what is called so, with the mouse."""
    QApplication.sendPostedEvents()  # what was just built is shown
    for kind in (QPushButton, QToolButton):
        found = tab.findChild(kind, name)
        if isinstance(found, QWidget) and found.isVisibleTo(tab):
            QTest.mouseClick(found, Qt.MouseButton.LeftButton)
            return
    raise AssertionError(name)


def _form(tab: FactsTab) -> InlineForm | None:
    return tab.demands.form


def said(page: QWidget) -> list[str]:
    QApplication.sendPostedEvents()
    return [label.text() for label in page.findChildren(PlainLabel) if label.isVisibleTo(page)]


def exhibits(desk: Desk, case_id: CaseId, count: int = 2) -> list[EvidenceId]:
    edit = EvidenceEdit(title="截图")
    evidence = desk.services.evidence
    return [evidence.attach_bytes(case_id, bytes([n]), "a.txt", edit)[0].id for n in range(count)]


def test_the_bar_goes_by_mouse_keys_and_name(desk: Desk, show: Show, case_id: CaseId) -> None:
    tab = show(case_id)
    assert tab.bar.current == "overview"
    tab.go_to("claims")
    assert tab.stack.currentWidget() is tab.claims
    QTest.mouseClick(tab.bar.findChildren(QPushButton)[1], Qt.MouseButton.LeftButton)
    assert tab.stack.currentWidget() is tab.demands
    QTest.keyClick(tab.bar.findChildren(QPushButton)[1], Qt.Key.Key_Right)
    assert (tab.bar.current, tab.stack.currentWidget()) == ("promises", tab.promises)
    QTest.keyClick(tab.bar.findChildren(QPushButton)[2], Qt.Key.Key_Up)
    assert tab.bar.current == "demands"
    tab.go_to("nonsense")
    assert tab.bar.current == "demands"
    tab.go_to("claim:7")
    assert tab.bar.current == "claims"


def test_the_window_can_put_in_another_page(show: Show, case_id: CaseId) -> None:
    heard: list[object] = []

    class Check(SubPage):
        def show_case(self, record: CaseRecord) -> None:
            heard.append(record.case.id)

        def go_to(self, item: str) -> None:
            heard.append(item)

    tab, check = show(case_id), Check()
    tab.add_page("check", "Check", check)
    assert heard == []
    tab.go_to("check:words")
    assert (heard, tab.stack.currentWidget()) == ([case_id, "words"], check)


def test_an_offer_is_noted_accepted_and_taken_back(desk: Desk, show: Show, case_id: CaseId) -> None:
    log(desk, case_id)
    tab = show(case_id)
    tab.go_to("demands")
    press(tab.demands, "note:d1")
    form = tab.demands.form
    assert isinstance(form, OfferForm)
    QTest.keyClicks(form.what, "phone credit")
    QTest.keyClicks(form.amount, "much")
    QTest.keyClick(form.amount, Qt.Key.Key_Return)
    assert "no amount" in form.fault.text()
    assert _form(tab) is form
    form.amount.setText("60")
    form.contact.setCurrentIndex(1)
    QTest.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    (offer,) = record(desk, case_id).offers
    entry = record(desk, case_id).timeline[0]
    assert (offer.text, offer.amount, offer.made_on) == ("phone credit", "60.00", "2026-11-22")
    assert (offer.demand_key, offer.entry_id) == ("d1", entry.id)
    assert _form(tab) is None
    assert {"￥60.00", "￥100.00", "Not answered"} <= set(said(tab.demands))
    press(tab.demands, f"accept:{offer.id}")
    assert record(desk, case_id).offers[0].state is OfferState.ACCEPTED
    assert {"Partly met", "Accepted"} <= set(said(tab.demands))
    press(tab.demands, f"done:{offer.id}")
    assert record(desk, case_id).offers[0].state is OfferState.PERFORMED
    assert "Done as agreed" in said(tab.demands)
    press(tab.demands, f"back:{offer.id}")
    assert record(desk, case_id).offers[0].state is OfferState.OPEN


def test_an_offer_is_corrected_thrown_away_and_brought_back(desk: Desk, show: Show, case_id: CaseId) -> None:
    offer, _ = desk.services.demands.offer(case_id, OfferDraft("d2", "three days", "5"))
    tab = show(case_id)
    tab.go_to("offer:d2")
    press(tab.demands, f"edit:{offer.id}")
    form = tab.demands.form
    assert isinstance(form, OfferForm)
    assert (form.what.text(), form.amount.text()) == ("three days", "5.00")
    QTest.keyClicks(form.what, "!")
    QTest.keyClick(form.what, Qt.Key.Key_Return)
    assert record(desk, case_id).offers[0].text == "three days!"
    press(tab.demands, f"trash:{offer.id}")
    assert record(desk, case_id).offers[0].trashed_at
    fold = next(one for one in tab.demands.findChildren(QPushButton) if one.text() == "In the trash: 1")
    QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
    press(tab.demands, f"restore:{offer.id}")
    assert not record(desk, case_id).offers[0].trashed_at


def test_a_form_in_which_somebody_types_is_left_alone(desk: Desk, show: Show, case_id: CaseId) -> None:
    tab = show(case_id)
    tab.go_to("demands")
    press(tab.demands, "note:d2")
    form = tab.demands.form
    assert isinstance(form, OfferForm)
    QTest.keyClicks(form.what, "half a sen")
    desk.change(desk.bus, lambda: desk.services.cases.rename(case_id, "new"))
    assert _form(tab) is form
    assert form.what.text() == "half a sen"
    tab.flush()
    assert record(desk, case_id).offers[0].text == "half a sen"


def test_another_case_has_its_own_page(desk: Desk, show: Show, case_id: CaseId) -> None:
    other = new_case(desk.services, "other")
    tab = show(case_id)
    tab.go_to("demands")
    press(tab.demands, "note:d2")
    tab.show_case(record(desk, other), None)
    assert tab.demands.form is None
    assert "No demands yet" in said(tab.demands)
    asked: list[tuple[str, str]] = []
    desk.bus.asked.connect(lambda name, item: asked.append((name, item)))
    go = next(one for one in tab.demands.findChildren(QPushButton) if one.text().startswith("Write down"))
    QTest.mouseClick(go, Qt.MouseButton.LeftButton)
    steps = record(desk, other).playbook.steps
    assert asked == [("step", next(step.key for step in steps if step.field_with_role(Role.DEMAND)))]


def test_promises_stand_by_what_became_of_them(desk: Desk, show: Show, case_id: CaseId) -> None:
    soon = log(desk, case_id, promised_by="2026-12-12", promise="answer")
    late = log(desk, case_id, promised_by="2026-11-12", promise="call back")
    tab = show(case_id)
    tab.go_to("promises")
    words = said(tab.promises)
    assert words.index("Late  1") < words.index("call back") < words.index("New date agreed  1") < words.index("answer")
    assert any(word.startswith("by 2026-11-12 · 10 day") for word in words)
    assert tab.bar.findChildren(QPushButton)[2].text().endswith("1")
    press(tab.promises, f"kept:{soon}")
    press(tab.promises, f"broken:{late}")
    marks = [entry.mark.state for entry in record(desk, case_id).timeline]
    assert marks == [PromiseState.KEPT, PromiseState.BROKEN]
    press(tab.promises, f"back:{late}")
    assert record(desk, case_id).timeline[1].mark.state is PromiseState.OPEN


def test_a_promise_gets_a_new_date(desk: Desk, show: Show, case_id: CaseId) -> None:
    late = log(desk, case_id, promised_by="2026-11-12", promise="call back")
    tab = show(case_id)
    tab.go_to("promises")
    press(tab.promises, f"renew:{late}")
    form = tab.promises.form
    assert isinstance(form, RenewForm)
    QTest.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert "which date" in form.fault.text()
    QTest.keyClicks(form.due.line, "2026-11-30")
    QTest.keyClicks(form.said, "again")
    QTest.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    old, new = record(desk, case_id).timeline
    assert (old.mark.state, old.mark.renewed_by) == (PromiseState.RENEGOTIATED, new.id)
    assert (new.draft.promised_by, new.draft.promise, new.draft.summary) == ("2026-11-30", "call back", "again")
    desk.services.history.undo()
    assert record(desk, case_id).timeline[0].mark.state is PromiseState.OPEN
    assert len(record(desk, case_id).timeline) == 1


def test_a_fact_is_stated_and_linked_from_both_sides(desk: Desk, show: Show, qtbot: QtBot, case_id: CaseId) -> None:
    first, second = exhibits(desk, case_id)
    tab = show(case_id)
    tab.go_to("claims")
    press(tab.claims, "add")
    form = tab.claims.form
    assert isinstance(form, ClaimForm)
    QTest.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert "one sentence" in form.fault.text()
    QTest.keyClicks(form.what, "it failed")
    QTest.keyClicks(form.day.line, "2026-11-03")
    QTest.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    (claim,) = record(desk, case_id).claims
    assert (claim.text, claim.happened_on) == ("it failed", "2026-11-03")
    assert said(tab.claims).count("Not used yet") == 2
    assert "No proof yet" in said(tab.claims)
    assert tab.bar.findChildren(QPushButton)[3].text().endswith("1")
    _tick(tab.claims, f"link:{claim.id}", [1])
    assert record(desk, case_id).claims[0].evidence_ids == (second,)
    _tick(tab.claims, f"use:{first}", [0])
    assert record(desk, case_id).claims[0].evidence_ids == (second, first)
    assert "No proof yet" not in said(tab.claims)
    _tick(tab.claims, f"use:{second}", [0])
    assert record(desk, case_id).claims[0].evidence_ids == (first,)
    asked: list[tuple[str, str]] = []
    desk.bus.asked.connect(lambda name, item: asked.append((name, item)))
    press(tab.claims, f"exhibit:{second}")
    assert asked == [("evidence", str(second))]


def _tick(page: QWidget, name: str, rows: list[int]) -> None:
    """Open a list, turn rows by the space bar and close it by Enter."""
    opener = page.findChild(QPushButton, name)
    assert isinstance(opener, QPushButton)
    owner = opener.parentWidget()
    assert isinstance(owner, TickButton)
    popup: TickPopup = owner.open()
    for number in rows:
        popup.view.setCurrentIndex(popup.model.index(number, 0))
        QTest.keyClick(popup.view, Qt.Key.Key_Space)
    QTest.keyClick(popup, Qt.Key.Key_Return)


def test_a_list_left_as_it_was_changes_nothing(desk: Desk, show: Show, case_id: CaseId) -> None:
    exhibits(desk, case_id)
    (claim,), _ = desk.services.claims.add(case_id, ClaimDraft("x"))
    tab = show(case_id)
    tab.go_to("claims")
    before = desk.services.history.undo_label
    _tick(tab.claims, f"link:{claim.id}", [])
    assert desk.services.history.undo_label == before


def test_facts_are_found_in_the_account(desk: Desk, show: Show, case_id: CaseId) -> None:
    fields = record(desk, case_id).playbook.fields()
    key = next(field.key for field in fields if field.role is Role.PROBLEM)
    desk.services.flow.set_values(case_id, {key: "It failed on 2026-11-03. Nobody answered."})
    tab = show(case_id)
    tab.go_to("claims")
    press(tab.claims, "find")
    form = tab.claims.form
    assert isinstance(form, SuggestForm)
    QTest.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert "Tick at least one" in form.fault.text()
    QTest.keyClick(form.boxes[0], Qt.Key.Key_Space)
    QTest.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    (claim,) = record(desk, case_id).claims
    assert (claim.text, claim.happened_on) == ("It failed on 2026-11-03.", "2026-11-03")
    press(tab.claims, "find")
    assert isinstance(tab.claims.form, SuggestForm)
    assert len(tab.claims.form.boxes) == 1


def test_a_fact_is_thrown_away_and_brought_back(desk: Desk, show: Show, case_id: CaseId) -> None:
    (claim,), _ = desk.services.claims.add(case_id, ClaimDraft("x"))
    tab = show(case_id)
    tab.go_to("claims")
    press(tab.claims, f"trash:{claim.id}")
    fold = next(one for one in tab.claims.findChildren(QPushButton) if one.text() == "In the trash: 1")
    QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
    press(tab.claims, f"restore:{claim.id}")
    assert not record(desk, case_id).claims[0].trashed_at


def test_everything_has_a_name_and_the_keyboard_reaches_it(desk: Desk, show: Show, case_id: CaseId) -> None:
    exhibits(desk, case_id)
    desk.services.demands.offer(case_id, OfferDraft("d1", "credit", "60"))
    desk.services.claims.add(case_id, ClaimDraft("x"))
    log(desk, case_id, promised_by="2026-12-12", promise="answer")
    tab = show(case_id)
    for name in ("demands", "promises", "claims"):
        tab.go_to(name)
        page = {"demands": tab.demands, "promises": tab.promises, "claims": tab.claims}[name]
        assert said(page)
        seen = [one for kind in (QPushButton, QToolButton) for one in page.findChildren(kind)]
        buttons = [one for one in seen if isinstance(one, QWidget) and one.isVisibleTo(page)]
        assert buttons
        for one in buttons:
            assert one.accessibleName() or (isinstance(one, QPushButton) and one.text()), name
            assert one.focusPolicy() & Qt.FocusPolicy.TabFocus, name


def test_a_change_keeps_the_focus_on_what_has_the_same_name(desk: Desk, show: Show, case_id: CaseId) -> None:
    offer, _ = desk.services.demands.offer(case_id, OfferDraft("d1", "credit", "60"))
    tab = show(case_id)
    tab.go_to("demands")
    pencil = tab.demands.findChild(QToolButton, f"edit:{offer.id}")
    assert isinstance(pencil, QToolButton)
    pencil.setFocus()
    desk.change(desk.bus, lambda: desk.services.demands.answer(case_id, offer.id, OfferState.DECLINED))
    focus = tab.window().focusWidget()
    assert focus is not None
    assert focus is not pencil
    assert focus.objectName() == f"edit:{offer.id}"


@pytest.mark.parametrize("page", ["demands", "promises", "claims"])
def test_nothing_is_wider_than_a_narrow_page(desk: Desk, show: Show, qtbot: QtBot, case_id: CaseId, page: str) -> None:
    exhibits(desk, case_id)
    offer = "a long offer of many words " * 6
    desk.services.demands.offer(case_id, OfferDraft("d1", offer, "60"))
    desk.services.claims.add(case_id, ClaimDraft("a long fact of many words " * 6))
    log(desk, case_id, promised_by="2026-12-12", promise="a long promise " * 6)
    tab = show(case_id)
    tab.resize(460, 700)
    tab.go_to(page)
    shown = {"demands": tab.demands, "promises": tab.promises, "claims": tab.claims}[page]
    qtbot.waitUntil(lambda: shown.width() <= 460)
    qtbot.waitUntil(lambda: shown.view.page.minimumSizeHint().width() <= shown.view.viewport().width())


