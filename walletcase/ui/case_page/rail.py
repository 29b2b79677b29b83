"""The step rail: where am I in the flow. Each step is a button, so keyboard and screen reader know it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.flow.machine import NextAction, NextKind, StepState
from walletcase.ui.look import icons
from walletcase.ui.look.theme import Theme
from walletcase.ui.look.tokens import SCALE, XS
from walletcase.ui.shell.i18n import translate

_LABEL_FROM_PX = 64
_EDGE_PX = 4  # between two names


class StepButton(QAbstractButton):
    """One step: a disc with its number, a tick when done, a dash when skipped; its name below where there is room."""

    def __init__(self, theme: Theme, number: int, name: str, first: bool, last: bool) -> None:
        super().__init__()
        self._theme = theme
        self._number = number
        self._ends = (first, last)
        self.state = StepState.OPEN
        self.is_next = self.is_late = False
        self.lines = 1
        self.setText(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room for a disc and, where the step is wide enough, a short name."""
        return QSize(76, self._height())

    def minimumSizeHint(self) -> QSize:
        """Return the room for a disc."""
        return QSize(38, self._height())

    def _height(self) -> int:
        return self._theme.px((40, 58, 74)[self.lines])

    def lines_needed(self) -> int:
        """Return how many lines the name takes in the present width, 0 where there is no room for names."""
        if self.width() < _LABEL_FROM_PX:
            return 0
        name = QFontMetrics(self._font(SCALE.caption, bold=True)).horizontalAdvance(self.text())
        return 1 if name <= self.width() - 2 * _EDGE_PX else 2

    def show_state(self, state: StepState, is_next: bool, *, is_late: bool = False) -> None:
        """Show where the step stands; tell it in words too. ``is_late``: it is next because something is overdue."""
        self.state, self.is_next, self.is_late = state, is_next, is_late
        words = {
            StepState.OPEN: translate("StepRail", "open"),
            StepState.DONE: translate("StepRail", "done"),
            StepState.SKIPPED: translate("StepRail", "skipped"),
        }[state]
        if is_next:
            words = translate("StepRail", "next")
        told = translate("StepRail", "Step {n}, {name}, {state}").format(n=self._number, name=self.text(), state=words)
        self.setAccessibleName(told)
        self.setToolTip(told)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw line, disc and name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = self._theme.px(28)
        disc = QRect((self.width() - size) // 2, XS + 2, size, size)
        self._draw_line(painter, disc)
        self._draw_disc(painter, disc)
        if self.lines:
            self._draw_name(painter, disc)

    def _draw_line(self, painter: QPainter, disc: QRect) -> None:
        painter.setPen(QPen(QColor(self._theme.colours.border), 2))
        first, last = self._ends
        y = disc.center().y()
        if not first:
            painter.drawLine(0, y, disc.left() - 3, y)
        if not last:
            painter.drawLine(disc.right() + 4, y, self.width(), y)

    def _draw_disc(self, painter: QPainter, disc: QRect) -> None:
        c = self._theme.colours
        done, skipped = self.state is StepState.DONE, self.state is StepState.SKIPPED
        # What comes next is a ring, also where it was done before; red is kept for what is overdue.
        ring = c.seal if self.is_late else c.accent
        fill = (c.seal if self.is_late else c.surface) if self.is_next else c.accent if done else c.surface
        ink = (c.surface if self.is_late else c.accent) if self.is_next else c.on_accent if done else c.muted
        if self.isChecked() or self.hasFocus():
            painter.setPen(QPen(QColor(c.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(disc.adjusted(-4, -4, 4, 4))
        edge = ring if self.is_next else c.accent if done else c.muted
        painter.setPen(QPen(QColor(edge), 2.5 if self.is_next else 1.5))
        painter.setBrush(QColor(fill))
        painter.drawEllipse(disc)
        if done or skipped:
            spot = disc.adjusted(6, 6, -6, -6)
            icons.icon("check" if done else "skip-forward", ink).paint(painter, spot)
            return
        painter.setFont(self._font(SCALE.caption, bold=True))
        painter.setPen(QColor(ink))
        painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), str(self._number))

    def _draw_name(self, painter: QPainter, disc: QRect) -> None:
        c = self._theme.colours
        font = self._font(SCALE.caption, bold=self.is_next or self.isChecked())
        area = QRect(_EDGE_PX, disc.bottom() + 5, self.width() - 2 * _EDGE_PX, self.height() - disc.bottom() - 5)
        painter.setFont(font)
        painter.setPen(QColor(c.text if self.is_next or self.isChecked() else c.muted))
        # Two lines; what is longer ends in … somewhere in the second.
        room = int(area.width() * 1.7)
        name = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        if QFontMetrics(font).horizontalAdvance(name) > area.width():
            name = in_two_lines(name)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(area, int(flags), name)

    def _font(self, size: int, *, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._theme.px(size))
        font.setBold(bold)
        return font


def in_two_lines(name: str) -> str:
    """Return a name broken so that no character stands alone; one with spaces breaks by itself.

    Chinese words are mostly of two characters, so the break comes after an even number of them.
    """
    if " " in name or name.isascii():
        return name
    cut = (len(name) // 2 + 1) // 2 * 2
    return f"{name[:cut]}\n{name[cut:]}"


class StepRail(QWidget):
    """All steps of a case in their order. ``step_chosen`` carries a step's key."""

    step_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._buttons: dict[str, StepButton] = {}
        self._compact = False
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self.setAccessibleName(translate("StepRail", "Steps"))

    def show_case(self, record: CaseRecord, action: NextAction, language: str) -> None:
        """Show a case's steps and which of them comes next."""
        if list(self._buttons) != [step.key for step in record.playbook.steps]:
            self._build(record, language)
        for key, one in self._buttons.items():
            is_next = key == action.step_key
            one.show_state(record.flow.record(key).state, is_next, is_late=is_next and action.kind is NextKind.CHASE)

    def tab_after(self, widget: QWidget) -> None:
        """Have Tab come from a widget to the steps: they are younger than what stands below them."""
        for one in self._buttons.values():
            QWidget.setTabOrder(widget, one)
            widget = one

    def choose(self, step_key: str) -> None:
        """Mark the step that is shown; another key (a field's) leaves the mark where it is."""
        for key, one in self._buttons.items():
            one.setChecked(key == step_key if step_key in self._buttons else one.isChecked())

    def _build(self, record: CaseRecord, language: str) -> None:
        for old in self._buttons.values():
            old.deleteLater()
        self._buttons.clear()
        steps = record.playbook.steps
        for number, step in enumerate(steps, 1):
            one = StepButton(self._theme, number, step.name.get(language), number == 1, number == len(steps))
            one.clicked.connect(lambda _=False, key=step.key: self.step_chosen.emit(key))
            self._buttons[step.key] = one
            self._box.addWidget(one)
        QTimer.singleShot(0, self, self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names come and go with the width."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def set_compact(self, compact: bool) -> None:
        """Leave the names out where another tab than the steps needs the room."""
        self._compact = compact
        self._fit()

    def _fit(self) -> None:
        steps = self._buttons.values()
        lines = 0 if self._compact else max((one.lines_needed() for one in steps), default=1)
        for one in steps:
            one.lines = lines
            one.updateGeometry()
            one.update()
