"""Letters from the command line: composed, printed, written; never with a gap in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from walletcase.domain.letter import plain_text

FACTS = ("complainant=林小满", "phone=139 0000 0000", "problem=点“确认开通”后报错。", "demand=开通钱包")


@pytest.fixture
def number(cli: Cli) -> str:
    """A case with what a complaint needs."""
    made = cli("new", "--title", "钱包打不开", *(word for fact in FACTS for word in ("--set", fact)))
    assert made.code == 0, made.err
    return made.out.strip()


def test_a_letter_is_printed_and_kept(cli: Cli, number: str) -> None:
    made = cli("letter", number, "complaint")
    assert made.code == 0, made.err
    assert made.out.startswith("投诉书\n")
    assert "1. 开通钱包。" in made.out
    listed = cli("letters", number, "--json").document
    assert [(one["number"], one["kind"], one["title"]) for one in listed["letters"]] == [(1, "complaint", "投诉书")]
    fits = {kind["key"]: kind["fits"] for kind in listed["kinds"]}
    assert fits["complaint"]
    assert not fits["reminder"]
    assert "投诉书  draft" in cli("letters", number).out
    chinese = cli("--lang", "zh_CN", "letters", number).out
    assert "投诉书  草稿 20" in chinese
    assert "complaint    现在适合  投诉书" in chinese
    assert "reminder     -         催办函（还没有逾期的答复、承诺或期限）" in chinese
    english = cli("letters", number).out
    assert "reminder     -         Reminder (no answer, promise or time limit is late yet)" in english


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.txt"])
def test_a_letter_is_written_to_a_file(cli: Cli, number: str, tmp_path: Path, name: str) -> None:
    made = cli("letter", number, "complaint", "--in", "en", "--to", str(tmp_path / name))
    assert made.code == 0, made.err
    assert (tmp_path / name).stat().st_size > 100
    if name == "a.txt":
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert text.startswith("Complaint\n")
        assert text.rstrip("\n") == plain_text(text)


@pytest.mark.parametrize("options", [(), ("--to", "a.pdf"), ("--to", "a.docx"), ("--json",)])
def test_an_unfilled_letter_is_refused_and_not_kept(
    cli: Cli, number: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    made = cli("letter", number, "review", *options)
    assert made.code == 3
    assert "〔请填写：不同意该答复的理由〕" in made.err + made.out
    assert not list(tmp_path.glob("a.*"))
    assert cli("letters", number, "--json").document["letters"] == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("poem",), "no_such_letter_kind"),
        (("complaint", "--to", "a.odt"), "export_format"),
        (("complaint", "--door", "side_entrance"), "no_such_door"),
    ],
)
def test_bad_wishes_are_refused(cli: Cli, number: str, words: tuple[str, ...], code: str) -> None:
    made = cli("letter", number, *words, "--json")
    assert made.code == 2
    assert code in made.err + made.out
    assert cli("letters", number, "--json").document["letters"] == []
