"""`deadlines` and `count` as they are typed."""

from __future__ import annotations

import re
from enum import StrEnum

import pytest

from tests.cli.conftest import Cli
from walletcase.cli.words import Words
from walletcase.domain.days.workdays import Counted, DayKind
from walletcase.domain.due.deadlines import DeadlineState
from walletcase.domain.rules.pack import Unit
from walletcase.domain.timeline import PromiseState


@pytest.mark.parametrize(
    ("words", "due", "rolled"),
    [
        (("2026-09-24", "7", "--working"), "2026-10-12", "2026-10-12"),
        (("2026-02-13", "1", "--working"), "2026-02-14", "2026-02-14"),
        (("2026-09-16", "15", "--calendar"), "2026-10-01", "2026-10-01"),
        (("2026-09-16", "15", "--calendar", "--roll"), "2026-10-01", "2026-10-08"),
        (("2026-09-05", "15", "--calendar", "--roll"), "2026-09-20", "2026-09-20"),
    ],
)
def test_count_tells_the_last_day_and_the_days_behind_it(
    cli: Cli, words: tuple[str, ...], due: str, rolled: str
) -> None:
    found = cli("count", *words, "--json").document
    assert (found["due_on"], found["rolled_due_on"], found["estimated"]) == (due, rolled, False)
    days = found["days"]
    assert sum(day["counted"] for day in days) == int(words[1])
    assert (days[0]["date"], days[0]["counted"], days[-1]["date"]) == (words[0], False, rolled)
    assert {"date", "counted", "kind"} <= set(days[0])


def test_count_marks_what_is_estimated(cli: Cli) -> None:
    found = cli("count", "2026-12-25", "7", "--working", "--json").document
    assert found["estimated"] is True
    assert [day["estimated"] for day in found["days"] if day["date"] in ("2026-12-28", "2026-12-31")] == [False, True]
    assert "estimated" in cli("count", "2026-12-25", "7", "--working").out
    plain = cli("count", "2026-12-25", "15", "--calendar", "--json").document
    assert plain["estimated"] is False, "fifteen days end where they end"
    assert cli("count", "2026-12-25", "15", "--calendar", "--roll", "--json").document["estimated"] is True


def test_count_is_readable(cli: Cli) -> None:
    lines = cli("count", "2026-09-24", "7", "--working").out.splitlines()
    assert lines[0] == "2026-09-24 + 7 working days: 2026-10-12"
    assert lines[1].split() == ["2026-09-24", "Thu", "start"]
    assert lines[2].split() == ["2026-09-25", "Fri", "-", "holiday", "Mid-Autumn"]
    assert lines[-3].split() == ["2026-10-10", "Sat", "6", "makeup", "National", "Day"]


def test_count_names_holidays_in_the_language_asked_for(cli: Cli) -> None:
    words = ("--lang", "en", "count", "2026-09-24", "7", "--working")
    chinese = cli("--lang", "zh_CN", *words[2:]).out.splitlines()
    assert chinese[0] == "2026-09-24 + 7 个工作日：2026-10-12"
    assert chinese[1].split() == ["2026-09-24", "周四", "起算日"]
    assert chinese[2].split() == ["2026-09-25", "周五", "-", "节假日", "中秋"]
    assert chinese[-3].split() == ["2026-10-10", "周六", "6", "调休上班", "国庆节"]
    lines = cli(*words).out.splitlines()
    assert lines[2].split(maxsplit=4) == ["2026-09-25", "Fri", "-", "holiday", "Mid-Autumn"]
    assert lines[-3].split(maxsplit=4) == ["2026-10-10", "Sat", "6", "makeup", "National Day"]
    assert {day["name"] for day in cli(*words, "--json").document["days"]} == {"", "Mid-Autumn", "National Day"}


@pytest.mark.parametrize(
    "words",
    [
        ("2026-09-24", "0", "--working"),
        ("2026-09-24", "-3", "--working"),
        ("2026-09-24", "3661", "--working"),
        ("2026-09-24", "seven", "--working"),
        ("2026-09-31", "7", "--working"),
        ("someday", "7", "--calendar"),
        ("9999-12-30", "7", "--calendar"),
        ("2026-09-24", "7"),
        ("2026-09-24", "7", "--calendar", "--working"),
    ],
)
def test_count_refuses_in_one_line(cli: Cli, words: tuple[str, ...]) -> None:
    answer = cli("count", *words)
    assert (answer.code, answer.out) == (2, "")
    assert answer.complaint


def test_deadlines_tell_rule_count_and_source(cli: Cli) -> None:
    case = cli("new", "--title", "x", "--json").document["case"]
    assert cli("deadlines", case, "--json").document["deadlines"] == []
    cli("set", case, "accepted_on=2026-09-16")
    cli("step", case, "confirm", "--done", "--outcome", "accepted")
    cli("log", case, "--channel", "hotline", "--at", "2026-09-17", "--summary", "s", "--promised-by", "2026-09-20")
    found, promise = cli("deadlines", case, "--today", "2026-10-08", "--json").document["deadlines"]
    assert {k: found[k] for k in ("rule", "starts_on", "unit", "limit", "due_on", "rolled_due_on", "state")} == {
        "rule": "bank_answer",
        "starts_on": "2026-09-16",
        "unit": "calendar_days",
        "limit": 15,
        "due_on": "2026-10-01",
        "rolled_due_on": "2026-10-08",
        "state": "due",
    }
    assert (found["estimated"], "2020" in found["source"]) == (False, True)
    assert (promise["rule"], promise["due_on"], promise["state"]) == ("promise", "2026-09-20", "late")
    late = cli("deadlines", case, "--today", "2026-10-09", "--json").document["deadlines"]
    assert late[0]["state"] == "late"
    shown = cli("show", case, "--json").document["deadlines"]
    assert [one["rule"] for one in shown] == ["bank_answer", "promise"]
    text = cli("deadlines", case, "--today", "2026-10-08", "--lang", "zh_CN").out
    head, count, source, promised = text.splitlines()
    assert head.startswith("2026-10-01 / 2026-10-08  到期  银行答复")
    assert count == "    自 2026-09-16 起 15 日"
    assert source.endswith("（2026-11-22）")
    assert promised == "2026-09-20  逾期  2026-09-17 承诺"
    english = cli("deadlines", case, "--today", "2026-10-08", "--lang", "en").out.splitlines()
    assert english[0].startswith("2026-10-01 / 2026-10-08  due  ")
    assert english[1] == "    15 calendar days from 2026-09-16"
    assert english[3] == "2026-09-20  late  promised on 2026-09-17"
    documents = [cli("deadlines", case, "--json", "--lang", tongue).document for tongue in ("en", "zh_CN")]
    assert set(documents[0]["deadlines"][0]) == set(documents[1]["deadlines"][0])
    assert {one["deadlines"][0]["state"] for one in documents} == {"late"}


def test_deadlines_refuse_in_one_line(cli: Cli) -> None:
    assert cli("deadlines", "WC-2026-0009").code == 2
    case = cli("new", "--title", "x", "--json").document["case"]
    assert cli("deadlines", case, "--today", "tomorrow").complaint


def test_a_count_that_moves_or_is_estimated_says_so_in_chinese(cli: Cli) -> None:
    head = cli("--lang", "zh_CN", "count", "2026-09-16", "15", "--calendar", "--roll").out.splitlines()[0]
    assert head == "2026-09-16 + 15 日：2026-10-01，遇节假日顺延到 2026-10-08"
    guess = cli("--lang", "zh_CN", "count", "2026-12-25", "7", "--working").out
    assert "（预计：本程序没有 2027 年已公布的日历）" in guess.splitlines()[0]
    assert not set(re.findall("[A-Za-z]+", guess))
    long_past = cli("--lang", "en", "count", "2003-12-20", "15", "--working").out.splitlines()[0]
    assert "the app has no published calendar of 2003" in long_past  # published it was: the app just does not have it
    assert "is not published" not in long_past


@pytest.mark.parametrize(
    ("group", "keys"),
    [("unit", Unit), ("state", DeadlineState), ("promise", PromiseState), ("day", DayKind)],
)
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_value_has_its_word(group: str, keys: type[StrEnum], language: str) -> None:
    for key in keys:
        assert "{" not in Words(language).say(group, key, n=7)
    counted = [how for how in Counted if how is not Counted.YES]  # whose number is printed
    assert all(Words(language).say("day", how) for how in counted)
