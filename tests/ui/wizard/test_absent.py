"""A case whose playbook is gone: the Step tab says so, shows what was written, and comes back with the file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from walletcase.domain.due.followup import action_of, digest_of
from walletcase.infra import resources
from walletcase.services.changes import changed
from walletcase.ui.case_page.next_card import NextCard
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.texts import playbook_of
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.wizard.view import StepTab

SHIPPED = resources.path("playbooks", "icbc-digital-wallet.toml").read_text(encoding="utf-8")
MINE = SHIPPED.replace('key = "icbc-digital-wallet"', 'key = "my-bank"', 1)


def test_what_was_written_is_shown_and_the_way_back_is_offered(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(MINE, encoding="utf-8")
    desk.services.playbook_files.add(file)
    values = {"problem": "打不开钱包", "demand": "开通钱包"}
    case = desk.services.cases.new_case("我的银行", "my-bank", values)[0]
    desk.services.flow.finish(case.id, "gather", "ready")
    kept = desk.services.data_folder / "playbooks" / "my-bank.toml"
    kept.unlink()
    tab = StepTab(desk)
    qtbot.addWidget(tab)
    tab.show_case(desk.services.cases.open(case.id), None)
    tab.show()
    assert tab.absent is not None
    said = "\n".join(label.text() for label in tab.absent.findChildren(PlainLabel))
    assert "my-bank" in said
    assert "打不开钱包" in said
    assert "开通钱包" in said
    assert '"kind"' not in said
    tab.go_to("gather")
    QTest.keyClick(tab, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    with qtbot.waitSignal(desk.bus.playbooks_asked):
        QTest.mouseClick(tab.absent.add_button, Qt.MouseButton.LeftButton)
    assert playbook_of(desk.services.playbooks, "my-bank") is None
    desk.services.playbook_files.add(file)
    tab.show_case(desk.services.cases.open(case.id), changed(case.id))
    assert tab.page is not None
    assert tab.step_key == "hotline"


def test_the_one_next_action_is_to_add_the_file_again(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(MINE, encoding="utf-8")
    desk.services.playbook_files.add(file)
    case = desk.services.cases.new_case("我的银行", "my-bank")[0]
    desk.services.flow.finish(case.id, "gather", "ready")
    (desk.services.data_folder / "playbooks" / "my-bank.toml").unlink()
    card = NextCard(desk)
    qtbot.addWidget(card)
    record = desk.services.cases.open(case.id)
    card.show_action(record, action_of(digest_of(record), desk.services.clock.today()))
    said = " ".join(label.text() for label in card.findChildren(PlainLabel))
    assert "Add the playbook of this case again" in said
    assert "Nothing left to do" not in said
