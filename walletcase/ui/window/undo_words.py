"""What undo would take back, in a few words: "delete exhibit 3"."""

from __future__ import annotations

from walletcase.domain.case import CaseRecord
from walletcase.domain.dossiers.audience import Audience
from walletcase.services.history_levels import Label
from walletcase.ui.shell.i18n import translate

# Where what was undone is seen: kinds that begin so, and the tab.
PLACES = {"contact_": "timeline", "evidence_": "evidence", "step_": "step", "letter_": "letters"}
PLACES |= {"words_": "evidence", "mark_": "evidence"}
PLACES |= {"reader_": "dossier"}
PLACES |= {"offer_": "facts", "claim_": "facts", "promise_": "facts"}


def undo_text(label: Label | None, record: CaseRecord | None, language: str) -> str:
    """Return the text of the Undo command; ``record`` is the case on the page, for the names of its steps."""
    if label is None:
        return translate("Undo", "Undo")
    return translate("Undo", "Undo {what}").format(what=words_of(label, record, language))


def redo_text(label: Label | None, record: CaseRecord | None, language: str) -> str:
    """Return the text of the Redo command."""
    if label is None:
        return translate("Undo", "Redo")
    return translate("Undo", "Redo {what}").format(what=words_of(label, record, language))


def words_of(label: Label, record: CaseRecord | None, language: str) -> str:
    """Return what a level did."""
    if label.count > 1 and label.kind in _MANY:
        return _many(label)
    detail = label.detail
    words = _words(label.kind).format(
        n=detail.get("exhibit", ""),
        step=_name(detail.get("step", ""), label, record, language),
        field=_name(detail.get("field", ""), label, record, language),
        reader=_reader(detail.get("audience", "")),
    )
    return words.strip()


def _reader(audience: str) -> str:
    """Who reads the dossier, in the middle of a sentence."""
    return {
        Audience.BANK.value: translate("Undo", "the bank"),
        Audience.REGULATOR.value: translate("Undo", "the regulator"),
        Audience.PUBLIC.value: translate("Undo", "the public"),
    }.get(audience, "")


def _name(key: str, label: Label, record: CaseRecord | None, language: str) -> str:
    """Return the name of a step or field of the case on the page, "" if it is of another one or none."""
    if not key or record is None or record.case.id != label.case_id:
        return ""
    step = record.playbook.by_key.get(key)
    if step is not None:
        return _quoted(step.name.get(language))
    owner = record.playbook.field_owner.get(key)
    field = next((one for one in owner.fields if one.key == key), None) if owner else None
    return _quoted(field.label.get(language)) if field else ""


def _quoted(name: str) -> str:
    return translate("Undo", "'{name}'").format(name=name)


_MANY = ("evidence_added", "evidence_edited", "evidence_trashed", "evidence_restored", "contact_trashed")


def _many(label: Label) -> str:
    n = label.count
    return {
        "evidence_added": translate("Undo", "add %n exhibit(s)", "", n),
        "evidence_edited": translate("Undo", "describe %n exhibit(s)", "", n),
        "evidence_trashed": translate("Undo", "delete %n exhibit(s)", "", n),
        "evidence_restored": translate("Undo", "bring back %n exhibit(s)", "", n),
        "contact_trashed": translate("Undo", "delete %n contact(s)", "", n),
    }[label.kind]


def _words(kind: str) -> str:
    return _of_case(kind) or _of_dates(kind) or _of_facts(kind) or translate("Undo", "the last change")


def _of_case(kind: str) -> str:
    return {
        "value_typed": translate("Undo", "typing {field}"),
        "values_set": translate("Undo", "filling in"),
        "reader_chosen": translate("Undo", "choose what {reader} sees"),
        "ticked": translate("Undo", "a tick in the checklist"),
        "step_done": translate("Undo", "finish step {step}"),
        "step_skipped": translate("Undo", "skip step {step}"),
        "step_reopened": translate("Undo", "reopen step {step}"),
        "step_repeated": translate("Undo", "repeat step {step}"),
        "contact_logged": translate("Undo", "record a contact"),
        "contact_corrected": translate("Undo", "correct a contact"),
        "contact_trashed": translate("Undo", "delete a contact"),
        "contact_restored": translate("Undo", "bring back a contact"),
        "evidence_added": translate("Undo", "add exhibit {n}"),
        "evidence_edited": translate("Undo", "describe exhibit {n}"),
        "evidence_trashed": translate("Undo", "delete exhibit {n}"),
        "evidence_restored": translate("Undo", "bring back exhibit {n}"),
        "evidence_linked": translate("Undo", "link an exhibit"),
        "evidence_unlinked": translate("Undo", "unlink an exhibit"),
        "evidence_renumbered": translate("Undo", "renumber the exhibits"),
        "evidence_series": translate("Undo", "put screenshots in order"),
        "mark_added": translate("Undo", "mark on exhibit {n}"),
        "mark_changed": translate("Undo", "change a mark on exhibit {n}"),
        "mark_removed": translate("Undo", "take a mark off exhibit {n}"),
        "words_corrected": translate("Undo", "correct the words of exhibit {n}"),
        "words_restored": translate("Undo", "take the words of exhibit {n} as read"),
        "case_made": translate("Undo", "make the case"),
        "case_renamed": translate("Undo", "rename the case"),
        "case_tagged": translate("Undo", "tag the case"),
        "case_trashed": translate("Undo", "delete the case"),
        "case_restored": translate("Undo", "bring back the case"),
    }.get(kind, "")


def _of_dates(kind: str) -> str:
    return {
        "promise_marked": translate("Undo", "mark a promise"),
        "reminder_snoozed": translate("Undo", "postpone a reminder"),
        "deadline_paused": translate("Undo", "pause a deadline"),
        "deadline_resumed": translate("Undo", "resume a deadline"),
        "deadline_extended": translate("Undo", "extend a deadline"),
        "deadline_restarted": translate("Undo", "restart a deadline"),
        "deadline_dismissed": translate("Undo", "dismiss a deadline"),
        "letter_composed": translate("Undo", "compose a letter"),
        "letter_typed": translate("Undo", "write in a letter"),
        "letter_duplicated": translate("Undo", "copy a letter"),
        "letter_sent": translate("Undo", "mark a letter as sent"),
        "letter_trashed": translate("Undo", "delete a letter"),
        "letter_restored": translate("Undo", "bring back a letter"),
    }.get(kind, "")


def _of_facts(kind: str) -> str:
    return {
        "offer_noted": translate("Undo", "note an offer"),
        "offer_corrected": translate("Undo", "correct an offer"),
        "offer_answered": translate("Undo", "answer an offer"),
        "offer_trashed": translate("Undo", "delete an offer"),
        "offer_restored": translate("Undo", "bring back an offer"),
        "claim_added": translate("Undo", "state a fact"),
        "claim_corrected": translate("Undo", "correct a fact"),
        "claim_linked": translate("Undo", "link proof"),
        "claim_unlinked": translate("Undo", "unlink proof"),
        "claim_trashed": translate("Undo", "delete a fact"),
        "claim_restored": translate("Undo", "bring back a fact"),
    }.get(kind, "")
