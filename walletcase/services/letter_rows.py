"""Letters as they are stored and sent: what every use case on them shares."""

from __future__ import annotations

from dataclasses import replace

from walletcase.domain.case import CaseRecord
from walletcase.domain.errors import Exit, UserError
from walletcase.domain.ids import CaseId
from walletcase.domain.letter import Letter, frozen_hash, plain_text
from walletcase.domain.timeline import EntryDraft
from walletcase.domain.writing.gaps import marks_in
from walletcase.services.context import Context
from walletcase.services.ports import Unit

BODY_LIMIT = 200_000


def checked(body: str) -> str:
    """Return a text as it may leave the app, without marks of structure.

    Raises UserError: letter_unfilled where anything in it is still to be filled in, letter_empty.
    """
    places = tuple(dict.fromkeys(mark.shown for mark in marks_in(body)))
    if places:
        raise UserError("letter_unfilled", exit_code=Exit.REFUSED, places="; ".join(places), count=len(places))
    if not body.strip():
        raise UserError("letter_empty", exit_code=Exit.REFUSED)
    return plain_text(body)


def check_length(body: str) -> None:
    """Raise UserError("letter_too_long") for a text that no letter is."""
    if len(body) > BODY_LIMIT:
        raise UserError("letter_too_long", limit=BODY_LIMIT)


def letter_of(unit: Unit, case_id: CaseId, letter_id: int) -> Letter:
    """Return a letter of a case. Raises UserError("no_such_letter")."""
    letter = next((one for one in unit.letters.letters(case_id) if one.id == letter_id), None)
    if letter is None:
        raise UserError("no_such_letter", letter=letter_id)
    return letter


def noted(context: Context, unit: Unit, letter: Letter, kind: str) -> None:
    """Settle a letter's case and, if ``kind`` is given, write it into the journal."""
    case = context.settle(unit, letter.case_id)
    if kind:
        detail = {"letter": str(letter.seq), "kind": letter.kind}
        if letter.sent_sha256:
            detail["sha256"] = letter.sent_sha256
        context.note(unit, case, kind, detail)


def put(context: Context, unit: Unit, letter: Letter, kind: str = "") -> None:
    """Store a changed letter. Raises UserError: no_such_letter, letter_frozen."""
    unit.letters.update(letter)
    noted(context, unit, letter, kind)


def send(
    context: Context, unit: Unit, record: CaseRecord, letter: Letter, via: str, contact: EntryDraft | None, at: str
) -> Letter:
    """Freeze a letter as sent at ``at`` and file the contact, if any.

    Raises UserError: letter_frozen, letter_unfilled, letter_empty, letter_too_long, no_such_channel.
    """
    if letter.sent_at:
        raise UserError("letter_frozen", letter=letter.title or letter.seq)
    checked(letter.body)
    check_length(letter.body)
    if record.playbook.channel(via) is None:
        known = ", ".join(channel.key for channel in record.playbook.channels)
        raise UserError("no_such_channel", channel=via, known=known)
    entry_id = None
    if contact is not None:
        entry = unit.timeline.add(letter.case_id, contact, context.now())
        entry_id = entry.id
    digest = frozen_hash(letter.body)
    sent = replace(letter, sent_at=at, sent_via=via, sent_sha256=digest, entry_id=entry_id, updated_at=context.now())
    put(context, unit, sent, "letter_sent")
    return sent
