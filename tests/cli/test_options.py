"""What can be typed, where it may stand, and what is said of what can't be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.conftest import Answer, Cli
from walletcase.__main__ import main as start
from walletcase.cli.commands import COMMANDS
from walletcase.cli.options import COMMAND_NAMES, parser, wants_command
from walletcase.cli.run import main


def test_the_shared_options_stand_before_or_after(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where, other = str(tmp_path / "one"), str(tmp_path / "other")
    for words in (
        ["--data-dir", where, "--lang", "zh_CN", "--json", "show", "X"],
        ["show", "X", "--data-dir", where, "--lang", "zh_CN", "--json"],
        ["--json", "show", "--lang=zh_CN", "X", f"--data-dir={where}"],
        ["--data-dir", other, "--lang", "en", "show", "X", "--json", "--data-dir", where, "--lang", "zh_CN"],
    ):
        assert main(words) == 2
        out, err = capsys.readouterr()
        assert "没有编号为“X”的案件" in out, words
        assert "没有编号为“X”的案件" in err, words
    assert (tmp_path / "one" / "wallet.sqlite3").exists()
    assert not (tmp_path / "other").exists()


def test_without_a_folder_it_is_the_one_that_appdirs_names(tmp_path: Path) -> None:
    assert main(["new", "--title", "x"]) == 0
    assert list((tmp_path / "home").rglob("wallet.sqlite3"))


def test_a_tilde_means_home(tmp_path: Path) -> None:
    assert main(["--data-dir=~/mine", "new", "--title", "x"]) == 0
    assert (tmp_path / "home" / "mine" / "wallet.sqlite3").exists()


@pytest.mark.parametrize(
    "words",
    [
        ["count", "2026-11-22", "3"],
        ["backup", "out.zip"],
        ["restore", "out.zip"],
        ["bogus"],
        [""],
        ["new"],
        ["new", "--title"],
        ["list", "--filter", "odd"],
        ["list", "--js"],
        ["--lang", "fr", "list"],
        ["step", "WC-2026-0001", "gather"],
        ["step", "WC-2026-0001", "gather", "--done", "--reopen"],
        ["show"],
        ["export", "WC-2026-0001"],
        ["search"],
    ],
    ids=" ".join,
)
def test_bad_use_is_one_line_and_2(cli: Cli, folder: Path, words: list[str]) -> None:
    answer = cli(*words)
    assert (answer.code, answer.out) == (2, "")
    assert answer.complaint
    assert not folder.exists()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["new", "--title", "  "], "title_empty"),
        (["new", "--title", "字" * 201], "title_too_long"),
        (["new", "--title", "t", "--playbook", "none"], "no_such_playbook"),
        (["new", "--title", "t", "--set", "nothing=1"], "no_such_field"),
        (["new", "--title", "t", "--set", "occurred_on=2026-02-30"], "bad_value"),
        (["new", "--title", "t", "--set", "no equals sign"], "bad_setting"),
        (["new", "--title", "t", "--set", "=x"], "bad_setting"),
        (["set", "{case}", "institution=ok", "nothing=1"], "no_such_field"),
        (["set", "{case}", "institution=ok", "title="], "title_empty"),
        (["step", "{case}", "nowhere", "--done"], "no_such_step"),
        (["step", "{case}", "gather", "--skip", " "], "skip_needs_reason"),
        (["step", "{case}", "gather", "--reopen"], "step_not_settled"),
        (["step", "{case}", "gather", "--done", "--outcome", "magic"], "no_such_outcome"),
        (["log", "{case}", "--channel", "smoke", "--at", "2026-11-22", "--summary", "x"], "no_such_channel"),
        (["log", "{case}", "--channel", "hotline", "--at", "noon", "--summary", "x"], "bad_time"),
        (["log", "{case}", "--channel", "hotline", "--at", "2026-11-22", "--summary", ""], "summary_empty"),
        (
            ["log", "{case}", "--channel", "hotline", "--at", "2026-11-22", "--summary", "x", "--promised-by", "soon"],
            "bad_date",
        ),
        (["export", "{case}", "--to", "{tmp}/out.exe"], "export_format"),
        (["export", "{case}", "--to", "{tmp}/out.json", "--about", "demand:1"], "export_choice"),
        (["export", "{case}", "--to", "{tmp}/out.ics", "--depth", "brief"], "export_choice"),
        (["export", "{case}", "--to", "{tmp}/out.csv", "--depth", "brief"], "export_choice"),
        (["export", "{case}", "--to", "{tmp}/out.json", "--originals", "yes"], "export_choice"),
        (["attach", "WC-1999-0001", "{tmp}"], "no_such_case"),
        (["verify", "WC-1999-0001"], "no_such_case"),
        (["attach", "{case}", "{tmp}/data/lock", "--title", ""], "title_empty"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value[:1]),
)
def test_bad_input_is_2_and_changes_nothing(cli: Cli, case: str, tmp_path: Path, words: list[str], code: str) -> None:
    def all_of_it() -> tuple[object, object]:
        return cli("--json", "list").document, cli("--json", "show", case).document

    before = all_of_it()
    answer = cli("--json", *(word.format(case=case, tmp=tmp_path) for word in words))
    assert answer.code == 2
    assert answer.document["error"]["code"] == code
    assert answer.complaint
    assert all_of_it() == before


def test_help_and_version_are_no_errors(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--help"], ["attach", "--help"], ["--version"]):
        with pytest.raises(SystemExit) as ended:
            start(words)
        assert ended.value.code == 0
        assert "walletcase" in capsys.readouterr().out


def test_every_command_that_can_be_typed_is_there() -> None:
    assert set(COMMANDS) == set(COMMAND_NAMES)
    for name in COMMAND_NAMES:
        assert name in parser().format_help()


def test_files_are_for_the_window_and_mistakes_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("shot.png").touch()
    for words in ([], ["shot.png"], ["--data-dir", "list"], ["--lang", "en", "shot.png", "gone.png"], ["--data-dir=x"]):
        assert not wants_command(words), words
    for words in (["list"], ["--data-dir", "d", "list"], ["lst"], ["gone.png"], ["--json"], ["-h"], ["x" * 5000]):
        assert wants_command(words), words


def _honest(answer: Answer) -> None:
    assert answer.code in (0, 2, 3)
    assert "Traceback" not in answer.out + answer.err
    assert "went wrong" not in answer.err, "a bug"
    if answer.code:
        assert answer.complaint


odd = st.text(st.characters(exclude_characters="\x00"), max_size=40)
PIECES = (
    *("--json", "--lang", "en", "zh_CN", "--title", "--set", "--done", "--skip", "--reopen", "--repeat", "--to", "--"),
    *("-", "--at", "--channel", "hotline", "--summary", "--filter", "--promised-by", "--outcome", "gather", "title=x"),
    *("2026-11-22", "9999-12-31", "0001-01-01T00:00+14:00", "occurred_on=9999-12-31", "institution=\ud800"),
)
options = st.sampled_from(PIECES)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from([name for name in COMMAND_NAMES if name not in ("sample", "attach", "export")]),
    st.lists(st.one_of(options, odd, st.just("WC-2026-0001")), max_size=7),
)
def test_odd_arguments_never_break_it(cli: Cli, name: str, words: list[str]) -> None:
    if any(word.startswith(("--help", "-h")) for word in words):
        return
    _honest(cli(name, *words))


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["--title", "--set", "--summary", "search", "show", "--skip", "--reference"]), odd)
def test_odd_texts_are_taken_or_refused(cli: Cli, case: str, place: str, text: str) -> None:
    words = {
        "--title": ["new", f"--title={text}"],
        "--set": ["set", case, f"institution={text}"],
        "--summary": ["log", case, "--channel=hotline", "--at=2026-11-22", f"--summary={text}"],
        "--reference": ["log", case, "--channel=hotline", "--at=2026-11-22", "--summary=x", f"--reference={text}"],
        "search": ["search", "--", text],
        "show": ["show", "--", text],
        "--skip": ["step", case, "branch", f"--skip={text}"],
    }[place]
    _honest(cli("--json", *words))
    cli("step", case, "branch", "--reopen")
    _honest(cli("show", case))
