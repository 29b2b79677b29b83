"""The words on a page of a file: what the file says itself, and what a machine makes of its pixels."""

from __future__ import annotations

import json
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from walletcase.domain.page_text import SCALE, Line, TextSource
from walletcase.media.asker import Asker
from walletcase.media.kinds import PDF, is_picture
from walletcase.services.reading import Reading

_MOST_BYTES: Final = 8 << 20
_MOST_LINES: Final = 20_000
_LONGEST_LINE: Final = 20_000
_TEXT_CHARACTERS: Final = 400_000
_NEEDED: Final = ("rapidocr", "onnxruntime", "cv2", "numpy")
_TALL: Final = 2.0  # so many times as high as wide is read in one go
_MOST_PATIENCE: Final = 12


class PageReader:
    """Implements services.reading.PageReader over two child processes: a light one, and one with the models.

    Nothing here raises for the content of a file. Every method may be called from any thread.
    """

    def __init__(self, timeout_s: float = 120.0) -> None:
        """``timeout_s``: how long reading one screen of pixels may take. No process is started yet."""
        self._own = Asker("media", 10.0)
        self._pixels = Asker("reading", timeout_s)

    @cached_property
    def is_available(self) -> bool:
        """Whether the extra that reads pixels is installed; nothing of it is imported."""
        return all(find_spec(name) is not None for name in _NEEDED)

    @property
    def child_pid(self) -> int | None:
        """Process id of the child that reads pixels, None if there is none."""
        return self._pixels.pid

    def has_own_words(self, media_type: str) -> bool:
        """Whether the file itself may say its words."""
        return not is_picture(media_type) and not media_type.startswith(("audio/", "video/"))

    def has_pixels(self, media_type: str) -> bool:
        """Whether words may stand in its pixels."""
        return is_picture(media_type) or media_type == PDF

    def own_words(self, path: Path, media_type: str, page_no: int) -> Reading:
        """What the file says of a page (from 0). ``is_scan``: the words are in the page's pixels only."""
        request: dict[str, object] = {"media_type": media_type}
        if media_type == PDF:
            answer = self._own.ask({**request, "ask": "words", "page_no": page_no}, path, _MOST_BYTES)
            lines = _lines(answer.body) if not answer.note else ()
            return Reading(lines, TextSource.FILE, note=answer.note, is_scan=answer.facts.get("is_scan") is True)
        answer = self._own.ask({**request, "ask": "text_preview", "limit": _TEXT_CHARACTERS}, path, _MOST_BYTES)
        text = "" if answer.note else answer.body.decode("utf-8", errors="replace")
        lines = tuple(Line(line[:_LONGEST_LINE], 0, 0, 0, 0) for line in text.splitlines()[:_MOST_LINES])
        return Reading(lines, TextSource.FILE, note="" if answer.note == "unsupported" else answer.note)

    def read_pixels(self, path: Path, media_type: str, page_no: int, height_per_width: float) -> Reading:
        """What a machine makes of a page (from 0); a page many times as high as wide may take longer."""
        request: dict[str, object] = {"ask": "read", "media_type": media_type, "page_no": page_no}
        patience = min(1 + int(height_per_width / _TALL), _MOST_PATIENCE)
        answer = self._pixels.ask(request, path, _MOST_BYTES, patience)
        if answer.note:
            return Reading((), TextSource.MACHINE, note=answer.note)
        engine = str(answer.facts.get("engine", ""))[:80]
        return Reading(_lines(answer.body), TextSource.MACHINE, engine)

    def interrupt(self) -> None:
        """End what is being read at once; it is answered with the note "stopped"."""
        self._pixels.interrupt()

    def rest(self) -> None:
        """Give back the memory of the models until they are needed again."""
        self._pixels.rest()

    def close(self) -> None:
        """End both children. Afterwards nothing is read."""
        self._own.close()
        self._pixels.close()


def _lines(body: bytes) -> tuple[Line, ...]:
    """The child is not trusted: what makes no line of words is left out."""
    try:
        found = json.loads(body)
    except ValueError:
        return ()
    rows = found[:_MOST_LINES] if isinstance(found, list) else []
    return tuple(line for row in rows if (line := _line(row)) is not None)


def _line(row: Any) -> Line | None:
    if not isinstance(row, list) or len(row) not in (5, 6) or not isinstance(row[0], str):
        return None
    if any(type(number) is not int or not 0 <= number <= SCALE for number in row[1:]):
        return None
    return Line(row[0][:_LONGEST_LINE], *row[1:])
