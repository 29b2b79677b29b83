"""Looks through a file that goes to others as it is, for what its pages do not show. Child process only.

What can't be looked through is told as CLOSED, where it was taken as PLACE: no finds, and whoever asks decides.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import pikepdf

from walletcase.domain.original_finds import CLOSED, NOTES, PLACE
from walletcase.domain.redaction import Leak, LeakPlace, stands_in
from walletcase.domain.sensitive import certain_in
from walletcase.media import pictures
from walletcase.media.jpeg_parts import is_extra, parts
from walletcase.media.kinds import PDF
from walletcase.media.needles import Needles
from walletcase.media.paper_search import leaks_in_paper

_ENCODINGS: Final = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
_COLOURS: Final = b"ICC_PROFILE\0"
# ISO 15948 and APNG: how pixels are coded, and nothing that anybody says.
_PNG_PIXELS: Final = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI pHYs sBIT bKGD hIST sPLT tIME acTL fcTL fdAT".split()
)
_MOST_NOTE: Final = 4 << 20  # bytes of a note once it is unpacked
_INFO: Final = frozenset({"icc_profile", "version", "background", "duration", "loop", "timestamp", "transparency"})
_BY_INFO: Final = frozenset({"image/gif", "image/webp", "image/heic", "image/avif", "image/bmp"})
_END: Final = re.compile(rb"startxref")
_LINEAR: Final = b"/Linearized"


class _Closed(Exception):  # noqa: N818 - a fact about the file
    """A part of it can't be looked through."""


def leaks_in_original(path: Path, media_type: str, secrets: Sequence[str], clear: Sequence[str]) -> Iterator[Leak]:
    """Yield what a picture says beside its pixels, or a PDF anywhere in it, that is one of the secrets
    (redaction.bare), or an identity or card number that is not ``clear``.

    Raises a content fault where it can't be read at all.
    """
    if media_type == PDF:
        yield from _in_pdf(path, secrets, clear)
        return
    needles = Needles(secrets)
    try:
        for note in _notes(path, media_type):
            texts = (note.decode(encoding, "replace") for encoding in _ENCODINGS)
            if needles.in_words(note) or any(stands_in(secrets, text) or certain_in(text, clear) for text in texts):
                yield Leak(LeakPlace.HIDDEN, -1, NOTES)
            if b"GPSLatitude" in note:
                yield Leak(LeakPlace.HIDDEN, -1, PLACE)
    except (_Closed, ValueError, zlib.error):
        yield Leak(LeakPlace.HIDDEN, -1, CLOSED)


def _notes(path: Path, media_type: str) -> Iterator[bytes]:
    """All that a picture says beside its pixels. Raises _Closed, ValueError, zlib.error where that can't be told."""
    if media_type == "image/jpeg":
        yield from _jpeg_notes(path.read_bytes())
    elif media_type == "image/png":
        yield from _png_notes(path.read_bytes())
    elif media_type in _BY_INFO:
        with pictures.opened(path, media_type) as image:
            image.load()
            for name, value in image.info.items():
                if name not in _INFO:
                    yield value if isinstance(value, bytes) else str(value).encode()
            yield "\n".join(str(value) for value in image.getexif().values()).encode()
    else:
        raise _Closed(media_type)


def _jpeg_notes(content: bytes) -> Iterator[bytes]:
    for part in parts(content):
        if part.code == 0 and part.body.strip(b"\0"):  # a second picture (a gain map), or something else
            yield from _jpeg_notes(part.body.lstrip(b"\0"))
        elif is_extra(part) and not part.body[4:].startswith(_COLOURS):
            yield part.body


def _png_notes(content: bytes) -> Iterator[bytes]:
    at = 8
    while at + 12 <= len(content):
        length, kind = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        body, at = content[at + 8 : at + 8 + length], at + 12 + length
        if kind == b"IEND":
            break
        if kind not in _PNG_PIXELS:
            yield body
        if kind == b"zTXt":
            yield _unpacked(body.partition(b"\0")[2][1:])
        elif kind == b"iTXt" and body.partition(b"\0")[2][:1] == b"\1":
            yield _unpacked(body.partition(b"\0")[2][2:].partition(b"\0")[2].partition(b"\0")[2])
    if content[at:].strip(b"\0"):
        raise _Closed("after the end")


def _unpacked(packed: bytes) -> bytes:
    unpacker = zlib.decompressobj()
    note = unpacker.decompress(packed, _MOST_NOTE)
    if unpacker.unconsumed_tail:
        raise _Closed("a note without end")
    return note


def _in_pdf(path: Path, secrets: Sequence[str], clear: Sequence[str]) -> Iterator[Leak]:
    for leak in leaks_in_paper(path, secrets, clear):
        yield Leak(leak.place, leak.page_no, CLOSED) if leak.name == "attachments" else leak
    content = path.read_bytes()
    # What an earlier state of the file said is still in it, and no reader shows it.
    if len(_END.findall(content)) > (2 if _LINEAR in content[:1024] else 1):
        yield Leak(LeakPlace.HIDDEN, -1, CLOSED)
    needles = Needles(secrets)
    with closing(pikepdf.open(path, suppress_warnings=True, attempt_recovery=False)) as pdf:
        for thing in pdf.objects:
            for words in _said(thing, 0):
                if needles.in_text(words) or certain_in(words, clear):
                    yield Leak(LeakPlace.HIDDEN, -1, NOTES)


def _said(thing: Any, depth: int) -> Iterator[str]:
    """The strings of an object as far as its next own object, and the words of a stream that holds some."""
    if isinstance(thing, pikepdf.String):
        yield str(thing)
        return
    if isinstance(thing, pikepdf.Stream) and thing.get("/Type") == pikepdf.Name.Metadata:
        yield thing.read_bytes().decode("utf-8", "replace")
    is_own = isinstance(thing, (pikepdf.Array, pikepdf.Dictionary, pikepdf.Stream))
    members: list[Any] = list(thing) if is_own else []
    for one in members:
        member = one if isinstance(thing, pikepdf.Array) else thing[one]
        is_part = isinstance(member, (pikepdf.Dictionary, pikepdf.Array, pikepdf.String)) and not member.is_indirect
        if is_part and depth < 100:
            yield from _said(member, depth + 1)
