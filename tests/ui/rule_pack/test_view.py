"""The window "Rules and channels", by keys: look up, correct, import, go back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.services.test_rules import due_on, filed, newer, packed, shorter
from tests.ui.conftest import CannedDialogs
from walletcase.domain.rules.pack import RulePack
from walletcase.services.facade import Services
from walletcase.ui.rule_pack.model import FactModel
from walletcase.ui.rule_pack.rows import Section, found, rows_of
from walletcase.ui.rule_pack.view import RulesDialog
from walletcase.ui.shell.desk import Desk
from walletcase.ui.widgets.labels import Chip, PlainLabel


@pytest.fixture
def dialog(desk: Desk, qtbot: QtBot) -> RulesDialog:
    """The window in the smallest size of the app."""
    made = RulesDialog(desk)
    qtbot.addWidget(made)
    made.resize(960, 600)
    made.show()
    return made


def said(part: QWidget) -> list[str]:
    """All texts that are shown in a part."""
    QApplication.processEvents()  # a layout shows what was put into it a moment later
    return [label.text() for label in part.findChildren(PlainLabel) if label.isVisibleTo(part)]


def chips(part: QWidget) -> list[str]:
    """The marks that are shown in a part."""
    QApplication.processEvents()
    return [chip.text() for chip in part.findChildren(Chip) if chip.isVisibleTo(part)]


def amount(services: Services) -> int:
    """How many days a bank has."""
    limit = services.rules.active().revision.pack.limit("bank_answer")
    assert limit is not None
    return limit.amount


def edit(dialog: RulesDialog, path: str, text: str) -> None:
    """Change a fact as a person does by keys, up to what it would change."""
    editor = dialog.page.editors[path]
    assert editor.change is not None
    editor.change.setFocus()
    QTest.keyClick(editor.change, Qt.Key.Key_Space)
    assert editor.field.hasFocus()
    QTest.keyClicks(editor.field, text)
    QTest.keyClick(editor.field, Qt.Key.Key_Return)


def test_the_first_limit_is_shown_with_all_that_is_known(dialog: RulesDialog) -> None:
    assert dialog.list.hasFocus()
    texts = said(dialog.page)
    assert "Bank's answer (ordinary matter)" in texts
    assert any("15" in text for text in texts)
    assert any("CBIRC order 2020 no. 3" in text for text in texts)
    assert "Last checked on 2026-11-22" in texts
    assert "To be verified" not in chips(dialog.page)


def test_arrow_keys_go_through_the_facts_and_show_their_marks(dialog: RulesDialog) -> None:
    for _ in range(3):
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert "Ask the superior branch for a review" in said(dialog.page)
    assert chips(dialog.page) == ["To be verified"]
    assert any("Nobody has seen this" in text for text in said(dialog.page))


def test_a_number_is_found_by_typing_it(dialog: RulesDialog) -> None:
    dialog.sections.setCurrentRow(list(Section).index(Section.CHANNELS))
    dialog.search.setFocus()
    QTest.keyClicks(dialog.search, "12378")
    assert dialog.facts.model.rowCount() == 1
    assert "NFRA consumer hotline" in said(dialog.page)
    dialog.search.setText("nothing like it")
    assert dialog.facts.model.rowCount() == 0
    assert any("Nothing of that here" in text for text in said(dialog.page))


@pytest.mark.parametrize("section", list(Section))
def test_every_section_shows_each_of_its_facts(dialog: RulesDialog, section: Section) -> None:
    dialog.sections.setCurrentRow(list(Section).index(section))
    rows = dialog.facts.model.rowCount()
    assert rows > 0
    for place in range(rows):
        dialog.list.setCurrentIndex(dialog.facts.model.index(place))
        assert len(said(dialog.page)) >= 2


def test_a_limit_changed_by_keys_moves_deadlines_only_after_the_diff(dialog: RulesDialog, services: Services) -> None:
    case_id = filed(services)
    edit(dialog, "limit/bank_answer/amount", "10")
    texts = said(dialog.diff)
    assert "2026-12-05 / 2026-12-07  →  2026-11-30" in texts
    assert "15  →  10" in texts
    assert due_on(services, case_id) == "2026-12-05"
    assert dialog.diff.take.hasFocus()
    QTest.keyClick(dialog.diff.take, Qt.Key.Key_Space)
    assert due_on(services, case_id) == "2026-11-30"
    assert "Changed by you on 2026-11-22" in chips(dialog.page)
    assert any(text.startswith("The rules say: 15") for text in said(dialog.page))
    assert dialog.toasts.text == "The new rules are in force"


def test_what_is_no_number_is_told_at_the_field(dialog: RulesDialog, services: Services) -> None:
    edit(dialog, "limit/bank_answer/amount", "soon")
    editor = dialog.page.editors["limit/bank_answer/amount"]
    assert "'soon' can't stand here." in editor.problem.text()
    assert editor.field.hasFocus()
    QTest.keyClick(editor.field, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert editor.shown.isVisible()
    assert amount(services) == 15


def test_escape_leaves_the_diff_first_then_the_window(dialog: RulesDialog, services: Services) -> None:
    edit(dialog, "limit/bank_answer/amount", "12")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.stack.currentIndex() == 0
    assert amount(services) == 15
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_an_import_is_left_or_taken(dialog: RulesDialog, desk: Desk, services: Services, tmp_path: Path) -> None:
    filed(services)
    assert isinstance(desk.dialogs, CannedDialogs)
    desk.dialogs.files = [packed(tmp_path / "new.zip", pack=newer, limits=shorter)]
    QTest.mouseClick(dialog.rail.bring, Qt.MouseButton.LeftButton)
    assert "工行" not in said(dialog.diff)
    assert any("1 open case" in text for text in said(dialog.diff))
    QTest.mouseClick(dialog.diff.leave, Qt.MouseButton.LeftButton)
    assert amount(services) == 15
    QTest.mouseClick(dialog.rail.bring, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.diff.take, Qt.MouseButton.LeftButton)
    assert amount(services) == 10
    assert "2027.1.1" in dialog.rail.version.text()


def test_a_bad_pack_is_told_with_its_place(dialog: RulesDialog, desk: Desk, tmp_path: Path) -> None:
    assert isinstance(desk.dialogs, CannedDialogs)
    desk.dialogs.files = [packed(tmp_path / "bad.zip", limits=lambda words: words.replace("amount = 15", "amount = 0"))]
    QTest.mouseClick(dialog.rail.bring, Qt.MouseButton.LeftButton)
    assert "limit[bank_answer].amount" in desk.dialogs.told[0]
    assert dialog.stack.currentIndex() == 0


def test_going_back_from_the_history(dialog: RulesDialog, services: Services) -> None:
    case_id = filed(services)
    edit(dialog, "limit/bank_answer/amount", "10")
    QTest.keyClick(dialog.diff.take, Qt.Key.Key_Space)
    dialog.sections.setCurrentRow(list(Section).index(Section.HISTORY))
    assert chips(dialog.page)[0] == "In force"
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.page.back is not None
    QTest.keyClick(dialog.page.back, Qt.Key.Key_Space)
    QTest.keyClick(dialog.diff.take, Qt.Key.Key_Space)
    assert due_on(services, case_id) == "2026-12-05"
    assert [one.kind for one in services.rules.revisions()] == ["rolled_back", "edited", "shipped"]


def test_the_first_change_of_all_can_be_gone_back_from(dialog: RulesDialog, services: Services) -> None:
    edit(dialog, "limit/bank_answer/amount", "10")
    QTest.keyClick(dialog.diff.take, Qt.Key.Key_Space)
    (undo,) = [one for one in dialog.findChildren(QAbstractButton) if one.text() == "Go back"]
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert amount(services) == 15
    assert "Changed by you on 2026-11-22" not in chips(dialog.page)


def test_everything_to_use_has_a_name(dialog: RulesDialog) -> None:
    parts: list[QWidget] = [*dialog.findChildren(QAbstractButton), *dialog.findChildren(QLineEdit)]
    shown = [part for part in parts if part.isVisible()]
    assert len(shown) >= 3
    unnamed = [part for part in shown if not (part.accessibleName() or getattr(part, "text", str)())]
    assert unnamed == [] or {type(part).__name__ for part in unnamed} == {"QToolButton"}  # Qt's own clear button
    assert dialog.list.accessibleName()
    assert dialog.sections.accessibleName()


def test_nothing_is_wider_than_the_smallest_window(dialog: RulesDialog) -> None:
    assert dialog.minimumSizeHint().width() <= 960
    assert dialog.page.page.minimumSizeHint().width() <= dialog.page.viewport().width()


def test_the_model_is_sound(services: Services) -> None:
    pack = services.rules.active().revision.pack
    model = FactModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(rows_of(pack, (), Section.LIMITS, "en"))
    assert model.rowCount() == len(pack.limits)
    assert model.index_of("nfra_transfer").row() == [limit.key for limit in pack.limits].index("nfra_transfer")
    assert model.index_of("gone").row() == 0
    assert model.data(QModelIndex()) is None


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_a_search_finds_words_in_any_order(services: Services, language: str) -> None:
    pack: RulePack = services.rules.active().revision.pack
    rows = rows_of(pack, (), Section.CHANNELS, language)
    wanted = "热线 工商" if language == "zh_CN" else "hotline icbc"
    assert {"icbc_hotline", "icbc_hotline_abroad"} <= {row.key for row in found(rows, wanted)}
    assert found(rows, "") == rows


def test_newer_rules_of_the_app_are_offered_and_taken_only_when_asked(
    desk: Desk, services: Services, tmp_path: Path, qtbot: QtBot
) -> None:
    def older(words: str) -> str:
        return words.replace('version = "2026.11.1"', 'version = "2025.9.3"')

    filed(services)
    services.rules.adopt(services.rules.preview_import(packed(tmp_path / "old.zip", pack=older, limits=shorter)))
    dialog = RulesDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.offer.isVisible()
    assert "2026.11.1" in dialog.offer_text.text()
    QTest.keyClick(dialog.look, Qt.Key.Key_Space)
    assert amount(services) == 10
    QTest.keyClick(dialog.diff.take, Qt.Key.Key_Space)
    assert amount(services) == 15
    assert not dialog.offer.isVisible()


def test_a_window_opened_for_one_fact_shows_it(desk: Desk, qtbot: QtBot) -> None:
    dialog = RulesDialog(desk, section=Section.CHANNELS, key="court")
    qtbot.addWidget(dialog)
    dialog.show()
    assert "Court" in said(dialog.page)
    assert dialog.section is Section.CHANNELS


def test_with_large_text_the_sections_are_icons_that_keep_their_names(dialog: RulesDialog) -> None:
    dialog.resize(760, 600)
    QApplication.processEvents()
    item = dialog.sections.item(1)
    assert item.text() == ""
    assert item.toolTip() == item.data(Qt.ItemDataRole.AccessibleTextRole) == "Channels"
    assert dialog.rail.bring.accessibleName() == "Import newer…"
    dialog.resize(1100, 700)
    QApplication.processEvents()
    assert item.text() == "Channels"
