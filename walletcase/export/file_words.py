"""How a file is told on paper: its kind and size in words, its length as a clock."""

from __future__ import annotations

from walletcase.domain.dossiers.document import Exhibit
from walletcase.export.labels import Labels

_OFFICE = "application/vnd.openxmlformats-officedocument."
WHOLE = {
    "application/pdf": "pdf",
    "message/rfc822": "mail",
    "application/x-empty": "empty",
    f"{_OFFICE}wordprocessingml.document": "document",
    f"{_OFFICE}spreadsheetml.sheet": "sheets",
    f"{_OFFICE}presentationml.presentation": "slides",
}
FAMILIES = frozenset({"image", "audio", "video", "text"})
_CUSTOMARY = {"audio/mpeg": "MP3", "text/plain": "TXT"}  # what people call them, where the registered name is another


def kind_text(labels: Labels, media_type: str) -> str:
    """Return a media type ("image/png") in the reader's language ("PNG picture")."""
    if media_type in WHOLE:
        return labels(f"type_{WHOLE[media_type]}")
    family, _, rest = media_type.partition("/")
    if family not in FAMILIES:
        return labels("type_file")
    name = rest.rpartition(".")[2].removeprefix("x-").partition("+")[0].upper()
    return labels(f"type_{family}", name=_CUSTOMARY.get(media_type, name))


def file_line(labels: Labels, exhibit: Exhibit) -> str:
    """Return size and kind in one line."""
    kind = kind_text(labels, exhibit.media_type)
    return labels("file_line", size=size_text(exhibit.size_bytes), kind=kind)


def size_text(size_bytes: int) -> str:
    """Return a file size as printed: exact below 1 KB, else with one decimal."""
    if size_bytes < 1000:
        return f"{size_bytes} B"
    if size_bytes < 999_950:  # from here on it would be rounded to 1000.0 KB
        return f"{size_bytes / 1000:.1f} KB"
    return f"{size_bytes / 1_000_000:.1f} MB"


def exact_size(size_bytes: int) -> str:
    """Return a file size as printed, with its bytes where those are rounded."""
    exact = f"{size_bytes:,} B"
    return exact if size_bytes < 1000 else f"{size_text(size_bytes)} ({exact})"


def length_text(duration_ms: int) -> str:
    """Return how long sound or film plays as hours, minutes and seconds; never less than a second."""
    minutes, seconds = divmod(max(1, round(duration_ms / 1000)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}"
