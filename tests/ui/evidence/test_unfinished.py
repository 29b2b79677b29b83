"""What can't be stored yet: kept by exhibit, on disk as JSON, any text survived."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from tests.ui.evidence.evidence_stage import Stage, make_files
from walletcase.ui.evidence.unfinished import Unfinished
from walletcase.ui.shell.desk import Desk


@pytest.fixture
def stage(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Stage:
    return Stage(qtbot, desk, make_files(tmp_path / "in", "rgb.png", "sms.txt"))


def test_what_is_kept_comes_back_from_json(stage: Stage) -> None:
    one, other = stage.items
    kept = Unfinished()
    assert kept.to_json() == ""
    assert kept.keep(one, {"made_on": "昨天"})
    assert not kept.keep(one, {"made_on": "昨天", "title": ""})
    again = Unfinished.from_json(kept.to_json())
    assert again.of(one) == {"made_on": "昨天", "title": ""}
    assert again.of(other) == {}
    assert again.keep(one, {})
    assert again.to_json() == ""


def test_another_file_under_the_same_number_has_nothing(stage: Stage) -> None:
    one, other = stage.items
    kept = Unfinished.from_json(f'[[{one.id}, "{other.file.sha256}", {{"title": ""}}]]')
    assert kept.of(one) == {}


@given(st.text() | st.recursive(st.none() | st.integers() | st.text(), st.lists).map(str))
def test_any_text_is_survived(text: str) -> None:
    assert Unfinished.from_json(text).to_json() == ""
