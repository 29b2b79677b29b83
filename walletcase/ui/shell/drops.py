"""Drops: what is dropped is copied, so a source that would only move its files is not let do so."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent


def copying_action(event: QDropEvent) -> Qt.DropAction | None:
    """Return how to accept a drop so that its source deletes nothing; None if the source would only move."""
    actions = (Qt.DropAction.CopyAction, Qt.DropAction.LinkAction)
    return next((action for action in actions if action & event.possibleActions()), None)


def accept_copy(event: QDropEvent) -> bool:
    """Accept a drop as a copy; False, and the drop is left alone, if the source would only move."""
    action = copying_action(event)
    if action is None:
        event.ignore()
        return False
    event.setDropAction(action)
    event.accept()
    return True


def files_of(event: QDropEvent) -> list[Path]:
    """Return the local files and folders of a drop."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile() and url.toLocalFile()]
