"""What a file is, told by its first bytes. A name is believed only between kinds of plain text."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from walletcase.media.kinds import DOCUMENT, EMPTY, MAIL, PDF, PLAIN_TEXT, SHEETS, SLIDES, SVG, UNKNOWN, ZIP
from walletcase.media.texts import guess_encoding

HEAD_BYTES = 64 * 1024

# (offset, bytes, media type); the first match wins.
_MAGIC: Final[tuple[tuple[int, bytes, str], ...]] = (
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF87a", "image/gif"),
    (0, b"GIF89a", "image/gif"),
    (0, b"II*\x00", "image/tiff"),
    (0, b"MM\x00*", "image/tiff"),
    (0, b"II+\x00", "image/tiff"),
    (0, b"MM\x00+", "image/tiff"),
    (0, b"\x00\x00\x00\x0cjP  \r\n\x87\n", "image/jp2"),
    (0, b"\xff\x4f\xff\x51", "image/jp2"),
    (0, b"\x00\x00\x01\x00", "image/x-icon"),
    (0, b"8BPS", "image/vnd.adobe.photoshop"),
    (0, b"%PDF-", PDF),
    (0, b"#!AMR", "audio/amr"),
    (0, b"#!SILK_V3", "audio/silk"),
    (1, b"#!SILK_V3", "audio/silk"),  # WeChat puts one byte before it
    (0, b"ID3", "audio/mpeg"),
    (0, b"OggS", "audio/ogg"),
    (0, b"fLaC", "audio/flac"),
    (0, b"caff", "audio/x-caf"),
    (0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "video/x-ms-asf"),
    (0, b"\x1aE\xdf\xa3", "video/x-matroska"),
    (0, b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (0, b"Rar!\x1a\x07", "application/vnd.rar"),
    (0, b"\x1f\x8b", "application/gzip"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (0, b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (0, b"MZ", "application/vnd.microsoft.portable-executable"),
    (0, b"\x7fELF", "application/x-executable"),
    (0, b"{\\rtf", "text/rtf"),
)
_RIFF: Final = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
# ISO 14496-12 brands; the generic ones (mif1, isom …) only say "a picture" or "a film".
_BRANDS: Final = {
    b"avif": "image/avif",
    b"avis": "image/avif",
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"heim": "image/heic",
    b"heis": "image/heic",
    b"hevc": "image/heic",
    b"hevx": "image/heic",
    b"M4A ": "audio/mp4",
    b"M4B ": "audio/mp4",
    b"M4V ": "video/mp4",
    b"qt  ": "video/quicktime",
    b"3gp4": "video/3gpp",
    b"3gp5": "video/3gpp",
    b"3gp6": "video/3gpp",
    b"mif1": "image/heic",
    b"msf1": "image/heic",
}
_GENERIC_BRANDS: Final = frozenset({b"mif1", b"msf1"})
# The folder that tells which office document a ZIP is, if it has one of the parts that they all have.
_OFFICE_FOLDERS: Final = {b"word/": DOCUMENT, b"xl/": SHEETS, b"ppt/": SLIDES}
_OFFICE_PARTS: Final = frozenset({b"[Content_Types].xml", b"_rels/.rels"})
# A member that tells what the ZIP is; programs first.
_ZIP_MEMBERS: Final = (
    (b"AndroidManifest.xml", "application/vnd.android.package-archive"),
    (b"OFD.xml", "application/ofd"),  # GB/T 33190, what Chinese e-invoices come as
    (b"META-INF/MANIFEST.MF", "application/java-archive"),
)
_LOCAL: Final = b"PK\x03\x04"
_TEXT_NAMES: Final = {
    ".eml": MAIL,
    ".csv": "text/csv",
    ".htm": "text/html",
    ".html": "text/html",
    ".xhtml": "text/html",
    ".xml": "text/xml",
    ".svg": SVG,
    ".md": "text/markdown",
    ".json": "application/json",
    ".ics": "text/calendar",
    ".vcf": "text/vcard",
}
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_ROOT: Final = re.compile(r"<(?:!doctype\s+)?(?:[\w-]+:)?([a-z][\w-]*)", re.IGNORECASE)
_HTML_ROOTS: Final = frozenset(
    {"html", "head", "body", "script", "iframe", "table", "div", "meta", "img", "style", "p"}
)
_MAIL_FIELD: Final = re.compile(
    r"^(?:from|to|date|subject|received|return-path|delivered-to|message-id|mime-version|x-[\w-]+):[ \t]",
    re.IGNORECASE | re.MULTILINE,
)
_LEAST_MAIL_FIELDS = 3


def media_type(path: Path, name: str = "") -> str:
    """The media type of the file, judged by at most its first 64 KiB.

    ``name`` is what the person's file was called; it decides only between kinds of plain text. An empty file is
    "application/x-empty"; anything unknown, unreadable or not a regular file "application/octet-stream". Never raises
    for what it finds on the disk.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for ever
            return UNKNOWN
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except (OSError, ValueError):
        return UNKNOWN
    return media_type_of(head, name)


def media_type_of(head: bytes, name: str = "") -> str:
    """The same for bytes in hand: ``head`` is a whole file or its first 64 KiB."""
    if not head:
        return EMPTY
    return _binary_type(head) or _text_type(head, name) or UNKNOWN


def _binary_type(head: bytes) -> str | None:
    for offset, magic, kind in _MAGIC:
        if head.startswith(magic, offset):
            return kind
    if head[:4] == b"RIFF":
        return _RIFF.get(head[8:12])
    if head[4:8] == b"ftyp":
        return _brand_type(head)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_type(head)
    if _is_bitmap(head):
        return "image/bmp"
    if _is_mpeg_audio(head):
        return "audio/mpeg"
    if len(head) > 3 and head[0] == 0xFF and head[1] & 0xF6 == 0xF0 and head[2] & 0x3C < 0x34:
        return "audio/aac"  # ADTS, ISO 13818-7, 6.2: sync, layer 0, a sampling rate that exists
    # Readers accept a PDF that begins a little later (ISO 32000-1, annex H.3.4.1), and mail gateways make such files.
    return PDF if b"%PDF-" in head[:1024] else None


def _brand_type(head: bytes) -> str:
    box_bytes = min(int.from_bytes(head[:4], "big"), 256)
    brands = [head[8:12], *(head[at : at + 4] for at in range(16, box_bytes, 4))]
    brands.sort(key=_GENERIC_BRANDS.__contains__)  # a generic one counts if no other tells more
    return next((_BRANDS[brand] for brand in brands if brand in _BRANDS), "video/mp4")


def _zip_type(head: bytes) -> str:
    stored = re.match(rb"PK\x03\x04.{26}mimetype(application/[\w.+-]+?)PK", head, re.DOTALL)
    if stored:  # OpenDocument and EPUB name themselves in the first member
        return stored.group(1).decode("ascii")
    names = frozenset(_zip_names(head))
    if any(name.endswith(b"vbaProject.bin") for name in names):
        return "application/vnd.ms-office.macro-enabled"
    for member, kind in _ZIP_MEMBERS:
        if member in names:
            return kind
    if names & _OFFICE_PARTS:
        for folder, kind in _OFFICE_FOLDERS.items():
            if any(name.startswith(folder) for name in names):
                return kind
    return ZIP


def _zip_names(head: bytes) -> Iterator[bytes]:
    """Names of members as far as the beginning of the file tells, not those of a ZIP that is a member itself."""
    at = 0
    while at >= 0 and head.startswith(_LOCAL, at):
        packed, name_bytes, extra_bytes = (
            int.from_bytes(head[at + low : at + high], "little") for low, high in ((18, 22), (26, 28), (28, 30))
        )
        start = at + 30
        yield head[start : start + name_bytes]
        body = start + name_bytes + extra_bytes
        # Written in one go, the length stands after the member (APPNOTE.TXT 4.4.4, bit 3): look for the next.
        at = body + packed if packed else head.find(_LOCAL, body)


def _is_bitmap(head: bytes) -> bool:
    # "BM" alone may begin a text; the length of the second header is one of seven.
    header_bytes = int.from_bytes(head[14:18], "little")
    return head[:2] == b"BM" and len(head) >= 26 and header_bytes in (12, 40, 52, 56, 64, 108, 124)


def _is_mpeg_audio(head: bytes) -> bool:
    # Frame sync, layer III, then a bit rate and a sampling rate that exist (ISO 11172-3, 2.4.2.3). The mark of UTF-16
    # looks like layer I.
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:
        return False
    return head[2] & 0xF0 not in (0x00, 0xF0) and head[2] & 0x0C != 0x0C


def _text_type(head: bytes, name: str) -> str | None:
    complete = len(head) < HEAD_BYTES
    encoding = guess_encoding(head, complete=complete)
    if encoding is None:
        return None
    text = head.decode(encoding, errors="ignore").lstrip("\ufeff \t\r\n")
    markup = _markup_type(text[:4096]) if text.startswith("<") else None
    if markup:
        return markup
    if _MAIL_FIELD.match(text) and len(_MAIL_FIELD.findall(text[:8192])) >= _LEAST_MAIL_FIELDS:
        return MAIL
    if text.startswith("BEGIN:VCALENDAR"):
        return "text/calendar"
    if text.startswith("BEGIN:VCARD"):
        return "text/vcard"
    return _TEXT_NAMES.get(Path(name).suffix.lower(), PLAIN_TEXT)


def _markup_type(text: str) -> str | None:
    root = _ROOT.search(_COMMENT.sub("", text))
    name = root.group(1).lower() if root else ""
    if name == "svg":
        return SVG
    if name in _HTML_ROOTS:
        return "text/html"
    return "text/xml" if text.startswith("<?xml") else None
