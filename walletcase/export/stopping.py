"""Long work of a library that nobody can interrupt, stopped all the same: it goes on alone, and is dropped."""

from __future__ import annotations

import threading
from collections.abc import Callable

_GLANCE_S = 0.02


def stoppable(work: Callable[[], object], check: Callable[[], None]) -> None:
    """Do something that touches nothing but memory of its own; ``check`` is called meanwhile and may raise to stop.

    Raises what ``work`` or ``check`` raises.
    """
    failed: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - raised again below, where somebody waits for it
            failed.append(error)

    alone = threading.Thread(target=run, name="dossier", daemon=True)
    alone.start()
    while alone.is_alive():
        check()
        alone.join(_GLANCE_S)
    if failed:
        raise failed[0]
