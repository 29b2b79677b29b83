"""Ways into the case: files, folders, a paste, what is inside an exhibit. Asks before very large files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QImage

from walletcase.domain.evidence import Evidence, EvidenceEdit, Member, Way
from walletcase.domain.ids import CaseId
from walletcase.services.attaching import InFile
from walletcase.services.evidence import Entry
from walletcase.ui.evidence import words
from walletcase.ui.evidence.imports import Batch, Imports, Picture, Scan, scan
from walletcase.ui.evidence.intake import ending_of, take
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate

_MOST_NAMED = 5
_MOST_MEMBERS = 20


class Adding(QObject):
    """Turns what the person gave into batches for ``imports``. What the case has already is offered as a link."""

    def __init__(self, desk: Desk, imports: Imports, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._imports = imports

    def add_files(
        self, case_id: CaseId, paths: Sequence[Path], step_key: str = "", way: Way = Way.PICKED, title: str = ""
    ) -> None:
        """Add files and what is in folders, in the order given."""
        if not paths:
            return
        entry = Entry(EvidenceEdit(step_key=step_key or None, title=title or None), way, with_twins=False)

        def start(found: Scan) -> None:
            files = self._wanted(found)
            if not found.files:
                self._desk.toasts.show(translate("Evidence", "There are no files in this folder"))
            self._imports.add(Batch(case_id, entry, tuple(InFile(file) for file in files)))

        self._desk.files.run(lambda job: scan(paths), start, self._desk.fail, self)

    def add_mime(self, case_id: CaseId, mime: QMimeData, way: Way = Way.PASTED) -> bool:
        """Add what a drop or the clipboard holds; say kindly why nothing could be added. Whether something was."""
        taken = take(mime)
        if taken.paths:
            self.add_files(case_id, taken.paths, way=way)
        elif taken.pictures:
            self.add_pictures(case_id, taken.pictures, way)
        else:
            self._desk.toasts.show(taken.refusal)
        return not taken.refusal

    def add_pictures(self, case_id: CaseId, pictures: Sequence[bytes | QImage], way: Way) -> None:
        """Add pictures that have no name, under the time of now."""
        now = self._desk.services.clock.now()
        captured = way is Way.CAPTURED
        stem = "captured" if captured else "pasted"
        shape = translate("Evidence", "Screen {time}") if captured else translate("Evidence", "Pasted {time}")
        title = shape.format(time=f"{now:%Y-%m-%d %H:%M}")
        source = translate("Evidence", "This screen") if captured else translate("Evidence", "Clipboard")
        batches = []
        for number, picture in enumerate(pictures, 1):
            nth, in_title = (f"-{number}", f" ({number})") if len(pictures) > 1 else ("", "")
            name = f"{stem}-{now:%Y%m%d-%H%M%S}{nth}.{ending_of(picture)}"
            edit = EvidenceEdit(title=title + in_title, source=source, made_on=f"{now:%Y-%m-%d}")
            batches.append(Batch(case_id, Entry(edit, way, with_twins=False), (Picture(name, picture),)))
        self._imports.add(*batches)

    def unpack(self, holder: Evidence) -> None:
        """Ask whether what is inside an exhibit is to be added, naming it, and add it."""
        unpacking = self._desk.services.unpacking

        def ask(members: tuple[Member, ...]) -> None:
            if not members:
                self._desk.toasts.show(translate("Evidence", "There is nothing inside that can be taken out"))
                return
            lines = [f"{one.name}  {words.size_text(one.size_bytes)}" for one in members[:_MOST_MEMBERS]]
            if len(members) > _MOST_MEMBERS:
                lines.append(translate("Evidence", "and {n} more").format(n=len(members) - _MOST_MEMBERS))
            question = translate("Evidence", "Add %n file(s) from inside?", "", len(members))
            if self._desk.dialogs.confirm(question, "\n".join(lines), translate("Evidence", "Add them")):
                self._imports.add(Batch(holder.case_id, Entry(), holder=holder, members=members))

        self._desk.files.run(lambda job: unpacking.members(holder), ask, self._desk.fail, self)

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
