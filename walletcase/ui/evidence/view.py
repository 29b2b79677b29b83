"""The Evidence tab: the exhibits, and every way to add more."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from walletcase.domain.case import CaseRecord
from walletcase.domain.evidence import Evidence, EvidenceEdit, Way
from walletcase.domain.ids import CaseId, EvidenceId
from walletcase.services.changes import Changes
from walletcase.ui.evidence.adding import Adding
from walletcase.ui.evidence.arrival_line import ArrivalLine
from walletcase.ui.evidence.board import Board
from walletcase.ui.evidence.capturing import Capturing
from walletcase.ui.evidence.drop_veil import DropVeil
from walletcase.ui.evidence.import_panel import ImportPanel
from walletcase.ui.evidence.imports import Batch, imports_of
from walletcase.ui.evidence.intake import may_hold_evidence
from walletcase.ui.evidence.ordering import Ordering
from walletcase.ui.evidence.reading_line import ReadingLine
from walletcase.ui.evidence.readings import readings_of
from walletcase.ui.evidence.redacting import Redacting
from walletcase.ui.evidence.unfinished import Unfinished
from walletcase.ui.evidence.watching import watch_of
from walletcase.ui.look.tokens import L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.drops import copying_action
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.room import CaseTab
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.empty import EmptyState
from walletcase.ui.widgets.layout import Card, ScrollColumn, column


class EvidenceTab(CaseTab):
    """Files fall or are pasted anywhere on it; items appear as they are stored."""

    def __init__(self, desk: Desk, unfinished: Unfinished | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._record: CaseRecord | None = None
        self._wanted: EvidenceId | None = None
        self.imports = imports_of(desk.files, desk.services.evidence, desk.services.unpacking)
        self.adding = Adding(desk, self.imports, self)
        self.board = Board(desk, unfinished)
        self.ordering = Ordering(desk, self.board.gallery, self)
        self.panel = ImportPanel(desk, self.imports)
        self.readings = readings_of(desk.files, desk.services.reading)
        self.reading_line = ReadingLine(desk, self.readings)
        self.watch = watch_of(desk.files)
        self.arrivals = ArrivalLine(desk, self.watch)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.board)
        self.stack.addWidget(self._empty())
        self.stack.setCurrentIndex(1)
        self.veil = DropVeil(desk, self)
        self.redacting = Redacting(desk, self)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.board.gallery)
        box = column(self, gap=S)
        box.setContentsMargins(L, M, S, 0)
        box.addWidget(self.panel)
        box.addWidget(self.arrivals)
        box.addWidget(self.reading_line)
        box.addWidget(self.stack, 1)
        self._connect()

    def show_case(self, record: CaseRecord, changes: Changes | None) -> None:
        """Show a case's exhibits; the one looked at stays, and so does what is being typed about it."""
        self._record = record
        self.readings.prefer(record.case.id)
        self.board.show_record(record)
        self.ordering.show_case(record)
        self.stack.setCurrentIndex(0 if record.live_evidence else 1)
        if self._wanted is not None and self.board.select(self._wanted):
            self._wanted = None

    def go_to(self, item: str) -> None:
        """Choose an exhibit by its id, now or when it comes."""
        if item.isdigit():
            evidence_id = EvidenceId(int(item))
            self._wanted = None if self.board.select(evidence_id) else evidence_id

    def show_place(self, evidence_id: EvidenceId, page_no: int, word: str = "", mark_id: int = 0) -> None:
        """Choose an exhibit, turn to a page (from 0), light a word and a mark on it, now or when it comes."""
        self.go_to(str(evidence_id))
        self.board.looking.show_place(evidence_id, page_no, word, mark_id)

    def flush(self) -> None:
        """Save what is typed and not yet saved."""
        self.board.detail.form.flush()
        self.board.detail.words.flush()

    def add_files(
        self, paths: Sequence[Path], step_key: str = "", case_id: CaseId | None = None, way: Way = Way.PICKED
    ) -> None:
        """Add files, and the files of folders, to ``case_id`` (default: the case shown)."""
        target = self._case_id if case_id is None else case_id
        if target is not None:
            self.adding.add_files(target, list(paths), step_key, way)

    def capture(self) -> None:
        """Let the person mark a part of the screen, and add it to the case shown now."""
        case_id = self._case_id
        if case_id is not None:
            capturing = Capturing(self._desk, self.window())
            capturing.captured.connect(lambda picture: self.adding.add_pictures(case_id, (picture,), Way.CAPTURED))
            capturing.refused.connect(self._desk.toasts.show)
            capturing.start()

    def redact(self) -> None:
        """Let the person cover parts of the exhibit that is looked at."""
        self.board.ask_redact()

    def paste(self, mime: QMimeData) -> bool:
        """Add what the clipboard holds to the case shown: files, else a picture. Whether something was added."""
        return self._case_id is not None and self.adding.add_mime(self._case_id, mime)

    def paste_clipboard(self) -> None:
        """Add what the clipboard holds now."""
        self.paste(QApplication.clipboard().mimeData())

    def pick_files(self) -> None:
        """Let the person choose files to add."""
        self.add_files(self._desk.dialogs.pick_files(translate("Evidence", "Add files")))

    def pick_folder(self) -> None:
        """Let the person choose a folder whose files are added."""
        folder = self._desk.dialogs.pick_folder(translate("Evidence", "Add all files of a folder"))
        if folder is not None:
            self.add_files([folder])

    def renumber(self) -> None:
        """Let the person renumber the exhibits."""
        self.flush()
        self.ordering.renumber()

    def order_series(self) -> None:
        """Let the person put screenshots of one chat in order."""
        self.flush()
        self.ordering.order_series()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V adds what the clipboard holds."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_clipboard()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files and pictures."""
        action = copying_action(event)
        if self._case_id is not None and action is not None and may_hold_evidence(event.mimeData()):
            event.setDropAction(action)
            event.accept()
            self.veil.cover()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went away again."""
        self.veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was let go. It is copied, never moved."""
        self.veil.hide()
        action = copying_action(event)
        if self._case_id is not None and action is not None:
            event.setDropAction(action)
            event.accept()
            self.adding.add_mime(self._case_id, event.mimeData(), Way.DROPPED)

    @property
    def _case_id(self) -> CaseId | None:
        return self._record.case.id if self._record else None

    def _connect(self) -> None:
        desk = self._desk
        self.imports.changed.connect(desk.bus.changed)
        self.imports.broke.connect(desk.fail)
        self.imports.ended.connect(self._choose_new)
        self.arrivals.add_wanted.connect(lambda paths: self.add_files(paths, way=Way.WATCHED))
        self.panel.show_wanted.connect(lambda item: self.go_to(str(item.id)))
        self.panel.use_wanted.connect(self._use_existing)
        self.panel.unpack_wanted.connect(self.adding.unpack)
        self.board.detail.facts.unpack_asked.connect(self.adding.unpack)
        self.board.bar.files_wanted.connect(self.pick_files)
        self.board.bar.folder_wanted.connect(self.pick_folder)
        self.board.bar.paste_wanted.connect(self.paste_clipboard)
        self.board.bar.capture_wanted.connect(self.capture)
        self.board.bar.renumber_wanted.connect(self.renumber)
        self.board.bar.series_wanted.connect(self.order_series)
        self.board.redact_asked.connect(self.redacting.open)
        self.board.detail.kin.wanted.connect(lambda evidence_id: self.go_to(str(evidence_id)))
        self.redacting.shown.connect(lambda item: self.go_to(str(item.id)))
        self.board.detail.form.pasted.asked.connect(self.paste_clipboard)

    def _choose_new(self) -> None:
        """Show the first of the items that just came in, unless something is being typed about another."""
        for _, twin in self.imports.state.twins:
            self.board.gallery.look_again(twin.existing)
            self.board.detail.viewer.look_again()
        added = [item for item in self.imports.state.added if item.case_id == self._case_id]
        if added and not self.board.detail.form.is_in_use:
            self.go_to(str(added[0].id))

    def _use_existing(self, existing: Evidence, batch: Batch) -> None:
        """Show the exhibit that is there, and let it belong to the step the twin was added from."""
        step_key = batch.entry.edit.step_key
        if step_key and not existing.step_key:
            service = self._desk.services.evidence
            edit = EvidenceEdit(step_key=step_key)
            self._desk.change(self, lambda: service.edit(existing.case_id, existing.id, edit))
        self.go_to(str(existing.id))

    def _empty(self) -> QWidget:
        pick = button(
            translate("Evidence", "Add files…"),
            self.pick_files,
            kind="primary",
            icon=self._desk.icon("paperclip", self._desk.theme.colours.on_accent),
        )
        text = translate(
            "Evidence",
            "Drop screenshots, photos or PDFs here, or press Ctrl+V to paste.\n"
            "They are copied and stay exactly as they are.",
        )
        heading = translate("Evidence", "No evidence yet")
        buttons = (pick, button(translate("Evidence", "Paste"), self.paste_clipboard))
        zone = Card("drop", margin=S)
        zone.body.addWidget(EmptyState(self._desk.theme, "empty-evidence", heading, text, buttons))
        page = ScrollColumn(margin=0)  # so that the drawing never asks for more height than there is
        page.body.setContentsMargins(0, 0, S, L)
        page.body.addWidget(zone)
        return page
