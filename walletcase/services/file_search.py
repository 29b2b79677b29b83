"""What still stands in files that go to others as they are: in all their words, and in what they say of themselves."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from walletcase.domain.case import CaseRecord
from walletcase.domain.dossiers.audience import cleared
from walletcase.domain.dossiers.choices import NO_CHOICES
from walletcase.domain.evidence import Evidence
from walletcase.domain.original_finds import UNDECIDED
from walletcase.domain.redaction import Leak
from walletcase.services.context import Context
from walletcase.services.dossier_options import DossierOptions
from walletcase.services.paper_leaks import leak_test

_ENCODINGS = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")
_BLOCK, _OVERLAP = 1 << 16, 256  # bytes; signs that two blocks share: a number is not cut through


class OriginalSearch(Protocol):
    """Looks through a file."""

    def __call__(
        self, path: Path, media_type: str, secrets: Sequence[str], pages: int, clear: Collection[str] = ()
    ) -> Sequence[Leak] | None:
        """Return what a picture or PDF says that is one of the secrets (redaction.bare) or any identity or card number
        but the ``clear`` ones, or can't be looked through (domain.original_finds); None where it can't be read.
        """


@dataclass(frozen=True, slots=True)
class Looked:
    """Numbers of exhibits: whose file ``shows`` what its reader must not see; ``closed`` could not be looked through
    or says where it was taken.
    """

    shows: tuple[int, ...] = ()
    closed: frozenset[int] = frozenset()


class FileSearch:
    """Looks through files of exhibits."""

    def __init__(self, context: Context, search: OriginalSearch) -> None:
        self._context = context
        self._search = search

    def look(
        self,
        items: Iterable[Evidence],
        record: CaseRecord,
        options: DossierOptions,
        secrets: Sequence[str],
        check: Callable[[], None],
    ) -> Looked:
        """Look through the files of these exhibits. ``check`` may raise to stop. A file that is gone shows nothing."""
        is_leak = leak_test(record, options, secrets)
        clear = cleared(record, options.choices or NO_CHOICES, options.language)
        shows, closed = [], set()
        for item in items:
            check()
            if not self._context.vault.path(item.file.sha256).exists():
                continue
            if is_leak("\n".join(text for _, text in item.media.says)):
                shows.append(item.exhibit_no)
            with suppress(OSError):
                found = self._found(item, secrets, clear, is_leak, check)
                if found - UNDECIDED:
                    shows.append(item.exhibit_no)
                if found & UNDECIDED or _is_located(item):
                    closed.add(item.exhibit_no)
        return Looked(tuple(dict.fromkeys(shows)), frozenset(closed))

    def _found(
        self,
        item: Evidence,
        secrets: Sequence[str],
        clear: Collection[str],
        is_leak: Callable[[str], bool],
        check: Callable[[], None],
    ) -> frozenset[str]:
        """The names of what was found."""
        path, kind = self._context.vault.path(item.file.sha256), item.media.media_type
        if kind.startswith("text/"):
            return frozenset({"words"} if any(map(is_leak, _words(path, check))) else ())
        if not kind.startswith("image/") and kind != "application/pdf":
            return UNDECIDED  # a recording, a mail, an archive: nobody looks through it
        leaks = self._search(path, kind, secrets, item.media.pages or 0, clear)
        return UNDECIDED if leaks is None else frozenset(leak.name or leak.place.value for leak in leaks)


def _is_located(item: Evidence) -> bool:
    return any(name == "has_place" for name, _ in item.media.says)


def _words(path: Path, check: Callable[[], None]) -> Iterator[str]:
    """A text file in stretches that overlap, in each encoding that it may be in."""
    for encoding in _ENCODINGS:
        decoder, tail = codecs.getincrementaldecoder(encoding)("replace"), ""
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                check()
                words = tail + decoder.decode(block)
                yield words
                tail = words[-_OVERLAP:]
