"""A date or a time as people type it, tidied when they leave the field; a date has a calendar beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QDate, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QToolButton, QWidget

from walletcase.domain.formats import as_date, as_time
from walletcase.ui.widgets.buttons import icon_button
from walletcase.ui.widgets.layout import column, row


def mark_bad(line: QWidget, bad: bool) -> None:
    """Show or take away the red edge of a field."""
    if bool(line.property("bad")) != bad:
        line.setProperty("bad", bad)
        line.style().unpolish(line)
        line.style().polish(line)


class TimeLine(QLineEdit):
    """HH:MM, or empty."""

    def value(self) -> str:
        """Return HH:MM, "" if empty or not a time."""
        return as_time(self.text()) or ""

    def is_bad(self) -> bool:
        """Whether something stands here that is no time."""
        return bool(self.text().strip()) and not self.value()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tidy what was typed."""
        if self.value() and self.text() != self.value():
            self.setText(self.value())
        mark_bad(self, self.is_bad())
        super().focusOutEvent(event)


class DateLine(QLineEdit):
    """2026-11-22, or empty; takes 2026/11/22, 2026年11月22日 and the like."""

    def value(self) -> str:
        """Return an ISO date, "" if empty or not a date."""
        return as_date(self.text()) or ""

    def is_bad(self) -> bool:
        """Whether something stands here that is no date."""
        return bool(self.text().strip()) and not self.value()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tidy what was typed."""
        if self.value() and self.text() != self.value():
            self.setText(self.value())
        mark_bad(self, self.is_bad())
        super().focusOutEvent(event)


class DateField(QWidget):
    """A date line with a calendar. ``changed`` comes with every change, typed or picked."""

    changed = Signal()

    def __init__(self, name: str, icon: Callable[[str], QIcon], today: str, pick_name: str) -> None:
        super().__init__()
        self._icon = icon
        self._today = today
        self.line = DateLine()
        self.line.setAccessibleName(name)
        shape = QCoreApplication.translate("Wizard", "YYYY-MM-DD")
        self.line.setPlaceholderText(shape)
        widest = max(self.line.fontMetrics().horizontalAdvance(text) for text in (shape, "YYYY-MM-DD"))
        self.line.setMinimumWidth(widest + 24)
        self.line.textChanged.connect(lambda: self.changed.emit())
        self.button: QToolButton = icon_button(pick_name, icon("calendar"), self.pick)
        box = row(self, gap=4)
        box.addWidget(self.line, 1)
        box.addWidget(self.button)
        self.setFocusProxy(self.line)
        self._popup: QFrame | None = None

    def value(self) -> str:
        """Return an ISO date, "" if empty or not a date."""
        return self.line.value()

    def is_bad(self) -> bool:
        """Whether something stands here that is no date."""
        return self.line.is_bad()

    def pick(self) -> None:
        """Open the calendar on the date that stands here, or on today."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setProperty("card", "true")
        calendar = self._calendar()
        calendar.setSelectedDate(QDate.fromString(self.value() or self._today, "yyyy-MM-dd"))
        for signal in (calendar.clicked, calendar.activated):
            signal.connect(self._take)
        column(popup, margin=6).addWidget(calendar)
        popup.move(self.line.mapToGlobal(QPoint(0, self.line.height() + 2)))
        popup.show()
        calendar.setFocus()
        self._popup = popup

    def _calendar(self) -> QCalendarWidget:
        calendar = QCalendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        weekend = QTextCharFormat()
        weekend.setForeground(self.palette().placeholderText())
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, weekend)
        for name, icon in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
            arrow = calendar.findChild(QToolButton, name)
            if isinstance(arrow, QToolButton):
                arrow.setIcon(self._icon(icon))
        digit = self.fontMetrics().horizontalAdvance("0")
        calendar.setMinimumSize(40 * digit, 13 * self.fontMetrics().height())
        return calendar

    def _take(self, day: QDate) -> None:
        self.line.setText(day.toString("yyyy-MM-dd"))
        mark_bad(self.line, False)
        if self._popup is not None:
            self._popup.close()
            self._popup = None
        self.line.setFocus()
