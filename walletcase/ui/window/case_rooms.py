"""The tabs of the case page: imported and built when they are first looked at (shell.later)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from walletcase.ui.case_page.view import CasePage
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.later import LaterTab
from walletcase.ui.shell.room import CaseTab

if TYPE_CHECKING:
    from walletcase.ui.dossier.view import DossierTab
    from walletcase.ui.evidence.view import EvidenceTab
    from walletcase.ui.facts.view import FactsTab
    from walletcase.ui.letters.view import LettersTab
    from walletcase.ui.timeline.view import TimelineTab
    from walletcase.ui.window.unsaved import Unsaved
    from walletcase.ui.wizard.view import StepTab


class CaseRooms(QFrame):
    """``page`` with its tabs. What they ask of the window comes through the signals, whenever they are built."""

    evidence_wanted = Signal(str)  # for a step, by its key
    files_dropped = Signal(list, str)

    def __init__(self, desk: Desk, unsaved: Unsaved) -> None:
        super().__init__()
        self._desk = desk
        self._unsaved = unsaved
        make: dict[str, Callable[[], CaseTab]] = {
            "step": self._make_step,
            "timeline": self._make_timeline,
            "evidence": self._make_evidence,
            "facts": self._make_facts,
            "letters": self._make_letters,
            "dossier": self._make_dossier,
        }
        self._tabs = {name: LaterTab(one) for name, one in make.items()}
        self.page = CasePage(desk, self._tabs)

    def is_built(self, tab: str) -> bool:
        """Whether a tab was looked at; if not, nothing is typed in it and it has nothing under way."""
        return self._tabs[tab].is_built

    @property
    def step(self) -> StepTab:
        """The Step tab; this and the others are built when asked for."""
        return cast("StepTab", self._tabs["step"].room)

    @property
    def timeline(self) -> TimelineTab:
        """The Timeline tab."""
        return cast("TimelineTab", self._tabs["timeline"].room)

    @property
    def evidence(self) -> EvidenceTab:
        """The Evidence tab."""
        return cast("EvidenceTab", self._tabs["evidence"].room)

    @property
    def facts(self) -> FactsTab:
        """The Facts tab."""
        return cast("FactsTab", self._tabs["facts"].room)

    @property
    def letters(self) -> LettersTab:
        """The Letters tab."""
        return cast("LettersTab", self._tabs["letters"].room)

    @property
    def dossier(self) -> DossierTab:
        """The Dossier tab."""
        return cast("DossierTab", self._tabs["dossier"].room)

    def _make_step(self) -> CaseTab:
        from walletcase.ui.wizard.view import StepTab

        step = StepTab(self._desk)
        step.step_chosen.connect(self.page.mark_step)
        step.saved.connect(self.page.header.show_saved)
        step.saving.connect(self.page.header.show_saving)
        step.evidence_wanted.connect(self.evidence_wanted)
        step.files_dropped.connect(self.files_dropped)
        return step

    def _make_timeline(self) -> CaseTab:
        from walletcase.ui.timeline.view import TimelineTab

        return TimelineTab(self._desk, self._unsaved.contacts)

    def _make_evidence(self) -> CaseTab:
        from walletcase.ui.evidence.view import EvidenceTab

        return EvidenceTab(self._desk, self._unsaved.exhibits)

    def _make_facts(self) -> CaseTab:
        from walletcase.ui.facts.view import FactsTab
        from walletcase.ui.window.checks import add_pages

        return add_pages(self._desk, FactsTab(self._desk))

    def _make_letters(self) -> CaseTab:
        from walletcase.ui.letters.view import LettersTab

        letters = LettersTab(self._desk)
        letters.saved.connect(self.page.header.show_saved)
        letters.saving.connect(self.page.header.show_saving)
        return letters

    def _make_dossier(self) -> CaseTab:
        from walletcase.ui.dossier.view import DossierTab

        return DossierTab(self._desk)
