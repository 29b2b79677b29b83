"""Every program by which somebody may open our files."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2

_PDF_JS = Path(__file__).with_name("pdf_js.js")
Run = Callable[..., str]


def opened_everywhere(path: Path, pages: int, run: Run) -> str:
    """Return the words that pdf.js reads, after each reader opened a file of so many pages and found nothing wrong.

    qpdf and poppler look at the file; mupdf, pdfium and pdf.js draw each page.
    """
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", path)
    assert re.search(rf"Pages:\s+{pages}\b", run("pdfinfo", path))
    run("mutool", "draw", "-q", "-r", "20", "-o", path.with_suffix(".%d.png"), path, f"1-{pages}")
    drawn = list(path.parent.glob(f"{path.stem}.*.png"))
    assert len(drawn) == pages
    for picture in drawn:
        picture.unlink()
    with pypdfium2.PdfDocument(path) as opened:
        assert len(opened) == pages
        for page in opened:
            page.render(scale=0.2)
    told = json.loads(run("node", _PDF_JS, path))
    assert not told["warnings"], told["warnings"][:5]
    assert [page["drawn"] > 0 for page in told["pages"]] == [True] * pages
    return "\n".join(page["text"] for page in told["pages"])
