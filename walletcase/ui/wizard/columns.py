"""Two columns where there is room, one where there is not."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from walletcase.ui.look.tokens import L
from walletcase.ui.widgets.layout import column


class Columns(QWidget):
    """``main`` beside ``before`` over ``after``; in one column they stand in the order before, main, after."""

    def __init__(self) -> None:
        super().__init__()
        self._outer = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(L)
        self.before, self.main, self.after, self._side = QWidget(), QWidget(), QWidget(), QWidget()
        self._boxes = {part: column(part, gap=L) for part in (self.before, self.main, self.after)}
        self._beside = column(self._side, gap=L)
        for part in (self.before, self.main, self._side):
            self._outer.addWidget(part)
        self._beside.addWidget(self.after)
        self._beside.addStretch(1)
        self.is_wide: bool | None = None

    def add(self, part: QWidget, widget: QWidget) -> None:
        """Put a widget at the end of a part."""
        self._boxes[part].addWidget(widget)

    @property
    def in_order(self) -> tuple[QWidget, ...]:
        """The parts as they are seen."""
        return (self.main, self.before, self.after) if self.is_wide else (self.before, self.main, self.after)

    def arrange(self, is_wide: bool) -> None:
        """Lay out for a width."""
        self.is_wide = is_wide
        if is_wide:
            self._beside.insertWidget(0, self.before)
            self._outer.setDirection(QBoxLayout.Direction.LeftToRight)
        else:
            self._outer.insertWidget(0, self.before)
            self._outer.setDirection(QBoxLayout.Direction.TopToBottom)
        self.before.setVisible(self._boxes[self.before].count() > 0)
        self._outer.setAlignment(self.main, Qt.AlignmentFlag.AlignTop if is_wide else Qt.AlignmentFlag(0))
        self._outer.setStretchFactor(self.main, 5 if is_wide else 0)
        self._outer.setStretchFactor(self._side, 3 if is_wide else 0)


def tab_through(parts: Iterable[QWidget]) -> None:
    """Let Tab visit these parts one after the other; inside each the order stays as it is."""
    chain = [widget for part in parts for widget in _stops(part)]
    for one, other in pairwise(chain):
        QWidget.setTabOrder(one, other)


def _stops(part: QWidget) -> list[QWidget]:
    """Widgets of a part that take the focus by Tab, in the order of the present chain."""
    found: list[QWidget] = []
    widget = part.nextInFocusChain()
    while widget is not None and widget is not part:
        if part.isAncestorOf(widget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found
