"""The letters of a case, newest first, and the way to a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QListWidget, QListWidgetItem, QWidget

from walletcase.domain.letter import Letter, is_intact
from walletcase.ui.letters.words import name_of, state_of
from walletcase.ui.look.tokens import L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import column
from walletcase.ui.widgets.quiet_combo import QuietCombo


class LetterList(QFrame):
    """A list, or a choice in one line where there is little room. ``chosen`` carries a letter's id; ``write_wanted``
    that the person wants to write a new one.
    """

    chosen = Signal(int)
    write_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: list[tuple[int, str, str, str]] = []
        plus = desk.icon("plus", desk.theme.colours.on_accent)
        text = translate("Letters", "Write a letter")
        self.write = button(text, self.write_wanted.emit, kind="primary", icon=plus)
        self.list = QListWidget()
        self.list.setProperty("letters", "true")
        self.list.setAccessibleName(translate("Letters", "Letters of the case"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setIconSize(QSize(18, 18))
        self.combo = QuietCombo()
        self.combo.setAccessibleName(self.list.accessibleName())
        self.none = PlainLabel(translate("Letters", "No letter yet."), "muted", wrap=True)
        self._is_narrow = False
        self._box = column(self, gap=M)
        self._box.setContentsMargins(L, M, S, M)
        self._box.addWidget(self.write)
        self._box.addWidget(self.none)
        self._box.addWidget(self.combo, 1)
        self._box.addWidget(self.list, 1)
        self._rest = QWidget()
        self._box.addWidget(self._rest, 1)
        self.list.currentItemChanged.connect(self._tell)
        self.combo.activated.connect(lambda place: self.chosen.emit(int(self.combo.itemData(place))))
        self._show_form()

    def set_narrow(self, narrow: bool) -> None:
        """Take one line only, or a column."""
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if narrow else QBoxLayout.Direction.TopToBottom)
        self._box.setContentsMargins(L, S, L if narrow else S, S if narrow else M)
        self._show_form()

    def _show_form(self) -> None:
        any_row = bool(self._rows)
        self.list.setVisible(any_row and not self._is_narrow)
        self.combo.setVisible(any_row and self._is_narrow)
        self.none.setVisible(not any_row and not self._is_narrow)
        self._rest.setVisible(not any_row)

    def show_letters(self, letters: Sequence[Letter], chosen: int) -> None:
        """Show letters and mark the one that is open (0: none)."""
        rows = [self._row(letter) for letter in letters]
        self.list.blockSignals(True)
        if rows != self._rows:
            self._rows = rows
            self.list.clear()
            self.combo.clear()
            for letter_id, name, state, icon in rows:
                self.list.addItem(self._item(letter_id, name, state, icon))
                self.combo.addItem(f"{name}  ·  {state}", letter_id)
        self._mark(chosen)
        self.list.blockSignals(False)
        self._show_form()

    def _mark(self, chosen: int) -> None:
        found = next((n for n, row in enumerate(self._rows) if row[0] == chosen), -1)
        self.list.setCurrentRow(found)
        self.combo.setCurrentIndex(found)
        if found < 0:
            self.list.clearSelection()

    def _row(self, letter: Letter) -> tuple[int, str, str, str]:
        whole = is_intact(letter)
        icon = ("badge-check" if whole else "triangle-alert") if letter.sent_at else "pencil"
        name = name_of(letter, self._desk.services.letters, self._desk.language)
        return letter.id, name, state_of(letter, whole), icon

    def _item(self, letter_id: int, name: str, state: str, icon: str) -> QListWidgetItem:
        colours = self._desk.theme.colours
        colour = {"badge-check": colours.ok, "triangle-alert": colours.danger}.get(icon, colours.muted)
        item = QListWidgetItem(self._desk.icon(icon, colour), f"{name}\n{state}")
        item.setData(Qt.ItemDataRole.UserRole, letter_id)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {state}")
        return item

    def _tell(self, now: QListWidgetItem | None) -> None:
        if now is not None:
            self.chosen.emit(int(now.data(Qt.ItemDataRole.UserRole)))
