"""Connects the rooms, the commands and the journeys of one window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMainWindow

from walletcase.domain.case import CaseRecord, CaseRow
from walletcase.domain.evidence import Way
from walletcase.domain.ids import CaseId
from walletcase.infra.settings import Settings
from walletcase.ui.case_page.view import TAB_ORDER
from walletcase.ui.shell.desk import Desk
from walletcase.ui.window import actions
from walletcase.ui.window.checks import CheckDialogs
from walletcase.ui.window.dates import DateDialogs
from walletcase.ui.window.finding import Finding
from walletcase.ui.window.furniture import Furniture
from walletcase.ui.window.importing import ImportJourney
from walletcase.ui.window.journeys import Journeys
from walletcase.ui.window.reading import ReadingWatch
from walletcase.ui.window.reminding import Reminding
from walletcase.ui.window.sample import SampleJourney
from walletcase.ui.window.undoing import Undoing
from walletcase.ui.window.watching import Watching

_CASE_MENU = ("log", "attach", "paste", "export", "print", "calendar", "check", "route", "trash", "restore", "purge")


class Wiring:
    """``actions`` are the window's commands by id."""

    def __init__(
        self,
        window: QMainWindow,
        desk: Desk,
        rooms: Furniture,
        journeys: Journeys,
        show_settings: Callable[[], None],
    ) -> None:
        self._window = window
        self._desk = desk
        self._rooms = rooms
        self._show_settings = show_settings
        self._journeys = journeys
        self._dates = DateDialogs(window, desk)
        self._checks = CheckDialogs(window, desk, rooms.page)
        self._undoing = Undoing(desk, rooms)
        self._sample = SampleJourney(desk, rooms)
        self.importing = ImportJourney(window, desk, rooms)
        self.reminding = Reminding(window, desk, rooms)
        self.reading = ReadingWatch(desk, rooms)
        self.watching = Watching(desk, rooms)
        self.finding = Finding(desk, rooms)
        self.actions = actions.build(window, desk, self._deeds())
        self._undoing.take(self.actions)
        for name in _CASE_MENU:
            rooms.page.header.menu.addAction(self.actions[name])
        rooms.new_wanted.connect(journeys.new_case)
        rooms.sample_wanted.connect(self._sample.add)
        rooms.cases.trash_wanted.connect(journeys.trash_row)
        rooms.page.attach_wanted.connect(journeys.attach)
        rooms.page.shown.connect(self._allow_for_case)
        rooms.cases.case_chosen.connect(self._allow_for_choice)
        rooms.rows_shown.connect(self._allow_for_rows)
        rooms.evidence_wanted.connect(journeys.attach)
        rooms.files_dropped.connect(partial(journeys.add_files, way=Way.DROPPED))
        desk.bus.help_asked.connect(journeys.show_help)
        desk.bus.playbooks_asked.connect(journeys.show_playbooks)
        desk.bus.deadline_asked.connect(self._dates.explain)

    def begin(
        self, settings: Settings, see: Callable[[str], None], keep: Callable[[str, object], None]
    ) -> None:
        """Start what goes on by itself. ``see`` remembers when reminders were looked at, ``keep`` saves a setting."""
        self.reminding.begin(settings, see)
        self.reading.begin(settings, keep)
        self.watching.take(settings)
        self._journeys.guarding.begin(settings, keep)

    def take(self, settings: Settings) -> None:
        """Another choice is in force."""
        self.reminding.take(settings)
        self.reading.take(settings)
        self.watching.take(settings)

    def stop(self) -> None:
        """Let nothing more begin by itself: the window closes."""
        self.reading.readings.stop()
        self._journeys.guarding.guard.stop()

    def remove(self) -> None:
        """Take the commands out of the window before others come in."""
        self._checks.close()
        for action in self.actions.values():
            self._window.removeAction(action)
            action.deleteLater()

    def _deeds(self) -> dict[str, Callable[[], object]]:
        rooms, journeys = self._rooms, self._journeys
        bar = rooms.page.bar
        return {f"tab{place + 1}": partial(bar.setCurrentIndex, place) for place in range(len(TAB_ORDER))} | {
            "new": journeys.new_case,
            "import": self.importing.ask,
            "log": partial(rooms.page.open_tab, "timeline", "new"),
            "attach": journeys.attach,
            "paste": journeys.paste,
            "capture": partial(journeys.at_evidence, lambda: rooms.evidence.capture()),
            "redact": partial(journeys.at_evidence, lambda: rooms.evidence.redact()),
            "renumber": self._renumber,
            "export": journeys.export,
            "print": journeys.print_,
            "trash": journeys.trash,
            "restore": journeys.restore,
            "purge": journeys.purge,
            "quit": self._window.close,
            "undo": self._undoing.undo,
            "redo": self._undoing.redo,
            "palette": self._find_command,
            "settings": self._show_settings,
            "search": rooms.search.setFocus,
            "today": self.reminding.show_today,
            "calendar": self.reminding.export_calendar,
            "check": self._checks.check,
            "route": self._checks.route,
            "rules": journeys.show_rules,
            "count_days": self._dates.calculate,
            "years": self._dates.show_years,
            "verify": journeys.verify,
            "stamps": self._show_stamps,
            "folder": journeys.open_folder,
            "sample": self._sample.add,
            "unsample": self._sample.remove,
            "playbooks": journeys.show_playbooks,
            "help": journeys.show_help,
            "keys": journeys.show_keys,
            "about": journeys.show_about,
        }

    def _renumber(self) -> None:
        self._rooms.page.open_tab("evidence")
        self._rooms.evidence.renumber()

    def _show_stamps(self) -> None:
        from walletcase.ui.window.stamps import StampsDialog

        dialog = StampsDialog(self._desk, self._window)
        dialog.exec()
        dialog.deleteLater()

    def _find_command(self) -> None:
        from walletcase.ui.window.palette import Palette

        palette = Palette(self._desk, self.actions, self._window)
        palette.exec()
        palette.deleteLater()
        if palette.chosen_id:
            self.actions[palette.chosen_id].trigger()

    def _allow_for_case(self, record: CaseRecord) -> None:
        for command in actions.commands():
            if command.needs_case:
                self.actions[command.id].setEnabled(True)
        trashed = bool(record.case.trashed_at)
        self.actions["trash"].setVisible(not trashed)
        self.actions["restore"].setVisible(trashed)
        self.actions["purge"].setVisible(trashed)

    def _allow_for_rows(self, rows: tuple[CaseRow, ...]) -> None:
        has_sample = any(row.is_sample for row in rows)
        self.actions["sample"].setVisible(not has_sample)
        self.actions["unsample"].setVisible(has_sample)
        self._allow_for_choice(self._rooms.page.case_id)

    def _allow_for_choice(self, case_id: CaseId | None) -> None:
        """With no case open, what is done to a case can't be: the tabs still hold the one before."""
        if case_id is None:
            for command in actions.commands():
                if command.needs_case:
                    self.actions[command.id].setEnabled(False)
