"""One real file of each format goes in: is it stored, thumbnailed, shown, read, printed? Prints a Markdown table.

    python -m tests.benchmarks.bench_formats
"""

from __future__ import annotations

import io
import re
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from tests.media.corpus_pictures import HEIC
from tests.media.corpus_structures import SOUNDS, bill, docx, packed, paragraph
from tests.media.phone_shots import FONTS
from walletcase.bootstrap import build
from walletcase.domain.evidence import Evidence
from walletcase.domain.ids import CaseId
from walletcase.services.dossier_options import DossierOptions
from walletcase.services.facade import Services

WORDS = "受理编号GD20261120004417"
_PNG = b"\x89PNG"


@dataclass(frozen=True, slots=True)
class Row:
    """What was found of one format. ``text`` is "own" (the file says it), "pixels" (read off them) or ""; ``inside``
    counts the files that can be taken out.
    """

    name: str
    media_type: str
    stored: bool
    thumbnail: bool
    preview: str
    text: str
    page: bool
    inside: int = 0


def picture(kind: str, **options: object) -> bytes:
    """A picture in which the words stand."""
    font = ImageFont.truetype(str(next(FONTS.glob("*SC*Regular*"))), 40)
    image = Image.new("RGB", (720, 240), "white")
    ImageDraw.Draw(image).text((40, 90), WORDS, fill="black", font=font)
    out = io.BytesIO()
    (image.quantize(16) if kind == "GIF" else image).save(out, kind, **options)
    return out.getvalue()


def written_pdf() -> bytes:
    """A page whose words are text."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setFont("STSong-Light", 20)
    canvas.drawString(80, 700, WORDS)
    canvas.save()
    return out.getvalue()


def mail() -> bytes:
    """An e-mail with two attachments."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "bank@example.com", "me@example.com", "答复"
    made.set_content(WORDS)
    made.add_attachment(picture("PNG"), maintype="image", subtype="png", filename="截图.png")
    made.add_attachment(written_pdf(), maintype="application", subtype="pdf", filename="答复.pdf")
    return made.as_bytes()


def samples() -> Mapping[str, bytes]:
    """A file of each format by its name."""
    chat = f"2026-11-20 10:00:01 客服小工\n{WORDS}\n\n2026-11-20 10:01:30 我\n好的\n"
    html = f"<!doctype html><meta charset=utf-8><title>聊天记录</title><div class=message>{WORDS}</div>"
    return {
        "screenshot.png": picture("PNG"),
        "photo.jpg": picture("JPEG", quality=92),
        "picture.webp": picture("WEBP", quality=92),
        "picture.gif": picture("GIF"),
        "picture.bmp": picture("BMP"),
        "scan.tiff": picture("TIFF", compression="tiff_lzw"),
        "photo.heic": HEIC,
        "letter.pdf": written_pdf(),
        "scan.pdf": picture("PDF", resolution=100),
        "reply.eml": mail(),
        "sms.txt": WORDS.encode("gb18030"),
        "wechat.txt": chat.encode(),
        "chat.html": html.encode(),
        "letter.docx": docx(paragraph("投诉信") + paragraph(WORDS)),
        "bill.xlsx": bill(),
        "call.mp3": SOUNDS["call.mp3"][0],
        "call.wav": SOUNDS["call.wav"][0],
        "call.m4a": SOUNDS["call.m4a"][0],
        "screen.mp4": SOUNDS["screen.mp4"][0],
        "screen.mov": SOUNDS["screen.mov"][0],
        "phone.zip": packed({"DCIM/IMG_0001.PNG": picture("PNG"), "聊天/聊天记录.txt": chat}),
    }


def measure(folder: Path, services: Services, names: Sequence[str] = (), *, pixels: bool = True) -> list[Row]:
    """Put a file of each format in and look what becomes of it; ``names`` picks some of them."""
    folder.mkdir(parents=True, exist_ok=True)
    case, _ = services.cases.new_case("格式", "icbc-digital-wallet", {})
    files = [(name, content) for name, content in samples().items() if not names or name in names]
    for name, content in files:
        (folder / name).write_bytes(content)
    stored = services.evidence.attach(case.id, [folder / name for name, _ in files]).stored
    for one in services.reading.unread(case.id, pixels=pixels):
        services.reading.read(one, pixels=pixels)
    made = services.dossiers.export_pdf(case.id, folder / "dossier.pdf", DossierOptions(language="en"))
    unprinted = {int(found[1]) for line in made.problems if (found := re.match(r"Exhibit (\d+)", line))}
    faulty = services.integrity.faulty_files(case.id)
    return [_row(services, case.id, item, faulty, unprinted) for item in stored]


def _row(services: Services, case_id: CaseId, item: Evidence, faulty: frozenset[str], unprinted: set[int]) -> Row:
    path, kind, sha256 = services.evidence.path(item), item.media.media_type, item.file.sha256
    thumbnail = services.pictures.thumbnail(sha256, path, kind, 160)
    page = services.pictures.page(path, kind, 0, 600)
    shown = "picture" if page else "text" if services.pictures.text(path, kind) else ""
    if not shown and item.media.duration_ms is not None:
        shown = "duration"
    pages = services.reading.pages(item.id)
    text = ""
    if pages and pages[0].text.strip():
        text = "own" if pages[0].source.value != "machine" else "pixels"
    inside = dict(item.media.says).get("holds", "0")
    return Row(
        item.original_name,
        kind,
        sha256 not in faulty,
        bool(thumbnail and thumbnail.startswith(_PNG)),
        shown,
        text,
        item.exhibit_no not in unprinted,
        int(inside) if inside.isdecimal() else 0,
    )


def as_markdown(rows: Sequence[Row]) -> str:
    """Return the table."""
    lines = ["| file | type by content | stored | thumbnail | preview | text | page in dossier | files inside |"]
    lines.append("|---|---|---|---|---|---|---|---|")
    for row in rows:
        cells = (row.name, row.media_type, _yes(row.stored), _yes(row.thumbnail), row.preview or "—", row.text or "—")
        lines.append(f"| {' | '.join(cells)} | {'yes' if row.page else 'notice'} | {row.inside or ''} |")
    return "\n".join(lines)


def _yes(holds: bool) -> str:
    return "yes" if holds else "—"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        services = build(Path(place) / "data")
        sys.stdout.write(as_markdown(measure(Path(place) / "in", services)) + "\n")
        services.close()
