"""Keeps the reading of words going, whichever rooms are open, and the page of the settings that switches it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from walletcase.domain.ids import CaseId, EvidenceId
from walletcase.domain.suggestions import Suggestion
from walletcase.infra.settings import Settings
from walletcase.services.changes import Changes
from walletcase.ui.evidence import word_states
from walletcase.ui.evidence.readings import Readings, readings_of
from walletcase.ui.look.tokens import L, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import Card, row
from walletcase.ui.window.furniture import Furniture

_BEGIN_MS = 2_500  # the window is furnished first


class ReadingWatch(QObject):
    """Lives as long as the rooms. ``begin`` goes on where the last session stopped."""

    def __init__(self, desk: Desk, rooms: Furniture) -> None:
        super().__init__(rooms)
        self._rooms = rooms
        self._keep: Callable[[str, object], None] | None = None
        self.readings: Readings = readings_of(desk.files, desk.services.reading)
        self.readings.broke.connect(desk.fail)
        desk.bus.changed.connect(self._look)
        desk.bus.hinted.connect(self._hint)
        desk.bus.reading_chosen.connect(self._choose)

    def begin(self, settings: Settings, keep: Callable[[str, object], None]) -> None:
        """Read what waits; ``keep`` saves a setting."""
        self._keep = keep
        self.readings.switch(settings.read_pictures)
        QTimer.singleShot(_BEGIN_MS, self, self.readings.look_soon)

    def take(self, settings: Settings) -> None:
        """Another choice is in force."""
        self.readings.switch(settings.read_pictures)

    def _look(self, changes: Changes) -> None:
        if not changes.values_only:
            self.readings.look_soon(changes.cases)

    def _choose(self, on: bool) -> None:
        if self._keep is not None:
            self._keep("read_pictures", on)

    def _hint(self, case_id: CaseId, evidence_id: EvidenceId, hint: Suggestion) -> None:
        self._rooms.timeline.take_hint(case_id, evidence_id, hint)


class ReadingPage(QWidget):
    """``chosen`` carries whether words inside pictures are to be read."""

    chosen = Signal(bool)

    def __init__(self, desk: Desk, settings: Settings) -> None:
        super().__init__()
        self._desk = desk
        readings = readings_of(desk.files, desk.services.reading)
        card = Card(margin=L)
        self.on = QCheckBox(translate("Settings", "Read the words inside pictures"))
        self.on.setChecked(settings.read_pictures and readings.is_available)
        self.on.setEnabled(readings.is_available)
        self.on.toggled.connect(self.chosen)
        card.body.addWidget(self.on)
        card.body.addWidget(PlainLabel(_cost_text(), "muted", wrap=True))
        if not readings.is_available:
            card.body.addWidget(PlainLabel(word_states.missing_text(), "", wrap=True).let_select())
            if not word_states.is_frozen():
                line = row(gap=S)
                line.addWidget(button(translate("Words", "Copy the command"), self._copy, icon=desk.icon("copy")))
                line.addStretch(1)
                card.body.addLayout(line)
        card.body.addStretch(1)
        row(self).addWidget(card)

    def _copy(self) -> None:
        word_states.copy_command()
        self._desk.toasts.show(translate("Words", "Command copied"))


def _cost_text() -> str:
    return translate(
        "Settings",
        "What is read can be searched and checked beside the picture. It happens on this computer only; nothing is "
        "sent. It runs in the background with low priority: a few seconds for a screenshot, longer on an old computer, "
        "and up to 1 GB of memory while it reads. About one character in a hundred is wrong, so check what matters. "
        "PDFs and text files bring their own words and need none of this.",
    )
