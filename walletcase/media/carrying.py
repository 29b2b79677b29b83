"""A PDF exhibit written anew, with nothing but what draws its pages: vectors and text stay; actions, scripts, links go.

Child process only. What the app puts into a dossier is this copy; the file itself is never opened there.
"""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import pikepdf
from pikepdf import Array, Dictionary, Name

from walletcase.media.faults import Encrypted, TooLarge, TooManyPages

MOST_PAGES: Final = 500
_STREAM: Final = pikepdf._core.AccessMode.stream  # a mapped file would count against the child's memory
_SMALLEST, _LARGEST = 3.0, 14_400.0  # points; PDF 32000-1, annex C
_MOST_CONTENT: Final = 64 << 20  # bytes of drawing on one page, inflated
_DEFLATED: Final = ("/FlateDecode", "/Fl")
_SHRINKING: Final = ("/ASCII85Decode", "/A85", "/ASCIIHexDecode", "/AHx")
_MOST_GROWTH: Final = 1400  # of LZW, the other filters grow less (PDF 32000-1, 7.4.4)
# What a stream says to lie in another file, where a page is said to come from, and what programs keep for themselves.
_ELSEWHERE: Final = ("/F", "/FFilter", "/FDecodeParms", "/Ref", "/OPI", "/Metadata", "/PieceInfo", "/AF")


def carried(path: Path) -> tuple[int, Iterator[bytes]]:
    """Return the number of pages and the pieces of the copy.

    Each page of it is as large as it is seen, after turning, and draws one form, /P, that fills the unit square.
    Raises Encrypted, TooLarge, TooManyPages, or a content fault.
    """
    try:
        with closing(pikepdf.open(path, access_mode=_STREAM, suppress_warnings=True)) as pdf:
            if len(pdf.pages) > MOST_PAGES:
                raise TooManyPages(len(pdf.pages))
            if not pdf.pages:
                raise ValueError("no pages")
            # Seals, stamps and filled-in forms are annotations: draw them into the page, then all of them can go.
            pdf.flatten_annotations("screen")
            return len(pdf.pages), iter(_written(pdf))
    except pikepdf.PasswordError as fault:
        raise Encrypted(path.name) from fault
    except (pikepdf.PdfError, pikepdf.DataDecodingError) as fault:
        raise ValueError("damaged") from fault


class _Pieces:
    """What is written, as it comes: joined it would be in memory twice."""

    def __init__(self) -> None:
        self.found: list[bytes] = []
        self._size = 0

    def write(self, piece: bytes) -> int:
        self.found.append(bytes(piece))
        self._size += len(piece)
        return len(piece)

    def tell(self) -> int:
        return self._size

    def seek(self, *_: int) -> int:
        return self._size

    def seekable(self) -> bool:
        return False

    def flush(self) -> None:
        """Nothing waits."""


def _written(pdf: pikepdf.Pdf) -> list[bytes]:
    shed = _Shedding()
    with closing(pikepdf.new()) as made:
        for page in pdf.pages:
            made.pages.append(pikepdf.Page(_page(pdf, made, page, shed)))
        out: Any = _Pieces()
        made.save(
            out,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            deterministic_id=True,
        )
        return list(out.found)


def _page(pdf: pikepdf.Pdf, made: pikepdf.Pdf, page: Any, shed: _Shedding) -> Dictionary:
    box, turn = _visible_box(page), _turn(page)
    width, height = _size(page, box, turn)
    form = _form(pdf, made, page, shed)
    form.Matrix = Array(_to_unit_square(box, turn))
    form.BBox = Array([*box])
    drawing = f"{width:.4f} 0 0 {height:.4f} 0 0 cm /P Do".encode("ascii")
    return made.make_indirect(
        Dictionary(
            Type=Name.Page,
            MediaBox=Array([0, 0, round(width, 4), round(height, 4)]),
            Resources=Dictionary(XObject=Dictionary(P=form)),
            Contents=made.make_stream(drawing),
        )
    )


def _size(page: Any, box: tuple[float, float, float, float], turn: int) -> tuple[float, float]:
    unit = float(page.obj.get("/UserUnit", 1))
    width, height = (box[2] - box[0]) * unit, (box[3] - box[1]) * unit
    if not (_SMALLEST <= width <= _LARGEST * unit and _SMALLEST <= height <= _LARGEST * unit):
        raise ValueError((width, height))
    return (height, width) if turn % 180 else (width, height)


def _form(pdf: pikepdf.Pdf, made: pikepdf.Pdf, page: Any, shed: _Shedding) -> Any:
    content = _content(page.obj.get("/Contents"))
    form: Any = made.make_stream(content, Type=Name.XObject, Subtype=Name.Form, Filter=Name.FlateDecode)
    for name in ("/Resources", "/Group"):
        if name in page.obj:
            thing = pdf.make_indirect(page.obj[name])
            shed.all_of(thing)
            form[name] = made.copy_foreign(thing)
    return form


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
            _check_size(contents, _MOST_CONTENT)
            return bytes(contents.read_raw_bytes())
        return zlib.compress(_inflated(contents, _MOST_CONTENT), 6)
    parts: list[bytes] = []
    room = _MOST_CONTENT
    for stream in contents:
        parts.append(_inflated(stream, room))
        room -= len(parts[-1])
    return zlib.compress(b"\n".join(parts), 6)


def _inflated(stream: Any, most: int) -> bytes:
    """Return a stream's data. Raises TooLarge(most) for more than ``most`` bytes."""
    _check_size(stream, most)
    data = bytes(stream.read_bytes())
    if len(data) > most:
        raise TooLarge(most)
    return data


def _check_size(stream: Any, most: int) -> None:
    """Walk a stream's filters within bounds before qpdf does it without any.

    Raises TooLarge(most) for what would be more than ``most`` bytes at any step, or could be.
    """
    named = stream.get("/Filter", Array())
    filters = [str(one) for one in (named if isinstance(named, Array) else [named])]
    data = bytes(stream.read_raw_bytes())
    for place, name in enumerate(filters):
        if name in _DEFLATED:
            data = zlib.decompressobj().decompress(data, most + 1)
        elif name not in _SHRINKING and (len(data) * _MOST_GROWTH > most or place + 1 < len(filters)):
            raise TooLarge(most)
        elif name in _SHRINKING:
            data = _bytes_of(name, data)
        if len(data) > most:
            raise TooLarge(most)


def _bytes_of(name: str, text: bytes) -> bytes:
    """Bytes written as text, which is always longer."""
    plain = b"".join(text.split())
    try:
        if name in ("/ASCIIHexDecode", "/AHx"):
            digits = plain.partition(b">")[0]
            return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
        return base64.a85decode(b"<~" + plain.removeprefix(b"<~").partition(b"~>")[0] + b"~>", adobe=True)
    except ValueError:
        raise ValueError("damaged") from None


class _Shedding:
    """Takes out of all that hangs on a thing what would be fetched from elsewhere, or is a file of its own."""

    def __init__(self) -> None:
        self._done: set[tuple[int, int]] = set()

    def all_of(self, thing: Any) -> None:
        """Walk through a thing and what hangs on it, each object once."""
        waiting = [thing]
        while waiting:
            one = waiting.pop()
            if one.is_indirect:
                if one.objgen in self._done:
                    continue
                self._done.add(one.objgen)
            if isinstance(one, pikepdf.Stream):
                for name in _ELSEWHERE:
                    if name in one:
                        del one[name]
            elif isinstance(one, pikepdf.Dictionary) and "/EF" in one and ("/F" in one or "/UF" in one):
                del one["/EF"]
            waiting += _inside(one)


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
