"""Letters: composed from the facts by a template, edited by the person, frozen once sent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
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


class LineKind(StrEnum):
    """What a line of a letter is."""

    TITLE = "title"
    HEADING = "heading"
    RIGHT = "right"
    SALUTE = "salute"  # the line of the addressee: not indented
    PLAIN = "plain"


_PREFIXES = (("## ", LineKind.HEADING), ("# ", LineKind.TITLE), ("> ", LineKind.RIGHT))
_BEFORE_ADDRESSEE = "此致"
_BREAKS = re.compile("[\u2028\u2029\x85\x0b\x0c]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0d-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)


@dataclass(frozen=True, slots=True)
class LetterLine:
    """One line of a letter without its mark. ``apart``: an empty line stood before it."""

    kind: LineKind
    text: str
    apart: bool = False


def lines_of(body: str) -> Iterator[LetterLine]:
    """Yield the lines of a letter as they are set. The first line after the title, and that after 此致, address."""
    apart, addressed, before = False, False, ""
    for raw in body.replace("\r\n", "\n").split("\n"):
        if not raw.strip():
            apart = True
            continue
        kind, text = next(((k, raw[len(p) :]) for p, k in _PREFIXES if raw.startswith(p)), (LineKind.PLAIN, raw))
        text = text.strip(" \t\u3000")
        if kind is LineKind.PLAIN and (addressed or before == _BEFORE_ADDRESSEE):
            kind = LineKind.SALUTE
        addressed = kind is LineKind.TITLE
        before = text
        yield LetterLine(kind, text, apart)
        apart = False


def begins_list(line: LetterLine) -> bool:
    """Whether a line introduces what follows it, and looks lost without that."""
    return line.kind is LineKind.PLAIN and line.text.endswith(("：", ":"))


def plain_text(body: str) -> str:
    """Return a letter as it is pasted elsewhere: without the marks of title, headings and right-set lines."""
    lines: list[str] = []
    for line in lines_of(body):
        if line.apart and lines:
            lines.append("")
        lines.append(line.text)
    return "\n".join(lines)


def visible(text: str) -> str:
    """Return a text without what can't be seen and turns, hides or breaks the rest: control characters, marks of
    direction, characters of no width. Line feeds and tabs stay, and the joiners that some scripts need.
    """
    return _UNSEEN.sub("", _BREAKS.sub(" ", text))


def safe_line(text: str) -> str:
    """Return a line of a person's words so that it is never taken for a title, a heading or a right-set line."""
    text = visible(text)
    return f" {text}" if text.startswith(tuple(prefix for prefix, _ in _PREFIXES)) else text


def frozen_bytes(body: str) -> bytes:
    """Return the bytes that are hashed when a letter is sent: its body in UTF-8 with single line feeds."""
    return body.replace("\r\n", "\n").encode("utf-8")


def frozen_hash(body: str) -> str:
    """Return the SHA-256 of what was sent, lower-case hex."""
    return sha256(frozen_bytes(body)).hexdigest()


def is_intact(letter: Letter) -> bool:
    """Whether a sent letter still is what was sent; a draft always is."""
    return not letter.sent_at or frozen_hash(letter.body) == letter.sent_sha256
