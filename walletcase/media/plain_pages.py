"""A page of a PDF taken over as words and lines, and nothing that is not drawn. Child process only."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterator
from typing import Any, Final

import pikepdf
from pikepdf import Array, Dictionary, Name

from walletcase.media.clipped import hides_pictures
from walletcase.media.jpeg_parts import pixels_only

_MOST_CONTENT: Final = 8 << 20  # bytes of drawing, inflated; more is taken as a picture
_MOST_OBJECTS: Final = 20_000
_MOST_PICTURE: Final = 64 << 20
_MOST_PARENTS: Final = 50
# What hangs on drawn things without being drawn, or leads to the rest of the document.
_HIDDEN: Final = (
    "/AA", "/AF", "/Alternates", "/Annots", "/Dest", "/ID", "/LastModified", "/Measure", "/Metadata", "/Name", "/OPI",
    "/Parent", "/PieceInfo", "/PtData", "/Ref", "/StructParent", "/StructParents", "/Thumb", "/Usage",
)  # fmt: skip
_MARKED: Final = frozenset({"BMC", "BDC", "EMC", "MP", "DP"})
_USES: Final = {
    "Do": "/XObject",
    "Tf": "/Font",
    "gs": "/ExtGState",
    "sh": "/Shading",
    "scn": "/Pattern",
    "SCN": "/Pattern",
}
_WHOLE: Final = "/ColorSpace"  # inline pictures name some too
_OUTSIDE: Final = frozenset(
    {"/Page", "/Pages", "/Catalog", "/Annot", "/Outlines", "/Filespec", "/StructElem", "/OCG", "/OCMD"}
)
_FAULTS: Final = (
    pikepdf.PdfError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    RuntimeError,
    OverflowError,
    zlib.error,
)

Used = dict[str, set[str]]


class NotPlain(Exception):  # noqa: N818 - a fact about the page
    """More than its content draws the page or hides in it: notes, forms, layers, what a picture has beyond what is
    seen of it; or it can't be cleaned.
    """


class PlainPages:
    """Takes pages of one document over to another. The one they come from is changed by it, in memory."""

    def __init__(self, source: pikepdf.Pdf, made: pikepdf.Pdf) -> None:
        self._source = source
        self._made = made
        self._clean: set[tuple[int, int]] = set()
        self._left = _MOST_OBJECTS

    def take(self, page_no: int) -> Dictionary:
        """Return a page for the other document. Raises NotPlain."""
        self._left = _MOST_OBJECTS
        try:
            page = self._source.pages[page_no]
            if _has_notes(page.obj):
                raise NotPlain
            content, used = _without_marks(page, page.obj.get("/Contents"))
            given = _inherited(page.obj, "/Resources")
            resources = self._resources(given, used)
            if hides_pictures(page, _upright(page.cropbox), given):
                raise NotPlain
            copy = self._made.copy_foreign(self._source.make_indirect(resources))
            kept = Dictionary(Type=Name.Page, MediaBox=Array([float(edge) for edge in page.cropbox]), Resources=copy)
            kept.Contents = self._made.make_stream(content)
            turned = _inherited(page.obj, "/Rotate")
            if turned is not None and int(turned) % 360:
                kept.Rotate = int(turned) % 360
            if "/UserUnit" in page.obj:
                kept.UserUnit = page.obj.UserUnit
        except _FAULTS as fault:
            raise NotPlain from fault
        return kept

    def _resources(self, given: Any, used: Used) -> Dictionary:
        """Only what is drawn with, cleaned."""
        found = Dictionary()
        for kind, names in {**used, _WHOLE: None}.items():
            members = given.get(kind) if given is not None else None
            if members is None:
                if names:
                    raise NotPlain  # it draws with what it does not bring
                continue
            wanted = list(members.keys()) if names is None else [name for name in names if name in members]
            kept = Dictionary()
            for name in wanted:
                kept[name] = members[name]
                self._wash(members[name])
            found[kind] = kept
        return found

    def _wash(self, thing: Any) -> None:
        """Take out of an object, and of all it leads to, what is not drawn."""
        if not isinstance(thing, (Dictionary, Array, pikepdf.Stream)):
            return
        self._left -= 1
        if self._left < 0:
            raise NotPlain
        if thing.is_indirect:
            if thing.objgen in self._clean:
                return
            self._clean.add(thing.objgen)
        if isinstance(thing, Array):
            for member in thing:
                self._wash(member)
            return
        if "/OC" in thing or str(thing.get("/Type", "")) in _OUTSIDE or thing.get("/Subtype") == Name.Type3:
            raise NotPlain
        for key in _HIDDEN:
            if key in thing:
                del thing[key]
        if isinstance(thing, pikepdf.Stream):
            self._wash_stream(thing)
        for key in list(thing.keys()):
            if key != "/Resources":
                self._wash(thing[key])

    def _wash_stream(self, stream: pikepdf.Stream) -> None:
        kind = stream.get("/Subtype")
        if kind == Name.Form or stream.get("/PatternType") == 1:
            content, used = _without_marks(stream, stream)
            stream.Resources = self._resources(stream.get("/Resources"), used)
            stream.write(content)
        elif kind == Name.Image:
            _wash_picture(stream)


def _wash_picture(stream: pikepdf.Stream) -> None:
    """Take out of a JPEG what it says beside its pixels. Raises NotPlain where that can't be done."""
    filters = stream.get("/Filter")
    names = [str(one) for one in filters] if isinstance(filters, Array) else [str(filters)]
    if "/JPXDecode" in names:
        raise NotPlain
    if names[-1] == "/DCTDecode":
        shapes = stream.get("/DecodeParms")
        shape = shapes[-1] if isinstance(shapes, Array) and len(shapes) else shapes
        content = pixels_only(_unwrapped(stream.read_raw_bytes(), names[:-1]))
        shape = shape if isinstance(shape, Dictionary) else None
        stream.write(content, filter=Name.DCTDecode, decode_parms=shape)
    elif "/DCTDecode" in names:
        raise NotPlain


def _unwrapped(content: bytes, filters: list[str]) -> bytes:
    """The bytes within the wrappings that programs put around a JPEG."""
    for name in filters:
        if name == "/ASCII85Decode":
            content = base64.a85decode(b"".join(content.split()).removesuffix(b"~>"))
        elif name == "/FlateDecode":
            packer = zlib.decompressobj()
            content = packer.decompress(content, _MOST_PICTURE)
            if packer.unconsumed_tail:
                raise NotPlain
        else:
            raise NotPlain
    return content


def _has_notes(page: Any) -> bool:
    """Whether more than links lies over the page."""
    notes = page.get("/Annots")
    return notes is not None and any(note.get("/Subtype") != Name.Link for note in notes)


def _without_marks(thing: Any, content: Any) -> tuple[bytes, Used]:
    """What draws a page or form, without marks on it (texts in its place, layers), and the names it draws with."""
    if content is None:
        return b"", {}
    parts = list(content) if isinstance(content, Array) else [content]
    if sum(len(part.read_bytes()) for part in parts) > _MOST_CONTENT:
        raise NotPlain
    kept, used = [], Used()
    for instruction in pikepdf.parse_content_stream(thing):
        operator = str(instruction.operator)
        if operator == "BDC" and instruction.operands and instruction.operands[0] == Name.OC:
            raise NotPlain
        if operator in _MARKED:
            continue
        kept.append(instruction)
        if operator in _USES:
            for name in _names(instruction.operands):
                used.setdefault(_USES[operator], set()).add(name)
    return pikepdf.unparse_content_stream(kept), used


def _names(operands: Any) -> Iterator[str]:
    for operand in operands:
        if isinstance(operand, pikepdf.Name):
            yield str(operand)


def _upright(box: Any) -> tuple[float, float, float, float]:
    left, low, right, high = (float(edge) for edge in box)
    return min(left, right), min(low, high), max(left, right), max(low, high)


def _inherited(page: Any, key: str) -> Any:
    for _ in range(_MOST_PARENTS):
        if page is None or key in page:
            break
        page = page.get("/Parent")
    return None if page is None else page.get(key)
