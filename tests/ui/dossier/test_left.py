"""A dossier or a letter that leaves the window is noted under its exhibits."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import CannedDialogs
from tests.ui.dossier.test_view import PaperBin
from walletcase.domain.case import CaseRecord
from walletcase.domain.custody import CustodyEvent
from walletcase.ui.dossier.view import DossierTab
from walletcase.ui.letters.view import LettersTab
from walletcase.ui.shell.desk import Desk
from walletcase.ui.widgets.labels import PlainLabel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def record(desk: Desk, tmp_path: Path) -> CaseRecord:
    """A case with two exhibits."""
    case = desk.services.cases.new_case("钱包打不开", "icbc-digital-wallet", {"problem": "报错。"})[0]
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
        desk.services.evidence.attach(case.id, [tmp_path / name])
    return desk.services.cases.open(case.id)


def story(desk: Desk, record: CaseRecord, number: int) -> list[CustodyEvent]:
    return list(desk.services.custody.events(record.case.id, record.live_evidence[number - 1].id))


def shown(desk: Desk, record: CaseRecord, qtbot: QtBot, paper: PaperBin) -> DossierTab:
    tab = DossierTab(desk, choose=paper.choose, opener=lambda _: True)
    qtbot.addWidget(tab)
    tab.show_case(record, None)
    with qtbot.waitSignal(tab.maker.made, timeout=30_000):
        tab.show()
    return tab


def test_printing_and_looking_are_noted(desk: Desk, record: CaseRecord, qtbot: QtBot, tmp_path: Path) -> None:
    tab = shown(desk, record, qtbot, PaperBin(tmp_path))
    assert len(story(desk, record, 1)) == 1  # the preview stays in the window
    tab.print_()
    qtbot.waitUntil(lambda: desk.toasts.text == "Sent to the printer", timeout=30_000)
    printed = story(desk, record, 2)[-1].detail
    assert (printed["way"], printed["what"], printed["target"]) == ("print", "dossier", "printed.pdf")
    looked = story(desk, record, 2)[-1].detail["sha256"]
    with qtbot.waitSignal(tab.maker.made, timeout=30_000):  # made anew: the journal has the print by now
        tab.look()
    last = story(desk, record, 1)[-1].detail
    assert last["way"] == "open"
    assert last["sha256"] != looked


def test_a_printer_that_nobody_chose_got_nothing(desk: Desk, record: CaseRecord, qtbot: QtBot, tmp_path: Path) -> None:
    tab = DossierTab(desk, choose=lambda *_: None)
    qtbot.addWidget(tab)
    tab.show_case(record, None)
    with qtbot.waitSignal(tab.maker.made, timeout=30_000):
        tab.show()
    tab.print_()
    assert len(story(desk, record, 1)) == 1


def test_an_exported_dossier_tells_who_shows_its_history(
    desk: Desk, record: CaseRecord, qtbot: QtBot, tmp_path: Path
) -> None:
    tab = shown(desk, record, qtbot, PaperBin(tmp_path))
    assert isinstance(desk.dialogs, CannedDialogs)
    desk.dialogs.target = tmp_path / "out.pdf"
    with qtbot.waitSignal(desk.bus.left) as told:
        tab.export_pdf()
    assert told.args == [record.case.id]
    assert story(desk, record, 2)[-1].detail["target"] == "out.pdf"


def _deed(tab: QWidget, *words: str) -> QPushButton:
    return next(b for b in tab.findChildren(QPushButton) if b.isVisible() and any(w in b.text() for w in words))


def test_a_copied_letter_is_noted_under_what_it_names(desk: Desk, record: CaseRecord, qtbot: QtBot) -> None:
    letter, _ = desk.services.letters.compose(record.case.id, "complaint", "zh_CN")
    desk.services.letters.save(record.case.id, letter.id, "# 投诉书\n事实如此（见证据2）。")
    tab = LettersTab(desk, lambda *_: None)
    qtbot.addWidget(tab)
    tab.resize(900, 620)
    with qtbot.waitExposed(tab):
        tab.show()
    tab.show_case(desk.services.cases.open(record.case.id), None)
    tab.go_to(str(letter.id))
    QApplication.processEvents()
    QTest.mouseClick(_deed(tab, "Copy"), Qt.MouseButton.LeftButton)
    assert "见证据2" in QApplication.clipboard().text()
    last = story(desk, record, 2)[-1].detail
    assert (last["way"], last["what"], last["letter"]) == ("copy", "letter", "1")
    assert len(story(desk, record, 1)) == 1


def test_a_pack_is_exported_from_the_panel_and_noted(
    desk: Desk, record: CaseRecord, qtbot: QtBot, tmp_path: Path
) -> None:
    tab = shown(desk, record, qtbot, PaperBin(tmp_path))
    assert isinstance(desk.dialogs, CannedDialogs)
    desk.dialogs.target = tmp_path / "证据包"
    with qtbot.waitSignal(tab.exporter.exported, timeout=30_000):
        tab.panel.pack_button.click()
    with zipfile.ZipFile(tmp_path / "证据包.zip") as archive:
        assert {"dossier.pdf", "SHA256SUMS", "verify.py", "journal.jsonl"} <= set(archive.namelist())
    (event,) = [one for one in story(desk, record, 1) if one.kind == "exported"]
    assert (event.detail["what"], event.detail["target"]) == ("pack", "证据包.zip")


def test_the_originals_go_inside_for_oneself_unless_unticked(
    desk: Desk, record: CaseRecord, qtbot: QtBot, tmp_path: Path
) -> None:
    assert isinstance(desk.dialogs, CannedDialogs)
    tab = shown(desk, record, qtbot, PaperBin(tmp_path))
    panel = tab.panel
    assert panel.originals.isVisible()
    assert panel.originals.isChecked()
    assert panel.originals.text() == "Original files inside (10 bytes)"

    def exported(name: str) -> set[str]:
        desk.dialogs.target = tmp_path / name  # type: ignore[attr-defined]
        panel.export_wanted.emit()
        qtbot.waitUntil((tmp_path / name).exists, timeout=30_000)
        with pikepdf.open(tmp_path / name) as pdf:
            return set(pdf.attachments)

    assert exported("with.pdf") == {"001-a.txt", "002-b.txt"}
    assert story(desk, record, 1)[-1].detail["what"] == "originals"
    panel.originals.setChecked(False)
    assert exported("without.pdf") == set()
    assert story(desk, record, 1)[-1].detail["what"] == "dossier"
    panel.originals.setChecked(True)
    panel.reader.who.setCurrentIndex(panel.reader.who.findData("bank"))
    assert not panel.originals.isVisible()
    assert exported("bank.pdf") == set()
    tab.show_case(record, None)
    panel.reader.who.setCurrentIndex(panel.reader.who.findData("self"))
    assert panel.originals.isChecked()


def test_whose_files_are_not_in_a_pack_is_told(
    desk: Desk, record: CaseRecord, qtbot: QtBot, tmp_path: Path
) -> None:
    tab = shown(desk, record, qtbot, PaperBin(tmp_path))
    assert isinstance(desk.dialogs, CannedDialogs)
    (tmp_path / "brief.eml").write_text("From: a@example.org\nSubject: x\n\nhello\n", encoding="ascii")
    desk.services.evidence.attach(record.case.id, [tmp_path / "brief.eml"])
    number = desk.services.cases.open(record.case.id).live_evidence[-1].exhibit_no
    who = tab.panel.reader.who
    with qtbot.waitSignal(tab.maker.made, timeout=30_000):
        who.setCurrentIndex(who.findData("bank"))
    desk.dialogs.target = tmp_path / "bank.zip"
    with qtbot.waitSignal(tab.exporter.exported, timeout=30_000) as told:
        tab.panel.pack_button.click()
    assert told.args is not None
    assert told.args[1] == (number,)
    texts = [label.text() for label in tab.panel.findChildren(PlainLabel)]
    assert f"Listed without their files, which could not be looked through: {number}" in texts
