"""Between rows and evidence: which columns make an item, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable

from walletcase.domain.evidence import (
    NO_ORIGIN,
    CopyKind,
    Evidence,
    Group,
    Kin,
    MediaFacts,
    Origin,
    StoredFile,
    Way,
)
from walletcase.domain.matching import storable
from walletcase.storage.failures import DamagedRow
from walletcase.storage.mapping import AnyRow, word
from walletcase.storage.tables import EvidenceItems

EVIDENCE_COLUMNS = tuple(EvidenceItems.__table__.columns)  # in the order in which evidence_from takes them


def evidence_from(row: AnyRow) -> Evidence:
    """Return the item that a row of EVIDENCE_COLUMNS holds. By position: a case may have hundreds of them."""
    (evidence_id, case_id, exhibit_no, title, proves, source, made_on, copy_kind, original_name, added_at) = row[:10]
    (sha256, size_bytes, media_type, width_px, height_px, pages, media_made_at, media_note) = row[10:18]
    (step_key, duplicate_of, trashed_at, group, parent_id, kin, origin, duration_ms, says, fingerprint) = row[18:]
    return Evidence(
        id=evidence_id,
        case_id=case_id,
        exhibit_no=exhibit_no,
        title=title,
        proves=proves,
        source=source,
        made_on=made_on,
        copy_kind=word(CopyKind, copy_kind),
        original_name=original_name,
        added_at=added_at,
        file=StoredFile(sha256, size_bytes),
        media=MediaFacts(
            media_type,
            width_px,
            height_px,
            pages,
            media_made_at,
            media_note,
            duration_ms,
            tuple((name, said) for name, said in _pairs(says)),
            fingerprint,
        ),
        step_key=step_key,
        duplicate_of=duplicate_of,
        trashed_at=trashed_at,
        group=word(Group, group),
        parent_id=parent_id,
        kin=word(Kin, kin),
        origin=_origin(origin),
    )


def _pairs(text: str) -> list[list[str]]:
    """The pairs of text that a column holds as JSON; an empty one has none. Raises DamagedRow."""
    try:
        pairs = json.loads(text or "[]")
        return [[str(name), str(said)] for name, said in pairs]
    except (ValueError, TypeError) as error:
        raise DamagedRow(str(error)) from error


def _origin(text: str) -> Origin:
    known = dict(_pairs(text))
    return Origin(word(Way, known.pop("way", "")), **known) if known else NO_ORIGIN


def _json_pairs(pairs: Iterable[tuple[str, str]]) -> str:
    kept = [[name, storable(said)] for name, said in pairs if said]
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")) if kept else ""


def _origin_text(origin: Origin) -> str:
    names = ("way", "added_by", "device", "changed_at")
    return _json_pairs((name, str(getattr(origin, name))) for name in names)


def evidence_values(item: Evidence) -> dict[str, object]:
    """Return the columns of an item that may change."""
    return {
        "title": item.title,
        "proves": item.proves,
        "source": item.source,
        "made_on": item.made_on,
        "copy_kind": item.copy_kind.value,
        "original_name": item.original_name,
        "sha256": item.file.sha256,
        "size_bytes": item.file.size_bytes,
        "media_type": item.media.media_type,
        "width_px": item.media.width_px,
        "height_px": item.media.height_px,
        "pages": item.media.pages,
        "media_made_at": item.media.made_at,
        "media_note": item.media.note,
        "step_key": item.step_key,
        "duplicate_of": item.duplicate_of,
        "trashed_at": item.trashed_at,
        "group_key": item.group.value,
        "parent_id": item.parent_id,
        "kin": item.kin.value,
        "origin": _origin_text(item.origin),
        "duration_ms": item.media.duration_ms,
        "says": _json_pairs(item.media.says),
        "fingerprint": item.media.fingerprint,
    }
