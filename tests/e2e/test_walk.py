"""A case from creating to closing, by keys alone, in the real app on a real screen, with the clock moved forward."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.desktop import Screen
from tests.e2e.walk import CASE, Walk
from tests.media.corpus_pictures import encoded, quarters

TITLE = "工行数字人民币钱包开不了"
PROBLEM = "2026 年 4 月 14 日在手机银行开通钱包，填完资料后提示系统异常，换了手机也一样。"
DEMAND = "在 5 月 10 日前把钱包开通"


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """A screen of our own."""
    made = Screen(tmp_path_factory.mktemp("screen") / "log")
    yield made
    made.close()


@pytest.fixture
def walk(screen: Screen, tmp_path: Path) -> Iterator[Walk]:
    """A person at the keyboard; nothing is left running."""
    made = Walk(screen, tmp_path)
    yield made
    made.kill()


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A screenshot of the fault."""
    file = tmp_path / "系统异常.png"
    file.write_bytes(encoded(quarters(size=(300, 600)), "PNG"))
    return file


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    """A text that came from the bank."""
    file = tmp_path / "sms.txt"
    file.write_text("【工商银行】您的投诉已受理。", encoding="utf-8")
    return file


def stands(walk: Walk, kind: str, step: str, on: str = "", *, due: bool = False, late: bool = False) -> dict[str, Any]:
    """Check that there is exactly one next action, this one, and that list and window say the same."""
    walk.on_stage(f"{walk.today}-{kind}-{step}")
    shown = walk.told("show", CASE)
    assert shown["next_action"] == {"kind": kind, "step": step, "on": on}
    assert (shown["follow_up"], shown["overdue"]) == (due, late)
    (row,) = walk.told("list")["cases"]
    assert (row["next_step"], row["follow_up"], row["overdue"]) == (step or None, due, late)
    (card,) = walk.app.seen["cards"]
    name = walk.words.step(step) if step else walk.words.ui("NextCard", "Nothing left to do")
    if kind == "wait":
        assert walk.words.ui("NextCard", "Nothing to do until {date}").format(date=on) in card
    else:
        assert name in card
        assert not on or any(on in line for line in card)
    return shown


def test_from_creating_to_closing(walk: Walk, picture: Path, notice: Path) -> None:
    """File on 16 April: fifteen days end on May Day, so the bank is late only after the holiday."""
    walk.start("2026-04-16 09:00:00", "zh_CN")
    walk.make_case(TITLE, PROBLEM, DEMAND, picture)
    shown = stands(walk, "do_step", "gather")
    assert (shown["title"], shown["demands"], len(shown["evidence"])) == (TITLE, [DEMAND], 1)
    assert shown["deadlines"] == []
    walk.do_it_now("gather")
    walk.finish("gather", "ready")
    stands(walk, "do_step", "hotline")
