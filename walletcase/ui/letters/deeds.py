"""What is done with the open letter: let out, sent, composed anew, copied, thrown away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from walletcase.domain.case import CaseRecord
from walletcase.domain.letter import Letter
from walletcase.domain.readiness.findings import Findings, Severity
from walletcase.domain.writing.diff import DiffLine
from walletcase.infra.finding_texts import finding_text
from walletcase.services.changes import Changes
from walletcase.ui.letters.page import LetterPage
from walletcase.ui.letters.paper import LetterPaper
from walletcase.ui.letters.send_panel import usual_channel
from walletcase.ui.letters.words import name_of
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate


class LetterDeeds(QObject):
    """``made`` carries the id of a letter to open: a new draft, or one that came back."""

    made = Signal(int)

    def __init__(self, desk: Desk, page: LetterPage, paper: LetterPaper) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._paper = paper
        self.with_unconfirmed = False  # as the person chose when a letter was last composed

    def do(self, deed: str, record: CaseRecord, letter: Letter) -> None:
        """Do one of LetterPage.deed_wanted."""
        name = name_of(letter, self._desk.services.letters, self._desk.language)
        deeds: dict[str, Callable[[], None]] = {
            "copy": lambda: self._paper.copy(record.case.id, letter.id),
            "pdf": lambda: self._paper.export(record.case, letter.id, ".pdf", name),
            "docx": lambda: self._paper.export(record.case, letter.id, ".docx", name),
            "print": lambda: self._paper.print_(record.case, letter.id, name),
            "send": lambda: self._ask_sending(record, letter),
            "check": lambda: self._check(record, letter),
            "anew": lambda: self._compose_anew(record, letter),
            "duplicate": lambda: self._duplicate(record, letter),
            "trash": lambda: self._trash(record, letter, name),
        }
        deeds[deed]()

    def send(self, record: CaseRecord, letter: Letter, via: str, day: str) -> None:
        """Freeze a letter as sent on a day (ISO)."""
        at = "" if day == self._desk.services.clock.today() else day
        letters = self._desk.services.letters

        def told() -> None:
            self._page.send.hide()
            self._desk.toasts.show(translate("Letters", "Kept as sent, and filed as a contact"))

        self._desk.change(self, lambda: letters.mark_sent(record.case.id, letter.id, via, at), told)

    def _ask_sending(self, record: CaseRecord, letter: Letter) -> None:
        door = record.rules.door(letter.door)
        self._page.ask_sending(usual_channel(door.kind if door else ""))
        if door is None:
            return
        readiness, language = self._desk.services.readiness, self._desk.language

        def warn(found: Findings) -> None:
            if self._page.letter is not None and self._page.letter.id == letter.id:
                grave = [one for one in found.items if one.severity is not Severity.HINT]
                self._page.send.warn([finding_text(one, language).what for one in grave])

        self._desk.read(self, lambda: readiness.check(record.case.id, door.kind), warn)

    def _check(self, record: CaseRecord, letter: Letter) -> None:
        door = record.rules.door(letter.door)
        self._desk.bus.check_asked.emit(door.kind.value if door else "")

    def _compose_anew(self, record: CaseRecord, letter: Letter) -> None:
        letters, wide = self._desk.services.letters, self.with_unconfirmed

        def show(found: tuple[str, tuple[DiffLine, ...]]) -> None:
            self._page.ask_diff(*found)

        self._desk.read(self, lambda: letters.recompose(record.case.id, letter.id, with_unconfirmed=wide), show)

    def _duplicate(self, record: CaseRecord, letter: Letter) -> None:
        made: list[Letter] = []

        def copy() -> Changes:
            new, changes = self._desk.services.letters.duplicate(record.case.id, letter.id)
            made.append(new)
            return changes

        self._desk.change(self, copy, lambda: self.made.emit(made[0].id))

    def _trash(self, record: CaseRecord, letter: Letter, name: str) -> None:
        letters, case_id = self._desk.services.letters, record.case.id

        def bring_back() -> None:
            self._desk.change(self, lambda: letters.restore(case_id, letter.id), lambda: self.made.emit(letter.id))

        def told() -> None:
            text = translate("Letters", "'{name}' is in the trash").format(name=name)
            self._desk.toasts.show(text, translate("Letters", "Restore"), bring_back)

        self._desk.change(self, lambda: letters.trash(case_id, letter.id), told)
