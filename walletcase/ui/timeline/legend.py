"""What the signs in the picture of the weeks mean: only those that are in it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from walletcase.ui.look.theme import Theme
from walletcase.ui.look.tokens import XS, L, M
from walletcase.ui.shell.i18n import translate
from walletcase.ui.timeline.geometry import Metrics
from walletcase.ui.timeline.weeks import Weeks

_SIGN_PX = 11.0


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign and its word. ``shape`` is dot, diamond, bar or box."""

    shape: str
    colour: str
    word: str


def signs_of(weeks: Weeks, theme: Theme) -> tuple[Sign, ...]:
    """Return the signs that are in a picture."""
    c = theme.colours
    signs = [Sign("dot", c.accent, translate("Timeline", "contact"))]
    if any(dot.is_answer for dot in weeks.dots):
        signs.append(Sign("dot", c.ok, translate("Timeline", "answer")))
    if weeks.promises:
        signs.append(Sign("diamond", c.accent_text, translate("Timeline", "promised date")))
    if weeks.overdue:
        signs.append(Sign("bar", c.danger, translate("Timeline", "late")))
    if weeks.quiet:
        signs.append(Sign("box", c.raised, translate("Timeline", "silence")))
    return tuple(signs)


def draw_legend(painter: QPainter, signs: tuple[Sign, ...], theme: Theme, metrics: Metrics, width: float) -> None:
    """Draw the signs with their words from the right end of the first line; what has no room is left out."""
    measure = QFontMetricsF(metrics.caption)
    painter.setFont(metrics.caption)
    middle, right = measure.height() / 2 + XS, width - L
    for sign in reversed(signs):
        left = right - measure.horizontalAdvance(sign.word) - _SIGN_PX - XS
        if left < L:
            return
        _draw_sign(painter, sign, QPointF(left + _SIGN_PX / 2, middle), theme)
        painter.setPen(QColor(theme.colours.muted))
        area = QRectF(left + _SIGN_PX + XS, XS, right - left, measure.height())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), sign.word)
        right = left - M


def _draw_sign(painter: QPainter, sign: Sign, at: QPointF, theme: Theme) -> None:
    half, colours = _SIGN_PX / 2, theme.colours
    if sign.shape == "bar":
        painter.setPen(QPen(QColor(sign.colour), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QPointF(at.x() - half, at.y()), QPointF(at.x() + half, at.y()))
        return
    if sign.shape == "diamond":
        painter.setPen(QPen(QColor(sign.colour), 2))
        painter.setBrush(QColor(colours.surface))
        side = half - 0.5
        corners = ((0, -side), (side, 0), (0, side), (-side, 0))
        painter.drawPolygon(QPolygonF([QPointF(at.x() + x, at.y() + y) for x, y in corners]))
        return
    painter.setBrush(QColor(sign.colour))
    painter.setPen(QPen(QColor(colours.border if sign.shape == "box" else sign.colour), 1))
    area = QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half)
    if sign.shape == "box":
        painter.drawRoundedRect(area, 3, 3)
    else:
        painter.drawEllipse(area.adjusted(1, 1, -1, -1))
