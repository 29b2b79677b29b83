"""Words of an exhibit that is redacted: what its file says of pages nobody has read, and what of it stands on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from walletcase.domain.errors import Cancelled, UserError
from walletcase.domain.evidence import MediaFacts
from walletcase.domain.page_text import Line
from walletcase.domain.redaction import Box, Leak, LeakPlace, bare
from walletcase.services.ports import IsCancelled
from walletcase.services.reading import PageReader

_SAME_LINE = 0.3  # of the lower of two that must overlap to stand on one line
_LEAK_CODES = {
    LeakPlace.PIXELS: "redaction_leak_pixels",
    LeakPlace.WORDS: "redaction_leak_words",
    LeakPlace.HIDDEN: "redaction_leak_hidden",
    LeakPlace.READABLE: "redaction_leak_readable",
}
_Pages = Mapping[int, Sequence[Line]]  # by number, from 0


class Readings:
    """What a machine can still read on the pages of a copy."""

    def __init__(
        self, reader: PageReader, copy: Path, media_type: str, boxes: Sequence[Box], secrets: Sequence[str]
    ) -> None:
        self._reader = reader
        self._copy = copy
        self._media_type = media_type
        self._boxes = boxes
        self._secrets = secrets
        self.engine = ""
        self.open_pages: set[int] = set()

    def look(self, page_no: int, shape: float) -> None:
        """Read a page. Raises UserError("redaction_leak_readable") where a secret stands on beside a box."""
        if not (self._reader.is_available and self._secrets):
            return
        reading = self._reader.read_pixels(self._copy, self._media_type, page_no, shape)
        if reading.note:
            return
        self.engine = reading.engine
        boxes = [box for box in self._boxes if box.page_no == page_no]
        for line in reading.lines:
            words = bare(line.text)
            if any(secret in words for secret in self._secrets):
                if any(touches(line, box) for box in boxes):
                    raise leak_error(Leak(LeakPlace.READABLE, page_no))
                self.open_pages.add(page_no)


def own_words(
    reader: PageReader, path: Path, media: MediaFacts, known: _Pages, cancelled: IsCancelled
) -> dict[int, Sequence[Line]]:
    """Return what a file itself says of the pages that nobody has read yet: what is covered must be searched for there.

    Raises Cancelled.
    """
    found: dict[int, Sequence[Line]] = {}
    if not reader.has_own_words(media.media_type):
        return found
    for page_no in (number for number in range(media.pages or 1) if number not in known):
        if cancelled():
            raise Cancelled
        found[page_no] = reader.own_words(path, media.media_type, page_no).lines
    return found


def open_pages(pages: _Pages, boxes: Sequence[Box], secrets: Sequence[str]) -> set[int]:
    """Return the pages whose known words have one of the secrets in a line that no box touches."""
    return {
        page_no
        for page_no, lines in pages.items()
        for line in lines
        if any(secret in bare(line.text) for secret in secrets)
        and not any(box.page_no == page_no and touches(line, box) for box in boxes)
    }


def touches(line: Line, box: Box) -> bool:
    """Whether a line stands under, or right beside, a box; the edge of one on the line above does not count."""
    reach = line.height
    wide = min(line.left + line.width + reach, box.right) - max(line.left - reach, box.left)
    high = min(line.top + line.height, box.bottom) - max(line.top, box.top)
    return wide > 0 and high >= _SAME_LINE * min(line.height, box.bottom - box.top)


def leak_error(leak: Leak) -> UserError:
    """Return why a copy in which this was found is not kept."""
    return UserError(_LEAK_CODES[leak.place], page=str(leak.page_no + 1), place=leak.name)
