"""The check and the route beside a case, by real keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from walletcase.domain.door_kind import DoorKind
from walletcase.domain.evidence import EvidenceEdit
from walletcase.domain.ids import CaseId
from walletcase.services.facade import Services
from walletcase.ui.check.view import CheckDialog
from walletcase.ui.shell.desk import Desk
from walletcase.ui.widgets.labels import Chip, PlainLabel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
GOOD = {
    "institution": "中国工商银行",
    "wallet_type": "ecny_icbc",
    "problem": "2026年10月8日页面提示系统繁忙",
    "demand": "请于2026年12月10日前开通",
    "complainant": "张三",
    "phone": "13800138000",
    "wallet_tail": "1234",
    "occurred_on": "2026-10-08",
    "opened_on": "2026-10-01",
}


@pytest.fixture
def case_id(services: Services) -> CaseId:
    """A case with which nothing is wrong."""
    made = services.cases.new_case("钱包打不开", values=GOOD)[0].id
    services.evidence.attach_bytes(made, b"a", "a.txt", EvidenceEdit(proves="提示", step_key="gather"))
    return made


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, case_id: CaseId) -> CheckDialog:
    """The dialog of the case, shown."""
    made = CheckDialog(desk, case_id)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def texts(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in widget.findChildren(PlainLabel) if label.isVisibleTo(widget))


def press(widget: QWidget, name: str) -> None:
    QApplication.processEvents()
    buttons = (b for b in widget.findChildren(QPushButton) if b.isVisibleTo(widget))
    found = next(b for b in buttons if name in (b.text(), b.accessibleName()))
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Space)
    QApplication.processEvents()


def set_values(desk: Desk, case_id: CaseId, **values: str) -> None:
    desk.change(desk.bus, lambda: desk.services.flow.set_values(case_id, values))
    QApplication.processEvents()


def test_a_case_with_which_nothing_is_wrong_is_told_so(dialog: CheckDialog) -> None:
    assert "Nothing is missing for: Hotline" in texts(dialog.page)
    assert dialog.page.views == []
    assert not dialog.page.summary.isVisibleTo(dialog.page)


def test_a_gap_says_what_why_and_what_to_do_and_leads_there(
    qtbot: QtBot, desk: Desk, dialog: CheckDialog, case_id: CaseId
) -> None:
    set_values(desk, case_id, complainant="")
    said = texts(dialog.page)
    assert "Hotline asks for this, and it is not filled in: Your name." in said
    assert "1 to check" in said
    with qtbot.waitSignal(desk.bus.asked) as asked:
        press(dialog.page, "Go there")
    assert asked.args == ["step", "complainant"]
    assert not dialog.isVisible()  # without a wide window behind it, it would hide where it leads


def test_it_stays_beside_a_wide_window(qtbot: QtBot, desk: Desk, case_id: CaseId) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1400, 800)
    dialog = CheckDialog(desk, case_id, host)
    with qtbot.waitExposed(dialog):
        dialog.show()
    set_values(desk, case_id, complainant="")
    press(dialog.page, "Go there")
    assert dialog.isVisible()
    dialog.reject()


def test_the_calmer_wording_takes_its_place_and_can_be_undone(desk: Desk, dialog: CheckDialog, case_id: CaseId) -> None:
    set_values(desk, case_id, problem="2026年10月8日，垃圾银行不理人")
    assert "Calmer: 贵行" in texts(dialog.page)
    press(dialog.page, "Use the calmer wording")
    assert desk.services.cases.open(case_id).value("problem") == "2026年10月8日，贵行不理人"
    assert "Nothing is missing" in texts(dialog.page)
    assert dialog.focusWidget() is dialog.page.door  # nothing is left in the list
    desk.change(desk.bus, desk.services.history.undo)
    assert "Calmer: 贵行" in texts(dialog.page)


def test_a_secret_is_never_shown_and_can_be_masked(desk: Desk, dialog: CheckDialog, case_id: CaseId) -> None:
    set_values(desk, case_id, lessons="密码是 abc12345", problem="2026年10月8日 11010519491231002X")
    said = texts(dialog.page)
    assert "abc12345" not in said
    assert "11010519491231002X" not in said
    press(dialog.page, "Mask it")
    record = desk.services.cases.open(case_id)
    assert record.value("lessons") == "密码是 ***"
    assert record.value("problem") == "2026年10月8日 **************002X"
    assert dialog.focusWidget() is dialog.page.door


def test_words_of_a_crisis_show_help_and_let_the_rest_wait(desk: Desk, dialog: CheckDialog, case_id: CaseId) -> None:
    set_values(desk, case_id, lessons="不想活了", complainant="")
    said = texts(dialog.page)
    assert "12356" in said
    assert "Your name" not in said
    press(dialog.page, "The rest can wait")
    assert "Your name" in texts(dialog.page)


def test_another_door_is_chosen_by_keys(desk: Desk, dialog: CheckDialog, case_id: CaseId) -> None:
    set_values(desk, case_id, other_filings="11月1日打过 12378")
    combo = dialog.page.door
    assert combo.currentText() == "Hotline (next)"
    place = combo.findData(DoorKind.PETITION.value)
    combo.setFocus()
    while combo.currentIndex() < place:
        QTest.keyClick(combo, Qt.Key.Key_Down)
        QApplication.processEvents()
        place = combo.findData(DoorKind.PETITION.value)
    assert combo.currentText() == "Petition"
    assert "This matter is with: Financial regulator (NFRA)." in texts(dialog.page)


def test_what_rests_on_inference_wears_its_mark(desk: Desk, dialog: CheckDialog, case_id: CaseId) -> None:
    set_values(desk, case_id, wallet_tail="")
    chips = [chip.text() for chip in dialog.page.findChildren(Chip) if chip.isVisibleTo(dialog.page)]
    assert chips == ["Hint", "To be verified"]


def test_another_case_begins_with_its_next_door(desk: Desk, dialog: CheckDialog, case_id: CaseId) -> None:
    dialog.show_check(DoorKind.COURT)
    assert dialog.page.door.currentData() == "court"
    other = desk.services.cases.new_case("乙")[0].id
    dialog.page.show_case(desk.services.cases.open(other))
    assert dialog.page.door.currentData() == "hotline"


def test_the_route_has_its_doors_in_order_with_numbers_and_marks(dialog: CheckDialog) -> None:
    dialog.show_route()
    said = texts(dialog.route)
    assert "The bank answers for it." in said
    assert said.index("Hotline") < said.index("Branch") < said.index("Superior's review")
    assert "95588" in said
    assert "To be verified" in said


def test_fraud_puts_the_police_first(dialog: CheckDialog) -> None:
    dialog.show_route()
    dialog.route.fraud.setFocus()
    QTest.keyClick(dialog.route.fraud, Qt.Key.Key_Down)
    said = texts(dialog.route)
    assert said.index("Police") < said.index("Hotline")
    assert "96110" in said


def test_another_product_is_tried_out_and_kept_by_the_person_only(
    desk: Desk, dialog: CheckDialog, case_id: CaseId
) -> None:
    dialog.show_route()
    route = dialog.route
    assert not route.keep.isVisibleTo(route)
    route.product.setFocus()
    while route.product.currentData() != "payment_wallet":
        QTest.keyClick(route.product, Qt.Key.Key_Down)
    assert "The payment institution answers for it." in texts(route)
    assert desk.services.cases.open(case_id).value("wallet_type") == "ecny_icbc"
    press(route, "Keep this product in the case")
    assert desk.services.cases.open(case_id).value("wallet_type") == "payment_app"
    assert not route.keep.isVisibleTo(route)


def test_without_a_product_the_route_asks_for_it(desk: Desk, dialog: CheckDialog, case_id: CaseId) -> None:
    dialog.show_route()
    set_values(desk, case_id, wallet_type="")
    assert "Choose what it is about" in texts(dialog.route)


def test_a_stop_tells_what_is_pending_and_what_conflicts_and_leads_to_its_check(
    desk: Desk, dialog: CheckDialog, case_id: CaseId
) -> None:
    dialog.show_route()
    set_values(desk, case_id, other_filings="11月1日打过 12378；11月2日打过 12363", wallet_type="ecny_app")
    said = texts(dialog.route)
    assert "Pending here" in said
    assert "Likely to be refused while this is pending: Financial regulator (NFRA)" in said
    press(dialog.route, "Check for: People's Bank (PBoC)")
    assert dialog.tabs.currentWidget() is dialog.page
    assert dialog.page.door.currentData() == "pboc"


def test_a_number_is_copied(dialog: CheckDialog) -> None:
    dialog.show_route()
    copy = next(b for b in dialog.route.findChildren(QToolButton) if b.accessibleName() == "Copy 95588")
    copy.setFocus()
    QTest.keyClick(copy, Qt.Key.Key_Space)
    assert QApplication.clipboard().text() == "95588"


def test_everything_can_be_reached_by_tab_and_has_a_name(desk: Desk, dialog: CheckDialog, case_id: CaseId) -> None:
    set_values(desk, case_id, complainant="", problem="2026年10月8日，垃圾银行")
    for page in (dialog.page, dialog.route):
        dialog.tabs.setCurrentWidget(page)
        QApplication.processEvents()
        buttons = [one for one in page.findChildren(QPushButton) if one.isVisibleTo(page)]
        assert all(one.accessibleName() or one.text() for one in buttons)
        assert all(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in buttons)
    names = [one.accessibleName() for one in dialog.page.findChildren(QPushButton) if one.accessibleName()]
    assert len(names) == len(set(names))


def test_no_text_is_cut_in_the_smallest_window(qtbot: QtBot, desk: Desk, dialog: CheckDialog, case_id: CaseId) -> None:
    set_values(desk, case_id, complainant="", problem="2026年10月8日，垃圾银行，不赔就曝光你们")
    dialog.resize(560, 480)
    for page in (dialog.page, dialog.route):
        dialog.tabs.setCurrentWidget(page)
        qtbot.waitUntil(lambda: not _cut(dialog))


def _cut(widget: QWidget) -> list[str]:
    labels = [one for one in widget.findChildren(PlainLabel) if one.isVisibleTo(widget) and one.wordWrap()]
    return [one.text() for one in labels if one.height() < one.heightForWidth(one.width())]
