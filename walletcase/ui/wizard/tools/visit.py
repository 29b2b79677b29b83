"""What to take to the branch, to read here and as one page to print."""

from __future__ import annotations

from walletcase.domain.case import CaseRecord
from walletcase.domain.custody import LeftBy
from walletcase.domain.flow.playbook import Step
from walletcase.domain.letter import plain_text
from walletcase.services.dossier_options import Rendered
from walletcase.ui.look.tokens import XS
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.leaving import note
from walletcase.ui.shell.paper.print_once import Choose, PrintOnce
from walletcase.ui.shell.paper.printing import choose_printer
from walletcase.ui.shell.paper.scratch import Scratch
from walletcase.ui.shell.paper.targets import open_path
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.fold import Fold
from walletcase.ui.wizard.tools.base import Hands, ToolCard, icons_of, show_letter


class VisitCard(ToolCard):
    """The sheet under a fold, and the ways out."""

    def __init__(
        self, desk: Desk, record: CaseRecord, step: Step, hands: Hands, choose: Choose = choose_printer
    ) -> None:
        super().__init__(desk, record, step, hands, tone="accent")
        self._choose = choose
        more = translate("Tools", "One page for your pocket: what to bring, what to ask for, room to note the answer.")
        self.heading(translate("Tools", "Sheet for the visit"), "clipboard-list", more)
        self.sheet = Fold(translate("Tools", "Look at the sheet"), icons_of(desk))
        self.sheet.body.setSpacing(XS)
        self.body.addWidget(self.sheet)
        ink = desk.theme.colours.on_accent
        self.print_button = button(
            translate("Tools", "Print…"), self.print_, kind="primary", icon=desk.icon("printer", ink)
        )
        self.save_button = button(translate("Tools", "Save as PDF…"), self.save, icon=desk.icon("file-down"))
        self.text = ""
        self.copy_button = self.copier(translate("Tools", "Copy as text"), lambda: self.text, "quiet")
        self.button_row((self.print_button, self.save_button, self.copy_button))
        self._read()

    def refresh(self, record: CaseRecord) -> None:
        """Compose the sheet anew."""
        super().refresh(record)
        self._read()

    def print_(self) -> None:
        """Ask for a printer and print the page."""
        visits, case_id, language = self.desk.services.visits, self.record.case.id, self.desk.language
        # Made only now: a page is built anew with every change, and a new scratch clears what the last one left.
        scratch = Scratch(self.desk.services.temp_folder, "visit")
        printing = PrintOnce(self.desk, self, scratch, self._choose)

        def printed(made: Rendered, printer: str) -> None:
            note(self.desk, case_id, lambda: visits.handed_over(case_id, made.exhibits, LeftBy.PRINT, printer))

        printing.start(lambda out: visits.for_printer(case_id, language, out), self._name(), printed)

    def tell_copied(self, text: str) -> None:
        """Note that the sheet was copied."""
        visits, case_id = self.desk.services.visits, self.record.case.id
        visits.handed_over(case_id, visits.listed(case_id), LeftBy.COPY)

    def save(self) -> None:
        """Ask where to, write the page there, offer to open it."""
        kinds = translate("Tools", "PDF document (*.pdf)")
        target = self.desk.dialogs.pick_target(translate("Tools", "Save the sheet"), self._name(), kinds)
        if target is None:
            return
        visits, case_id, language = self.desk.services.visits, self.record.case.id, self.desk.language

        def done(made: Rendered) -> None:
            said = translate("Tools", "Saved: {file}").format(file=target.name)
            self.desk.toasts.show(said, translate("Tools", "Open the file"), lambda: open_path(target))
            self.desk.bus.left.emit(case_id)

        self.desk.files.run(lambda job: visits.export(case_id, language, target), done, self.desk.fail, self)

    def _name(self) -> str:
        return translate("Tools", "Branch visit {number}.pdf").format(number=self.record.case.number)

    def _read(self) -> None:
        visits, case_id, language = self.desk.services.visits, self.record.case.id, self.desk.language

        def show(body: str) -> None:
            self.text = plain_text(body)
            show_letter(self.sheet.body, body)

        self.desk.read(self, lambda: visits.sheet(case_id, language), show)
