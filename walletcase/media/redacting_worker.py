"""The child process that burns boxes and looks through the copy: as media.worker, with what opens and writes PDF."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from walletcase.domain.redaction import Box, Leak
from walletcase.media.faults import Encrypted
from walletcase.media.kinds import PDF
from walletcase.media.limits import MEMORY_BYTES
from walletcase.media.worker import Request, Result, serve


def main() -> int:
    """Serves requests from standard input until it ends. Returns the exit code."""
    asked = {"burn": _burn, "search": _search, "paper": _paper, "original": _original}
    return serve(asked, _prepare, MEMORY_BYTES["redacting"])


def _prepare() -> None:
    """Load the libraries while files may still be opened."""
    from walletcase.media import burning_pdf, original_search, paper_search, pdf_leaks

    assert all((burning_pdf, original_search, paper_search, pdf_leaks))


def _burn(request: Request, path: Path) -> Result:
    media_type, boxes = str(request["media_type"]), _boxes(request)
    if media_type == PDF:
        from walletcase.media import burning_pdf

        with _pdf_faults():
            made = burning_pdf.burnt(path, boxes, request["secrets"], request["drawn"])
        return {"media_type": PDF, "drawn": list(made.drawn), "pages": made.pages}, iter((made.content,))
    from walletcase.media import burning

    kind, pieces = burning.burnt(path, media_type, boxes)
    return {"media_type": kind, "drawn": sorted(boxes)}, pieces


def _search(request: Request, path: Path) -> Result:
    media_type, boxes, secrets = str(request["media_type"]), _boxes(request), request["secrets"]
    if media_type == PDF:
        from walletcase.media import pdf_leaks

        with _pdf_faults():
            found = list(pdf_leaks.leaks_in_pdf(path, boxes, request["drawn"], secrets))
    else:
        from walletcase.media import leaks

        found = list(leaks.leaks_in_picture(path, media_type, boxes, secrets))
    return _told(found)


def _paper(request: Request, path: Path) -> Result:
    from walletcase.media import paper_search

    with _pdf_faults():
        return _told(list(paper_search.leaks_in_paper(path, request["secrets"], request["clear"])))


def _original(request: Request, path: Path) -> Result:
    from walletcase.media import original_search

    with _pdf_faults():
        found = original_search.leaks_in_original(
            path, str(request["media_type"]), request["secrets"], request["clear"]
        )
        return _told(list(found))


def _told(found: list[Leak]) -> Result:
    return {}, iter((json.dumps([[one.place, one.page_no, one.name] for one in found]).encode("utf-8"),))


@contextmanager
def _pdf_faults() -> Iterator[None]:
    """What is wrong with a PDF in the words of media.faults."""
    import pikepdf

    try:
        yield
    except pikepdf.PasswordError as fault:
        raise Encrypted from fault
    except (pikepdf.PdfError, pikepdf.DataDecodingError) as fault:
        raise ValueError("damaged") from fault


def _boxes(request: Request) -> dict[int, list[Box]]:
    found: dict[int, list[Box]] = {}
    for row in request["boxes"]:
        box = Box(*(int(part) for part in row))
        found.setdefault(box.page_no, []).append(box)
    return found


if __name__ == "__main__":
    raise SystemExit(main())
