"""What goes into a dossier, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from walletcase.domain.case import CaseRecord
from walletcase.domain.custody import NO_HEAD, JournalHead
from walletcase.domain.dossiers.audience import Audience, Masked, masked
from walletcase.domain.dossiers.brief import in_brief
from walletcase.domain.dossiers.build import build
from walletcase.domain.dossiers.choices import NO_CHOICES, Choices
from walletcase.domain.dossiers.custody_record import CustodyRow
from walletcase.domain.dossiers.document import Contents, Depth, Part
from walletcase.domain.dossiers.scope import extract
from walletcase.domain.links import Use


@dataclass(frozen=True, slots=True)
class DossierOptions:
    """What goes into a dossier. ``language`` is "zh_CN" or "en"; ``today`` the ISO date on which lateness is judged;
    ``parts`` are those wanted, in the order wanted; ``journal`` is the journal's newest line; ``attaches`` puts the
    originals into the file, for oneself only; ``about`` is the one matter that it is about, None for the whole case;
    ``choices`` are the person's own for this audience, None for those that are stored; ``custody`` is what the journal
    says of the exhibits.
    """

    language: str = "zh_CN"
    today: str = ""
    parts: tuple[Part, ...] = tuple(Part)
    journal: JournalHead = NO_HEAD
    audience: Audience = Audience.SELF
    attaches: bool = False
    about: Use | None = None
    choices: Choices | None = None
    depth: Depth = Depth.FULL
    custody: tuple[CustodyRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Glimpse:
    """A page (from 0) that is wanted before the rest: it is written by itself to ``out``, without links, then ``ready``
    is called, from whatever thread makes the dossier. One that can't be made is left out.
    """

    page: int
    out: Path
    ready: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A dossier as written: ``problems`` names each exhibit that has no page and why, in the dossier's language;
    ``exhibits`` are the numbers of those in it, ``with_pages`` or in the list only. ``exhibit_pages`` are (number,
    first page, last page) of those that are shown, pages from 1.
    """

    path: Path
    pages: int
    sha256: str
    problems: tuple[str, ...] = ()
    substituted: tuple[str, ...] = ()  # characters for which no font had a shape
    exhibits: tuple[int, ...] = ()
    with_pages: bool = False
    with_files: bool = False  # the originals are inside
    secrets: tuple[str, ...] = field(default=(), repr=False)  # what its audience must not see, bare
    leaks: tuple[str, ...] = ()  # pages (from 1), or other places, where one of the secrets stands all the same
    exhibit_pages: tuple[tuple[int, int, int], ...] = ()
    kept_back: tuple[int, ...] = ()  # numbers of exhibits whose file is not in the pack, though the reader knows them
    audience: Audience = Audience.SELF
    withheld: tuple[int, ...] = ()  # numbers of exhibits that its reader sees in lists only
    unread: tuple[int, ...] = ()  # numbers of exhibits shown in which nothing was looked for: nobody read them


def dossier_of(record: CaseRecord, options: DossierOptions) -> Masked:
    """Return the dossier of a case as its audience gets to see it."""
    contents = Contents(options.language, options.parts, options.today, options.journal, options.custody)
    whole = build(record, contents)
    dossier = extract(whole, record, options.about) if options.about else whole
    told = masked(dossier, record, options.audience, options.choices or NO_CHOICES)
    return told if options.depth is Depth.FULL else replace(told, dossier=in_brief(told.dossier))
