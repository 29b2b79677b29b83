"""Boxes with our distances, cards, lines, scrolling columns."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from walletcase.ui.look.tokens import L, M

Box = TypeVar("Box", QVBoxLayout, QHBoxLayout)


def column(parent: QWidget | None = None, *, gap: int = M, margin: int = 0) -> QVBoxLayout:
    """Return a vertical box."""
    box = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    return _spaced(box, gap, margin)


def row(parent: QWidget | None = None, *, gap: int = M, margin: int = 0) -> QHBoxLayout:
    """Return a horizontal box."""
    box = QHBoxLayout(parent) if parent is not None else QHBoxLayout()
    return _spaced(box, gap, margin)


def _spaced(box: Box, gap: int, margin: int) -> Box:
    box.setSpacing(gap)
    box.setContentsMargins(margin, margin, margin, margin)
    return box


class Card(QFrame):
    """A rounded surface. ``tone`` is "true" (plain), accent, warn, danger, ok or drop. Fill ``self.body``."""

    def __init__(self, tone: str = "true", parent: QWidget | None = None, *, gap: int = M, margin: int = L) -> None:
        super().__init__(parent)
        self.setProperty("card", tone)
        self.body = column(self, gap=gap, margin=margin)


class Line(QFrame):
    """A hairline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("line", "true")


class ScrollColumn(QScrollArea):
    """A page that scrolls up and down only. Fill ``self.body``."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = M, margin: int = L) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page = QWidget()
        self.page.setObjectName("page")  # the style sheet lets the ground shine through
        self.viewport().setAutoFillBackground(False)
        self.body = column(self.page, gap=gap, margin=margin)
        self.setWidget(self.page)


def bring_into_view(widget: QWidget) -> None:
    """Scroll until a widget is seen, wherever it lies."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if isinstance(above, QScrollArea):
        above.ensureWidgetVisible(widget, 0, 48)


def clear(layout: QLayout) -> None:
    """Remove and delete everything in a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
