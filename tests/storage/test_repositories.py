"""What was stored comes back as it was; numbers are given once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from tests.storage.samples import AT, NOT_A_CASE, ODD, dump, evidence, fill, line, new_case, sql
from walletcase.domain.case import ValueKey
from walletcase.domain.due.followup import Digest
from walletcase.domain.errors import UserError
from walletcase.domain.evidence import CopyKind, MediaFacts, StoredFile
from walletcase.domain.flow.machine import SettledRound, StepRecord, StepState
from walletcase.domain.flow.playbook import Status
from walletcase.domain.ids import EntryId, EvidenceId
from walletcase.domain.matching import storable
from walletcase.domain.timeline import EntryDraft, EntryKind
from walletcase.storage.unit_of_work import SqlStore


def test_cases_are_numbered_within_their_year(store: SqlStore) -> None:
    with store.write() as unit:
        numbers = [unit.cases.add(new_case(at=f"{year}-05-01T00:00:00+08:00")).number for year in (2026, 2026, 2027)]
    assert numbers == ["WC-2026-0001", "WC-2026-0002", "WC-2027-0001"]


def test_a_number_is_never_given_again(store: SqlStore) -> None:
    with store.write() as unit:
        first = unit.cases.add(new_case())
        unit.evidence.add(evidence(first.id))
        unit.cases.purge(first.id)
    with store.write() as unit:
        second = unit.cases.add(new_case())
    assert second.number == "WC-2026-0002"
    assert second.id != first.id


def test_a_head_keeps_what_it_was_given(store: SqlStore) -> None:
    with store.write() as unit:
        case = unit.cases.add(replace(new_case(ODD), is_sample=True))
        changed = replace(case, title="新", status=Status.ESCALATED, tags=("乙", "甲"), updated_at=AT, trashed_at=AT)
        unit.cases.update(changed)
        unit.cases.set_digest(case.id, Digest("工行", "branch", "progress", "2026-12-01", "2026-11-30", 3))
    with store.read() as unit:
        assert case.title == ODD
        assert case.is_sample is True
        assert unit.cases.head(case.id) == changed
        assert unit.cases.head_by_number(case.number.lower()) == changed
        digest = Digest("工行", "branch", "progress", "2026-12-01", "2026-11-30", 3)
        assert unit.cases.heads() == [(changed, digest)]


def test_heads_are_ordered_by_the_moment_of_the_last_change(store: SqlStore) -> None:
    times = ("2026-11-22T10:00:00+08:00", "2026-11-22T04:00:00+00:00", "2026-11-22T11:00:00+08:00")
    with store.write() as unit:
        for at in times:
            unit.cases.add(new_case(at, at))
        titles = [case.title for case, _ in unit.cases.heads()]
    assert titles == [times[1], times[2], times[0]]


def test_what_does_not_exist_is_named(store: SqlStore) -> None:
    with store.write() as unit:
        case = unit.cases.add(new_case())
        entry = unit.timeline.add(case.id, EntryDraft("2026-11-01", "x"), AT)
        calls: dict[str, list[Callable[[], object]]] = {
            "no_such_case": [
                lambda: unit.cases.head(NOT_A_CASE),
                lambda: unit.cases.head_by_number("WC-1999-0001"),
                lambda: unit.cases.update(replace(case, id=NOT_A_CASE)),
                lambda: unit.timeline.add(NOT_A_CASE, EntryDraft("2026-11-01", "x"), AT),
                lambda: unit.evidence.add(evidence(NOT_A_CASE)),
            ],
            "no_such_entry": [lambda: unit.timeline.update(replace(entry, id=EntryId(999)))],
            "no_such_evidence": [
                lambda: unit.evidence.get(EvidenceId(999)),
                lambda: unit.evidence.update(evidence(case.id)),
            ],
        }
        for code, attempts in calls.items():
            for attempt in attempts:
                with pytest.raises(UserError) as caught:
                    attempt()
                assert caught.value.code == code


def test_purging_leaves_no_row_but_the_journal(store: SqlStore) -> None:
    case = fill(store)
    with store.write() as unit:
        unit.cases.purge(case.id)
    query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%case_id%'"
    tables = [name for (name,) in sql(store, query)]
    assert len(tables) >= 8
    for table in tables:
        assert sql(store, f"SELECT count(*) FROM {table} WHERE case_id = {case.id}") == [(0,)], table
    assert sql(store, "SELECT count(*) FROM entry_evidence") == [(0,)]
    with store.read() as unit:
        assert unit.index.search("打不开", 5) == []
        assert len(unit.journal.lines()) == 2
    assert store.problems() == []


def test_steps_values_and_ticks(store: SqlStore) -> None:
    record = StepRecord(StepState.SKIPPED, 1, "太远", "", AT, 4)
    settled = SettledRound("hotline", 1, StepState.DONE, "promised", "", AT)
    with store.write() as unit:
        case_id = unit.cases.add(new_case()).id
        unit.flow.put_step(case_id, "branch", StepRecord(StepState.DONE, 3, "", "x", AT, 1))
        unit.flow.put_step(case_id, "branch", record)
        unit.flow.add_settled_round(case_id, replace(settled, outcome="not_solved"))
        unit.flow.add_settled_round(case_id, settled)
        for text in ("一", ODD):
            unit.flow.put_value(case_id, ValueKey("problem", 2), text)
        unit.flow.put_value(case_id, ValueKey("problem"), "空")
        unit.flow.put_value(case_id, ValueKey("problem"), "")
        unit.flow.put_tick(case_id, "branch", "id_card", True)
        unit.flow.put_tick(case_id, "branch", "id_card", True)
        unit.flow.put_tick(case_id, "branch", "phone", True)
        unit.flow.put_tick(case_id, "branch", "phone", False)
    with store.read() as unit:
        assert unit.flow.steps(case_id) == {"branch": record}
        assert unit.flow.settled_rounds(case_id) == (settled,)
        assert unit.flow.values(case_id) == {ValueKey("problem", 2): ODD}
        assert unit.flow.ticks(case_id) == {("branch", "id_card")}


def test_timeline_entries_keep_words_links_and_order(store: SqlStore) -> None:
    with store.write() as unit:
        case_id = unit.cases.add(new_case()).id
        items = [unit.evidence.add(evidence(case_id)).id for _ in range(3)]
        links = (items[2], items[0])
        sms = ("sms", "小王", "NO-7", "2026-12-01", True, "hotline", 2)
        draft = EntryDraft("2026-11-01T10:00+08:00", ODD, EntryKind.STEP, *sms, links)
        first = unit.timeline.add(case_id, draft, AT)
        second = unit.timeline.add(case_id, EntryDraft("2026-10-01", "更早"), AT)
        corrected = replace(draft, summary="改", evidence_ids=(items[1],))
        changed = replace(first, draft=corrected, edited_at=AT, trashed_at=AT)
        assert unit.timeline.entries(case_id) == (first, second)
        unit.timeline.update(changed)
    with store.read() as unit:
        assert (first.seq, second.seq, first.draft) == (1, 2, draft)
        assert unit.timeline.entries(case_id) == (changed, second)


def test_evidence_keeps_facts_and_number(store: SqlStore) -> None:
    media = MediaFacts("application/pdf", None, None, 12, "", "encrypted")
    with store.write() as unit:
        case_id = unit.cases.add(new_case()).id
        first = unit.evidence.add(evidence(case_id, title=ODD, media=media, copy_kind=CopyKind.COPY))
        second = unit.evidence.add(evidence(case_id, file=StoredFile("cd" * 32, 0), duplicate_of=1))
        unit.evidence.update(replace(second, exhibit_no=77, trashed_at=AT))
    with store.read() as unit:
        assert (first.exhibit_no, second.exhibit_no, second.duplicate_of) == (1, 2, 1)
        assert unit.evidence.get(first.id) == evidence(
            case_id, id=first.id, exhibit_no=1, title=ODD, media=media, copy_kind=CopyKind.COPY
        )
        assert unit.evidence.items(case_id) == (first, replace(second, trashed_at=AT))
        assert [number for number, _ in unit.evidence.all_items()] == ["WC-2026-0001"] * 2


def test_a_link_to_missing_evidence_is_refused(store: SqlStore) -> None:
    def link() -> None:
        with store.write() as unit:
            case_id = unit.cases.add(new_case()).id
            unit.timeline.add(case_id, EntryDraft("2026-11-01", "x", evidence_ids=(EvidenceId(5),)), AT)

    with pytest.raises(IntegrityError):
        link()
    assert dump(store)["cases"] == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_any_text_is_kept(store: SqlStore, text: str) -> None:
    with store.write() as unit:
        case = unit.cases.add(new_case(text))
        item = unit.evidence.add(evidence(case.id, original_name=text))
        unit.journal.append(line())
    assert (case.title, item.original_name) == (storable(text), storable(text))
    assert storable(text).encode("utf-8").decode("utf-8") == storable(text)


def test_half_characters_become_a_visible_stand_in() -> None:
    assert storable("a\udcffb") == "a\ufffdb"
    assert storable("\ud83d\ude00") == "\U0001f600"
