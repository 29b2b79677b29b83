"""How an exhibit looks as a tile and as a line. Sizes are fixed, so that hundreds scroll at once."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from walletcase.domain.evidence import Evidence
from walletcase.ui.evidence import words
from walletcase.ui.evidence.model import HEADING_ROLE, ITEM_ROLE, MISSING_ROLE, STATE_ROLE
from walletcase.ui.evidence.thumbs import Thumb, Thumbnails
from walletcase.ui.look import icons
from walletcase.ui.look.theme import Theme
from walletcase.ui.look.tokens import RADIUS, RADIUS_SMALL, SCALE, XS, L, M, S

Index = QModelIndex | QPersistentModelIndex
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_TOP_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_LEAST_ROWS = 2.5
_TIGHT_PX = 230
_PEEK = 0.62  # a tall screenshot is at least this wide in its tile, and runs out at the bottom


def _is_on(option: QStyleOptionViewItem, state: QStyle.StateFlag) -> bool:
    return bool(option.state & state)


class ExhibitDelegate(QStyledItemDelegate):
    """What tiles and lines share: fonts, stamp, picture, state."""

    def __init__(self, theme: Theme, thumbs: Thumbnails) -> None:
        super().__init__(thumbs)
        self.theme = theme
        self.thumbs = thumbs
        self.cell = QSize(160, 200)
        self.heading = QSize(160, 0)  # how wide the heading of a group is; its height is that of its words
        self.state = ""  # what is the matter with the exhibit that is being drawn

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the one size of all exhibits, or that of a heading."""
        if index.data(HEADING_ROLE) is None:
            return self.cell
        return QSize(self.heading.width(), QFontMetrics(self.font(SCALE.caption, bold=True)).height() + 2 * S + XS)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw an exhibit, or what stands over a group of them."""
        item: Evidence | None = index.data(ITEM_ROLE)
        if item is None:
            area = option.rect.adjusted(XS + 2, S, -XS, 0)
            self.line(painter, area, str(index.data()), self.font(SCALE.caption, bold=True), self.theme.colours.muted)
            return
        self.state = str(index.data(STATE_ROLE))
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self.draw(painter, option, item, missing=bool(index.data(MISSING_ROLE)))
        painter.restore()

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, item: Evidence, *, missing: bool) -> None:
        """Draw an exhibit into option.rect."""
        raise NotImplementedError

    def font(self, size: int, *, bold: bool = False) -> QFont:
        """Return a font of the scale."""
        font = QFont()
        font.setPixelSize(self.theme.px(size))
        font.setBold(bold)
        return font

    def ground(self, painter: QPainter, frame: QRect, option: QStyleOptionViewItem) -> None:
        """Draw the card, and whether it is chosen, hovered or in focus."""
        c = self.theme.colours
        chosen = _is_on(option, QStyle.StateFlag.State_Selected)
        hovered = _is_on(option, QStyle.StateFlag.State_MouseOver)
        focused = _is_on(option, QStyle.StateFlag.State_HasFocus)
        edge = c.focus if focused else c.accent if chosen else c.muted if hovered else c.border
        painter.setPen(QPen(QColor(edge), 2 if chosen or focused else 1))
        painter.setBrush(QColor(c.accent_soft if chosen else c.surface))
        painter.drawRoundedRect(frame, RADIUS, RADIUS)

    def stamp(self, painter: QPainter, at: QRect, item: Evidence, *, middle: bool = False) -> int:
        """Draw the exhibit number as a stamp at the top left (or middle left) of ``at``; return its width."""
        c, font = self.theme.colours, self.font(SCALE.caption, bold=True)
        text, metrics = words.stamp(item.exhibit_no), QFontMetrics(font)
        box = QRect(at.left(), at.top(), metrics.horizontalAdvance(text) + 2 * S, metrics.height() + 2)
        if middle:
            box.moveTop(at.center().y() - box.height() // 2)
        painter.setPen(QPen(QColor(c.stamp), 1.2))
        painter.setBrush(QColor(c.stamp_soft))
        painter.drawRoundedRect(box, RADIUS_SMALL - 2, RADIUS_SMALL - 2)
        painter.setFont(font)
        painter.drawText(box, _CENTRE, text)
        return box.width()

    def line(self, painter: QPainter, area: QRect, text: str, font: QFont, colour: str, flags: int = _LEFT) -> None:
        """Draw one line of text, with an ellipsis where it is too long."""
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(area, flags, QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width()))

    def picture(self, painter: QPainter, area: QRect, item: Evidence, *, missing: bool) -> None:
        """Draw what the file looks like in small, or the icon of its kind."""
        thumb = self.thumbs.get(item)
        if missing:
            self._icon(painter, area, "triangle-alert", self.theme.colours.danger)
        elif thumb is not None and thumb.has_picture:
            self._pixmap(painter, area, thumb.sized(area.height()))
        elif thumb is not None and thumb.text:
            self._page_of_text(painter, area, thumb)
        else:
            name = "lock" if item.media.note == "encrypted" else words.kind_icon(item.media.media_type)
            colours = self.theme.colours
            self._icon(painter, area, name, colours.border if thumb is None else colours.muted)

    def _icon(self, painter: QPainter, area: QRect, name: str, colour: str) -> None:
        side = min(48, area.width() // 2, area.height() // 2)
        box = QRect(0, 0, side, side)
        box.moveCenter(area.center())
        icons.icon(name, colour).paint(painter, box)

    def _pixmap(self, painter: QPainter, area: QRect, pixmap: QPixmap) -> None:
        if pixmap.width() <= 0 or pixmap.height() <= 0:
            return
        fit = min(area.width() / pixmap.width(), area.height() / pixmap.height())
        peek = min(_PEEK * area.width() / pixmap.width(), 2 * fit)
        scale = min(max(fit, peek), 1.0)
        size = QSize(max(1, round(pixmap.width() * scale)), max(1, round(pixmap.height() * scale)))
        box = QRect(area.left() + (area.width() - size.width()) // 2, area.top(), size.width(), size.height())
        if size.height() < area.height():
            box.moveTop(area.top() + (area.height() - size.height()) // 2)
        painter.save()
        painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
        painter.drawPixmap(box, pixmap)
        painter.setPen(QColor(self.theme.colours.border))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.restore()

    def _page_of_text(self, painter: QPainter, area: QRect, thumb: Thumb) -> None:
        width = min(area.width(), max(area.height() * 3 // 4, area.width() * 3 // 4))
        sheet = QRect(area.left() + (area.width() - width) // 2, area.top(), width, area.height())
        c = self.theme.colours
        painter.setPen(QColor(c.border))
        painter.setBrush(QColor(c.surface))
        painter.drawRect(sheet.adjusted(0, 0, -1, -1))
        font = QFont()
        font.setPixelSize(max(5, area.height() // 16))
        painter.setFont(font)
        painter.setPen(QColor(c.muted))
        inner = sheet.adjusted(width // 10, width // 10, -width // 10, -2)
        painter.save()
        painter.setClipRect(inner, Qt.ClipOperation.IntersectClip)
        painter.drawText(inner, _TOP_LEFT | int(Qt.TextFlag.TextWrapAnywhere), thumb.text)
        painter.restore()


class TileDelegate(ExhibitDelegate):
    """A tile: picture with the stamp on it, title, kind and size or what is the matter."""

    title_lines = 2

    def heights(self, title_lines: int) -> tuple[int, int]:
        """Return the height of the title and of the line under it."""
        title = QFontMetrics(self.font(SCALE.body, bold=True)).lineSpacing() * title_lines
        return title, QFontMetrics(self.font(SCALE.caption)).lineSpacing()

    def cell_for(self, width: int, *, strip: bool) -> QSize:
        """Return the size of a tile; in a strip it is low and its title has one line."""
        picture = self.theme.px(64) if strip else round(width * 0.95)
        return QSize(width, picture + self._rest(1 if strip else 2))

    def _rest(self, title_lines: int) -> int:
        return sum(self.heights(title_lines)) + 2 * S + 2 * XS + S

    def set_width(self, width: int, *, strip: bool) -> None:
        """Choose the size of a tile."""
        self.title_lines = 1 if strip else 2
        self.cell = self.cell_for(width, strip=strip)

    def flatten(self, room: int) -> None:
        """Make the tiles as low as it takes to see two rows and a half of them in a height, within reason."""
        self.title_lines = 1
        wanted = int(room / _LEAST_ROWS) - self._rest(1)
        picture = min(max(wanted, self.theme.px(40)), self.theme.px(64))
        self.cell = QSize(self.cell.width(), picture + self._rest(1))

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, item: Evidence, *, missing: bool) -> None:
        """Draw the tile."""
        frame = QRect(option.rect.topLeft(), self.cell).adjusted(XS, XS, -XS, -XS)
        self.ground(painter, frame, option)
        title_height, caption_height = self.heights(self.title_lines)
        foot = title_height + caption_height + 2 * S
        stage = frame.adjusted(2, 2, -2, -foot)
        painter.save()
        painter.setClipPath(_round_top(stage, RADIUS - 2))
        painter.fillRect(stage, QColor(self.theme.colours.raised))
        self.picture(painter, stage.adjusted(S, S, -S, 0), item, missing=missing)
        painter.restore()
        self.stamp(painter, stage.adjusted(S, S, 0, 0), item)
        below = QRect(frame.left() + S + 2, stage.bottom() + S, frame.width() - 2 * S - 4, title_height)
        self._title(painter, below, item.title)
        self._caption(painter, below.translated(0, title_height), caption_height, item, missing=missing)

    def _title(self, painter: QPainter, area: QRect, title: str) -> None:
        font = self.font(SCALE.body, bold=True)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.colours.text))
        metrics = QFontMetrics(font)
        first, rest = _first_line(title, metrics, area.width()) if self.title_lines == 2 else ("", title)
        lines = (first, rest) if first else (rest,)
        for number, text in enumerate(lines):
            at = QRect(area.left(), area.top() + number * metrics.lineSpacing(), area.width(), metrics.lineSpacing())
            self.line(painter, at, text, font, self.theme.colours.text)

    def _caption(self, painter: QPainter, at: QRect, height: int, item: Evidence, *, missing: bool) -> None:
        c = self.theme.colours
        state = self.state
        plain, font = words.caption_text(item), self.font(SCALE.caption)
        if QFontMetrics(font).horizontalAdvance(plain) > at.width():
            plain = item.made_on or plain
        area = QRect(at.left(), at.top(), at.width(), height)
        colour = c.danger if missing else c.warn if state else c.muted
        self.line(painter, area, state or plain, font, colour)


class LineDelegate(ExhibitDelegate):
    """A line: stamp, small picture, title over what it proves, kind and date on the right."""

    def set_width(self, width: int) -> None:
        """Choose the size of a line."""
        two = QFontMetrics(self.font(SCALE.body, bold=True)).lineSpacing()
        two += QFontMetrics(self.font(SCALE.caption)).lineSpacing()
        self.cell = QSize(width, two + 2 * S + 2 * XS)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, item: Evidence, *, missing: bool) -> None:
        """Draw the line."""
        c = self.theme.colours
        frame = option.rect.adjusted(XS, 2, -XS, -2)
        self.ground(painter, frame, option)
        inner = frame.adjusted(S, S - 2, -M, -(S - 2))
        small = QRect(inner.left(), inner.top(), inner.height(), inner.height())
        painter.fillRect(small, QColor(c.raised))
        self.picture(painter, small, item, missing=missing)
        room = inner.adjusted(small.width() + M, 0, 0, 0)
        is_tight = room.width() < self.theme.px(_TIGHT_PX)
        if not is_tight:
            room.setLeft(room.left() + self.stamp(painter, room, item, middle=True) + M)
        state = self.state
        facts = (words.kind_text(item.media.media_type), item.made_on)
        caption = self.font(SCALE.caption)
        if room.width() > self.theme.px(320):
            right = QRect(room.right() - self.theme.px(130), room.top(), self.theme.px(130), room.height() // 2)
            room.setRight(right.left() - L)
            self.line(painter, right, facts[0], caption, c.muted, _RIGHT)
            self.line(painter, right.translated(0, right.height()), facts[1], caption, c.muted, _RIGHT)
            second = state or item.proves or item.source
        else:
            second = state or words.caption_text(item)
        top, bottom = QRect(room), QRect(room)
        top.setHeight(room.height() * 11 // 20)
        bottom.setTop(top.bottom())
        if is_tight:  # the stamp beside the title would leave it no room
            bottom.setLeft(bottom.left() + self.stamp(painter, bottom, item, middle=True) + S)
            second = state or item.made_on
        self.line(painter, top, item.title, self.font(SCALE.body, bold=True), c.text)
        self.line(painter, bottom, second, caption, c.danger if missing else c.warn if state else c.muted)


def _round_top(area: QRect, radius: int) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(area, radius, radius)
    path.addRect(area.adjusted(0, radius, 0, 0))
    return path


def _first_line(text: str, metrics: QFontMetrics, width: int) -> tuple[str, str]:
    """Split a title where its first line ends, at a space if there is one; no first line if it fits whole."""
    if metrics.horizontalAdvance(text) <= width:
        return "", text
    fits = next((n for n in range(len(text), 0, -1) if metrics.horizontalAdvance(text[:n]) <= width), 1)
    space = text.rfind(" ", 0, fits + 1)
    cut = space if space > fits // 2 else fits
    return text[:cut].rstrip(), text[cut:].lstrip()
