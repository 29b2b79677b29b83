"""Exhibits on their way from one room to another: what is dragged, how a drop links them, and the words for it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtGui import QDropEvent

from walletcase.domain.case import CaseRecord
from walletcase.domain.evidence import Evidence
from walletcase.domain.ids import EvidenceId
from walletcase.domain.links import Use, UseKind, linked_to
from walletcase.services.changes import Changes
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.texts import listed

FORMAT = "application/x-walletcase-exhibits"  # the case and the exhibits by their ids, as JSON; of no use elsewhere


def exhibits_mime(items: Iterable[Evidence]) -> QMimeData:
    """Return what a drag of exhibits carries."""
    items = tuple(items)
    mime = QMimeData()
    if items:
        content = {"case": items[0].case_id, "exhibits": [item.id for item in items]}
        mime.setData(FORMAT, json.dumps(content).encode("ascii"))
    return mime


def dragged_exhibits(mime: QMimeData, record: CaseRecord | None) -> tuple[EvidenceId, ...]:
    """Return the exhibits of this case that a drag carries, none if it carries anything else."""
    if record is None or not mime.hasFormat(FORMAT):
        return ()
    try:
        content = json.loads(bytes(mime.data(FORMAT).data()))
        if content["case"] != record.case.id:
            return ()
        wanted = set(content["exhibits"])
    except (ValueError, TypeError, KeyError):
        return ()
    return tuple(item.id for item in record.live_evidence if item.id in wanted)


def accept_exhibits(event: QDropEvent, on: bool) -> None:
    """Take a drag of exhibits at this place as a link, or leave it alone."""
    if on:
        event.setDropAction(Qt.DropAction.LinkAction)
        event.accept()
    else:
        event.ignore()


def numbers_text(record: CaseRecord, ids: Iterable[EvidenceId]) -> str:
    """Return the numbers of exhibits in words: "exhibit 3", "exhibits 3, 5"."""
    wanted = set(ids)
    numbers = [str(item.exhibit_no) for item in record.evidence if item.id in wanted]
    if len(numbers) == 1:
        return translate("Links", "exhibit {n}").format(n=numbers[0])
    return translate("Links", "exhibits {numbers}").format(numbers=listed(numbers))


def use_name(use: Use) -> str:
    """Return what a thing is, in a word."""
    return {
        UseKind.CONTACT: translate("Links", "contact"),
        UseKind.CLAIM: translate("Links", "fact"),
        UseKind.DEMAND: translate("Links", "demand"),
    }[use.kind]


def link_exhibits(desk: Desk, owner: QObject, record: CaseRecord, ids: Iterable[EvidenceId], use: Use) -> None:
    """Link exhibits to a thing and say so, with a way back; what is linked already stays so."""
    case_id, links = record.case.id, desk.services.links
    new = tuple(one for one in ids if one not in linked_to(record, use))
    if not new:
        desk.toasts.show(translate("Links", "It is linked already"))
        return
    text = translate("Links", "Linked {exhibits} to the {thing}").format(
        exhibits=numbers_text(record, new), thing=use_name(use)
    )
    back = _undoer(desk, lambda: links.unlink(case_id, new, use))
    desk.change(
        owner,
        lambda: links.link(case_id, new, use),
        lambda: desk.toasts.show(text, translate("Links", "Undo"), back),
    )


def unlink_exhibit(desk: Desk, owner: QObject, record: CaseRecord, evidence_id: EvidenceId, use: Use) -> None:
    """Take a link away and say so, with a way back."""
    case_id, links = record.case.id, desk.services.links
    text = translate("Links", "{exhibits} no longer linked to the {thing}").format(
        exhibits=numbers_text(record, (evidence_id,)), thing=use_name(use)
    )
    text = text[:1].upper() + text[1:]
    back = _undoer(desk, lambda: links.link(case_id, (evidence_id,), use))
    desk.change(
        owner,
        lambda: links.unlink(case_id, (evidence_id,), use),
        lambda: desk.toasts.show(text, translate("Links", "Undo"), back),
    )


def _undoer(desk: Desk, work: Callable[[], Changes]) -> Callable[[], object]:
    """A way back that depends neither on what was done since nor on the room being there still."""
    return lambda: desk.change(desk.bus, work)
