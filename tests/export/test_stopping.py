"""Work that cannot be interrupted is left to itself."""

from __future__ import annotations

import threading
import time

import pytest

from walletcase.domain.errors import Cancelled
from walletcase.export.stopping import stoppable


def test_it_is_done_when_it_returns() -> None:
    done: list[int] = []
    stoppable(lambda: done.append(1), lambda: None)
    assert done == [1]


def test_what_it_raises_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        stoppable(lambda: 1 // 0, lambda: None)


def test_nobody_waits_for_it_who_wants_it_stopped() -> None:
    free, asked = threading.Event(), time.monotonic()

    def check() -> None:
        if time.monotonic() > asked + 0.1:
            raise Cancelled

    with pytest.raises(Cancelled):
        stoppable(lambda: free.wait(20), check)
    assert time.monotonic() - asked < 10
    free.set()
