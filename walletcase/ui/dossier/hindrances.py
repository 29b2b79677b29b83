"""What keeps a dossier from going out: a masked value that still shows, or, for the public, pages nobody looked at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walletcase.ui.look.tokens import XS, M
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import Card, clear, column


class Hindrances(QWidget):
    """``changed``: another state; ``unseen_wanted``: the person wants to see the next page not looked at."""

    changed = Signal()
    unseen_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.leaks = Card("danger", gap=XS, margin=M)
        self.leaks.hide()
        self.unseen = Card("warn", gap=XS, margin=M)
        self.unseen_text = PlainLabel("", "label", wrap=True)
        show = translate("Dossier", "Show the next one")
        self.unseen.body.addWidget(self.unseen_text)
        self.unseen.body.addWidget(button(show, self.unseen_wanted.emit, kind="link"))
        self.unseen.hide()
        box = column(self, gap=M)
        box.addWidget(self.leaks)
        box.addWidget(self.unseen)
        self._is_leaking = self._is_unseen = False
        self.hide()

    @property
    def are_there(self) -> bool:
        """Whether anything keeps it from going out."""
        return self._is_leaking or self._is_unseen

    def show_leaks(self, places: Sequence[str]) -> None:
        """Name where something stands that the reader must not see: nothing goes out until it is gone."""
        clear(self.leaks.body)
        self._is_leaking = bool(places)
        self.leaks.setVisible(self._is_leaking)
        if places:
            head = translate("Dossier", "Still shown to this reader, on page: {places}")
            more = translate(
                "Dossier", "Redact the exhibit there or leave it out; mask your own words under 'Masks and exhibits'."
            )
            self.leaks.body.addWidget(PlainLabel(head.format(places=", ".join(places)), "label", wrap=True))
            self.leaks.body.addWidget(PlainLabel(more, wrap=True))
        self._tell()

    def show_looks(self, seen: int, pages: int) -> None:
        """Say how many of the pages were looked at; as many as there are, if none need be."""
        self._is_unseen = seen < pages
        text = translate("Dossier", "{n} of {total} pages looked at. Look at all of them, then it can go out.")
        self.unseen_text.setText(text.format(n=seen, total=pages))
        self.unseen.setVisible(self._is_unseen)
        self._tell()

    def _tell(self) -> None:
        self.setVisible(self.are_there)
        self.changed.emit()
