"""The flow of a case: fields that save themselves, checklists, and steps done, skipped, repeated, reopened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, time

from walletcase.domain.case import CaseRecord, ValueKey
from walletcase.domain.demands import dump_demands, parse_demands, read_demands, without_old_keys
from walletcase.domain.errors import UserError
from walletcase.domain.fields import canonical, problem_with
from walletcase.domain.flow import machine as machine
from walletcase.domain.flow.machine import Flow
from walletcase.domain.flow.playbook import Field, FieldKind, Role, Step
from walletcase.domain.ids import CaseId
from walletcase.domain.timeline import EntryDraft
from walletcase.services.changes import Changes, changed
from walletcase.services.context import Context
from walletcase.services.ports import Unit


def put_values(context: Context, unit: Unit, case_id: CaseId, values: Mapping[str, str]) -> None:
    """Store good values in their steps' current rounds. Raises UserError: no_such_field, bad_value."""
    playbook = context.playbooks.get(unit.cases.head(case_id).playbook_key)
    flow = Flow(playbook, unit.flow.steps(case_id))
    for key, text in values.items():
        field = playbook.field(key)
        if field is None:
            raise UserError("no_such_field", field=key, playbook=playbook.key)
        round_no = flow.record(playbook.field_owner[key].key).round
        _put_value(context, unit, case_id, field, round_no, canonical(field, text))


def put_drafts(context: Context, unit: Unit, case_id: CaseId, values: Mapping[str, str]) -> None:
    """Store values in their steps' current rounds, tidied where they are good, as they stand where they are not."""
    record = context.record(unit, case_id)
    for key, text in values.items():
        field = record.playbook.field(key)
        if field is None:
            raise UserError("no_such_field", field=key, playbook=record.playbook.key)
        kept = text if problem_with(field, text) else canonical(field, text)
        _put_value(context, unit, case_id, field, record.flow.record(record.playbook.field_owner[key].key).round, kept)


def _put_value(context: Context, unit: Unit, case_id: CaseId, field: Field, round_no: int, text: str) -> None:
    key = ValueKey(field.key, round_no)
    if field.kind is FieldKind.DEMANDS and (demands := read_demands(text)):
        before = parse_demands(unit.flow.values(case_id).get(key, ""))
        offered = {offer.demand_key for offer in unit.offers.offers(case_id)} | set(unit.marks.demand_links(case_id))
        text = dump_demands(without_old_keys(demands, before, offered))
    text = context.safe(unit, text)
    unit.flow.put_value(case_id, key, text)


class FlowService:
    """Use cases on the steps of one case."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def set_values(self, case_id: CaseId, values: Mapping[str, str]) -> Changes:
        """Store good values by field key, all or none. Raises UserError: no_such_case, no_such_field, bad_value."""
        with self._context.store.write() as unit:
            put_values(self._context, unit, case_id, values)
            case = self._context.settle(unit, case_id)
            self._context.note(unit, case, "values_set", {"fields": ",".join(values)})
        return changed(case_id)

    def save_draft(self, case_id: CaseId, field_key: str, round_no: int, text: str) -> Changes:
        """Store what the person is typing, tidied if it is good, as typed if it is not (yet): nothing is ever lost.

        Raises UserError: no_such_case, no_such_field.
        """
        with self._context.store.write() as unit:
            playbook = self._context.playbooks.get(unit.cases.head(case_id).playbook_key)
            field = playbook.field(field_key)
            if field is None:
                raise UserError("no_such_field", field=field_key, playbook=playbook.key)
            kept = text if problem_with(field, text) else canonical(field, text)
            _put_value(self._context, unit, case_id, field, round_no, kept)
            self._context.settle(unit, case_id)
        return changed(case_id, values_only=True)

    def tick(self, case_id: CaseId, step_key: str, item_key: str, on: bool) -> Changes:
        """Tick or untick a checklist item."""
        with self._context.store.write() as unit:
            unit.flow.put_tick(case_id, step_key, item_key, on)
            self._context.settle(unit, case_id)
        return changed(case_id, values_only=True)

    def finish(
        self,
        case_id: CaseId,
        step_key: str,
        outcome: str = "",
        promised_on: str = "",
        values: Mapping[str, str] | None = None,
    ) -> Changes:
        """Mark a step done. A step with a channel also files its contact record: all in one piece.

        ``promised_on`` (ISO date) is written into the step's promise field; ``values`` (by field key, of any step) are
        written as drafts are. Raises UserError: no_such_step, no_such_outcome, step_already_done, no_such_field,
        bad_value.
        """
        with self._context.store.write() as unit:
            put_drafts(self._context, unit, case_id, values or {})
            record = self._context.record(unit, case_id)
            flow = machine.finish(record.flow, step_key, outcome, self._settled_at())
            step = flow.step(step_key)
            promise = step.field_with_role(Role.PROMISED_ON)
            if promised_on and promise is not None:
                put_values(self._context, unit, case_id, {promise.key: promised_on})
                record = self._context.record(unit, case_id)
            unit.flow.put_step(case_id, step_key, flow.record(step_key))
            if step.channel and _happened(record, step, outcome):
                self._file_contact(unit, record, step, flow)
            case = self._context.settle(unit, case_id)
            detail = {"step": step_key, "outcome": flow.record(step_key).outcome, "round": flow.record(step_key).round}
            self._context.note(unit, case, "step_done", detail)
        return changed(case_id)

    def skip(self, case_id: CaseId, step_key: str, reason: str) -> Changes:
        """Skip a step. Raises UserError: no_such_step, skip_needs_reason, step_already_done."""

        def move(flow: Flow) -> Flow:
            return machine.skip(flow, step_key, reason, self._settled_at())

        return self._move(case_id, step_key, "step_skipped", move)

    def reopen(self, case_id: CaseId, step_key: str) -> Changes:
        """Open a settled step again. Raises UserError: no_such_step, step_not_settled."""

        def move(flow: Flow) -> Flow:
            return machine.reopen(flow, step_key)

        return self._move(case_id, step_key, "step_reopened", move)

    def repeat(self, case_id: CaseId, step_key: str) -> Changes:
        """Start a step's next round. Raises UserError: no_such_step, step_not_repeatable, step_not_done."""

        def move(flow: Flow) -> Flow:
            return machine.repeat(flow, step_key)

        return self._move(case_id, step_key, "step_repeated", move)

    def _settled_at(self) -> str:
        """Now, to the millisecond: what was settled last decides the status."""
        return self._context.clock.now().isoformat(timespec="milliseconds")

    def _move(self, case_id: CaseId, step_key: str, kind: str, move: Callable[[Flow], Flow]) -> Changes:
        with self._context.store.write() as unit:
            record = self._context.record(unit, case_id)
            flow = move(record.flow)
            after = flow.record(step_key)
            for ended in flow.ended[len(record.settled_rounds) :]:
                unit.flow.add_settled_round(case_id, ended)
            unit.flow.put_step(case_id, step_key, after)
            case = self._context.settle(unit, case_id)
            self._context.note(unit, case, kind, {"step": step_key, "reason": after.reason, "round": after.round})
        return changed(case_id)

    def _file_contact(self, unit: Unit, record: CaseRecord, step: Step, flow: Flow) -> None:
        """Write a step's contact record, or correct the one that this round has already filed."""
        round_no = flow.record(step.key).round
        outcome = flow.outcome_of(step.key)
        here = (step.key, round_no)
        old = [e for e in record.timeline if (e.draft.step_key, e.draft.step_round) == here and not e.trashed_at]
        linked = tuple(item.id for item in record.live_evidence if item.step_key == step.key)
        draft = EntryDraft(
            occurred_at=self._occurred_at(record, step),
            summary=_said(record, step),
            channel=step.channel_for({field.key: record.value(field.key) for field in step.fields}),
            counterpart=_role_text(record, step, Role.COUNTERPART),
            reference=_role_text(record, step, Role.REFERENCE),
            promised_by=_good_date(_role_text(record, step, Role.PROMISED_ON)),
            is_answer=bool(outcome and outcome.is_answer),
            step_key=step.key,
            step_round=round_no,
            evidence_ids=linked if round_no == 1 else (),
            promise=_role_text(record, step, Role.PROMISE),
        )
        if old:
            corrected = replace(old[0], draft=_over(draft, old[0].draft), edited_at=self._context.now())
            unit.timeline.update(corrected)
        else:
            unit.timeline.add(record.case.id, draft, self._context.now())

    def _occurred_at(self, record: CaseRecord, step: Step) -> str:
        """The step's own date and time with the local offset; a date alone if no time is known; else now."""
        day = _good_date(_role_text(record, step, Role.OCCURRED_ON))
        clock_text = _role_text(record, step, Role.OCCURRED_AT)
        now = self._context.clock.now()
        if not day:
            return now.isoformat(timespec="minutes")
        try:
            at = time.fromisoformat(clock_text)
        except ValueError:
            return day
        return datetime.combine(date.fromisoformat(day), at, tzinfo=now.tzinfo).isoformat(timespec="minutes")


def _happened(record: CaseRecord, step: Step, outcome: str) -> bool:
    """Whether a contact was recorded at all: a step merely marked done is none."""
    return bool(outcome or record.filled(step, record.flow.record(step.key).round))


def _role_text(record: CaseRecord, step: Step, role: Role) -> str:
    field = step.field_with_role(role)
    return record.value(field.key).strip() if field else ""


def _said(record: CaseRecord, step: Step) -> str:
    """What was filed word for word, and what was said: a contact's summary."""
    texts = (_role_text(record, step, role) for role in (Role.SUBMITTED_TEXT, Role.SUMMARY))
    return "\n".join(text for text in texts if text)


def _good_date(text: str) -> str:
    """An ISO date, or "" where a half-typed one stands."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""


def _over(new: EntryDraft, old: EntryDraft) -> EntryDraft:
    """The new contact over the old one: what the step's fields leave blank stays as it was recorded."""
    return replace(
        new,
        summary=new.summary or old.summary,
        counterpart=new.counterpart or old.counterpart,
        reference=new.reference or old.reference,
        promised_by=new.promised_by or old.promised_by,
        promise=new.promise or old.promise,
        evidence_ids=tuple(dict.fromkeys((*old.evidence_ids, *new.evidence_ids))),
    )
