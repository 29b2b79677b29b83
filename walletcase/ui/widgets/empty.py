"""Designed empty states: a drawing, a sentence, what to do."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from walletcase.ui.look.icons import draw_sized
from walletcase.ui.look.theme import Theme
from walletcase.ui.look.tokens import L, M
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import column, row

_DRAWING = QSize(240, 165)


class EmptyState(QWidget):
    """``drawing`` is a file in resources/icons without its ending."""

    def __init__(
        self, theme: Theme, drawing: str, heading: str, text: str, buttons: tuple[QPushButton, ...] = ()
    ) -> None:
        super().__init__()
        box = column(self, gap=M, margin=L)
        box.addStretch(1)
        self._theme, self._drawing = theme, drawing
        self._picture = picture = PlainLabel()
        picture.setMinimumSize(_DRAWING)
        picture.setAccessibleName(heading)
        for label in (picture, PlainLabel(heading, "heading"), PlainLabel(text, "muted", wrap=True)):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.addWidget(label)
        if buttons:
            line = row()
            line.addStretch(1)
            for one in buttons:
                line.addWidget(one)
            line.addStretch(1)
            box.addLayout(line)
        box.addStretch(2)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the picture when it is first seen: most are not."""
        if self._picture.pixmap().isNull():
            ratio = self.devicePixelRatioF()
            pixmap = draw_sized(f"icons/{self._drawing}.svg", self._theme.colours.muted, _DRAWING * ratio)
            pixmap.setDevicePixelRatio(ratio)
            self._picture.setPixmap(pixmap)
        super().showEvent(event)
