"""The settings dialog (Ctrl+,): language and look, reminders, where the data is, what this program is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QStackedWidget,
    QTabBar,
    QWidget,
)

from walletcase import __version__
from walletcase.domain.formats import as_time
from walletcase.infra.settings import Settings
from walletcase.ui.look.tokens import XL, L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import LANGUAGES, translate
from walletcase.ui.shell.tray import is_tray_available
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.date_field import TimeLine
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import Card, column, row
from walletcase.ui.widgets.quiet_combo import QuietCombo
from walletcase.ui.window.journeys import Journeys
from walletcase.ui.window.menus import TEXT_PERCENTS, theme_names
from walletcase.ui.window.reading import ReadingPage
from walletcase.ui.window.watching import WatchPage

_WIDTH_PX, _HEIGHT_PX = 620, 430


class SettingsDialog(QDialog):
    """Every choice is in force at once; there is nothing to save.

    ``chosen`` carries the name of a setting and its value. A choice of language or look closes the dialog: it is then
    in ``look``, for the window to build everything anew and open the dialog again.
    """

    chosen = Signal(str, object)

    def __init__(self, desk: Desk, settings: Settings, journeys: Journeys, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._settings = settings
        self._journeys = journeys
        self.look: tuple[str, object] | None = None
        self._told: dict[str, str] = {}
        self.setWindowTitle(translate("Settings", "Settings"))
        px = desk.theme.px
        self.resize(min(px(_WIDTH_PX), parent.width() - 2 * L), min(px(_HEIGHT_PX), parent.height() - 2 * L))
        self.bar = QTabBar()
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        self.bar.setAccessibleName(translate("Settings", "Parts of the settings"))
        self.stack = QStackedWidget()
        pages = {
            translate("Settings", "General"): self._general(),
            translate("Settings", "Reminders"): self._reminders(),
            translate("Settings", "Reading"): self._reading(),
            translate("Settings", "Adding"): self._adding(),
            translate("Settings", "Data"): self._data(),
            translate("Settings", "About"): self._about(),
        }
        for name, page in pages.items():
            self.bar.addTab(name)
            self.stack.addWidget(page)
        self.bar.currentChanged.connect(self.stack.setCurrentIndex)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        box = column(self, gap=M, margin=XL)
        box.addWidget(self.bar)
        box.addWidget(self.stack, 1)
        box.addWidget(buttons)

    def done(self, result: int) -> None:
        """Take what stands in a time field that was not left."""
        self._take_quiet()
        super().done(result)

    def _general(self) -> QWidget:
        card, grid = _form()
        now = self._settings
        languages = {"": translate("Settings", "As the system"), **LANGUAGES}
        sizes = {percent: f"{percent} %" for percent in TEXT_PERCENTS}
        self.language = self._choice("language", languages, now.language)
        self.theme = self._choice("theme", theme_names(), now.theme)
        self.text_size = self._choice("text_percent", sizes, now.text_percent)
        _add(grid, translate("Settings", "Language / 语言"), self.language)
        _add(grid, translate("Settings", "Theme"), self.theme)
        _add(grid, translate("Settings", "Text size"), self.text_size)
        return card

    def _choice(self, name: str, names: dict[str, str] | dict[int, str], now: object) -> QComboBox:
        made = QuietCombo()
        for value, text in names.items():
            made.addItem(text, value)
        made.setCurrentIndex(max(0, made.findData(now)))
        made.activated.connect(lambda _: self._take_look(name, made.currentData(), now))
        return made

    def _take_look(self, name: str, value: object, now: object) -> None:
        if value != now:
            self.look = (name, value)
            self.accept()

    def _reminders(self) -> QWidget:
        card, grid = _form()
        self.tray = QCheckBox(translate("Settings", "Show notices beside the clock of the system"))
        self.tray.setChecked(self._settings.tray_notices)
        self.tray.toggled.connect(lambda on: self.chosen.emit("tray_notices", on))
        if not is_tray_available():
            self.tray.setText(translate("Settings", "Notices appear in the window: this desktop has no tray"))
            self.tray.setEnabled(False)
        self.quiet = QCheckBox(translate("Settings", "Quiet hours"))
        self.quiet.setChecked(bool(self._settings.quiet_from and self._settings.quiet_to))
        self.quiet_from = self._time(translate("Settings", "Quiet from"), self._settings.quiet_from or "21:00")
        self.quiet_to = self._time(translate("Settings", "Quiet until"), self._settings.quiet_to or "09:00")
        self.quiet.toggled.connect(lambda _: self._take_quiet())
        hours = QWidget()
        line = row(hours, gap=S)
        for widget in (self.quiet_from, PlainLabel(translate("Settings", "to")), self.quiet_to):
            line.addWidget(widget)
        line.addStretch(1)
        grid.addWidget(self.tray, 0, 0, 1, 2)
        grid.addWidget(self.quiet, 1, 0)
        grid.addWidget(hours, 1, 1)
        hint = translate("Settings", "Between these times no notice is shown. It comes afterwards; none is left out.")
        grid.addWidget(PlainLabel(hint, "caption", wrap=True), 2, 0, 1, 2)
        self._enable_hours()
        return card

    def _time(self, name: str, value: str) -> TimeLine:
        made = TimeLine(value)
        made.setAccessibleName(name)
        made.setPlaceholderText("HH:MM")
        made.setMaximumWidth(self._desk.theme.px(90))
        made.editingFinished.connect(self._take_quiet)
        return made

    def _take_quiet(self) -> None:
        """Tell the quiet hours if they changed; what is no time is as it was."""
        now = self._settings
        begin, end = ("", "")
        if self.quiet.isChecked():
            begin = as_time(self.quiet_from.text()) or now.quiet_from or "21:00"
            end = as_time(self.quiet_to.text()) or now.quiet_to or "09:00"
            for line, text in ((self.quiet_from, begin), (self.quiet_to, end)):
                with QSignalBlocker(line):
                    line.setText(text)
        self._enable_hours()
        for name, value in (("quiet_from", begin), ("quiet_to", end)):
            if value != self._told.get(name, getattr(now, name)):
                self._told[name] = value
                self.chosen.emit(name, value)

    def _enable_hours(self) -> None:
        for line in (self.quiet_from, self.quiet_to):
            line.setEnabled(self.quiet.isChecked())

    def _reading(self) -> QWidget:
        self.reading = ReadingPage(self._desk, self._settings)
        self.reading.chosen.connect(lambda on: self.chosen.emit("read_pictures", on))
        return self.reading

    def _adding(self) -> QWidget:
        self.watching = WatchPage(self._desk, self._settings)
        self.watching.chosen.connect(lambda folder: self.chosen.emit("watch_folder", folder))
        return self.watching

    def _data(self) -> QWidget:
        card = Card(margin=L)
        folder = PlainLabel(str(self._desk.services.data_folder), wrap=True).let_select()
        folder.setAccessibleName(translate("Settings", "Folder of the data"))
        more = translate(
            "Settings",
            "All cases, files and settings are in this folder and nowhere else. "
            "To keep a copy, close the app and copy the folder as a whole.",
        )
        line = row(gap=S)
        icon = self._desk.icon
        open_text, check_text = translate("Settings", "Open the folder"), translate("Settings", "Check all files")
        line.addWidget(button(open_text, self._journeys.open_folder, icon=icon("folder-open")))
        line.addWidget(button(check_text, self._check, icon=icon("shield-check")))
        line.addStretch(1)
        head = PlainLabel(translate("Settings", "Folder of the data"), "label")
        for widget in (head, folder, PlainLabel(more, "muted", wrap=True)):
            card.body.addWidget(widget)
        card.body.addLayout(line)
        self.checked = PlainLabel(_checked_text(self._settings.checked_at), "caption", wrap=True)
        card.body.addWidget(self.checked)
        card.body.addStretch(1)
        return card

    def _check(self) -> None:
        self.accept()
        self._journeys.verify()

    def _about(self) -> QWidget:
        card = Card(margin=L)
        card.body.addWidget(PlainLabel(f"WalletCase {__version__}", "heading"))
        card.body.addWidget(PlainLabel(self._journeys.about_text, "", wrap=True))
        card.body.addStretch(1)
        return card


def run(
    dialog: SettingsDialog, tab: int, choose: Callable[[str, object], None], again: Callable[[int], None]
) -> None:
    """Show the dialog. A choice of language or look is told to ``choose``, then ``again`` opens the dialog in it."""
    window = dialog.parentWidget()
    dialog.bar.setCurrentIndex(tab)
    dialog.exec()
    dialog.deleteLater()
    if dialog.look is not None and window is not None:
        name, value = dialog.look
        at = dialog.bar.currentIndex()
        # Later: the command that opened the dialog belongs to what is about to be built anew.
        QTimer.singleShot(0, window, lambda: choose(name, value))
        QTimer.singleShot(0, window, lambda: again(at))


def _checked_text(checked_at: str) -> str:
    weekly = translate("Settings", "Once a week all files are checked by themselves, while you are not working.")
    if not checked_at:
        return weekly
    last = translate("Settings", "All files were last found as stored on {time}.")
    return f"{last.format(time=checked_at[:16].replace('T', ' '))} {weekly}"


def _form() -> tuple[Card, QGridLayout]:
    card, grid = Card(margin=L), QGridLayout()
    grid.setHorizontalSpacing(XL)
    grid.setVerticalSpacing(M)
    grid.setColumnStretch(1, 1)
    card.body.addLayout(grid)
    card.body.addStretch(1)
    return card, grid


def _add(grid: QGridLayout, name: str, widget: QWidget) -> None:
    label = PlainLabel(name, "label")
    label.setBuddy(widget)
    widget.setAccessibleName(name)
    line = grid.rowCount()
    grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignVCenter)
    grid.addWidget(widget, line, 1)
