"""PDF exhibits: their pages become drawings in the dossier. Vectors and text stay; actions, scripts and links go."""

from __future__ import annotations

import base64
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Name

MOST_PAGES = 500
_SMALLEST, _LARGEST = 3.0, 14_400.0  # points; PDF 32000-1, annex C
_MOST_CONTENT = 64 << 20  # bytes of drawing on one page, inflated
_DEFLATED = ("/FlateDecode", "/Fl")
_SHRINKING = ("/ASCII85Decode", "/A85", "/ASCIIHexDecode", "/AHx")
_MOST_GROWTH = 1400  # of LZW, the other filters grow less (PDF 32000-1, 7.4.4)
_FAULTS = (
    pikepdf.PdfError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    RuntimeError,
    OverflowError,
    zlib.error,
)


# What a stream says to lie in another file, where a page is said to come from, and what programs keep for themselves.
_ELSEWHERE = ("/F", "/FFilter", "/FDecodeParms", "/Ref", "/OPI", "/Metadata", "/PieceInfo", "/AF")


class PdfUnfit(Exception):  # noqa: N818 - a fact about the file
    """The PDF's pages can't be printed. ``reason`` is a reason_… label without its prefix."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class PdfPage:
    """One page of a PDF exhibit: its number from 0 and its size in points as seen, after turning."""

    path: Path
    number: int
    width: float
    height: float


def pdf_pages(path: Path) -> tuple[PdfPage, ...]:
    """Return the pages of a PDF. Raises PdfUnfit: encrypted, damaged, too_many_pages; OSError."""
    try:
        with pikepdf.open(path) as pdf:
            if len(pdf.pages) > MOST_PAGES:
                raise PdfUnfit("too_many_pages")
            pages = tuple(_page(path, number, page) for number, page in enumerate(pdf.pages))
    except pikepdf.PasswordError:
        raise PdfUnfit("encrypted") from None
    except _FAULTS:
        raise PdfUnfit("damaged") from None
    if not pages:
        raise PdfUnfit("damaged")
    return pages


def _page(path: Path, number: int, page: Any) -> PdfPage:
    box = _visible_box(page)
    unit = float(page.obj.get("/UserUnit", 1))
    width, height = (box[2] - box[0]) * unit, (box[3] - box[1]) * unit
    if not (_SMALLEST <= width <= _LARGEST * unit and _SMALLEST <= height <= _LARGEST * unit):
        raise PdfUnfit("damaged")
    return PdfPage(path, number, *((height, width) if _turn(page) % 180 else (width, height)))


def _visible_box(page: Any) -> tuple[float, float, float, float]:
    """What a viewer shows: the crop box within the media box."""
    media, crop = ([float(v) for v in box] for box in (page.mediabox, page.cropbox))
    left, right = sorted((media[0], media[2]))
    low, high = sorted((media[1], media[3]))
    inner = (max(left, min(crop[0], crop[2])), max(low, min(crop[1], crop[3])))
    outer = (min(right, max(crop[0], crop[2])), min(high, max(crop[1], crop[3])))
    if inner[0] < outer[0] and inner[1] < outer[1]:
        return (*inner, *outer)
    return left, low, right, high


def _turn(page: Any) -> int:
    return int(page.obj.get("/Rotate", 0)) % 360


def _content(contents: Any) -> bytes:
    """Return a page's drawing, deflated. A single deflated stream is passed on as it is."""
    if contents is None:
        return zlib.compress(b"")
    if isinstance(contents, pikepdf.Stream):
        if contents.get("/Filter") == Name.FlateDecode and "/DecodeParms" not in contents:
            return bytes(contents.read_raw_bytes())
        return zlib.compress(_inflated(contents, _MOST_CONTENT), 6)
    parts: list[bytes] = []
    room = _MOST_CONTENT
    for stream in contents:
        parts.append(_inflated(stream, room))
        room -= len(parts[-1])
    return zlib.compress(b"\n".join(parts), 6)


def _inflated(stream: Any, most: int) -> bytes:
    """Return a stream's data. Raises PdfUnfit("too_large") for more than ``most`` bytes."""
    _check_size(stream, most)
    data = bytes(stream.read_bytes())
    if len(data) > most:
        raise PdfUnfit("too_large")
    return data


def _check_size(stream: Any, most: int) -> None:
    """Walk a stream's filters within bounds before qpdf does it without any.

    Raises PdfUnfit("too_large") for what would be more than ``most`` bytes at any step, or could be.
    """
    named = stream.get("/Filter", Array())
    filters = [str(one) for one in (named if isinstance(named, Array) else [named])]
    data = bytes(stream.read_raw_bytes())
    for place, name in enumerate(filters):
        if name in _DEFLATED:
            data = zlib.decompressobj().decompress(data, most + 1)
        elif name not in _SHRINKING and (len(data) * _MOST_GROWTH > most or place + 1 < len(filters)):
            raise PdfUnfit("too_large")
        elif name in _SHRINKING:
            data = _bytes_of(name, data)
        if len(data) > most:
            raise PdfUnfit("too_large")


def _bytes_of(name: str, text: bytes) -> bytes:
    """Bytes written as text, which is always longer."""
    plain = b"".join(text.split())
    try:
        if name in ("/ASCIIHexDecode", "/AHx"):
            digits = plain.partition(b">")[0]
            return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
        return base64.a85decode(b"<~" + plain.removeprefix(b"<~").partition(b"~>")[0] + b"~>", adobe=True)
    except ValueError:
        raise PdfUnfit("damaged") from None


class PdfExhibits:
    """Carries pages of PDF exhibits over into the dossier. Close it when the dossier is written."""

    def __init__(self, target: pikepdf.Pdf) -> None:
        self._target = target
        self._open: dict[Path, pikepdf.Pdf] = {}
        self._carried: dict[tuple[Path, int], Any] = {}
        self._shed_already: set[tuple[int, int]] = set()  # objects of the open source

    def carry(self, page: PdfPage) -> Any:
        """Return a page as a form XObject that fills the unit square. Raises PdfUnfit."""
        key = (page.path, page.number)
        if key not in self._carried:
            try:
                self._carried[key] = self._form(page)
            except _FAULTS:
                raise PdfUnfit("damaged") from None
        return self._carried[key]

    def _form(self, page: PdfPage) -> Any:
        pdf = self._source(page.path)
        source: Any = pdf.pages[page.number]
        box = _visible_box(source)
        content = _content(source.obj.get("/Contents"))
        form: Any = self._target.make_stream(content, Type=Name.XObject, Subtype=Name.Form, Filter=Name.FlateDecode)
        form.BBox = Array([*box])
        form.Matrix = Array(_to_unit_square(box, _turn(source)))
        for name in ("/Resources", "/Group"):
            if name in source.obj:
                self._shed(pdf.make_indirect(source.obj[name]))
                form[name] = self._target.copy_foreign(pdf.make_indirect(source.obj[name]))
        return form

    def _shed(self, thing: Any) -> None:
        """Take out of all that hangs on a thing what would be fetched from elsewhere, or is a file of its own."""
        waiting = [thing]
        while waiting:
            one = waiting.pop()
            if one.is_indirect:
                if one.objgen in self._shed_already:
                    continue
                self._shed_already.add(one.objgen)
            if isinstance(one, pikepdf.Stream):
                for name in _ELSEWHERE:
                    if name in one:
                        del one[name]
            elif isinstance(one, pikepdf.Dictionary) and "/EF" in one and ("/F" in one or "/UF" in one):
                del one["/EF"]
            waiting += _inside(one)

    def _source(self, path: Path) -> pikepdf.Pdf:
        if path not in self._open:
            self._close_all()
            pdf = pikepdf.open(path)
            # Seals, stamps and filled-in forms are annotations: draw them into the page, then all of them can go.
            pdf.flatten_annotations("screen")
            self._open[path] = pdf
            self._shed_already = set()
        return self._open[path]

    def _close_all(self) -> None:
        for pdf in self._open.values():
            pdf.close()
        self._open.clear()

    def close(self) -> None:
        """Let go of the sources."""
        self._close_all()


def _inside(thing: Any) -> list[Any]:
    if isinstance(thing, pikepdf.Array):
        found = list(thing)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        found = [thing[name] for name in thing.keys()]  # noqa: SIM118 - a stream's keys are its dictionary's
    else:
        return []
    return [one for one in found if isinstance(one, pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream)]


def _to_unit_square(box: tuple[float, float, float, float], turn: int) -> list[float]:
    """Return the matrix that puts a page's box upright onto the unit square; ``turn`` is clockwise, in degrees."""
    wide, high = box[2] - box[0], box[3] - box[1]
    left, low = box[0] / wide, box[1] / high
    turns = {
        0: [1 / wide, 0, 0, 1 / high, -left, -low],
        90: [0, -1 / wide, 1 / high, 0, -low, 1 + left],
        180: [-1 / wide, 0, 0, -1 / high, 1 + left, 1 + low],
        270: [0, 1 / wide, -1 / high, 0, 1 + low, -left],
    }
    return [round(v, 9) for v in turns.get(turn, turns[0])]
