"""Writes the dossier or the case's data to a place of the person's choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from walletcase.domain.case import Case
from walletcase.services.dossier_options import DossierOptions, Rendered
from walletcase.ui.dossier.audiences import paper_title
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.paper.targets import suggested
from walletcase.ui.shell.tasks import Job


class Exporter(QObject):
    """``began`` carries what to say meanwhile; ``exported`` the file, and the numbers of exhibits whose files are not
    in a pack; ``ended`` comes in any case.
    """

    began = Signal(str)
    progressed = Signal(int, int)
    exported = Signal(object, object)
    ended = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None

    def export_pdf(self, case: Case, options: DossierOptions) -> None:
        """Ask where to and write the dossier there."""
        dossiers = self._desk.services.dossiers
        title = translate("Dossier", "Export the dossier")
        target = self._target(title, case, options, ".pdf", translate("Dossier", "PDF document (*.pdf)"))
        if target is None:
            return

        def work(job: Job) -> None:
            dossiers.export_pdf(case.id, target, options, progress=job.report, cancelled=job.is_cancelled)

        self._run(work, case, target)

    def export_pack(self, case: Case, options: DossierOptions) -> None:
        """Ask where to and write the evidence pack there."""
        packs = self._desk.services.packs
        title = translate("Dossier", "Export the evidence pack")
        target = self._target(title, case, options, ".zip", translate("Dossier", "Evidence pack (*.zip)"))
        if target is None:
            return

        def work(job: Job) -> Rendered:
            return packs.export(case.id, target, options, progress=job.report, cancelled=job.is_cancelled)

        self._run(work, case, target)

    def export_chronology(self, case: Case, options: DossierOptions) -> None:
        """Ask where to and write the chronology there, to work on with it."""
        dossiers = self._desk.services.dossiers
        title = translate("Dossier", "Export the chronology")
        kinds = translate("Dossier", "Word document (*.docx)"), translate("Dossier", "Table (*.csv)")
        target = self._target(title, case, options, ".docx", ";;".join(kinds), also=(".csv",))
        if target is not None:
            self._run(lambda job: dossiers.export_chronology(case.id, target, options), case, target)

    def export_data(self, case: Case, options: DossierOptions) -> None:
        """Ask where to and write the case as data there: all of it."""
        case_files = self._desk.services.case_files
        title = translate("Dossier", "Export the case as data")
        target = self._target(title, case, options, ".json", translate("Dossier", "Data (*.json)"))
        if target is not None:
            self._run(lambda job: case_files.export(case.id, target, options.audience), case, target)

    def cancel(self) -> None:
        """Stop; nothing is left behind."""
        if self._job is not None:
            self._job.cancel()

    def _target(
        self, title: str, case: Case, options: DossierOptions, ending: str, kinds: str, also: Sequence[str] = ()
    ) -> Path | None:
        """Where to. If the person left the ending out it is added, and asked before that replaces a file."""
        picked = self._desk.dialogs.pick_target(title, suggested(case, ending, paper_title(options.audience)), kinds)
        if picked is None or picked.suffix.lower() in (ending, *also):
            return picked
        target = picked.with_name(picked.name + ending)
        if not target.exists():
            return target
        question = translate("Dossier", "Replace '{name}'?").format(name=target.name)
        more = translate("Dossier", "A file of that name is there already.")
        return target if self._desk.dialogs.confirm(question, more, translate("Dossier", "Replace")) else None

    def _run(self, work: Callable[[Job], Rendered | None], case: Case, target: Path) -> None:
        if self._job is not None:
            return
        ended: list[bool] = []

        def end() -> None:
            ended.append(True)
            self._job = None
            self.ended.emit()

        def done(made: Rendered | None) -> None:
            end()
            self.exported.emit(target, made.kept_back if made else ())
            self._desk.bus.left.emit(case.id)

        def failed(error: BaseException) -> None:
            end()
            self._desk.fail(error)

        self.began.emit(translate("Dossier", "Exporting…"))
        job = self._desk.files.run(work, done, failed, self)
        if not ended:
            self._job = job
            job.follow(self.progressed.emit)
