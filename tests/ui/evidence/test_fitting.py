"""Where a page lies for any size of page and room."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QSize, QSizeF

from walletcase.ui.evidence.fitting import STEPS, Fitting, Zoom, next_step
from walletcase.ui.look.tokens import M

sides = st.integers(1, 20_000)
rooms = st.builds(QSize, st.integers(100, 3000), st.integers(100, 2000))
pages = st.builds(QSizeF, sides, sides)


@given(pages, rooms, st.booleans())
def test_a_fitted_page_is_whole_and_in_the_middle(page: QSizeF, room: QSize, may_grow: bool) -> None:
    fitting = Fitting(natural=page, may_grow=may_grow, zoom=Zoom.FIT)
    place = fitting.page(room, QPoint(0, 0))
    assert place.left() >= M - 1
    assert place.top() >= M - 1
    assert place.right() <= room.width() - M + 1
    assert place.bottom() <= room.height() - M + 1
    assert fitting.stretch(room).width() <= 1
    assert fitting.stretch(room).height() <= 1
    assert fitting.scale(room) <= (STEPS[-1] if may_grow else 1.0)


@given(pages, rooms)
def test_reading_size_shows_no_less_than_fitting_and_never_needs_moving_sideways(page: QSizeF, room: QSize) -> None:
    reading, whole = Fitting(natural=page), Fitting(natural=page, zoom=Zoom.FIT)
    assert reading.scale(room) >= whole.scale(room)
    assert reading.stretch(room).width() <= 1


def test_a_phone_screenshot_is_shown_wide_enough_to_be_read() -> None:
    fitting, room = Fitting(natural=QSizeF(1080, 2400)), QSize(500, 240)
    assert fitting.page(room, QPoint(0, 0)).width() == 300
    assert fitting.page(room, QPoint(0, 100)).top() == M - 100


@given(st.floats(0.05, 5.0))
def test_steps_go_one_further_and_end(now: float) -> None:
    assert next_step(now, 1) > now or now >= STEPS[-1] * 0.99
    assert next_step(now, -1) < now or now <= STEPS[0] * 1.02
