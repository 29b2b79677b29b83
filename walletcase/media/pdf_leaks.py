"""Opens a redacted PDF again and looks for what should be gone. Child process only."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import pikepdf
from pikepdf import Array, Dictionary, Name

from walletcase.domain.redaction import Box, Leak, LeakPlace
from walletcase.media.documents import opened
from walletcase.media.leaks import is_black
from walletcase.media.needles import Needles

_DOTS: Final = 150.0
_MOST_PIXELS: Final = 16_000_000
_ROOT_KEYS: Final = frozenset({"/Type", "/Pages", "/Version", "/Extensions"})
_TRAILER_KEYS: Final = frozenset(
    {"/Root", "/Size", "/ID", "/Length", "/Type", "/W", "/Index", "/Filter", "/DecodeParms"}
)
_PAGE_KEYS: Final = frozenset({"/Type", "/Parent", "/MediaBox", "/Resources", "/Contents", "/Rotate", "/UserUnit"})
_NEVER: Final = (
    "/AA", "/AF", "/Annots", "/Alternates", "/EmbeddedFiles", "/EF", "/JS", "/JavaScript", "/Metadata", "/OC", "/OPI",
    "/PieceInfo", "/StructParent", "/StructParents", "/Thumb", "/ActualText",
)  # fmt: skip
_END: Final = re.compile(rb"%%EOF\s*")
_FONT_FILES: Final = ("/FontFile", "/FontFile2", "/FontFile3")


def leaks_in_pdf(
    path: Path, boxes: Mapping[int, Sequence[Box]], drawn: Collection[int], secrets: Sequence[str]
) -> Iterator[Leak]:
    """Yield what is wrong with a redacted PDF; ``drawn`` are the pages that must be pictures and hold no word.

    Raises a content fault where it can't be read at all.
    """
    needles = Needles(secrets)
    content = path.read_bytes()
    if len(re.findall(rb"startxref", content)) != 1 or len(_END.findall(content)) != 1:
        yield Leak(LeakPlace.HIDDEN, -1, "revision")
    if needles.in_bytes(content):
        yield Leak(LeakPlace.HIDDEN, -1, "bytes")
    yield from _on_pages(path, boxes, set(drawn) | {page_no for page_no, found in boxes.items() if found}, needles)
    with closing(pikepdf.open(path, suppress_warnings=True, attempt_recovery=False)) as pdf:
        yield from _beside(pdf)
        for page_no, page in enumerate(pdf.pages):
            strange = next((key for key in list(page.obj) if key not in _PAGE_KEYS), "")
            if strange:
                yield Leak(LeakPlace.HIDDEN, page_no, str(strange))
            if needles.in_words(_drawn_strings(page)):
                yield Leak(LeakPlace.WORDS, page_no, "strings")
        yield from _in_objects(pdf, needles)


def _on_pages(
    path: Path, boxes: Mapping[int, Sequence[Box]], drawn: Collection[int], needles: Needles
) -> Iterator[Leak]:
    """What a reader sees and can mark and copy."""
    with opened(path) as document:
        for page_no in range(len(document)):
            with closing(document[page_no]) as page:
                with closing(page.get_textpage()) as text:
                    words = text.get_text_range()
                if needles.in_text(words) or (page_no in drawn and words.strip()):
                    yield Leak(LeakPlace.WORDS, page_no, "text")
                if boxes.get(page_no) and not _is_covered(page, boxes[page_no]):
                    yield Leak(LeakPlace.PIXELS, page_no)


def _is_covered(page: Any, boxes: Sequence[Box]) -> bool:
    width, height = page.get_size()
    scale = min(_DOTS / 72, (_MOST_PIXELS / (width * height)) ** 0.5)
    with closing(page.render(scale=scale, rev_byteorder=True)) as bitmap:
        return is_black(bitmap.to_pil().convert("RGB"), boxes)


def _beside(pdf: pikepdf.Pdf) -> Iterator[Leak]:
    """What the document says beside its pages: information, files, names, outline, forms, scripts, tags, layers."""
    for thing, known in ((pdf.Root, _ROOT_KEYS), (pdf.trailer, _TRAILER_KEYS)):
        for key in list(thing):
            if key not in known:
                yield Leak(LeakPlace.HIDDEN, -1, str(key))


def _in_objects(pdf: pikepdf.Pdf, needles: Needles) -> Iterator[Leak]:
    """Every object of the file, also one that nothing leads to."""
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream):
            yield from _in_stream(thing, needles)
        if isinstance(thing, (Dictionary, Array, pikepdf.Stream, pikepdf.String)):
            yield from _in_values(thing, needles, 0)


def _in_stream(stream: pikepdf.Stream, needles: Needles) -> Iterator[Leak]:
    if stream.get("/Subtype") == Name.Image:
        if needles.in_bytes(stream.read_raw_bytes()):
            yield Leak(LeakPlace.HIDDEN, -1, "image")
        return
    content = stream.read_bytes()
    # In a page's drawing and in fonts short numbers stand by chance; the words drawn are looked through on their own.
    found = needles.in_words(content) if stream.get("/Type") == Name.Metadata else needles.in_bytes(content)
    if found:
        yield Leak(LeakPlace.HIDDEN, -1, "stream")


def _in_values(thing: Any, needles: Needles, depth: int) -> Iterator[Leak]:
    """The strings and keys of an object, as far as its next own object."""
    if isinstance(thing, pikepdf.String):
        if needles.in_text(str(thing)) or needles.in_words(bytes(thing)):
            yield Leak(LeakPlace.HIDDEN, -1, "string")
        return
    if isinstance(thing, Array):
        members = list(thing)
    else:
        never = next((key for key in _NEVER if key in thing), "")
        if never:
            yield Leak(LeakPlace.HIDDEN, -1, never)
        members = [thing[key] for key in list(thing)]
    for member in members:
        is_part = isinstance(member, (Dictionary, Array, pikepdf.String)) and not member.is_indirect
        if is_part and depth < 100:
            yield from _in_values(member, needles, depth + 1)


def _drawn_strings(page: pikepdf.Page) -> bytes:
    """The strings that a page's content draws, one after the other."""
    found = bytearray()
    for instruction in pikepdf.parse_content_stream(page):
        for operand in instruction.operands:
            for part in list(operand) if isinstance(operand, Array) else [operand]:
                if isinstance(part, pikepdf.String):
                    found += bytes(part)
    return bytes(found)
