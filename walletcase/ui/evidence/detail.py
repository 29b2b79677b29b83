"""One exhibit: its picture, what is said about it, facts of its file."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from walletcase.domain.case import CaseRecord
from walletcase.domain.evidence import Evidence
from walletcase.ui.evidence.chat_card import ChatCard
from walletcase.ui.evidence.facts import FactsPanel
from walletcase.ui.evidence.form import EvidenceForm
from walletcase.ui.evidence.history_panel import HistoryPanel
from walletcase.ui.evidence.kin_line import KinLine
from walletcase.ui.evidence.text_leaving import TextLeaving
from walletcase.ui.evidence.thumbs import Thumb
from walletcase.ui.evidence.unfinished import Unfinished
from walletcase.ui.evidence.uses_panel import UsesPanel
from walletcase.ui.evidence.viewer import Viewer
from walletcase.ui.evidence.words_panel import WordsPanel
from walletcase.ui.look.tokens import XL, L, M
from walletcase.ui.shell.desk import Desk
from walletcase.ui.widgets.layout import Card, ScrollColumn, row

_TITLE_PX = 84  # of the card below: the label and the line of the title
_LEAST_VIEWER_PX = 230
_WORDS_PX, _BESIDE_FROM_PX = 280, 660  # the words beside the picture, and the room from which they stand there


class Detail(ScrollColumn):
    """The viewer takes the height but for the title below it, which stays in sight; the rest is scrolled to."""

    def __init__(self, desk: Desk, unfinished: Unfinished | None = None) -> None:
        super().__init__(gap=M, margin=0)
        self.viewer = Viewer(desk)
        self._words_px, self._beside_px = desk.theme.px(_WORDS_PX), desk.theme.px(_BESIDE_FROM_PX)
        self.form = EvidenceForm(desk, unfinished)
        self.facts = FactsPanel(desk)
        self.kin = KinLine(desk)
        self.history = HistoryPanel(desk)
        self.uses = UsesPanel(desk)
        self.chat = ChatCard(desk)
        self.words = WordsPanel(desk)
        self._least_px = desk.theme.px(_LEAST_VIEWER_PX)
        self._title_px = desk.theme.px(_TITLE_PX) + M
        self._expanded = self._beside = False
        self._item: Evidence | None = None
        self.leaving = TextLeaving(desk, lambda: self._item, self)
        self.leaving.watch(self.viewer.text)
        self.leaving.watch(self.words.text)
        self._card = Card("true", gap=XL, margin=L)
        self._card.body.addWidget(self.form)
        self._card.body.addWidget(self.kin)
        self._card.body.addWidget(self.facts)
        self._card.body.addWidget(self.history)
        self.body.setContentsMargins(0, 0, M, L)
        self._top = row(gap=M)
        self._top.addWidget(self.viewer, 1)
        self._aside = ScrollColumn(gap=0, margin=0)
        self._aside.setFixedWidth(self._words_px)
        self._aside.body.addStretch(1)
        self._aside.hide()
        self._top.addWidget(self._aside)
        self.body.addLayout(self._top)
        self.body.addWidget(self._card)
        self.body.addWidget(self.uses)
        self.body.addWidget(self.chat)
        self.body.addWidget(self.words)
        self.body.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._join_words()

    def show_item(self, item: Evidence, record: CaseRecord, thumb: Thumb | None) -> None:
        """Show an exhibit of a case."""
        self._item = item
        self.viewer.show_item(item, thumb)
        self.viewer.marking.show_marks(item, self.viewer.page_no, record.marks)
        self.form.show_item(item, record)
        self.facts.show_item(item, record)
        self.kin.show_item(item, record)
        self.history.show_item(item)
        self.uses.show_item(item, record)
        self.chat.show_item(item, record)
        self.chat.setVisible(self.chat.is_wanted and not self._expanded)
        self.words.show_item(item, self.viewer.page_no)

    def _join_words(self) -> None:
        """The words beside the picture and those on it point at each other."""
        on_it = self.viewer.words
        self.viewer.page_opened.connect(self.words.show_item)
        self.words.lines_shown.connect(on_it.show_lines)
        self.words.lit.connect(on_it.light_lines)
        on_it.pointed.connect(self.words.point_at)
        on_it.copy_asked.connect(lambda said: self.leaving.copy(self._item, said) if self._item else None)

    @property
    def expanded(self) -> bool:
        """Whether the viewer has all the room."""
        return self._expanded

    def expand(self, on: bool) -> None:
        """Give the viewer all the room, or take it back."""
        self._expanded = on
        self._card.setVisible(not on)
        self.uses.setVisible(not on)
        self.chat.setVisible(self.chat.is_wanted and not on)
        self._place_words()
        self.verticalScrollBar().setValue(0)
        self._size()

    def edit_title(self) -> None:
        """Put the cursor into the title and bring it into view."""
        self.form.focus_title()
        self.ensureWidgetVisible(self.form.editors["title"].box)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height out anew."""
        super().resizeEvent(event)
        self._place_words()
        self._size()

    def _place_words(self) -> None:
        """Beside the picture while it is looked at closely and there is room, else below everything."""
        beside = self._expanded and self.viewport().width() >= self._beside_px
        if beside != self._beside:
            self._beside = beside
            self._aside.setVisible(beside)
            if beside:
                self._aside.body.insertWidget(0, self.words)
            else:
                self.body.insertWidget(self.body.count() - 1, self.words)  # before the stretch
        self.words.setVisible(beside or not self._expanded)

    def _size(self) -> None:
        room = self.viewport().height()
        below = L if self._expanded else self._title_px
        height = max(min(self._least_px, room - L), room - below)
        self.viewer.setFixedHeight(height)
        self._aside.setFixedHeight(height)
