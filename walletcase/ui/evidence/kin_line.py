"""From which exhibit one was made, and which were made from it: each with a way there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.evidence import Evidence, Kin
from walletcase.ui.evidence.words import stamp
from walletcase.ui.look.tokens import S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.flow import flow_row
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import clear, column

_MOST = 12


class KinLine(QWidget):
    """``wanted`` carries the id of the exhibit to be shown. Hidden where an exhibit has no kin."""

    wanted = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._body = column(self, gap=S)
        self._shown: tuple[tuple[str, tuple[Evidence, ...]], ...] = ()
        self.setVisible(False)

    def show_item(self, item: Evidence, record: CaseRecord) -> None:
        """Show the kin of an exhibit."""
        live = record.live_evidence
        parents = tuple(one for one in live if one.id == item.parent_id and item.kin is not Kin.NONE)
        copies = tuple(one for one in live if one.parent_id == item.id and one.kin is Kin.REDACTED)
        shown = tuple(
            (text, ones) for text, ones in ((_from_text(item.kin), parents), (_copies_text(), copies)) if ones
        )
        if shown != self._shown:
            self._shown = shown
            self._build()
        self.setVisible(bool(shown))

    def _build(self) -> None:
        clear(self._body)
        for text, ones in self._shown:
            holder, line = flow_row()
            name = PlainLabel(text, "muted")
            line.addWidget(name)
            for one in ones[:_MOST]:
                go = button(stamp(one.exhibit_no), partial(self.wanted.emit, int(one.id)), kind="quiet")
                go.setIcon(self._desk.icon("link", self._desk.theme.colours.accent_text))
                go.setAccessibleName(translate("Redact", "Open {exhibit}").format(exhibit=stamp(one.exhibit_no)))
                line.addWidget(go)
                name.setMinimumHeight(go.sizeHint().height())  # level with the first line of buttons
            self._body.addWidget(holder)


def _from_text(kin: Kin) -> str:
    if kin is Kin.REDACTED:
        return translate("Redact", "Redacted copy of")
    return translate("Redact", "Cut from") if kin is Kin.PAGE else translate("Redact", "Taken out of")


def _copies_text() -> str:
    return translate("Redact", "Redacted copies")
