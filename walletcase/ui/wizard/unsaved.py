"""From the form to the database, and what is said when that did not work."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from shiboken6 import isValid

from walletcase.domain.errors import UserError
from walletcase.infra.texts import error_text
from walletcase.services.changes import Changes
from walletcase.ui.look.tokens import M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import Card
from walletcase.ui.wizard.autosave import Autosave, Done, Failed, Place, Save


def save_by(desk: Desk, room: QObject) -> Save:
    """Return how a text is saved: by the desk, with answers only while ``room`` lives."""

    def save(place: Place, text: str, done: Done, failed: Failed) -> None:
        def work() -> Changes:
            return desk.services.flow.save_draft(place.case_id, place.field_key, place.round, text)

        def saved() -> None:
            if isValid(room):
                done()

        def not_saved(error: BaseException) -> None:
            if isValid(room):
                failed(error)
            else:
                desk.fail(error)

        # The bus outlives every room, so all rooms hear of the change even if this one is replaced meanwhile.
        desk.change(desk.bus, work, saved, not_saved)

    return save


class UnsavedCard(Card):
    """Says that something could not be saved, that it is still here, and offers to try again."""

    def __init__(self, desk: Desk, autosave: Autosave) -> None:
        super().__init__("danger", gap=S, margin=M)
        self._desk = desk
        self.happened = PlainLabel("", "label", wrap=True)
        self.todo = PlainLabel("", wrap=True)
        self.body.addWidget(self.happened)
        self.body.addWidget(self.todo)
        self.retry_button = button(translate("Wizard", "Try again"), autosave.flush)
        self.body.addWidget(self.retry_button, 0, Qt.AlignmentFlag.AlignLeft)
        autosave.saved.connect(lambda _: self.hide())
        autosave.failed.connect(self._tell)
        self.hide()

    def _tell(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            self._desk.fail(error)  # a fault of ours: logged, and shown once
            error = UserError("bug")
        text = error_text(error, self._desk.language)
        self.happened.setText(translate("Wizard", "Not saved yet: {reason}").format(reason=text.happened))
        kept = translate("Wizard", "What you typed is still here and will be saved with your next change.")
        self.todo.setText(f"{kept} {text.todo}".strip())
        self.show()
