"""What to take to the branch, to read here and as one page to print."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from walletcase.domain.case import CaseRecord
from walletcase.domain.letters import plain_text
from walletcase.domain.playbook import Step
from walletcase.services.ports import Rendered
from walletcase.ui.look.tokens import XS
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.fold import Fold
from walletcase.ui.wizard.tools.base import Hands, ToolCard, icons_of, show_letter


class VisitCard(ToolCard):
    """The sheet under a fold, and the ways out."""

    def __init__(self, desk: Desk, record: CaseRecord, step: Step, hands: Hands) -> None:
        super().__init__(desk, record, step, hands, tone="accent")
        more = translate("Tools", "One page for your pocket: what to bring, what to ask for, room to note the answer.")
        self.heading(translate("Tools", "Sheet for the visit"), "clipboard-list", more)
        self.sheet = Fold(translate("Tools", "Look at the sheet"), icons_of(desk))
        self.sheet.body.setSpacing(XS)
        self.body.addWidget(self.sheet)
        self.save_button = button(
            translate("Tools", "Save as PDF…"),
            self.save,
            kind="primary",
            icon=desk.icon("file-down", desk.theme.colours.on_accent),
        )
        self.text = ""
        self.copy_button = self.copier(translate("Tools", "Copy as text"), lambda: self.text, "quiet")
        self.button_row((self.save_button, self.copy_button))
        self._read()

    def refresh(self, record: CaseRecord) -> None:
        """Compose the sheet anew."""
        super().refresh(record)
        self._read()

    def save(self) -> None:
        """Ask where to, write the page there, offer to open it for the printer."""
        name = translate("Tools", "Branch visit {number}.pdf").format(number=self.record.case.number)
        kinds = translate("Tools", "PDF document (*.pdf)")
        target = self.desk.dialogs.pick_target(translate("Tools", "Save the sheet"), name, kinds)
        if target is None:
            return
        visits, case_id, language = self.desk.services.visits, self.record.case.id, self.desk.language

        def done(made: Rendered) -> None:
            said = translate("Tools", "Saved: {file}").format(file=target.name)
            self.desk.toasts.show(said, translate("Tools", "Open to print"), lambda: _open(target))

        self.desk.files.run(lambda job: visits.export(case_id, language, target), done, self.desk.fail, self)

    def _read(self) -> None:
        visits, case_id, language = self.desk.services.visits, self.record.case.id, self.desk.language

        def show(body: str) -> None:
            self.text = plain_text(body)
            show_letter(self.sheet.body, body)

        self.desk.read(self, lambda: visits.sheet(case_id, language), show)


def _open(file: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
