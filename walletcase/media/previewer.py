"""What the app knows and shows of a file of unknown origin. The bytes are looked at in a child process only."""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from walletcase.domain.evidence import MediaFacts, Member
from walletcase.domain.picture_rows import BINS, PictureRows, rows_from
from walletcase.domain.sound import PIECE_MS, bytes_of
from walletcase.media.asker import Asker
from walletcase.media.child import Answer
from walletcase.media.imageinfo import png_size
from walletcase.media.kinds import EMPTY, PDF, is_holder, is_picture, is_playable, is_sounding, is_structured, is_text

NOTES: Final = frozenset({"", "encrypted", "damaged", "too_large", "timeout", "unsupported", "empty"})
TEXT_LIMIT: Final = 20_000  # characters
LARGEST_BOX_PX: Final = 2_048
LARGEST_WIDTH_PX: Final = 4_096
_TALLEST_PX: Final = 30_000
_MOST_PREVIEW_BYTES: Final = 160 << 20  # 40 megapixels that do not compress
_MOST_FLAT_BYTES: Final = 640 << 20
_MOST_CARRIED_BYTES: Final = 1 << 30
_MOST_TEXT_BYTES: Final = 4 << 20
_MOST_MEMBER_BYTES: Final = 257 << 20
_MOST_ROW_BYTES: Final = 2 * BINS * 60_000
_MOST_PAIRS: Final = 20
_FINGERPRINT: Final = re.compile(r"[0-9a-f]{16}")
# A full-size re-encoding or a look at every page may take this many times as long as a preview.
_PATIENCE: Final = 6


class Previewer:
    """Facts, thumbnails, pages and texts of files, whatever is in them.

    Nothing here raises for the content of a file: a child that crashes or hangs is killed and replaced, and the answer
    is a note or None. Every method may be called from any thread; they take turns, so not from the window's thread.
    """

    def __init__(self, timeout_s: float = 10.0) -> None:
        """``timeout_s``: how long one preview may take. No process is started yet."""
        self._asker = Asker("media", timeout_s)
        self._slow: set[tuple[str, int]] = set()  # took too long once: not asked for again

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def child_pid(self) -> int | None:
        """Process id of the running child, None if there is none."""
        return self._asker.pid

    def probe(self, path: Path, media_type: str, *, thorough: bool = False) -> MediaFacts:
        """What the file is. ``note`` says why there is no preview; size is as seen upright; a picture has one page
        (a TIFF as many as it has). ``thorough`` decodes every pixel and page, for the dossier; without it damage
        deep in the file may go unseen.
        """
        if media_type == EMPTY or _is_empty(path):
            return MediaFacts(media_type, note="empty")
        if is_playable(media_type):
            return self._length(path, media_type)
        if is_text(media_type) and not is_structured(media_type):
            return MediaFacts(media_type)
        if media_type != PDF and not is_picture(media_type) and not is_structured(media_type):
            return MediaFacts(media_type, note="unsupported")
        answer = self._ask("probe", path, media_type, patience=_PATIENCE if thorough else 1, thorough=thorough)
        return MediaFacts(
            media_type,
            width_px=_count(answer.facts.get("width_px")),
            height_px=_count(answer.facts.get("height_px")),
            pages=_count(answer.facts.get("pages")),
            made_at=str(answer.facts.get("made_at", ""))[:19],
            note=answer.note if answer.note in NOTES else "damaged",
            says=_pairs(answer.facts.get("says")),
            fingerprint=_hash(answer.facts.get("fingerprint")),
        )

    def _length(self, path: Path, media_type: str) -> MediaFacts:
        """Sound and film: never a picture, a duration where the header tells one."""
        answer = self._ask("probe", path, media_type, thorough=False)
        return MediaFacts(media_type, note="unsupported", duration_ms=_count(answer.facts.get("duration_ms")))

    def thumbnail(self, path: Path, media_type: str, box_px: int = 256) -> bytes | None:
        """The first page as a PNG (upright, RGB on white) within a square of ``box_px``; None if there is none."""
        box_px = min(max(box_px, 1), LARGEST_BOX_PX)
        return self._png(path, media_type, 0, (box_px, box_px))

    def page(self, path: Path, media_type: str, page_no: int, width_px: int) -> bytes | None:
        """Page ``page_no`` (from 0) as a PNG for the screen; None if there is none.

        A PDF page is ``width_px`` wide, a picture at most that; less where it would be more than 40 megapixels.
        """
        width_px = min(max(width_px, 1), LARGEST_WIDTH_PX)
        return self._png(path, media_type, page_no, (width_px, _TALLEST_PX))

    def flatten(self, path: Path, media_type: str, page_no: int = 0) -> bytes | None:
        """The picture in full for the dossier: a PNG in 8-bit RGB, upright, on white, lossless, first frame.

        None if it cannot be decoded or has over 201 megapixels. ``page_no`` chooses the page of a TIFF.
        """
        if not is_picture(media_type):
            return None
        answer = self._ask(
            "dossier_image", path, media_type, patience=_PATIENCE, most_bytes=_MOST_FLAT_BYTES, page_no=page_no
        )
        return answer.body if not answer.note and png_size(answer.body) else None

    def carry(self, path: Path, out: Path) -> str:
        """Write a PDF anew to ``out``, with nothing but what draws its pages (media.carrying): what a dossier prints.

        Returns why not: a note, "too_many_pages", or "" where it is written. Raises OSError of ``out``.
        """
        with out.open("wb") as file:
            patience = _carrying_patience(path)
            request: dict[str, object] = {"ask": "carry", "media_type": PDF}
            return self._asker.ask(request, path, _MOST_CARRIED_BYTES, patience, file).note

    def rows(self, path: Path, media_type: str, page_no: int = 0, width_px: int = 0) -> PictureRows | None:
        """Where each row of a picture has edges, upright; one wider than ``width_px`` is shrunk to it first (0: not).

        None for what is no picture, can't be decoded or has too many rows.
        """
        if not is_picture(media_type):
            return None
        answer = self._ask(
            "row_edges",
            path,
            media_type,
            patience=_PATIENCE,
            most_bytes=_MOST_ROW_BYTES,
            page_no=page_no,
            width_px=width_px,
        )
        width, height = _count(answer.facts.get("width_px")), _count(answer.facts.get("height_px"))
        return None if answer.note else rows_from(width or 0, height or 0, answer.body)

    def text(self, path: Path, media_type: str, limit: int = TEXT_LIMIT) -> str | None:
        """The first ``limit`` characters of a file of a text kind, None for every other kind or if it is gone.

        SVG and HTML come as their source. Show it as plain text only.
        """
        if not is_text(media_type):
            return None
        answer = self._ask("text_preview", path, media_type, most_bytes=_MOST_TEXT_BYTES, limit=max(limit, 0))
        return None if answer.note else answer.body.decode("utf-8", errors="replace")

    def sound(self, path: Path, media_type: str, from_ms: int) -> bytes | None:
        """A piece of sound from a time on as domain.sound says, b"" after its end; None where it can't be decoded."""
        if not is_sounding(media_type):
            return None
        answer = self._ask("sound", path, media_type, most_bytes=bytes_of(PIECE_MS), from_ms=max(from_ms, 0))
        return None if answer.note else answer.body

    def members(self, path: Path, media_type: str) -> tuple[Member, ...] | None:
        """The files inside an e-mail or a ZIP; None where it can't be read, is locked or is a bomb."""
        if not is_holder(media_type):
            return None
        answer = self._ask("members", path, media_type)
        return None if answer.note else _members(answer.body)

    def member(self, path: Path, media_type: str, number: int) -> bytes | None:
        """The bytes of one of them, at most 256 MiB; None if they can't be had."""
        answer = self._ask("member", path, media_type, patience=_PATIENCE, most_bytes=_MOST_MEMBER_BYTES, number=number)
        return None if answer.note else answer.body

    def close(self) -> None:
        """Ends the child, and with it what another thread is waiting for. Afterwards there are no previews."""
        self._asker.close()

    def _png(self, path: Path, media_type: str, page_no: int, fit: tuple[int, int]) -> bytes | None:
        if media_type != PDF and not is_picture(media_type):
            return None
        width_px, height_px = fit
        if (str(path), page_no) in self._slow:
            return None
        answer = self._ask("page", path, media_type, page_no=page_no, width_px=width_px, height_px=height_px)
        if answer.note == "timeout":
            self._slow.add((str(path), page_no))
        # The child is not trusted either: what goes on to the window is a PNG of the size that was asked for.
        size = png_size(answer.body)
        if answer.note or size is None or size[0] > width_px or size[1] > height_px:
            return None
        return answer.body

    def _ask(
        self,
        what: str,
        path: Path,
        media_type: str,
        *,
        patience: int = 1,
        most_bytes: int = _MOST_PREVIEW_BYTES,
        **more: object,
    ) -> Answer:
        return self._asker.ask({"ask": what, "media_type": media_type, **more}, path, most_bytes, patience)


def _carrying_patience(path: Path) -> int:
    """A small file is a bomb before it takes long; a large one may."""
    try:
        return min(1 + (path.stat().st_size >> 23), 2 * _PATIENCE)
    except OSError:
        return 1


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and value > 0 else None


def _pairs(value: object) -> tuple[tuple[str, str], ...]:
    """The child's pairs, whatever it sent: it has read the file and is believed no more than that."""
    rows = value if isinstance(value, list) else []
    pairs = (tuple(str(part) for part in row) for row in rows[:_MOST_PAIRS] if isinstance(row, list))
    return tuple((pair[0][:40], pair[1][:400]) for pair in pairs if len(pair) == 2)


def _hash(value: object) -> str:
    return value if isinstance(value, str) and _FINGERPRINT.fullmatch(value) else ""


def _members(body: bytes) -> tuple[Member, ...] | None:
    try:
        rows = json.loads(body)
        return tuple(Member(int(row[0]), str(row[1]), int(row[2]), bool(row[3])) for row in rows)
    except (ValueError, TypeError, LookupError):
        return None


def _is_empty(path: Path) -> bool:
    try:
        return path.stat().st_size == 0
    except OSError:
        return False
