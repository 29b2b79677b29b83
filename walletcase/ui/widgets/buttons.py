"""Buttons whose captions are verbs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

_ICON_PX, _TEXT_PX = 18, 14  # at 100 % text


def icon_size(size_px: int = _ICON_PX) -> QSize:
    """Return the size of an icon in a button: it grows with the text. ``size_px`` is what it is at 100 %."""
    grown = round(size_px * max(_TEXT_PX, QApplication.font().pixelSize()) / _TEXT_PX)
    return QSize(grown, grown)


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
        made.setIconSize(icon_size())
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    made.clicked.connect(lambda: do())
    return made


def icon_button(name: str, icon: QIcon, do: Callable[[], object], parent: QWidget | None = None) -> QToolButton:
    """Return a button that shows only an icon; ``name`` is its tool tip and what a screen reader says."""
    made = QToolButton(parent)
    made.setIcon(icon)
    made.setIconSize(icon_size())
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.clicked.connect(lambda: do())
    return made
