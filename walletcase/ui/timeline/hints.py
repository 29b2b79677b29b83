"""What the words of an exhibit suggest, put into the draft of a contact. Nothing that was typed is written over."""

from __future__ import annotations

from dataclasses import replace

from walletcase.domain.ids import EvidenceId
from walletcase.domain.suggestions import Kind, Suggestion
from walletcase.ui.shell.i18n import translate
from walletcase.ui.timeline.form_state import FormState


def hinted(state: FormState, hint: Suggestion, evidence_id: EvidenceId) -> FormState:
    """Return the draft with a suggestion in its field, and the exhibit it comes from linked.

    A field that already holds something else keeps it: the suggestion then goes into what was said, under its name.
    """
    if evidence_id not in state.evidence_ids:
        state = replace(state, evidence_ids=(*state.evidence_ids, evidence_id))
    value = hint.value
    if hint.kind is Kind.DATE:
        return replace(state, day=value[:10], at=value[11:])
    if hint.kind is Kind.REFERENCE and state.reference in ("", value):
        return replace(state, reference=value)
    if hint.kind is Kind.PROMISED and state.promised_by in ("", value):
        return replace(state, promised_by=value)
    if hint.kind in (Kind.STAFF, Kind.PHONE):
        return replace(state, counterpart=_joined(state.counterpart, _named(hint), ", "))
    return replace(state, said=_joined(state.said, _named(hint), "\n"))


def _named(hint: Suggestion) -> str:
    words = {
        Kind.REFERENCE: translate("Timeline", "Reference number {value}"),
        Kind.STAFF: translate("Timeline", "staff no. {value}"),
        Kind.PHONE: translate("Timeline", "phone {value}"),
        Kind.PROMISED: translate("Timeline", "Promised by {value}"),
        Kind.AMOUNT: translate("Timeline", "Amount: ￥{value}"),
    }
    return words[hint.kind].format(value=hint.value)


def _joined(text: str, more: str, between: str) -> str:
    if more in text:
        return text
    return f"{text.rstrip()}{between}{more}" if text.strip() else more
