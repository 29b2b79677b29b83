"""`export --to x.ics` as it is typed."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Cli


def test_the_dates_of_a_case_become_a_calendar_file(cli: Cli, case: str, tmp_path: Path) -> None:
    target = tmp_path / "dates.ICS"
    said = ("--channel", "hotline", "--at", "2026-11-20", "--summary", "s", "--promised-by", "2031-11-25")
    assert cli("log", case, *said).code == 0
    found = cli("export", case, "--to", str(target), "--json").document
    assert found == {"case": case, "file": str(target), "dates": 1}
    assert b"DTSTART;VALUE=DATE:20311125" in target.read_bytes()
    assert "对方答应" in target.read_text(encoding="utf-8") or "promised" in target.read_text(encoding="utf-8")
    assert "钱包打不开" not in target.read_bytes().replace(b"\r\n ", b"").decode(), "nothing private by default"


def test_a_case_without_dates_is_refused_in_one_line(cli: Cli, case: str, tmp_path: Path) -> None:
    answer = cli("export", case, "--to", str(tmp_path / "dates.ics"))
    assert answer.code == 2
    assert case in answer.complaint
    assert not (tmp_path / "dates.ics").exists()


def test_the_sample_case_has_dates(cli: Cli, sample: str, tmp_path: Path) -> None:
    target = tmp_path / "sample.ics"
    assert cli("--lang", "zh_CN", "export", sample, "--to", str(target)).code == 0
    assert target.read_bytes().count(b"BEGIN:VEVENT") >= 1
