"""Step records, settled rounds, field values and ticks."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from walletcase.domain.case import SettledRound, ValueKey
from walletcase.domain.flow import StepRecord, StepState
from walletcase.domain.ids import CaseId
from walletcase.storage.tables import FieldValues, SettledRounds, StepRecords, Ticks


class FlowRepository:
    """Implements services.ports.FlowTable."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def steps(self, case_id: CaseId) -> Mapping[str, StepRecord]:
        """Return the current round of each step ever touched."""
        table = StepRecords
        query = select(
            table.step_key,
            table.state,
            table.round,
            table.reason,
            table.outcome,
            table.settled_at,
            table.settled_order,
        ).where(table.case_id == case_id)
        return {
            key: StepRecord(StepState(state), round_no, reason, outcome, settled_at, order)
            for key, state, round_no, reason, outcome, settled_at, order in self._connection.execute(query)
        }

    def put_step(self, case_id: CaseId, step_key: str, record: StepRecord) -> None:
        """Store a step's current round."""
        values = {
            "state": record.state.value,
            "round": record.round,
            "reason": record.reason,
            "outcome": record.outcome,
            "settled_at": record.settled_at,
            "settled_order": record.order,
        }
        row = insert(StepRecords).values(case_id=case_id, step_key=step_key, **values)
        keys = [StepRecords.case_id, StepRecords.step_key]
        self._connection.execute(row.on_conflict_do_update(index_elements=keys, set_=values))

    def settled_rounds(self, case_id: CaseId) -> tuple[SettledRound, ...]:
        """Return how earlier rounds ended, by step and round."""
        table = SettledRounds
        columns = (table.step_key, table.round, table.state, table.outcome, table.reason, table.settled_at)
        query = select(*columns).where(table.case_id == case_id).order_by(table.step_key, table.round)
        return tuple(
            SettledRound(step_key, round_no, StepState(state), outcome, reason, settled_at)
            for step_key, round_no, state, outcome, reason, settled_at in self._connection.execute(query)
        )

    def add_settled_round(self, case_id: CaseId, settled: SettledRound) -> None:
        """Keep how a round ended before the next one begins; a round kept twice keeps its latest end."""
        values = {
            "state": settled.state.value,
            "outcome": settled.outcome,
            "reason": settled.reason,
            "settled_at": settled.settled_at,
        }
        key = {"case_id": case_id, "step_key": settled.step_key, "round": settled.round}
        row = insert(SettledRounds).values(**key, **values)
        keys = [SettledRounds.case_id, SettledRounds.step_key, SettledRounds.round]
        self._connection.execute(row.on_conflict_do_update(index_elements=keys, set_=values))

    def values(self, case_id: CaseId) -> Mapping[ValueKey, str]:
        """Return all field values."""
        table = FieldValues
        query = select(table.field_key, table.round, table.body).where(table.case_id == case_id)
        return {ValueKey(key, round_no): body for key, round_no, body in self._connection.execute(query)}

    def put_value(self, case_id: CaseId, key: ValueKey, text: str) -> None:
        """Store a field's text; an empty text removes it."""
        table = FieldValues
        if not text:
            same = (table.case_id == case_id, table.field_key == key.field_key, table.round == key.round)
            self._connection.execute(delete(table).where(*same))
            return
        row = insert(table).values(case_id=case_id, field_key=key.field_key, round=key.round, body=text)
        keys = [table.case_id, table.field_key, table.round]
        self._connection.execute(row.on_conflict_do_update(index_elements=keys, set_={"body": row.excluded.body}))

    def ticks(self, case_id: CaseId) -> frozenset[tuple[str, str]]:
        """Return the ticked (step key, check item key) pairs."""
        query = select(Ticks.step_key, Ticks.item_key).where(Ticks.case_id == case_id)
        return frozenset((step_key, item_key) for step_key, item_key in self._connection.execute(query))

    def put_tick(self, case_id: CaseId, step_key: str, item_key: str, on: bool) -> None:
        """Tick or untick a checklist item."""
        if on:
            row = insert(Ticks).values(case_id=case_id, step_key=step_key, item_key=item_key)
            self._connection.execute(row.on_conflict_do_nothing())
        else:
            same = (Ticks.case_id == case_id, Ticks.step_key == step_key, Ticks.item_key == item_key)
            self._connection.execute(delete(Ticks).where(*same))
