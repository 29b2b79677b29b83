"""What a file says of itself: shown as its words, believed in nothing. Child process only.

Names used: camera, software, has_place, screenshot, edited, author, title, subject, from, to, created,
holds (how many files are inside).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from PIL import ExifTags, Image

from walletcase.media.faults import CONTENT_FAULTS
from walletcase.media.texts import decode_text

Says = list[tuple[str, str]]
_LONGEST: Final = 200
_EXIF_TIME: Final = re.compile(r"(\d{4}):(\d\d):(\d\d)[ T](\d\d):(\d\d):(\d\d)")
_PDF_TIME: Final = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)")


def clean(value: object) -> str:
    """One line of a file's words, without control and direction signs, not long."""
    if isinstance(value, str) and not value.isascii() and all(ord(sign) < 256 for sign in value):
        value = value.encode("latin-1")  # bytes that a library took for Latin letters, for want of a better idea
    if isinstance(value, bytes):
        value = decode_text(value, len(value), complete=True)
    text = "".join(" " if unicodedata.category(sign) in ("Cc", "Cf", "Zl", "Zp", "Cs") else sign for sign in str(value))
    return " ".join(text.split())[:_LONGEST]


def said(pairs: Iterable[tuple[str, object]]) -> Says:
    """The pairs that say something."""
    return [(name, text) for name, value in pairs if value and (text := clean(value))]


def moment(text: object, shape: re.Pattern[str] = _EXIF_TIME) -> str:
    """A time as ISO 8601 without zone, "" if it is none that exists."""
    found = shape.match(str(text or "").strip())
    try:
        return "" if found is None else datetime(*(int(part) for part in found.groups())).isoformat()  # type: ignore[arg-type]  # noqa: DTZ001 - devices write no zone
    except ValueError:
        return ""


def of_picture(exif: Image.Exif, info: dict[Any, Any]) -> Says:
    """What a picture's EXIF and text chunks say. Never raises for what they hold."""
    base = ExifTags.Base
    try:
        inner = exif.get_ifd(ExifTags.IFD.Exif)
        place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    except CONTENT_FAULTS:
        inner, place = {}, {}
    maker, model = clean(exif.get(base.Make) or ""), clean(exif.get(base.Model) or "")
    camera = model if model.casefold().startswith(maker.casefold()) else f"{maker} {model}"
    comment = clean(inner.get(base.UserComment) or "")
    taken, changed = moment(inner.get(base.DateTimeOriginal)), moment(exif.get(base.DateTime))
    return said(
        (
            ("camera", camera.strip()),
            ("software", exif.get(base.Software) or info.get("Software")),
            ("has_place", "yes" if any(key in place for key in (2, 4)) else ""),
            ("screenshot", "yes" if "screenshot" in comment.casefold() else ""),
            ("edited", changed if changed != taken else ""),
            ("author", exif.get(base.Artist) or info.get("Author")),
            ("title", exif.get(base.ImageDescription) or info.get("Title")),
        )
    )


def of_pdf(found: dict[str, str]) -> tuple[str, Says]:
    """When a PDF says it was made (ISO), and what else its information dictionary says."""
    software = found.get("Creator") or found.get("Producer")
    changed, made = moment(found.get("ModDate"), _PDF_TIME), moment(found.get("CreationDate"), _PDF_TIME)
    pairs = (
        ("software", software),
        ("author", found.get("Author")),
        ("title", found.get("Title")),
        ("edited", changed if changed != made else ""),
    )
    return made, said(pairs)
