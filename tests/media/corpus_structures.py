"""Made files that have words, other files or a length inside: office documents, e-mails, ZIPs, sound and film."""

from __future__ import annotations

import io
import struct
import wave
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage

from tests.media.corpus_pictures import Makers, encoded, quarters

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def packed(members: Mapping[str, bytes | str], *, deflated: bool = True) -> bytes:
    """A ZIP with these members, dated 1980."""
    stored = io.BytesIO()
    how = zipfile.ZIP_DEFLATED if deflated else zipfile.ZIP_STORED
    with zipfile.ZipFile(stored, "w", how) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, how)
    return stored.getvalue()


def docx(body: str, **more: bytes | str) -> bytes:
    """A document whose body is this XML (prefix w)."""
    main = f'<?xml version="1.0"?><w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    return packed({"[Content_Types].xml": "<Types/>", "_rels/.rels": "<R/>", "word/document.xml": main, **more})


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def letter() -> bytes:
    """Two paragraphs, a table of one row, and who wrote it."""
    row = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("日期", "金额"))
    core = (
        '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:creator>张三</dc:creator>'
        "<dcterms:created>2026-11-01T10:00:00Z</dcterms:created></cp:coreProperties>"
    )
    body = paragraph("投诉信") + paragraph("钱包 &lt;打不开&gt;") + f"<w:tbl><w:tr>{row}</w:tr></w:tbl>"
    return docx(body, **{"docProps/core.xml": core})


def bill() -> bytes:
    """Two sheets: shared and inline texts, a number, a date, a date with its time."""
    book = f'<workbook xmlns="{_S}"><sheets><sheet name="流水"/><sheet name="说明"/></sheets></workbook>'
    shared = f'<sst xmlns="{_S}"><si><t>交易</t></si><si><r><t>扣</t></r><r><t>款</t></r></si></sst>'
    styles = (
        f'<styleSheet xmlns="{_S}"><numFmts><numFmt numFmtId="170" formatCode="yyyy/m/d h:mm"/></numFmts>'
        '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>'
    )
    one = (
        f'<worksheet xmlns="{_S}"><sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>'
        '<row><c s="1"><v>46327</v></c><c s="2"><v>46327.5</v></c><c><v>-1234.5</v></c><c t="b"><v>1</v></c></row>'
        "</sheetData></worksheet>"
    )
    two = (
        f'<worksheet xmlns="{_S}"><sheetData>'
        '<row><c t="inlineStr"><is><t>备注</t></is></c></row></sheetData></worksheet>'
    )
    parts = {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": book, "xl/sharedStrings.xml": shared}
    sheets = {"xl/worksheets/sheet1.xml": one, "xl/worksheets/sheet2.xml": two}
    return packed({**parts, "xl/styles.xml": styles, **sheets})


def slides() -> bytes:
    """Two slides, the second one stored first."""
    text = '<p:sld xmlns:p="p" xmlns:a="{}"><a:p><a:r><a:t>{}</a:t></a:r></a:p></p:sld>'
    names = {f"ppt/slides/slide{n}.xml": text.format(_A, words) for n, words in ((2, "第二页"), (1, "第一页"))}
    return packed({"[Content_Types].xml": "<T/>", "ppt/presentation.xml": "<p/>", **names})


def mail() -> bytes:
    """A reply with a picture, a PDF-like text and a forwarded mail; its name is in Chinese."""
    inner = EmailMessage()
    inner["Subject"], inner["From"] = "原邮件", "a@example.com"
    inner.set_content("inner")
    made = EmailMessage()
    made["From"], made["To"] = "客服 <bank@example.com>", "me@example.com"
    made["Subject"], made["Date"] = "答复：数字钱包", "Mon, 02 Nov 2026 09:30:00 +0800"
    made.set_content("您好，\n已受理。\n")
    made.add_alternative("<p>您好，</p><p>已受理。</p>", subtype="html")
    made.add_attachment(encoded(quarters(), "PNG"), maintype="image", subtype="png", filename="截图.png")
    made.add_attachment(b"a;b\n", maintype="application", subtype="octet-stream", filename="../../etc/表.csv")
    made.add_attachment(inner)
    made.set_boundary("=x=")
    for number, part in enumerate(made.walk()):
        if part.is_multipart() and part.get_content_maintype() == "multipart" and number:
            part.set_boundary(f"=x{number}=")  # else drawn by lot
    return made.as_bytes()


def html_mail() -> bytes:
    return (
        b"From: =?gb2312?B?v827pw==?= <a@example.com>\r\nTo: b@example.com\r\nSubject: x\r\n"
        b"Content-Type: text/html; charset=gbk\r\n\r\n"
        + "<style>p{}</style><p>第一</p><img src='http://192.0.2.1/p.png'><p>第二</p>".encode("gbk")
    )


def phone_export() -> bytes:
    """What a phone hands over: photos, a chat, and what its system adds."""
    picture = encoded(quarters(), "PNG")
    chat = "2026-11-01 10:00 客服: 您好\n"
    return packed(
        {
            "DCIM/": "",
            "DCIM/IMG_0001.PNG": picture,
            "聊天/聊天记录.txt": chat,
            "__MACOSX/DCIM/._IMG_0001.PNG": "x",
            "DCIM/.DS_Store": "x",
            "../../../etc/evil.txt": "evil",
        }
    )


def old_names_zip() -> bytes:
    """Packed by an old Chinese Windows: names in GBK, no flag."""
    made = packed({"AAAA.txt": "x"})
    return made.replace(b"AAAA.txt", "账单".encode("gbk") + b".txt")


def locked_zip() -> bytes:
    """One member, flagged as locked in both places."""
    made = bytearray(packed({"a.txt": "x" * 40}, deflated=False))
    made[6] |= 1
    made[made.index(b"PK\x01\x02") + 8] |= 1
    return bytes(made)


def box(kind: bytes, body: bytes) -> bytes:
    return (len(body) + 8).to_bytes(4, "big") + kind + body


def film(brand: bytes = b"isom", seconds: float = 12.5, *, wide: bool = False) -> bytes:
    """A film's boxes without a film: media data first, as phones write it."""
    head = struct.pack(">B3xQQIQ", 1, 0, 0, 600, int(seconds * 600)) if wide else struct.pack(
        ">B3xIIII", 0, 0, 0, 600, int(seconds * 600)
    )
    return box(b"ftyp", brand + b"\0\0\0\0") + box(b"mdat", b"\0" * 99) + box(b"moov", box(b"mvhd", head + b"\0" * 80))


def tone(seconds: float = 2.0) -> bytes:
    stored = io.BytesIO()
    with wave.open(stored, "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(b"\0\0" * int(seconds * 8000))
    return stored.getvalue()


def mp3(frames: int = 100) -> bytes:
    """128 kbit/s at 44.1 kHz: 417 bytes and 26.12 ms a frame."""
    return (b"\xff\xfb\x90\x64" + b"\0" * 413) * frames


def adts(frames: int = 50) -> bytes:
    length = 20
    head = bytes((0xFF, 0xF1, 0x50, 0x80, length >> 3, (length & 7) << 5 | 0x1F, 0xFC))
    return (head + b"\0" * (length - 7)) * frames


def matroska(milliseconds: float = 4500.0) -> bytes:
    info = b"\x2a\xd7\xb1\x83\x0f\x42\x40" + b"\x44\x89\x88" + struct.pack(">d", milliseconds)
    segment = b"\x15\x49\xa9\x66" + bytes((0x80 | len(info),)) + info
    return b"\x1a\x45\xdf\xa3\x84\x42\x86\x81\x01" + b"\x18\x53\x80\x67\x01" + b"\xff" * 7 + segment


def avi() -> bytes:
    """250 frames of 40 ms."""
    head = struct.pack("<10I", 40_000, 0, 0, 0, 250, 0, 1, 0, 0, 0)
    return b"RIFF\0\0\0\0AVI LIST\0\0\0\0hdrlavih" + struct.pack("<I", 40) + head


def silk(frames: int = 30) -> bytes:
    return b"\x02#!SILK_V3" + (b"\x05\0" + b"x" * 5) * frames + b"\xff\xff"


GOOD: Makers = {
    "letter.docx": letter,
    "bill.xlsx": bill,
    "talk.pptx": slides,
    "answer.eml": mail,
    "only-html.eml": html_mail,
    "phone.zip": phone_export,
    "old-names.zip": old_names_zip,
    "plain.zip": lambda: packed({"a.txt": "x" * 40}, deflated=False),
}
LOCKED: Makers = {"locked.zip": locked_zip}
DAMAGED: Makers = {
    "no-xml.docx": lambda: packed({"[Content_Types].xml": "x" * 40, "word/document.xml": "x" * 40}),
    "no-book.xlsx": lambda: packed({"[Content_Types].xml": "x" * 40, "xl/other.xml": "x" * 40}),
    "cut.zip": lambda: phone_export()[:-30],
    "cut.docx": lambda: letter()[:-300],
}
# They play, but there is nothing to look at.
SOUNDS: Mapping[str, tuple[bytes, int | None]] = {
    "call.mp3": (mp3(), 2612),
    "call.m4a": (film(b"M4A "), 12_500),
    "call.amr": (b"#!AMR\n" + (b"\x3c" + b"\0" * 31) * 50, 1000),
    "wide.amr": (b"#!AMR-WB\n" + (b"\x04" + b"\0" * 17) * 25, 500),
    "call.wav": (tone(), 2000),
    "call.aac": (adts(), 1161),
    "voice.silk": (silk(), 600),
    "screen.mp4": (film(), 12_500),
    "wide.mp4": (film(b"mp42", 3.0, wide=True), 3000),
    "screen.mov": (film(b"qt  ", 61.0), 61_000),
    "screen.mkv": (matroska(), 4500),
    "old.avi": (avi(), 10_000),
    "no-header.mp4": (box(b"ftyp", b"isom\0\0\0\0") + box(b"mdat", b""), None),
    "call.ogg": (b"OggS\x00\x02" + b"\x00" * 50, None),
    "cut.wav": (b"RIFF\x24\x00\x00\x00WAVEfmt " + b"\x00" * 24, None),
}
