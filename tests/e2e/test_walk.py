"""A case from creating to closing, by keys alone, in the real app on a real screen, with the clock moved forward."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.desktop import PATIENCE_S, Screen
from tests.e2e.walk import CASE, FLOW, Walk
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
    """Check that there is exactly one next action, this one, and that the window says the same."""
    walk.app.wait(lambda seen: any(seen["cards"]), "the card of the next action")
    walk.on_stage(f"{walk.today}-{kind}-{step}")
    shown = walk.told("show", CASE)
    assert shown["next_action"] == {"kind": kind, "step": step, "on": on}
    assert (shown["follow_up"], shown["overdue"]) == (due, late)
    (card,) = walk.app.seen["cards"]
    ui = walk.words.ui
    if kind == "wait":
        may_ask, wait = "Due, not late yet: you may ask now", "Nothing to do until {date}"
        assert ui("NextCard", may_ask if due else wait).format(date=on) in card
    elif kind == "finished":
        assert ui("NextCard", "Nothing left to do") in card
    else:
        assert walk.words.step(step) in card
        assert not on or any(on in line for line in card)
    return shown


def listed(walk: Walk) -> dict[str, Any]:
    """The case's line in the list."""
    (row,) = walk.told("list")["cases"]
    return {key: row[key] for key in ("next_step", "follow_up", "overdue", "status")}


def terms(shown: dict[str, Any]) -> dict[str, tuple[str, str, str]]:
    """What is counted: due, late after, state, by rule."""
    return {one["rule"]: (one["due_on"], one["late_after"], one["state"]) for one in shown["deadlines"]}


def test_from_creating_to_closing(walk: Walk, picture: Path, notice: Path) -> None:
    """File on 16 April: fifteen days end on May Day, so the bank is late only after the holiday."""
    walk.start("2026-04-16 09:00:00", "zh_CN")
    walk.make_case(TITLE, PROBLEM, DEMAND, picture)
    shown = stands(walk, "do_step", "gather")
    assert (shown["title"], shown["demands"], len(shown["evidence"])) == (TITLE, [DEMAND], 1)
    assert shown["deadlines"] == []
    walk.do_it_now("gather")
    walk.choose_first("wallet_type")  # who answers for it, and so the route, follows from this
    walk.finish("gather", "ready")
    walk.go_on("hotline")
    walk.call("4601-88", "已登记，会有专人联系。")
    shown = stands(walk, "do_step", "confirm")
    assert terms(shown)["bank_answer"] == ("2026-05-01", "2026-05-06", "running")
    assert (shown["status"], shown["reference"]) == ("filed", "4601-88")
    walk.go_on("confirm")
    walk.attach(notice, exhibits=2)
    walk.app.press("ctrl+1")
    walk.finish("confirm", "accepted")
    walk.go_on("contact_details")
    walk.finish("contact_details", "current")
    walk.go_on("keep_record")
    walk.finish("keep_record", "complete")
    shown = stands(walk, "wait", "progress", "2026-05-01")
    assert [one["original_name"] for one in shown["evidence"]] == [picture.name, notice.name]
    walk.quit()

    walk.start("2026-05-04 10:00:00", "en")  # after the fifteenth day, within the holiday
    stands(walk, "wait", "progress", "2026-05-06", due=True)
    walk.quit()

    walk.start("2026-05-07 08:30:00", "zh_CN")
    stands(walk, "chase", "progress", "2026-05-06", due=True, late=True)
    assert listed(walk) == {"next_step": "progress", "follow_up": True, "overdue": True, "status": "accepted"}
    walk.do_it_now("progress")
    walk.fill(progress_on="2026-05-07", progress_summary="说系统在修，5 月 11 日前给答复。")
    walk.finish("progress", "promised", by_on="2026-05-11")
    shown = stands(walk, "wait", "progress", "2026-05-11", late=True)
    assert terms(shown)["promise"] == ("2026-05-11", "2026-05-11", "open")
    walk.quit()

    walk.start("2026-05-12 09:00:00", "en")  # the promise was broken
    shown = stands(walk, "chase", "progress", "2026-05-11", due=True, late=True)
    assert terms(shown)["promise"][2] == "late"
    walk.do_it_now("progress")
    walk.fill(progress_on="2026-05-12", progress_summary="Nobody knows anything.")
    walk.finish("progress", "no_hope")
    stands(walk, "do_step", "escalate", late=True)
    walk.go_on("escalate")
    walk.app.tab_to(f"{walk.words.ui('Tools', 'Take this route')}: {walk.words.route('superior')}")
    walk.app.press("space")
    walk.fill(escalate_on="2026-05-12", escalate_summary="Request for review sent by registered mail.")
    walk.finish("escalate", "submitted")
    shown = stands(walk, "wait", "progress", "2026-06-11", late=True)
    assert (shown["status"], terms(shown)["review_answer"][2]) == ("escalated", "running")
    walk.quit()

    walk.start("2026-06-05 09:00:00", "zh_CN")
    stands(walk, "wait", "progress", "2026-06-11", late=True)
    walk.do_it_now("progress")
    walk.repeat()
    walk.fill(progress_on="2026-06-05", progress_summary="上级机构来电：钱包已经开通。")
    walk.finish("progress", "solved")
    stands(walk, "do_step", "close")
    walk.go_on("close")
    walk.fill(close_on="2026-06-05", result="钱包已开通。")
    walk.finish("close", "satisfied")
    shown = stands(walk, "finished", "")
    assert (shown["status"], shown["next_step"], shown["awaited_on"], shown["late_after"]) == ("resolved", None, "", "")
    walk.quit()

    walk.start("2026-09-14 09:00:00", "en")  # a hundred days later nothing has come back to life
    stands(walk, "finished", "")
    assert listed(walk) == {"next_step": None, "follow_up": False, "overdue": False, "status": "resolved"}
    states = {one["state"] for one in walk.told("deadlines", CASE)["deadlines"] if one["rule"] != "promise"}
    assert states <= {"met", "met_late", "closed"}
    walk.quit()


def test_a_second_start_hands_its_files_over(walk: Walk, picture: Path) -> None:
    """The window that is open takes them once the person says so; the second process ends."""
    walk.told("new", "--title", "case", "--playbook", FLOW)
    walk.start("", "en")
    walk.app.wait(lambda seen: any(seen["cards"]), "the case")
    second = walk.open_beside(picture)
    walk.app.in_front("QMessageBox")
    walk.app.tab_to(walk.words.ui("Journeys", "Add"), exact=True)
    walk.app.press("space")
    walk.app.wait(lambda seen: seen["exhibits"] == 1, "the exhibit")
    assert second.wait(PATIENCE_S) == 0
    assert [one["original_name"] for one in walk.told("show", CASE)["evidence"]] == [picture.name]
    walk.quit()


def test_what_was_typed_outlives_a_kill(walk: Walk) -> None:
    """No button, no leaving the field: what stood there for a second is there again."""
    walk.told("new", "--title", "case", "--playbook", FLOW)
    walk.start("", "en")
    walk.app.wait(lambda seen: any(seen["cards"]), "the case")
    walk.do_it_now("gather")
    walk.app.tab_to(walk.words.field("problem"))
    walk.app.write("The wallet says no.")
    time.sleep(1)  # the second that is promised
    walk.kill()
    assert walk.told("show", CASE)["fields"]["problem"] == "The wallet says no."
    walk.start("", "zh_CN")
    walk.app.wait(lambda seen: any(seen["cards"]), "the case")
    walk.do_it_now("gather")
    walk.app.tab_to(walk.words.field("problem"))
    assert walk.app.seen["text"] == "The wallet says no."
    assert walk.told("verify") == {"ok": True, "problems": []}
    walk.quit()
