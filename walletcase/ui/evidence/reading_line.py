"""One line above the exhibits: how far the reading of words is, with a pause."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from walletcase.ui.evidence import words
from walletcase.ui.evidence.readings import Readings
from walletcase.ui.look.tokens import S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import ElidedLabel
from walletcase.ui.widgets.layout import row

_SHOW_AFTER_MS = 700  # what is done sooner needs no line


class ReadingLine(QWidget):
    """Shows itself while pages are read or paused, and not for a blink."""

    def __init__(self, desk: Desk, readings: Readings) -> None:
        super().__init__()
        self._readings = readings
        self._waiting = QTimer(self, singleShot=True, interval=_SHOW_AFTER_MS)
        self._waiting.timeout.connect(lambda: self.setVisible(readings.progress.running))
        self.label = ElidedLabel("", "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(desk.theme.px(120))
        self.bar.setAccessibleName(translate("Words", "Progress of reading"))
        self.pause = button(translate("Words", "Pause"), self._turn, kind="quiet")
        line = row(self, gap=S)
        line.addWidget(self.label, 1)
        line.addWidget(self.bar)
        line.addWidget(self.pause)
        readings.stepped.connect(self._follow)
        self.setVisible(False)
        self._follow()

    def _turn(self) -> None:
        if self._readings.progress.paused:
            self._readings.go_on()
        else:
            self._readings.pause()

    def _follow(self) -> None:
        now = self._readings.progress
        if not now.running:
            self._waiting.stop()
            self.setVisible(False)
            return
        if not self.isVisible() and not self._waiting.isActive():
            self._waiting.start()
        count = translate("Words", "{done} of {total}").format(done=now.done, total=now.total)
        parts = [translate("Words", "Reading paused") if now.paused else translate("Words", "Reading words"), count]
        if now.current is not None and not now.paused:
            parts.append(words.stamp(now.current.item.exhibit_no))
        if now.failed:
            parts.append(translate("Words", "not readable: {n}").format(n=now.failed))
        self.label.setText(" · ".join(parts))
        self.bar.setRange(0, max(1, now.total))
        self.bar.setValue(now.done)
        self.pause.setText(translate("Words", "Go on") if now.paused else translate("Words", "Pause"))
