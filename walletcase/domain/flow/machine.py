"""The complaint flow as a state machine: what is done, skipped, repeated, reopened, and the one thing to do next.

No Qt, no clock, no text. Nothing is ever locked: any step can be recorded at any time, because reality does not ask
the playbook. ``needs_any`` only decides what is suggested next.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from walletcase.domain.errors import UserError
from walletcase.domain.flow.playbook import Outcome, Playbook, Status, Step


class StepState(StrEnum):
    """Where one step stands."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class StepRecord:
    """A step's state in one case. ``round`` counts repetitions from 1; ``order`` says which step was settled last."""

    state: StepState = StepState.OPEN
    round: int = 1
    reason: str = ""
    outcome: str = ""
    settled_at: str = ""
    order: int = 0

    @property
    def is_settled(self) -> bool:
        """Done or skipped."""
        return self.state is not StepState.OPEN


@dataclass(frozen=True, slots=True)
class SettledRound:
    """How an earlier round of a repeated step ended."""

    step_key: str
    round: int
    state: StepState
    outcome: str
    reason: str
    settled_at: str


@dataclass(frozen=True)
class Flow:
    """A case's way through its playbook. Every transition returns a new flow."""

    playbook: Playbook
    records: Mapping[str, StepRecord] = field(default_factory=dict)
    ended: tuple[SettledRound, ...] = ()  # earlier rounds of repeated steps

    def record(self, step_key: str) -> StepRecord:
        """Return the record of a step; a step never touched is open in its first round."""
        return self.records.get(step_key, StepRecord())

    def step(self, step_key: str) -> Step:
        """Return the step. Raises UserError("no_such_step")."""
        try:
            return self.playbook.by_key[step_key]
        except KeyError:
            known = ", ".join(self.playbook.by_key)
            raise UserError("no_such_step", step=step_key, known=known) from None

    def outcome_of(self, step_key: str) -> Outcome | None:
        """Return the outcome with which a step was done, or None."""
        record = self.record(step_key)
        return self.step(step_key).outcome(record.outcome) if record.outcome else None

    @property
    def last_settled(self) -> str:
        """Key of the step settled last, "" if none is."""
        settled = [(r.order, key) for key, r in self.records.items() if r.is_settled]
        return max(settled)[1] if settled else ""

    @property
    def is_closed(self) -> bool:
        """Whether the last step of the playbook is done."""
        return self.record(self.playbook.steps[-1].key).state is StepState.DONE


def _settle(flow: Flow, step_key: str, record: StepRecord) -> Flow:
    top = max((r.order for r in flow.records.values()), default=0)
    return replace(flow, records={**flow.records, step_key: replace(record, order=top + 1)})


def finish(flow: Flow, step_key: str, outcome_key: str, at: str) -> Flow:
    """Mark a step done with an outcome; ``at`` is ISO 8601. An empty outcome says only that it is done.

    Raises UserError: no_such_step, no_such_outcome, step_already_done (a repeatable step is repeated instead).
    """
    step = flow.step(step_key)
    if outcome_key and step.outcome(outcome_key) is None:
        known = ", ".join(o.key for o in step.outcomes)
        raise UserError("no_such_outcome", outcome=outcome_key, step=step_key, known=known)
    record = flow.record(step_key)
    if record.state is StepState.DONE:
        raise UserError("step_already_done", step=step_key)
    done = replace(record, state=StepState.DONE, outcome=outcome_key, reason="", settled_at=at)
    return _settle(flow, step_key, done)


def skip(flow: Flow, step_key: str, reason: str, at: str) -> Flow:
    """Skip a step for a stated reason. Raises UserError: no_such_step, skip_needs_reason, step_already_done."""
    flow.step(step_key)
    if not reason.strip():
        raise UserError("skip_needs_reason", step=step_key)
    record = flow.record(step_key)
    if record.state is StepState.DONE:
        raise UserError("step_already_done", step=step_key)
    skipped = replace(record, state=StepState.SKIPPED, outcome="", reason=reason.strip(), settled_at=at)
    return _settle(flow, step_key, skipped)


def reopen(flow: Flow, step_key: str) -> Flow:
    """Open a settled step again in the same round. Raises UserError: no_such_step, step_not_settled."""
    flow.step(step_key)
    record = flow.record(step_key)
    if not record.is_settled:
        raise UserError("step_not_settled", step=step_key)
    opened = replace(record, state=StepState.OPEN, outcome="", reason="", settled_at="", order=0)
    return replace(flow, records={**flow.records, step_key: opened})


def repeat(flow: Flow, step_key: str) -> Flow:
    """Start the next round of a done step; how the round before ended is kept.

    Raises UserError: no_such_step, step_not_repeatable, step_not_done.
    """
    step = flow.step(step_key)
    now = flow.record(step_key)
    if not step.repeatable:
        raise UserError("step_not_repeatable", step=step_key)
    if now.state is not StepState.DONE:
        raise UserError("step_not_done", step=step_key)
    before = SettledRound(step_key, now.round, now.state, now.outcome, now.reason, now.settled_at)
    opened = StepRecord(round=now.round + 1)
    return replace(flow, records={**flow.records, step_key: opened}, ended=(*flow.ended, before))


def status_of(flow: Flow, has_content: bool) -> Status:
    """Return the status that the flow amounts to.

    The outcomes of all rounds are read in the order in which they were settled; the last one that sets a status wins,
    and a closed case stays with what its last step said. ``has_content`` says whether anything was written down.
    """
    last = flow.playbook.steps[-1].key
    if flow.is_closed:
        closing = flow.outcome_of(last)
        return closing.sets_status if closing is not None and closing.sets_status is not None else Status.CLOSED
    done = [
        (_moment(r.settled_at), r.order, key, r.outcome)
        for key, r in flow.records.items()
        if r.state is StepState.DONE and key != last
    ]
    later = len(flow.playbook.steps) + len(flow.ended)  # at equal times a round before a repetition counts as newer
    done += [(_moment(one.settled_at), later, one.step_key, one.outcome) for one in flow.ended]
    outcomes = [flow.step(key).outcome(outcome) for _, _, key, outcome in sorted(done)]
    set_by = [o.sets_status for o in outcomes if o is not None and o.sets_status is not None]
    if set_by:
        return set_by[-1]
    return Status.PREPARING if done or has_content else Status.DRAFT


def _moment(text: str) -> float:
    """When an ISO 8601 time was, whatever its offset; the beginning of time for one that can't be read."""
    try:
        return datetime.fromisoformat(text).timestamp()
    except ValueError:
        return 0.0


_OWN_DAYS = 7  # a term of the person's own comes first this many days before its end


class NextKind(StrEnum):
    """What kind of thing comes next."""

    DO_STEP = "do_step"
    WAIT = "wait"  # nothing to do until a date; the step is what follows then
    CHASE = "chase"  # an expected answer did not come: ask
    ACT_BY = "act_by"  # a term of the person's own runs out: do the step by the date
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class NextAction:
    """The one next action of a case. ``step_key`` is "" only when the case is finished; ``on`` is an ISO date or ""."""

    kind: NextKind
    step_key: str = ""
    on: str = ""


def _suggested(flow: Flow, step: Step) -> bool:
    return not step.needs_any or any(flow.record(key).is_settled for key in step.needs_any)


def following_step(flow: Flow) -> str:
    """Return the key of the step that follows: the one that the last outcome points to, or the next open one.

    A step that can be repeated follows again when it is pointed to, unless the person skipped it: then they said that
    they do not want it. "" when the case is closed or nothing is left.
    """
    open_steps = [s for s in flow.playbook.steps if not flow.record(s.key).is_settled]
    if flow.is_closed or not open_steps:
        return ""
    last = flow.last_settled
    outcome = flow.outcome_of(last) if last else None
    if outcome is not None and outcome.next_step:
        pointed = flow.playbook.by_key[outcome.next_step]
        now = flow.record(pointed.key)
        if not now.is_settled or (pointed.repeatable and now.state is StepState.DONE):
            return pointed.key
    closing = flow.playbook.steps[-1]
    suggested = [s for s in open_steps if _suggested(flow, s) and s is not closing] or open_steps
    return min(suggested, key=lambda step: _distance(flow, last, step)).key


def _distance(flow: Flow, last: str, step: Step) -> tuple[int, int]:
    """How near a step is to the one settled last: the same phase first, then later phases, then earlier ones."""
    steps = [s.key for s in flow.playbook.steps]
    if not last:
        return (0, steps.index(step.key))
    phases = [phase.key for phase in flow.playbook.phases]
    here, there = phases.index(flow.step(last).phase), phases.index(step.phase)
    ahead = steps.index(step.key) > steps.index(last)
    return (0 if here == there and ahead else 1 if here == there else 2 if there > here else 3, steps.index(step.key))


def next_action(
    follows: str,
    *,
    awaited_on: str,
    today: str,
    chase_step: str,
    late_after: str = "",
    remind_on: str = "",
    own_on: str = "",
    own_step: str = "",
) -> NextAction:
    """Return exactly one next action. All dates are ISO or "", ``today`` is the local date.

    ``follows`` is what following_step says, ``awaited_on`` the date by which an answer is expected, ``late_after`` the
    date after which whoever owes it is late, ``chase_step`` the step in which the person asks for progress and
    ``remind_on`` the day on which they want to; ``own_on`` is the last day of a term of the person's own and
    ``own_step`` the step that keeps it. A term of one's own that runs out comes first. An answer that is late makes
    asking the next action; one to come makes waiting the next action once asking is what follows, until it is due or
    until the day on which the person wanted to ask. Where nothing follows, ``own_on`` is the day by which what was
    agreed is to be done.
    """
    if not follows and own_on and own_step:
        return NextAction(NextKind.WAIT if today <= own_on else NextKind.CHASE, own_step, own_on)
    if not follows:
        return NextAction(NextKind.FINISHED)
    if own_on and own_step and today <= own_on and (own_step == follows or days_between(today, own_on) <= _OWN_DAYS):
        return NextAction(NextKind.ACT_BY, own_step, own_on)
    late = max(awaited_on, late_after)
    if awaited_on and late < today and chase_step:
        return NextAction(NextKind.CHASE, chase_step, late)
    if follows == chase_step and (awaited_on or remind_on) and (not remind_on or today < remind_on):
        awaited = [awaited_on if today <= awaited_on else late] if awaited_on else []
        return NextAction(NextKind.WAIT, follows, min([*awaited, *([remind_on] if remind_on else [])]))
    return NextAction(NextKind.DO_STEP, follows)


def days_between(first: str, second: str) -> int:
    """Return how many days lie from one ISO date to another, negative where the second is earlier."""
    return (date.fromisoformat(second) - date.fromisoformat(first)).days
