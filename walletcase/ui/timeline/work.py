"""What the timeline tab changes, each with its way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from walletcase.domain.ids import CaseId, EntryId
from walletcase.domain.timeline import EntryDraft, TimelineEntry
from walletcase.services.changes import Changes
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate


class ContactWork:
    """Logs, corrects, throws away and brings back contacts, off the window's thread. ``owner`` is the tab."""

    def __init__(self, desk: Desk, owner: QObject) -> None:
        self._desk = desk
        self._owner = owner

    def log(self, case_id: CaseId, draft: Callable[[], EntryDraft], done: Callable[[EntryId], None]) -> None:
        """Store a new contact and call ``done`` with its id."""
        services = self._desk.services
        made: list[EntryId] = []

        def work() -> Changes:
            entry, changes = services.timeline.log(case_id, draft())
            made.append(entry.id)
            return changes

        def tell() -> None:
            done(made[0])
            self._undoable(
                translate("Timeline", "Contact recorded"), lambda: services.timeline.trash(case_id, made[0])
            )

        self._desk.change(self._owner, work, tell)

    def correct(self, old: TimelineEntry, draft: Callable[[], EntryDraft], done: Callable[[], None]) -> None:
        """Replace what an entry says."""
        services = self._desk.services

        def tell() -> None:
            done()
            self._undoable(
                translate("Timeline", "Contact corrected"),
                lambda: services.timeline.correct(old.case_id, old.id, old.draft),
            )

        self._desk.change(self._owner, lambda: services.timeline.correct(old.case_id, old.id, draft()), tell)

    def trash(self, case_id: CaseId, entry_id: EntryId) -> None:
        """Put an entry into the trash."""
        services = self._desk.services

        def tell() -> None:
            self._undoable(
                translate("Timeline", "Contact moved to the trash"),
                lambda: services.timeline.restore(case_id, entry_id),
            )

        self._desk.change(self._owner, lambda: services.timeline.trash(case_id, entry_id), tell)

    def restore(self, case_id: CaseId, entry_id: EntryId, done: Callable[[], None]) -> None:
        """Take an entry out of the trash."""
        services = self._desk.services
        self._desk.change(self._owner, lambda: services.timeline.restore(case_id, entry_id), done)

    def _undoable(self, text: str, back: Callable[[], Changes]) -> None:
        undo = translate("Timeline", "Undo")
        self._desk.toasts.show(text, undo, lambda: self._desk.change(self._desk.bus, back))
