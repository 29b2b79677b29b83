"""The one place that builds the object graph. No Qt."""

from __future__ import annotations

from pathlib import Path

from walletcase.adapters import (
    CalendarMaker,
    DossierMaker,
    LetterRenderer,
    LetterWriter,
    Media,
    pack_tools,
    sample_data,
    visit_words,
    write_chronology,
)
from walletcase.domain.evidence import Origin
from walletcase.infra.case_sources import CaseSources
from walletcase.infra.clock import SystemClock
from walletcase.infra.files import WholeFiles
from walletcase.infra.machine import account, device
from walletcase.infra.paths import Folders
from walletcase.infra.playbooks import PlaybookFiles
from walletcase.infra.rules import RuleFiles
from walletcase.infra.trusted_time import Rfc3161
from walletcase.infra.workdays import LibraryYears, read_year_text
from walletcase.infra.zips import ZipFolder
from walletcase.services.calendar import CalendarService
from walletcase.services.case_document import CASE_FILE, MOST_BYTES
from walletcase.services.case_files import CaseFileService
from walletcase.services.cases import CaseService
from walletcase.services.claims import ClaimService
from walletcase.services.context import Context
from walletcase.services.custody import CustodyService
from walletcase.services.deadlines import DeadlineService
from walletcase.services.demands import DemandService
from walletcase.services.dossiers import DossierService
from walletcase.services.evidence import EvidenceService
from walletcase.services.facade import Services
from walletcase.services.file_search import FileSearch
from walletcase.services.flow import FlowService
from walletcase.services.history import HistoryService, WatchedStore
from walletcase.services.history_levels import History
from walletcase.services.integrity import IntegrityService
from walletcase.services.letter_files import LetterFiles
from walletcase.services.letters import LetterService
from walletcase.services.links import LinkService
from walletcase.services.marks import MarkService
from walletcase.services.numbering import NumberingService
from walletcase.services.pack_content import EXHIBITS
from walletcase.services.packs import PackService
from walletcase.services.playbooks import PlaybookService
from walletcase.services.ports import Clock, Store
from walletcase.services.promises import PromiseService
from walletcase.services.readiness import ReadinessService
from walletcase.services.reading import ReadingService
from walletcase.services.redaction import RedactionService
from walletcase.services.reminders import ReminderService
from walletcase.services.rulebook import Rulebook
from walletcase.services.rules import RulesService
from walletcase.services.sample import SampleService
from walletcase.services.sample_facts import SampleFacts
from walletcase.services.search import SearchService
from walletcase.services.series import SeriesService
from walletcase.services.timeline import TimelineService
from walletcase.services.unpacking import UnpackingService
from walletcase.services.visits import VisitService
from walletcase.storage.opening import open_store
from walletcase.storage.vault import FileVault


def build(data_folder: Path, clock: Clock | None = None) -> Services:
    """Open a data folder and return all use cases on it; close() ends the child processes.

    Raises UserError: store_newer, store_damaged, store_unwritable, disk_full.
    """
    folders = Folders(data_folder)
    folders.create()
    media = Media(folders)
    vault = FileVault(data_folder)
    time = clock or SystemClock()
    rulebook = Rulebook(RuleFiles(), LibraryYears(), time)
    shelf = PlaybookFiles(folders.playbooks)
    store, history = open_store(data_folder), History()
    context = Context(WatchedStore(store, history, time), vault, time, shelf, rulebook, history)
    services = _services(context, store, shelf, media, folders)
    services.search.catch_up()
    return services


def _services(context: Context, store: Store, shelf: PlaybookFiles, media: Media, folders: Folders) -> Services:
    """``store`` is the one below the watched one: what is taken back, or read by a machine, is no new change."""
    cases, flow, timeline = CaseService(context), FlowService(context), TimelineService(context)
    evidence = EvidenceService(context, media, Origin(added_by=account(), device=device()))
    claims, letters = ClaimService(context), LetterService(context, LetterWriter())
    demands, promises, numbering = DemandService(context), PromiseService(context), NumberingService(context)
    maker, search = DossierMaker(context.vault, media), media.redactor.search_paper
    dossiers = DossierService(context, maker, write_chronology, search, WholeFiles())
    case_files, seeker = _case_files(context, folders), FileSearch(context, media.redactor.search_original)
    sample_facts = SampleFacts(cases, demands, claims, letters, promises)
    return Services(
        cases=cases, flow=flow,
        reading=ReadingService(context, store, media.reader),
        redaction=RedactionService(context, evidence, media.redactor, media.reader, folders.temp),
        timeline=timeline, evidence=evidence,
        unpacking=UnpackingService(evidence, media.previewer),
        search=SearchService(context, store),
        dossiers=dossiers, case_files=case_files,
        packs=PackService(context, dossiers, case_files, seeker, WholeFiles(), ZipFolder, pack_tools),
        custody=CustodyService(context, Rfc3161(), WholeFiles()),
        integrity=IntegrityService(context), rules=RulesService(context),
        sample=SampleService(context, cases, flow, timeline, evidence, sample_facts, sample_data),
        calendar=CalendarService(context, LibraryYears(), read_year_text),
        deadlines=DeadlineService(context), promises=promises,
        reminders=ReminderService(context, CalendarMaker(), WholeFiles()),
        letters=letters,
        letter_files=LetterFiles(context, LetterRenderer(), WholeFiles()),
        demands=demands, claims=claims, links=LinkService(context), marks=MarkService(context),
        numbering=numbering, series=SeriesService(context, media, numbering),
        readiness=ReadinessService(context, flow, timeline, evidence, claims, letters),
        history=HistoryService(context, store), playbooks=shelf,
        playbook_files=PlaybookService(context, shelf),
        visits=VisitService(context, LetterRenderer(), WholeFiles(), visit_words),
        pictures=media,
        secrets=context.secrets,
        clock=context.clock,
        data_folder=folders.data,
        temp_folder=folders.temp,
        close=media.close,
    )


def _case_files(context: Context, folders: Folders) -> CaseFileService:
    return CaseFileService(context, WholeFiles(), CaseSources(CASE_FILE, MOST_BYTES, EXHIBITS), folders.temp)
