"""PDF exhibits that hold a secret in every place a PDF has for one."""

from __future__ import annotations

import io
import random
from functools import cache
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.media.redaction_kit import FONTS, Area, Made, _prose, secret_of, sentence
from walletcase.domain.page_text import SCALE, Line

_WIDTH, _HEIGHT = 595.0, 842.0


@cache
def _font() -> str:
    pdfmetrics.registerFont(TTFont("Redacted", str(FONTS / "NotoSansSC-Regular.ttf")))
    return "Redacted"


def pdf(rng: random.Random) -> Made:
    """A document of a few pages, the secret in the words of one or two, and hidden in all corners."""
    shown, bare = secret_of(rng)
    pages = rng.randint(1, 4)
    touched = sorted(rng.sample(range(pages), min(pages, rng.randint(1, 2))))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(_WIDTH, _HEIGHT), pageCompression=rng.randint(0, 1), initialFontName=_font())  # type: ignore[arg-type]
    canvas.setAuthor(shown)
    canvas.setTitle(f"账单 {shown}")
    lines: dict[int, list[Line]] = {}
    areas: list[tuple[int, Area]] = []
    for page_no in range(pages):
        lines[page_no] = []
        secret_row = rng.randrange(6) if page_no in touched else -1
        for row in range(6):
            before, after = sentence(rng, shown) if row == secret_row else (_prose(rng, 12), "")
            middle = shown if row == secret_row else ""
            size, x, y = rng.choice((10, 12, 14)), 60.0, _HEIGHT - 90 - row * 40
            canvas.setFont(_font(), size)
            canvas.drawString(x, y, before + middle + after)
            parts = (before, before + middle, before + middle + after)
            wide = [pdfmetrics.stringWidth(part, _font(), size) for part in parts]
            box = (x, _HEIGHT - y - size, wide[2], size * 1.3)
            lines[page_no].append(Line(before + middle + after, *_scaled(box)))
            if middle:
                top, bottom = (_HEIGHT - y - size * 0.8) / _HEIGHT, (_HEIGHT - y) / _HEIGHT
                areas.append((page_no, ((x + wide[0]) / _WIDTH, top, (x + wide[1]) / _WIDTH, bottom)))
        canvas.bookmarkPage(f"p{page_no}")
        canvas.addOutlineEntry(f"{shown} {page_no}", f"p{page_no}")
        canvas.showPage()
    canvas.save()
    content = with_corners(out.getvalue(), shown, touched[0])
    return Made(content, "application/pdf", pages, lines, bare, tuple(areas), "pdf")


def with_corners(content: bytes, secret: str, page_no: int) -> bytes:
    """The document with the secret in files, forms, notes, scripts, layers, tags, thumbnails and an old revision."""
    with pikepdf.open(io.BytesIO(content)) as made:
        spec: Any = pikepdf.AttachedFileSpec  # its stubs differ between versions
        made.attachments["secret.txt"] = spec(made, secret.encode(), description=secret)
        with made.open_metadata() as said:
            said["dc:description"] = secret
        page = made.pages[page_no]
        note = Dictionary(
            Type=Name.Annot, Subtype=Name.Text, Rect=Array([10, 10, 30, 30]), Contents=String(secret), T=String(secret)
        )
        field = Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("card"), V=String(secret),
            Rect=Array([100, 40, 300, 60]), DA=String("/Helv 10 Tf 0 g"),
        )  # fmt: skip
        page.obj.Annots = Array([made.make_indirect(note), made.make_indirect(field)])
        made.Root.AcroForm = Dictionary(Fields=Array([page.obj.Annots[1]]), NeedAppearances=True)
        made.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{secret}')"))
        script = Dictionary(S=Name.JavaScript, JS=String(secret))
        made.Root.Names.JavaScript = Dictionary(Names=Array([String("a"), script]))
        page.obj.PieceInfo = Dictionary(App=Dictionary(Private=String(secret)))
        page.obj.Thumb = made.make_stream(_thumb(), Type=Name.XObject, Subtype=Name.Image, Width=2, Height=2,
                                          ColorSpace=Name.DeviceRGB, BitsPerComponent=8)  # fmt: skip
        other = made.pages[-1]  # tags and a layer that is switched off, on a page that may stay as it is
        marked = b"/Span <</ActualText " + String(secret).unparse() + b">> BDC EMC\n"
        other.contents_add(marked, prepend=True)
        tag = Dictionary(S=Name.P, Alt=String(secret), ActualText=String(secret))
        made.Root.StructTreeRoot = Dictionary(K=Array([tag]))
        out = io.BytesIO()
        made.save(out, compress_streams=False)
    return _revised(out.getvalue(), secret)


def _thumb() -> bytes:
    return Image.new("RGB", (2, 2), "#123456").tobytes()


def _revised(content: bytes, secret: str) -> bytes:
    """One more revision at the end, as programs write that only add: the old objects stay in the file."""
    start = content.rindex(b"startxref")
    old = int(content[start:].split()[1])
    number = 9_000
    body = content + f"\n{number} 0 obj\n({secret})\nendobj\n".encode()
    offset = len(content) + 1
    table = len(body)
    root = _root(content)
    trailer = b"trailer\n<< /Size %d /Prev %d /Root %s >>\nstartxref\n%d\n%%%%EOF\n" % (number + 1, old, root, table)
    return body + b"xref\n%d 1\n%010d 00000 n \n" % (number, offset) + trailer


def _root(content: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(content)) as made:
        return b"%d %d R" % made.Root.objgen


def _scaled(box: tuple[float, float, float, float]) -> tuple[int, int, int, int]:
    x, y, wide, high = box
    across, down = SCALE / _WIDTH, SCALE / _HEIGHT
    return round(x * across), round(y * down), round(wide * across), round(high * down)
