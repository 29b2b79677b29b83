"""Buttons whose captions are verbs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget


def button(
    text: str,
    do: Callable[[], object],
    *,
    kind: str = "",
    icon: QIcon | None = None,
    parent: QWidget | None = None,
) -> QPushButton:
    """Return a push button. ``kind`` is "" (plain), primary, quiet or danger."""
    made = QPushButton(text, parent)
    if kind:
        made.setProperty("kind", kind)
    if icon is not None:
        made.setIcon(icon)
        made.setIconSize(QSize(18, 18))
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    made.clicked.connect(lambda: do())
    return made


def icon_button(name: str, icon: QIcon, do: Callable[[], object], parent: QWidget | None = None) -> QToolButton:
    """Return a button that shows only an icon; ``name`` is its tool tip and what a screen reader says."""
    made = QToolButton(parent)
    made.setIcon(icon)
    made.setIconSize(QSize(18, 18))
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.clicked.connect(lambda: do())
    return made
