"""Bombs and endless nests, made here: each is kept without a preview within ten seconds, and the child lives on."""

from __future__ import annotations

import io
import struct
import time
import zipfile
import zlib
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from tests.media import corpus_structures as made
from tests.media.corpus_documents import nested_flate_bomb, pdf, saved
from tests.media.corpus_pictures import bomb_png, sized_jpeg
from walletcase.media.previewer import Previewer
from walletcase.media.sniff import media_type

ZEROS = bytes(1 << 20)


def zip_of_zeros(mebibytes: int = 200) -> bytes:
    """A member that grows a thousandfold."""
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("zeros.txt", "w") as member:
        for _ in range(mebibytes):
            member.write(ZEROS)
    return stored.getvalue()


def overlapping_zip(members: int = 5_000) -> bytes:
    """One body named by many members: the list is short, the sum is not (as 42.zip's successors do)."""
    body = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = body.compress(ZEROS) + body.flush()
    local = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 8, 0, 33, zlib.crc32(ZEROS), len(packed), len(ZEROS), 1, 0)
    central = b"".join(
        struct.pack(
            "<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 8, 0, 33, zlib.crc32(ZEROS), len(packed), len(ZEROS), 1, *[0] * 6
        )
        + b"a"
        for _ in range(members)
    )
    start = len(local) + 1 + len(packed)
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, members & 0xFFFF, members & 0xFFFF, len(central), start, 0)
    return local + b"a" + packed + central + end


def zip_of_zips(deep: int = 200) -> bytes:
    inner = made.packed({"a.txt": "x"})
    for _ in range(deep):
        inner = made.packed({"a.zip": inner}, deflated=False)
    return inner


def zip_with_a_lie() -> bytes:
    """Its list says ten bytes; the body is sixteen mebibytes."""
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", ZEROS * 16)
    data = bytearray(stored.getvalue())
    at = data.index(b"PK\1\2")
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(data)


def laughing_docx() -> bytes:
    names = [f"l{n}" for n in range(12)]
    lines = [f'<!ENTITY {one} "{f"&{other};" * 10}">' for other, one in pairwise(names)]
    main = f'<!DOCTYPE d [<!ENTITY l0 "lol">{"".join(lines)}]><d>&l11;</d>'
    return made.packed({"[Content_Types].xml": "x", "word/document.xml": main})


def growing_docx() -> bytes:
    """Two hundred mebibytes of spaces in the main part."""
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "x")
        with archive.open("word/document.xml", "w") as member:
            member.write(b"<d>")
            for _ in range(200):
                member.write(b" " * (1 << 20))
            member.write(b"</d>")
    return stored.getvalue()


def deep_docx(deep: int = 400_000) -> bytes:
    return made.docx("<w:p>" * deep + "</w:p>" * deep)


def wide_xlsx() -> bytes:
    """A million texts that nobody uses, and a sheet of a million rows."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    shared = f'<sst xmlns="{space}">' + "<si><t>abcdefgh</t></si>" * 1_000_000 + "</sst>"
    rows = f'<worksheet xmlns="{space}"><sheetData>' + '<row><c t="s"><v>1</v></c></row>' * 1_000_000
    book = f'<workbook xmlns="{space}"/>'
    return made.packed(
        {
            "[Content_Types].xml": "x",
            "xl/workbook.xml": book,
            "xl/sharedStrings.xml": shared,
            "xl/worksheets/sheet1.xml": rows + "</sheetData></worksheet>",
        }
    )


def nested_mail(deep: int = 3_000) -> bytes:
    head = b"From: a\r\nTo: b\r\nDate: c\r\nSubject: d\r\nContent-Type: message/rfc822\r\n\r\n"
    return head * deep + b"x"


def forked_mail(deep: int = 900) -> bytes:
    lines = [b"From: a\r\nTo: b\r\nDate: c\r\nSubject: d"]
    for level in range(deep):
        lines.append(b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d' % (level, level))
    return b"\r\n".join(lines) + b"\r\n\r\nx" * 200_000


def mail_of_parts(parts: int = 200_000) -> bytes:
    head = b'From: a\r\nTo: b\r\nDate: c\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n'
    return head + b"--b\r\n\r\nx\r\n" * parts + b"--b--\r\n"


def long_header_mail() -> bytes:
    return b"From: a\r\nTo: b\r\nDate: c\r\nSubject: " + b"=?utf-8?B?AAAA?= " * 400_000 + b"\r\n\r\nx"


def many_pages(pages: int = 100_000) -> bytes:
    """A page tree that names one page a hundred thousand times."""
    document = pdf(1)
    page = document.pages[0].obj
    document.Root.Pages.Kids = pikepdf.Array([page] * pages)
    document.Root.Pages.Count = pages
    return saved(document)


def deep_page_tree(deep: int = 5_000) -> bytes:
    document = pdf(1)
    node = document.Root.Pages
    for _ in range(deep):
        node = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Pages, Count=1, Kids=pikepdf.Array([node])))
    document.Root.Pages = node
    return saved(document)


def deep_array_pdf() -> bytes:
    return b"%PDF-1.4\n1 0 obj" + b"[" * 2_000_000 + b"\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF"


def heavy_page() -> bytes:
    """A page that draws a million curves over itself."""
    document = pdf(1)
    document.pages[0].Contents = document.make_stream(b"0 0 m 9 900 900 9 500 500 c S\n" * 1_500_000)
    return saved(document)


def gif_of_frames(frames: int = 20_000) -> bytes:
    stored = io.BytesIO()
    Image.new("P", (2000, 2000)).save(stored, "GIF")
    data = stored.getvalue()
    frame = data[data.index(b",") : -1]
    return data[: data.index(b",")] + frame * (frames // 100) + b";"


def text_chunk_png() -> bytes:
    """A text chunk that unpacks to a quarter of a gigabyte."""
    body = zlib.compressobj(9)
    packed = b"".join(body.compress(ZEROS) for _ in range(256)) + body.flush()
    whole = Image.new("RGB", (8, 8))
    stored = io.BytesIO()
    whole.save(stored, "PNG")
    chunk = b"zTXtSoftware\0\0" + packed
    data = stored.getvalue()
    return data[:33] + struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) + data[33:]


def endless_boxes() -> bytes:
    return made.box(b"ftyp", b"isom\0\0\0\0") + (b"\0\0\0\x08free" * 3_000_000)


# What each may be said to be; "" where a harmless part of it can be shown.
BOMBS: dict[str, tuple[Callable[[], bytes], tuple[str, ...]]] = {
    "pixels.png": (bomb_png, ("too_large",)),
    "wide.jpg": (lambda: sized_jpeg(65_500, 65_500), ("too_large",)),
    "text.png": (text_chunk_png, ("too_large", "damaged", "")),
    "frames.gif": (gif_of_frames, ("",)),
    "zeros.zip": (zip_of_zeros, ("too_large",)),
    "overlap.zip": (overlapping_zip, ("too_large",)),
    "nest.zip": (zip_of_zips, ("",)),
    "lie.zip": (zip_with_a_lie, ("", "damaged")),
    "laugh.docx": (laughing_docx, ("damaged",)),
    "spaces.docx": (growing_docx, ("too_large",)),
    "deep.docx": (deep_docx, ("", "damaged", "too_large")),
    "wide.xlsx": (wide_xlsx, ("", "too_large")),
    "nest.eml": (nested_mail, ("damaged", "too_large")),
    "fork.eml": (forked_mail, ("damaged", "too_large")),
    "parts.eml": (mail_of_parts, ("too_large",)),
    "head.eml": (long_header_mail, ("",)),
    "flate.pdf": (nested_flate_bomb, ("", "too_large", "damaged", "timeout")),
    "pages.pdf": (many_pages, ("", "timeout")),
    "tree.pdf": (deep_page_tree, ("damaged", "timeout", "")),
    "array.pdf": (deep_array_pdf, ("damaged", "timeout")),
    "heavy.pdf": (heavy_page, ("",)),
    "boxes.mp4": (endless_boxes, ("unsupported",)),
}
_MOST_S = 12.0  # ten for the child's clock, two for ending it on a busy machine


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_kept_without_a_preview_in_time(tmp_path: Path, name: str) -> None:
    make, allowed = BOMBS[name]
    path = tmp_path / name
    path.write_bytes(make())
    kind = media_type(path, name)
    with Previewer() as previewer:
        for look in (
            lambda: previewer.probe(path, kind).note,
            lambda: previewer.thumbnail(path, kind) and "",
            lambda: previewer.text(path, kind) and "",
            lambda: previewer.members(path, kind) and "",
        ):
            start = time.monotonic()
            found = look()
            assert time.monotonic() - start < _MOST_S
            assert found is None or found in ("", *allowed, ()), found
        assert previewer.probe(path, kind).note in allowed
        good = tmp_path / "good.docx"
        good.write_bytes(made.letter())
        assert previewer.text(good, media_type(good)) is not None


def test_a_member_that_lies_about_its_size_gives_no_more_than_it_says(tmp_path: Path) -> None:
    path = tmp_path / "lie.zip"
    path.write_bytes(zip_with_a_lie())
    with Previewer() as previewer:
        content = previewer.member(path, "application/zip", 0)
        assert content is None or len(content) <= 10
