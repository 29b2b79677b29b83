"""Step records, settled rounds, field values and ticks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import BindParameter, Connection, Executable, bindparam, delete, select
from sqlalchemy.dialects.sqlite import Insert, insert

from walletcase.domain.case import ValueKey
from walletcase.domain.flow.machine import SettledRound, StepRecord, StepState
from walletcase.domain.ids import CaseId
from walletcase.storage.mapping import word
from walletcase.storage.tables import Base, FieldValues, SettledRounds, StepRecords, Ticks


def _upsert(table: type[Base], keys: tuple[str, ...], values: tuple[str, ...]) -> Insert:
    """Return a statement that stores a row, in place of the one with the same keys."""
    row = insert(table)
    return row.on_conflict_do_update(index_elements=keys, set_={name: row.excluded[name] for name in values})


# Statements are built once: building one costs SQLAlchemy more than running it.
_CASE: BindParameter[Any] = bindparam("key_case")
_STEPS = select(
    StepRecords.step_key,
    StepRecords.state,
    StepRecords.round,
    StepRecords.reason,
    StepRecords.outcome,
    StepRecords.settled_at,
    StepRecords.settled_order,
).where(StepRecords.case_id == _CASE)
_PUT_STEP = _upsert(
    StepRecords,
    ("case_id", "step_key"),
    ("state", "round", "reason", "outcome", "settled_at", "settled_order"),
)
_ROUNDS = (
    select(
        SettledRounds.step_key,
        SettledRounds.round,
        SettledRounds.state,
        SettledRounds.outcome,
        SettledRounds.reason,
        SettledRounds.settled_at,
    )
    .where(SettledRounds.case_id == _CASE)
    .order_by(SettledRounds.step_key, SettledRounds.round)
)
_PUT_ROUND = _upsert(
    SettledRounds, ("case_id", "step_key", "round"), ("state", "outcome", "reason", "settled_at")
)
_VALUES = select(FieldValues.field_key, FieldValues.round, FieldValues.body).where(FieldValues.case_id == _CASE)
_PUT_VALUE = _upsert(FieldValues, ("case_id", "field_key", "round"), ("body",))
_DROP_VALUE = delete(FieldValues).where(
    FieldValues.case_id == _CASE,
    FieldValues.field_key == bindparam("key_field"),
    FieldValues.round == bindparam("key_round"),
)
_TICKS = select(Ticks.step_key, Ticks.item_key).where(Ticks.case_id == _CASE)
_PUT_TICK = insert(Ticks).on_conflict_do_nothing()
_DROP_TICK = delete(Ticks).where(
    Ticks.case_id == _CASE, Ticks.step_key == bindparam("key_step"), Ticks.item_key == bindparam("key_item")
)


class FlowRepository:
    """Implements services.ports.FlowTable."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def steps(self, case_id: CaseId) -> Mapping[str, StepRecord]:
        """Return the current round of each step ever touched."""
        return {
            key: StepRecord(word(StepState, state), round_no, reason, outcome, settled_at, order)
            for key, state, round_no, reason, outcome, settled_at, order in self._rows(_STEPS, case_id)
        }

    def put_step(self, case_id: CaseId, step_key: str, record: StepRecord) -> None:
        """Store a step's current round."""
        row = {
            "case_id": case_id,
            "step_key": step_key,
            "state": record.state.value,
            "round": record.round,
            "reason": record.reason,
            "outcome": record.outcome,
            "settled_at": record.settled_at,
            "settled_order": record.order,
        }
        self._connection.execute(_PUT_STEP, row)

    def settled_rounds(self, case_id: CaseId) -> tuple[SettledRound, ...]:
        """Return how earlier rounds ended, by step and round."""
        return tuple(
            SettledRound(step_key, round_no, word(StepState, state), outcome, reason, settled_at)
            for step_key, round_no, state, outcome, reason, settled_at in self._rows(_ROUNDS, case_id)
        )

    def add_settled_round(self, case_id: CaseId, settled: SettledRound) -> None:
        """Keep how a round ended before the next one begins; a round kept twice keeps its latest end."""
        row = {
            "case_id": case_id,
            "step_key": settled.step_key,
            "round": settled.round,
            "state": settled.state.value,
            "outcome": settled.outcome,
            "reason": settled.reason,
            "settled_at": settled.settled_at,
        }
        self._connection.execute(_PUT_ROUND, row)

    def values(self, case_id: CaseId) -> Mapping[ValueKey, str]:
        """Return all field values."""
        return {ValueKey(key, round_no): body for key, round_no, body in self._rows(_VALUES, case_id)}

    def put_value(self, case_id: CaseId, key: ValueKey, text: str) -> None:
        """Store a field's text; an empty text removes it."""
        if text:
            row = {"case_id": case_id, "field_key": key.field_key, "round": key.round, "body": text}
            self._connection.execute(_PUT_VALUE, row)
        else:
            same = {"key_case": case_id, "key_field": key.field_key, "key_round": key.round}
            self._connection.execute(_DROP_VALUE, same)

    def ticks(self, case_id: CaseId) -> frozenset[tuple[str, str]]:
        """Return the ticked (step key, check item key) pairs."""
        return frozenset((step_key, item_key) for step_key, item_key in self._rows(_TICKS, case_id))

    def put_tick(self, case_id: CaseId, step_key: str, item_key: str, on: bool) -> None:
        """Tick or untick a checklist item."""
        if on:
            self._connection.execute(_PUT_TICK, {"case_id": case_id, "step_key": step_key, "item_key": item_key})
        else:
            same = {"key_case": case_id, "key_step": step_key, "key_item": item_key}
            self._connection.execute(_DROP_TICK, same)

    def _rows(self, query: Executable, case_id: CaseId) -> Iterator[Any]:
        return iter(self._connection.execute(query, {"key_case": case_id}))
