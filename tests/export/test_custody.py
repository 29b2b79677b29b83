"""The dossier says where each exhibit came from, and how the journal stood when it was made."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.export.conftest import Render
from tests.export.dossier_samples import Files, make_screenshots, sample_record
from walletcase.domain.custody import JournalHead, What
from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.dossiers.custody_record import CustodyRow
from walletcase.domain.dossiers.document import ALWAYS, Depth, Part
from walletcase.domain.evidence import Kin, Origin, Way
from walletcase.domain.ids import EvidenceId
from walletcase.services.dossier_options import DossierOptions
from walletcase.services.facade import Services

Run = Callable[..., str]
HEAD = JournalHead(124, hashlib.sha256(b"line 124").hexdigest())
STAMPED = replace(HEAD, stamped_line=97, stamped_at="2026-11-21T02:03:04+00:00", stamped_by="CN=示例时间戳中心")


def words(run: Run, path: Path) -> str:
    """The text without line breaks, which fall anywhere in Chinese."""
    return run("pdftotext", path, "-").replace("\n", "").replace(" ", "")


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("more", [{}, {"parts": ALWAYS}])
def test_the_newest_line_of_the_journal_is_printed(
    files: Files, render: Render, run: Run, language: str, more: dict[str, tuple[Part, ...]]
) -> None:
    make_screenshots(files, 1)
    text = words(run, render(sample_record(files.evidence), language=language, journal=HEAD, **more).path)
    assert HEAD.sha256 in text
    assert ("截至第几行124" if language == "zh_CN" else "Newestline124") in text
    assert ("不证明所记内容属实" if language == "zh_CN" else "Theydonotshowthatwhatwasrecordedistrue") in text
    assert ("盖戳" if language == "zh_CN" else "RFC3161") not in text


def test_a_time_stamp_is_named_with_its_line(files: Files, render: Render, run: Run) -> None:
    text = words(run, render(sample_record(), journal=STAMPED).path)
    assert "第97行于2026-11-2102:03（UTC）由时间戳机构盖戳（RFC3161）" in text
    assert "CN=示例时间戳中心" in text


def test_the_same_journal_gives_the_same_bytes_and_another_one_others(files: Files, render: Render) -> None:
    make_screenshots(files, 1)
    record = sample_record(files.evidence)
    assert render(record, journal=HEAD).sha256 == render(record, journal=HEAD).sha256
    assert render(record, journal=HEAD).sha256 != render(record, journal=replace(HEAD, line=125)).sha256


def test_each_exhibit_says_how_it_came_in_but_not_on_whose_computer(files: Files, render: Render, run: Run) -> None:
    origin = Origin(Way.DROPPED, "linxiaoman", "laptop-77 (Windows)")
    make_screenshots(files, 2)
    first, second = (replace(item, origin=origin) for item in files.evidence)
    second = replace(second, kin=Kin.REDACTED, parent_id=EvidenceId(first.id))
    text = words(run, render(sample_record([first, second])).path)
    assert "由投诉人从电脑文件中拖入" in text
    assert "证据1的打码件，原件另存" in text
    assert "linxiaoman" not in text
    assert "laptop" not in text


def test_a_dossier_holds_the_journal_as_it_stood_before_its_own_line(
    services: Services, run: Run, tmp_path: Path
) -> None:
    case = services.cases.new_case("钱包打不开", "icbc-digital-wallet", {})[0]
    seen = services.dossiers.render(case.id, DossierOptions(), tmp_path / "seen.pdf")
    line, before = services.custody.head()
    made = services.dossiers.export_pdf(case.id, tmp_path / "out.pdf", DossierOptions())
    assert made.sha256 == seen.sha256
    after = services.custody.head()
    assert after[0] == line + 1
    text = words(run, tmp_path / "out.pdf")
    assert before in text
    assert after[1] not in text
    again = services.dossiers.export_pdf(case.id, tmp_path / "again.pdf", DossierOptions())
    assert after[1] in words(run, again.path)


CHAPTERS = (
    CustodyRow(31, "2026-11-22T08:00:00+08:00", "redaction_made", (1,)),
    CustodyRow(32, "2026-11-22T09:00:00+08:00", "evidence_trashed", (1, 2, 3, 5), taken_back="undone"),
    CustodyRow(33, "2026-11-22T10:00:00+08:00", "left", (1, 2), what=What.PACK, target="律师.zip"),
)


def test_what_the_journal_says_is_printed_line_by_line(files: Files, render: Render, run: Run) -> None:
    make_screenshots(files, 5)
    text = words(run, render(sample_record(files.evidence), custody=CHAPTERS).path)
    assert "经手记录" in text
    assert "撤销：移入回收站" in text
    assert "撤销：移入回收站1–3" in text
    assert "收入证据包，存为律师.zip" in text
    assert text.count("见经手记录") == 4  # of the exhibits that it names, the fourth it does not


@pytest.mark.parametrize("audience", [Audience.BANK, Audience.REGULATOR, Audience.PUBLIC])
def test_to_whom_else_something_was_given_is_told_to_nobody(
    files: Files, render: Render, run: Run, audience: Audience
) -> None:
    make_screenshots(files, 5)
    made = render(sample_record(files.evidence), custody=CHAPTERS, audience=audience)
    text = words(run, made.path)
    assert "制作打码件" in text
    assert "收入证据包" not in text
    assert "律师.zip" not in text


def test_in_brief_the_record_of_custody_is_left_out_and_the_cover_says_so(
    files: Files, render: Render, run: Run
) -> None:
    make_screenshots(files, 2)
    text = words(run, render(sample_record(files.evidence), custody=CHAPTERS, depth=Depth.BRIEF).path)
    assert "经手记录" not in text.replace("来历、经手与校验值", "")
    assert "简要本" in text
