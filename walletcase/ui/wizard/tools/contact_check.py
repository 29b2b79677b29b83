"""Contact details on record, whether the other side was told, when that was last checked, one press to confirm it."""

from __future__ import annotations

from datetime import date, timedelta

from walletcase.domain.case import CaseRecord
from walletcase.domain.fields import canonical, problem_with, shown
from walletcase.domain.flow.playbook import FieldKind, Role, Step
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.values import ValueList
from walletcase.ui.wizard.fields_base import remark
from walletcase.ui.wizard.tools.base import Hands, ToolCard

CHECK_LIMIT = "contact_check"
_KEPT = (Role.COMPLAINANT, Role.PHONE, Role.EMAIL, Role.ADDRESS, Role.REPLY_FORM)


def on_record(record: CaseRecord, language: str) -> list[tuple[str, str]]:
    """Return the contact details on record, as (label, text): of each role the one that was written last."""
    pairs = []
    for role in _KEPT:
        fields = [field for field in record.playbook.fields() if field.role is role and record.value(field.key).strip()]
        if fields:
            last = fields[-1]
            pairs.append((last.label.get(language), shown(last, record.value(last.key), language)))
    phones = [f for f in record.playbook.fields() if f.kind is FieldKind.PHONE and f.private and f.role is None]
    pairs += [(f.label.get(language), record.value(f.key)) for f in phones if record.value(f.key).strip()]
    return pairs


def good_until(record: CaseRecord, checked_on: str) -> str:
    """Return until when a check is good by the rules, "" where nothing is known. ISO dates."""
    limit = record.rules.limit(CHECK_LIMIT)
    return (date.fromisoformat(checked_on) + timedelta(days=limit.amount)).isoformat() if limit is not None else ""


class ContactCheckCard(ToolCard):
    """The details, the age of the last check, and a button."""

    def __init__(self, desk: Desk, record: CaseRecord, step: Step, hands: Hands) -> None:
        super().__init__(desk, record, step, hands, tone="accent")
        self.heading(translate("Tools", "Your contact details on record"), "contact")
        pairs = on_record(record, desk.language)
        if pairs:
            self.body.addWidget(ValueList(pairs))
        else:
            none = translate("Tools", "No contact details are on record yet. Fill in what the other side has of you.")
            self.body.addWidget(PlainLabel(none, "muted", wrap=True))
        self.told = PlainLabel("", wrap=True)
        self.body.addWidget(self.told)
        self.age = PlainLabel("", wrap=True)
        self.body.addWidget(self.age)
        self.check_button = button(
            translate("Tools", "All still right: checked today"), self.check, icon=desk.icon("check")
        )
        self.button_row((self.check_button,))
        self._show_told()
        self._show_age()

    def check(self) -> None:
        """Write down that the details were checked today."""
        self.put(Role.CHECKED_ON, self.today)
        self._show_age()

    def follow(self, field_key: str) -> None:
        """Judge the age anew, and say what they know."""
        self._show_told()
        self._show_age()

    def last_check(self) -> str:
        """The day of the last check, ISO: of this round, else of the one before; "" without any."""
        field = self.field(Role.CHECKED_ON)
        if field is None:
            return ""
        texts = [self.said(Role.CHECKED_ON)]
        texts += [self.record.value(field.key, n) for n in range(self.record.flow.record(self.step.key).round, 0, -1)]
        return next((canonical(field, text) for text in texts if text and not problem_with(field, text)), "")

    def _show_told(self) -> None:
        """What the person said about whether the other side knows; nothing as long as nothing was said."""
        field, said, on = self.field(Role.TOLD), self.said(Role.TOLD), self.said(Role.TOLD_ON)
        words = [shown(field, said, self.desk.language) if field is not None and said else "", on]
        text = " · ".join(part for part in words if part)
        self.told.setText(translate("Tools", "Whether they know: {text}").format(text=text))
        self.told.setVisible(bool(text))

    def _show_age(self) -> None:
        checked = self.last_check()
        until = good_until(self.record, checked) if checked else ""
        if not checked:
            text, role = translate("Tools", "Never checked in this case."), "warn"
        elif until and until < self.today:
            text = translate("Tools", "Last checked on {date}: time to look again.").format(date=checked)
            role = "warn"
        else:
            text = translate("Tools", "Checked on {date}; look again after {until}.").format(date=checked, until=until)
            role = "ok"
        self.age.setText(text)
        remark(self.age, "role", role)
