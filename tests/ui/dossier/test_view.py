"""The dossier tab on the real renderer: what is previewed is what is exported and printed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import CannedDialogs
from tests.ui.timeline.contacts import three_weeks
from walletcase.domain.case import CaseRecord
from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.dossiers.document import Depth, Part
from walletcase.domain.ids import CaseId
from walletcase.domain.timeline import EntryDraft
from walletcase.services.changes import Changes
from walletcase.services.dossier_options import Rendered
from walletcase.ui.dossier.view import DossierTab
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.paper.drawn import Drawn, DrawnPages
from walletcase.ui.shell.paper.printing import pages_to_print
from walletcase.ui.shell.tasks import PoolLane
from walletcase.ui.widgets.labels import PlainLabel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Show = Callable[..., DossierTab]


class PaperBin:
    """Prints into a PDF file, without a dialog."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "printed.pdf"
        self.asked: list[tuple[int, str]] = []
        self.first, self.last = 0, 0

    def choose(self, parent: QWidget, pages: int, name: str) -> QPrinter:
        """Stand in for the system's dialog."""
        self.asked.append((pages, name))
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.file))
        if self.last:
            printer.setFromTo(self.first, self.last)
        return printer


@pytest.fixture
def record(desk: Desk) -> CaseRecord:
    """A case with three weeks of contacts and one exhibit that no paper can show."""
    record = three_weeks(desk.services)
    file = desk.services.data_folder / "录音.zip"
    file.write_bytes(b"PK\x03\x04 no archive at all")
    desk.services.evidence.attach(record.case.id, [file])
    return desk.services.cases.open(record.case.id)


@pytest.fixture
def show(desk: Desk, qtbot: QtBot) -> Show:
    """Show a case and wait for its preview."""

    def make(record: CaseRecord, **more: object) -> DossierTab:
        tab = DossierTab(desk, **more)  # type: ignore[arg-type]
        qtbot.addWidget(tab)
        tab.resize(900, 700)
        tab.show_case(record, None)
        with qtbot.waitSignal(tab.maker.made, timeout=30_000):
            tab.show()
        return tab

    return make


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _made(tab: DossierTab) -> Rendered | None:
    return tab.maker.rendered


def _dialogs(desk: Desk) -> CannedDialogs:
    assert isinstance(desk.dialogs, CannedDialogs)
    return desk.dialogs


def _pages(pdf: Path) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def test_the_preview_is_byte_for_byte_what_is_exported(
    desk: Desk, show: Show, record: CaseRecord, tmp_path: Path
) -> None:
    tab = show(record)
    rendered = _made(tab)
    assert rendered is not None
    _dialogs(desk).target = tmp_path / "out.pdf"
    tab.export_pdf()
    assert _sha256(tmp_path / "out.pdf") == _sha256(rendered.path) == rendered.sha256
    assert desk.toasts.text == "Exported out.pdf"
    assert _pages(tmp_path / "out.pdf") == rendered.pages


def test_what_is_printed_has_as_many_pages_as_the_dossier(
    show: Show, record: CaseRecord, tmp_path: Path, qtbot: QtBot, desk: Desk
) -> None:
    paper = PaperBin(tmp_path)
    tab = show(record, choose=paper.choose)
    rendered = _made(tab)
    assert rendered is not None
    tab.print_()
    qtbot.waitUntil(lambda: desk.toasts.text == "Sent to the printer", timeout=30_000)
    assert _pages(paper.file) == rendered.pages > 3
    assert paper.asked == [(rendered.pages, f"{record.case.number} {record.case.title}")]
    assert not list(desk.services.temp_folder.rglob("print.pdf"))


def test_a_range_of_pages_is_printed(
    show: Show, record: CaseRecord, tmp_path: Path, qtbot: QtBot, desk: Desk
) -> None:
    paper = PaperBin(tmp_path)
    paper.first, paper.last = 2, 3
    show(record, choose=paper.choose).print_()
    qtbot.waitUntil(lambda: desk.toasts.text == "Sent to the printer", timeout=30_000)
    assert _pages(paper.file) == 2


def test_the_printer_is_asked_for_no_page_that_is_not_there(tmp_path: Path, qapp: QApplication) -> None:
    paper = PaperBin(tmp_path)
    assert pages_to_print(paper.choose(QWidget(), 3, ""), 3) == [0, 1, 2]
    paper.first, paper.last = 2, 9
    assert pages_to_print(paper.choose(QWidget(), 3, ""), 3) == [1, 2]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(show: Show, record: CaseRecord, tmp_path: Path, desk: Desk) -> None:
    paper = PaperBin(tmp_path / "no such folder")
    show(record, choose=paper.choose).print_()
    assert "did not take the dossier" in _dialogs(desk).told[0]


def test_printing_can_be_cancelled_between_pages(show: Show, record: CaseRecord, tmp_path: Path, desk: Desk) -> None:
    paper = PaperBin(tmp_path)
    tab = show(record, choose=paper.choose)
    tab.print_()
    assert tab.preview.work_label.text() == "Printing…"
    tab.preview.cancel_button.click()
    QApplication.processEvents()
    assert desk.toasts.text == ""
    assert _dialogs(desk).told == []
    tab.print_()  # nothing is left that would stand in the way
    assert len(paper.asked) == 2


def test_changes_in_quick_order_make_one_preview(show: Show, record: CaseRecord, qtbot: QtBot) -> None:
    tab = show(record)
    made: list[object] = []
    tab.maker.made.connect(made.append)
    before = _made(tab)
    assert before is not None
    with qtbot.waitSignal(tab.maker.made, timeout=30_000):
        tab.panel.parts.tick(Part.HASHES, on=False)
        tab.panel.parts.tick(Part.STEPS, on=False)
        tab.panel.language.setCurrentIndex(0)
        assert _made(tab) is before  # the old preview stays until the new one is there
        assert before.path.exists()
    assert len(made) == 1
    assert not tab.maker.is_due
    assert not before.path.exists()
    after = _made(tab)
    assert after is not None
    assert after.pages < before.pages


def test_a_hidden_tab_makes_nothing_until_it_is_seen(record: CaseRecord, qtbot: QtBot, show: Show) -> None:
    tab = show(record)
    tab.hide()
    tab.show_case(record, Changes(frozenset({record.case.id})))
    assert not tab.maker.is_due
    with qtbot.waitSignal(tab.maker.made, timeout=30_000):
        tab.show()


def test_an_export_of_a_hidden_tab_needs_no_preview(desk: Desk, record: CaseRecord, qtbot: QtBot) -> None:
    tab = DossierTab(desk)
    qtbot.addWidget(tab)
    tab.show_case(record, None)
    _dialogs(desk).target = desk.services.data_folder / "out"
    tab.export_pdf()
    assert (desk.services.data_folder / "out.pdf").read_bytes().startswith(b"%PDF")
    assert _made(tab) is None


def test_a_missing_ending_never_replaces_a_file_unasked(desk: Desk, show: Show, record: CaseRecord) -> None:
    tab = show(record)
    there = desk.services.data_folder / "out.pdf"
    there.write_text("precious")
    dialogs = _dialogs(desk)
    dialogs.target, dialogs.confirms = there.with_suffix(""), False
    tab.export_pdf()
    assert dialogs.asked == ["Replace 'out.pdf'?"]
    assert there.read_text() == "precious"


def test_the_data_export_is_json(desk: Desk, show: Show, record: CaseRecord, tmp_path: Path) -> None:
    tab = show(record)
    _dialogs(desk).target = tmp_path / "case.json"
    tab.panel.data_button.click()
    assert json.loads((tmp_path / "case.json").read_text(encoding="utf-8"))["case"] == record.case.number


@pytest.mark.parametrize(("typed", "written"), [("表", "表.docx"), ("表.csv", "表.csv"), ("表.DOCX", "表.DOCX")])
def test_the_chronology_is_exported_by_its_ending(
    desk: Desk, show: Show, record: CaseRecord, tmp_path: Path, typed: str, written: str
) -> None:
    tab = show(record)
    _dialogs(desk).target = tmp_path / typed
    tab.panel.chronology_button.click()
    content = (tmp_path / written).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf" if written.endswith("csv") else b"PK")
    assert _dialogs(desk).told == []


def test_a_target_that_cannot_be_written_is_told(desk: Desk, show: Show, record: CaseRecord, tmp_path: Path) -> None:
    tab = show(record)
    _dialogs(desk).target = tmp_path / "missing" / "out.pdf"
    tab.export_pdf()
    assert len(_dialogs(desk).told) == 1
    assert desk.toasts.text == ""


def test_exhibits_without_a_page_are_named(show: Show, record: CaseRecord) -> None:
    tab = show(record)
    rendered = _made(tab)
    assert rendered is not None
    assert len(rendered.problems) == 1
    assert "录音" in rendered.problems[0]
    assert tab.panel._problems.isVisible()
    assert tab.panel.summary.text().startswith(f"{rendered.pages} pages, ")


def test_export_leads_to_the_file_and_its_folder(desk: Desk, show: Show, record: CaseRecord, tmp_path: Path) -> None:
    opened: list[Path] = []

    def opener(path: Path) -> bool:
        opened.append(path)
        return True

    tab = show(record, opener=opener)
    _dialogs(desk).target = tmp_path / "out.pdf"
    tab.export_pdf()
    tab.panel.open_wanted.emit(tmp_path / "out.pdf")
    tab.panel.folder_wanted.emit(tmp_path / "out.pdf")
    tab.look()
    assert opened[:2] == [tmp_path / "out.pdf", tmp_path]
    rendered = _made(tab)
    assert rendered is not None
    assert opened[2].name == f"{record.case.number} {record.case.title}.pdf"
    assert _sha256(opened[2]) == rendered.sha256


def test_no_program_for_a_pdf_is_told(desk: Desk, show: Show, record: CaseRecord) -> None:
    show(record, opener=lambda path: False).look()
    assert _dialogs(desk).told[0].startswith("No program on this computer opens")


def test_nothing_stays_in_the_temporary_folder(desk: Desk, record: CaseRecord, qtbot: QtBot) -> None:
    left_behind = desk.services.temp_folder / "dossier-of-a-crash"
    left_behind.mkdir()
    tab = DossierTab(desk, opener=lambda path: True)
    assert not left_behind.exists()
    tab.show_case(record, None)
    with qtbot.waitSignal(tab.maker.made, timeout=30_000):
        tab.show()
    tab.look()
    assert len(list(desk.services.temp_folder.rglob("*.pdf"))) == 2
    tab.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert list(desk.services.temp_folder.iterdir()) == []


def test_another_case_does_not_show_the_pages_of_the_one_before(
    desk: Desk, show: Show, record: CaseRecord, qtbot: QtBot
) -> None:
    tab = show(record)
    old = _made(tab)
    other = desk.services.cases.new_case("another")[0].id
    with qtbot.waitSignal(tab.maker.made, timeout=30_000):
        tab.show_case(desk.services.cases.open(CaseId(other)), None)
        assert _made(tab) is None
        assert tab.panel.summary.text() == ""
    assert old is not None
    assert not old.path.exists()
    new = _made(tab)
    assert new is not None
    assert new.pages < old.pages


def test_a_preview_in_the_making_can_be_cancelled(desk: Desk, record: CaseRecord, qtbot: QtBot) -> None:
    desk.files = PoolLane(1)
    tab = DossierTab(desk)
    qtbot.addWidget(tab)
    tab.show_case(record, None)
    with qtbot.waitSignal(tab.maker.began, timeout=5_000):
        tab.show()
    with qtbot.waitSignal(tab.maker.stopped, timeout=30_000):
        tab.preview.cancel_button.click()
    assert not tab.maker.is_busy
    assert _made(tab) is None
    assert list(desk.services.temp_folder.rglob("*.pdf")) == []
    assert _dialogs(desk).told == []
    desk.files.close()


def test_an_export_can_be_cancelled_and_leaves_nothing(
    desk: Desk, record: CaseRecord, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.files = PoolLane(1)
    tab = DossierTab(desk)
    qtbot.addWidget(tab)
    tab.show_case(record, None)
    folder = tmp_path / "out"
    folder.mkdir()
    _dialogs(desk).target = folder / "out.pdf"
    with qtbot.waitSignal(tab.exporter.ended, timeout=30_000):
        tab.export_pdf()
        tab.exporter.cancel()
    assert list(folder.iterdir()) == []
    assert desk.toasts.text == ""
    desk.files.close()


def test_only_pages_in_view_are_drawn_and_keys_move(show: Show, record: CaseRecord) -> None:
    tab = show(record)
    pages = tab.preview.pages
    asked: list[int] = []
    pages.page_wanted.connect(lambda number, width: asked.append(number))
    pages.grab()
    rendered = _made(tab)
    assert rendered is not None
    assert tab.preview.page_label.text() == f"Page 1 of {rendered.pages}"
    QTest.keyClick(pages, Qt.Key.Key_End)
    pages.grab()
    assert tab.preview.page_label.text() == f"Page {rendered.pages} of {rendered.pages}"
    assert rendered.pages - 1 in asked
    assert len(set(asked)) < rendered.pages
    QTest.keyClick(pages, Qt.Key.Key_Home)
    assert tab.preview.page_label.text() == f"Page 1 of {rendered.pages}"


def test_zoom_steps_and_fit(show: Show, record: CaseRecord) -> None:
    pages = show(record).preview.pages
    fitted = pages.page_width
    QTest.keyClick(pages, Qt.Key.Key_Plus)
    assert pages.page_width > fitted
    QTest.keyClick(pages, Qt.Key.Key_Minus)
    QTest.keyClick(pages, Qt.Key.Key_Minus)
    assert pages.page_width < fitted
    QTest.keyClick(pages, Qt.Key.Key_0)
    assert pages.page_width == fitted
    for _ in range(20):
        pages.zoom_by(1)
    assert pages.percent == 300
    assert pages.horizontalScrollBar().maximum() > 0


def test_a_drawn_page_is_painted(show: Show, record: CaseRecord) -> None:
    pages = show(record).preview.pages
    pages.grab()
    picture = pages.grab().toImage()
    area = pages.page_area(0)
    across, down = range(20, area.width() - 20, 3), range(40, 400, 3)
    colours = {picture.pixelColor(area.left() + x, area.top() + y).name() for x in across for y in down}
    assert "#ffffff" in colours
    assert len(colours) > 10  # text, not an empty sheet


def test_what_is_going_on_is_said_once(desk: Desk, qtbot: QtBot, record: CaseRecord) -> None:
    tab = DossierTab(desk)
    qtbot.addWidget(tab)
    tab.show_case(record, None)
    said: list[str] = []
    tab.maker.began.connect(lambda: said.extend(label.text() for label in tab.preview.findChildren(PlainLabel)))
    with qtbot.waitSignal(tab.maker.made, timeout=30_000):
        tab.show()
    assert sum("preview" in text.lower() for text in said) == 1


def test_nothing_goes_out_while_a_reader_would_see_a_masked_number(
    desk: Desk, record: CaseRecord, tmp_path: Path, qtbot: QtBot, show: Show
) -> None:
    number = "11010519491231002X"
    desk.services.timeline.log(record.case.id, EntryDraft("2026-11-20T10:00", f"报了身份证 {number}"))
    file = tmp_path / "短信.txt"
    file.write_text(f"您的证件 {number} 已核验", encoding="utf-8")
    desk.services.evidence.attach(record.case.id, [file])
    tab = show(desk.services.cases.open(record.case.id))
    assert not tab.panel.hindrances.leaks.isVisible()
    with qtbot.waitSignal(tab.maker.made, timeout=30_000):
        tab.panel.reader.who.setCurrentIndex(tab.panel.reader.who.findData(Audience.BANK.value))
    assert tab.panel.hindrances.leaks.isVisible()
    assert tab.panel.reader.note.isVisible()
    assert not any(one.isEnabled() for one in (tab.panel.export_button, tab.panel.print_button, tab.panel.pack_button))
    tab.print_()
    assert "must not see" in _dialogs(desk).told[-1]
    with qtbot.waitSignal(tab.maker.made, timeout=30_000):
        tab.panel.reader.who.setCurrentIndex(tab.panel.reader.who.findData(Audience.PUBLIC.value))
    assert not tab.panel.hindrances.leaks.isVisible()
    assert not tab.panel.data_button.isEnabled()


def test_the_public_gets_nothing_that_nobody_has_looked_at(
    desk: Desk, record: CaseRecord, tmp_path: Path, qtbot: QtBot, show: Show
) -> None:
    tab = show(record)
    panel, pages = tab.panel, tab.preview.pages
    with qtbot.waitSignal(tab.maker.made, timeout=30_000):
        panel.reader.who.setCurrentIndex(panel.reader.who.findData(Audience.PUBLIC.value))
    ways = (panel.export_button, panel.print_button, panel.look_button)
    assert panel.hindrances.unseen_text.isVisible()
    assert not any(one.isEnabled() for one in ways)
    _dialogs(desk).target = tmp_path / "public.pdf"
    tab.export_pdf()
    tab.print_()
    assert all("nobody has looked at" in told for told in _dialogs(desk).told[-2:])
    assert not (tmp_path / "public.pdf").exists()

    def look_on() -> bool:
        panel.unseen_wanted.emit()
        pages.viewport().repaint()
        return panel.export_button.isEnabled()

    made = _made(tab)
    assert made is not None
    qtbot.waitUntil(look_on, timeout=30_000)
    assert len(pages.looks.pages) == made.pages
    assert not panel.hindrances.unseen_text.isVisible()
    assert all(one.isEnabled() for one in ways)
    for name in ("public.pdf", "again.pdf"):  # the journal has a new line by then, and nothing else is new
        _dialogs(desk).target = tmp_path / name
        tab.export_pdf()
        qtbot.waitUntil((tmp_path / name).exists, timeout=30_000)
    with qtbot.waitSignal(tab.maker.made, timeout=30_000):
        panel.parts.tick(Part.STEPS, on=False)
    assert panel.hindrances.unseen_text.isVisible()
    assert not panel.export_button.isEnabled()


def test_the_page_in_view_is_there_before_the_rest(
    desk: Desk, record: CaseRecord, show: Show, qtbot: QtBot
) -> None:
    tab = show(record)
    desk.files = PoolLane(2)
    order: list[object] = []
    tab.maker.glimpsed.connect(lambda page, path: order.append((page, path.name)))
    tab.maker.made.connect(lambda rendered: order.append("made"))
    pages = tab.preview.pages
    pages.verticalScrollBar().setValue(pages.verticalScrollBar().maximum() // 2)
    in_view = tab.maker.in_view
    assert in_view > 0
    tab.maker.want(record.case.id, replace(tab.panel.options(), language="en"))
    qtbot.waitUntil(lambda: "made" in order, timeout=30_000)
    assert order[0] == (in_view, "glimpse.pdf")
    desk.files.close()


def test_a_page_ahead_stays_until_its_document_is_there(qtbot: QtBot) -> None:
    pages = DrawnPages()
    pages.put(3, Drawn(QPixmap(), 800), 3)
    assert not pages.ask(3, 800)
    pages.put(3, Drawn(QPixmap(), 800, is_old=True, is_ahead=True), 3)
    assert not pages.ask(3, 800)  # the old document would answer
    pages.grow_old(keep=True)
    assert pages.ask(3, 800)
    assert not pages.ask(3, 800)
    pages.answered(3, 800)
    pages.put(3, Drawn(QPixmap(), 800), 3)
    assert not pages.ask(3, 800)


def test_in_brief_is_made_anew_and_shorter(show: Show, record: CaseRecord, qtbot: QtBot) -> None:
    tab = show(record)
    whole = _made(tab)
    with qtbot.waitSignal(tab.maker.made, timeout=30_000):
        tab.panel.how_deep.setCurrentIndex(1)
    brief = _made(tab)
    assert tab.panel.options().depth is Depth.BRIEF
    assert whole is not None
    assert brief is not None
    assert brief.sha256 != whole.sha256
