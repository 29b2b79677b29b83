"""Letters as PDF and Word files: what other programs find in them, and that the same letter is the same bytes."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export.dossier_samples import FONTS, LABELS
from walletcase.domain.ids import CaseId
from walletcase.domain.letter import Letter, lines_of
from walletcase.domain.writing.gaps import mark
from walletcase.export.letter_docx import write_docx
from walletcase.export.letter_pdf import PdfLetters

AT = "2026-11-23T09:00:00+08:00"
ZH = "# 投诉书\n\n致：某某银行\n\n## 一、请求\n1. 开通钱包。\n\n此致\n某某银行\n\n> 投诉人：林小满\n> 2026年11月23日"
EN = "# Complaint\n\nTo: A Bank\n\n## 1. Demands\n1. Open it.\n\nYours faithfully,\n\n> Lin Xiaoman\n> 23 November 2026"


def letter(body: str, language: str = "zh_CN") -> Letter:
    """A draft."""
    return Letter(1, CaseId(1), 1, "complaint", language, "", body, AT, AT)


def pdf_of(one: Letter, folder: Path, name: str = "a.pdf") -> tuple[int, Path]:
    """Pages and place of a letter's PDF."""
    made = PdfLetters(FONTS, LABELS).render(one, folder / name)
    return made.pages, made.path


def text_of(path: Path) -> list[str]:
    """The text of each page."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [document[n].get_textpage().get_text_range() for n in range(len(document))]
    finally:
        document.close()


def squeezed(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())


@pytest.mark.parametrize(("body", "language"), [(ZH, "zh_CN"), (EN, "en")])
def test_a_short_letter_is_one_page_without_a_number(tmp_path: Path, body: str, language: str) -> None:
    pages, path = pdf_of(letter(body, language), tmp_path)
    assert pages == 1
    said = squeezed("".join(text_of(path)))
    for line in lines_of(body):
        assert squeezed(line.text) in said
    assert said == squeezed("".join(line.text for line in lines_of(body)))  # and nothing else: no foot, no marks


def test_a_long_letter_numbers_its_pages(tmp_path: Path) -> None:
    body = ZH.replace("1. 开通钱包。", "\n".join(f"{n}. {'很长的一句话，' * 12}" for n in range(60)))
    pages, path = pdf_of(letter(body), tmp_path)
    texts = text_of(path)
    assert pages == len(texts) > 2
    for number, text in enumerate(texts, 1):
        assert squeezed(f"第 {number} 页 / 共 {pages} 页") in squeezed(text)


def test_the_same_letter_gives_the_same_bytes(tmp_path: Path) -> None:
    one = letter(ZH)
    first, second = pdf_of(one, tmp_path, "a.pdf")[1], pdf_of(one, tmp_path, "b.pdf")[1]
    assert first.read_bytes() == second.read_bytes()
    for name in ("a.docx", "b.docx"):
        write_docx(one, tmp_path / name)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
    write_docx(replace(one, body=ZH + "。"), tmp_path / "b.docx")
    assert (tmp_path / "a.docx").read_bytes() != (tmp_path / "b.docx").read_bytes()


def test_a_pdf_tells_nothing_of_this_computer(tmp_path: Path) -> None:
    _, path = pdf_of(letter(ZH), tmp_path)
    with pikepdf.open(path) as document:
        info = {str(key): str(value) for key, value in document.docinfo.items()}
        assert str(document.Root.Lang) == "zh-CN"
    assert info["/Title"] == "投诉书"
    assert info.get("/Author", "") == ""
    assert info["/Producer"] == "WalletCase"
    assert "2026" not in info["/CreationDate"]


def test_what_is_missing_catches_the_eye(tmp_path: Path) -> None:
    whole, gap = pdf_of(letter(ZH), tmp_path, "a.pdf")[1], letter(ZH + "\n" + mark("您的姓名", "zh_CN"))
    path = pdf_of(gap, tmp_path, "b.pdf")[1]
    assert not _has_red(whole)
    assert _has_red(path)


def _has_red(path: Path) -> bool:
    document = pypdfium2.PdfDocument(path)
    try:
        picture = document[0].render(scale=1).to_pil().convert("RGB")
    finally:
        document.close()
    return any(red > 150 and green < 110 and blue < 110 for _, (red, green, blue) in picture.getcolors(1 << 24) or ())


@pytest.mark.parametrize(("body", "language"), [(ZH, "zh_CN"), (EN, "en")])
def test_word_reads_back_the_same_text_in_real_styles(tmp_path: Path, body: str, language: str) -> None:
    write_docx(letter(body, language), tmp_path / "a.docx")
    document = Document(str(tmp_path / "a.docx"))
    assert [p.text for p in document.paragraphs] == [line.text for line in lines_of(body)]
    styles = [str(p.style and p.style.name) for p in document.paragraphs]
    assert styles[:3] == ["Title", "Letter Address", "Heading 1"]
    assert styles[-2:] == ["Letter Signature", "Letter Signature"]
    assert 'w:eastAsia="SimSun"' in document.styles["Normal"].element.xml
    assert 'w:eastAsia="SimHei"' in document.styles["Title"].element.xml
    assert ('w:firstLineChars="200"' in document.styles["Normal"].element.xml) == (language == "zh_CN")
    properties = document.core_properties
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert properties.title == next(lines_of(body)).text


def test_the_parts_of_a_word_file_have_one_date(tmp_path: Path) -> None:
    write_docx(letter(ZH), tmp_path / "a.docx")
    with zipfile.ZipFile(tmp_path / "a.docx") as packed:
        assert {part.date_time for part in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert packed.testzip() is None


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300))
def test_any_text_becomes_both_files(tmp_path_factory: pytest.TempPathFactory, body: str) -> None:
    folder = tmp_path_factory.mktemp("any")
    one = letter(body.encode("utf-8", "ignore").decode())
    assert pdf_of(one, folder)[0] >= 1
    write_docx(one, folder / "a.docx")
    assert Document(str(folder / "a.docx")) is not None


@pytest.mark.parametrize("before", range(27, 34))
def test_a_line_before_a_list_stands_on_the_page_of_its_first_item(tmp_path: Path, before: int) -> None:
    """Pushed down line by line over a page's end."""
    filling = "\n".join(["One line."] * before)
    body = f"# Complaint\n\n{filling}\n## 1. History\nThe contacts were:\n1. First contact.\n2. Second contact."
    texts = text_of(pdf_of(letter(body, "en"), tmp_path)[1])
    own = [number for number, text in enumerate(texts) if "The contacts were:" in text]
    assert own == [number for number, text in enumerate(texts) if "1. First contact." in text]
    write_docx(letter(body, "en"), tmp_path / "a.docx")
    kept = [p.text for p in Document(str(tmp_path / "a.docx")).paragraphs if p.paragraph_format.keep_with_next]
    assert kept == ["The contacts were:"]
