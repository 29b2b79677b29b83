"""The child process that reads words off pixels: as media.worker, with the models in memory and room for them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from walletcase.media.kinds import PDF
from walletcase.media.limits import MEMORY_BYTES
from walletcase.media.worker import Request, Result, serve

if TYPE_CHECKING:
    from walletcase.media.pixel_words import PixelReader

_FIT: Final = (2_400, 40_000)
_PDF_FIT: Final = (1_654, 2_339)  # A4 at 200 dots an inch


class _Reading:
    """Answers one kind of question."""

    def __init__(self) -> None:
        self._reader: PixelReader | None = None

    def prepare(self) -> None:
        """Load the models; a child that has none does not start."""
        from walletcase.media.pixel_words import PixelReader

        self._reader = PixelReader()

    def read(self, request: Request, path: Path) -> Result:
        """The lines of one page and the name of what read them."""
        assert self._reader is not None
        media_type, page_no = request["media_type"], int(request["page_no"])
        if media_type == PDF:
            from walletcase.media import documents

            png = documents.page(path, page_no, _PDF_FIT)
        else:
            from walletcase.media import pictures

            png = pictures.picture(path, media_type, page_no, _FIT)
        lines = self._reader.read(png)
        return {"engine": self._reader.name}, iter((json.dumps(lines).encode("utf-8"),))


def main() -> int:
    """Serves requests from standard input until it ends. Returns the exit code."""
    reading = _Reading()
    return serve({"read": reading.read}, reading.prepare, MEMORY_BYTES["reading"])


if __name__ == "__main__":
    raise SystemExit(main())
