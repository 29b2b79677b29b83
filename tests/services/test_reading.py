"""Words on pages: read in turn, corrected, found, and gone with their exhibit."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.conftest import FrozenClock
from tests.services.reading_kit import Eyes, open_eyes
from walletcase.bootstrap import build
from walletcase.domain.errors import UserError
from walletcase.domain.evidence import Evidence
from walletcase.domain.ids import CaseId
from walletcase.domain.page_text import TextSource
from walletcase.services.facade import Services
from walletcase.services.reading import Reading

SAID = "Your complaint CP-2026-118-0457 has been accepted"


def _pdf(path: Path, *pages: str) -> Path:
    canvas = Canvas(str(path), pagesize=(400, 400))
    for text in pages:
        canvas.drawString(40, 300, text)
        canvas.showPage()
    canvas.save()
    return path


def _case(services: Services, *files: Path) -> tuple[CaseId, tuple[Evidence, ...]]:
    case, _ = services.cases.new_case("wallet")
    return case.id, services.evidence.attach(case.id, files).stored


def _hits(services: Services, text: str) -> list[str]:
    return [hit.item_id for hit in services.search.search(text) if hit.kind == "words"]


def _read_all(services: Services) -> int:
    waiting = services.reading.unread(pixels=False)
    for one in waiting:
        services.reading.read(one, pixels=False)
    return len(waiting)


def test_a_files_own_words_are_read_and_found(services: Services, tmp_path: Path) -> None:
    note = tmp_path / "chat.txt"
    note.write_text("客服：已受理\n请保存好编号", encoding="utf-8")
    _, (pdf, text) = _case(services, _pdf(tmp_path / "two.pdf", "first page", SAID), note)
    assert _read_all(services) == 3
    assert services.reading.unread(pixels=False) == ()
    first, second = services.reading.pages(pdf.id)
    assert (first.text, second.text, second.source) == ("first page", SAID, TextSource.FILE)
    (line,) = second.lines
    assert (line.left, line.top) == pytest.approx((1000, 2250), abs=150)
    assert [page.text for page in services.reading.pages(text.id)] == ["客服：已受理\n请保存好编号"]
    assert _hits(services, "0457") == [f"{pdf.id}/1"]
    assert _hits(services, "已受理") == [f"{text.id}/0"]


def test_reading_goes_on_where_it_stopped(tmp_path: Path, clock: FrozenClock) -> None:
    services = build(tmp_path / "data", clock)
    case_id, (pdf,) = _case(services, _pdf(tmp_path / "three.pdf", "one", "two", "three"))
    services.reading.read(services.reading.unread(case_id, pixels=False)[0], pixels=False)
    services.close()
    again = build(tmp_path / "data", clock)
    assert [one.page_no for one in again.reading.unread(pixels=False)] == [1, 2]
    assert [page.text for page in again.reading.pages(pdf.id)] == ["one"]
    again.close()


def test_reading_is_no_change_that_can_be_undone(services: Services, tmp_path: Path) -> None:
    _, (pdf,) = _case(services, _pdf(tmp_path / "one.pdf", SAID))
    label = services.history.undo_label
    _read_all(services)
    assert services.history.undo_label == label
    services.history.undo()  # the exhibit goes, and nothing of it is found
    assert _hits(services, "0457") == []
    services.history.redo()
    assert [one.item.id for one in services.reading.unread(pixels=False)] == [pdf.id]
    _read_all(services)
    assert _hits(services, "0457") == [f"{pdf.id}/0"]


def test_a_correction_is_found_and_undone(services: Services, tmp_path: Path) -> None:
    case_id, (pdf,) = _case(services, _pdf(tmp_path / "one.pdf", SAID))
    _read_all(services)
    services.reading.correct(case_id, pdf.id, 0, "complaint CP-2026-118-0999")
    assert services.reading.pages(pdf.id)[0].text == "complaint CP-2026-118-0999"
    assert (_hits(services, "0457"), _hits(services, "0999")) == ([], [f"{pdf.id}/0"])
    label = services.history.undo_label
    assert label is not None
    assert (label.kind, label.detail["exhibit"], label.detail["page"]) == ("words_corrected", "1", "1")
    services.history.undo()
    assert services.reading.pages(pdf.id)[0].text == SAID
    assert (_hits(services, "0457"), _hits(services, "0999")) == ([f"{pdf.id}/0"], [])
    services.history.redo()
    services.reading.correct(case_id, pdf.id, 0, None)
    assert services.reading.pages(pdf.id)[0].corrected is None
    assert _hits(services, "0457") == [f"{pdf.id}/0"]


def test_a_page_nobody_read_is_not_corrected(services: Services, tmp_path: Path) -> None:
    case_id, (pdf,) = _case(services, _pdf(tmp_path / "one.pdf", SAID))
    with pytest.raises(UserError) as raised:
        services.reading.correct(case_id, pdf.id, 0, "words")
    assert raised.value.code == "words_not_read"


def test_words_of_the_trash_are_not_found(services: Services, tmp_path: Path) -> None:
    case_id, (pdf,) = _case(services, _pdf(tmp_path / "one.pdf", SAID))
    _read_all(services)
    services.evidence.trash(case_id, pdf.id)
    assert _hits(services, "0457") == []
    services.evidence.restore(case_id, pdf.id)
    assert _hits(services, "0457") == [f"{pdf.id}/0"]


def test_an_exhibit_deleted_meanwhile_leaves_nothing(services: Services, tmp_path: Path) -> None:
    _case(services, _pdf(tmp_path / "one.pdf", SAID))
    (waiting,) = services.reading.unread(pixels=False)
    services.history.undo()
    assert services.reading.read(waiting, pixels=False).page is None
    assert _hits(services, "0457") == []


@pytest.fixture
def eyes(services: Services, monkeypatch: pytest.MonkeyPatch) -> Eyes:
    """Pixels are read by answer."""
    return open_eyes(services, monkeypatch)


def test_pixels_are_read_only_where_wanted(services: Services, eyes: Eyes) -> None:
    shot = Path(__file__).resolve().parents[2] / "resources/sample/01-open-failed.png"
    _, (picture,) = _case(services, shot)
    assert services.reading.unread(pixels=False) == ()
    (waiting,) = services.reading.unread(pixels=True)
    done = services.reading.read(waiting, pixels=True)
    assert done.page is not None
    assert (done.page.engine, done.page.is_unchecked) == ("eyes 1", True)
    assert _hits(services, "4417") == [f"{picture.id}/0"]
    assert services.reading.unread(pixels=True) == ()


def test_what_fails_is_left_for_the_next_session_and_what_was_stopped_is_not(
    services: Services, eyes: Eyes
) -> None:
    shot = Path(__file__).resolve().parents[2] / "resources/sample/01-open-failed.png"
    _case(services, shot)
    (waiting,) = services.reading.unread(pixels=True)
    eyes.answer = Reading((), TextSource.MACHINE, note="stopped")
    assert services.reading.read(waiting, pixels=True).note == "stopped"
    assert services.reading.unread(pixels=True) == (waiting,)
    eyes.answer = Reading((), TextSource.MACHINE, note="timeout")
    assert services.reading.read(waiting, pixels=True).note == "timeout"
    assert services.reading.unread(pixels=True) == ()


def test_a_person_may_have_the_pixels_read_whatever_the_file_says(
    services: Services, eyes: Eyes, tmp_path: Path
) -> None:
    case_id, (pdf,) = _case(services, _pdf(tmp_path / "one.pdf", SAID))
    _read_all(services)
    services.reading.correct(case_id, pdf.id, 0, "mine")
    done = services.reading.read_again(pdf, 0)
    assert done.page is not None
    assert (done.page.source, done.page.corrected) == (TextSource.MACHINE, "mine")
    assert _hits(services, "4417") == []  # a person's words come first
    assert _hits(services, "mine") == [f"{pdf.id}/0"]


