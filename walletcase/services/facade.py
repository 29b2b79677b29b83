"""All use cases together, as bootstrap builds them for the window and the command line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from walletcase.services.calendar import CalendarService
from walletcase.services.case_files import CaseFileService
from walletcase.services.cases import CaseService
from walletcase.services.claims import ClaimService
from walletcase.services.custody import CustodyService
from walletcase.services.deadlines import DeadlineService
from walletcase.services.demands import DemandService
from walletcase.services.dossiers import DossierService
from walletcase.services.evidence import EvidenceService
from walletcase.services.flow import FlowService
from walletcase.services.history import HistoryService
from walletcase.services.integrity import IntegrityService
from walletcase.services.letter_files import LetterFiles
from walletcase.services.letters import LetterService
from walletcase.services.links import LinkService
from walletcase.services.marks import MarkService
from walletcase.services.numbering import NumberingService
from walletcase.services.packs import PackService
from walletcase.services.playbooks import PlaybookService
from walletcase.services.ports import Clock, Pictures, PlaybookSource
from walletcase.services.promises import PromiseService
from walletcase.services.readiness import ReadinessService
from walletcase.services.reading import ReadingService
from walletcase.services.redaction import RedactionService
from walletcase.services.reminders import ReminderService
from walletcase.services.rules import RulesService
from walletcase.services.sample import SampleService
from walletcase.services.search import SearchService
from walletcase.services.secrets import Secrets
from walletcase.services.series import SeriesService
from walletcase.services.timeline import TimelineService
from walletcase.services.unpacking import UnpackingService
from walletcase.services.visits import VisitService


@dataclass(frozen=True, slots=True)
class Services:
    """What a person can do, and the few things rooms read directly."""

    cases: CaseService
    flow: FlowService
    reading: ReadingService
    redaction: RedactionService
    timeline: TimelineService
    evidence: EvidenceService
    unpacking: UnpackingService
    search: SearchService
    dossiers: DossierService
    packs: PackService
    case_files: CaseFileService
    integrity: IntegrityService
    custody: CustodyService
    rules: RulesService
    sample: SampleService
    calendar: CalendarService
    deadlines: DeadlineService
    promises: PromiseService
    reminders: ReminderService
    letters: LetterService
    letter_files: LetterFiles
    demands: DemandService
    claims: ClaimService
    links: LinkService
    marks: MarkService
    numbering: NumberingService
    series: SeriesService
    readiness: ReadinessService
    history: HistoryService
    playbooks: PlaybookSource
    playbook_files: PlaybookService
    visits: VisitService
    pictures: Pictures
    secrets: Secrets
    clock: Clock
    data_folder: Path
    temp_folder: Path
    close: Callable[[], None]  # ends the child processes that look at files
