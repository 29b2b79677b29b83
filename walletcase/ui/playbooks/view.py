"""The window "Playbooks": the built-in ones and the person's own, one card each."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from walletcase.domain.errors import UserError
from walletcase.domain.flow.playbook import Playbook
from walletcase.infra.texts import error_text
from walletcase.services.changes import Changes
from walletcase.services.playbooks import Shelved
from walletcase.ui.look.tokens import XL, XS, L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.flow import flow_row
from walletcase.ui.widgets.labels import Chip, PlainLabel
from walletcase.ui.widgets.layout import Card, ScrollColumn, clear, column, row


class PlaybooksDialog(QDialog):
    """Lists all playbooks. A file that is refused is said at the top, with the place and the reason."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(translate("Playbooks", "Playbooks"))
        room = parent.size() if parent is not None else None
        self.resize(min(720, room.width() - XL) if room else 720, min(640, room.height() - XL) if room else 640)
        box = column(self, gap=M, margin=L)
        text = translate(
            "Playbooks",
            "A playbook is a complaint flow as a text file. Files you add are checked whole before they are kept; they "
            "stay on this computer.",
        )
        box.addWidget(PlainLabel(text, "muted", wrap=True))
        self.notice = Card("danger", gap=XS, margin=M)
        self.notice_text = PlainLabel("", wrap=True).let_select()
        self.notice.body.addWidget(self.notice_text)
        self.notice.hide()
        box.addWidget(self.notice)
        self.list = ScrollColumn(gap=S, margin=0)
        box.addWidget(self.list, 1)
        foot = row(gap=S)
        plus = desk.icon("plus", desk.theme.colours.on_accent)
        self.add_button = button(translate("Playbooks", "Add a file…"), self.add, kind="primary", icon=plus)
        self.close_button = button(translate("Playbooks", "Close"), self.accept, kind="quiet")
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        box.addLayout(foot)
        self.removers: dict[str, QWidget] = {}
        self._read()

    def add(self) -> None:
        """Pick a file, check it and keep it."""
        files = self._desk.dialogs.pick_files(translate("Playbooks", "Add a playbook file"))
        if files:
            self.add_file(files[0])

    def add_file(self, file: Path) -> None:
        """Check a file and keep it; a refusal is shown here."""
        self.notice.hide()
        shelf = self._desk.services.playbook_files

        def done(made: tuple[Playbook, Changes]) -> None:
            name = made[0].name.get(self._desk.language)
            self._desk.toasts.show(translate("Playbooks", "Added: {name}").format(name=name))
            self._read()

        self._desk.db.run(lambda job: shelf.add(file), done, self._tell, self)

    def remove(self, shelved: Shelved) -> None:
        """Take one of the person's own out, after saying what that means."""
        name = self._name(shelved)
        question = translate("Playbooks", "Take out '{name}'?").format(name=name)
        more = translate("Playbooks", "No new case can be made with it.")
        if shelved.cases:
            more += " " + translate("Playbooks", "%n case(s) that began with it go on.", "", shelved.cases)
        if not self._desk.dialogs.confirm(question, more, translate("Playbooks", "Take out")):
            return
        self.notice.hide()
        self._desk.change(self, lambda: self._desk.services.playbook_files.remove(shelved.key), self._read, self._tell)

    def _read(self) -> None:
        self._desk.read(self, self._desk.services.playbook_files.all, self._show)

    def _show(self, all_of_them: tuple[Shelved, ...]) -> None:
        clear(self.list.body)
        self.removers.clear()
        for shelved in all_of_them:
            self.list.body.addWidget(self._card(shelved))
        self.list.body.addStretch(1)

    def _card(self, shelved: Shelved) -> Card:
        language, playbook = self._desk.language, shelved.playbook
        card = Card("true" if playbook else "warn", gap=XS, margin=M)
        head, flow = flow_row(S)
        flow.addWidget(PlainLabel(self._name(shelved), "strong"))
        own = translate("Playbooks", "Yours") if shelved.is_own else translate("Playbooks", "Built in")
        flow.addWidget(Chip(own, "accent" if shelved.is_own else "plain"))
        card.body.addWidget(head)
        if playbook is not None:
            card.body.addWidget(PlainLabel(playbook.summary.get(language), "muted", wrap=True))
            told = translate("Playbooks", "{key} · version {version} · %n step(s)", "", len(playbook.steps))
            told = told.format(key=shelved.key, version=playbook.version)
        else:
            told = error_text(shelved.fault, language).line if shelved.fault else shelved.key
        if shelved.cases:
            told = f"{told} · {translate('Playbooks', '%n case(s)', '', shelved.cases)}"
        card.body.addWidget(PlainLabel(told, "caption", wrap=True).let_select())
        if shelved.is_own:
            out = button(translate("Playbooks", "Take out…"), partial(self.remove, shelved), kind="quiet")
            out.setAccessibleName(f"{out.text()} {self._name(shelved)}")
            self.removers[shelved.key] = out
            line = row()
            line.addWidget(out)
            line.addStretch(1)
            card.body.addLayout(line)
        return card

    def _name(self, shelved: Shelved) -> str:
        return shelved.playbook.name.get(self._desk.language) if shelved.playbook is not None else shelved.key

    def _tell(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            self._desk.fail(error)
            return
        self.notice_text.setText(error_text(error, self._desk.language).line)
        self.notice.show()
        self.add_button.setFocus()
