"""What can be done with exhibits: throw away and bring back, save a copy, open outside."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from walletcase.domain.custody import LeftBy
from walletcase.domain.errors import UserError
from walletcase.domain.evidence import Evidence, EvidenceEdit, Group
from walletcase.domain.ids import CaseId
from walletcase.infra.files import WholeFiles
from walletcase.services.changes import Changes, changed
from walletcase.services.leaving import Left
from walletcase.ui.evidence import words
from walletcase.ui.evidence.names import safe_name, would_run
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.leaving import note
from walletcase.ui.shell.tasks import Job

OPEN_PREFIX = "open-"


class Deeds(QObject):
    """Every deed works on frozen items and tells of its end by a toast."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def trash(self, items: Sequence[Evidence]) -> None:
        """Put items into the trash, with a way back."""
        if not items:
            return
        service, case_id = self._desk.services.evidence, items[0].case_id

        def work() -> Changes:
            for item in items:
                service.trash(case_id, item.id)
            return changed(case_id)

        def done() -> None:
            text = translate("Evidence", "%n exhibits moved to the trash", "", len(items))
            if len(items) == 1:
                text = translate("Evidence", "{exhibit} moved to the trash").format(
                    exhibit=words.stamp(items[0].exhibit_no)
                )
            self._desk.toasts.show(text, translate("Evidence", "Undo"), lambda: self.restore(items))

        self._change(case_id, work, done)

    def restore(self, items: Sequence[Evidence]) -> None:
        """Take items out of the trash, under the numbers they had."""
        service, case_id = self._desk.services.evidence, items[0].case_id

        def work() -> Changes:
            for item in items:
                service.restore(case_id, item.id)
            return changed(case_id)

        self._change(case_id, work, None)

    def put_into(self, items: Sequence[Evidence], group: Group) -> None:
        """Put items into a group of the evidence index, all in one piece."""
        service, moved = self._desk.services.evidence, [item for item in items if item.group is not group]
        if moved:
            case_id, edit = moved[0].case_id, EvidenceEdit(group=group)
            self._change(case_id, lambda: service.edit_all(case_id, [item.id for item in moved], edit), None)

    def save_copy(self, item: Evidence) -> None:
        """Write the file, byte for byte, where the person says."""
        name = safe_name(item.original_name, item.media.media_type)
        target = self._desk.dialogs.pick_target(
            translate("Evidence", "Save a copy"), name, translate("Evidence", "All files (*)")
        )
        if target is None:
            return
        saved, custody = translate("Evidence", "Saved {file}").format(file=target.name), self._desk.services.custody

        def work(job: Job) -> None:
            source = self._source(item)
            WholeFiles().write_whole(target, lambda part: _copy(source, part))
            # In the job: what comes back to a window that closes meanwhile is dropped, and the copy is out.
            custody.left(item.case_id, [item.id], Left(LeftBy.EXPORT, target=target.name))

        def done(_: None) -> None:
            self._desk.toasts.show(saved)
            self._desk.bus.left.emit(item.case_id)

        self._desk.files.run(work, done, self._desk.fail, self)

    def open_outside(self, item: Evidence) -> None:
        """Open a copy with the system's own program; asks first where that may run what is in the file."""
        name = safe_name(item.original_name, item.media.media_type)
        if would_run(name, item.media.media_type) and not self._desk.dialogs.confirm(
            translate("Evidence", "Open '{file}'?").format(file=name),
            translate(
                "Evidence",
                "Files of this kind can run a program on this computer. Open it only if you know where it comes from.",
            ),
            translate("Evidence", "Open it"),
            danger=True,
        ):
            return
        temp = self._desk.services.temp_folder

        def work(job: Job) -> Path:
            # A copy: another program must never get hold of the original.
            source = self._source(item)
            copy = Path(tempfile.mkdtemp(prefix=OPEN_PREFIX, dir=temp)) / name
            _copy(source, copy)
            copy.chmod(0o400)
            return copy

        self._desk.files.run(work, lambda copy: self._open(item, copy), self._desk.fail, self)

    def _open(self, item: Evidence, copy: Path) -> None:
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
            self._note(item, Left(LeftBy.OPEN))
        else:
            self._desk.toasts.show(translate("Evidence", "No program on this computer opens this kind of file"))

    def _note(self, item: Evidence, left: Left) -> None:
        custody = self._desk.services.custody
        note(self._desk, item.case_id, lambda: custody.left(item.case_id, [item.id], left))

    def _source(self, item: Evidence) -> Path:
        source = self._desk.services.evidence.path(item)
        if not source.is_file():
            raise UserError("file_missing", file=item.original_name)
        return source

    def _change(self, case_id: CaseId, work: Callable[[], Changes], done: Callable[[], None] | None) -> None:
        def failed(error: BaseException) -> None:
            self._desk.bus.changed.emit(changed(case_id))  # some may have been done before one failed
            self._desk.fail(error)

        self._desk.change(self, work, done, failed)


def _copy(source: Path, target: Path) -> None:
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    with source.open("rb") as read, os.fdopen(os.open(target, flags, 0o600), "wb") as out:
        shutil.copyfileobj(read, out, 1 << 20)
