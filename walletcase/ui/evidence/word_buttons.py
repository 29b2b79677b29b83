"""What can be done with the words of a page: as buttons, those that make sense."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from walletcase.domain.page_text import PageText
from walletcase.ui.evidence import word_states
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.flow import FlowLayout


class WordButtons(QWidget):
    """The signals say what is asked for."""

    confirmed = Signal()
    kept = Signal()
    undone = Signal()
    read_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        icon = desk.icon
        self.right = button(translate("Words", "These words are right"), self.confirmed.emit, icon=icon("check"))
        self.save = button(translate("Words", "Keep the correction"), self.kept.emit, kind="primary")
        self.back = button(translate("Words", "Back to what was read"), self.undone.emit, kind="quiet")
        self.again = button(translate("Words", "Read this page"), self.read_asked.emit, icon=icon("eye"))
        self.switch = button(translate("Words", "Read all pictures from now on"), self._switch_on)
        self.copy = button(translate("Words", "Copy the command"), self._copy_command, icon=icon("copy"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        line = FlowLayout(self)
        for one in (self.right, self.save, self.back, self.again, self.switch, self.copy):
            line.addWidget(one)

    def show_for(self, state: word_states.State, page: PageText | None, *, changed: bool, reading: bool) -> None:
        """Show those that make sense. ``changed``: a correction is typed that is not kept yet."""
        has_words = page is not None and bool(page.text)
        self.save.setVisible(changed)
        self.right.setVisible(page is not None and page.is_unchecked and has_words and not changed)
        self.back.setVisible(page is not None and page.corrected is not None and not changed)
        read_again, read = translate("Words", "Read the picture again"), translate("Words", "Read this page")
        self.again.setText(read_again if page is not None else read)
        self.again.setVisible(state.may_read)
        self.again.setEnabled(not reading)
        self.switch.setVisible(state.may_switch)
        self.copy.setVisible(state.lacks_part)

    def _switch_on(self) -> None:
        self._desk.bus.reading_chosen.emit(True)

    def _copy_command(self) -> None:
        word_states.copy_command()
        self._desk.toasts.show(translate("Words", "Command copied"))
