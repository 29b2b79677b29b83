"""What still shows in a finished dossier that its reader must not see: words of the file, and words in its pictures."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from walletcase.domain.case import CaseRecord
from walletcase.domain.dossiers.audience import Audience, cleared
from walletcase.domain.dossiers.choices import NO_CHOICES
from walletcase.domain.errors import Exit, UserError
from walletcase.domain.page_text import PageText
from walletcase.domain.redaction import Leak, stands_in
from walletcase.domain.sensitive import certain_in
from walletcase.services.context import Context
from walletcase.services.dossier_options import DossierOptions, Rendered


class PaperSearch(Protocol):
    """Looks through a finished paper."""

    def __call__(
        self, path: Path, secrets: Sequence[str], pages: int, clear: Collection[str] = ()
    ) -> Sequence[Leak] | None:
        """Return where one of the secrets (redaction.bare) stands in a PDF of so many pages, or any identity or card
        number but the ``clear`` ones; None where it could not be looked through.
        """


class LeakFinder:
    """Looks for the secrets of a dossier where a reader could find them."""

    def __init__(self, context: Context, search: PaperSearch) -> None:
        self._context = context
        self._search = search

    def searched(self, record: CaseRecord, options: DossierOptions, made: Rendered, path: Path) -> Rendered:
        """Return a dossier (its file lies at ``path``) with the places of what leaks, and with the exhibits whose
        pictures nobody has read. Raises UserError("dossier_unsearched") where the file can't be looked through.
        """
        if options.audience is Audience.SELF:
            return made
        clear = cleared(record, options.choices or NO_CHOICES, options.language)
        found = self._search(path, made.secrets, made.pages, clear)
        if found is None:
            raise UserError("dossier_unsearched", exit_code=Exit.REFUSED)
        places = [str(leak.page_no + 1) if leak.page_no >= 0 else leak.name for leak in found]
        numbers = {item.exhibit_no: item.id for item in record.live_evidence}
        with self._context.store.read() as unit:
            read = {number: unit.page_texts.pages(numbers[number]) for number, _, _ in made.exhibit_pages}
        is_leak = leak_test(record, options, made.secrets)
        for number, first, last in made.exhibit_pages:
            places += [str(min(first + page_no, last)) for page_no in leaky(read[number], is_leak)]
        unread = tuple(number for number, pages in read.items() if not pages)
        return replace(made, leaks=tuple(dict.fromkeys(places)), unread=unread)


def leak_test(record: CaseRecord, options: DossierOptions, secrets: Sequence[str]) -> Callable[[str], bool]:
    """Return what tells of words in an exhibit whether they hold what this audience must not see."""
    clear = cleared(record, options.choices or NO_CHOICES, options.language)
    return lambda text: bool(stands_in(secrets, text) or certain_in(text, clear))


def leaky(pages: Sequence[PageText], is_leak: Callable[[str], bool]) -> tuple[int, ...]:
    """Return the pages (from 0) on which a secret was read, by a machine or as a person corrected it."""
    return tuple(page.page_no for page in pages if any(is_leak(text) for text in _texts(page)))


def _texts(page: PageText) -> Iterator[str]:
    yield "\n".join(line.text for line in page.lines)
    yield page.corrected or ""
