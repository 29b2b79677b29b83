"""Untrusted PDF by pdfium (its builds have no JavaScript): facts and pages. Child process only."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

import pypdfium2

from walletcase.media import sayings
from walletcase.media.faults import CONTENT_FAULTS, Encrypted
from walletcase.media.pictures import MAX_SHOWN_PIXELS, png_bytes

_THOROUGH_PAGES: Final = 5_000
# From pdfium's fpdfview.h: a password is needed; locked in a way it does not know.
_LOCKED_CODES: Final = (4, 5)


def probe(path: Path, *, thorough: bool) -> dict[str, object]:
    """Number of pages; raises Encrypted, or a content fault where the file or a page that was looked at is damaged.

    The quick look loads the first page, the thorough one all of them.
    """
    with opened(path) as document:
        pages = len(document)
        for page_no in range(min(pages, _THOROUGH_PAGES) if thorough else 1):
            document[page_no].close()
        made, says = sayings.of_pdf(_information(document))
    return {"pages": pages, "made_at": made, "says": says}


def page(path: Path, page_no: int, fit: tuple[int, int]) -> bytes:
    """One page (from 0) as an RGB PNG on white within ``fit`` (width, height in pixels), enlarged to it if small."""
    with opened(path) as document:
        if not 0 <= page_no < len(document):
            raise IndexError(page_no)
        with closing(document[page_no]) as sheet:
            scale = _scale(sheet.get_size(), fit)
            # Form fields hold what a person filled in, so they are drawn too.
            with closing(sheet.render(scale=scale, rev_byteorder=True, may_draw_forms=True)) as bitmap:
                return png_bytes(bitmap.to_pil().convert("RGB"))


def _scale(size_pt: tuple[float, float], fit: tuple[int, int]) -> float:
    width, height = size_pt
    if not (math.isfinite(width) and math.isfinite(height) and width > 0 and height > 0):
        raise ValueError(size_pt)
    scale = min(fit[0] / width, fit[1] / height, math.sqrt(MAX_SHOWN_PIXELS / (width * height)))
    return scale * (1 - 1e-9)  # the size in pixels is rounded up, and must not come out one larger


@contextmanager
def opened(path: Path) -> Iterator[Any]:
    """The document. Raises Encrypted, ValueError for one without pages."""
    # pdfium does not clear its last error: without this a file that fails with none would inherit "password needed".
    pypdfium2.raw.FPDF_LoadMemDocument(b"", 0, None)
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as fault:
        if fault.err_code in _LOCKED_CODES:
            raise Encrypted(path.name) from fault
        raise
    with closing(document):
        if len(document) == 0:
            raise ValueError("no pages")
        document.init_forms()
        yield document


def _information(document: Any) -> dict[str, str]:
    """The information dictionary; {} where it can't be read."""
    try:
        return dict(document.get_metadata_dict(skip_empty=True))
    except CONTENT_FAULTS:
        return {}
