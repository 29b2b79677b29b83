"""Who reads a dossier, what of the case it is about, and what that reader gets to see."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.dossiers.choices import Choices
from walletcase.domain.dossiers.scope import matters_of
from walletcase.domain.links import Use, UseKind
from walletcase.ui.dossier.audiences import audience_note, audience_text
from walletcase.ui.look.tokens import XS, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import column
from walletcase.ui.widgets.quiet_combo import QuietCombo

_LONGEST = 60  # characters of a matter in the list


class ReaderBox(QWidget):
    """``changed``: another reader or another matter; ``choose_wanted``: the person wants to say what is masked."""

    changed = Signal()
    choose_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.who = QuietCombo()
        for one in Audience:
            self.who.addItem(audience_text(one), one.value)
        self.who.currentIndexChanged.connect(self._choose)
        self.about = QuietCombo()
        self.about.addItem(translate("Dossier", "The whole case"), None)
        self.about.currentIndexChanged.connect(lambda: self.changed.emit())
        self.note = PlainLabel("", "caption", wrap=True)
        self.chosen = PlainLabel("", "caption", wrap=True)
        self.unread = PlainLabel("", "caption", wrap=True)
        masks = translate("Dossier", "Masks and exhibits…")
        self.masks = button(masks, self.choose_wanted.emit, icon=desk.icon("eye-off"))
        box = column(self, gap=XS)
        self._caption(translate("Dossier", "Who reads it"), self.who)
        for widget in (self.note, self.chosen, self.unread, self.masks):
            box.addWidget(widget)
            widget.hide()
        box.addSpacing(S)
        self._matter = self._caption(translate("Dossier", "What it is about"), self.about)
        self._show_matters(0)

    @property
    def audience(self) -> Audience:
        """Who reads it."""
        return Audience(self.who.currentData())

    @property
    def matter(self) -> Use | None:
        """What it is about, None for the whole case."""
        chosen = self.about.currentData()
        return Use(UseKind(chosen[0]), chosen[1]) if chosen else None

    def show_case(self, record: CaseRecord) -> None:
        """Offer what a dossier of this case can be about; what was chosen stays, if it is still there."""
        was = self.about.currentData()
        texts = {("claim", str(one.id)): one.text for one in record.claims}
        texts |= {("demand", one.key): one.text for one in record.demands}
        with QSignalBlocker(self.about):
            while self.about.count() > 1:
                self.about.removeItem(1)
            for use in matters_of(record):
                key = (use.kind.value, use.key)
                self.about.addItem(_named(use, texts[key]), key)
            found = [self.about.itemData(place) for place in range(self.about.count())]
            self.about.setCurrentIndex(found.index(was) if was in found else 0)
        self._show_matters(self.about.count() - 1)

    def show_choices(self, choices: Choices) -> None:
        """Say how much of it is the person's own choice."""
        masks = len(choices.masked) + len(choices.shown) + len(choices.words)
        texts = []
        if masks:
            texts.append(translate("Dossier", "%n mask(s) chosen by you.", "", masks))
        if choices.exhibits:
            texts.append(translate("Dossier", "%n exhibit(s) shown as you chose.", "", len(choices.exhibits)))
        self.chosen.setText(" ".join(texts))
        self.chosen.setVisible(bool(texts) and self.audience is not Audience.SELF)

    def show_unread(self, numbers: tuple[int, ...]) -> None:
        """Name the exhibits in which nothing could be looked for."""
        text = translate("Dossier", "Words in these exhibits have not been read; look at them yourself: {numbers}")
        self.unread.setText(text.format(numbers=", ".join(map(str, numbers))))
        self.unread.setVisible(bool(numbers))

    def _choose(self) -> None:
        own = self.audience is Audience.SELF
        self.note.setText(audience_note(self.audience))
        self.note.setVisible(not own)
        self.masks.setVisible(not own)
        self.unread.hide()
        self.changed.emit()

    def _show_matters(self, many: int) -> None:
        self.about.setVisible(many > 0)
        self._matter.setVisible(many > 0)

    def _caption(self, text: str, field: QuietCombo) -> PlainLabel:
        caption = PlainLabel(text, "label")
        caption.setBuddy(field)
        field.setAccessibleName(text)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(caption)
        layout.addWidget(field)
        return caption


def _named(use: Use, text: str) -> str:
    words = " ".join(text.split())
    words = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    if use.kind is UseKind.CLAIM:
        return translate("Dossier", "Fact: {text}").format(text=words)
    return translate("Dossier", "Demand: {text}").format(text=words)
