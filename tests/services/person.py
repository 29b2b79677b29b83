"""A person who does any deed in any order."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from walletcase.domain.deadline_change import ChangeKind, DeadlineChange
from walletcase.domain.demands import Demand, DemandKind, OfferState, dump_demands
from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.dossiers.choices import Choices, Showing
from walletcase.domain.errors import UserError
from walletcase.domain.evidence import EvidenceEdit
from walletcase.domain.flow.playbook import Role
from walletcase.domain.ids import CaseId
from walletcase.domain.timeline import EntryDraft
from walletcase.services.claims import ClaimDraft
from walletcase.services.demands import OfferDraft
from walletcase.services.facade import Services


class Person:
    """Does this or that, whatever comes."""

    def __init__(self, services: Services, case_id: CaseId | None = None) -> None:
        self.services = services
        self.texts = 0
        self._case_id = case_id

    @property
    def case_id(self) -> CaseId:
        if self._case_id is not None:
            return self._case_id
        rows = self.services.cases.rows()
        return min(row.id for row in rows) if rows else self.services.cases.new_case("案件")[0].id

    def text(self) -> str:
        self.texts += 1
        return f"第{self.texts}句 \x00 \U0001f600 'x'"

    def new_case(self, n: int) -> None:
        self.services.cases.new_case(f"新 {n}", values={"problem": self.text()})

    def rename(self, n: int) -> None:
        self.services.cases.rename(self.case_id, f"名 {n}")

    def tag(self, n: int) -> None:
        self.services.cases.tag(self.case_id, (*("甲", "乙", "丙")[n % 3 :], "甲"))

    def bin(self, n: int) -> None:
        deed = self.services.cases.trash if n % 2 else self.services.cases.restore
        deed(self.case_id)

    def type(self, n: int) -> None:
        record = self.services.cases.open(self.case_id)
        fields = list(record.playbook.fields())
        self.services.flow.save_draft(self.case_id, fields[n % len(fields)].key, 1, self.text() if n % 3 else "")

    def demand(self, n: int) -> None:
        record = self.services.cases.open(self.case_id)
        key = next(field.key for field in record.playbook.fields() if field.role is Role.DEMAND)
        demands = [Demand(f"d{i + 1}", DemandKind.FIX, self.text(), "10.00") for i in range(n % 4)]
        self.services.flow.save_draft(self.case_id, key, 1, dump_demands(demands))

    def tick(self, n: int) -> None:
        steps = [step for step in self.services.cases.open(self.case_id).playbook.steps if step.checklist]
        step = steps[n % len(steps)]
        self.services.flow.tick(self.case_id, step.key, step.checklist[0].key, n % 2 == 0)

    def step(self, n: int) -> None:
        steps = self.services.cases.open(self.case_id).playbook.steps
        step, flow = steps[n % (len(steps) - 1)], self.services.flow
        deeds: list[Callable[[], object]] = [
            lambda: flow.finish(self.case_id, step.key, step.outcomes[0].key if step.outcomes else ""),
            lambda: flow.skip(self.case_id, step.key, "原因"),
            lambda: flow.reopen(self.case_id, step.key),
            lambda: flow.repeat(self.case_id, step.key),
        ]
        deeds[n % 4]()

    def log(self, n: int) -> None:
        evidence = tuple(item.id for item in self.services.cases.open(self.case_id).live_evidence[:2])
        draft = EntryDraft(f"2026-11-{n % 20 + 1:02d}", self.text(), channel="hotline", evidence_ids=evidence)
        promised = {"promised_by": "2026-12-01", "promise": "答复"} if n % 2 else {}
        self.services.timeline.log(self.case_id, EntryDraft(**{**_parts(draft), **promised}))

    def promise(self, n: int) -> None:
        entries = [e for e in self.services.cases.open(self.case_id).live_timeline if e.draft.promised_by]
        if entries:
            entry = entries[n % len(entries)]
            self.services.promises.keep(self.case_id, entry.id)
            draft = EntryDraft("2026-11-21", "改期", channel="hotline", promised_by="2026-12-09")
            self.services.promises.renegotiate(self.case_id, entry.id, draft)

    def bin_entry(self, n: int) -> None:
        for entry in self.services.cases.open(self.case_id).timeline[:1]:
            deed = self.services.timeline.trash if n % 2 else self.services.timeline.restore
            deed(self.case_id, entry.id)

    def attach(self, n: int) -> None:
        edit = EvidenceEdit(title=self.text())
        item, _ = self.services.evidence.attach_bytes(self.case_id, bytes([n % 5]) * 9, "a.txt", edit)
        self.services.evidence.edit(self.case_id, item.id, EvidenceEdit(proves=self.text()))

    def claim(self, n: int) -> None:
        items = [item.id for item in self.services.cases.open(self.case_id).live_evidence]
        claims, _ = self.services.claims.add(self.case_id, ClaimDraft(self.text(), evidence_ids=tuple(items[: n % 3])))
        for item in items[:1]:
            self.services.claims.use(self.case_id, item, [claims[0].id])

    def offer(self, n: int) -> None:
        record = self.services.cases.open(self.case_id)
        if record.demands:
            entry = record.timeline[0].id if record.timeline else None
            draft = OfferDraft(record.demands[0].key, self.text(), "5", entry_id=entry)
            offer, _ = self.services.demands.offer(self.case_id, draft)
            self.services.demands.answer(self.case_id, offer.id, list(OfferState)[n % 3])

    def word(self, n: int) -> None:
        word = DeadlineChange(0, self.case_id, f"a/b/{n}", ChangeKind.DISMISS, made_at="2026-11-22T09:00:00+08:00")
        store: Any = self.services.history._context.store  # as a service would: no case has a deadline yet
        with store.write() as unit:
            unit.deadlines.add(word)
            unit.reminders.snooze(self.case_id, f"k{n % 3}", "2026-12-01" if n % 2 else "")

    def hide(self, n: int) -> None:
        items = self.services.cases.open(self.case_id).live_evidence
        shown = tuple((item.exhibit_no, Showing.OUT) for item in items[: n % 3])
        audience = tuple(Audience)[1 + n % 3]
        self.services.dossiers.choose(self.case_id, audience, Choices(words=(self.text(),), exhibits=shown))

    def do(self, deed: str, n: int) -> None:
        """Do a thing; what is refused changes nothing."""
        with suppress(UserError):
            getattr(self, deed)(n)


def _parts(draft: EntryDraft) -> dict[str, Any]:
    return {name: getattr(draft, name) for name in draft.__slots__}


_NO_DEEDS = ("__init__", "do", "text")
DEEDS = sorted(name for name, value in vars(Person).items() if callable(value) and name not in _NO_DEEDS)
