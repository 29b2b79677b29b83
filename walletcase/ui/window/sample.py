"""The sample case comes and goes from the window."""

from __future__ import annotations

from walletcase.domain.case import Case
from walletcase.services.changes import Changes
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.window.furniture import Furniture


class SampleJourney:
    """Adds the sample case, and removes it after asking."""

    def __init__(self, desk: Desk, rooms: Furniture) -> None:
        self._desk = desk
        self._rooms = rooms

    def add(self) -> None:
        """Add the sample case and show it."""
        services, language = self._desk.services, self._desk.language
        self._desk.toasts.show(translate("Journeys", "Making the sample case…"))

        def done(made: tuple[Case, Changes]) -> None:
            case, changes = made
            self._desk.bus.changed.emit(changes)
            self._rooms.read_rows(case.id)
            self._rooms.cases.list.setFocus()
            remove = translate("Journeys", "Remove it")
            self._desk.toasts.show(translate("Journeys", "The sample case is fictitious"), remove, self.remove)

        self._desk.db.run(lambda job: services.sample.add(language), done, self._desk.fail, self._rooms)

    def remove(self) -> None:
        """Delete the sample case with its files, after saying once what goes with it."""
        question = translate("Journeys", "Remove the sample case?")
        verb = translate("Journeys", "Remove it")
        if not self._desk.dialogs.confirm(question, self._words(), verb, danger=True):
            return
        if self._rooms.page.record is not None and self._rooms.page.record.case.is_sample:
            self._rooms.page.open_case(None)
        self._desk.change(
            self._rooms,
            self._desk.services.sample.remove,
            lambda: self._desk.toasts.show(translate("Journeys", "The sample case is gone")),
        )

    def _words(self) -> str:
        rows = [row for row in self._rooms.cases.rows if row.is_sample]
        exhibits = sum(row.evidence_count for row in rows)
        names = "\n".join(f"{row.number}  {row.title}" for row in rows)
        files = translate("Journeys", "It goes with its %n file(s) and with all you typed into it.", "", exhibits)
        final = translate("Journeys", "This can't be undone, but the sample can be added anew.")
        return f"{names}\n{files}\n{final}"
