"""Widgets of one test are gone before the next: outside an event loop Qt never deletes later what it was asked to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def delete_now(qapp: QApplication) -> Iterator[None]:
    """Delete what was asked to be deleted later, after the test has closed its windows."""
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
