"""What stands above a letter while it is written: places to fill in, remarks on words, what it was sent as."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from walletcase.domain.case import CaseRecord
from walletcase.domain.letter import Letter, is_intact
from walletcase.domain.readiness.wording import WordHit
from walletcase.domain.writing.places import Gap
from walletcase.ui.letters.words import sent_text
from walletcase.ui.look.tokens import XS, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.flow import flow_row
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import Card, clear
from walletcase.ui.widgets.tips import menu_text, plain_tip

_MOST_SHOWN = 8


class GapsBar(Card):
    """Names what is missing. ``place_wanted`` carries the Gap whose place the person wants to see."""

    place_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("warn", gap=XS, margin=S)
        self.head = PlainLabel("", "label", wrap=True)
        box, self._links = flow_row(gap=XS)
        self.body.addWidget(self.head)
        self.body.addWidget(box)
        self._shown: tuple[tuple[str, str], ...] | None = None
        self.hide()

    def show_gaps(self, gaps: Sequence[Gap]) -> None:
        """Show the places that are still to be filled in, each once."""
        single = {gap.mark.shown: gap for gap in gaps}
        shown = tuple((key, gap.fact) for key, gap in single.items())
        if shown != self._shown:
            self._shown = shown
            self._fill(list(single.values()))
        self.setVisible(bool(single))

    def _fill(self, gaps: list[Gap]) -> None:
        clear(self._links)
        text = translate("Letters", "%n place(s) to fill in before it can leave the app:", "", len(gaps))
        self.head.setText(text)
        for gap in gaps[:_MOST_SHOWN]:
            name = gap.mark.name or gap.mark.shown
            link = button(menu_text(name, 40), lambda gap=gap: self.place_wanted.emit(gap), kind="link")  # type: ignore[misc]
            link.setAccessibleName(translate("Letters", "Fill in: {name}").format(name=name))
            self._links.addWidget(link)


class WordsBar(Card):
    """Remarks on wording. ``hit_wanted`` carries the WordHit to mark in the text."""

    hit_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__("accent", gap=XS, margin=S)
        self._desk = desk
        self.head = PlainLabel("", "label", wrap=True)
        box, self._links = flow_row(gap=XS)
        self.body.addWidget(self.head)
        self.body.addWidget(box)
        self.hide()

    def show_hits(self, hits: Sequence[WordHit], text: str) -> None:
        """Show words to think twice about; why is said in their tool tips and when they are chosen."""
        clear(self._links)
        self.setVisible(bool(hits))
        self.head.setText(translate("Letters", "%n wording(s) to think twice about:", "", len(hits)))
        for hit in hits[:_MOST_SHOWN]:
            words = text[hit.start : hit.end]
            link = button(menu_text(words, 24), lambda hit=hit: self.hit_wanted.emit(hit), kind="link")  # type: ignore[misc]
            link.setToolTip(plain_tip(self.why(hit)))
            link.setAccessibleDescription(self.why(hit))
            self._links.addWidget(link)

    def why(self, hit: WordHit) -> str:
        """Return why a wording is remarked on, and what could be said instead."""
        if hit.wording is None:
            return translate("Letters", "Looks like a personal number: leave it out or mask it unless it is needed.")
        language = self._desk.language
        return f"{hit.wording.why.get(language)} {hit.wording.instead.get(language)}"


class SentBar(Card):
    """Says when and how a letter was sent, and whether it still is what was sent."""

    def __init__(self) -> None:
        super().__init__("ok", gap=XS, margin=M)
        self.head = PlainLabel("", "strong", wrap=True)
        self.proof = PlainLabel("", "caption", wrap=True).let_select()
        self.body.addWidget(self.head)
        self.body.addWidget(self.proof)
        self.hide()

    def show_letter(self, letter: Letter, record: CaseRecord, language: str) -> None:
        """Show what is known of a letter's sending; a draft shows nothing."""
        self.setVisible(bool(letter.sent_at))
        if not letter.sent_at:
            return
        whole = is_intact(letter)
        self.setProperty("card", "ok" if whole else "danger")
        self.style().unpolish(self)
        self.style().polish(self)
        self.head.setText(sent_text(letter, record.playbook, language))
        says = (
            translate("Letters", "Unchanged since: SHA-256 {hash}")
            if whole
            else translate("Letters", "It is no longer what was sent; then its SHA-256 was {hash}")
        )
        self.proof.setText(says.format(hash=" ".join(_fours(letter.sent_sha256))))


def _fours(text: str) -> list[str]:
    return [text[at : at + 16] for at in range(0, len(text), 16)]
