"""Shuffled screenshots of one chat: put in order by what they share, gaps and doubles found, whatever it looks like."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from tests.media.long_chats import FOOTER, HEADER, SCREEN, Chat, Look, chat, encoded, screen
from walletcase.domain.errors import Cancelled
from walletcase.domain.picture_rows import PictureRows, rows_from
from walletcase.domain.series import Placed, gaps_of, in_order
from walletcase.media.row_edges import edges

VIEW = SCREEN - HEADER - FOOTER
LOOKS = [Look(), Look(dark=True), Look(wallpaper=True), Look(dark=True, wallpaper=True)]
Measure = Callable[[Image.Image, int], PictureRows]


@pytest.fixture
def measure(tmp_path: Path) -> Measure:
    """Measure a picture as the child does; a file of ours needs no other process."""

    def rows(image: Image.Image, quality: int) -> PictureRows:
        path = tmp_path / "shot"
        path.write_bytes(encoded(image, quality))
        facts, pieces = edges(path, "image/jpeg" if quality else "image/png", 0, 0)
        found = rows_from(int(str(facts["width_px"])), int(str(facts["height_px"])), b"".join(pieces))
        assert found is not None
        return found

    return rows


def scrolled(chat_: Chat, chance: random.Random) -> list[int]:
    """Where the chat stood each time: about a screen further, with three lines or more in common."""
    tops = [0]
    while tops[-1] + VIEW < chat_.height - VIEW:
        tops.append(tops[-1] + chance.randrange(VIEW // 3, VIEW - 250))
    return tops


def taken(measure: Measure, chat_: Chat, tops: Sequence[int], chance: random.Random) -> list[PictureRows]:
    return [measure(screen(chat_, top, f"14:{n:02}"), chance.choice((0, 70, 85))) for n, top in enumerate(tops)]


def shuffled(shots: list[PictureRows], chance: random.Random) -> tuple[list[int], tuple[Placed, ...]]:
    """The order found of shots given in any order, by their true places."""
    given = list(range(len(shots)))
    chance.shuffle(given)
    placed = in_order([shots[n] for n in given])
    return [given[one.index] for one in placed], placed


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_shuffled_chat_comes_out_in_order(measure: Measure, look: Look, seed: int) -> None:
    chance = random.Random(seed)
    drawn = chat(seed + 100, 34, look)
    tops = scrolled(drawn, chance)
    order, placed = shuffled(taken(measure, drawn, tops, chance), chance)
    assert order == list(range(len(tops)))
    assert gaps_of(placed) == ()
    assert all(one.within is None for one in placed)
    for before, after in pairwise(placed):
        assert before.shared_rows <= VIEW + 30
        assert after.shared_rows > 150


@pytest.mark.parametrize("look", LOOKS[:2], ids=str)
def test_what_is_missing_is_a_gap_and_the_runs_keep_the_order_given(measure: Measure, look: Look) -> None:
    chance = random.Random(5)
    drawn = chat(7, 50, look)
    tops = scrolled(drawn, chance)
    shots = taken(measure, drawn, tops, chance)
    missing = next(n for n in range(2, len(tops)) if tops[n + 1] - tops[n - 1] > VIEW)
    left = [shot for n, shot in enumerate(shots) if n != missing]
    placed = in_order(left)
    assert [one.index for one in placed] == list(range(len(left)))
    assert gaps_of(placed) == ((missing - 1, missing),)


def test_doubles_and_a_long_picture_that_shows_it_all(measure: Measure) -> None:
    drawn = chat(21, 20, Look())
    chance = random.Random(1)
    tops = scrolled(drawn, chance)
    shots = taken(measure, drawn, tops, chance)
    again = measure(screen(drawn, tops[1], "18:00"), 80)
    placed = in_order([*shots, again])
    assert [one.index for one in placed][1:3] in ([1, len(shots)], [len(shots), 1])
    assert placed[2].within == placed[1].index
    whole = measure(drawn.window(0, drawn.height), 0)
    placed = in_order([*shots, whole])
    assert {one.within for one in placed if one.index != len(shots)} >= {len(shots)}
    assert gaps_of(placed) == ()


def test_other_chats_share_nothing(measure: Measure) -> None:
    shots = [measure(screen(chat(seed, 12, Look()), 40), 80) for seed in range(5)]
    placed = in_order(shots)
    assert [one.index for one in placed] == list(range(5))
    assert len(gaps_of(placed)) == 4


def test_few_and_odd_pictures(measure: Measure) -> None:
    assert in_order([]) == ()
    blank = measure(Image.new("RGB", (540, 1200), "white"), 0)
    assert in_order([blank]) == (Placed(0),)
    small = measure(Image.new("RGB", (540, 3), "black"), 0)
    assert len(gaps_of(in_order([blank, small, blank]))) == 2


def test_ordering_can_be_ended_between_any_two(measure: Measure) -> None:
    blank = measure(Image.new("RGB", (100, 200), "white"), 0)
    asked = []

    def check() -> None:
        asked.append(1)
        if len(asked) == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        in_order([blank] * 10, check)
    assert len(asked) == 3
