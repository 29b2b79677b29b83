"""What happened to an exhibit, in words: told from the journal's lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePath

from walletcase.domain.custody import LEFT_KINDS, CustodyEvent, LeftBy, What
from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.evidence import Evidence, Kin, Way
from walletcase.ui.evidence import words
from walletcase.ui.shell.i18n import translate


def way_text(way: str) -> str:
    """Return how a file came in, "" where nobody knows."""
    return {
        Way.PICKED.value: translate("Custody", "Chosen from the computer's files"),
        Way.DROPPED.value: translate("Custody", "Dropped onto the window"),
        Way.PASTED.value: translate("Custody", "Pasted from the clipboard"),
        Way.WATCHED.value: translate("Custody", "Taken from the watched folder"),
        Way.CAPTURED.value: translate("Custody", "Captured from the screen"),
        Way.COMMAND.value: translate("Custody", "Added by the command line"),
        Way.DERIVED.value: translate("Custody", "Made in the app"),
    }.get(way, "")


def kin_text(kin: str, exhibit: object) -> str:
    """Return how an exhibit came from another one, "" if it did not."""
    shape = {
        Kin.REDACTED.value: translate("Custody", "Redacted version of exhibit {n}"),
        Kin.PAGE.value: translate("Custody", "Page cut from exhibit {n}"),
        Kin.ATTACHMENT.value: translate("Custody", "Attachment of the e-mail, exhibit {n}"),
        Kin.MEMBER.value: translate("Custody", "Taken out of the archive, exhibit {n}"),
    }.get(kin, "")
    return shape.replace("{n}", str(exhibit))


def person_text(by: str, device: str) -> str:
    """Return whose account it was and on which computer, "" where nobody knows."""
    if by and device:
        return translate("Custody", "{person} on {device}").replace("{person}", by).replace("{device}", device)
    return by or device


def story(events: Iterable[CustodyEvent], item: Evidence) -> list[tuple[str, str]]:
    """Return (time, what happened), newest first."""
    title = PurePath(item.original_name).stem
    told: list[tuple[str, str]] = []
    for event in events:
        is_renamed = event.kind == "evidence_edited" and event.detail.get("title", title) != title
        title = event.detail.get("title", title)
        text = _renamed(title) if is_renamed else event_text(event)
        told.append((words.moment_text(event.at), text))
    return told[::-1]


def event_text(event: CustodyEvent) -> str:
    """Return one event in words; a kind of a newer version by its own name."""
    detail = event.detail
    if event.kind in LEFT_KINDS:
        return _left(event.kind, detail)
    if event.kind == "evidence_added":
        parts = (kin_text(detail.get("kin", ""), detail.get("from_exhibit", "")), way_text(detail.get("way", "")))
        how = next((part for part in parts if part), "")
        who = person_text(detail.get("by", ""), detail.get("device", ""))
        return _with(translate("Custody", "Added"), " · ".join(part for part in (how, who) if part))
    if event.kind in ("undone", "redone"):
        return _taken_back(event)
    return _plain(event.kind).replace("{page}", detail.get("page", "")) or event.kind


def _renamed(title: str) -> str:
    return translate("Custody", "Title changed to '{title}'").replace("{title}", title)


def _plain(kind: str) -> str:
    return {
        "evidence_edited": translate("Custody", "Description changed"),
        "evidence_trashed": translate("Custody", "Moved to the trash"),
        "evidence_restored": translate("Custody", "Taken out of the trash"),
        "evidence_linked": translate("Custody", "Linked"),
        "evidence_unlinked": translate("Custody", "Link removed"),
        "evidence_renumbered": translate("Custody", "Exhibit number changed"),
        "evidence_grouped": translate("Custody", "Moved to another part of the index"),
        "evidence_series": translate("Custody", "Put in order with other screenshots"),
        "mark_added": translate("Custody", "Marked on page {page}"),
        "mark_changed": translate("Custody", "Mark on page {page} changed"),
        "mark_removed": translate("Custody", "Mark on page {page} taken away"),
        "redaction_made": translate("Custody", "Redacted copy made and searched"),
        "words_corrected": translate("Custody", "Words on page {page} checked or corrected"),
        "words_restored": translate("Custody", "Words on page {page} taken as the machine read them"),
    }.get(kind, "")


def _taken_back(event: CustodyEvent) -> str:
    done = _plain(event.detail.get("what", "")) or translate("Custody", "A change")
    shape = translate("Custody", "Undone: {what}")
    if event.kind == "redone":
        shape = translate("Custody", "Done again: {what}")
    return shape.replace("{what}", done.replace("{page}", event.detail.get("page", "")))


def _left(kind: str, detail: Mapping[str, str]) -> str:
    way = detail.get("way", LeftBy.EXPORT.value)
    what = detail.get("what", What.LETTER.value if kind == "letter_exported" else What.FILE.value)
    thing = _for(detail.get("reader", "")).replace("{thing}", _thing(what).replace("{n}", detail.get("letter", "")))
    return _with(thing, _way_out(way, detail.get("target", "") or detail.get("file", "")))


def _for(reader: str) -> str:
    return {
        Audience.BANK.value: translate("Custody", "{thing} for the bank"),
        Audience.REGULATOR.value: translate("Custody", "{thing} for the regulator"),
        Audience.PUBLIC.value: translate("Custody", "{thing} for the public"),
    }.get(reader, "{thing}")


def _thing(what: str) -> str:
    return {
        What.FILE.value: translate("Custody", "A copy of the file"),
        What.TEXT.value: translate("Custody", "Words of it"),
        What.DOSSIER.value: translate("Custody", "Shown in the dossier"),
        What.ORIGINALS.value: translate("Custody", "In the dossier, as pages and as a file"),
        What.PACK.value: translate("Custody", "In the evidence pack"),
        What.INDEX.value: translate("Custody", "Listed in the dossier"),
        What.DATA.value: translate("Custody", "Listed in the case as data"),
        What.LETTER.value: translate("Custody", "Named in letter {n}"),
        What.SHEET.value: translate("Custody", "Listed on the sheet for a visit"),
    }.get(what, what)


def _way_out(way: str, target: str) -> str:
    shape = {
        LeftBy.EXPORT.value: translate("Custody", "saved as {target}"),
        LeftBy.PRINT.value: translate("Custody", "printed ({target})") if target else translate("Custody", "printed"),
        LeftBy.COPY.value: translate("Custody", "copied to the clipboard"),
        LeftBy.OPEN.value: translate("Custody", "opened with another program"),
    }.get(way, way)
    return shape.replace("{target}", target)


def _with(head: str, more: str) -> str:
    return translate("Custody", "{head}: {more}").replace("{head}", head).replace("{more}", more) if more else head
