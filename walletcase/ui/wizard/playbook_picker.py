"""Which flow a new case takes: the one chosen in a line, all of them as cards with a sentence under it."""

from __future__ import annotations

from PySide6.QtCore import Signal

from walletcase.domain.errors import UserError
from walletcase.domain.flow.playbook import Playbook
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.fold import Fold
from walletcase.ui.wizard.card_grid import CardGrid
from walletcase.ui.wizard.options import OptionGroup

_TWO_CARDS_PX = 620
_ENDS = ("：", ": ", "；", "; ", "。", ". ")


def sentence_of(playbook: Playbook, language: str) -> str:
    """Return what a playbook is for: the first clause of its summary."""
    text = playbook.summary.get(language)
    places = [text.index(end) for end in _ENDS if end in text]
    return text[: min(places)] if places else text


class PlaybookPicker(Fold):
    """``picked`` carries the key of another flow."""

    picked = Signal(str)

    def __init__(self, desk: Desk, keys: tuple[str, ...]) -> None:
        super().__init__("", (desk.icon("chevron-right"), desk.icon("chevron-down")))
        self._language = desk.language
        self._books = {key: book for key in keys if (book := _read(desk, key)) is not None}
        language = desk.language
        texts = [(k, f"{book.name.get(language)}\n{sentence_of(book, language)}") for k, book in self._books.items()]
        self.group = OptionGroup(desk.theme, texts)
        self.group.setParent(self)
        for key, option in self.group.options.items():
            option.button.setAccessibleName(self._books[key].name.get(desk.language))
            option.button.setAccessibleDescription(sentence_of(self._books[key], desk.language))
        self.body.addWidget(CardGrid(self.group, desk.theme.px(_TWO_CARDS_PX)))
        self.group.picked.connect(self._take)
        self.choose(next(iter(self._books)))

    def choose(self, key: str) -> None:
        """Show a flow as the chosen one, without saying so."""
        self.group.choose(key)
        name = self._books[key].name.get(self._language)
        self.head.setText(translate("Wizard", "Flow: {name}").format(name=name))

    def _take(self, key: str) -> None:
        self.choose(key)
        self.picked.emit(key)


def _read(desk: Desk, key: str) -> Playbook | None:
    try:
        return desk.services.playbooks.get(key)
    except UserError:  # a file that went bad meanwhile is told in the window of playbooks
        return None
