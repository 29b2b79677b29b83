"""The Step tab: one step of the case as a form that saves itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from shiboken6 import isValid

from walletcase.domain.case import CaseRecord
from walletcase.domain.fields import canonical, problem_with
from walletcase.domain.flow.playbook import Role
from walletcase.services.changes import Changes
from walletcase.ui.look.tokens import L
from walletcase.ui.shell.desk import Desk
from walletcase.ui.widgets.layout import ScrollColumn, clear, column
from walletcase.ui.wizard import steps
from walletcase.ui.wizard.absent import AbsentPage
from walletcase.ui.wizard.autosave import Autosave, Place
from walletcase.ui.wizard.drop_tab import DropTab
from walletcase.ui.wizard.moves import Moves
from walletcase.ui.wizard.outcome import Intent
from walletcase.ui.wizard.page import StepPage
from walletcase.ui.wizard.unsaved import UnsavedCard, save_by


class StepTab(DropTab):
    """Shows any step of any playbook.

    ``step_chosen``: another step is shown (its key). ``saving`` and ``saved`` (HH:MM): what became of what was typed.
    ``evidence_wanted``: add evidence to a step. ``files_dropped``: files fell on a step (paths, step key).
    """

    step_chosen = Signal(str)
    saving = Signal()
    saved = Signal(str)
    evidence_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._record: CaseRecord | None = None
        self._intents: dict[tuple[int, str, int], Intent] = {}
        self.absent: AbsentPage | None = None
        self.autosave = Autosave(save_by(desk, self), lambda: desk.services.clock.now().strftime("%H:%M"), self)
        self._moves = Moves(desk, self)
        self.unsaved = UnsavedCard(desk, self.autosave)
        self.area = ScrollColumn(gap=L, margin=L)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        box = column(self, gap=0)
        box.addWidget(self.unsaved)
        box.addWidget(self.area, 1)
        self.autosave.saving.connect(self.saving)
        self.autosave.saved.connect(self.saved)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._enter)
        for keys, by in (("Alt+Left", -1), ("Alt+Right", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self._go_beside(by))

    def show_case(self, record: CaseRecord, changes: Changes | None) -> None:
        """Show a case as it stands; a case just opened shows the step of its next action."""
        is_same = self._record is not None and self._record.case.id == record.case.id and changes is not None
        if not is_same:
            self.flush()
        self._record = record
        if record.playbook.is_stand_in:
            self._show_absent(record)
            return
        today = self._desk.services.clock.today()
        if not is_same or self.page is None:
            self._build(steps.opening_step(record, today))
        elif self.page.shape != steps.shape_of(record, self.step_key, today):
            self._build(self.step_key)
        elif changes is not None and not changes.values_only:
            self._refresh(self.page, record)

    def go_to(self, item: str) -> None:
        """Show a step by its key, or a field by its own."""
        if self._record is None or self._record.playbook.is_stand_in:
            return
        owner = self._record.playbook.field_owner.get(item)
        step_key = owner.key if owner is not None and item not in self._record.playbook.by_key else item
        if step_key != self.step_key and step_key in self._record.playbook.by_key:
            self.flush()
            self._build(step_key)
        if owner is not None and self.page is not None and self.page.form is not None and item in self.page.form.boxes:
            self.page.form.go_to(item)

    def begin(self) -> None:
        """Put the person where work on the step begins."""
        if self.page is not None:
            self.page.focus_first()

    def flush(self) -> None:
        """Save what is typed and not yet saved."""
        self.autosave.flush()

    def _show_absent(self, record: CaseRecord) -> None:
        clear(self.area.body)
        self.page = None
        self.absent = AbsentPage(self._desk, record)
        self.absent.books_wanted.connect(self._desk.bus.playbooks_asked)
        self.area.body.addWidget(self.absent)
        self.area.body.addStretch(1)

    def _build(self, step_key: str) -> None:
        assert self._record is not None
        record, before = self._record, self.step_key
        focus = self.window().focusWidget()
        had_focus = self.page is not None and focus is not None and self.page.isAncestorOf(focus)
        round_no = record.flow.record(step_key).round
        intent = self._intents.setdefault((record.case.id, step_key, round_no), Intent())
        clear(self.area.body)
        self.page = StepPage(self._desk, record, record.playbook.by_key[step_key], intent)
        self.page.put(self._texts(self.page, record))
        self._connect(self.page)
        self.area.body.addWidget(self.page)
        self.area.body.addStretch(1)
        self.area.verticalScrollBar().setValue(0)
        self.page.show()
        if had_focus:
            self.page.focus_first()
        if step_key != before:
            self.step_chosen.emit(step_key)

    def _connect(self, page: StepPage) -> None:
        page.step_wanted.connect(self.go_to)
        page.evidence.wanted.connect(lambda: self.evidence_wanted.emit(page.step.key))
        if page.checklist is not None:
            page.checklist.ticked.connect(self._tick)
        if page.form is not None:
            page.form.edited.connect(self._note)
            page.form.left.connect(lambda _: self.flush())
        if page.outcome is not None:
            page.outcome.date_edited.connect(self._take_date)
            page.outcome.date_left.connect(self.flush)
            page.outcome.finish_wanted.connect(self._finish)
            page.outcome.skip_wanted.connect(self._skip)
        if page.settled is not None:
            page.settled.reopen_wanted.connect(self._reopen)
            page.settled.repeat_wanted.connect(self._repeat)

    def _now_shown(self) -> tuple[CaseRecord, StepPage]:
        assert self._record is not None
        assert self.page is not None
        return self._record, self.page

    def _texts(self, page: StepPage, record: CaseRecord) -> dict[str, str]:
        """What stands in the fields: the stored texts, under what was typed since."""
        texts = dict(steps.values_of(record, page.step))
        for key in texts:
            unsaved = self.autosave.unsaved(Place(record.case.id, key, page.round))
            texts[key] = texts[key] if unsaved is None else unsaved
        return texts

    def _refresh(self, page: StepPage, record: CaseRecord) -> None:
        if page.form is not None:
            page.form.refresh(self._texts(page, record))
            page.judge()
            page.refresh(record)

    def _note(self, field_key: str) -> None:
        record, page = self._now_shown()
        if page.form is not None:
            self.autosave.note(Place(record.case.id, field_key, page.round), page.form.text(field_key))

    def _take_date(self, text: str) -> None:
        _, page = self._now_shown()
        promised = page.step.field_with_role(Role.PROMISED_ON)
        if promised is not None and page.form is not None:
            page.form.boxes[promised.key].put(text)
            self._note(promised.key)

    def _finish(self, outcome_key: str) -> None:
        record, page = self._now_shown()
        outcome = page.step.outcome(outcome_key)
        assert page.outcome is not None
        typed = page.outcome.date.input.text() if outcome is not None and outcome.needs_date else ""
        field = page.outcome.date.field
        promised_on = "" if problem_with(field, typed) else canonical(field, typed)
        self.flush()
        self._moves.finish(record, page.step, outcome_key, promised_on, page.extra())

    def _enter(self) -> None:
        if self.page is not None:
            self.page.enter()

    def _skip(self, reason: str) -> None:
        record, page = self._now_shown()
        self.flush()
        self._moves.skip(record, page.step, reason)

    def _reopen(self) -> None:
        record, page = self._now_shown()
        self._moves.reopen(record, page.step)

    def _repeat(self) -> None:
        record, page = self._now_shown()
        self._moves.repeat(record, page.step)

    def _tick(self, item_key: str, on: bool) -> None:
        record, page = self._now_shown()
        checklist = page.checklist
        assert checklist is not None

        def take_back() -> None:
            if isValid(checklist):
                checklist.put(item_key, not on)

        self._moves.tick(record, page.step, item_key, on, take_back)

    def _go_beside(self, by: int) -> None:
        if self.page is None:
            return
        record, page = self._now_shown()
        other = steps.beside(record.playbook, page.step.key, by)
        if other is not None:
            self.go_to(other.key)
