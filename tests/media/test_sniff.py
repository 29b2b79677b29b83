from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.media import corpus_structures as structures
from walletcase.media.sniff import HEAD_BYTES, media_type, media_type_of

OFFICE = "application/vnd.openxmlformats-officedocument."
TYPES = {
    "rgb.png": "image/png",
    "really-png.jpg": "image/png",
    "plain.jpg": "image/jpeg",
    "two-in-one.jpg": "image/jpeg",
    "animated.gif": "image/gif",
    "plain.bmp": "image/bmp",
    "lzw.tiff": "image/tiff",
    "lossy.webp": "image/webp",
    "photo.avif": "image/avif",
    "photo.heic": "image/heic",
    "scan.jp2": "image/jp2",
    "icon.ico": "image/x-icon",
    "two-pages.pdf": "application/pdf",
    "late-start.pdf": "application/pdf",
    "locked.pdf": "application/pdf",
    "sms.txt": "text/plain",
    "sms-gb.txt": "text/plain",
    "sms-utf16.txt": "text/plain",
    "sms-mark.txt": "text/plain",
    "calls.csv": "text/csv",
    "reply.eml": "message/rfc822",
    "page.html": "text/html",
    "drawing.svg": "image/svg+xml",
    "data.xml": "text/xml",
    "data.json": "application/json",
    "letter.docx": OFFICE + "wordprocessingml.document",
    "bill.xlsx": OFFICE + "spreadsheetml.sheet",
    "invoice.ofd": "application/ofd",
    "plain.zip": "application/zip",
    "call.mp3": "audio/mpeg",
    "call.m4a": "audio/mp4",
    "call.amr": "audio/amr",
    "call.wav": "audio/wav",
    "call.ogg": "audio/ogg",
    "screen.mp4": "video/mp4",
    "screen.mov": "video/quicktime",
    "talk.pptx": OFFICE + "presentationml.presentation",
    "answer.eml": "message/rfc822",
    "phone.zip": "application/zip",
    "wide.amr": "audio/amr",
    "call.aac": "audio/aac",
    "voice.silk": "audio/silk",
    "screen.mkv": "video/x-matroska",
    "old.avi": "video/x-msvideo",
    "setup.exe": "application/vnd.microsoft.portable-executable",
    "noise.bin": "application/octet-stream",
    "empty.png": "application/x-empty",
}


@pytest.mark.parametrize(("name", "expected"), TYPES.items())
def test_type_by_content(corpus: dict[str, Path], name: str, expected: str) -> None:
    assert media_type(corpus[name], name) == expected


@pytest.mark.parametrize("name", ["rgb.png", "two-pages.pdf", "setup.exe", "call.mp3", "noise.bin"])
def test_a_name_never_overrules_content(corpus: dict[str, Path], name: str) -> None:
    assert media_type(corpus[name], "letter.html") == TYPES[name]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.CSV", "text/csv"),
        ("a.eml", "message/rfc822"),
        ("a.html", "text/html"),
        ("a.png", "text/plain"),
        ("", "text/plain"),
    ],
)
def test_a_name_decides_between_texts(name: str, expected: str) -> None:
    assert media_type_of("一句话\n".encode(), name) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"<!-- <html> --><svg/>", "image/svg+xml"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!DOCTYPE svg>\n<svg:svg/>", "image/svg+xml"),
        (b"<!DOCTYPE html><body><svg></svg>", "text/html"),
        (b"<script>alert(1)</script>", "text/html"),
        (b"<hello> is what she said", "text/plain"),
        (b"BM is how the letter begins, and it goes on", "text/plain"),
        (b"BEGIN:VCALENDAR\r\n", "text/calendar"),
        (b"BEGIN:VCARD\r\n", "text/vcard"),
        (b"\x02#!SILK_V3", "audio/silk"),
        (b"\x00\x00\x00\x1cftypmif1\x00\x00\x00\x00mif1avif", "image/avif"),
        (b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1miaf", "image/heic"),
        (b"RIFF\x00\x00\x00\x00????", "application/octet-stream"),
        (b"PK\x03\x04" + b"\x00" * 26 + b"mimetypeapplication/epub+zipPK", "application/epub+zip"),
        (b"PK\x03\x04....word/document.xml....word/vbaProject.bin", "application/vnd.ms-office.macro-enabled"),
    ],
)
def test_heads(head: bytes, expected: str) -> None:
    assert media_type_of(head) == expected


def test_only_the_head_is_read(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"a" * HEAD_BYTES + b"\x00\x01\x02")
    assert media_type(path) == "text/plain"
    path.write_bytes(b"a" * (HEAD_BYTES - 1) + b"\x00\x01\x02")
    assert media_type(path) == "application/octet-stream"


def test_text_cut_inside_a_character_is_text(tmp_path: Path) -> None:
    for encoding in ("utf-8", "gb18030"):
        path = tmp_path / f"{encoding}.txt"
        path.write_bytes(("x" + "钱包" * HEAD_BYTES).encode(encoding))
        assert media_type(path) == "text/plain"


def test_what_is_no_regular_file_is_unknown(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    for path in (tmp_path, pipe, loop, tmp_path / "missing", tmp_path / ("x" * 300), Path("a\x00b")):
        assert media_type(path, "a.txt") == "application/octet-stream"


@given(st.binary(max_size=300), st.text(max_size=12))
def test_any_bytes_and_name_get_a_type(head: bytes, name: str) -> None:
    kind = media_type_of(head, name)
    assert kind.count("/") == 1
    assert (kind == "application/x-empty") == (head == b"")


@given(
    st.text(alphabet="的一是了我不人在他有这个上们来到 ，。0123456789abc\n", min_size=8),
    st.sampled_from(["utf-8", "gb18030", "utf-16"]),
)
def test_chinese_text_is_text(text: str, encoding: str) -> None:
    assert media_type_of(text.encode(encoding)) == "text/plain"


def test_a_zip_is_told_by_its_members_not_by_what_is_inside_them() -> None:
    letter = structures.letter()
    export = structures.packed({"password/list.txt": "x", "letter.docx": letter, "xl/a.txt": "x"}, deflated=False)
    assert media_type_of(export) == "application/zip"
    macros = structures.packed({"[Content_Types].xml": "x", "word/document.xml": "x", "word/vbaProject.bin": "x"})
    assert media_type_of(macros) == "application/vnd.ms-office.macro-enabled"
    late = structures.packed({"word/document.xml": "x", "[Content_Types].xml": "x"})
    assert media_type_of(late).endswith("wordprocessingml.document")


def test_members_written_in_one_go_are_seen() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    stored = Pipe()
    with zipfile.ZipFile(stored, "w") as archive:
        archive.writestr("[Content_Types].xml", "x" * 99)
        archive.writestr("xl/workbook.xml", "x")
    assert media_type_of(stored.getvalue()).endswith("spreadsheetml.sheet")
