"""Words on the pages of evidence: what the file itself holds, or what a machine read from its pixels."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from walletcase.domain.ids import EvidenceId

SCALE = 10_000  # boxes are in parts of this of the page's width and height, so that they fit any size it is drawn at


class TextSource(StrEnum):
    """Who says that these words stand there."""

    FILE = "file"  # the text layer of a PDF, the body of a letter
    MACHINE = "machine"  # read from pixels: to be checked


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words and its box: left, top, width, height in 1/SCALE of the upright page; ``sure_percent`` to 100."""

    text: str
    left: int
    top: int
    width: int
    height: int
    sure_percent: int = 100


@dataclass(frozen=True, slots=True)
class PageText:
    """The words of one page (``page_no`` from 0). ``corrected`` is what a person made of them, None if nobody did.

    ``engine`` names program and version, "" for a file's own text. Derived: it can be read again at any time, all but
    ``corrected``.
    """

    evidence_id: EvidenceId
    page_no: int
    source: TextSource
    lines: tuple[Line, ...]
    engine: str = ""
    made_at: str = ""
    corrected: str | None = None

    @property
    def text(self) -> str:
        """What is shown and found: a person's words before a machine's."""
        return "\n".join(line.text for line in self.lines) if self.corrected is None else self.corrected

    @property
    def is_unchecked(self) -> bool:
        """Whether a machine read it and nobody looked at it."""
        return self.source is TextSource.MACHINE and self.corrected is None
