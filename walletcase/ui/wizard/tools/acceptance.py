"""A number, or a reminder to ask for one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from walletcase.domain.case import CaseRecord
from walletcase.domain.due.followup import chase_step
from walletcase.domain.flow.playbook import Field, Role, Step
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.wizard.tools.base import Hands, ToolCard
from walletcase.ui.wizard.tools.quick import QuickForm

WAIT_LIMIT = "acceptance_check"


def remind_field(record: CaseRecord) -> Field | None:
    """Return the field that says when the person wants to ask again, None where the playbook has none."""
    step = record.playbook.by_key.get(chase_step(record))
    return step.field_with_role(Role.REMIND_ON) if step is not None else None


def days_to_wait(record: CaseRecord) -> int:
    """Return after how many days without a word the rules advise to ask."""
    limit = record.rules.limit(WAIT_LIMIT)
    return limit.amount if limit is not None else 1


class AcceptanceCard(ToolCard):
    """The reference number at the top; without one, one button sets a reminder and says that nothing came yet."""

    def __init__(self, desk: Desk, record: CaseRecord, step: Step, hands: Hands) -> None:
        super().__init__(desk, record, step, hands, tone="accent")
        self._reminds = False
        more = translate(
            "Tools", "A number makes every later call shorter. None yet? Let the app remind you."
        )
        self.heading(translate("Tools", "Reference number"), "hash", more)
        fields = [field for field in (self.field(Role.REFERENCE), self.field(Role.ACCEPTED_ON)) if field is not None]
        self.quick = QuickForm(fields, desk, hands)
        self.body.addWidget(self.quick)
        self.known = PlainLabel("", "muted", wrap=True)
        self.body.addWidget(self.known)
        days = days_to_wait(record)
        text = translate("Tools", "No number yet: remind me in %n day(s)", "", days)
        self.remind_button = button(text, self.remind, icon=desk.icon("bell"))
        self.remind_button.setEnabled(remind_field(record) is not None)
        self.button_row((self.remind_button,))
        self._show_known()

    @property
    def ask_on(self) -> str:
        """The day on which to ask, ISO."""
        return (date.fromisoformat(self.today) + timedelta(days=days_to_wait(self.record))).isoformat()

    def remind(self) -> None:
        """Record that nothing came yet, with a reminder."""
        self._reminds = True
        without = (o.key for o in self.step.outcomes if not (o.sets_status or o.is_answer or o.needs_date))
        self.hands.choose(next(without, self.step.outcomes[0].key))
        self.hands.finish()

    def extra(self) -> Mapping[str, str]:
        """Return the day to ask, if a reminder was wanted."""
        field = remind_field(self.record)
        return {field.key: self.ask_on} if field is not None and self._reminds else {}

    def follow(self, field_key: str) -> None:
        """Keep the number shown twice in line."""
        self.quick.follow(field_key)

    def _show_known(self) -> None:
        number = self.record.reference
        self.known.setText(translate("Tools", "Number on record: {number}").format(number=number))
        self.known.setVisible(bool(number))
