"""The Evidence tab's words for exhibits, kinds of files, sizes, times and reasons."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from walletcase.domain.evidence import CopyKind, Evidence, Group
from walletcase.ui.shell.i18n import translate

PDF = "application/pdf"
_ARCHIVES = ("zip", "rar", "7z", "gzip", "tar")


def stamp(exhibit_no: int) -> str:
    """Return an exhibit number as it is stamped."""
    return translate("Evidence", "Exhibit {n}").format(n=exhibit_no)


def group_text(group: Group) -> str:
    """Return a part of the evidence index."""
    return {
        Group.IDENTITY: translate("Evidence", "Identity and contract"),
        Group.EVENTS: translate("Evidence", "What happened"),
        Group.ANSWERS: translate("Evidence", "Complaints and answers"),
        Group.LOSS: translate("Evidence", "Loss"),
        Group.NONE: translate("Evidence", "Not in a group"),
    }[group]


def kind_icon(media_type: str) -> str:
    """Return the icon of a kind of file."""
    if media_type.startswith("image/"):
        return "file-image"
    if media_type.startswith("audio/"):
        return "file-audio"
    if media_type.startswith("video/"):
        return "file-video"
    if media_type == "message/rfc822":
        return "mail"
    if media_type == PDF or media_type.startswith("text/") or "document" in media_type:
        return "file-text"
    return "file"


def kind_text(media_type: str) -> str:
    """Return a kind of file in a word or two."""
    family, _, name = media_type.partition("/")
    if family == "image":
        return translate("Evidence", "{kind} picture").format(kind=name.removeprefix("x-").split("+")[0].upper())
    if media_type == PDF:
        return "PDF"
    if media_type == "message/rfc822":
        return translate("Evidence", "E-mail")
    if any(word in name for word in _ARCHIVES):
        return translate("Evidence", "Archive")
    if "document" in name or "sheet" in name or "presentation" in name:
        return translate("Evidence", "Office document")
    return {
        "text": translate("Evidence", "Text"),
        "audio": translate("Evidence", "Audio"),
        "video": translate("Evidence", "Video"),
    }.get(family, translate("Evidence", "File"))


def size_text(size_bytes: int) -> str:
    """Return a size such as 1.2 MB."""
    return QLocale().formattedDataSize(size_bytes, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def extent_text(item: Evidence) -> str:
    """Return the pixel size, the number of pages or how long it plays, "" if the file has none of them."""
    media = item.media
    if media.duration_ms is not None:
        return duration_text(media.duration_ms)
    if media.media_type == PDF or (media.pages or 1) > 1:
        return translate("Evidence", "%n page(s)", "", media.pages) if media.pages else ""
    return f"{media.width_px} × {media.height_px}" if media.width_px and media.height_px else ""


def duration_text(milliseconds: int) -> str:
    """Return a length such as 3:05 or 1:02:03."""
    hours, rest = divmod(max(1, round(milliseconds / 1000)), 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def moment_text(at: str) -> str:
    """Return 2026-11-22 14:05 of an ISO time."""
    return at[:16].replace("T", " ")


def copy_kind_text(kind: CopyKind) -> str:
    """Return original or copy in words."""
    return {
        CopyKind.ORIGINAL: translate("Evidence", "Original"),
        CopyKind.COPY: translate("Evidence", "Copy"),
    }[kind]


def sources() -> tuple[str, ...]:
    """Return where a file usually comes from; anything else may be typed."""
    return (
        translate("Evidence", "Phone screenshot"),
        translate("Evidence", "Photo"),
        translate("Evidence", "Scan"),
        translate("Evidence", "SMS"),
        translate("Evidence", "Chat export"),
        translate("Evidence", "Bank statement"),
        translate("Evidence", "E-mail"),
        translate("Evidence", "Other"),
    )


def caption_text(item: Evidence) -> str:
    """Return date and kind, for an item about which nothing is the matter."""
    kind = kind_text(item.media.media_type)
    if item.media.note == "unsupported":
        kind = translate("Evidence", "No preview")  # the icon says what kind it is
    return " · ".join(part for part in (item.made_on, kind) if part)


def state_text(item: Evidence, *, missing: bool) -> str:
    """Return what is the matter with an item, "" if nothing is."""
    if missing:
        return translate("Evidence", "File missing")
    if item.duplicate_of is not None:
        return translate("Evidence", "Same as {n}").format(n=item.duplicate_of)
    return {
        "encrypted": translate("Evidence", "Locked by a password"),
        "damaged": translate("Evidence", "Damaged"),
        "too_large": translate("Evidence", "Too large to show"),
        "timeout": translate("Evidence", "No preview"),
        "empty": translate("Evidence", "Empty file"),
    }.get(item.media.note, "")


def unfinished_text() -> str:
    """Return that something typed about an item can't be stored as it stands."""
    return translate("Evidence", "Not saved yet")


def is_played(media_type: str) -> bool:
    """Whether an exhibit is sound or film."""
    return media_type.startswith(("audio/", "video/"))


def is_heard(media_type: str) -> bool:
    """Whether the app plays it itself."""
    return media_type in ("audio/mpeg", "audio/wav", "audio/flac", "audio/ogg")


def unheard_text(reason: str) -> str:
    """Return why the app does not play a recording: "no_speaker" or "damaged"."""
    if reason == "no_speaker":
        return translate("Evidence", "This computer has nothing to play sound with just now.")
    return translate("Evidence", "This sound can't be decoded here. The system's player may know it.")


def played_text(item: Evidence) -> tuple[str, str]:
    """Return what is said of sound and film: how long it is, and who plays it."""
    length = item.media.duration_ms
    is_film = item.media.media_type.startswith("video/")
    kind = translate("Evidence", "Film") if is_film else translate("Evidence", "Recording")
    heading = f"{kind} · {duration_text(length)}" if length is not None else kind
    return heading, translate("Evidence", "A copy is played; the stored file stays exactly as it is.")


def reason_text(reason: str) -> tuple[str, str]:
    """Return why there is nothing to see, and what that means. ``reason`` is a MediaFacts.note or "missing"."""
    kept = translate("Evidence", "It is stored exactly as you added it and goes into the evidence list.")
    elsewhere = translate("Evidence", "You can open it with the program it belongs to.")
    both = f"{kept} {elsewhere}"
    return {
        "missing": (
            translate("Evidence", "The stored file is missing"),
            translate("Evidence", "What you wrote about it is here. Add the file again, or restore a backup."),
        ),
        "encrypted": (
            translate("Evidence", "This file asks for a password"),
            f"{kept} {translate('Evidence', 'To show its pages, add a copy without the password.')}",
        ),
        "damaged": (translate("Evidence", "This file can't be read"), both),
        "too_large": (translate("Evidence", "This picture is too large to show here"), both),
        "timeout": (translate("Evidence", "Drawing this file took too long"), both),
        "empty": (
            translate("Evidence", "This file is empty"),
            translate("Evidence", "It has no content at all. Please check the file you took it from."),
        ),
    }.get(reason, (translate("Evidence", "No preview for this kind of file"), both))
