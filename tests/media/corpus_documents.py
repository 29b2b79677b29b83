"""Odd PDFs, texts and other files for tests."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any, Final

import pikepdf

from tests.media.corpus_pictures import Makers

PASSWORD: Final = "wallet-2026"
CHINESE: Final = "您好，您的数字人民币钱包暂时无法开通，请携带身份证到网点办理。\r\n受理编号：2026112200017\r\n"


def pdf(pages: int = 2, *, rotate: int = 0, size: tuple[float, float] = (595.0, 842.0)) -> pikepdf.Pdf:
    """Pages with a dark bar along the top."""
    document = pikepdf.new()
    for _ in range(pages):
        page = document.add_blank_page(page_size=size)
        bar = f"0.1 0.2 0.6 rg 0 {size[1] * 0.8} {size[0]} {size[1] * 0.2} re f"
        page.obj.Contents = document.make_stream(bar.encode("ascii"))
        if rotate:
            page.obj.Rotate = rotate
    return document


def saved(document: pikepdf.Pdf, **options: Any) -> bytes:
    stored = io.BytesIO()
    document.save(stored, **options)
    document.close()
    return stored.getvalue()


def nested_flate_bomb() -> bytes:
    """A page whose content unfolds twice, to 2 GiB of blanks."""
    packer = zlib.compressobj(9)
    packed = packer.compress(b" " * (16 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    first = packed + packed[2:] * 127 + b"\x03\x00"  # the same block again and again, then an empty last one
    document = pdf(1)
    content = pikepdf.Stream(document, zlib.compress(first, 9))
    content.Filter = pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode])
    document.pages[0].obj.Contents = document.make_indirect(content)
    return saved(document, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def _locked(user: str = "") -> bytes:
    return saved(pdf(), encryption=pikepdf.Encryption(user=user, owner=PASSWORD))


def _wrong_table() -> bytes:
    data = saved(pdf(), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    start = data.rindex(b"startxref") + len(b"startxref\n")
    return data[:start] + b"999999\n%%EOF\n"


def _looping_tree() -> bytes:
    document = pdf(1)
    tree = document.Root.Pages
    tree.Kids = pikepdf.Array([document.pages[0].obj, tree])
    tree.Count = 2
    return saved(document)


def _no_pages() -> bytes:
    return saved(pikepdf.new())


def zipped(*members: str) -> bytes:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        for member in members:
            archive.writestr(zipfile.ZipInfo(member), "x" * 40)  # 1980, not now
    return stored.getvalue()


GOOD: Makers = {
    "two-pages.pdf": lambda: saved(pdf()),
    "turned-page.pdf": lambda: saved(pdf(1, rotate=90)),
    "owner-locked.pdf": _locked,
    "broken-table.pdf": _wrong_table,
    "late-start.pdf": lambda: b"X-Mailer: gateway\r\n\r\n" + saved(pdf()),
    "wide-page.pdf": lambda: saved(pdf(1, size=(14_400.0, 3.0))),
}
LOCKED: Makers = {"locked.pdf": lambda: _locked(user=PASSWORD)}
DAMAGED: Makers = {
    "truncated.pdf": lambda: saved(pdf())[:300],
    "only-header.pdf": lambda: b"%PDF-1.7\n",
    "no-pages.pdf": _no_pages,
}
# What a reader makes of these is its own affair, as long as it comes to an end.
UNDECIDED: Makers = {"looping-tree.pdf": _looping_tree}
TEXTS: Makers = {
    "sms.txt": lambda: CHINESE.encode("utf-8"),
    "sms-gb.txt": lambda: CHINESE.encode("gb18030"),
    "sms-utf16.txt": lambda: CHINESE.encode("utf-16"),
    "sms-mark.txt": lambda: CHINESE.encode("utf-8-sig"),
    "calls.csv": lambda: "时间,号码\r\n2026-11-01 10:00,95588\r\n".encode("gb18030"),
    "reply.eml": lambda: b"From: bank@example.com\r\nTo: me@example.com\r\nSubject: re\r\nDate: x\r\n\r\nHello\r\n",
    "page.html": lambda: b"<!doctype html><title>x</title><script src='http://192.0.2.1/x.js'></script>",
    "drawing.svg": lambda: b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
    "data.xml": lambda: b"<?xml version='1.0'?><r/>",
    "data.json": lambda: b'{"a": 1}',
}
OTHERS: Makers = {
    "invoice.ofd": lambda: zipped("OFD.xml", "Doc_0/Document.xml"),
    "setup.exe": lambda: b"MZ\x90\x00" + b"\x00" * 120,
    "noise.bin": lambda: bytes(range(256)) * 8,
}
EMPTY: Makers = {"empty.png": lambda: b"", "empty.pdf": lambda: b"", "empty.txt": lambda: b""}
