"""The dossier tab: options on the left, the live dossier on the right; export, print, hand over."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent, QShowEvent

from walletcase.domain.case import Case, CaseRecord
from walletcase.domain.custody import LeftBy
from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.errors import Exit, UserError
from walletcase.domain.ids import CaseId
from walletcase.services.changes import Changes
from walletcase.services.dossier_options import DossierOptions, Rendered
from walletcase.services.dossiers import refuse_leaks
from walletcase.ui.dossier.audiences import paper_title
from walletcase.ui.dossier.choosing import Choosing
from walletcase.ui.dossier.exporting import Exporter
from walletcase.ui.dossier.live import LivePreview
from walletcase.ui.dossier.maker import PreviewMaker
from walletcase.ui.dossier.on_paper import Choose, OnPaper, hand_over
from walletcase.ui.dossier.panel import DossierPanel
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.paper.printing import choose_printer
from walletcase.ui.shell.paper.scratch import Scratch
from walletcase.ui.shell.paper.targets import file_name, open_path
from walletcase.ui.shell.room import CaseTab
from walletcase.ui.widgets.layout import row

PANEL_DIGITS = 31


class DossierTab(CaseTab):
    """``choose`` asks for a printer, ``opener`` opens a file in its program; tests put others in their place."""

    def __init__(
        self, desk: Desk, choose: Choose = choose_printer, opener: Callable[[Path], bool] = open_path
    ) -> None:
        super().__init__()
        self.desk = desk
        self._opener = opener
        self._record: CaseRecord | None = None
        self._is_only_journal = False  # what was changed since the preview is the journal, by what went out
        self._is_stale = False
        self._scratch = Scratch(desk.services.temp_folder)
        self.maker = PreviewMaker(desk, self._scratch, self)
        self.panel = DossierPanel(desk)
        self.preview = LivePreview(desk, self.maker)
        self.choosing = Choosing(desk, self.panel.reader, self)
        self.exporter = Exporter(desk, self)
        self.on_paper = OnPaper(desk, self._scratch, choose, self)
        box = row(self, gap=0)
        box.addWidget(self.panel)
        box.addWidget(self.preview, 1)
        self._connect()

    def show_case(self, record: CaseRecord, changes: Changes | None) -> None:
        """Show a case; the preview is made anew while the tab is in view."""
        is_other = self._record is None or self._record.case.id != record.case.id
        self.panel.show_originals(record.live_evidence, is_other=is_other)
        self.panel.reader.show_case(record)
        if self._record is not None and is_other:
            self.maker.forget()
            self.panel.show_nothing()
            self.preview.hide_work()
            self.preview.show_words("")
        self._record = record
        self._is_stale = True
        if self.isVisible():
            self._want()

    def showEvent(self, event: QShowEvent) -> None:
        """Make what has changed since it was last seen."""
        super().showEvent(event)
        if self._is_stale:
            self._want()

    def export_pdf(self) -> None:
        """Ask where to and write the dossier there."""
        self._with_case(self.exporter.export_pdf)

    def _with_case(self, export: Callable[[Case, DossierOptions], None]) -> None:
        if self._record is not None and not self._refused_unseen():
            export(self._record.case, self.panel.options())

    def print_(self) -> None:
        """Ask for a printer and print what the preview shows, made anew first if it is not up to date."""
        record = self._record
        if record is None or self.on_paper.is_busy:
            return
        self._refresh()
        self.maker.then(partial(self._print_rendered, record))

    def look(self) -> None:
        """Open a copy of the dossier in the system's PDF viewer."""
        record = self._record
        if record is None:
            return

        def show(rendered: Rendered) -> None:
            if self._may_not_leave(rendered):
                return
            title = paper_title(self.panel.options().audience)
            copy = self._scratch.copy(rendered.path, file_name(record.case, ".pdf", title))
            if self._open(copy):
                hand_over(self.desk, record, rendered, LeftBy.OPEN, "")

        self._refresh()
        self.maker.then(show)

    def _grow_stale(self, case_id: CaseId) -> None:
        """What leaves next prints the journal with the line that was just written."""
        if self._record is not None and self._record.case.id == case_id:
            self._is_only_journal = not self._is_stale and self.maker.is_current
            self._is_stale = True

    def _refresh(self) -> None:
        if self._is_stale:
            self._want()

    def _want(self) -> None:
        if self._record is None:
            return
        self._is_stale = False
        self.choosing.tell(self._record)
        if self.maker.rendered is None:
            self.preview.show_words("")  # the bar over the pages says what goes on
        self.maker.want(self._record.case.id, self.panel.options())

    def _want_other(self) -> None:
        """Another option: what was looked at was another dossier."""
        self._is_only_journal = False
        self._want()

    def _show_made(self, rendered: Rendered) -> None:
        self.preview.end(self.maker.cancel)
        self.panel.show_rendered(rendered, rendered.path.stat().st_size)
        self.preview.show_document(rendered.pages, is_other=False)
        if not self._is_only_journal:  # the same but for its newest line: what was looked at was looked at
            self.preview.pages.forget_looks()
        self._is_only_journal = False
        self._show_looks(len(self.preview.pages.looks.pages))

    def _show_looks(self, seen: int) -> None:
        rendered = self.maker.rendered
        self.panel.show_looks(seen, rendered.pages if rendered else 0)

    def _refused_unseen(self) -> bool:
        """Whether the public would see pages that nobody has looked at; the person is told."""
        rendered, options = self.maker.rendered, self.panel.options()
        if options.audience is not Audience.PUBLIC:
            return False
        seen = len(self.preview.pages.looks.pages)
        is_fresh = not self._is_stale or self._is_only_journal
        if rendered is not None and is_fresh and seen >= rendered.pages:
            return False
        self.desk.fail(UserError("dossier_unseen", exit_code=Exit.REFUSED))
        return True

    def _print_rendered(self, record: CaseRecord, rendered: Rendered) -> None:
        if not self._may_not_leave(rendered):
            self.on_paper.print_(record, rendered, paper_title(self.panel.options().audience))

    def _print_began(self) -> None:
        self.preview.begin(translate("Dossier", "Printing…"), self.on_paper.cancel)

    def _may_not_leave(self, rendered: Rendered) -> bool:
        """Whether its reader would see what they must not, or what nobody looked at; the person is told."""
        if self._refused_unseen():
            return True
        try:
            refuse_leaks(rendered)
        except UserError as error:
            self.desk.fail(error)
            return True
        return False

    def _print_ended(self, error: BaseException | None) -> None:
        self.preview.end(self.on_paper.cancel)
        if error is None:
            self.desk.toasts.show(translate("Dossier", "Sent to the printer"))
        else:
            self.desk.fail(error)

    def _export_began(self, text: str) -> None:
        self.preview.begin(text, self.exporter.cancel)

    def _exported(self, target: Path, kept_back: tuple[int, ...]) -> None:
        self.panel.show_exported(target, kept_back)
        text = translate("Dossier", "Exported {name}").format(name=target.name)
        self.desk.toasts.show(text, translate("Dossier", "Open"), lambda: self._open(target))

    def _open(self, path: Path) -> bool:
        is_open = self._opener(path)
        if not is_open:
            self.desk.fail(UserError("no_program", exit_code=Exit.REFUSED, file=path.name))
        return is_open

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the preview its share where there is little room."""
        super().resizeEvent(event)
        wanted = PANEL_DIGITS * self.panel.fontMetrics().horizontalAdvance("0")
        needed = self.panel.page.minimumSizeHint().width() + self.panel.verticalScrollBar().sizeHint().width()
        self.panel.setFixedWidth(max(needed, min(wanted, self.width() * 9 // 20)))

    def _connect(self) -> None:
        self.maker.made.connect(self._show_made)
        self.panel.changed.connect(self._want_other)
        self.panel.choose_wanted.connect(self.choosing.open)
        self.panel.unseen_wanted.connect(self.preview.pages.go_to_unseen)
        self.preview.pages.looked_at.connect(self._show_looks)
        self.desk.bus.left.connect(self._grow_stale)
        self.panel.export_wanted.connect(self.export_pdf)
        self.panel.print_wanted.connect(self.print_)
        self.panel.look_wanted.connect(self.look)
        self.panel.data_wanted.connect(lambda: self._with_case(self.exporter.export_data))
        self.panel.pack_wanted.connect(lambda: self._with_case(self.exporter.export_pack))
        self.panel.chronology_wanted.connect(lambda: self._with_case(self.exporter.export_chronology))
        self.panel.open_wanted.connect(self._open)
        self.panel.folder_wanted.connect(lambda target: self._open(target.parent))
        self.on_paper.began.connect(self._print_began)
        self.on_paper.progressed.connect(self.preview.show_progress)
        self.on_paper.ended.connect(self._print_ended)
        self.exporter.began.connect(self._export_began)
        self.exporter.progressed.connect(self.preview.show_progress)
        self.exporter.ended.connect(lambda: self.preview.end(self.exporter.cancel))
        self.exporter.exported.connect(self._exported)
        clear_scratch = self._scratch.clear
        self.destroyed.connect(lambda: clear_scratch())
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(clear_scratch)
