"""PDF exhibits: their pages become drawings in the dossier, by way of a copy that the child process wrote."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf

_FAULTS = (pikepdf.PdfError, ValueError, TypeError, LookupError, AttributeError, RuntimeError)


class PdfUnfit(Exception):  # noqa: N818 - a fact about the file
    """The PDF's pages can't be printed. ``reason`` is a reason_… label without its prefix."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class PdfPage:
    """One page of a PDF exhibit: where the copy lies, its number from 0, its size in points as seen, after turning."""

    path: Path
    number: int
    width: float
    height: float


def pdf_pages(copy: Path) -> tuple[PdfPage, ...]:
    """Return the pages of a copy that the child wrote (media.carrying). Raises PdfUnfit, OSError."""
    try:
        with pikepdf.open(copy, attempt_recovery=False) as pdf:
            pages = tuple(_page(copy, number, page) for number, page in enumerate(pdf.pages))
    except _FAULTS:
        raise PdfUnfit("damaged") from None
    if not pages:
        raise PdfUnfit("damaged")
    return pages


def _page(copy: Path, number: int, page: Any) -> PdfPage:
    left, low, right, high = (float(edge) for edge in page.mediabox)
    return PdfPage(copy, number, right - left, high - low)


class PdfExhibits:
    """Carries pages of PDF exhibits over into the dossier. Close it when the dossier is written."""

    def __init__(self, target: pikepdf.Pdf) -> None:
        self._target = target
        self._open: dict[Path, pikepdf.Pdf] = {}
        self._carried: dict[tuple[Path, int], Any] = {}

    def carry(self, page: PdfPage) -> Any:
        """Return a page as a form XObject that fills the unit square. Raises PdfUnfit, OSError."""
        key = (page.path, page.number)
        if key not in self._carried:
            try:
                source: Any = self._source(page.path).pages[page.number]
                self._carried[key] = self._target.copy_foreign(source.Resources.XObject.P)
            except _FAULTS:
                raise PdfUnfit("damaged") from None
        return self._carried[key]

    def _source(self, path: Path) -> pikepdf.Pdf:
        if path not in self._open:
            self.close()
            self._open[path] = pikepdf.open(path, attempt_recovery=False)
        return self._open[path]

    def close(self) -> None:
        """Let go of the sources."""
        for pdf in self._open.values():
            pdf.close()
        self._open.clear()
