"""What people type and name their files is text: kept whole, printed harmlessly, never a command to the terminal."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from walletcase.cli.commands import COMMANDS
from walletcase.cli.output import one_line
from walletcase.domain.errors import Exit

HOSTILE = (
    "line one\nline two\r\nthree\tfour",
    "\x1b[31mred\x1b[0m \x07 \x08\x08\x9b2J",
    "right \u202e to left \u2066 and \u2069 back \u200f",
    "'; DROP TABLE cases; -- {0} %s %n <b>&lt;</b> ]]>",
    "𬭎𫠠 e\u0301 👨‍👩‍👧 ﷽",
    "\u2028paragraph\u2029",
)
BOUNDS = "\x00\x07\x08\t\n\r\x1b\x7f\x9b\u2028\u2029\u202e\u2066"


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_text_is_kept_and_printed_on_one_line(cli: Cli, text: str, tmp_path: Path) -> None:
    number = str(cli("--json", "new", "--title", text).document["case"])
    assert cli("log", number, "--channel", "hotline", "--at", "2026-11-22", "--summary", text).code == 0
    shown = cli("--json", "show", number).document
    assert shown["title"] == " ".join(text.split())
    assert shown["timeline"][0]["summary"].split() == text.split()
    for words in (["list"], ["show", number], ["search", text.split()[0]]):
        out = cli(*words).out
        assert not set(out.replace("\n", "")) & set(BOUNDS), words
    assert len(cli("list").out.splitlines()) == 1
    assert cli("--json", "export", number, "--to", str(tmp_path / "out.pdf")).code == 0
    assert cli("--json", "export", number, "--to", str(tmp_path / "out.json")).code == 0
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["title"] == shown["title"]


def test_what_no_file_can_hold_is_left_out(cli: Cli, case: str) -> None:
    for value, kept in (("a\x00b", "ab"), ("工\ud800行", "工行"), ("\x1b[2J", "[2J")):
        assert cli("--json", "set", case, f"institution={value}").code == 0
        assert cli("--json", "show", case).document["fields"]["institution"] == kept


def test_a_megabyte_is_refused_or_kept_whole(cli: Cli, case: str) -> None:
    much = "一二三四五六七八九十" * 35_000  # 1 MB
    for words in (
        ["new", "--title", much],
        ["set", case, f"institution={much}"],
        ["set", case, f"{much}=x"],
        ["log", case, "--channel", "hotline", "--at", "2026-11-22", "--summary", much],
        ["log", case, "--channel", much, "--at", "2026-11-22", "--summary", "x"],
        ["step", case, much, "--done"],
        ["show", much],
        ["attach", case, much],
        [much],
    ):
        answer = cli("--json", *words)
        assert answer.code == 2, words[0]
        assert len(answer.complaint) < 2000, words[0]
    assert cli("--json", "search", much).document == {"hits": []}
    for option in ("--counterpart", "--reference"):
        log = ["log", case, "--channel", "hotline", "--at", "2026-11-22", "--summary", "x", option, much]
        assert cli("--json", *log).code in (0, 2)
    assert cli("--json", "step", case, "branch", "--skip", much).code in (0, 2)
    for entry in cli("--json", "show", case).document["timeline"]:
        assert much in (entry["counterpart"], entry["reference"])


NAMES = ("a\nb.txt", "‮fdp.exe", "-rf", "CON", "trailing. ", "'; DROP", "x" * 240 + ".txt", "%s{0}", "\x1b[31m.txt")


def test_file_names_are_only_names(cli: Cli, case: str, tmp_path: Path) -> None:
    folder = tmp_path / "names"
    folder.mkdir()
    names = {*NAMES, "undecodable-\udcff.txt"}
    for name in names:
        (folder / name).write_text(ascii(name))
    answer = cli("attach", case, str(folder))
    assert (answer.code, answer.err) == (0, "")
    assert len(answer.out.splitlines()) == len(names)
    assert not set(answer.out.replace("\n", "")) & set(BOUNDS)
    shown = cli("--json", "show", case).document["evidence"]
    kept: Mapping[str, str] = {item["original_name"]: item["title"] for item in shown}
    assert set(NAMES) <= set(kept)
    assert len(kept) == len(names)
    gone = cli("attach", case, str(folder / "no\nsuch\x1b[31m"))
    assert gone.code == 2
    assert gone.complaint
    assert not set(gone.complaint) & set(BOUNDS)


def test_one_line_keeps_every_script() -> None:
    assert one_line("退款 ￥1,234.56 é עברית 👨‍👩‍👧") == "退款 ￥1,234.56 é עברית 👨‍👩‍👧"
    assert one_line("a\nb\x1b\u202e") == "a\\nb\\x1b\\u202e"


def test_a_bug_is_one_line_with_its_details_in_the_log(
    cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> tuple[Mapping[str, object], list[str], Exit]:
        raise RuntimeError("planted")

    monkeypatch.setitem(COMMANDS, "list", (broken, False))
    logger = logging.getLogger("walletcase")
    handlers, level = list(logger.handlers), logger.level
    try:
        answer = cli("--json", "list")
    finally:
        for handler in set(logger.handlers) - set(handlers):
            logger.removeHandler(handler)
            handler.close()
        logger.setLevel(level)
    assert (answer.code, answer.document["error"]["code"]) == (3, "bug_logged")
    log = folder / "logs" / "walletcase.log"
    assert str(log) in answer.complaint
    assert "planted" in log.read_text(encoding="utf-8")
    assert "planted" not in answer.out + answer.err
