"""Letters: composed from the facts by a template, edited by the person, frozen once sent."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from walletcase.domain.ids import CaseId, EntryId


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter. ``body`` is plain text, one paragraph a line: "# " begins the title, "## " a heading, "> " a line
    set to the right (signature and date); everything else is a paragraph.

    A letter with ``sent_at`` is frozen: ``sent_sha256`` is the hash of ``frozen_bytes`` of exactly what was sent.
    """

    id: int
    case_id: CaseId
    seq: int
    kind: str  # key of a template: complaint, reminder, review, regulator, mediation, records, withdrawal …
    language: str  # "zh_CN" or "en"
    door: str  # key of the door it goes to, or ""
    body: str
    composed_at: str
    updated_at: str
    sent_at: str = ""
    sent_via: str = ""  # key of a playbook channel
    sent_sha256: str = ""
    entry_id: EntryId | None = None  # the contact record of its sending
    trashed_at: str = ""

    @property
    def title(self) -> str:
        """The text of its title line, "" without one."""
        lines = (line[2:].strip() for line in self.body.splitlines() if line.startswith("# "))
        return next(lines, "")


def frozen_bytes(body: str) -> bytes:
    """Return the bytes that are hashed when a letter is sent: its body in UTF-8 with single line feeds."""
    return body.replace("\r\n", "\n").encode("utf-8")


def frozen_hash(body: str) -> str:
    """Return the SHA-256 of what was sent, lower-case hex."""
    return sha256(frozen_bytes(body)).hexdigest()
