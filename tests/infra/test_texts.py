"""How an error is told."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from walletcase.domain.errors import UserError
from walletcase.infra.texts import error_text, holiday_text
from walletcase.infra.workdays import LibraryYears

ERRORS = tomllib.loads(
    (Path(__file__).resolve().parents[2] / "resources/i18n/errors.toml").read_text(encoding="utf-8")
)


def test_three_parts_in_both_languages() -> None:
    error = UserError("no_such_case", case="WC-1")
    zh, en = error_text(error, "zh_CN"), error_text(error, "en")
    assert zh.happened == "没有编号为“WC-1”的案件。"
    assert en.happened == "There is no case 'WC-1'."
    assert en.line == f"{en.happened} {en.safe} {en.todo}"


def test_a_code_without_a_text_is_still_told() -> None:
    told = error_text(UserError("never_heard_of"), "en")
    assert "never_heard_of" in told.happened
    assert told.safe


def test_a_parameter_that_was_not_given_is_left_out() -> None:
    assert error_text(UserError("no_such_case"), "en").happened == "There is no case ''."


@pytest.mark.parametrize("text", ["{case}", "{0}", "{", "%s", "{case.__class__}", "a\nb"])
def test_what_people_typed_is_never_a_placeholder(text: str) -> None:
    assert error_text(UserError("no_such_case", case=text), "en").happened == f"There is no case '{text}'."


@pytest.mark.parametrize("word", sorted(ERRORS["words"]))
def test_words_of_the_domain_are_said_in_the_language(word: str) -> None:
    error = UserError("bad_value", field="x", expected=word)
    assert ERRORS["words"][word]["zh"] in error_text(error, "zh_CN").happened
    assert ERRORS["words"][word]["en"] in error_text(error, "en").happened


@pytest.mark.parametrize("code", sorted(ERRORS["codes"]))
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_text_can_be_filled(code: str, language: str) -> None:
    params = set(re.findall(r"{(\w+)}", " ".join(part["en"] for part in ERRORS["codes"][code].values())))
    error = UserError(code)
    error.params.update({name: f"<{name}>" for name in params})
    told = error_text(error, language)
    assert told.happened
    assert told.todo
    assert "{" not in told.line
    assert [name for name in params - {"code"} if f"<{name}>" not in told.line] == []


def test_holidays_have_names_in_both_languages() -> None:
    assert holiday_text("国庆节、中秋节", "zh_CN") == "国庆节、中秋节"
    assert holiday_text("国庆节、中秋节", "en") == "Mid-Autumn / National Day"
    assert holiday_text("地方节日", "en") == "地方节日"
    known = {name for year in range(2004, 2027) for name in LibraryYears().official(year).off.values()}  # type: ignore[union-attr]
    known |= set(LibraryYears().statutory(2027).values())
    assert [name for name in known if not holiday_text(name, "en").isascii()] == []
