"""Radio buttons and check boxes whose texts wrap, and groups of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QCheckBox, QFrame, QRadioButton, QSizePolicy

from walletcase.ui.look import icons
from walletcase.ui.look.theme import Theme
from walletcase.ui.look.tokens import SCALE, M, S
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import row
from walletcase.ui.wizard.fields_base import remark

_ARROWS = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Right): 1, int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Left): -1}
_MARK = 17  # logical pixels at 100 % text
_LINE = 1.45  # our font's line height, so that the mark stands in the middle of the first line


def _mark_area(button: QAbstractButton, theme: Theme) -> QRectF:
    size = theme.px(_MARK)
    return QRectF(1, (button.height() - size) / 2, size, size)


class Tick(QCheckBox):
    """A check box that is only its mark; the text stands beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(theme.px(_MARK) + 2, round(theme.px(SCALE.body) * _LINE))

    def hitButton(self, pos: QPoint) -> bool:
        """All of it can be clicked."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a box, and a tick in it."""
        colours, area = self._theme.colours, _mark_area(self, self._theme)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent if self.isChecked() else colours.muted), 1.5))
        painter.setBrush(QColor(colours.accent if self.isChecked() else colours.surface))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 4, 4)
        if self.isChecked():
            icons.icon("check", colours.on_accent).paint(painter, area.adjusted(2, 2, -2, -2).toRect())


class Dot(QRadioButton):
    """A radio button that is only its mark; the text stands beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(theme.px(_MARK) + 2, round(theme.px(SCALE.body) * _LINE))

    def hitButton(self, pos: QPoint) -> bool:
        """All of it can be clicked."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a ring, and a dot in it."""
        colours, area = self._theme.colours, _mark_area(self, self._theme)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent if self.isChecked() else colours.muted), 1.5))
        painter.setBrush(QColor(colours.surface))
        painter.drawEllipse(area.adjusted(1, 1, -1, -1))
        if self.isChecked():
            inset = area.width() * 0.3
            painter.setBrush(QColor(colours.accent))
            painter.drawEllipse(area.adjusted(inset, inset, -inset, -inset))


class Option(QFrame):
    """A radio button or check box with its text beside it; all of it can be clicked."""

    def __init__(self, button: QAbstractButton, text: str, *, boxed: bool = True, wrap: bool = True) -> None:
        super().__init__()
        self.button = button
        self.label = PlainLabel(text, wrap=wrap)
        self.label.setAlignment(Qt.AlignmentFlag.AlignTop if wrap else Qt.AlignmentFlag.AlignVCenter)
        button.setAccessibleName(text)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("option", "boxed" if boxed else "bare")
        box = row(self, gap=S)
        box.setContentsMargins(*((M, S, M, S) if boxed else (S, 4, S, 4)))
        box.addWidget(button, 0, Qt.AlignmentFlag.AlignTop if wrap else Qt.AlignmentFlag.AlignVCenter)
        box.addWidget(self.label, 1)
        if not wrap:
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.installEventFilter(self)
        button.toggled.connect(self._show_state)
        self._show_state()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press the button."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.button.click()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show where the focus is."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            remark(self, "at", "true" if event.type() == QEvent.Type.FocusIn else "false")
        return False

    def _show_state(self) -> None:
        remark(self, "chosen", "true" if self.button.isChecked() else "false")


class OptionGroup(QObject):
    """Options of which at most one is chosen, each known by a key. ``picked`` carries the key, "" for none."""

    picked = Signal(str)

    def __init__(self, theme: Theme, choices: Sequence[tuple[str, str]], *, wrap: bool = True) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.options: dict[str, Option] = {}
        for key, text in choices:
            option = Option(Dot(theme), text, wrap=wrap)
            self._group.addButton(option.button)
            option.button.clicked.connect(partial(self._pick, key))
            option.button.installEventFilter(self)
            self.options[key] = option

    @property
    def key(self) -> str:
        """The key of the chosen option, "" if none is."""
        return next((key for key, option in self.options.items() if option.button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Choose one, or none by "", without saying that it was picked."""
        # An exclusive group refuses to have none chosen.
        self._group.setExclusive(False)
        for own, option in self.options.items():
            option.button.setChecked(own == key)
        self._group.setExclusive(True)

    def first(self) -> QAbstractButton:
        """Return the button that takes the focus: the chosen one, else the first."""
        return self.options[self.key or next(iter(self.options))].button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go through the options by arrow keys in their order, whatever way they are laid out."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        by = _ARROWS.get(event.key(), 0)
        if not by or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        buttons = [option.button for option in self.options.values()]
        here = next(at for at, one in enumerate(buttons) if one is watched)
        other = buttons[(here + by) % len(buttons)]
        other.setFocus(Qt.FocusReason.TabFocusReason)
        other.click()
        return True

    def _pick(self, key: str, _: bool = True) -> None:
        self.picked.emit(key)
