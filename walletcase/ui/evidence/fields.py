"""The editors of what is said about an exhibit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from walletcase.domain.evidence import CopyKind, Group
from walletcase.ui.evidence import words
from walletcase.ui.look.tokens import XS
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.date_field import DateField
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import column
from walletcase.ui.widgets.quiet_combo import QuietCombo

_TITLE_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Editor:
    """One editor under its label: how to read it, how to fill it, where it lies."""

    box: QWidget
    widget: QWidget
    get: Callable[[], str]
    fill: Callable[[str], None]
    wide: bool


class PasteFilter(QObject):
    """Sends a paste that holds no text (a picture, files) on to the tab instead of a field."""

    asked = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at Ctrl+V before the field does."""
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        if not isinstance(event, QKeyEvent) or not event.matches(QKeySequence.StandardKey.Paste):
            return False
        mime = QApplication.clipboard().mimeData()
        if mime is None or mime.hasFormat("text/plain") or not (mime.hasImage() or mime.hasUrls()):
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.asked.emit()
        return True


class LongText(QPlainTextEdit):
    """Some lines of text; Tab goes on to the next field."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self._size()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the number of lines when the text size changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._size()

    def _size(self) -> None:
        # Borders and padding of the style sheet, and the document's own margin.
        height = QFontMetrics(self.font()).lineSpacing() * self._lines + 2 * int(self.document().documentMargin()) + 16
        if self.minimumHeight() != height:
            self.setFixedHeight(height)


def make_editors(desk: Desk, typed: Callable[[], None]) -> dict[str, Editor]:
    """Return the editors by the field of EvidenceEdit they are for; ``typed`` is called on every change."""
    title = QLineEdit()
    title.setMaxLength(_TITLE_LIMIT)
    title.setAcceptDrops(False)
    title.textChanged.connect(typed)
    proves = LongText(3)
    proves.setPlaceholderText(translate("Evidence", "For example: the app showed error 1003 when I opened the wallet"))
    proves.textChanged.connect(typed)
    source, source_line = QuietCombo(), QLineEdit()
    source.setEditable(True)
    source.setLineEdit(source_line)
    source.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    source.addItems(words.sources())
    source.setCurrentIndex(-1)
    source.editTextChanged.connect(typed)
    source_line.setAcceptDrops(False)
    made_on = _made_on(desk)
    made_on.changed.connect(typed)
    kind = _choice(typed)
    for one in CopyKind:
        kind.addItem(words.copy_kind_text(one), one.value)
    group = _choice(typed)
    for part in sorted(Group, key=lambda one: one is not Group.NONE):
        group.addItem(words.group_text(part), part.value)
    step = _choice(typed)
    return {
        "title": _editor(translate("Evidence", "Title"), title, title.text, _from_start(title), wide=True),
        "proves": _editor(
            translate("Evidence", "What it proves"), proves, proves.toPlainText, proves.setPlainText, wide=True
        ),
        "source": _editor(
            translate("Evidence", "Where it comes from"), source, source.currentText, _from_start(source_line)
        ),
        "made_on": _editor(translate("Evidence", "Made on"), made_on, made_on.line.text, made_on.line.setText),
        "copy_kind": _chosen(translate("Evidence", "Original or copy"), kind),
        "group": _chosen(translate("Evidence", "Group"), group),
        "step_key": _chosen(translate("Evidence", "Belongs to step"), step, wide=True),
    }


def _from_start(line: QLineEdit) -> Callable[[str], None]:
    def fill(value: str) -> None:
        line.setText(value)
        line.setCursorPosition(0)  # of a long text the beginning is to be seen

    return fill


def _made_on(desk: Desk) -> DateField:
    name, pick = translate("Evidence", "Made on"), translate("Evidence", "Choose a day")
    made = DateField(name, desk.icon, desk.services.clock.today(), pick)
    made.line.setAcceptDrops(False)
    return made


def _choice(typed: Callable[[], None]) -> QuietCombo:
    made = QuietCombo()
    made.currentIndexChanged.connect(lambda: typed())
    return made


def _chosen(label: str, widget: QComboBox, *, wide: bool = False) -> Editor:
    def fill(value: str) -> None:
        widget.setCurrentIndex(max(0, widget.findData(value)))

    return _editor(label, widget, lambda: str(widget.currentData() or ""), fill, wide=wide)


def _editor(
    label: str, widget: QWidget, get: Callable[[], str], fill: Callable[[str], None], *, wide: bool = False
) -> Editor:
    name = PlainLabel(label, "label")
    name.setBuddy(widget)
    widget.setAccessibleName(label)
    box = QWidget()
    lines = column(box, gap=XS)
    lines.addWidget(name)
    lines.addWidget(widget)
    lines.addStretch(1)
    return Editor(box, widget, get, fill, wide)
