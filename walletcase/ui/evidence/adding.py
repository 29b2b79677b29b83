"""Ways into the case: files, folders, a paste. Asks before very large files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject

from walletcase.domain.evidence import EvidenceEdit
from walletcase.domain.ids import CaseId
from walletcase.ui.evidence import words
from walletcase.ui.evidence.imports import Batch, Imports, Scan, scan
from walletcase.ui.evidence.intake import Taken, take
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate

_MOST_NAMED = 5


class Adding(QObject):
    """Turns what the person gave into batches for ``imports``."""

    def __init__(self, desk: Desk, imports: Imports, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._imports = imports

    def add_files(self, case_id: CaseId, paths: Sequence[Path], step_key: str = "") -> None:
        """Add files and what is in folders, in the order given."""
        if not paths:
            return

        def start(found: Scan) -> None:
            files = self._wanted(found)
            if not found.files:
                self._desk.toasts.show(translate("Evidence", "There are no files in this folder"))
            self._imports.add(Batch(case_id, EvidenceEdit(step_key=step_key or None), files))

        self._desk.files.run(lambda job: scan(paths), start, self._desk.fail, self)

    def add_mime(self, case_id: CaseId, mime: QMimeData) -> bool:
        """Add what a drop or the clipboard holds; say kindly why nothing could be added. Whether something was."""
        taken = take(mime)
        if taken.paths:
            self.add_files(case_id, taken.paths)
        elif taken.picture is not None:
            self._add_picture(case_id, taken)
        else:
            self._desk.toasts.show(taken.refusal)
        return not taken.refusal

    def _add_picture(self, case_id: CaseId, taken: Taken) -> None:
        now = self._desk.services.clock.now()
        title = translate("Evidence", "Pasted {time}").format(time=f"{now:%Y-%m-%d %H:%M}")
        edit = EvidenceEdit(title=title, source=translate("Evidence", "Clipboard"), made_on=f"{now:%Y-%m-%d}")
        name = f"pasted-{now:%Y%m%d-%H%M%S}.png"
        self._imports.add(Batch(case_id, edit, picture=taken.picture, name=name))

    def _wanted(self, found: Scan) -> tuple[Path, ...]:
        if not found.large:
            return found.files
        lines = [f"{file.name}  {words.size_text(size)}" for file, size in found.large[:_MOST_NAMED]]
        if len(found.large) > _MOST_NAMED:
            lines.append("…")
        rest = translate("Evidence", "Without them, the other files are added.")
        more = "\n".join((*lines, "", rest) if len(found.files) > len(found.large) else lines)
        question = translate("Evidence", "Add %n very large file(s)?", "", len(found.large))
        if self._desk.dialogs.confirm(question, more, translate("Evidence", "Add them")):
            return found.files
        large = {file for file, _ in found.large}
        return tuple(file for file in found.files if file not in large)
