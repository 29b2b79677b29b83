"""The exhibits and the one that is looked at: side by side; one above the other where the tab is narrow and high."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSplitter, QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.evidence import Evidence, Group
from walletcase.domain.ids import EvidenceId
from walletcase.domain.numbering import grouped
from walletcase.ui.evidence import words
from walletcase.ui.evidence.bar import GalleryBar
from walletcase.ui.evidence.deeds import Deeds
from walletcase.ui.evidence.detail import Detail
from walletcase.ui.evidence.gallery import Gallery
from walletcase.ui.evidence.looking import Looking
from walletcase.ui.evidence.unfinished import Unfinished
from walletcase.ui.look.tokens import M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.layout import column

_SIDE_BY_SIDE_FROM_PX = 600
_DETAIL_UNDER_STRIP_PX = 220
_LEAST_LINES_PX = 170
_SHARES = (3, 4)


@dataclass(frozen=True, slots=True)
class _Shape:
    """How the room is used. ``narrow``: for the bar; ``strip``: tiles beside the viewer would stand in one column;
    ``low``: too low for a strip of tiles over the viewer; ``beside``: side by side.
    """

    narrow: bool = False
    strip: bool = False
    low: bool = False
    beside: bool = True


class Board(QWidget):
    """What can be done with the exhibits that are there. ``redact_asked`` carries one to be covered in part."""

    redact_asked = Signal(object)

    def __init__(self, desk: Desk, unfinished: Unfinished | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._record: CaseRecord | None = None
        self._wants_lines = False
        self._shape = _Shape()
        self._is_shared = False  # until then the splitter goes by what its halves would like, not by the shares
        self.deeds = Deeds(desk, self)
        self.bar = GalleryBar(desk)
        self.gallery = Gallery(desk)
        self.detail = Detail(desk, unfinished)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.gallery)
        self.splitter.addWidget(self.detail)
        self.splitter.setHandleWidth(M)
        self.splitter.setChildrenCollapsible(False)
        for place, share in enumerate(_SHARES):
            self.splitter.setStretchFactor(place, share)
        box = column(self, gap=S)
        box.addWidget(self.bar)
        box.addWidget(self.splitter, 1)
        self._connect()
        self.looking = Looking(desk, self.gallery, self.detail, self)

    def show_record(self, record: CaseRecord) -> None:
        """Show a case's exhibits; the one looked at stays, and so does what is being typed about it."""
        if self._record is None or self._record.case.id != record.case.id:
            self.detail.form.clear()
            self.expand(False)
        self._record = record
        self.bar.show_count(len(record.live_evidence))
        self.gallery.show_items(record.live_evidence, record.missing_files)
        self.bar.show_groups([group for group, _ in grouped(record.live_evidence)])
        self._mark_unfinished()

    def select(self, evidence_id: EvidenceId) -> bool:
        """Choose an exhibit, whatever group is shown; whether it is there."""
        items = self._record.live_evidence if self._record else ()
        if not self.gallery.select(evidence_id) and any(item.id == evidence_id for item in items):
            self.bar.show_all_groups()
        return self.gallery.select(evidence_id)

    def expand(self, on: bool) -> None:
        """Let the viewer take all the room, or give it back."""
        if on == self.detail.expanded:
            return
        for widget in (self.bar, self.gallery):
            widget.setVisible(not on)
        self.detail.expand(on)
        (self.detail.viewer.canvas if on else self.gallery).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the large picture; F takes the whole screen."""
        if event.key() == Qt.Key.Key_Escape and self.detail.expanded:
            self.expand(False)
        elif event.key() == Qt.Key.Key_F and not event.modifiers():
            self.looking.take_screen()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put gallery and detail side by side or one above the other."""
        super().resizeEvent(event)
        px = self._desk.theme.px
        narrow = self.width() < px(_SIDE_BY_SIDE_FROM_PX)
        strip = narrow or self.width() < self._least_detail() + M + self.gallery.two_columns_px
        low = strip and self.height() < self.gallery.strip_height + px(_DETAIL_UNDER_STRIP_PX)
        beside = not strip or (low and self.width() >= self._least_detail() + px(_LEAST_LINES_PX))
        shape = _Shape(narrow=narrow, strip=strip, low=low, beside=beside)
        if shape != self._shape or not self._is_shared:
            self._is_shared = True
            self._shape = shape
            self.bar.show_room(narrow=narrow)
            self.splitter.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
            self._share_room()

    def ask_redact(self) -> None:
        """Ask to cover parts of the exhibit that is looked at."""
        if self.gallery.current is not None:
            self.detail.form.flush()
            self.redact_asked.emit(self.gallery.current)

    def menu(self) -> QMenu:
        """Return what can be done with the chosen exhibits."""
        desk, chosen, viewer = self._desk, self.gallery.chosen, self.detail.viewer
        menu = QMenu(self)
        if len(chosen) == 1:
            menu.addAction(desk.icon("maximize"), translate("Evidence", "Look closely"), self._toggle_expanded)
            menu.addAction(desk.icon("fullscreen"), translate("Evidence", "Whole screen"), self.looking.take_screen)
            menu.addAction(desk.icon("square"), translate("Marks", "Mark…"), partial(viewer.marking.start, on=True))
            menu.addAction(desk.icon("pencil"), translate("Evidence", "Change title"), self.detail.edit_title)
            menu.addAction(desk.icon("eye-off"), translate("Redact", "Redact…"), self.ask_redact)
            menu.addSeparator()
            menu.addAction(desk.icon("download"), translate("Evidence", "Save a copy…"), self._save_copy)
            menu.addAction(
                desk.icon("external-link"), translate("Evidence", "Open with system viewer"), self._open_outside
            )
            menu.addAction(desk.icon("hash"), translate("Evidence", "Copy checksum"), self.detail.facts.copy_hash)
            menu.addSeparator()
        menu.addMenu(self._groups_menu(menu))
        menu.addAction(desk.icon("trash-2"), translate("Evidence", "Move to trash"), self._trash_chosen)
        return menu

    def _groups_menu(self, menu: QMenu) -> QMenu:
        chosen = self.gallery.chosen
        made = QMenu(translate("Evidence", "Put into group"), menu)
        made.setIcon(self._desk.icon("folder"))
        for group in Group:
            action = made.addAction(words.group_text(group), partial(self._put_into, group))
            action.setCheckable(True)
            action.setChecked({item.group for item in chosen} == {group})
        return made

    def _put_into(self, group: Group) -> None:
        self.detail.form.flush()
        self.deeds.put_into(self.gallery.chosen, group)

    def _mark_unfinished(self) -> None:
        """Say in the list where something is typed that can't be stored yet."""
        items = self._record.live_evidence if self._record else ()
        unfinished = self.detail.form.unfinished
        self.gallery.rows.mark_unfinished(frozenset(item.id for item in items if unfinished.of(item)))

    def _connect(self) -> None:
        gallery, viewer, facts = self.gallery, self.detail.viewer, self.detail.facts
        self.detail.form.left_over.connect(self._mark_unfinished)
        self.bar.lines_chosen.connect(self._show_lines)
        self.bar.order_chosen.connect(gallery.order_by)
        self.bar.group_chosen.connect(gallery.show_only)
        gallery.picked.connect(self._pick)
        gallery.opened.connect(self._toggle_expanded)
        gallery.delete_asked.connect(self._trash_chosen)
        gallery.rename_asked.connect(self.detail.edit_title)
        gallery.menu_asked.connect(self._show_menu)
        viewer.missed.connect(gallery.rows.mark_missing)
        viewer.expand_asked.connect(self._toggle_expanded)
        viewer.redact_asked.connect(self.ask_redact)
        viewer.open_asked.connect(self._open_outside)
        facts.save_asked.connect(self._save_copy)
        facts.open_asked.connect(self._open_outside)
        facts.trash_asked.connect(self._trash_current)

    def _pick(self, item: Evidence | None) -> None:
        if item is None:
            self.detail.form.clear()
        elif self._record is not None:
            self.detail.show_item(item, self._record, self.gallery.thumbs.kept(item))

    def _show_lines(self, on: bool) -> None:
        self._wants_lines = on
        self._share_room()

    def _share_room(self) -> None:
        shape = self._shape
        lines = self._wants_lines or shape.low
        self.gallery.show_as(lines=lines, strip=shape.strip)
        self.bar.show_shape(lines=lines, forced=shape.low)
        if shape.beside:
            width = max(self.width(), 100)
            detail = max(width * _SHARES[1] // sum(_SHARES), self._least_detail())
            self.splitter.setSizes([max(width - detail, 1), detail])
        else:
            top = self.splitter.height() // 3 if shape.low else self.gallery.strip_height
            self.splitter.setSizes([top, max(self.splitter.height() - top, 1)])

    def _least_detail(self) -> int:
        """The width in which nothing of the viewer is cut off."""
        bar = self.detail.verticalScrollBar().sizeHint().width()
        return self.detail.viewer.minimumSizeHint().width() + bar + M

    def _toggle_expanded(self) -> None:
        if self.gallery.current is not None:
            self.expand(not self.detail.expanded)

    def _show_menu(self, place: QPoint) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _trash_chosen(self) -> None:
        self.detail.form.flush()
        self.deeds.trash(self.gallery.chosen)

    def _trash_current(self) -> None:
        current = self.gallery.current
        self.detail.form.flush()
        self.deeds.trash((current,) if current else ())

    def _save_copy(self) -> None:
        if self.gallery.current is not None:
            self.deeds.save_copy(self.gallery.current)

    def _open_outside(self) -> None:
        if self.gallery.current is not None:
            self.deeds.open_outside(self.gallery.current)
