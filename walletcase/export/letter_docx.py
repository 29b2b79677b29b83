"""A letter as a Word file: real styles, East Asian fonts named, nothing in it about this computer or its user."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from walletcase.domain.letter import Letter, LineKind, begins_list, lines_of
from walletcase.export.word_file import number_pages, plain, save, set_font

_LONG = {"zh_CN": 700, "en": 1700}  # characters that hardly fit on one page: from here on pages are numbered
_STYLES = {
    LineKind.TITLE: "Title",
    LineKind.HEADING: "Heading 1",
    LineKind.SALUTE: "Letter Address",
    LineKind.RIGHT: "Letter Signature",
    LineKind.PLAIN: "Normal",
}


def write_docx(letter: Letter, out: Path) -> None:
    """Write a letter to ``out``. Raises OSError."""
    document = Document()
    _set_page(document)
    _set_styles(document, letter.language)
    _set_properties(document, letter)
    size = 0
    for line in lines_of(letter.body):
        text = plain(line.text)
        paragraph = document.add_paragraph(text, style=_STYLES[line.kind])
        if begins_list(line):
            paragraph.paragraph_format.keep_with_next = True
        size += len(text)
    if size > _LONG["zh_CN" if letter.language == "zh_CN" else "en"]:
        number_pages(document)
    save(document, out)


def _set_page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(26)
    section.top_margin, section.bottom_margin = Mm(28), Mm(25)


def _set_styles(document: Any, language: str) -> None:
    styles = document.styles
    chinese = language == "zh_CN"
    body = styles["Normal"]
    set_font(body, "Times New Roman", "SimSun", 12)
    body.paragraph_format.line_spacing = 1.5
    body.paragraph_format.space_after = Pt(0 if chinese else 4)
    for name in ("Letter Address", "Letter Signature"):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = body
    if chinese:
        _indent(body, "200")
        _indent(styles["Letter Address"], "0")
        _indent(styles["Letter Signature"], "0")
    styles["Letter Address"].paragraph_format.space_before = Pt(4)
    signature = styles["Letter Signature"].paragraph_format
    signature.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    signature.space_before = Pt(8)
    signature.keep_with_next = True
    title = styles["Title"]
    set_font(title, "Times New Roman", "SimHei", 20, bold=True)
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_after = Pt(14)
    _drop_border(title)
    heading = styles["Heading 1"]
    set_font(heading, "Times New Roman", "SimHei", 12, bold=True)
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(10), Pt(2)
    heading.paragraph_format.keep_with_next = True
    for style in (title, heading):
        _indent(style, "0")


def _indent(style: Any, hundredths: str) -> None:
    """Begin a paragraph so many hundredths of a character further in."""
    properties = style.element.get_or_add_pPr()
    indent = properties.get_or_add_ind()
    indent.set(qn("w:firstLineChars"), hundredths)
    indent.set(qn("w:firstLine"), str(int(hundredths) * 24 // 10))


def _drop_border(style: Any) -> None:
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _set_properties(document: Any, letter: Letter) -> None:
    properties = document.core_properties
    properties.title = plain(letter.title)[:255]
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.language = "zh-CN" if letter.language == "zh_CN" else "en-GB"
    properties.revision = 1
    made = datetime.fromisoformat(letter.composed_at).replace(tzinfo=None, microsecond=0)
    changed = datetime.fromisoformat(letter.sent_at or letter.updated_at).replace(tzinfo=None, microsecond=0)
    properties.created, properties.modified = made, max(made, changed)
