"""Exhibits dragged from their tab to what they show: tabs open under the mouse; contacts, facts, demands take them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.evidence.evidence_stage import make_pictures
from tests.ui.timeline.contacts import log, new_case
from walletcase.domain.case import CaseRecord
from walletcase.domain.demands import Demand, DemandKind, dump_demands
from walletcase.domain.flow.playbook import Role
from walletcase.domain.ids import CaseId, EvidenceId
from walletcase.domain.links import UseKind, linkable, linked_to
from walletcase.services.claims import ClaimDraft
from walletcase.ui.case_page.view import TAB_ORDER, CasePage
from walletcase.ui.facts.view import FactsTab
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.exhibits import exhibits_mime
from walletcase.ui.shell.room import CaseTab
from walletcase.ui.timeline.view import TimelineTab

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT, NO_KEYS, LINK = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.LinkAction


class PlainTab(CaseTab):
    """A tab that is not looked at here."""

    def show_case(self, record: CaseRecord, changes: object) -> None:
        """Nothing."""


@pytest.fixture
def case_id(desk: Desk, tmp_path: Path) -> CaseId:
    """A case with two exhibits, two contacts, two claims, two demands."""
    made = new_case(desk.services)
    desk.services.evidence.attach(made, make_pictures(tmp_path / "in", 2))
    log(desk.services, made, "2026-11-03T10:05", "登记了投诉")
    log(desk.services, made, "2026-11-13T11:00", "催问进展")
    desk.services.claims.add(made, ClaimDraft("转账失败"), ClaimDraft("钱包打不开"))
    fields = record(desk, made).playbook.fields()
    key = next(field.key for field in fields if field.role is Role.DEMAND)
    demands = (Demand("d1", DemandKind.FIX, "开通"), Demand("d2", DemandKind.APOLOGISE, "道歉"))
    desk.services.flow.save_draft(made, key, 1, dump_demands(demands))
    return made


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, case_id: CaseId) -> CasePage:
    tabs: dict[str, CaseTab] = {name: PlainTab() for name in TAB_ORDER}
    tabs |= {"timeline": TimelineTab(desk), "facts": FactsTab(desk)}
    made = CasePage(desk, tabs)
    qtbot.addWidget(made)
    made.resize(900, 800)
    made.open_case(case_id)
    with qtbot.waitExposed(made):
        made.show()
    return made


def record(desk: Desk, case_id: CaseId) -> CaseRecord:
    return desk.services.cases.open(case_id)


def exhibits(page: CasePage, *numbers: int) -> QMimeData:
    assert page.record is not None
    return exhibits_mime(item for item in page.record.live_evidence if item.exhibit_no in numbers)


def enter(widget: QWidget, at: QPoint, mime: QMimeData) -> bool:
    event = QDragEnterEvent(at, LINK, mime, LEFT, NO_KEYS)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def move(widget: QWidget, at: QPoint, mime: QMimeData) -> bool:
    event = QDragMoveEvent(at, LINK, mime, LEFT, NO_KEYS)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def drop(widget: QWidget, at: QPoint, mime: QMimeData) -> bool:
    assert enter(widget, at, mime)  # Qt hands a drop only to what the drag has entered
    event = QDropEvent(QPointF(at), LINK, mime, LEFT, NO_KEYS)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def links(page: CasePage, desk: Desk, kind: UseKind) -> list[tuple[int, ...]]:
    """The exhibit numbers linked to each thing of a kind."""
    now = record(desk, page.case_id or CaseId(0))
    numbers = {item.id: item.exhibit_no for item in now.evidence}
    return [tuple(numbers[one] for one in linked_to(now, use)) for use in linkable(now) if use.kind is kind]


def test_a_tab_opens_while_exhibits_are_held_over_it(page: CasePage, qtbot: QtBot) -> None:
    page.open_tab("evidence")
    place = page.bar.tabRect(TAB_ORDER.index("timeline")).center()
    assert enter(page.bar, place, exhibits(page, 1))
    move(page.bar, place, exhibits(page, 1))
    assert page.bar.currentIndex() == TAB_ORDER.index("evidence")  # not by passing over it
    qtbot.waitUntil(lambda: page.bar.currentIndex() == TAB_ORDER.index("timeline"), timeout=3000)


def test_a_page_of_the_facts_opens_so_too_and_not_for_files(page: CasePage, qtbot: QtBot) -> None:
    page.open_tab("facts")
    facts = page.stack.currentWidget()
    assert isinstance(facts, FactsTab)
    button = next(one for one in facts.bar.findChildren(QPushButton) if one.text().startswith("Facts and proof"))
    text = QMimeData()
    text.setText("1")
    assert not enter(button, QPoint(5, 5), text)
    assert enter(button, QPoint(5, 5), exhibits(page, 1))
    QApplication.sendEvent(button, QDragLeaveEvent())
    enter(button, QPoint(5, 5), exhibits(page, 1))
    assert facts.bar.current == "overview"
    qtbot.waitUntil(lambda: facts.bar.current == "claims", timeout=3000)


def test_a_contact_takes_exhibits_and_gives_them_back_by_undo(page: CasePage, desk: Desk) -> None:
    page.open_tab("timeline")
    tab = page.stack.currentWidget()
    assert isinstance(tab, TimelineTab)
    port = tab.list.viewport()
    heading, contact = (tab.list.visualRect(tab.model.index(row)).center() for row in (0, 1))
    mime = exhibits(page, 1, 2)
    assert enter(port, contact, mime)
    assert not move(port, heading, mime)
    assert move(port, contact, mime)
    assert tab.list.currentIndex().row() == 1
    assert not drop(port, heading, mime)
    assert links(page, desk, UseKind.CONTACT) == [(), ()]
    assert drop(port, contact, mime)
    assert links(page, desk, UseKind.CONTACT) == [(1, 2), ()]
    desk.services.history.undo()
    assert links(page, desk, UseKind.CONTACT) == [(), ()]


def test_other_things_fall_through(page: CasePage, desk: Desk) -> None:
    page.open_tab("timeline")
    tab = page.stack.currentWidget()
    assert isinstance(tab, TimelineTab)
    contact = tab.list.visualRect(tab.model.index(1)).center()
    text = QMimeData()
    text.setText("1")
    assert not enter(tab.list.viewport(), contact, text)
    stranger = exhibits(page, 1)
    other = new_case(desk.services, "别的")
    page.open_case(other)
    log(desk.services, other, "2026-11-03T10:05", "别的")
    page.open_case(None)
    page.open_case(other)
    drop(tab.list.viewport(), contact, stranger)
    assert links(page, desk, UseKind.CONTACT) == [()]


@pytest.mark.parametrize(("name", "kind"), [("claims", UseKind.CLAIM), ("demands", UseKind.DEMAND)])
def test_a_card_takes_exhibits_is_marked_meanwhile_and_says_so(
    page: CasePage, desk: Desk, name: str, kind: UseKind
) -> None:
    page.open_tab("facts", name)
    facts = page.stack.currentWidget()
    assert isinstance(facts, FactsTab)
    QApplication.processEvents()
    use = [one for one in linkable(record(desk, page.case_id or CaseId(0))) if one.kind is kind][1]
    sub = facts.stack.currentWidget()
    assert sub is not None
    card = sub.findChild(QWidget, f"at:{use.key}")
    view = getattr(sub, "view", None)
    assert isinstance(card, QWidget)
    assert view is not None
    place = card.mapTo(view.viewport(), QPoint(12, 12))
    mime = exhibits(page, 2)
    before = card.property("card")
    assert enter(view.viewport(), place, mime)
    assert move(view.viewport(), place, mime)
    assert card.property("card") == "drop"
    QApplication.sendEvent(view.viewport(), QDragLeaveEvent())
    assert card.property("card") == before
    assert not move(view.viewport(), QPoint(3, view.viewport().height() - 3), mime)
    assert drop(view.viewport(), place, mime)
    assert links(page, desk, kind) == [(), (2,)]
    QApplication.processEvents()  # the page was built anew
    assert drop(view.viewport(), place, mime)  # once more changes nothing
    assert links(page, desk, kind) == [(), (2,)]
    desk.services.history.undo()
    assert links(page, desk, kind) == [(), ()]


def test_a_form_open_on_a_contact_learns_what_is_linked_elsewhere(page: CasePage, desk: Desk) -> None:
    page.open_tab("timeline")
    tab = page.stack.currentWidget()
    assert isinstance(tab, TimelineTab)
    case_id = page.case_id or CaseId(0)
    use = linkable(record(desk, case_id))[0]
    items = [item.id for item in record(desk, case_id).live_evidence]
    desk.services.links.link(case_id, items[:1], use)
    desk.bus.changed.emit(desk.services.links.link(case_id, items[:1], use))
    entry = next(one for one in record(desk, case_id).timeline if str(one.id) == use.key)
    tab.correct(entry.id)
    desk.bus.changed.emit(desk.services.links.link(case_id, items[1:], use))
    assert tab.form.evidence.chosen() == tuple(items)
    desk.bus.changed.emit(desk.services.links.unlink(case_id, items[:1], use))
    assert tab.form.evidence.chosen() == (EvidenceId(items[1]),)
    tab.save()
    assert linked_to(record(desk, case_id), use) == (items[1],)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
