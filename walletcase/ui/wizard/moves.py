"""Carries out what the person decides about a step, and offers to take it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from walletcase.domain.case import CaseRecord
from walletcase.domain.flow.playbook import Step
from walletcase.services.changes import Changes
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate


class Moves(QObject):
    """Finish, skip, reopen, repeat, tick. All rooms hear of it by the bus; the Step tab is shown the new case then."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def finish(
        self, record: CaseRecord, step: Step, outcome: str, promised_on: str, values: Mapping[str, str]
    ) -> None:
        """Mark a step done. ``promised_on`` is an ISO date or ""; ``values`` are written with it."""
        said = translate("Wizard", "{step}: recorded").format(step=step.name.get(self._desk.language))
        case_id = record.case.id
        self._run(
            lambda: self._desk.services.flow.finish(case_id, step.key, outcome, promised_on, values),
            lambda: self._offer_undo(said, record, step),
        )

    def skip(self, record: CaseRecord, step: Step, reason: str) -> None:
        """Skip a step for a reason."""
        said = translate("Wizard", "{step}: skipped").format(step=step.name.get(self._desk.language))
        case_id = record.case.id
        self._run(
            lambda: self._desk.services.flow.skip(case_id, step.key, reason),
            lambda: self._offer_undo(said, record, step),
        )

    def reopen(self, record: CaseRecord, step: Step) -> None:
        """Open a settled step again."""
        case_id = record.case.id
        self._run(lambda: self._desk.services.flow.reopen(case_id, step.key))

    def repeat(self, record: CaseRecord, step: Step) -> None:
        """Start the next round of a step."""
        case_id = record.case.id
        self._run(lambda: self._desk.services.flow.repeat(case_id, step.key))

    def tick(self, record: CaseRecord, step: Step, item_key: str, on: bool, failed: Callable[[], None]) -> None:
        """Tick or untick an item; ``failed`` is called where that could not be stored."""
        case_id = record.case.id

        def tell(error: BaseException) -> None:
            failed()
            self._desk.fail(error)

        self._run(lambda: self._desk.services.flow.tick(case_id, step.key, item_key, on), None, tell)

    def _offer_undo(self, said: str, record: CaseRecord, step: Step) -> None:
        """Offer to take the whole move back, its contact record and its promise too.

        Once something else has been changed since, only the step is opened again: that never touches what came later.
        """
        history = self._desk.services.history
        made = history.undo_label

        def take_back() -> None:
            if made is not None and history.undo_label is made:
                self._run(history.undo)
            else:
                self.reopen(record, step)

        self._desk.toasts.show(said, translate("Wizard", "Undo"), take_back)

    def _run(
        self,
        work: Callable[[], Changes],
        done: Callable[[], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        # The bus outlives this room: even if the language is switched meanwhile, every room hears what changed.
        self._desk.change(self._desk.bus, work, done, failed)
