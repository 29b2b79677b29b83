"""Puts the pictures and PDF pages into the laid-out dossier and writes the file, without holding them in memory."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, cast

import pikepdf
from pikepdf import Array, Dictionary, Name

from walletcase.export.archival import MAKER, About, add_intent, packet, part_of, plain
from walletcase.export.attached import PART, Attachment, attach
from walletcase.export.pdf_pages import PdfExhibits, PdfPage, PdfUnfit
from walletcase.export.picture import Picture
from walletcase.export.section_exhibits import Insert
from walletcase.export.spliced import splice

_STREAM = pikepdf._core.AccessMode.stream
_BLOCK = 1 << 20


class ExhibitLost(Exception):  # noqa: N818 - a fact about a file, found out late
    """An exhibit that looked sound could not be put in: lay out again without it.

    ``reason`` is a reason_… label without its prefix.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path.name, reason)
        self.path = path
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Added:
    """What goes into the laid-out dossier: pictures and pages in their places, files behind them."""

    inserts: Sequence[Insert]
    files: Sequence[Attachment] = ()


def assemble(
    base: bytes, added: Added, about: About, profile: bytes, out: Path, tick: Callable[[float], None]
) -> None:
    """Write the dossier to ``out``. ``profile`` is sRGB's; ``tick`` gets the part done, 0 to 1, and may raise to stop.

    Raises ExhibitLost, OSError.
    """
    pictures = {i.name: i.source for i in added.inserts if isinstance(i.source, Picture)}
    spliced, *numbers = splice(base, pictures.values(), added.files)
    spliced.check = lambda: tick(0)
    with spliced:
        try:
            with pikepdf.open(cast(BinaryIO, spliced), access_mode=_STREAM) as pdf:
                _place(pdf, added.inserts, dict(zip(pictures, numbers[0], strict=True)), tick)
                add_intent(pdf, profile)
                attach(pdf, added.files, numbers[1])
                part = part_of(added.inserts)
                names = [*pictures, *(one.key for one in added.files)]
                _describe(pdf, about, base, names, max(part, PART) if part and added.files else part)
                _write(pdf, out, tick)
        except (pikepdf.PdfError, RuntimeError, OSError):
            if spliced.lost is None and spliced.stopped is None:
                raise
        if spliced.stopped is not None:
            raise spliced.stopped
        if spliced.lost is not None:
            raise ExhibitLost(spliced.lost, "missing")


def _place(pdf: pikepdf.Pdf, inserts: Sequence[Insert], numbers: dict[str, int], tick: Callable[[float], None]) -> None:
    """Draw pictures, whose objects have these ``numbers``, and PDF pages where they belong."""
    for page in pdf.pages:
        if "/Trans" in page.obj:
            del page.obj["/Trans"]  # how a screen turns to it: reportlab's own, and nothing for an archive
    objects = {name: pdf.get_object((number, 0)) for name, number in numbers.items()}
    exhibits = PdfExhibits(pdf)
    try:
        for insert in inserts:
            tick(0)
            if isinstance(insert.source, PdfPage) and insert.name not in objects:
                objects[insert.name] = _carried(exhibits, insert.source)
            _put(pdf, insert, objects[insert.name])
    finally:
        exhibits.close()


def _carried(exhibits: PdfExhibits, page: PdfPage) -> pikepdf.Object:
    try:
        form: pikepdf.Object = exhibits.carry(page)
    except PdfUnfit as fault:
        raise ExhibitLost(page.path, fault.reason) from None
    except OSError:
        raise ExhibitLost(page.path, "missing") from None
    return form


def _put(pdf: pikepdf.Pdf, insert: Insert, thing: pikepdf.Object) -> None:
    page = pdf.pages[insert.page]
    resources = Dictionary(dict(page.Resources.items()))
    resources.XObject = Dictionary({f"/{insert.name}": thing})
    page.Resources = resources


def _describe(pdf: pikepdf.Pdf, about: About, base: bytes, names: Iterable[str], part: int) -> None:
    """Write title, dates and language; the file's identifier follows from its content alone."""
    digest = hashlib.md5(base + "".join(names).encode(), usedforsecurity=False).digest()
    pdf.trailer.ID = Array([pikepdf.String(digest), pikepdf.String(digest)])
    date = pdf_date(about.made_at)
    said = replace(about, title=plain(about.title), subject=plain(about.subject), made_at=about.made_at if date else "")
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(Title=said.title, Subject=said.subject, Creator=MAKER, Producer=MAKER)
    )
    if date:
        pdf.trailer.Info.CreationDate = pdf.trailer.Info.ModDate = date
    pdf.Root.Metadata = pdf.make_stream(packet(said, part), Type=Name.Metadata, Subtype=Name.XML)
    root = pdf.Root
    root.Lang = about.language
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.PageMode = Name.UseOutlines


def pdf_date(at: str) -> str:
    """Return an ISO time as a PDF date: D:20261122140500+08'00'; "" if there is none."""
    digits = at[:19].translate({ord(c): None for c in "-T:"})
    if len(digits) != 14 or not digits.isdigit():
        return ""
    zone = at[19:]
    return f"D:{digits}{zone[:3]}'{zone[4:6]}'" if len(zone) == 6 else f"D:{digits}Z"


def _write(pdf: pikepdf.Pdf, out: Path, tick: Callable[[float], None]) -> None:
    pdf.save(
        out,
        min_version="1.7",
        static_id=True,
        compress_streams=False,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        progress=lambda percent: tick(percent / 100),
    )
