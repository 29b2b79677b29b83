"""PySide6 6.12.0 drops a reference to None on each call that returns None: a Python before 3.12 dies of it.

Source: tech.md, finding 1. The start refuses that pair (infra/preflight); this shows that the installed pair is sound.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject

CALLS = 20_000


def test_calls_that_return_none_leave_its_references_alone() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("x")
    lost = before - sys.getrefcount(None)
    assert abs(lost) < CALLS / 100, f"{lost / CALLS} references are lost with each call"
