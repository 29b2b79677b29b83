"""Today, notices and the calendar file, put together with the other rooms of one window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QBoxLayout, QWidget

from walletcase.domain.case import CaseRecord, Filter
from walletcase.domain.due.agenda import AgendaItem
from walletcase.domain.due.nudges import QuietHours
from walletcase.domain.due.reminders import Reminder, ReminderKind
from walletcase.domain.ids import CaseId, EntryId
from walletcase.infra.settings import Settings
from walletcase.services.reminders import Notice
from walletcase.ui.look import icons
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.tray import Tray, is_tray_available
from walletcase.ui.today.bar import NoticeBar
from walletcase.ui.today.words import missed_text, notice_text
from walletcase.ui.window.furniture import Furniture
from walletcase.ui.window.notices import NoticeWatch

if TYPE_CHECKING:
    from walletcase.ui.today.view import TodayPage

_OF_DEADLINES = (ReminderKind.DEADLINE, ReminderKind.OWN_TERM)


class Reminding(QObject):
    """Lives as long as the rooms. ``begin`` starts the watch."""

    def __init__(self, window: QWidget, desk: Desk, rooms: Furniture) -> None:
        super().__init__(rooms)
        self._window = window
        self._desk = desk
        self._rooms = rooms
        self._today: TodayPage | None = None
        self._arriving: tuple[CaseId, Callable[[], None]] | None = None
        self._last: tuple[Notice, ...] = ()
        self.watch: NoticeWatch | None = None
        self.tray: Tray | None = None
        self.bar = NoticeBar(desk)
        layout = rooms.layout()
        if isinstance(layout, QBoxLayout):
            layout.insertWidget(0, self.bar)
        self.bar.look_wanted.connect(self.show_today)
        rooms.rail.chosen.connect(self._choose)
        rooms.cases.case_chosen.connect(lambda _: self._show_page())
        rooms.rows_shown.connect(lambda _: self._show_rows())
        rooms.page.shown.connect(self._arrive)
        window.installEventFilter(self)

    @property
    def today(self) -> TodayPage:
        """The Today page; built when it is first looked at."""
        if self._today is None:
            from walletcase.ui.today.view import TodayPage

            self._today = TodayPage(self._desk)
            self._today.do_wanted.connect(self.do)
            self._today.date_wanted.connect(self.move_date)
            self._rooms.pages.addWidget(self._today)
        return self._today

    def begin(self, settings: Settings, remember: Callable[[str], None]) -> None:
        """Tell what came due since the app was last open, then watch. ``remember`` gets the time of each look."""
        self.watch = NoticeWatch(self._desk, remember, self)
        self.take(settings)
        self.watch.missed.connect(self._tell_missed)
        self.watch.spoke.connect(self._tell)
        self.watch.moment_came.connect(self._show_anew)
        self.watch.begin(settings.seen_at)

    def take(self, settings: Settings) -> None:
        """Take quiet hours and the choice of the tray into force."""
        if self.watch is None:
            return
        self.watch.quiet = QuietHours.read(settings.quiet_from, settings.quiet_to)
        wanted = settings.tray_notices and is_tray_available()
        if wanted and self.tray is None:
            self.tray = Tray(icons.app_icon(), self._rooms)
            self.tray.chosen.connect(self._come_back)
        elif not wanted and self.tray is not None:
            self.tray.remove()
            self.tray = None

    def show_today(self) -> None:
        """Show the Today page."""
        self.bar.put_away()
        self._rooms.rail.choose(Filter.TODAY)
        self._rooms.cases.show_filter(Filter.TODAY)
        self._show_page()

    def do(self, item: AgendaItem) -> None:
        """Open a case where something is to be done about an item."""
        page, step_key = self._rooms.page, item.step_key

        def go() -> None:
            if step_key and step_key == item.row.next_action.step_key:
                page.next_card.wanted.emit(step_key)
            else:
                page.open_tab("step", step_key)
                self._rooms.step.begin()

        self._open(item.row.id, go)

    def move_date(self, item: AgendaItem) -> None:
        """Open the place where an item's date lives: a deadline, a contact, a field."""
        if item.reminder is not None:
            self._open(item.row.id, partial(self._go_to_date, item.reminder))

    def export_calendar(self) -> None:
        """Write the dates of the open case to a calendar file."""
        record, desk = self._rooms.page.record, self._desk
        if record is None:
            return
        title, kinds = translate("Calendar", "Export the dates"), translate("Calendar", "Calendar (*.ics)")
        target = desk.dialogs.pick_target(title, f"{record.case.number}.ics", kinds)
        if target is None:
            return
        case_id, path = record.case.id, target if target.suffix else target.with_suffix(".ics")

        def done(count: int) -> None:
            desk.toasts.show(translate("Calendar", "%n date(s) exported", "", count))

        desk.read(self._rooms, lambda: desk.services.reminders.export_ics(case_id, path, desk.language), done)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the clock when the person comes back to the window: the computer may have slept."""
        if event.type() == QEvent.Type.WindowActivate and self.watch is not None:
            self.watch.look()
        return False

    def _choose(self, chosen: Filter) -> None:
        if chosen is Filter.TODAY:
            self.bar.put_away()
        self._show_page()

    def _show_page(self) -> None:
        """Under Today, and with no case chosen, its page stands where the case would."""
        rooms = self._rooms
        if rooms.cases.filter is Filter.TODAY and rooms.cases.current is None and rooms.cases.rows:
            rooms.pages.setCurrentWidget(self.today)

    def _show_rows(self) -> None:
        told = {notice.row.id for notice in self._last}
        if self.bar.text and not any(row.is_due for row in self._rooms.cases.rows if row.id in told):
            self.bar.put_away()  # all that it told of was dealt with
        self._show_page()
        if self._today is not None:
            self._today.show_day()

    def _show_anew(self) -> None:
        """Something became due: say so in the list, in the case and on the page."""
        self._rooms.show_day()
        if self._today is not None:
            self._today.refresh()

    def _open(self, case_id: CaseId, do: Callable[[], None]) -> None:
        """Choose a case and do something once it is shown."""
        self._arriving = (case_id, do)
        self._rooms.cases.list.setFocus()
        self._rooms.cases.choose(case_id)
        rooms = self._rooms
        if rooms.page.record is not None and rooms.pages.currentWidget() is rooms.page:
            self._arrive(rooms.page.record)

    def _arrive(self, record: CaseRecord) -> None:
        if self._arriving is not None and self._arriving[0] == record.case.id == self._rooms.page.case_id:
            do, self._arriving = self._arriving[1], None
            do()

    def _go_to_date(self, reminder: Reminder) -> None:
        rooms = self._rooms
        if reminder.kind in _OF_DEADLINES:
            self._desk.bus.deadline_asked.emit(reminder.case_id, reminder.item)
        elif reminder.kind is ReminderKind.PROMISE:
            rooms.page.open_tab("timeline", reminder.item)
            rooms.timeline.correct(EntryId(int(reminder.item)))
        else:
            rooms.page.open_tab("step", reminder.item or reminder.step_key)  # the very field that holds the date

    def _tell_missed(self, notices: tuple[Notice, ...], since: str) -> None:
        self._last = notices
        self.bar.tell(missed_text(len(notices), since))

    def _tell(self, notices: tuple[Notice, ...]) -> None:
        """One line for all that speaks up now and was not looked at yet."""
        self._show_anew()
        waiting = self._last if self.bar.text else ()
        self._last = (*waiting, *notices)
        text = notice_text(self._last, self._desk.language)
        self.bar.tell(text)
        if self.tray is not None and not self._window.isActiveWindow():
            heading = notices[0].row.title if len(self._last) == 1 else translate("Tray", "WalletCase reminders")
            self.tray.tell(heading, text)

    def _come_back(self) -> None:
        """Bring the window to the front, on the one case it is about or on Today."""
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        if len(self._last) == 1 and self.bar.text:
            self._open(self._last[0].row.id, lambda: None)
            self.bar.put_away()
        elif self.bar.text:
            self.bar.put_away()
            self.show_today()
