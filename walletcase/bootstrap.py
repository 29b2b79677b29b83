"""The one place that builds the object graph. No Qt."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from walletcase.domain.case import CaseRecord
from walletcase.domain.evidence import MediaFacts
from walletcase.domain.letter_facts import LetterFacts
from walletcase.domain.letter_kinds import LetterKind
from walletcase.domain.letters import Letter
from walletcase.domain.playbook import Text
from walletcase.infra import resources
from walletcase.infra.clock import SystemClock
from walletcase.infra.files import WholeFiles
from walletcase.infra.paths import Folders
from walletcase.infra.playbooks import PlaybookFiles
from walletcase.infra.rules import RuleFiles
from walletcase.infra.workdays import LibraryYears, read_year_text
from walletcase.media.previewer import Previewer
from walletcase.media.sniff import media_type
from walletcase.media.thumbnails import ThumbnailCache
from walletcase.services.calendar import CalendarService
from walletcase.services.cases import CaseService
from walletcase.services.claims import ClaimService
from walletcase.services.context import Context
from walletcase.services.deadlines import DeadlineService
from walletcase.services.demands import DemandService
from walletcase.services.dossiers import DossierService
from walletcase.services.evidence import EvidenceService
from walletcase.services.facade import Services
from walletcase.services.flow import FlowService
from walletcase.services.history import HistoryService, WatchedStore
from walletcase.services.history_levels import History
from walletcase.services.integrity import IntegrityService
from walletcase.services.letter_files import LetterFiles
from walletcase.services.letters import LetterService
from walletcase.services.playbooks import PlaybookService
from walletcase.services.ports import Clock, DossierOptions, IsCancelled, Progress, Rendered
from walletcase.services.promises import PromiseService
from walletcase.services.readiness import ReadinessService
from walletcase.services.reminders import CalendarEvent, ReminderService
from walletcase.services.rulebook import Rulebook
from walletcase.services.rules import RulesService
from walletcase.services.sample import SampleService
from walletcase.services.search import SearchService
from walletcase.services.timeline import TimelineService
from walletcase.services.visits import VisitService
from walletcase.storage.opening import open_store
from walletcase.storage.vault import FileVault

if TYPE_CHECKING:
    from walletcase.export.letter_texts import LetterTexts


class _Media:
    """Implements services.ports.Probe and Pictures over the child process that looks at files."""

    def __init__(self, folders: Folders) -> None:
        self.previewer = Previewer()
        self._thumbnails = ThumbnailCache(folders.thumbnails, self.previewer)

    def media_type(self, path: Path, name: str) -> str:
        return media_type(path, name)

    def probe(self, path: Path, media_type: str) -> MediaFacts:
        return self.previewer.probe(path, media_type)

    def thumbnail(self, sha256: str, path: Path, media_type: str, box_px: int) -> bytes | None:
        return self._thumbnails.thumbnail(sha256, path, media_type, box_px)

    def page(self, path: Path, media_type: str, page_no: int, width_px: int) -> bytes | None:
        return self.previewer.page(path, media_type, page_no, width_px)

    def text(self, path: Path, media_type: str) -> str | None:
        return self.previewer.text(path, media_type)


class _Renderer:
    """Implements services.ports.DossierRenderer; reportlab and pikepdf are imported when a dossier is made."""

    def __init__(self, vault: FileVault) -> None:
        self._vault = vault

    def render(
        self, record: CaseRecord, options: DossierOptions, out: Path, progress: Progress, cancelled: IsCancelled
    ) -> Rendered:
        from walletcase.export.dossier_pdf import PdfDossiers
        from walletcase.export.system_fonts import SystemFonts, usual_folders

        # A child of its own: the pictures on the screen do not wait for a dossier in the making.
        with Previewer() as decoder:
            labels = resources.path("i18n", "dossier.toml")
            fonts = SystemFonts(usual_folders(sys.platform, Path.home(), os.environ))
            dossiers = PdfDossiers(resources.path("fonts"), labels, self._vault, decoder, fonts)
            return dossiers.render(record, options, out, progress, cancelled)


class _LetterWriter:
    """Implements services.letters.LetterWriter; the templates and their engine are read when they are first needed."""

    @cached_property
    def _texts(self) -> LetterTexts:
        from walletcase.export.letter_texts import LetterTexts

        return LetterTexts(resources.path("letters"))

    @property
    def kinds(self) -> Sequence[LetterKind]:
        return self._texts.kinds

    @property
    def names(self) -> Mapping[str, Text]:
        return self._texts.names

    @property
    def recipients(self) -> Mapping[str, Text]:
        return self._texts.recipients

    @property
    def words(self) -> Mapping[str, Text]:
        return self._texts.words

    def compose(self, kind: LetterKind, facts: LetterFacts, char_limit: int = 0) -> str:
        return self._texts.compose(kind, facts, char_limit)


class _LetterRenderer:
    """Implements services.letter_files.LetterRenderer; what it needs is imported when a letter is made."""

    def pdf(self, letter: Letter, out: Path) -> Rendered:
        from walletcase.export.letter_pdf import PdfLetters
        from walletcase.export.system_fonts import SystemFonts, usual_folders

        fonts = SystemFonts(usual_folders(sys.platform, Path.home(), os.environ))
        return PdfLetters(resources.path("fonts"), resources.path("i18n", "dossier.toml"), fonts).render(letter, out)

    def docx(self, letter: Letter, out: Path) -> None:
        from walletcase.export.letter_docx import write_docx

        write_docx(letter, out)


class _CalendarMaker:
    """Implements services.reminders.CalendarMaker; icalendar is imported when a calendar file is made."""

    def make(self, events: Sequence[CalendarEvent], made_at: datetime, language: str, *, with_private: bool) -> bytes:
        from walletcase.export.calendar_ics import CalendarFile

        maker = CalendarFile(resources.path("i18n", "calendar.toml"))
        return maker.make(events, made_at, language, with_private=with_private)


def _sample_data() -> tuple[Mapping[str, Any], Path]:
    return resources.toml("sample", "case.toml"), resources.path("sample")


def _visit_words() -> Mapping[str, Text]:
    return {key: Text(**words) for key, words in resources.toml("i18n", "visit.toml").items()}


def build(data_folder: Path, clock: Clock | None = None) -> Services:
    """Open a data folder and return all use cases on it; close() ends the child processes.

    Raises UserError: store_newer, store_damaged, store_unwritable, disk_full.
    """
    folders = Folders(data_folder)
    folders.create()
    media = _Media(folders)
    vault = FileVault(data_folder)
    time = clock or SystemClock()
    rulebook = Rulebook(RuleFiles(), LibraryYears(), time)
    shelf = PlaybookFiles(folders.playbooks)
    store, history = open_store(data_folder), History()
    context = Context(WatchedStore(store, history, time), vault, time, shelf, rulebook, history)
    cases, flow, timeline = CaseService(context), FlowService(context), TimelineService(context)
    evidence = EvidenceService(context, media)
    claims, letters = ClaimService(context), LetterService(context, _LetterWriter())
    return Services(
        cases=cases,
        flow=flow,
        timeline=timeline,
        evidence=evidence,
        search=SearchService(context),
        dossiers=DossierService(context, _Renderer(vault), WholeFiles()),
        integrity=IntegrityService(context),
        rules=RulesService(context),
        sample=SampleService(context, cases, flow, timeline, evidence, _sample_data),
        calendar=CalendarService(context, LibraryYears(), read_year_text),
        deadlines=DeadlineService(context),
        promises=PromiseService(context),
        reminders=ReminderService(context, _CalendarMaker(), WholeFiles()),
        letters=letters,
        letter_files=LetterFiles(context, _LetterRenderer(), WholeFiles()),
        demands=DemandService(context),
        claims=claims,
        readiness=ReadinessService(context, flow, timeline, evidence, claims, letters),
        history=HistoryService(context, store),
        playbooks=shelf,
        playbook_files=PlaybookService(context, shelf),
        visits=VisitService(context, _LetterRenderer(), WholeFiles(), _visit_words),
        pictures=media,
        clock=context.clock,
        data_folder=data_folder,
        temp_folder=folders.temp,
        close=media.previewer.close,
    )
