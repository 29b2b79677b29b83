"""Days and times: typed in any usual form, picked from a calendar, or taken from the clock."""

from __future__ import annotations

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QWidget

from walletcase.domain.flow.playbook import Field
from walletcase.domain.formats import as_date
from walletcase.ui.look.tokens import XS, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button, icon_button
from walletcase.ui.widgets.layout import column
from walletcase.ui.wizard.fields_base import LineInput


class CalendarPopup(QFrame):
    """A month to pick a day from. ``chosen`` carries an ISO date; Esc closes it and changes nothing."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("card", "true")
        self.calendar = QCalendarWidget()
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setAccessibleName(translate("Wizard", "Calendar"))
        # Qt paints weekends red, which is also the colour of what is overdue.
        plain = QTextCharFormat()
        plain.setForeground(QColor(desk.theme.colours.text))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, plain)
        column(self, margin=S).addWidget(self.calendar)
        self.calendar.clicked.connect(self._choose)
        self.calendar.activated.connect(self._choose)

    def open_at(self, iso: str, place: QPoint) -> None:
        """Show the month of a date (ISO) at a place on the screen."""
        self.calendar.setSelectedDate(QDate.fromString(iso, Qt.DateFormat.ISODate))
        self.move(place)
        self.show()
        self.calendar.setFocus()

    def _choose(self, day: QDate) -> None:
        if self.isVisible():
            self.hide()
            self.chosen.emit(day.toString(Qt.DateFormat.ISODate))


class DateInput(LineInput):
    """A day."""

    def __init__(self, field: Field, desk: Desk) -> None:
        super().__init__(field)
        self._desk = desk
        self.row.setSpacing(XS)
        self.line.setPlaceholderText(translate("Wizard", "YYYY-MM-DD"))
        self.open_button = icon_button(translate("Wizard", "Open the calendar"), desk.icon("calendar"), self.open)
        self.today_button = button(translate("Wizard", "Today"), self._take_today, kind="quiet")
        self.row.addWidget(self.open_button)
        self.row.addWidget(self.today_button)
        self.popup: CalendarPopup | None = None

    def give_name(self, name: str) -> None:
        """Name the line and its buttons."""
        super().give_name(name)
        self.open_button.setAccessibleName(f"{name}: {translate('Wizard', 'Open the calendar')}")
        self.today_button.setAccessibleName(f"{name}: {translate('Wizard', 'Today')}")

    def open(self) -> None:
        """Open the calendar under the line."""
        if self.popup is None:
            self.popup = CalendarPopup(self, self._desk)
            self.popup.chosen.connect(self._take)
        below = self.line.mapToGlobal(QPoint(0, self.line.height() + 2))
        self.popup.open_at(as_date(self.text()) or self._desk.services.clock.today(), below)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar by Alt+Down, as a combo box opens."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open()
        else:
            super().keyPressEvent(event)

    def _take_today(self) -> None:
        self._take(self._desk.services.clock.today())

    def _take(self, iso: str) -> None:
        self.put(iso)
        self.line.setFocus()
        self.edited.emit()
        self.left.emit()


class TimeInput(LineInput):
    """A time of day on the 24-hour clock."""

    def __init__(self, field: Field, desk: Desk) -> None:
        super().__init__(field)
        self._desk = desk
        self.row.setSpacing(XS)
        self.line.setPlaceholderText(translate("Wizard", "HH:MM"))
        self.now_button = button(translate("Wizard", "Now"), self._take_now, kind="quiet")
        self.row.addWidget(self.now_button)

    def give_name(self, name: str) -> None:
        """Name the line and its button."""
        super().give_name(name)
        self.now_button.setAccessibleName(f"{name}: {translate('Wizard', 'Now')}")

    def _take_now(self) -> None:
        self.put(self._desk.services.clock.now().strftime("%H:%M"))
        self.line.setFocus()
        self.edited.emit()
        self.left.emit()
