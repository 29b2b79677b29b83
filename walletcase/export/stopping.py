"""Long work of a library that nobody can interrupt, stopped all the same: it goes on alone, and is dropped."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait

_GLANCE_S = 0.02


def stoppable(work: Callable[[], object], check: Callable[[], None]) -> None:
    """Do something that touches nothing but memory of its own; ``check`` is called meanwhile and may raise to stop.

    Raises what ``work`` or ``check`` raises.
    """
    alone = ThreadPoolExecutor(1, thread_name_prefix="dossier")
    try:
        going = alone.submit(work)
        while not going.done():
            check()
            wait((going,), _GLANCE_S)
        going.result()
    finally:
        alone.shutdown(wait=False)
