"""Long screenshots are cut at quiet rows: never through a line, whatever the chat looks like, PNG or JPEG."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.media.corpus_pictures import encoded as picture_bytes
from tests.media.corpus_pictures import quarters
from tests.media.long_chats import WIDTH, Look, chat, encoded
from walletcase.domain.paging import Page, pages_of, quiet_row
from walletcase.domain.picture_rows import BINS
from walletcase.media.previewer import Previewer
from walletcase.media.row_memory import MeasuringPreviewer, RowMemory

LOOKS = [Look(), Look(dark=True), Look(wallpaper=True), Look(dark=True, wallpaper=True)]


@pytest.fixture(scope="module")
def previewer() -> Iterator[Previewer]:
    with Previewer() as made:
        yield made


def joins(pages: tuple[Page, ...]) -> list[int]:
    """Every row at which a page begins or ends, but for the ends of the picture."""
    return [*(page.bottom for page in pages[:-1]), *(page.top for page in pages[1:])]


@pytest.mark.parametrize("look", LOOKS, ids=str)
@settings(max_examples=6, deadline=None, phases=(Phase.generate,), suppress_health_check=list(HealthCheck))
@given(st.integers(0, 10**6), st.sampled_from((0, 55, 80)), st.integers(500, 1300))
def test_no_line_of_a_chat_is_cut(
    previewer: Previewer, tmp_path: Path, look: Look, seed: int, quality: int, page_rows: int
) -> None:
    drawn = chat(seed, 34, look)
    path = tmp_path / "long"
    path.write_bytes(encoded(drawn.window(0, drawn.height), quality))
    rows = previewer.rows(path, "image/jpeg" if quality else "image/png")
    assert rows is not None
    assert (rows.width, rows.height) == (WIDTH, drawn.height)
    pages = pages_of(rows.noise, page_rows, 60)
    cut = [(row, line) for row in joins(pages) for line in drawn.lines if line[0] + 1 < row < line[1] - 1]
    assert cut == []
    assert len(pages) >= drawn.height // page_rows


@given(
    st.lists(st.integers(0, 255), min_size=1, max_size=400), st.integers(4, 90), st.integers(0, 40)
)
def test_pages_cover_every_row_and_overlap_as_they_say(noise: list[int], page_rows: int, overlap: int) -> None:
    pages = pages_of(noise, page_rows, overlap)
    assert (pages[0].top, pages[0].overlap, pages[-1].bottom) == (0, 0, len(noise))
    for page in pages:
        assert 0 < page.bottom - page.top <= page_rows
    for before, after in pairwise(pages):
        assert after.top == before.bottom - after.overlap
        assert before.top < after.top <= before.bottom


def test_the_widest_gap_wins_and_of_equals_the_later_one() -> None:
    loud, quiet = [50] * 20, [0]
    noise = [*loud, *quiet * 8, *loud, *quiet * 20, *loud, *quiet * 8, *loud]
    assert quiet_row(noise, 0, len(noise)) == 58
    noise = [*loud, *quiet * 40, *loud, *quiet * 60, *loud, *quiet * 30, *loud]
    assert quiet_row(noise, 0, len(noise)) == len(noise) - 20 - 14
    assert quiet_row(noise, 0, len(noise), near=75) == 80 + 3  # the nearest one instead, three rows into it
    assert quiet_row(loud, 0, 20, near=7) == 7
    assert quiet_row(loud, 0, 20) == 20  # no gap at all: where the paper ends


def test_rows_are_measured_upright_and_shrunk_on_demand(previewer: Previewer, tmp_path: Path) -> None:
    path = tmp_path / "turned.jpg"
    image = quarters(size=(300, 200))
    exif = image.getexif()
    exif[0x0112] = 6
    path.write_bytes(picture_bytes(image, "JPEG", exif=exif.tobytes()))
    rows = previewer.rows(path, "image/jpeg")
    assert rows is not None
    assert (rows.width, rows.height, len(rows.bins)) == (200, 300, 300 * BINS)
    small = previewer.rows(path, "image/jpeg", width_px=100)
    assert small is not None
    assert (small.width, small.height) == (100, 150)
    assert max(rows.noise) > 0
    assert previewer.rows(path, "application/pdf") is None
    path.write_bytes(b"\xff\xd8\xff no picture")
    assert previewer.rows(path, "image/jpeg") is None


def test_rows_are_measured_once_and_memory_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = RowMemory()
    path = tmp_path / "a.png"
    path.write_bytes(picture_bytes(quarters(size=(100, 90)), "PNG"))
    with MeasuringPreviewer(memory) as one:
        first = one.rows(path, "image/png")
    with MeasuringPreviewer(memory) as other:
        assert other.rows(path, "image/png") is first
        assert other.child_pid is None  # nothing was asked
        monkeypatch.setattr("walletcase.media.row_memory.MOST_BYTES", 90 * BINS)
        assert other.rows(path, "image/png", width_px=50) is not None
    assert memory.get((str(path), 0, 0)) is None
    assert memory.get((str(path), 0, 50)) is not None
