"""What one reader of the dossier gets to see: which words are masked, and how each exhibit is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QDialog, QListView, QPlainTextEdit, QStackedWidget, QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.dossiers.audience import Audience, FieldMask, fates, field_masks
from walletcase.domain.dossiers.choices import PEOPLE, Choices, Showing, words_of
from walletcase.domain.evidence import Kin
from walletcase.ui.dossier.audiences import audience_text, exhibit_stamp, fate_text, showing_text
from walletcase.ui.look.tokens import XL, XS, XXL, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import column, row
from walletcase.ui.widgets.quiet_combo import QuietCombo
from walletcase.ui.widgets.segments import Segments

_KEY = Qt.ItemDataRole.UserRole + 1
_WORDS, _EXHIBITS = "words", "exhibits"


class MasksDialog(QDialog):
    """Nothing is kept before its button is pressed. What is usual for the reader is no choice and not kept as one."""

    def __init__(
        self, desk: Desk, record: CaseRecord, audience: Audience, choices: Choices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._record, self._audience = desk, record, audience
        self._fields = field_masks(record, audience, desk.language)
        self._showing = dict(choices.exhibits)
        self.setWindowTitle(translate("Masks", "Masks and exhibits"))
        self.resize(640, min(640, parent.window().height() - XXL if parent is not None else 640))
        self.page = Segments(translate("Masks", "What to choose"))
        self.page.add(_WORDS, translate("Masks", "Words"))
        self.page.add(_EXHIBITS, translate("Masks", "Exhibits"))
        self.fields = QStandardItemModel(self)
        self.words = QPlainTextEdit()
        self.exhibits = QStandardItemModel(self)
        self.exhibit_list = _list(self.exhibits, translate("Masks", "Exhibits and how they are shown"))
        self.how = QuietCombo()
        self._stack = QStackedWidget()
        self._lay_out()
        self._fill(choices)
        self.page.chosen.connect(lambda name: self._stack.setCurrentIndex(0 if name == _WORDS else 1))
        self.how.activated.connect(self._set_how)
        self.exhibit_list.selectionModel().selectionChanged.connect(self._show_how)
        self._show_how()

    @property
    def choices(self) -> Choices:
        """What is chosen now."""
        ticked = {item.data(_KEY): item.checkState() is Qt.CheckState.Checked for item in _items(self.fields)}
        return Choices(
            masked=frozenset(one.key for one in self._fields if ticked[one.key] and not one.is_masked),
            shown=frozenset(one.key for one in self._fields if one.is_masked and not ticked[one.key]),
            words=words_of(self.words.toPlainText()),
            exhibits=tuple(sorted(self._showing.items())),
        )

    def keep(self) -> None:
        """Keep what is chosen and close."""
        service, case_id, choices = self._desk.services.dossiers, self._record.case.id, self.choices
        self._desk.change(self, lambda: service.choose(case_id, self._audience, choices), self.accept)

    def back_to_usual(self) -> None:
        """Choose nothing."""
        self._showing.clear()
        self._fill(Choices())

    def _fill(self, choices: Choices) -> None:
        self.fields.clear()
        for one in self._fields:
            is_masked = one.key in choices.masked or (one.is_masked and one.key not in choices.shown)
            self.fields.appendRow(_tick(one, is_masked=is_masked))
        self.words.setPlainText("\n".join(choices.words))
        self.exhibits.clear()
        for item in self._record.live_evidence:
            made = QStandardItem()
            made.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            made.setData(item.exhibit_no, _KEY)
            self.exhibits.appendRow(made)
        self._tell()

    def _tell(self) -> None:
        items = {item.exhibit_no: item for item in self._record.live_evidence}
        told = fates(self._record, self._audience, Choices(exhibits=tuple(self._showing.items())))
        for made in _items(self.exhibits):
            item = items[made.data(_KEY)]
            parts = [exhibit_stamp(item.exhibit_no), item.title or item.original_name]
            if item.kin is Kin.REDACTED:
                parts.append(translate("Masks", "(redacted copy)"))
            made.setText("   ".join((*parts, f"— {fate_text(*told[item.exhibit_no])}")))

    def _chosen(self) -> list[int]:
        return [index.data(_KEY) for index in self.exhibit_list.selectionModel().selectedIndexes()]

    def _set_how(self) -> None:
        showing = Showing(self.how.currentData())
        for number in self._chosen():
            self._showing.pop(number, None)
            if showing is not Showing.USUAL:
                self._showing[number] = showing
        self._tell()

    def _show_how(self) -> None:
        numbers = self._chosen()
        self.how.setEnabled(bool(numbers))
        found = {self._showing.get(number, Showing.USUAL) for number in numbers}
        self.how.setCurrentIndex(self.how.findData(found.pop().value) if len(found) == 1 else -1)

    def _lay_out(self) -> None:
        whole = column(self, gap=M, margin=XL)
        title = translate("Masks", "What this reader sees: {reader}").format(reader=audience_text(self._audience))
        whole.addWidget(PlainLabel(title, "title", wrap=True))
        text = translate("Masks", "Kept for this case and this reader: what you hide once stays hidden the next time.")
        whole.addWidget(PlainLabel(text, "muted", wrap=True))
        whole.addWidget(self.page)
        self._stack.addWidget(self._word_page())
        self._stack.addWidget(self._exhibit_page())
        whole.addWidget(self._stack, 1)
        foot = row(gap=M)
        foot.addWidget(button(translate("Masks", "Back to what is usual"), self.back_to_usual, kind="link"))
        foot.addStretch(1)
        foot.addWidget(button(translate("Masks", "Cancel"), self.reject))
        foot.addWidget(button(translate("Masks", "Keep"), self.keep, kind="primary"))
        whole.addLayout(foot)

    def _word_page(self) -> QWidget:
        page = QWidget()
        box = column(page, gap=S)
        name = translate("Masks", "Ticked: masked wherever it stands")
        box.addWidget(PlainLabel(name, "label"))
        box.addWidget(_list(self.fields, name), 1)
        more = PlainLabel(translate("Masks", "Mask these words too, one a line"), "label")
        more.setBuddy(self.words)
        self.words.setAccessibleName(more.text())
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(4 * self.words.fontMetrics().lineSpacing() + M)
        box.addSpacing(XS)
        box.addWidget(more)
        box.addWidget(self.words)
        return page

    def _exhibit_page(self) -> QWidget:
        page = QWidget()
        box = column(page, gap=S)
        box.addWidget(self.exhibit_list, 1)
        line = row(gap=S)
        caption = PlainLabel(translate("Masks", "The exhibits selected above:"), "label")
        caption.setBuddy(self.how)
        self.how.setAccessibleName(caption.text())
        for one in Showing:
            self.how.addItem(showing_text(one), one.value)
        line.addWidget(caption)
        line.addWidget(self.how, 1)
        box.addLayout(line)
        self.exhibit_list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        return page


def _tick(one: FieldMask, *, is_masked: bool) -> QStandardItem:
    label = translate("Masks", "Who was spoken to") if one.key == PEOPLE else one.label
    made = QStandardItem(translate("Masks", "{label}: {text}").format(label=label, text=" ".join(one.text.split())))
    made.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
    made.setCheckState(Qt.CheckState.Checked if is_masked else Qt.CheckState.Unchecked)
    made.setData(one.key, _KEY)
    return made


def _items(model: QStandardItemModel) -> Sequence[QStandardItem]:
    return [model.item(place) for place in range(model.rowCount())]


def _list(model: QStandardItemModel, name: str) -> QListView:
    view = QListView()
    view.setModel(model)
    view.setAccessibleName(name)
    view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setProperty("ticks", "true")
    return view
