"""The chronology as a table and as a Word file: every word is there, nothing is a formula, the head is on each page."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from tests.export.dossier_samples import LABELS, sample_record
from walletcase.domain.dossiers.build import build
from walletcase.domain.dossiers.document import Contents, Dossier
from walletcase.export.chronology import safe_cell, write
from walletcase.export.labels import load_labels

FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
HOSTILE = (
    '=HYPERLINK("http://x","y")',
    "  +1",
    "-1+1|cmd",
    "@SUM(A1)",
    "\t=1",
    "＝1",
    'a"b,c;d\r\n第二行',
    "",
    "😀𬭎",
    "\x00=1",
)


def dossier(*said: str, language: str = "zh_CN") -> Dossier:
    """A dossier whose contacts say this."""
    record = sample_record(contacts=len(said))
    timeline = tuple(
        replace(entry, draft=replace(entry.draft, summary=text, counterpart=text))
        for entry, text in zip(record.timeline, said, strict=True)
    )
    return build(replace(record, timeline=timeline), Contents(language=language))


def table_of(made: Dossier, folder: Path, language: str = "zh_CN") -> list[dict[str, str]]:
    out = folder / "out.csv"
    write(made, load_labels(LABELS, language), ".csv", out)
    content = out.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert b"\n" not in content.replace(b"\r\n", b"").replace(b'"', b"") or "第二行" in content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_every_contact_is_a_row_that_reads_back(tmp_path: Path) -> None:
    made = dossier(*(text or "（无）" for text in HOSTILE))
    rows = table_of(made, tmp_path)
    assert [row["序号"] for row in rows] == [str(row.number) for row in made.timeline]
    for row, told in zip(rows, made.timeline, strict=True):
        assert row["内容"] == safe_cell(told.summary)
        assert row["内容"].removeprefix("'") == told.summary.replace("\x00", "")
        assert (row["日期"], row["渠道"], row["受理编号"]) == (told.occurred_at[:10], told.channel, told.reference)


def test_the_english_table_has_english_heads(tmp_path: Path) -> None:
    (row,) = table_of(dossier("Called.", language="en"), tmp_path, "en")
    assert {"Date", "With whom", "Answer promised by", "Exhibits"} <= set(row)


@given(st.text())
def test_no_cell_is_a_formula_and_no_word_is_lost(text: str) -> None:
    cell = safe_cell(text)
    assert cell.removeprefix("'") in (text.replace("\x00", ""), text.replace("\x00", "").removeprefix("'"))
    assert not cell.lstrip(" \u3000").startswith(FORMULAS)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_word_file_holds_every_contact_under_a_head_that_is_repeated(tmp_path: Path, language: str) -> None:
    made, out = dossier(*(["客服说请再等等。" * 12, *HOSTILE] * 5), language=language), tmp_path / "out.docx"
    labels = load_labels(LABELS, language)
    write(made, labels, ".docx", out)
    document = Document(str(out))
    (table,) = document.tables
    assert len(table.rows) == 1 + len(made.timeline)
    assert [cell.text for cell in table.rows[0].cells][3] == labels("col_said")
    assert table.rows[0]._tr.get_or_add_trPr().find(qn("w:tblHeader")) is not None
    for row, told in zip(table.rows[1:], made.timeline, strict=True):
        said = told.summary.replace("\x00", "").replace("\r\n", "\n")
        assert said.split("\n")[0] in row.cells[3].text
    assert document.styles["Normal"].element.rPr.rFonts.get(qn("w:eastAsia")) == "SimSun"
    assert document.core_properties.author == ""


def test_the_same_case_makes_the_same_files(tmp_path: Path) -> None:
    labels = load_labels(LABELS, "zh_CN")
    for kind in (".csv", ".docx"):
        contents = []
        for name in ("one", "two"):
            write(dossier("已转后台", "再等等"), labels, kind, tmp_path / f"{name}{kind}")
            contents.append((tmp_path / f"{name}{kind}").read_bytes())
        assert contents[0] == contents[1]
    with zipfile.ZipFile(tmp_path / "one.docx") as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {1980}
