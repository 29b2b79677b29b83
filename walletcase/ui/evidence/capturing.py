"""A part of the screen as evidence: the window steps aside, the screen is taken, the person marks what counts.

Under Wayland no program sees the screen by itself: there the desktop's own dialogue is asked (xdg-desktop-portal).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QCursor,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QScreen,
)
from PySide6.QtWidgets import QWidget

from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate

_ASIDE_MS = 350  # until the window is off the screen, its shadow and animation too
_LEAST_PX = 8
_DIM = QColor(0, 0, 0, 120)
_SEEING = frozenset({"xcb", "windows", "cocoa"})

Grab = Callable[[QScreen], QPixmap]


class Capturing(QObject):
    """``captured`` carries the picture; ``refused`` why there is none."""

    captured = Signal(object)
    refused = Signal(str)
    ended = Signal()

    def __init__(self, desk: Desk, window: QWidget, grab: Grab | None = None) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._grab = grab
        self.picker: AreaPicker | None = None

    def start(self) -> None:
        """Step aside and take the screen."""
        way = "grab" if self._grab is not None else way_here(QGuiApplication.platformName(), os.environ)
        if way == "portal":
            self._ask_portal()
        elif way == "grab":
            self._window.hide()
            QTimer.singleShot(_ASIDE_MS, self, self._take)
        else:
            self.refused.emit(not_here_text())

    def _take(self) -> None:
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        shot = self._grab(screen) if self._grab is not None else screen.grabWindow(0)
        if is_blank(shot.toImage()):
            self._back()
            self.refused.emit(blank_text())
            return
        picker = self.picker = AreaPicker(shot, self._desk.theme.colours.accent_text)
        picker.chosen.connect(self._accept)
        picker.declined.connect(self._back)
        picker.setGeometry(screen.geometry())
        picker.showFullScreen()
        picker.raise_()
        picker.activateWindow()

    def _accept(self, picture: QImage) -> None:
        self._back()
        self._pass_on(picture)

    def _pass_on(self, picture: QImage) -> None:
        if is_blank(picture):
            self.refused.emit(blank_text())
        else:
            self.captured.emit(picture)

    def _back(self) -> None:
        if self.picker is not None:
            self.picker.hide()
            self.picker.deleteLater()
            self.picker = None
        self._window.show()
        self._window.activateWindow()
        self.ended.emit()

    def _ask_portal(self) -> None:
        from walletcase.ui.evidence.portal import Portal

        portal = Portal(self)
        portal.failed.connect(lambda: self.refused.emit(not_here_text()))
        portal.left.connect(self.ended)
        portal.answered.connect(self._pass_on)
        portal.ask()


class AreaPicker(QWidget):
    """The taken screen, dimmed, with what the mouse marks in clear. Enter takes all of it, Esc nothing."""

    chosen = Signal(object)
    declined = Signal()

    def __init__(self, shot: QPixmap, edge: str) -> None:
        flags = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, flags)
        self._shot = shot
        self._edge = QColor(edge)
        self._from: QPoint | None = None
        self._to = QPoint()
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(translate("Capture", "Mark a part of the screen"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by the window manager: nothing was chosen, and the app's window must come back."""
        super().closeEvent(event)
        self.declined.emit()

    @property
    def marked(self) -> QRect:
        """What is marked, in the widget's pixels."""
        if self._from is None:
            return QRect()
        # Not QRect.normalized: it loses a pixel at each end where the mouse went up or left.
        (left, right), (top, bottom) = (
            sorted(ends) for ends in ((self._from.x(), self._to.x()), (self._from.y(), self._to.y()))
        )
        return QRect(QPoint(left, top), QPoint(right, bottom))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the screen; what is not marked is dimmed."""
        painter = QPainter(self)
        painter.drawPixmap(self.rect(), self._shot)
        painter.fillRect(self.rect(), _DIM)
        if not self.marked.isEmpty():
            painter.drawPixmap(self.marked, self._shot, self._in_shot(self.marked))
            painter.setPen(QPen(self._edge, 2))
            painter.drawRect(self.marked)
            return
        painter.setPen(QColor("white"))
        hint = translate("Capture", "Drag over the part that counts. Enter takes the whole screen, Esc leaves.")
        painter.drawText(self.rect().adjusted(0, 48, 0, 0), Qt.AlignmentFlag.AlignHCenter, hint)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to mark; the right button leaves."""
        if event.button() is Qt.MouseButton.RightButton:
            self.declined.emit()
        else:
            self._from = self._to = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark more."""
        self._to = event.position().toPoint()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take what is marked; a mere click marks nothing."""
        area = self.marked
        if min(area.width(), area.height()) >= _LEAST_PX:
            self.chosen.emit(self._shot.copy(self._in_shot(area)).toImage())
        elif self._from is not None:
            self._from = None
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the whole screen, Esc nothing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self._shot.toImage())
        elif event.key() == Qt.Key.Key_Escape:
            self.declined.emit()

    def _in_shot(self, area: QRect) -> QRect:
        """The same place in the pixels of the picture: a dense screen has more than one for each of ours."""
        across = self._shot.width() / max(1, self.width())
        down = self._shot.height() / max(1, self.height())
        return QRect(
            round(area.x() * across), round(area.y() * down), round(area.width() * across), round(area.height() * down)
        ).intersected(self._shot.rect())


def way_here(platform: str, environment: Mapping[str, str]) -> str:
    """Return "grab" where a program may take the screen, "portal" where the desktop does it, "" where nobody does.

    A program under XWayland may ask too, and gets a black picture.
    """
    if platform.startswith("wayland") or (platform == "xcb" and environment.get("XDG_SESSION_TYPE") == "wayland"):
        return "portal"
    return "grab" if platform in _SEEING else ""


def is_blank(picture: QImage) -> bool:
    """Return whether a picture shows nothing: it is none, or all of one colour."""
    if picture.isNull():
        return True
    plain = QImage(picture.size(), QImage.Format.Format_RGB32)
    plain.fill(picture.pixelColor(0, 0))
    return picture.convertToFormat(QImage.Format.Format_RGB32) == plain  # every pixel: a line of text is something


def not_here_text() -> str:
    """Return what to say where no picture of the screen can be had."""
    return translate(
        "Capture",
        "No picture of the screen could be taken. Take a screenshot with the keys of your system and press Ctrl+V "
        "here.",
    )


def blank_text() -> str:
    """Return what to say of an empty picture."""
    return translate(
        "Capture",
        "The picture of the screen was empty, so it was not added. Take a screenshot with the keys of your system "
        "and press Ctrl+V here.",
    )
