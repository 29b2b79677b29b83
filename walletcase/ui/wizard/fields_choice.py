"""One answer of several: a row of options where they are few and short, else a box that opens."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from walletcase.domain.fields import canonical, problem_with
from walletcase.domain.flow.playbook import Field
from walletcase.ui.look.tokens import XS
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.flow import flow_row
from walletcase.ui.widgets.layout import column
from walletcase.ui.wizard.fields_base import Input
from walletcase.ui.wizard.options import OptionGroup

FEW = 4
SHORT = 30  # characters of the longest text, one Chinese character counting as two


def is_short(field: Field, language: str) -> bool:
    """Whether a choice is shown as a row of options."""
    widths = (sum(2 if ord(c) > 0x2E7F else 1 for c in choice.text.get(language)) for choice in field.choices)
    return len(field.choices) <= FEW and max(widths, default=0) <= SHORT


def _key_of(field: Field, text: str) -> str:
    """The key of the choice that a text means, "" if it means none."""
    return "" if problem_with(field, text) else canonical(field, text)


class RowInput(Input):
    """All answers side by side."""

    def __init__(self, field: Field, desk: Desk) -> None:
        super().__init__(field)
        self._kept = ""
        self.group = OptionGroup(desk.theme, [(c.key, c.text.get(desk.language)) for c in field.choices], wrap=False)
        self.group.setParent(self)
        widget, flow = flow_row(XS)
        for option in self.group.options.values():
            flow.addWidget(option)
        self.clear_button = button(translate("Wizard", "Clear"), self._clear, kind="quiet")
        flow.addWidget(self.clear_button)
        column(self).addWidget(widget)
        self.setSizePolicy(widget.sizePolicy())
        self.group.picked.connect(self._take)
        self._show_clear()

    def text(self) -> str:
        """Return the key of the answer, or a text that is none (yet)."""
        return self.group.key or self._kept

    def put(self, text: str) -> None:
        """Choose an answer by its key or text."""
        key = _key_of(self.field, text)
        self._kept = "" if key else text
        self.group.choose(key)
        self._show_clear()

    def target(self) -> QWidget:
        """Return the chosen option, else the first."""
        return self.group.first()

    def give_name(self, name: str) -> None:
        """Name each option after the field, so that it makes sense alone."""
        for option in self.group.options.values():
            option.button.setAccessibleName(f"{name}: {option.label.text()}")
        self.clear_button.setAccessibleName(f"{name}: {translate('Wizard', 'Clear')}")

    def _take(self) -> None:
        self._kept = ""
        self._show_clear()
        self.edited.emit()

    def _clear(self) -> None:
        self.group.choose("")
        self.group.first().setFocus()
        self._take()

    def _show_clear(self) -> None:
        self.clear_button.setVisible(bool(self.group.key))


class CalmCombo(QComboBox):
    """A combo box that the wheel scrolls past instead of changing it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class BoxInput(Input):
    """A box that opens to all answers."""

    def __init__(self, field: Field, desk: Desk) -> None:
        super().__init__(field)
        self.box = CalmCombo()
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(12)
        self.box.addItem(translate("Wizard", "Choose…"), "")
        for choice in field.choices:
            self.box.addItem(choice.text.get(desk.language), choice.key)
        column(self).addWidget(self.box)
        self.box.activated.connect(self._take)

    def text(self) -> str:
        """Return the key of the answer, or a text that is none (yet)."""
        return str(self.box.currentData())

    def put(self, text: str) -> None:
        """Choose an answer by its key or text; a text that is neither is shown as it is."""
        key = _key_of(self.field, text)
        at = self.box.findData(key or text)
        if at < 0:
            self.box.addItem(text, text)
            at = self.box.count() - 1
        self.box.setCurrentIndex(at)

    def target(self) -> QWidget:
        """Return the box."""
        return self.box

    def give_name(self, name: str) -> None:
        """Name the box."""
        self.box.setAccessibleName(name)

    def _take(self) -> None:
        self.edited.emit()
        self.left.emit()
