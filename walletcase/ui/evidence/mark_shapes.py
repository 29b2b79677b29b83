"""How marks look on a page that is shown: arrows, boxes, numbers in a circle, notes on a slip."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from walletcase.domain.marks import Mark, MarkKind
from walletcase.ui.evidence.page_canvas import PageCanvas
from walletcase.ui.look.theme import Theme
from walletcase.ui.look.tokens import SCALE, S

_LINE_PX, _HEAD_PX, _NOTE_PX, _REACH_PX = 3, 14, 240, 8
_NUMBER_GROWS = 1.9  # the circle, by the height of its digits


def area_of(mark: Mark, canvas: PageCanvas, theme: Theme) -> QRectF:
    """Return where a mark is drawn in the room."""
    if mark.kind in (MarkKind.ARROW, MarkKind.BOX):
        return canvas.area((mark.left, mark.top, mark.right, mark.bottom))
    at = canvas.place((mark.left, mark.top))
    font = _font(theme)
    measure = QFontMetricsF(font)
    if mark.kind is MarkKind.NUMBER:
        side = max(measure.height() * _NUMBER_GROWS, measure.horizontalAdvance(mark.text) + 2 * S)
        return QRectF(at.x() - side / 2, at.y() - side / 2, side, side)
    room = QRectF(0, 0, theme.px(_NOTE_PX) - 2 * S, 10_000)
    text = measure.boundingRect(room, int(Qt.TextFlag.TextWordWrap), mark.text or " ")
    return QRectF(at.x(), at.y(), text.width() + 2 * S, text.height() + 2 * S)


def is_at(mark: Mark, place: QPointF, canvas: PageCanvas, theme: Theme) -> bool:
    """Whether a place of the room is on a mark: on the line of an arrow or the edge of a box, within the others."""
    area = area_of(mark, canvas, theme)
    if mark.kind is MarkKind.BOX:
        inner = area.adjusted(_REACH_PX, _REACH_PX, -_REACH_PX, -_REACH_PX)
        outer = area.adjusted(-_REACH_PX, -_REACH_PX, _REACH_PX, _REACH_PX)
        return outer.contains(place) and not (inner.isValid() and inner.contains(place))
    if mark.kind is MarkKind.ARROW:
        first, second = canvas.place((mark.left, mark.top)), canvas.place((mark.right, mark.bottom))
        return _distance(place, first, second) <= _REACH_PX
    return area.contains(place)


def draw(painter: QPainter, mark: Mark, canvas: PageCanvas, theme: Theme, *, chosen: bool = False) -> None:
    """Draw a mark."""
    colours = theme.colours
    red = QColor(colours.seal)
    painter.setPen(QPen(red, _LINE_PX, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    area = area_of(mark, canvas, theme)
    if mark.kind is MarkKind.BOX:
        painter.drawRoundedRect(area, 3, 3)
    elif mark.kind is MarkKind.ARROW:
        _arrow(painter, canvas.place((mark.left, mark.top)), canvas.place((mark.right, mark.bottom)), red)
    elif mark.kind is MarkKind.NUMBER:
        painter.setPen(QPen(QColor("white"), 2))
        painter.setBrush(red)
        painter.drawEllipse(area)
        painter.setFont(_font(theme))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, mark.text)
    else:
        painter.setPen(QPen(red, 1))
        painter.setBrush(QColor(colours.seal_soft))
        painter.drawRoundedRect(area, 4, 4)
        painter.setPen(QColor(colours.text))
        painter.setFont(_font(theme, bold=False))
        painter.drawText(area.adjusted(S, S, -S, -S), int(Qt.TextFlag.TextWordWrap), mark.text)
    if chosen:
        painter.setPen(QPen(QColor(colours.focus), 2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area.adjusted(-4, -4, 4, 4))


def _arrow(painter: QPainter, first: QPointF, second: QPointF, colour: QColor) -> None:
    way = second - first
    length = math.hypot(way.x(), way.y())
    painter.drawLine(first, second)
    if length < 1:
        return
    along = way / length
    across = QPointF(-along.y(), along.x())
    back = second - along * _HEAD_PX
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([second, back + across * _HEAD_PX / 2, back - across * _HEAD_PX / 2]))


def _font(theme: Theme, *, bold: bool = True) -> QFont:
    font = QFont()
    font.setPixelSize(theme.px(SCALE.body))
    font.setBold(bold)
    return font


def _distance(place: QPointF, first: QPointF, second: QPointF) -> float:
    way, there = second - first, place - first
    squared = way.x() ** 2 + way.y() ** 2
    share = 0.0 if not squared else min(1.0, max(0.0, (there.x() * way.x() + there.y() * way.y()) / squared))
    off = there - way * share
    return math.hypot(off.x(), off.y())
