"""Words on the pages of evidence: read one page after the other, corrected by a person, found by search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from walletcase.domain.errors import UserError
from walletcase.domain.evidence import Evidence
from walletcase.domain.ids import CaseId, EvidenceId
from walletcase.domain.page_text import Line, PageText, TextSource
from walletcase.services.changes import Changes, changed
from walletcase.services.context import Context
from walletcase.services.page_words import index_page
from walletcase.services.ports import Store, Unit

_MOST_PAGES = 2_000  # of one file
_STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Reading:
    """The lines of a page. ``note`` as in MediaFacts, or "stopped"; ``is_scan``: its words are only in its pixels."""

    lines: tuple[Line, ...]
    source: TextSource
    engine: str = ""
    note: str = ""
    is_scan: bool = False


class PageReader(Protocol):
    """Reads words off files without trusting them."""

    @property
    def is_available(self) -> bool:
        """Whether pixels can be read at all: an optional part of the installation."""

    def has_own_words(self, media_type: str) -> bool:
        """Whether the file itself may say its words."""

    def has_pixels(self, media_type: str) -> bool:
        """Whether words may stand in its pixels."""

    def own_words(self, path: Path, media_type: str, page_no: int) -> Reading:
        """Return what the file says of a page (from 0)."""

    def read_pixels(self, path: Path, media_type: str, page_no: int, height_per_width: float) -> Reading:
        """Return what a machine makes of a page."""

    def interrupt(self) -> None:
        """End what is being read; its note is "stopped"."""

    def rest(self) -> None:
        """Give back memory until pixels are to be read again."""

    def close(self) -> None:
        """End for good."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A page (from 0) of an exhibit that waits to be read."""

    item: Evidence
    page_no: int


@dataclass(frozen=True, slots=True)
class PageDone:
    """What became of a page: its words, or None where there are none to be had; ``note`` says why."""

    unread: Unread
    page: PageText | None
    note: str = ""


class ReadingService:
    """What is still to be read follows from what has been read, so that reading goes on after a restart.

    What a machine reads is no change of a case and is never undone; what a person corrects is one.
    """

    def __init__(self, context: Context, store: Store, reader: PageReader) -> None:
        """``store`` is the one below the watched one."""
        self._context = context
        self._store = store
        self._reader = reader
        self._hopeless: set[tuple[str, int, bool]] = set()  # of this session: (SHA-256, page, with pixels)

    @property
    def is_available(self) -> bool:
        """Whether pixels can be read: the optional part is installed."""
        return self._reader.is_available

    def unread(self, case_id: CaseId | None = None, *, pixels: bool) -> tuple[Unread, ...]:
        """Return the pages that wait, of one case or of all live ones. ``pixels``: the person wants them read too."""
        with self._store.read() as unit:
            if case_id is not None:
                return self._unread_of(unit, case_id, pixels)
            cases = [case.id for case, _ in unit.cases.heads() if not case.trashed_at]
            return tuple(one for case in cases for one in self._unread_of(unit, case, pixels))

    def read(self, unread: Unread, *, pixels: bool) -> PageDone:
        """Read a page and keep its words, together with what search knows of it.

        Its own words come first; pixels are read where there are none and ``pixels`` is set.
        """
        reading = self._look(unread, pixels)
        if reading is None or reading.note:
            note = "" if reading is None else reading.note
            if note != _STOPPED:
                self._hopeless.add((unread.item.file.sha256, unread.page_no, pixels))
            return PageDone(unread, None, note)
        return PageDone(unread, self._keep(unread, reading))

    def read_again(self, item: Evidence, page_no: int) -> PageDone:
        """Read the pixels of a page whatever the file says of it and whatever was read before."""
        unread = Unread(item, page_no)
        reading = self._pixels(unread)
        if reading.note:
            return PageDone(unread, None, reading.note)
        return PageDone(unread, self._keep(unread, reading))

    def pages(self, evidence_id: EvidenceId) -> Sequence[PageText]:
        """Return the words of an exhibit, by page."""
        with self._store.read() as unit:
            return unit.page_texts.pages(evidence_id)

    def correct(self, case_id: CaseId, evidence_id: EvidenceId, page_no: int, text: str | None) -> Changes:
        """Keep a person's words for a page that has been read; None goes back to what was read.

        A text as it was read says that a person has checked it. Raises UserError: no_such_evidence, words_not_read.
        """
        with self._context.store.write() as unit:
            item = unit.evidence.get(evidence_id)
            unit.page_texts.correct(evidence_id, page_no, text)
            page = _page(unit, evidence_id, page_no)
            if page is None:
                raise UserError("words_not_read", exhibit=str(item.exhibit_no), page=str(page_no + 1))
            index_page(unit, item, page)
            case = self._context.settle(unit, case_id)
            kind = "words_restored" if text is None else "words_corrected"
            self._context.note(unit, case, kind, {"exhibit": item.exhibit_no, "page": page_no + 1})
        return changed(case_id, listing=False)

    def interrupt(self) -> None:
        """End the reading of pixels under way; the page waits again."""
        self._reader.interrupt()

    def rest(self) -> None:
        """Give back the memory of the models."""
        self._reader.rest()

    def _unread_of(self, unit: Unit, case_id: CaseId, pixels: bool) -> tuple[Unread, ...]:
        items = [item for item in unit.evidence.items(case_id) if not item.trashed_at and self._is_readable(item)]
        done = unit.page_texts.read_pages(case_id) if items else frozenset()
        return tuple(
            Unread(item, page_no)
            for item in items
            for page_no in range(min(item.media.pages or 1, _MOST_PAGES))
            if (item.id, page_no) not in done and self._is_hopeful(item, page_no, pixels)
        )

    def _is_readable(self, item: Evidence) -> bool:
        return item.media.note in ("", "unsupported")

    def _is_hopeful(self, item: Evidence, page_no: int, pixels: bool) -> bool:
        kind = item.media.media_type
        has_way = self._reader.has_own_words(kind) or (pixels and self._reader.has_pixels(kind))
        return has_way and (item.file.sha256, page_no, pixels) not in self._hopeless

    def _look(self, unread: Unread, pixels: bool) -> Reading | None:
        """The reading of a page; None where there is nothing to be had without its pixels."""
        media_type = unread.item.media.media_type
        own = None
        if self._reader.has_own_words(media_type):
            path = self._context.vault.path(unread.item.file.sha256)
            own = self._reader.own_words(path, media_type, unread.page_no)
            if own.note or (own.lines and not own.is_scan) or not self._reader.has_pixels(media_type):
                return own
        return self._pixels(unread) if pixels else None

    def _pixels(self, unread: Unread) -> Reading:
        media = unread.item.media
        shape = (media.height_px or 1) / (media.width_px or 1)
        path = self._context.vault.path(unread.item.file.sha256)
        return self._reader.read_pixels(path, media.media_type, unread.page_no, shape)

    def _keep(self, unread: Unread, reading: Reading) -> PageText | None:
        item = unread.item
        page = PageText(item.id, unread.page_no, reading.source, reading.lines, reading.engine, self._context.now())
        with self._store.write() as unit:
            try:
                now = unit.evidence.get(item.id)
            except UserError:  # deleted meanwhile
                return None
            unit.page_texts.put(page)
            kept = _page(unit, item.id, unread.page_no)
            if kept is not None:
                index_page(unit, now, kept)
        return kept


def _page(unit: Unit, evidence_id: EvidenceId, page_no: int) -> PageText | None:
    return next((page for page in unit.page_texts.pages(evidence_id) if page.page_no == page_no), None)
