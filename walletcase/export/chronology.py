"""The chronology for those who work on with it: as a table for spreadsheets (.csv) and as a Word file (.docx)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from walletcase.domain.dossiers.document import Dossier, TimelineRow
from walletcase.export.context import when
from walletcase.export.labels import Labels

_COLUMNS = (
    "col_no", "col_day", "col_clock", "col_channel", "col_with", "col_said", "col_reference", "col_promise",
    "col_is_answer", "col_exhibits", "col_later", "col_edited",
)  # fmt: skip
_IN_WORD = ("col_no", "col_time", "col_who", "col_said", "col_exhibits")
_WIDTHS_MM = (10, 24, 32, 80, 20)
# A cell that begins like this is a formula for a spreadsheet (OWASP, CSV Injection); full-width signs count for some.
_FORMULA = re.compile(r"\s*[=+\-@\t\r\n＝＋－＠]")


def write(dossier: Dossier, labels: Labels, kind: str, out: Path) -> None:
    """Write the chronology by the ending of its file, ".csv" or ".docx". Raises OSError."""
    {".csv": write_csv, ".docx": write_docx}[kind](dossier, labels, out)


def write_csv(dossier: Dossier, labels: Labels, out: Path) -> None:
    """Write the chronology as RFC 4180 asks, with a byte order mark so that spreadsheets read Chinese.

    Every cell is quoted; one that would be taken for a formula begins with an apostrophe. Raises OSError.
    """
    text = io.StringIO(newline="")
    table = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow([labels(key) for key in _COLUMNS])
    table.writerows([safe_cell(cell) for cell in _cells(row, labels)] for row in dossier.timeline)
    out.write_bytes(text.getvalue().encode("utf-8-sig", errors="replace"))


def safe_cell(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    text = text.replace("\x00", "")
    return f"'{text}" if _FORMULA.match(text) else text


def _cells(row: TimelineRow, labels: Labels) -> list[str]:
    at = when(row.occurred_at)
    return [
        str(row.number), at[:10], at[11:], row.channel, row.counterpart, row.summary, row.reference, row.promised_by,
        labels("yes") if row.is_answer else "", _exhibits(row, labels), row.recorded_on, row.edited_on,
    ]  # fmt: skip


def _exhibits(row: TimelineRow, labels: Labels) -> str:
    return labels.join([labels("exhibit", number=number) for number in row.exhibits])


def write_docx(dossier: Dossier, labels: Labels, out: Path) -> None:
    """Write the chronology as a Word file whose table repeats its head on each page. Raises OSError."""
    from docx import Document
    from docx.shared import Mm

    from walletcase.export.word_file import number_pages, plain, save

    document: Any = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    _set_styles(document)
    _set_properties(document, dossier, plain(dossier.title))
    document.add_paragraph(labels("part_timeline"), style="Title")
    head = f"{dossier.title}\n{labels('case_number')} {dossier.number}  {labels('as_of')} {when(dossier.as_of)}"
    document.add_paragraph(plain(head))
    table = document.add_table(rows=1, cols=len(_IN_WORD), style="Table Grid")
    table.autofit = False
    _fill(table.rows[0], [labels(key) for key in _IN_WORD], plain)
    _repeat(table.rows[0])
    for row in dossier.timeline:
        _fill(table.add_row(), _word_cells(row, labels), plain)
    for column, width in zip(table.columns, _WIDTHS_MM, strict=True):
        for cell in column.cells:
            cell.width = Mm(width)
    number_pages(document)
    save(document, out)


def _word_cells(row: TimelineRow, labels: Labels) -> list[str]:
    said = [row.summary]
    said += [labels("row_reference", number=row.reference)] if row.reference else []
    said += [labels("row_promise", date=row.promised_by)] if row.promised_by else []
    said += [labels("row_answer")] if row.is_answer else []
    said += [labels("row_later", date=row.recorded_on)] if row.recorded_on else []
    said += [labels("row_edited", date=row.edited_on)] if row.edited_on else []
    who = "\n".join(part for part in (row.channel, row.counterpart) if part)
    return [str(row.number), when(row.occurred_at), who, "\n".join(said), _exhibits(row, labels)]


def _fill(row: Any, texts: list[str], plain: Callable[[str], str]) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        cell.paragraphs[0].text = plain(text)


def _repeat(row: Any) -> None:
    """Let the head stand on each page, and no row be parted."""
    from docx.oxml import OxmlElement

    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))
    for run in (run for cell in row.cells for run in cell.paragraphs[0].runs):
        run.bold = True


def _set_styles(document: Any) -> None:
    from docx.shared import Pt

    from walletcase.export.word_file import set_font

    body, title = document.styles["Normal"], document.styles["Title"]
    set_font(body, "Times New Roman", "SimSun", 10.5)
    body.paragraph_format.space_after = Pt(3)
    set_font(title, "Times New Roman", "SimHei", 18, bold=True)


def _set_properties(document: Any, dossier: Dossier, title: str) -> None:
    properties = document.core_properties
    properties.title = title[:255]
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.language = "zh-CN" if dossier.language == "zh_CN" else "en-GB"
    properties.revision = 1
    properties.created = properties.modified = datetime.fromisoformat(dossier.as_of).replace(tzinfo=None, microsecond=0)
