"""Opens a hit of the search at its place: the case, the tab, the very field, entry, letter or page, at the words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from walletcase.domain import findable
from walletcase.domain.case import CaseRecord
from walletcase.domain.ids import EvidenceId
from walletcase.services.ports import Hit
from walletcase.ui.shell.desk import Desk
from walletcase.ui.widgets.found import select_found, stretch
from walletcase.ui.widgets.layout import bring_into_view
from walletcase.ui.window.furniture import Furniture

_Go = Callable[[CaseRecord, Hit, str], None]


class Finding(QObject):
    """Lives as long as the rooms. A hit in another case is opened once that case is read."""

    def __init__(self, desk: Desk, rooms: Furniture) -> None:
        super().__init__(rooms)
        self._desk = desk
        self._rooms = rooms
        self._wanted: tuple[Hit, str] | None = None
        self._ways: Mapping[str, _Go] = {
            findable.VALUE: self._to_value,
            findable.STEP: self._to_step,
            findable.ENTRY: self._to_entry,
            findable.EVIDENCE: self._to_exhibit,
            findable.MARK: self._to_page,
            findable.WORDS: self._to_page,
            findable.LETTER: self._to_letter,
            findable.OFFER: self._to_fact,
            findable.CLAIM: self._to_fact,
            findable.DEADLINE: self._to_deadline,
        }
        rooms.search.hit_chosen.connect(self.open)
        rooms.page.shown.connect(self._arrive)

    def open(self, hit: Hit) -> None:
        """Go to a hit."""
        self._rooms.cases.list.setFocus()  # whatever is at the place takes the keys from there
        self._rooms.cases.choose(hit.case_id)
        self._wanted = (hit, self._rooms.search.query)
        if self._rooms.page.record is not None:
            self._arrive(self._rooms.page.record)

    def _arrive(self, record: CaseRecord) -> None:
        if self._wanted is None or record.case.id != self._rooms.page.case_id:
            return
        (hit, query), self._wanted = self._wanted, None
        if hit.case_id == record.case.id:  # else the person went elsewhere meanwhile
            go = self._ways.get(hit.kind)
            if go is not None:
                go(record, hit, query)

    def _to_value(self, record: CaseRecord, hit: Hit, query: str) -> None:
        _, field_key, _ = hit.item_id.split("/")
        owner = record.playbook.field_owner.get(field_key)
        self._rooms.page.open_tab("step", owner.key if owner else "")
        self._rooms.step.go_to(field_key)
        self._select(self._rooms.step, query, only_focused=True)

    def _to_step(self, record: CaseRecord, hit: Hit, query: str) -> None:
        self._rooms.page.open_tab("step", hit.item_id.split("/")[1])

    def _to_entry(self, record: CaseRecord, hit: Hit, query: str) -> None:
        self._rooms.page.open_tab("timeline", hit.item_id)
        self._rooms.timeline.list.setFocus()

    def _to_exhibit(self, record: CaseRecord, hit: Hit, query: str) -> None:
        self._rooms.page.open_tab("evidence", hit.item_id)
        self._rooms.evidence.board.gallery.setFocus()
        self._select(self._rooms.evidence.board.detail.form, query)

    def _to_page(self, record: CaseRecord, hit: Hit, query: str) -> None:
        evidence_id, page_no, *mark_id = (int(part) for part in hit.item_id.split("/"))
        self._rooms.page.open_tab("evidence")
        self._rooms.evidence.board.gallery.setFocus()
        word = query if hit.kind == findable.WORDS else ""
        self._rooms.evidence.show_place(EvidenceId(evidence_id), page_no, word, mark_id[0] if mark_id else 0)

    def _to_letter(self, record: CaseRecord, hit: Hit, query: str) -> None:
        self._rooms.page.open_tab("letters", hit.item_id)
        page = self._rooms.letters.page
        found = stretch(page.editor.toPlainText(), query)
        if found is not None:
            page.mark_hit(*found)

    def _to_fact(self, record: CaseRecord, hit: Hit, query: str) -> None:
        self._rooms.page.open_tab("facts", f"{hit.kind}:{hit.item_id}")

    def _to_deadline(self, record: CaseRecord, hit: Hit, query: str) -> None:
        self._desk.bus.deadline_asked.emit(hit.case_id, hit.item_id.split("/")[1])

    def _select(self, room: QWidget, query: str, *, only_focused: bool = False) -> None:
        """Put the cursor on the words, in the field that has the keys or in any."""
        focus = room.window().focusWidget()
        if only_focused and (focus is None or not room.isAncestorOf(focus)):
            return
        if select_found(focus if only_focused and focus is not None else room, query):
            now = room.window().focusWidget()
            if now is not None:
                bring_into_view(now)
