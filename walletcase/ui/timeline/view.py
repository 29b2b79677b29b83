"""The timeline tab: the weeks, the contacts, and the form in which a contact is recorded or corrected."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from walletcase.domain.case import CaseRecord
from walletcase.domain.ids import CaseId, EntryId, EvidenceId
from walletcase.domain.links import Use, UseKind
from walletcase.domain.suggestions import Suggestion
from walletcase.domain.timeline import TimelineEntry
from walletcase.services.changes import Changes
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.exhibits import dragged_exhibits, link_exhibits
from walletcase.ui.shell.i18n import translate
from walletcase.ui.timeline.drafts import NEW, Drafts
from walletcase.ui.timeline.form_state import FormState, draft_of, fresh, of_entry
from walletcase.ui.timeline.hints import hinted
from walletcase.ui.timeline.page import TimelinePage
from walletcase.ui.timeline.rows import ContactRow, rows_of
from walletcase.ui.timeline.weeks import weeks_of
from walletcase.ui.timeline.work import ContactWork


class TimelineTab(TimelinePage):
    """Every contact of a case. ``drafts`` outlive the tab if the window keeps them."""

    def __init__(self, desk: Desk, drafts: Drafts | None = None) -> None:
        super().__init__(desk)
        self._drafts = drafts or Drafts()
        self._record: CaseRecord | None = None
        self._open: EntryId | None = None
        self._newest_first = True
        self._awaited: EntryId | None = None
        self._linked: tuple[EvidenceId, ...] = ()  # to the contact in the form
        self._work = ContactWork(desk, self)
        self.record_button.clicked.connect(self.record_contact)
        self.order_button.clicked.connect(self._turn_round)
        self.list.acted.connect(self._act)
        self.list.dropped.connect(self._link)
        self.strip.chosen.connect(self._bring_into_view)
        self.form.saved.connect(self.save)
        self.form.closed.connect(self.close_form)
        self.form.dropped.connect(self.drop_form)
        self.show_order(newest_first=True)

    def show_case(self, record: CaseRecord, changes: Changes | None) -> None:
        """Show a case; what is being typed stays."""
        is_other = self._record is None or self._record.case.id != record.case.id
        if is_other:
            self.flush()
        self._record = record
        if is_other:
            self.model.show(())
        self._show_rows()
        if is_other:
            self._show_form(self._drafts.open_in(record.case.id))
        elif self._open is not None:
            self.form.evidence.offer(record.live_evidence, self._chosen_now())

    def go_to(self, item: str) -> None:
        """Bring an entry into view, by its id, also of a case about to be shown; "new" opens an empty form."""
        if item == "new":
            self.record_contact()
        elif item.isdigit():
            self._bring_into_view(EntryId(int(item)))

    def flush(self) -> None:
        """Keep what is typed; it becomes a record when the person saves it."""
        if self._record is not None and self._open is not None:
            self._drafts.keep(self._record.case.id, self._open, self.form.state())

    def record_contact(self) -> None:
        """Open the form for a new contact, with what was typed before if it was not saved."""
        self._show_form(NEW)
        self.form.said.setFocus()

    def take_hint(self, case_id: CaseId, evidence_id: EvidenceId, hint: Suggestion) -> None:
        """Put what the words of an exhibit suggest into the draft of a new contact; what is typed there stays."""
        record = self._record
        if record is None or record.case.id != case_id:
            return
        self.flush()
        self._drafts.keep(case_id, NEW, hinted(self._form_state(record, None), hint, evidence_id))
        if self._open == NEW:
            self._show_form(NEW)

    def correct(self, entry_id: EntryId) -> None:
        """Open the form on a recorded contact."""
        self.flush()
        self._show_form(entry_id)
        self.form.said.setFocus()

    def save(self) -> None:
        """Store what stands in the form; the form stays as it is until that is done."""
        if self._record is None or self._open is None or self.form.show_faults():
            return
        case_id, entry_id, state = self._record.case.id, self._open, self.form.state()
        when = self._desk.services.timeline.when

        def done(new_id: EntryId) -> None:
            self._drafts.drop(case_id, entry_id)
            self._drafts.mark_open(case_id, None)
            if self._is_at(case_id) and self._open == entry_id:
                self._show_form(None)
                self._bring_into_view(new_id)

        entry = self._entry(entry_id)
        if entry is not None:
            self._work.correct(entry, lambda: draft_of(state, when, entry.draft), lambda: done(entry_id))
        else:
            self._work.log(case_id, lambda: draft_of(state, when), done)

    def close_form(self) -> None:
        """Hide the form and keep what is typed."""
        self.flush()
        self._show_form(None)
        self.record_button.setFocus()

    def drop_form(self) -> None:
        """Throw away what is typed; it can be had back for a few seconds."""
        if self._record is None or self._open is None:
            return
        case_id, entry_id, state = self._record.case.id, self._open, self.form.state()
        self._drafts.drop(case_id, entry_id)
        self._show_form(None)
        if state.is_blank:
            return

        def undo() -> None:
            self._drafts.keep(case_id, entry_id, state)
            if self._is_at(case_id):
                self._show_form(entry_id)

        self._desk.toasts.show(translate("Timeline", "Draft discarded"), translate("Timeline", "Undo"), undo)

    def _is_at(self, case_id: object) -> bool:
        return self._record is not None and self._record.case.id == case_id

    def _entry(self, entry_id: EntryId) -> TimelineEntry | None:
        entries = self._record.timeline if self._record else ()
        return next((entry for entry in entries if entry.id == entry_id), None)

    def _show_rows(self) -> None:
        if self._record is None:
            return
        today = self._desk.services.clock.today()
        chosen = self.list.row_at(self.list.currentIndex())
        top = self.list.verticalScrollBar().value()
        rows = rows_of(self._record, self._desk.language, today, newest_first=self._newest_first)
        self.model.show(rows)
        self.show_weeks(weeks_of(self._record, today))
        self._show_trash()
        if chosen is not None:
            self.list.setCurrentIndex(self.model.index_of(chosen.id))
            self.list.verticalScrollBar().setValue(top)
        if self._awaited is not None:
            self._bring_into_view(self._awaited)

    def _bring_into_view(self, entry_id: EntryId) -> None:
        index = self.model.index_of(entry_id)
        self._awaited = None if index.isValid() else entry_id
        if index.isValid():
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)

    def _turn_round(self) -> None:
        self._newest_first = not self._newest_first
        self.show_order(newest_first=self._newest_first)
        self._show_rows()
        self.list.scrollToTop()

    def _show_form(self, entry_id: EntryId | None) -> None:
        record = self._record
        if record is None:
            return
        entry = self._entry(entry_id) if entry_id else None
        self._open = entry_id if entry_id == NEW or entry else None
        self._drafts.mark_open(record.case.id, self._open)
        self._linked = entry.draft.evidence_ids if entry else ()
        if self._open is not None:
            self.form.load(record, self._form_state(record, entry), is_new=entry is None)
        self.show_form(self._open is not None)
        kept = self._drafts.get(record.case.id, NEW)
        go_on, begin = translate("Timeline", "Go on with the draft"), translate("Timeline", "Record a contact")
        self.record_button.setText(go_on if kept and self._open is None else begin)

    def _form_state(self, record: CaseRecord, entry: TimelineEntry | None) -> FormState:
        kept = self._drafts.get(record.case.id, entry.id if entry else NEW)
        if kept is not None:
            return kept
        if entry is not None:
            return of_entry(entry, record.summary_of(entry, self._desk.language))
        return fresh(self._desk.services.clock.now(), record.playbook.channels[0].key)

    def _act(self, action: str, row: ContactRow, target: str) -> None:
        if self._record is None:
            return
        if action == "edit":
            self.correct(row.id)
        elif action == "trash":
            self._work.trash(self._record.case.id, row.id)
        elif action == "evidence":
            self._desk.bus.asked.emit("evidence", target)
        else:
            QApplication.clipboard().setText(target or row.said)
            self._desk.toasts.show(translate("Timeline", "Copied"))

    def _link(self, mime: QMimeData, row: ContactRow) -> None:
        if self._record is not None and (ids := dragged_exhibits(mime, self._record)):
            link_exhibits(self._desk, self, self._record, ids, Use(UseKind.CONTACT, str(row.id)))

    def _chosen_now(self) -> tuple[EvidenceId, ...]:
        before, entry = self._linked, self._entry(self._open or NEW)
        self._linked = entry.draft.evidence_ids if entry else ()
        return still_chosen(self.form.evidence.chosen(), before, self._linked)

    def _show_trash(self) -> None:
        gone = [e for e in reversed(self._record.timeline) if e.trashed_at] if self._record else []
        said = [f"{e.occurred_on}  {self._record.summary_of(e, self._desk.language)}" for e in gone if self._record]
        self.show_trash(list(zip(said, map(self._restorer, gone), strict=True)))

    def _restorer(self, one: TimelineEntry) -> Callable[[], object]:
        return lambda: self._work.restore(one.case_id, one.id, lambda: self._bring_into_view(one.id))


def still_chosen(
    chosen: tuple[EvidenceId, ...], before: tuple[EvidenceId, ...], now: tuple[EvidenceId, ...]
) -> tuple[EvidenceId, ...]:
    """Return what is ticked in a form, with what was linked or unlinked elsewhere since it was filled."""
    kept = (one for one in chosen if one not in before or one in now)
    return (*kept, *(one for one in now if one not in before))
