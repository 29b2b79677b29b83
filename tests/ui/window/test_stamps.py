"""The window of the journal and its time stamps, by keys and mouse, with a real authority on loopback."""

from __future__ import annotations

import socket
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.infra.tsa import Authority
from tests.ui.conftest import CannedDialogs
from tests.ui.window.window_stage import WindowStage
from walletcase.domain.trusted_time import imprint_of
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.tasks import PoolLane
from walletcase.ui.widgets.labels import Chip
from walletcase.ui.window.stamps import StampsDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """A real authority."""
    return Authority(tmp_path_factory.mktemp("tsa"))


@pytest.fixture
def dialog(desk: Desk, qtbot: QtBot) -> Iterator[StampsDialog]:
    """The window over a journal of one line."""
    desk.services.cases.new_case("钱包打不开", "icbc-digital-wallet", {})
    made = StampsDialog(desk)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.done(0)


@pytest.fixture
def slow(desk: Desk, qtbot: QtBot) -> Iterator[StampsDialog]:
    """The window on lanes of threads, as in the app."""
    desk.services.cases.new_case("钱包打不开", "icbc-digital-wallet", {})
    pools = replace(desk, db=PoolLane(1), files=PoolLane(2))
    made = StampsDialog(pools)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: bool(made.head.text()))
    yield made
    made.done(0)
    for lane in (pools.db, pools.files):
        lane.close()


def dialogs(desk: Desk) -> CannedDialogs:
    assert isinstance(desk.dialogs, CannedDialogs)
    return desk.dialogs


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def chips(dialog: StampsDialog) -> list[str]:
    QApplication.processEvents()
    return [chip.text() for chip in dialog.findChildren(Chip) if chip.isVisibleTo(dialog)]


def allow(dialog: StampsDialog, address: str) -> None:
    dialog.page.ensureWidgetVisible(dialog.asking)
    dialog.asking.allow.setFocus()
    QTest.keyClick(dialog.asking.allow, Qt.Key.Key_Space)
    QTest.keyClicks(dialog.asking.address, address)


def test_by_hand_there_and_back(dialog: StampsDialog, desk: Desk, authority: Authority, tmp_path: Path) -> None:
    answers = dialogs(desk)
    answers.target = tmp_path / "journal.tsq"
    click(dialog.save_button)
    assert chips(dialog) == ["Waiting for the answer"]
    (tmp_path / "answer.tsr").write_bytes(authority.answer((tmp_path / "journal.tsq").read_bytes()))
    answers.files = [tmp_path / "answer.tsr"]
    click(dialog.import_button)
    assert chips(dialog) == ["Signer not confirmed"]
    (tmp_path / "ca.pem").write_bytes(authority.root)
    answers.files = [tmp_path / "ca.pem"]
    click(dialog.roots_button)
    assert dialog.roots.text() == "Answers are checked against ca.pem."
    answers.files = [tmp_path / "answer.tsr"]
    click(dialog.import_button)
    assert chips(dialog) == ["Checked"]
    assert not dialog.notice.isVisible()


def test_an_answer_finds_its_request(dialog: StampsDialog, desk: Desk, authority: Authority, tmp_path: Path) -> None:
    for name in ("a.tsq", "b.tsq", "c.tsq"):
        dialogs(desk).target = tmp_path / name
        click(dialog.save_button)
    (tmp_path / "b.tsr").write_bytes(authority.answer((tmp_path / "b.tsq").read_bytes()))
    dialogs(desk).files = [tmp_path / "b.tsr"]
    click(dialog.import_button)
    assert chips(dialog) == ["Waiting for the answer", "Signer not confirmed", "Waiting for the answer"]


def test_a_stranger_can_check_what_was_saved(
    dialog: StampsDialog, desk: Desk, authority: Authority, tmp_path: Path
) -> None:
    custody = desk.services.custody
    stamp = custody.request_stamp(tmp_path / "journal.tsq")
    custody.import_answer(stamp.id, authority.answer(stamp.request), authority.root)
    other = StampsDialog(desk)
    proof = next(b for b in other.findChildren(QPushButton) if b.text() == "Save the proof…")
    dialogs(desk).target = tmp_path / "proof.zip"
    click(proof)
    with zipfile.ZipFile(tmp_path / "proof.zip") as archive:
        archive.extractall(tmp_path)
    line = f"journal-line-{stamp.journal_seq}"
    assert imprint_of((tmp_path / f"{line}.txt").read_text(encoding="ascii")) == stamp.imprint
    words = f"openssl ts -verify -data {line}.txt -in {line}.tsr -CAfile certificate.pem".split()
    assert f"-data {line}.txt -in {line}.tsr -CAfile" in (tmp_path / "README.txt").read_text(encoding="utf-8")
    assert subprocess.run(words, cwd=tmp_path, capture_output=True, check=False).returncode == 0
    other.deleteLater()


def test_what_is_no_answer_is_said_in_the_window(dialog: StampsDialog, desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "x.tsr").write_bytes(b"no")
    dialogs(desk).target = tmp_path / "journal.tsq"
    click(dialog.save_button)
    dialogs(desk).files = [tmp_path / "x.tsr"]
    click(dialog.import_button)
    assert dialog.notice.isVisible()
    assert "no time-stamp answer" in dialog.notice_text.text()
    click(dialog.save_button)
    assert not dialog.notice.isVisible()


def test_a_hash_from_a_dossier_is_looked_up(dialog: StampsDialog, desk: Desk) -> None:
    line, head = desk.services.custody.head()
    dialog.typed.setFocus()
    QTest.keyClicks(dialog.typed, f" {head[:32].upper()} {head[32:]}")
    QTest.keyClick(dialog.typed, Qt.Key.Key_Return)
    assert dialog.found.text() == f"This is line {line} of the journal; all lines up to it are intact."
    assert dialog.isVisible()  # Return looked it up; it did not close the window
    dialog.typed.clear()
    QTest.keyClicks(dialog.typed, "00" * 32)
    click(dialog.look)
    assert dialog.found.text() == "No line of this journal has that hash."


def test_nobody_is_asked_until_it_is_allowed_and_confirmed(
    dialog: StampsDialog, desk: Desk, authority: Authority
) -> None:
    with authority.at_an_address() as address:
        assert not dialog.asking.allow.isChecked()
        assert not dialog.asking.address.isEnabled()
        click(dialog.asking.ask_button)
        dialog.asking.ask()
        allow(dialog, address)
        dialogs(desk).confirms = False
        click(dialog.asking.ask_button)
        assert dialogs(desk).asked == ["Connect to 127.0.0.1 now?"]
        assert authority.got == []
        assert chips(dialog) == []
        dialogs(desk).confirms = True
        click(dialog.asking.ask_button)
        assert len(authority.got) == 1
    assert chips(dialog) == ["Signer not confirmed"]


def test_only_a_hash_goes_out(dialog: StampsDialog, desk: Desk, authority: Authority) -> None:
    with authority.at_an_address() as address:
        allow(dialog, address)
        click(dialog.asking.ask_button)
    headers, body = authority.got[0]
    usual = {"Accept", "Accept-Encoding", "Host", "Connection"}
    assert set(headers) == {"Content-Type", "Content-Length", "User-Agent", *usual}
    assert headers["User-Agent"] == "WalletCase"
    stamp = desk.services.custody.stamps()[0].stamp
    assert body == stamp.request
    assert bytes.fromhex(stamp.imprint) in body
    assert len(body) < 90  # the hash, its algorithm, a random number


def test_while_it_is_asked_the_window_lives_and_can_cancel(slow: StampsDialog, qtbot: QtBot, desk: Desk) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        allow(slow, f"http://127.0.0.1:{silent.getsockname()[1]}/")
        click(slow.asking.ask_button)
        assert slow.asking.bar.isVisible()
        assert not slow.asking.ask_button.isEnabled()
        silent.settimeout(5)
        with silent.accept()[0]:  # it has called, and gets no answer
            click(slow.asking.cancel_button)
            qtbot.waitUntil(lambda: not slow.asking.bar.isVisible(), timeout=3000)
    assert not slow.notice.isVisible()
    qtbot.waitUntil(lambda: chips(slow) == ["Waiting for the answer"])
    assert dialogs(desk).told == []


def test_an_authority_that_is_not_there_is_said(slow: StampsDialog, qtbot: QtBot) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    allow(slow, f"http://127.0.0.1:{port}/")
    click(slow.asking.ask_button)
    qtbot.waitUntil(slow.notice.isVisible, timeout=5000)
    assert "could not be reached" in slow.notice_text.text()
    assert slow.asking.ask_button.isEnabled()


def test_a_stamp_over_a_changed_journal_says_so(
    dialog: StampsDialog, desk: Desk, authority: Authority, tmp_path: Path
) -> None:
    from tests.services.test_custody import alter_journal

    custody = desk.services.custody
    stamp = custody.request_stamp(tmp_path / "journal.tsq")
    custody.import_answer(stamp.id, authority.answer(stamp.request), authority.root)
    alter_journal(desk.services, f"UPDATE journal SET hash = '{'0' * 64}' WHERE seq = {stamp.journal_seq}")
    other = StampsDialog(desk)
    other.show()
    assert chips(other) == ["No longer holds"]
    QTest.keyClicks(other.typed, "0" * 64)
    click(other.look)
    assert f"broken at line {stamp.journal_seq}" in other.notice_text.text()
    other.done(0)
    other.deleteLater()


def test_the_tools_menu_opens_it(stage: WindowStage) -> None:
    stage.services.cases.new_case("钱包打不开", "icbc-digital-wallet", {})
    seen: list[str] = []

    def look() -> None:
        shown = stage.window.findChild(StampsDialog)
        assert shown is not None
        seen.extend((shown.windowTitle(), shown.head.text()))
        QTest.keyClick(shown, Qt.Key.Key_Escape)

    QTimer.singleShot(200, stage.window, look)
    action = next(one for one in stage.window.findChildren(QAction) if one.text() == "Journal and trusted time…")
    action.trigger()
    assert seen == ["Journal and trusted time", stage.services.custody.head()[1]]
