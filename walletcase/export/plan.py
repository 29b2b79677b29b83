"""Decides how each exhibit is printed, before any page is laid out: as pictures, as PDF pages, as text, or as a notice.

A file that can't be shown costs nobody the dossier: it gets a page that says what it is and why.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from walletcase.domain.dossiers.document import Exhibit
from walletcase.domain.picture_rows import PictureRows
from walletcase.export.jpeg import read_jpeg
from walletcase.export.pdf_pages import PdfPage, PdfUnfit, pdf_pages
from walletcase.export.picture import Picture, Unfit
from walletcase.export.png import read_png
from walletcase.export.slices import is_long

_HOPELESS = ("encrypted", "damaged", "empty", "too_large", "timeout")  # what the first look at a file has settled
_READERS: dict[str, Callable[[Path], Picture]] = {"image/jpeg": read_jpeg, "image/png": read_png}
MOST_TEXT = 12_000  # characters of a text file that are printed: four or five pages
_MOST_FRAMES = 200


class Blobs(Protocol):
    """Where evidence files are kept."""

    def path(self, sha256: str) -> Path:
        """Return where a file is. It must not be changed."""


class Decoder(Protocol):
    """Reads files of unknown origin at arm's length."""

    def flatten(self, path: Path, media_type: str, page_no: int = 0) -> bytes | None:
        """Return a picture as an upright 8-bit RGB PNG without alpha, None if it can't be decoded."""

    def carry(self, path: Path, out: Path) -> str:
        """Write a PDF anew, with nothing but what draws its pages; return why not, a reason_… label's name, or ""."""

    def text(self, path: Path, media_type: str) -> str | None:
        """Return the beginning of a text file, None for other kinds."""

    def rows(self, path: Path, media_type: str, page_no: int = 0) -> PictureRows | None:
        """Return how noisy each row of a picture is, None if it can't be decoded."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How one exhibit is printed. Exactly one of pictures, pages, text, problem says something.

    ``problem`` is why there is nothing to print: a reason_… label without its prefix.
    """

    exhibit: Exhibit
    pictures: tuple[Picture, ...] = ()
    rows: tuple[PictureRows | None, ...] = ()  # of each picture, None where it is shown whole
    pages: tuple[PdfPage, ...] = ()
    text: str = ""
    text_is_cut: bool = False
    problem: str = ""
    converted: bool = False


class Planner:
    """Looks at the files of one dossier. Converted pictures are put into ``temp_folder``."""

    def __init__(self, blobs: Blobs, decoder: Decoder, temp_folder: Path) -> None:
        self.blobs = blobs
        self._decoder = decoder
        self._temp = temp_folder
        self._seen: dict[str, Plan] = {}
        self.lost: set[Path] = set()  # files that could not be read back
        self._copies: dict[Path, Path] = {}  # files behind the copies that are put in

    def plan(self, exhibit: Exhibit) -> Plan:
        """Return how an exhibit is printed; files that occur twice are looked at once. Never raises for content."""
        key = f"{exhibit.sha256}/{exhibit.media_type}/{exhibit.missing}/{exhibit.withheld}"
        if key not in self._seen:
            self._seen[key] = self._look(exhibit)
        known = self._seen[key]
        if known.exhibit is exhibit:
            return known
        return replace(known, exhibit=exhibit)

    def reject(self, path: Path, reason: str) -> bool:
        """Plan a notice for the exhibits whose file turned out bad when it was put in, and do without the file.

        Returns whether that is news.
        """
        lost = self._copies.get(path, path)
        is_new = lost not in self.lost
        self.lost.add(lost)
        bad = {
            key: plan
            for key, plan in self._seen.items()
            if not plan.problem and self.blobs.path(plan.exhibit.sha256) == lost
        }
        self._seen |= {key: Plan(plan.exhibit, problem=reason) for key, plan in bad.items()}
        return bool(bad) or is_new

    def _look(self, exhibit: Exhibit) -> Plan:
        if exhibit.withheld:
            return Plan(exhibit, problem=exhibit.withheld)
        if exhibit.missing:
            return Plan(exhibit, problem="missing")
        if exhibit.note in _HOPELESS:
            return Plan(exhibit, problem=exhibit.note)
        path = self.blobs.path(exhibit.sha256)
        try:
            return self._read(exhibit, path)
        except OSError:
            return Plan(exhibit, problem="missing")

    def _read(self, exhibit: Exhibit, path: Path) -> Plan:
        kind = exhibit.media_type
        if kind == "application/pdf":
            return self._carried(exhibit, path)
        if kind in _READERS:
            try:
                picture = _READERS[kind](path)
                return Plan(exhibit, pictures=(picture,), rows=(self._rows(picture, path, kind),))
            except Unfit:
                return self._converted(exhibit, path)
        text = self._decoder.text(path, kind)
        if text is not None:
            return _text_plan(exhibit, text)
        return self._converted(exhibit, path)

    def _carried(self, exhibit: Exhibit, path: Path) -> Plan:
        path.stat()  # a file that went away is not a damaged one
        copy = self._temp / f"{exhibit.sha256}.pdf"
        reason = self._decoder.carry(path, copy)
        if reason:
            return Plan(exhibit, problem=reason)
        self._copies[copy] = path
        try:
            return Plan(exhibit, pages=pdf_pages(copy))
        except PdfUnfit as fault:
            return Plan(exhibit, problem=fault.reason)

    def _converted(self, exhibit: Exhibit, path: Path) -> Plan:
        pictures: list[Picture] = []
        rows: list[PictureRows | None] = []
        for number in range(min(exhibit.pages or 1, _MOST_FRAMES)):
            png = self._decoder.flatten(path, exhibit.media_type, number)
            picture = self._kept(png, f"{exhibit.sha256}-{number}.png") if png else None
            if picture is None:
                break
            pictures.append(picture)
            rows.append(self._rows(picture, path, exhibit.media_type, number))
        if pictures:
            return Plan(exhibit, pictures=tuple(pictures), rows=tuple(rows), converted=True)
        is_picture = exhibit.media_type.startswith("image/")
        return Plan(exhibit, problem=exhibit.note or ("damaged" if is_picture else "unsupported"))

    def _rows(self, picture: Picture, path: Path, media_type: str, page_no: int = 0) -> PictureRows | None:
        return self._decoder.rows(path, media_type, page_no) if is_long(picture.shown_size) else None

    def _kept(self, png: bytes, name: str) -> Picture | None:
        kept = self._temp / name
        kept.write_bytes(png)
        try:
            return read_png(kept)
        except Unfit:
            return None


def _text_plan(exhibit: Exhibit, text: str) -> Plan:
    if not text.strip():
        return Plan(exhibit, problem="empty")
    return Plan(exhibit, text=text[:MOST_TEXT].rstrip(), text_is_cut=len(text) > MOST_TEXT)
