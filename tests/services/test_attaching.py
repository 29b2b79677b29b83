"""Where exhibits come from is kept, what the case has is not added twice, what looks alike is hinted at."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.media import corpus_structures as made
from tests.media.phone_shots import shots
from walletcase.domain.errors import UserError
from walletcase.domain.evidence import EvidenceEdit, Kin, Way
from walletcase.domain.ids import CaseId
from walletcase.services.attaching import InFile, InHand
from walletcase.services.evidence import Entry
from walletcase.services.facade import Services


@pytest.fixture
def case_id(services: Services) -> CaseId:
    return services.cases.new_case("钱包")[0].id


def _file(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("way", [way for way in Way if way is not Way.UNKNOWN])
def test_each_way_in_is_kept_with_whose_computer_it_was(
    services: Services, case_id: CaseId, tmp_path: Path, way: Way
) -> None:
    file = _file(tmp_path, "a.txt", b"a")
    os.utime(file, (1_793_000_000, 1_793_000_000))
    services.evidence.attach(case_id, [file], Entry(way=way))
    (item,) = services.cases.open(case_id).evidence
    assert item.origin.way is way
    assert item.origin.added_by
    assert item.origin.device
    assert item.origin.changed_at == "2026-10-26T15:33:20+08:00"
    (line,) = [line for line in services.custody.events(case_id, item.id) if line.kind == "evidence_added"]
    assert line.detail["way"] == way.value
    assert line.detail["by"] == item.origin.added_by


def test_what_never_was_a_file_has_no_time_of_change(services: Services, case_id: CaseId) -> None:
    item, _ = services.evidence.attach_bytes(case_id, b"x", "pasted.txt", EvidenceEdit())
    assert (item.origin.way, item.origin.changed_at) == (Way.PASTED, "")


def test_the_same_bytes_are_not_added_but_named_with_the_exhibit(
    services: Services, case_id: CaseId, tmp_path: Path
) -> None:
    one, two = _file(tmp_path, "a.txt", b"a"), _file(tmp_path, "b.txt", b"b")
    twin = _file(tmp_path, "twin.txt", b"a")
    (first,) = services.evidence.attach(case_id, [one]).stored
    report = services.evidence.attach(case_id, [twin, two, InHand("c.txt", b"b")], Entry(with_twins=False))
    assert [item.original_name for item in report.stored] == ["b.txt"]
    assert [(t.source.name, t.existing.exhibit_no) for t in report.twins] == [("twin.txt", 1), ("c.txt", 2)]
    assert report.twins[0].existing == first
    assert len(services.cases.open(case_id).evidence) == 2
    services.evidence.trash(case_id, first.id)
    assert services.evidence.attach(case_id, [twin], Entry(with_twins=False)).twins == ()


def test_a_copy_that_went_through_a_chat_is_hinted_at(services: Services, case_id: CaseId, tmp_path: Path) -> None:
    chat, other = shots()[0], shots()[4]
    (first,) = services.evidence.attach(case_id, [_file(tmp_path, "a.png", chat.png)]).stored
    small = BytesIO()
    whole = Image.open(BytesIO(chat.png)).convert("RGB")
    whole.resize((540, whole.height // 2)).save(small, "JPEG", quality=75)
    sent_on, new = _file(tmp_path, "b.jpg", small.getvalue()), _file(tmp_path, "c.png", other.png)
    report = services.evidence.attach(case_id, [sent_on, new])
    assert [(a.item.exhibit_no, a.other.id) for a in report.alike] == [(2, first.id)]
    services.evidence.trash(case_id, first.id)
    assert services.evidence.attach(case_id, [sent_on]).alike == ()


def test_attachments_become_exhibits_of_their_own(services: Services, case_id: CaseId, tmp_path: Path) -> None:
    (mail,) = services.evidence.attach(case_id, [_file(tmp_path, "答复.eml", made.mail())]).stored
    inside = services.unpacking.members(mail)
    assert [one.name for one in inside] == ["截图.png", "../../etc/表.csv", "原邮件.eml"]
    report = services.unpacking.unpack(mail)
    assert [item.original_name for item in report.stored] == ["截图.png", "表.csv", "原邮件.eml"]
    for item in report.stored:
        assert (item.parent_id, item.kin, item.origin.way) == (mail.id, Kin.ATTACHMENT, Way.DERIVED)
        assert item.source == "答复.eml"
    again = services.unpacking.unpack(mail)
    assert (again.stored, len(again.twins)) == ((), 3)
    forwarded = services.unpacking.members(report.stored[2])
    assert forwarded == ()


def test_chosen_members_of_a_phone_export(services: Services, case_id: CaseId, tmp_path: Path) -> None:
    (export,) = services.evidence.attach(case_id, [_file(tmp_path, "手机.zip", made.phone_export())]).stored
    photo = services.unpacking.members(export)[0]
    (item,) = services.unpacking.unpack(export, {photo.number}).stored
    assert (item.original_name, item.kin, item.media.media_type) == ("IMG_0001.PNG", Kin.MEMBER, "image/png")
    assert services.evidence.path(export).read_bytes() == made.phone_export()


def test_a_member_that_can_not_be_had_fails_alone(services: Services, case_id: CaseId, tmp_path: Path) -> None:
    content = bytearray(made.packed({"a.txt": "a" * 99, "b.txt": "b" * 99}, deflated=False))
    content[content.index(b"aaaa")] ^= 1
    (export,) = services.evidence.attach(case_id, [_file(tmp_path, "x.zip", bytes(content))]).stored
    report = services.unpacking.unpack(export)
    assert [(f.source.name, f.error.code) for f in report.failed] == [("a.txt", "member_unreadable")]
    assert [item.original_name for item in report.stored] == ["b.txt"]


def test_unpacking_is_one_change_to_undo(services: Services, case_id: CaseId, tmp_path: Path) -> None:
    (mail,) = services.evidence.attach(case_id, [_file(tmp_path, "a.eml", made.mail())]).stored
    services.unpacking.unpack(mail)
    services.history.undo()
    assert [item.id for item in services.cases.open(case_id).live_evidence] == [mail.id]


def test_a_failed_paste_can_be_tried_again(services: Services, case_id: CaseId) -> None:
    pasted = InHand("pasted.png", b"")
    report = services.evidence.attach(case_id, [pasted, InFile(Path("/nowhere/gone.png"))])
    failed = {str(f.file): f for f in report.failed}
    assert isinstance(failed["/nowhere/gone.png"].error, UserError)
    assert "content" not in repr(pasted)
