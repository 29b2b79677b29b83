"""The New case dialog: the first step in short, done within a minute. Nothing typed is lost by closing it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QDialog, QFrame, QPushButton, QStackedWidget, QWidget

from walletcase.domain.case import Case
from walletcase.domain.flow.playbook import Playbook
from walletcase.domain.ids import CaseId
from walletcase.services.changes import Changes
from walletcase.ui.look.tokens import XL, XXL, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.drops import accept_copy
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import column, row
from walletcase.ui.wizard.new_case_draft import CaseDraft, first_values, make_case, suggest_title
from walletcase.ui.wizard.new_case_pages import BasicsPage, EvidencePage, ProblemPage, holds_evidence
from walletcase.ui.wizard.playbook_picker import PlaybookPicker


class NewCaseDialog(QDialog):
    """Three pages. Afterwards ``created_case_id`` is the case made, None if nothing was typed.

    Accepted: the person asked for the case. Rejected with a case: it was kept as a draft because something had been
    typed. ``files`` and ``pasted`` (PNG) are the first evidence, for the window to attach; files may hold folders.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_making = False
        self._is_touched = False
        self._typed: dict[str, str] = {}  # what was typed under any flow, for the way back
        self.created_case_id: CaseId | None = None
        self.setWindowTitle(translate("Wizard", "New case"))
        self.setAcceptDrops(True)
        self.resize(720, min(700, parent.height() - XXL) if parent is not None else 700)
        self._keys = tuple(desk.services.playbooks.known())
        self.head = PlainLabel("", "title", wrap=True)
        self.where = PlainLabel("", "overline")
        self.stack = QStackedWidget()
        self.evidence = EvidencePage(desk)
        self.playbooks = PlaybookPicker(desk, self._keys)
        self.playbooks.picked.connect(self._switch)
        self._fill(self._keys[0])
        self._lay_out()
        self.evidence.pick_wanted.connect(self._pick)
        self.evidence.paste_wanted.connect(self._paste)
        self.evidence.edited.connect(self._touch)
        # Without a shortcut a text field would swallow the keys even where it has nothing to paste.
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self).activated.connect(self._paste)
        self.show_page(0)

    @property
    def files(self) -> list[Path]:
        """Files given as first evidence."""
        return self.evidence.files

    @property
    def pasted(self) -> list[bytes]:
        """Pictures pasted as first evidence, as PNG."""
        return self.evidence.pasted

    @property
    def draft(self) -> CaseDraft:
        """What is typed, as a case."""
        values = self.problem.values() | self.basics.values()
        title = self.problem.title.text().strip() or suggest_title(self._playbook, values, self._desk.language)
        return CaseDraft(title, self._playbook.key, {key: text for key, text in values.items() if text.strip()})

    def show_page(self, number: int) -> None:
        """Show a page, from 0."""
        heads = (
            translate("Wizard", "What is it about?"),
            translate("Wizard", "The basics"),
            translate("Wizard", "The first evidence"),
        )
        self.stack.setCurrentIndex(number)
        self.head.setText(heads[number])
        self.where.setText(translate("Wizard", "{n} of {all}").format(n=number + 1, all=len(heads)))
        self.back_button.setVisible(number > 0)
        is_last = number == len(heads) - 1
        self.next_button.setVisible(not is_last)
        self.create_button.setProperty("kind", "primary" if is_last else "")
        self.create_button.style().polish(self.create_button)
        (self.create_button if is_last else self.next_button).setDefault(True)
        self.playbooks.setVisible(number == 0 and len(self._keys) > 1)
        (self.problem.begin, self.basics.begin, self.create_button.setFocus)[number]()

    def create_case(self) -> None:
        """Make the case and close."""
        self._make(super().accept, self._desk.fail)

    def reject(self) -> None:
        """Close; what was typed is kept as a draft case."""
        if self._is_touched and self.created_case_id is None:
            self._make(super().reject, self._ask_to_drop)
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close as Esc does, once the draft is kept."""
        event.ignore()
        self.reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Show files that were given before the dialog was opened."""
        super().showEvent(event)
        self.evidence.show_list()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and pictures on any page."""
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put them into the list and show it."""
        if accept_copy(event):
            self.evidence.add_from(event.mimeData())
        self.show_page(2)

    def _switch(self, playbook_key: str) -> None:
        known = first_values(self._playbook, self._desk.language)  # the old playbook's words, not the person's
        for key, text in self.basics.values().items():
            self._typed[key] = "" if text == known.get(key) else text
        old = self.problem
        self._fill(playbook_key, {key: text for key, text in self._typed.items() if text})
        self.problem.take_over(old)
        self._suggest()
        self.show_page(0)
        self.playbooks.head.setChecked(False)

    def _fill(self, playbook_key: str, typed: Mapping[str, str] = MappingProxyType({})) -> None:
        self._playbook: Playbook = self._desk.services.playbooks.get(playbook_key)
        while (old := self.stack.widget(0)) is not None:
            self.stack.removeWidget(old)
            if old is not self.evidence:
                old.deleteLater()
        self.problem = ProblemPage(self._desk, self._playbook)
        self.basics = BasicsPage(self._desk, self._playbook, typed)
        for page in (self.problem, self.basics, self.evidence):
            self.stack.addWidget(page)
        self.problem.edited.connect(self._touch)
        self.basics.edited.connect(self._touch)
        for one in self.findChildren(QPushButton):
            one.setAutoDefault(True)  # Enter presses the button that has the focus, not the dialog's default
        self._suggest()

    def _lay_out(self) -> None:
        self.back_button = button(translate("Wizard", "Back"), lambda: self._turn(-1), kind="quiet")
        self.next_button = button(translate("Wizard", "Next"), lambda: self._turn(1), kind="primary")
        self.create_button = button(translate("Wizard", "Create case"), self.create_case)
        top = column(gap=S)
        top.setContentsMargins(XL, XL, XL, 0)
        for widget in (self.where, self.head, self.playbooks):
            top.addWidget(widget)
        self.foot = QFrame()
        self.foot.setProperty("pane", "header")
        line = row(self.foot, gap=S, margin=M)
        line.addWidget(self.back_button)
        line.addStretch(1)
        line.addWidget(self.create_button)
        line.addWidget(self.next_button)
        box = column(self, gap=0)
        box.addLayout(top)
        box.addWidget(self.stack, 1)
        box.addWidget(self.foot)
        for one in (self.back_button, self.next_button, self.create_button):
            one.setAutoDefault(True)

    def _turn(self, by: int) -> None:
        self.show_page(self.stack.currentIndex() + by)

    def _touch(self) -> None:
        self._is_touched = True
        self._suggest()

    def _suggest(self) -> None:
        values = self.problem.values() | self.basics.values()
        self.problem.suggest(suggest_title(self._playbook, values, self._desk.language))

    def _pick(self) -> None:
        self.evidence.add_files(self._desk.dialogs.pick_files(translate("Wizard", "Choose evidence")))

    def _paste(self) -> None:
        given, is_there = QGuiApplication.clipboard().mimeData(), self.stack.currentIndex() == 2
        if (is_there or holds_evidence(given)) and self.evidence.add_from(given) and not is_there:
            self.show_page(2)

    def _make(self, close: Callable[[], None], failed: Callable[[BaseException], None]) -> None:
        if self._is_making:
            return
        self._is_making = True
        self.setCursor(Qt.CursorShape.BusyCursor)
        draft, services = self.draft, self._desk.services

        def end() -> None:
            self._is_making = False
            self.unsetCursor()

        def done(made: tuple[Case, Changes]) -> None:
            end()
            case, changes = made
            self.created_case_id = case.id
            self._desk.bus.changed.emit(changes)
            close()

        def tell(error: BaseException) -> None:
            end()
            failed(error)

        self._desk.db.run(lambda job: make_case(services, draft), done, tell, self)

    def _ask_to_drop(self, error: BaseException) -> None:
        """A draft that can't be stored must not lock the person in."""
        self._desk.fail(error)
        question = translate("Wizard", "Close without keeping what you typed?")
        more = translate("Wizard", "The draft could not be saved.")
        if self._desk.dialogs.confirm(question, more, translate("Wizard", "Close anyway"), danger=True):
            super().reject()
