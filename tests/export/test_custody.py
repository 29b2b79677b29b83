"""The dossier says where each exhibit came from, and how the journal stood when it was made."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.export.conftest import Render
from tests.export.dossier_samples import Files, make_screenshots, sample_record
from walletcase.domain.custody import JournalHead
from walletcase.domain.dossiers.document import ALWAYS, Part
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
