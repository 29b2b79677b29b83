"""The originals inside the dossier, as PDF/A-3 has it (ISO 19005-3, 6.8): each says what it is and why it is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from walletcase.domain.dossiers.document import Dossier, Exhibit
from walletcase.export.labels import Labels
from walletcase.export.picture import FileRange
from walletcase.export.plan import Planner

PART = 3  # of PDF/A: the first that lets any file be attached
_UNSAFE = '/\\:*?"<>|'
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file: ``key`` sorts as the exhibits do and names it, ``about`` says which exhibit it is, with its hash."""

    key: str
    name: str
    about: str
    media_type: str
    changed: str
    content: FileRange

    @property
    def entries(self) -> bytes:
        """The lines of its stream's dictionary (PDF 32000-1, 7.11.4)."""
        kind = Name(f"/{self.media_type}").unparse()
        size = b"/Params<</Size %d%b>>" % (self.content.length, _date(self.changed))
        return b"/Type/EmbeddedFile/Subtype" + kind + size


def attachments(dossier: Dossier, planner: Planner, labels: Labels) -> list[Attachment]:
    """Return the files of the exhibits that are there, in their order."""
    width = max(3, len(str(max((one.number for one in dossier.exhibits), default=0))))
    there = ((one, planner.blobs.path(one.sha256)) for one in dossier.exhibits if not one.missing and not one.withheld)
    return [_attachment(one, path, width, labels) for one, path in there if path not in planner.lost]


def _attachment(exhibit: Exhibit, path: Path, width: int, labels: Labels) -> Attachment:
    clean = "".join("_" if char in _UNSAFE or ord(char) < 32 else char for char in exhibit.original_name)
    key = f"{exhibit.number:0{width}}-{clean[-_LONGEST_NAME:]}"
    about = labels("attached_as", number=exhibit.number, title=exhibit.title, hash=exhibit.sha256)
    content = FileRange(path, 0, exhibit.size_bytes)
    return Attachment(key, key, about, exhibit.media_type, exhibit.added_at, content)


def attach(pdf: pikepdf.Pdf, given: Sequence[Attachment], numbers: Sequence[int]) -> None:
    """Name the files, whose streams are objects of these numbers already, in the document."""
    if not given:
        return
    specs, names = Array(), Array()
    for one, number in zip(given, numbers, strict=True):
        stream = pdf.get_object((number, 0))
        spec = pdf.make_indirect(
            Dictionary(
                Type=Name.Filespec,
                F=String(one.name),
                UF=String(one.name),
                EF=Dictionary(F=stream, UF=stream),
                AFRelationship=Name.Source,
                Desc=String(one.about),
            )
        )
        specs.append(spec)
        names.extend([String(one.key), spec])
    pdf.Root.AF = specs
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=names))


def _date(at: str) -> bytes:
    digits = "".join(char for char in at[:19] if char.isdigit())
    return b"/ModDate(D:%b)" % digits.encode("ascii") if len(digits) == 14 else b""
