"""Where everything of a timeline row stands: worked out once for a row and a width, then painted and clicked by it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication

from walletcase.ui.look.theme import Theme
from walletcase.ui.look.tokens import SCALE, XS, L, M, S
from walletcase.ui.shell.i18n import translate
from walletcase.ui.timeline.rows import ContactRow, DayRow, PromiseState, QuietRow, Row
from walletcase.ui.timeline.words import exhibit_text, promise_text, recorded_text

RIGHT = 5  # beside the scroll bar, so that cards end where everything above them ends
LINE_SPREAD = 1.35
TONES = {
    PromiseState.OPEN: "accent",
    PromiseState.TODAY: "warn",
    PromiseState.KEPT: "ok",
    PromiseState.LATE: "warn",
    PromiseState.MOVED: "plain",
    PromiseState.BROKEN: "danger",
}
PROMISE_ICONS = {
    PromiseState.OPEN: "clock",
    PromiseState.TODAY: "clock",
    PromiseState.KEPT: "check",
    PromiseState.LATE: "clock",
    PromiseState.MOVED: "clock",
    PromiseState.BROKEN: "triangle-alert",
}


class Metrics:
    """The fonts of a theme and their measures."""

    def __init__(self, theme: Theme) -> None:
        self.body = _font(theme.px(SCALE.body))
        self.strong = _font(theme.px(SCALE.body), bold=True)
        self.caption = _font(theme.px(SCALE.caption))
        self.caption_strong = _font(theme.px(SCALE.caption), bold=True)
        self.of_strong = QFontMetrics(self.strong)
        self.of_body = QFontMetrics(self.body)
        self.of_caption = QFontMetrics(self.caption)
        self.of_caption_strong = QFontMetrics(self.caption_strong)
        self.icon_px = theme.px(16)
        self.badge_px = theme.px(30)
        self.chip_height = self.of_caption.height() + 8
        self.header_height = max(self.of_strong.height(), theme.px(26))


def _font(size_px: int, *, bold: bool = False) -> QFont:
    font = QFont(QApplication.font())
    font.setPixelSize(size_px)
    font.setBold(bold)
    return font


@dataclass(frozen=True, slots=True)
class Mark:
    """A chip. ``action`` is what a click asks for ("" is nothing), ``target`` what it is about."""

    area: QRect
    text: str
    tone: str
    icon: str = ""
    action: str = ""
    target: str = ""
    whole_text: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """A laid-out contact. All areas are relative to the row's top left corner."""

    height: int
    card: QRect
    badge: QRect
    header: QRect
    buttons: tuple[Mark, ...]
    said: QTextLayout
    said_at: QPointF
    marks: tuple[Mark, ...]

    def mark_at(self, x: int, y: int) -> Mark | None:
        """Return the button or chip under a point that does something, None if there is none."""
        return next((m for m in (*self.buttons, *self.marks) if m.action and m.area.contains(x, y)), None)


class Geometry:
    """Lays rows out and remembers them until the width changes."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics
        self._width = 0
        self._contacts: dict[ContactRow, Contact] = {}

    def height(self, row: Row, width: int) -> int:
        """Return a row's height in logical pixels."""
        metrics = self._metrics
        if isinstance(row, DayRow):
            return metrics.of_strong.height() + M + S
        if isinstance(row, QuietRow):
            return metrics.of_caption.height() + L
        return self.contact(row, width).height

    def contact(self, row: ContactRow, width: int) -> Contact:
        """Return where everything of a contact stands."""
        if width != self._width:
            self._contacts.clear()
            self._width = width
        if row not in self._contacts:
            self._contacts[row] = self._lay_out(row, width)
        return self._contacts[row]

    def _lay_out(self, row: ContactRow, width: int) -> Contact:
        badge_px = self._metrics.badge_px
        left = L + badge_px + M
        inner = QRect(left + L, XS + M, max(120, width - left - 2 * L - RIGHT), self._metrics.header_height)
        said, said_height = self._said(row.said, inner.width())
        said_top = inner.bottom() + 1 + XS
        marks_top = said_top + said_height + S
        marks = self._marks(row, inner.left(), marks_top, inner.width())
        bottom = marks[-1].area.bottom() + 1 if marks else said_top + said_height
        card = QRect(left, XS, inner.width() + 2 * L, bottom + M - XS)
        badge = QRect(L, card.top() + M - 2, badge_px, badge_px)
        buttons = _buttons(inner)
        return Contact(
            height=card.bottom() + 1 + XS,
            card=card,
            badge=badge,
            header=inner.adjusted(0, 0, -2 * (inner.height() + XS), 0),
            buttons=buttons,
            said=said,
            said_at=QPointF(inner.left(), said_top),
            marks=marks,
        )

    def _said(self, text: str, width: int) -> tuple[QTextLayout, int]:
        layout = QTextLayout(text.replace("\n", "\u2028"), self._metrics.body)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        top = 0.0
        step = self._metrics.of_body.height() * LINE_SPREAD
        # QTextLayout has no line spacing of its own: the natural line stands in the middle of a taller one.
        lead = (step - self._metrics.of_body.height()) / 2
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + lead))
            top += max(step, line.height())
        layout.endLayout()
        return layout, round(top)

    def _marks(self, row: ContactRow, left: int, top: int, width: int) -> tuple[Mark, ...]:
        placed: list[Mark] = []
        x, y = left, top
        for mark in _wanted(row):
            needed = self._mark_width(mark)
            if x > left and x + needed > left + width:
                x, y = left, y + self._metrics.chip_height + 6
            fitted = min(needed, width)
            placed.append(self._placed(mark, QRect(x, y, fitted, self._metrics.chip_height), needed))
            x += fitted + 6
        return tuple(placed)

    def _mark_width(self, mark: Mark) -> int:
        metrics = self._metrics.of_caption if mark.tone == "bare" else self._metrics.of_caption_strong
        icons = (self._metrics.icon_px + XS) * (bool(mark.icon) + (mark.action == "copy"))
        return metrics.horizontalAdvance(mark.text) + icons + (0 if mark.tone == "bare" else 18) + 2

    def _placed(self, mark: Mark, area: QRect, needed: int) -> Mark:
        text = mark.text
        if area.width() < needed:
            room = area.width() - (needed - self._metrics.of_caption_strong.horizontalAdvance(text))
            text = self._metrics.of_caption_strong.elidedText(text, Qt.TextElideMode.ElideRight, room)
        return Mark(area, text, mark.tone, mark.icon, mark.action, mark.target, mark.text)


def _buttons(inner: QRect) -> tuple[Mark, ...]:
    side = inner.height()
    trash = QRect(inner.right() - side + 1, inner.top(), side, side)
    edit = trash.translated(-side - XS, 0)
    return (
        Mark(edit, "", "button", "pencil", "edit", "", translate("Timeline", "Correct")),
        Mark(trash, "", "button", "trash-2", "trash", "", translate("Timeline", "Delete")),
    )


def _wanted(row: ContactRow) -> list[Mark]:
    nowhere = QRect()
    marks = []
    if row.is_answer:
        marks.append(Mark(nowhere, translate("Timeline", "Answer"), "ok", "check"))
    if row.promise:
        state = row.promise.state
        marks.append(Mark(nowhere, promise_text(row.promise), TONES[state], PROMISE_ICONS[state]))
    if row.reference:
        text = translate("Timeline", "No. {number}").format(number=row.reference)
        marks.append(Mark(nowhere, text, "plain", "", "copy", row.reference))
    for item in row.exhibits:
        text = exhibit_text(item.exhibit_no, item.title)
        marks.append(Mark(nowhere, text, "stamp", "paperclip", "evidence", str(item.id)))
    notes = [recorded_text(row.recorded_on)] if row.recorded_on else []
    if row.is_edited:
        notes.append(translate("Timeline", "corrected"))
    if notes:
        marks.append(Mark(nowhere, " · ".join(notes), "bare"))
    return marks
