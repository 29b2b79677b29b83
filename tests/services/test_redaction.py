"""Redaction as a person does it: the original stays, the copy is another exhibit, linked, searched, undoable."""

from __future__ import annotations

from contextlib import closing
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from tests.media.phone_shots import Shot, shots
from walletcase.domain.errors import Cancelled, UserError
from walletcase.domain.evidence import CopyKind, Evidence, EvidenceEdit, Kin, Way
from walletcase.domain.ids import CaseId
from walletcase.domain.page_text import Line
from walletcase.domain.redaction import Box, Leak, LeakPlace
from walletcase.domain.sensitive import SecretKind
from walletcase.media.redactor import Redactor
from walletcase.services.facade import Services
from walletcase.services.redacted_words import touches
from walletcase.services.redaction import Burnt, Order, RedactionService, Wish

PHONE = "13800136628"


def chat() -> Shot:
    return shots()[0]


@pytest.fixture
def chat_case(services: Services, tmp_path: Path) -> tuple[CaseId, Evidence]:
    """A case with one screenshot; its words have not been read."""
    case_id = services.cases.new_case("钱包打不开")[0].id
    path = tmp_path / "13800136628 聊天.png"
    path.write_bytes(chat().png)
    edit = EvidenceEdit(title="与客服的聊天 138 0013 6628", proves="我的手机13800136628登记过")
    (item,) = services.evidence.attach(case_id, [path], edit).stored
    return case_id, item


@pytest.fixture
def read_case(services: Services, chat_case: tuple[CaseId, Evidence]) -> tuple[CaseId, Evidence]:
    """The same, with its words."""
    (unread,) = services.reading.unread(chat_case[0], pixels=True)
    assert services.reading.read(unread, pixels=True).page is not None
    return chat_case


def test_from_suggestion_to_linked_copy(services: Services, read_case: tuple[CaseId, Evidence]) -> None:
    case_id, item = read_case
    before = services.evidence.path(item).read_bytes()
    sheet = services.redaction.start(case_id, item.id)
    (phone,) = [one for one in sheet.suggested if one.kind is SecretKind.PHONE]
    assert (sheet.item.id, phone.value, sheet.boxes) == (item.id, PHONE, ())
    steps: list[tuple[int, int]] = []
    wish = Wish(phone.boxes, (phone.value,), f"{item.title} (redacted)", "exhibit-1-redacted")
    done = services.redaction.redact(item, wish, progress=lambda done, total: steps.append((done, total)))
    assert done.searched == (PHONE,)
    assert done.engine.startswith("rapidocr")
    assert steps == [(0, 3), (1, 3), (2, 3)]

    original, copy = services.cases.open(case_id).live_evidence
    assert services.evidence.path(original).read_bytes() == before
    assert (copy.parent_id, copy.kin, copy.copy_kind, copy.origin.way) == (
        item.id,
        Kin.REDACTED,
        CopyKind.COPY,
        Way.DERIVED,
    )
    assert copy.file.sha256 != original.file.sha256
    assert (copy.original_name, copy.media.media_type) == ("exhibit-1-redacted.png", "image/png")
    assert (copy.title, copy.proves) == ("与客服的聊天 ■■■ (redacted)", "我的手机■■■登记过")
    with Image.open(BytesIO(services.evidence.path(copy).read_bytes())) as picture:
        assert picture.size == (item.media.width_px, item.media.height_px)
        box = phone.boxes[0]
        middle = ((box.left + box.right) / 2 * picture.width / 10_000, (box.top + box.bottom) / 2 * 2400 / 10_000)
        assert picture.getpixel((int(middle[0]), int(middle[1]))) == (0, 0, 0)
    words = services.reading.read(services.reading.unread(case_id, pixels=True)[0], pixels=True).page
    assert words is not None
    assert PHONE not in words.text
    assert "服务" in words.text


def test_there_is_no_copy_without_its_line_in_the_journal(
    services: Services, chat_case: tuple[CaseId, Evidence], monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id, item = chat_case
    before = services.custody.head()

    def die(_: object) -> str:
        raise KeyboardInterrupt  # the moment between the two lines

    monkeypatch.setattr("walletcase.services.redaction.written", die)
    with pytest.raises(KeyboardInterrupt):
        services.redaction.redact(item, Wish((Box(0, 1000, 1000, 3000, 1500),)))
    assert services.custody.head() == before
    assert services.cases.open(case_id).evidence == (item,)


def test_both_exhibits_tell_of_it_and_the_former_boxes_come_back(
    services: Services, chat_case: tuple[CaseId, Evidence]
) -> None:
    case_id, item = chat_case
    boxes = (Box(0, 1000, 1000, 3000, 1500), Box(0, 2000, 5000, 3000, 5500))
    made = services.redaction.redact(item, Wish(boxes)).item
    for one in (item, made):
        kinds = [event.kind for event in services.custody.events(case_id, one.id)]
        assert kinds == ["evidence_added", "redaction_made"]
    assert services.redaction.start(case_id, item.id).boxes == boxes
    again = services.redaction.start(case_id, made.id)  # of the copy: its original, its boxes
    assert (again.item.id, again.boxes) == (item.id, boxes)
    other = (Box(0, 100, 100, 300, 300),)
    services.redaction.redact(item, Wish(other))
    assert services.redaction.start(case_id, item.id).boxes == other
    assert services.redaction.start(case_id, made.id).boxes == boxes
    services.evidence.trash(case_id, item.id)
    assert services.redaction.start(case_id, made.id).item.id == made.id


def test_one_undo_takes_the_copy_away(services: Services, chat_case: tuple[CaseId, Evidence]) -> None:
    case_id, item = chat_case
    services.redaction.redact(item, Wish((Box(0, 1000, 1000, 3000, 1500),)))
    label = services.history.undo_label
    assert label is not None
    assert label.kind == "evidence_added"
    services.history.undo()
    assert [one.id for one in services.cases.open(case_id).live_evidence] == [item.id]
    assert services.redaction.start(case_id, item.id).boxes == ()
    services.history.redo()
    assert len(services.cases.open(case_id).live_evidence) == 2


def test_a_box_too_small_is_read_beside_and_blocks(services: Services, read_case: tuple[CaseId, Evidence]) -> None:
    case_id, item = read_case
    (phone,) = [one for one in services.redaction.start(case_id, item.id).suggested if one.kind is SecretKind.PHONE]
    (box,) = phone.boxes
    thin = Box(0, box.left, box.bottom - 12, box.right, box.bottom - 2)  # under the digits
    with pytest.raises(UserError, match="redaction_leak_readable"):
        services.redaction.redact(item, Wish((thin,), (phone.value,)))
    assert len(services.cases.open(case_id).live_evidence) == 1
    assert not list(services.temp_folder.glob("redact-*"))


class _Stubborn:
    """A burner that does its work and then leaves something behind: every stage of the search must see its own."""

    def __init__(self, spoil: str) -> None:
        self.real = Redactor()
        self.spoil = spoil

    def can_burn(self, media_type: str) -> bool:
        return self.real.can_burn(media_type)

    def burn(self, path: Path, order: Order, out: Path) -> Burnt:
        if self.spoil == "stopped":
            return Burnt("stopped")
        return Burnt("damaged") if self.spoil == "damaged" else self.real.burn(path, order, out)

    def search(self, path: Path, order: Order) -> tuple[Leak, ...] | None:
        if self.spoil == "unsearched":
            return None
        return (Leak(LeakPlace.HIDDEN, -1, "XMP"),) if self.spoil == "leak" else self.real.search(path, order)

    def interrupt(self) -> None:
        self.real.interrupt()

    def rest(self) -> None:
        self.real.rest()


@pytest.mark.parametrize(
    ("spoil", "code"),
    [("damaged", "redaction_failed"), ("unsearched", "redaction_unsearched"), ("leak", "redaction_leak_hidden")],
)
def test_what_is_not_found_clean_is_not_kept(
    services: Services, chat_case: tuple[CaseId, Evidence], spoil: str, code: str
) -> None:
    case_id, item = chat_case
    burner = _Stubborn(spoil)
    service = _with_burner(services, burner)
    with pytest.raises(UserError, match=code):
        service.redact(item, Wish((Box(0, 1000, 1000, 3000, 1500),)))
    burner.real.close()
    assert len(services.cases.open(case_id).live_evidence) == 1
    assert not list(services.temp_folder.iterdir())


def test_cancelling_leaves_nothing(services: Services, chat_case: tuple[CaseId, Evidence]) -> None:
    case_id, item = chat_case
    wish = Wish((Box(0, 1000, 1000, 3000, 1500),))
    with pytest.raises(Cancelled):
        services.redaction.redact(item, wish, cancelled=lambda: True)
    burner = _Stubborn("stopped")
    with pytest.raises(Cancelled):
        _with_burner(services, burner).redact(item, wish)
    assert len(services.cases.open(case_id).live_evidence) == 1


def test_what_has_no_pages_and_what_has_no_boxes(services: Services, chat_case: tuple[CaseId, Evidence]) -> None:
    case_id, item = chat_case
    with pytest.raises(UserError, match="redaction_empty"):
        services.redaction.redact(item, Wish((Box(0, 10, 10, 11, 11),)))
    text, _ = services.evidence.attach_bytes(case_id, "卡号 6222".encode(), "a.txt", EvidenceEdit())
    assert not services.redaction.can_redact(text)
    with pytest.raises(UserError, match="redaction_unfit"):
        services.redaction.start(case_id, text.id)


def _with_burner(services: Services, burner: _Stubborn) -> RedactionService:
    whole = services.redaction
    return RedactionService(whole._context, whole._evidence, burner, whole._reader, services.temp_folder)


def test_the_same_words_outside_the_boxes_are_told(services: Services, read_case: tuple[CaseId, Evidence]) -> None:
    case_id, item = read_case
    sheet = services.redaction.start(case_id, item.id)
    hello = [line for line in sheet.pages[0] if "尊敬的客户您好" in line.text]
    assert isinstance(hello[0], Line)
    done = services.redaction.redact(item, Wish((Box(0, 0, 9000, 300, 9300),), ("尊敬的客户",)))
    assert done.open_pages == (0,)


def test_the_line_below_a_box_is_not_beside_it() -> None:
    box = Box(0, 1000, 1000, 4000, 1200)
    assert touches(Line("x", 1200, 1010, 900, 180), box)
    assert touches(Line("x", 4100, 1010, 900, 180), box)  # goes on to its right
    assert touches(Line("x", 1200, 1000, 900, 200), Box(0, 1000, 1190, 4000, 1198))  # underlined, not covered
    assert not touches(Line("x", 1200, 1180, 900, 180), box)
    assert not touches(Line("x", 4300, 1010, 900, 180), box)


def test_words_of_a_pdf_that_nobody_has_read_are_searched_for_too(services: Services, tmp_path: Path) -> None:
    """A box by hand on the first page, before the reading came round: the second page has the same number as text."""
    file = tmp_path / "a.pdf"
    paper = Canvas(str(file), pagesize=(400, 400))
    for _ in range(2):
        paper.drawString(50, 350, "ID 110101199003071234")
        paper.showPage()
    paper.save()
    case, _ = services.cases.new_case("钱包打不开")
    (item,) = services.evidence.attach(case.id, [file]).stored
    assert not services.reading.pages(item.id)
    done = services.redaction.redact(item, Wish((Box(0, 500, 500, 9500, 2500),)))
    assert any("110101199003071234" in secret for secret in done.searched)
    with closing(pypdfium2.PdfDocument(services.evidence.path(done.item))) as document:
        words = [page.get_textpage().get_text_range() for page in document]
    assert not any("1101" in text for text in words)
    assert done.open_pages == (1,)
