"""The New case dialog: quick to do, and nothing typed is lost by closing it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.wizard.stage import commit
from walletcase.domain.errors import UserError
from walletcase.services.cases import TITLE_LIMIT, CaseService
from walletcase.ui.shell.desk import Desk
from walletcase.ui.wizard.fields_base import LineInput
from walletcase.ui.wizard.new_case import NewCaseDialog
from walletcase.ui.wizard.new_case_draft import CaseDraft, make_case, suggest_title


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk) -> NewCaseDialog:
    made = NewCaseDialog(desk)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def _line(dialog: NewCaseDialog, key: str) -> LineInput:
    found = dialog.basics.form.boxes[key].input
    assert isinstance(found, LineInput)
    return found


def test_a_case_is_made_from_what_was_said(dialog: NewCaseDialog, desk: Desk) -> None:
    seen: list[object] = []
    desk.bus.changed.connect(seen.append)
    assert dialog.problem.group is not None
    dialog.problem.group.options["transfer_failed"].button.click()
    dialog.next_button.click()
    commit(_line(dialog, "occurred_on").line, "2026年11月10日")
    dialog.next_button.click()
    dialog.create_button.click()
    assert dialog.result() == NewCaseDialog.DialogCode.Accepted
    assert dialog.created_case_id is not None
    record = desk.services.cases.open(dialog.created_case_id)
    assert record.value("problem_kind") == "transfer_failed"
    assert record.value("occurred_on") == "2026-11-10"
    assert record.value("institution") == record.playbook.institution.en
    assert record.case.title == "ICBC: Transfer failed, or money left but did not arrive"
    assert len(seen) == 1


def test_closing_untouched_makes_nothing(dialog: NewCaseDialog, desk: Desk) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.created_case_id is None
    assert desk.services.cases.rows() == ()


@pytest.mark.parametrize("by_esc", [True, False])
def test_closing_keeps_what_was_typed_as_a_draft_half_dates_too(
    dialog: NewCaseDialog, desk: Desk, by_esc: bool
) -> None:
    dialog.show_page(1)
    commit(_line(dialog, "occurred_on").line, "上周三")
    if by_esc:
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        dialog.close()
    assert not dialog.isVisible()
    assert dialog.result() == NewCaseDialog.DialogCode.Rejected
    assert dialog.created_case_id is not None
    record = desk.services.cases.open(dialog.created_case_id)
    assert record.value("occurred_on") == "上周三"
    assert record.case.title == record.playbook.name.en


def test_back_loses_nothing(dialog: NewCaseDialog) -> None:
    assert dialog.problem.group is not None
    dialog.problem.group.options["interest"].button.click()
    dialog.next_button.click()
    commit(_line(dialog, "occurred_on").line, "2026-11-01")
    dialog.back_button.click()
    assert dialog.problem.group.key == "interest"
    dialog.next_button.click()
    assert _line(dialog, "occurred_on").text() == "2026-11-01"


def test_a_title_of_ones_own_is_not_overwritten(dialog: NewCaseDialog) -> None:
    group = dialog.problem.group
    assert group is not None
    group.options["interest"].button.click()
    assert dialog.problem.title.text() == "ICBC: Interest missing or wrong"
    dialog.problem.title.setFocus()
    dialog.problem.title.selectAll()
    commit(dialog.problem.title, "妈妈的钱包")
    group.options["service"].button.click()
    assert dialog.problem.title.text() == "妈妈的钱包"
    dialog.problem.title.selectAll()
    QTest.keyClick(dialog.problem.title, Qt.Key.Key_Delete)
    group.options["restricted"].button.click()
    assert dialog.problem.title.text() == ""
    assert dialog.draft.title == "ICBC: Wallet limited, frozen or disabled"


def test_files_and_pictures_are_handed_to_the_window(dialog: NewCaseDialog, desk: Desk, tmp_path: Path) -> None:
    picked, dropped = tmp_path / "a.png", tmp_path / "b.pdf"
    desk.dialogs.files = [picked]  # type: ignore[attr-defined]
    dialog.evidence.pick_button.click()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(dropped))])
    copy, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(dialog, QDragEnterEvent(QPoint(9, 9), copy, mime, buttons, keys))
    QApplication.sendEvent(dialog, QDropEvent(QPointF(9, 9), copy, mime, buttons, keys))
    assert dialog.files == [picked, dropped]
    assert dialog.stack.currentIndex() == 2

    picture = QImage(3, 2, QImage.Format.Format_RGB32)
    picture.fill(QColor(12, 34, 56))
    QGuiApplication.clipboard().setImage(picture)
    dialog.evidence.paste_button.click()
    assert len(dialog.pasted) == 1
    back = QImage.fromData(dialog.pasted[0])
    assert (back.width(), back.height(), back.pixelColor(2, 1)) == (3, 2, QColor(12, 34, 56))

    take_out = {b.accessibleName(): b for b in dialog.evidence.findChildren(QToolButton)}
    take_out["Take out: a.png"].click()
    assert dialog.files == [dropped]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.created_case_id is not None


def test_the_paste_keys_take_a_picture_even_where_a_field_has_the_focus(
    dialog: NewCaseDialog, qtbot: QtBot
) -> None:
    dialog.show_page(1)
    qtbot.waitUntil(dialog.isActiveWindow)
    line = _line(dialog, "institution").line
    line.setFocus()
    QGuiApplication.clipboard().setImage(QImage(3, 2, QImage.Format.Format_RGB32))
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(dialog.pasted) == 1
    assert dialog.stack.currentIndex() == 2
    dialog.show_page(1)
    line.setFocus()
    line.clear()
    QGuiApplication.clipboard().setText("建设银行")
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "建设银行"
    assert len(dialog.pasted) == 1


def test_an_empty_clipboard_is_said_calmly(dialog: NewCaseDialog) -> None:
    QGuiApplication.clipboard().clear()
    dialog.show_page(2)
    dialog.evidence.paste_button.click()
    assert dialog.evidence.notice.isVisible()
    assert dialog.pasted == []


def test_files_given_before_it_opens_are_listed(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    made = NewCaseDialog(desk)
    qtbot.addWidget(made)
    made.files.append(tmp_path / "given.png")
    with qtbot.waitExposed(made):
        made.show()
    made.show_page(2)
    assert "Take out: given.png" in [b.accessibleName() for b in made.evidence.findChildren(QToolButton)]


def test_a_case_that_can_not_be_stored_leaves_the_dialog_open_with_everything_in_it(
    dialog: NewCaseDialog, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise UserError("disk_full", file="x")

    monkeypatch.setattr(CaseService, "new_case", full)
    dialog.show_page(1)
    commit(_line(dialog, "occurred_on").line, "2026-11-10")
    dialog.create_button.click()
    assert dialog.isVisible()
    assert _line(dialog, "occurred_on").text() == "2026-11-10"
    assert len(desk.dialogs.told) == 1  # type: ignore[attr-defined]
    desk.dialogs.confirms = False  # type: ignore[attr-defined]
    dialog.reject()
    assert dialog.isVisible()
    desk.dialogs.confirms = True  # type: ignore[attr-defined]
    dialog.reject()
    assert not dialog.isVisible()
    assert dialog.created_case_id is None


def test_a_title_is_suggested_in_both_languages(desk: Desk) -> None:
    playbook = desk.services.playbooks.get("icbc-digital-wallet")
    values = {"problem_kind": "cannot_open", "institution": "中国工商银行杭州武林支行"}
    assert suggest_title(playbook, values, "zh_CN") == "中国工商银行杭州武林支行：开通不了"
    assert suggest_title(playbook, {"problem_kind": "cannot_open"}, "zh_CN") == "开通不了"
    assert suggest_title(playbook, {}, "en") == playbook.name.en
    values["institution"] = playbook.institution.en
    assert suggest_title(playbook, values, "zh_CN") == f"{playbook.institution.zh}：开通不了"
    values["institution"] = "很长" * 300
    assert len(suggest_title(playbook, values, "en")) == TITLE_LIMIT


def test_good_values_are_tidied_and_others_kept_as_typed(desk: Desk) -> None:
    values = {"occurred_on": "２０２６/11/2", "problem": "打不开", "demand": " "}
    case, changes = make_case(desk.services, CaseDraft("标题", "icbc-digital-wallet", values))
    record = desk.services.cases.open(case.id)
    assert record.value("occurred_on") == "2026-11-02"
    assert changes.cases == {case.id}
    half = make_case(desk.services, CaseDraft("标题", "icbc-digital-wallet", {"occurred_on": "2026-13"}))[0]
    assert desk.services.cases.open(half.id).value("occurred_on") == "2026-13"


def test_another_playbook_keeps_what_was_typed_and_brings_its_own_name(dialog: NewCaseDialog, desk: Desk) -> None:
    other = next(key for key in desk.services.playbooks.known() if key != dialog.draft.playbook_key)
    first, then = (desk.services.playbooks.get(key) for key in (dialog.draft.playbook_key, other))
    assert first.institution != then.institution
    dialog.show_page(1)
    commit(_line(dialog, "occurred_on").line, "2026-11-10")
    dialog.show_page(0)
    dialog.playbooks.picked.emit(other)
    assert dialog.stack.currentIndex() == 0
    assert dialog.draft.playbook_key == other
    assert dialog.draft.values.get("institution", "") == then.institution.en  # the old name was the playbook's word
    assert _line(dialog, "occurred_on").text() == "2026-11-10"
    dialog.show_page(1)
    commit(_line(dialog, "institution").line, "某某银行")
    dialog.playbooks.picked.emit(first.key)
    assert _line(dialog, "institution").text().startswith("某某银行")


def test_text_in_the_clipboard_is_no_evidence(dialog: NewCaseDialog, qtbot: QtBot) -> None:
    assert dialog.problem.group is not None
    card = next(iter(dialog.problem.group.options.values())).button
    card.setFocus()
    QGuiApplication.clipboard().setText("95588")
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(card, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert dialog.stack.currentIndex() == 0
    dialog.show_page(2)
    QTest.keyClick(dialog.create_button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert dialog.evidence.notice.isVisible()


def test_pages_are_no_tab_stops_of_their_own(dialog: NewCaseDialog) -> None:
    for page in (dialog.problem, dialog.basics, dialog.evidence):
        assert page.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_the_buttons_of_the_evidence_page_stand_in_the_middle(dialog: NewCaseDialog) -> None:
    dialog.show_page(2)
    QApplication.processEvents()
    page = dialog.evidence
    left = page.pick_button.mapTo(page.card, QPoint(0, 0)).x()
    right = page.card.width() - page.paste_button.mapTo(page.card, QPoint(page.paste_button.width(), 0)).x()
    assert abs(left - right) <= 2
