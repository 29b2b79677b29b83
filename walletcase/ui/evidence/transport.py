"""Play, pause, and a line on which to go to another place of a recording."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSlider, QWidget

from walletcase.domain.evidence import Evidence
from walletcase.infra.speaker import Speaker
from walletcase.ui.evidence import words
from walletcase.ui.evidence.playing import Playing
from walletcase.ui.look.tokens import S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import icon_button
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import row

_STEP_MS = 5_000
_LEAST_PX = 160


class Transport(QWidget):
    """``failed`` carries why it does not sound: "no_speaker" or "damaged"."""

    failed = Signal(str)

    def __init__(self, desk: Desk, speaker: Speaker | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._length_ms = 0
        self.playing = Playing(desk, self, speaker)
        self.play = icon_button("", desk.icon("play"), self.playing.toggle)
        self.line = QSlider(Qt.Orientation.Horizontal)
        self.line.setMinimumWidth(_LEAST_PX)
        self.line.setAccessibleName(translate("Sound", "Place in the recording"))
        self.line.setSingleStep(_STEP_MS)
        self.line.setPageStep(6 * _STEP_MS)
        self.line.valueChanged.connect(self._asked)
        self.time = PlainLabel("", "mono")
        box = row(gap=S)
        self.setLayout(box)
        box.addStretch(1)
        box.addWidget(self.play)
        box.addWidget(self.line, 4)
        box.addWidget(self.time)
        box.addStretch(1)
        self.playing.changed.connect(self._follow)
        self.playing.moved.connect(self._show)
        self.playing.failed.connect(self.failed)
        self._follow()

    def open(self, item: Evidence | None) -> None:
        """Be ready for a recording, or silent."""
        self.playing.open(item)
        self._length_ms = (item.media.duration_ms or 0) if item else 0
        self.line.setEnabled(self._length_ms > 0)
        self.line.setRange(0, max(self._length_ms, 1))
        self._show(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space plays and pauses; the line has the arrow keys."""
        if event.key() == Qt.Key.Key_Space:
            self.playing.toggle()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: object) -> None:
        """What is not seen is not heard."""
        self.playing.pause()
        super().hideEvent(event)  # type: ignore[arg-type]

    def _follow(self) -> None:
        is_playing = self.playing.is_playing
        name = translate("Sound", "Pause (Space)") if is_playing else translate("Sound", "Play (Space)")
        self.play.setIcon(self._desk.icon("pause" if is_playing else "play"))
        self.play.setToolTip(name)
        self.play.setAccessibleName(name)

    def _asked(self, to_ms: int) -> None:
        """The person moved the line, by mouse or keys."""
        if to_ms != self._shown_ms:
            self.playing.seek(to_ms)

    def _show(self, at_ms: int) -> None:
        self._shown_ms = at_ms
        if not self.line.isSliderDown():
            self._shown_ms = min(at_ms, self.line.maximum())
            self.line.setValue(self._shown_ms)
        at = words.duration_text(at_ms) if at_ms >= 500 else "0:00"
        whole = f" / {words.duration_text(self._length_ms)}" if self._length_ms else ""
        self.time.setText(at + whole)
