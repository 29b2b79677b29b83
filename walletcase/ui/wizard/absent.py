"""A case whose playbook is gone: what was written can be read, and what to do about it is said."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.fields import shown
from walletcase.domain.flow.playbook import Field, FieldKind
from walletcase.domain.text import Text
from walletcase.ui.look.tokens import L, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import Card, column, row
from walletcase.ui.widgets.values import ValueList

_NO_LABEL = Text("", "")


def _read(key: str, text: str, language: str) -> str:
    """A text as it is read: people and demands are kept as rows."""
    for kind in (FieldKind.CONTACTS, FieldKind.DEMANDS):
        if text.startswith("[") and shown(Field(key, kind, _NO_LABEL), text, language) != text:
            return shown(Field(key, kind, _NO_LABEL), text, language)
    return text


class AbsentPage(QWidget):
    """``books_wanted``: the person wants to add the file again."""

    books_wanted = Signal()

    def __init__(self, desk: Desk, record: CaseRecord) -> None:
        super().__init__()
        box = column(self, gap=L)
        card = Card("warn", gap=S)
        head = translate("Wizard", "The playbook of this case is not here")
        card.body.addWidget(PlainLabel(head, "heading", wrap=True))
        text = translate(
            "Wizard",
            "Its file '{key}' is gone or can't be read. Nothing of the case is lost: you can read it here, export it "
            "and look at its timeline and evidence. To go on, add the file again.",
        )
        card.body.addWidget(PlainLabel(text.format(key=record.case.playbook_key), wrap=True))
        self.add_button = button(translate("Wizard", "Playbooks…"), self.books_wanted.emit, kind="primary")
        line = row()
        line.addWidget(self.add_button)
        line.addStretch(1)
        card.body.addLayout(line)
        box.addWidget(card)
        pairs = []
        for key, said in sorted(record.values.items()):
            name = f"{key.field_key} ({key.round})" if key.round > 1 else key.field_key
            pairs.append((name, _read(key.field_key, said, desk.language)))
        if pairs:
            written = Card(gap=L)
            written.body.addWidget(PlainLabel(translate("Wizard", "What was written"), "strong", wrap=True))
            written.body.addWidget(ValueList(pairs))
            box.addWidget(written)
