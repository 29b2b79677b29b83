"""PDF/A (ISO 19005): what the file must say and hold so that an archive may keep it, and when it may say so.

The laid-out text always fits part 1, level b. What is put in decides: pictures with 16 bits or with a profile of ICC's
version 4 need part 2; ink colours without a profile, and pages taken over from other PDFs, fit no part for certain, and
then the file does not claim any.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name

from walletcase.export.picture import Picture
from walletcase.export.section_exhibits import Insert

LEVEL = "B"
MAKER = "WalletCase"
_PROFILE_VERSION = 8  # byte of an ICC profile with its major version
_SRGB = "sRGB IEC61966-2.1"
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TIMES = ("CreateDate", "ModifyDate")
_NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
}
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
{bodies}
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True, slots=True)
class About:
    """What the file says of itself. ``made_at`` is ISO 8601 with offset, "" if it is not known."""

    title: str
    subject: str
    language: str
    made_at: str


def part_of(inserts: Iterable[Insert]) -> int:
    """Return the part of PDF/A that a dossier with these inserts fits, 0 for none that could be promised."""
    part = 1
    for insert in inserts:
        if not isinstance(insert.source, Picture):
            return 0
        part = max(part, _part_of(insert.source))
        if part > 2:
            return 0
    return part


def _part_of(picture: Picture) -> int:
    if b"DeviceCMYK" in picture.colour:
        return 3
    deep = b"/BitsPerComponent 16" in picture.entries
    modern = bool(picture.icc) and picture.icc[_PROFILE_VERSION] >= 4
    return 2 if deep or modern else 1


def add_intent(pdf: pikepdf.Pdf, profile: bytes) -> None:
    """Say what colours are meant: sRGB, by its profile."""
    stream = pdf.make_stream(profile, N=3)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=_SRGB,
        Info=_SRGB,
        DestOutputProfile=stream,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def packet(about: About, part: int) -> bytes:
    """Return the XMP packet: what the file says of itself, and for a ``part`` other than 0 that it is PDF/A.

    One description for each schema: Apache's checker reads no others.
    """
    times = "".join(f"<xmp:{name}>{about.made_at}</xmp:{name}>" for name in _TIMES) if about.made_at else ""
    said = _alternatives("title", about.title) + _alternatives("description", about.subject)
    schemas = [
        ("dc", f"{said}<dc:language><rdf:Bag><rdf:li>{about.language}</rdf:li></rdf:Bag></dc:language>"),
        ("xmp", f"<xmp:CreatorTool>{MAKER}</xmp:CreatorTool>{times}"),
        ("pdf", f"<pdf:Producer>{MAKER}</pdf:Producer>"),
    ]
    if part:
        claim = f"<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>{LEVEL}</pdfaid:conformance>"
        schemas.append(("pdfaid", claim))
    head = '<rdf:Description rdf:about="" xmlns:'
    bodies = (f'{head}{key}="{_NAMES[key]}">{body}</rdf:Description>' for key, body in schemas)
    return _PACKET.format(bodies="\n".join(bodies)).encode()


def plain(text: str) -> str:
    """Return a text without what XML can't hold (XML 1.0, 2.2), so that the file says the same in both places."""
    return _NO_XML.sub("", text)


def _alternatives(name: str, text: str) -> str:
    return f'<dc:{name}><rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt></dc:{name}>'
