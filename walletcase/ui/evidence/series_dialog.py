"""Putting the screenshots of one chat in order: what was found, what may be missing, and the person's last word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeySequence, QShortcut, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QGridLayout, QLineEdit, QListView, QWidget

from walletcase.domain.evidence import Evidence, Group
from walletcase.services.numbering import NamedIn
from walletcase.services.series import SeriesPlan, Shot
from walletcase.ui.evidence import words
from walletcase.ui.evidence.thumbs import Thumbnails
from walletcase.ui.look.tokens import XL, XS, XXL, L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button, icon_button
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import Card, column, row
from walletcase.ui.widgets.quiet_combo import QuietCombo

_PLACE = Qt.ItemDataRole.UserRole + 1
_THUMB_PX = 44


class SeriesDialog(QDialog):
    """The list is what was found; it can be put right by hand. Nothing is changed before the button is pressed."""

    def __init__(
        self, desk: Desk, shots: Sequence[Shot], thumbs: Thumbnails, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._thumbs = desk, thumbs
        self.shots = list(shots)
        self.setWindowTitle(translate("Series", "Chat screenshots in order"))
        self.resize(620, min(660, parent.window().height() - XXL if parent is not None else 660))
        self.model = QStandardItemModel(self)
        self.view = QListView()
        self.view.setProperty("ticks", "true")
        self.view.setModel(self.model)
        self.view.setAccessibleName(translate("Series", "Screenshots in their order"))
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.setIconSize(QSize(desk.theme.px(_THUMB_PX), desk.theme.px(_THUMB_PX)))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.up = icon_button(
            translate("Series", "Move up (Alt+Up)"), desk.icon("chevron-up"), lambda: self.move_by(-1)
        )
        self.down = icon_button(
            translate("Series", "Move down (Alt+Down)"), desk.icon("chevron-down"), lambda: self.move_by(1)
        )
        self.out = icon_button(translate("Series", "Leave this one out (Del)"), desk.icon("x"), self.leave_out)
        self.title = QLineEdit(translate("Series", "Chat"))
        self.group = _groups()
        self.renumber = QCheckBox(translate("Series", "Give them their numbers in this order"))
        self.renumber.toggled.connect(self._warn)
        self.warning = PlainLabel("", "warn", wrap=True)
        self.warning.hide()
        self.gaps = PlainLabel("", wrap=True)
        self.gap_card = Card("warn", gap=S, margin=M)
        self.go = button(translate("Series", "Keep this order"), self.keep, kind="primary")
        self._lay_out()
        self._thumbs.arrived.connect(self._show_thumb)
        self.view.selectionModel().currentChanged.connect(lambda: self._allow())
        self.title.textChanged.connect(lambda: self._allow())
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            QShortcut(QKeySequence(keys), self, lambda by=by: self.move_by(by))
        QShortcut(QKeySequence(Qt.Key.Key_Delete), self.view, self.leave_out)
        self._fill(0)

    @property
    def plan(self) -> SeriesPlan:
        """What would be kept."""
        order = tuple(shot.item.id for shot in self.shots)
        gaps = tuple(before.item.id for before, after in _pairs(self.shots) if after.gap_before)
        data = self.group.currentData()
        group = None if data is None else Group(data)
        return SeriesPlan(order, self.title.text(), group, self.renumber.isChecked(), gaps)

    def move_by(self, step: int) -> None:
        """Move the chosen screenshot; what was found of gaps around it is no longer known, so none is claimed."""
        place = self.view.currentIndex().row()
        if place < 0 or not 0 <= place + step < len(self.shots):
            return
        moved = self.shots.pop(place)
        if place < len(self.shots):
            self.shots[place] = replace(self.shots[place], gap_before=False)
        self.shots.insert(place + step, replace(moved, gap_before=False))
        after = place + step + 1
        if after < len(self.shots):
            self.shots[after] = replace(self.shots[after], gap_before=False)
        self._fill(place + step)

    def leave_out(self) -> None:
        """Take the chosen one out of the series; the exhibit itself stays."""
        place = self.view.currentIndex().row()
        if 0 <= place < len(self.shots) and len(self.shots) > 2:
            del self.shots[place]
            self._fill(min(place, len(self.shots) - 1))

    def keep(self) -> None:
        """Keep it, say so, and close."""
        case_id, plan, service = self.shots[0].item.case_id, self.plan, self._desk.services.series

        def done() -> None:
            n = len(plan.order)
            self._desk.toasts.show(translate("Series", "%n screenshots put in order", "", n))
            self.accept()

        self._desk.change(self, lambda: service.keep(case_id, plan), done)

    def _warn(self, on: bool) -> None:
        """Other numbers: say so if papers with the present ones have gone out."""
        if not on:
            self.warning.hide()
            return
        case_id, service = self.shots[0].item.case_id, self._desk.services.numbering

        def tell(named: NamedIn) -> None:
            n = len(named.gone_out)
            self.warning.setText(translate("Series", "%n paper(s) with the present numbers have left the app.", "", n))
            self.warning.setVisible(bool(n) and self.renumber.isChecked())

        self._desk.read(self, lambda: service.named_in(case_id), tell)

    def _fill(self, chosen: int) -> None:
        self.model.clear()
        count = len(self.shots)
        for place, shot in enumerate(self.shots):
            item = QStandardItem(self._icon(shot.item), _line(shot, place, count))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setData(shot.item.file.sha256, _PLACE)
            self.model.appendRow(item)
        self.view.setCurrentIndex(self.model.index(chosen, 0))
        self._tell_gaps()
        self._allow()

    def _tell_gaps(self) -> None:
        told = []
        for place, (_, after) in enumerate(_pairs(self.shots), 1):
            if after.gap_before and not after.unread:
                text = translate("Series", "No overlap between {n} and {m}: is something missing?")
                told.append(text.format(n=place, m=place + 1))
        doubles = [place for place, shot in enumerate(self.shots, 1) if shot.within]
        told += [translate("Series", "{n} shows nothing that another one does not.").format(n=n) for n in doubles]
        self.gaps.setText("\n".join(told))
        self.gap_card.setVisible(bool(told))

    def _allow(self) -> None:
        place, count = self.view.currentIndex().row(), len(self.shots)
        self.up.setEnabled(place > 0)
        self.down.setEnabled(0 <= place < count - 1)
        self.out.setEnabled(place >= 0 and count > 2)
        self.go.setEnabled(bool(self.title.text().strip()))

    def _icon(self, item: Evidence) -> QIcon:
        thumb = self._thumbs.get(item)
        if thumb is None or not thumb.has_picture:
            return self._desk.icon(words.kind_icon(item.media.media_type), self._desk.theme.colours.muted)
        return QIcon(thumb.sized(self._desk.theme.px(_THUMB_PX)))

    def _show_thumb(self, sha256: str) -> None:
        for place, shot in enumerate(self.shots):
            if shot.item.file.sha256 == sha256 and place < self.model.rowCount():
                self.model.item(place).setIcon(self._icon(shot.item))

    def _lay_out(self) -> None:
        whole = column(self, gap=M, margin=XL)
        whole.addWidget(PlainLabel(translate("Series", "Chat screenshots in order"), "title"))
        text = translate("Series", "Found by what they share. Look through them: the order is yours to confirm.")
        whole.addWidget(PlainLabel(text, "muted", wrap=True))
        self.gap_card.body.addWidget(self.gaps)
        whole.addWidget(self.gap_card)
        middle = row(gap=S)
        middle.addWidget(self.view, 1)
        tools = column(gap=S)
        for tool in (self.up, self.down, self.out):
            tools.addWidget(tool)
        tools.addStretch(1)
        middle.addLayout(tools)
        whole.addLayout(middle, 1)
        fields = QGridLayout()
        fields.setHorizontalSpacing(L)
        fields.setVerticalSpacing(XS)
        for place, (name, widget) in enumerate(
            ((translate("Series", "Titles begin with"), self.title), (translate("Series", "Group"), self.group))
        ):
            label = PlainLabel(name, "label")
            label.setBuddy(widget)
            widget.setAccessibleName(name)
            fields.addWidget(label, 0, place)
            fields.addWidget(widget, 1, place)
            fields.setColumnStretch(place, 1)
        whole.addLayout(fields)
        whole.addWidget(self.renumber)
        whole.addWidget(self.warning)
        foot = row(gap=M)
        foot.addStretch(1)
        foot.addWidget(button(translate("Series", "Cancel"), self.reject))
        foot.addWidget(self.go)
        whole.addLayout(foot)


def _pairs(shots: Sequence[Shot]) -> list[tuple[Shot, Shot]]:
    return list(pairwise(shots))


def _groups() -> QComboBox:
    made = QuietCombo()
    made.addItem(translate("Series", "As it is"), None)
    for group in Group:
        if group is not Group.NONE:
            made.addItem(words.group_text(group), group.value)
    return made


def _line(shot: Shot, place: int, count: int) -> str:
    text = f"{place + 1}/{count}   {words.stamp(shot.item.exhibit_no)}   {shot.item.title}"
    if shot.unread:
        return f"{text}\n{translate('Series', 'Could not be read: place it by hand')}"
    if shot.within:
        same = translate("Series", "All of it is on {exhibit}").format(exhibit=words.stamp(shot.within))
        return f"{text}\n{same}"
    if shot.gap_before and place:
        return f"{text}\n{translate('Series', 'Shares nothing with the one before')}"
    return text
