"""Words, attachments and members come out of files that hold them, without anything in them being followed."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from tests.media import corpus_structures as made
from tests.media.corpus_pictures import encoded, quarters
from walletcase.media.kinds import DOCUMENT, MAIL, SHEETS, SLIDES, ZIP
from walletcase.media.playing import duration_ms
from walletcase.media.previewer import Previewer
from walletcase.media.sniff import media_type


def test_words_of_a_document(corpus: dict[str, Path], previewer: Previewer) -> None:
    assert previewer.text(corpus["letter.docx"], DOCUMENT) == "投诉信\n钱包 <打不开>\n日期 \t金额"
    assert previewer.text(corpus["letter.docx"], DOCUMENT, limit=4) == "投诉信\n"[:4].strip()
    facts = previewer.probe(corpus["letter.docx"], DOCUMENT)
    assert (facts.note, facts.says) == ("", (("author", "张三"), ("created", "2026-11-01 10:00:00")))


def test_words_of_a_workbook_with_its_dates(corpus: dict[str, Path], previewer: Previewer) -> None:
    text = "[流水]\n交易\t扣款\n2026-11-01\t2026-11-01 12:00\t-1234.5\tTRUE\n\n[说明]\n备注"
    assert previewer.text(corpus["bill.xlsx"], SHEETS) == text


def test_words_of_slides_in_their_order(corpus: dict[str, Path], previewer: Previewer) -> None:
    assert previewer.text(corpus["talk.pptx"], SLIDES) == "第一页\n\n第二页"


def test_an_entity_in_a_document_is_refused(previewer: Previewer, tmp_path: Path) -> None:
    bad = tmp_path / "entity.docx"
    main = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'
    bad.write_bytes(made.packed({"[Content_Types].xml": "x", "word/document.xml": main}))
    assert previewer.probe(bad, DOCUMENT).note == "damaged"
    assert previewer.text(bad, DOCUMENT) is None


def test_a_mail_is_shown_by_head_attachments_and_text(corpus: dict[str, Path], previewer: Previewer) -> None:
    text = previewer.text(corpus["answer.eml"], MAIL)
    assert text is not None
    head, body = text.split("\n\n", 1)
    assert head.splitlines() == [
        "From: 客服 <bank@example.com>",
        "To: me@example.com",
        "Date: Mon, 02 Nov 2026 09:30:00 +0800",
        "Subject: 答复：数字钱包",
        "Attachment: 截图.png",
        "Attachment: ../../etc/表.csv",
        "Attachment: 原邮件.eml",
    ]
    assert body == "您好，\n已受理。\n"
    facts = previewer.probe(corpus["answer.eml"], MAIL)
    assert facts.made_at == "2026-11-02T09:30:00"
    assert dict(facts.says)["subject"] == "答复：数字钱包"


def test_a_mail_of_html_is_shown_as_its_words(corpus: dict[str, Path], previewer: Previewer) -> None:
    text = previewer.text(corpus["only-html.eml"], MAIL)
    assert text is not None
    assert text.startswith("From: 客户 <a@example.com>\n")
    assert text.split("\n\n", 1)[1].split() == ["第一", "第二"]


def test_attachments_come_out_byte_for_byte(corpus: dict[str, Path], previewer: Previewer) -> None:
    path = corpus["answer.eml"]
    found = previewer.members(path, MAIL)
    assert found is not None
    contents = [previewer.member(path, MAIL, one.number) for one in found]
    assert contents[:2] == [encoded(quarters(), "PNG"), b"a;b\n"]
    assert [one.size_bytes for one in found] == [len(content or b"") for content in contents]
    assert b"Subject: =?utf-8?" in (contents[2] or b"")
    assert previewer.member(path, MAIL, 99) is None


@pytest.mark.parametrize("header", ["=?gb2312?B?" + base64.b64encode("镕".encode("gbk")).decode() + "?=", "镕"])
def test_odd_headers_of_mail_are_read(previewer: Previewer, tmp_path: Path, header: str) -> None:
    mail = tmp_path / "odd.eml"
    mail.write_bytes(f"From: a\r\nTo: b\r\nSubject: {header}\r\nDate: never\r\n\r\nx".encode("gb18030"))
    facts = previewer.probe(mail, MAIL)
    assert dict(facts.says)["subject"] == "镕"
    assert facts.made_at == ""


def test_members_of_a_phone_export(corpus: dict[str, Path], previewer: Previewer) -> None:
    path = corpus["phone.zip"]
    found = previewer.members(path, ZIP)
    assert found is not None
    assert [one.name for one in found] == ["DCIM/IMG_0001.PNG", "聊天/聊天记录.txt", "../../../etc/evil.txt"]
    assert previewer.member(path, ZIP, found[0].number) == encoded(quarters(), "PNG")
    assert dict(previewer.probe(path, ZIP).says) == {"holds": "3"}
    listed = previewer.text(path, ZIP)
    assert listed is not None
    assert listed.splitlines()[0].split() == [f"{found[0].size_bytes:,}", "DCIM/IMG_0001.PNG"]


def test_names_in_the_code_page_of_old_windows(corpus: dict[str, Path], previewer: Previewer) -> None:
    found = previewer.members(corpus["old-names.zip"], ZIP)
    assert found is not None
    assert [one.name for one in found] == ["账单.txt"]


def test_what_is_locked_is_said(corpus: dict[str, Path], previewer: Previewer) -> None:
    assert previewer.probe(corpus["locked.zip"], ZIP).note == "encrypted"
    assert previewer.members(corpus["locked.zip"], ZIP) is None
    assert previewer.member(corpus["locked.zip"], ZIP, 0) is None


@pytest.mark.parametrize("name", made.SOUNDS)
def test_how_long_it_plays(corpus: dict[str, Path], previewer: Previewer, name: str) -> None:
    expected = made.SOUNDS[name][1]
    facts = previewer.probe(corpus[name], media_type(corpus[name], name))
    assert facts.duration_ms == expected
    assert facts.note == "unsupported"


@pytest.mark.parametrize("name", [name for name, (_, length) in made.SOUNDS.items() if length])
def test_a_header_cut_anywhere_is_no_trouble(tmp_path: Path, previewer: Previewer, name: str) -> None:
    content, _ = made.SOUNDS[name]
    kind = media_type(_written(tmp_path / "whole", content), name)
    for length in range(0, min(len(content), 200), 7):
        cut = previewer.probe(_written(tmp_path / "cut", content[:length]), kind)
        assert cut.duration_ms is None or cut.duration_ms > 0
    assert duration_ms(tmp_path / "whole", kind) is not None


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
