"""What belongs to the complaint flow comes back as it was; numbers are given once; sent letters keep their words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.storage.samples import AT, NOT_A_CASE, ODD, evidence, fill, new_case, sql
from walletcase.domain.claims import Claim
from walletcase.domain.days.workdays import YearTable
from walletcase.domain.deadline_change import ChangeKind, DeadlineChange
from walletcase.domain.demands import Offer, OfferState
from walletcase.domain.due.reminders import Reminder, ReminderKind
from walletcase.domain.errors import UserError
from walletcase.domain.ids import CaseId
from walletcase.domain.letter import Letter
from walletcase.domain.timeline import EntryDraft, PromiseMark, PromiseState
from walletcase.services.case_tables import RevisionRow
from walletcase.storage.unit_of_work import SqlStore, SqlUnit


@pytest.fixture
def case_id(store: SqlStore) -> CaseId:
    """A bare case."""
    with store.write() as unit:
        return unit.cases.add(new_case()).id


def test_revisions_are_numbered_from_one_and_the_newest_is_in_force(store: SqlStore) -> None:
    with store.write() as unit:
        assert (unit.rules.newest(), unit.rules.get(1), unit.rules.all()) == (None, None, [])
        assert [unit.rules.add(AT, kind, ODD, "{}") for kind in ("shipped", "edited")] == [1, 2]
    with store.read() as unit:
        newest = RevisionRow(2, AT, "edited", ODD, "{}")
        assert (unit.rules.newest(), unit.rules.get(2)) == (newest, newest)
        assert unit.rules.all() == [newest, RevisionRow(1, AT, "shipped", ODD, "{}")]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE rule_revisions SET content = '{\"x\":1}'",
        "DELETE FROM rule_revisions",
        "REPLACE INTO rule_revisions VALUES (1, '', '', '', '')",
        "INSERT INTO rule_revisions VALUES (0, '', '', '', '')",
    ],
)
def test_revisions_are_only_added(store: SqlStore, statement: str) -> None:
    fill(store)
    before = sql(store, "SELECT * FROM rule_revisions")
    with pytest.raises(Exception, match="append-only"):
        sql(store, statement)
    assert sql(store, "SELECT * FROM rule_revisions") == before
    assert len(before) == 2


def test_a_year_takes_the_place_of_an_earlier_import(store: SqlStore) -> None:
    first = YearTable(2027, {"2027-01-01": "元旦"}, {}, "a", AT)
    second = YearTable(2027, {"2027-02-06": ODD}, {"2027-02-14": "春节"}, "b", AT)
    other = YearTable(2026, {}, {"2026-01-04": "元旦"}, "c")
    with store.write() as unit:
        for table in (first, second, other):
            unit.rules.put_year(table)
        assert unit.rules.years() == [other, second]
        unit.rules.remove_year(2026)
        assert unit.rules.years() == [second]


def test_words_on_deadlines(store: SqlStore, case_id: CaseId) -> None:
    word = DeadlineChange(0, case_id, "a/b/1", ChangeKind.PAUSE, "2026-11-01", "2026-11-05", "longer", ODD, AT)
    with store.write() as unit:
        first, second = unit.deadlines.add(word), unit.deadlines.add(replace(word, kind=ChangeKind.DISMISS))
        changed = replace(first, note="新", until="", trashed_at=AT)
        unit.deadlines.update(changed)
    with store.read() as unit:
        assert (first, second.kind) == (replace(word, id=first.id), ChangeKind.DISMISS)
        assert unit.deadlines.changes(case_id) == (changed, second)


def test_offers(store: SqlStore, case_id: CaseId) -> None:
    with store.write() as unit:
        entry = unit.timeline.add(case_id, EntryDraft("2026-11-01", "x"), AT)
        offer = unit.offers.add(Offer(7, case_id, "d1", "2026-11-01", ODD, "10.00", entry_id=entry.id))
        other = unit.offers.add(Offer(7, case_id, "d2", "", ""))
        accepted = replace(offer, demand_key="d3", state=OfferState.ACCEPTED, entry_id=None, trashed_at=AT)
        unit.offers.update(accepted)
    with store.read() as unit:
        assert offer == Offer(offer.id, case_id, "d1", "2026-11-01", ODD, "10.00", OfferState.OPEN, entry.id)
        assert unit.offers.offers(case_id) == (accepted, other)


def test_claims_keep_the_order_of_their_evidence(store: SqlStore, case_id: CaseId) -> None:
    with store.write() as unit:
        items = [unit.evidence.add(evidence(case_id)).id for _ in range(3)]
        first = unit.claims.add(Claim(9, case_id, 9, ODD, "2026-11-01", "1.00", (items[2], items[0], items[2])))
        second = unit.claims.add(Claim(9, case_id, 9, "乙"))
        changed = replace(second, text="丙", evidence_ids=(items[1],), trashed_at=AT)
        unit.claims.update(changed)
    with store.read() as unit:
        assert first == Claim(first.id, case_id, 1, ODD, "2026-11-01", "1.00", (items[2], items[0]))
        assert (second.seq, unit.claims.claims(case_id)) == (2, (first, changed))


def test_a_sent_letter_keeps_its_words(store: SqlStore, case_id: CaseId) -> None:
    with store.write() as unit:
        entry = unit.timeline.add(case_id, EntryDraft("2026-11-01", "x"), AT)
        draft = unit.letters.add(Letter(5, case_id, 5, "complaint", "zh_CN", "door", ODD, AT, AT))
        assert draft == Letter(draft.id, case_id, 1, "complaint", "zh_CN", "door", ODD, AT, AT)
        sent = replace(draft, body="最后", sent_at=AT, sent_via="mail", sent_sha256="ab" * 32)
        unit.letters.update(sent)
        filed = replace(sent, entry_id=entry.id, trashed_at=AT, updated_at="2026-11-23T09:00:00+08:00")
        unit.letters.update(filed)
        assert unit.letters.letters(case_id) == (filed,)
        for change in ({"body": "改"}, {"sent_at": ""}, {"sent_sha256": ""}, {"door": ""}, {"sent_via": "x"}):
            with pytest.raises(UserError) as caught:
                unit.letters.update(replace(filed, **change))  # type: ignore[arg-type]
            assert caught.value.code == "letter_frozen"
        assert unit.letters.letters(case_id) == (filed,)


def test_reminders_are_replaced_whole_and_know_their_snoozes(store: SqlStore, case_id: CaseId) -> None:
    due = Reminder("a", case_id, ReminderKind.PROMISE, "2026-12-02", "2026-12-04", ODD, "step", "7", True)
    with store.write() as unit:
        unit.reminders.put(case_id, [due, replace(due, key="old")])
        unit.reminders.put(case_id, [due, replace(due, key="b", due_on="2026-12-01"), replace(due, name="twice")])
        for until in ("2026-12-08", "2026-12-09"):
            unit.reminders.snooze(case_id, "a", until)
        unit.reminders.snooze(case_id, "b", "2026-12-09")
        unit.reminders.snooze(case_id, "b", "")
        unit.reminders.snooze(case_id, "gone", "2026-12-09")
    with store.read() as unit:
        assert unit.reminders.snoozes(case_id) == {"a": "2026-12-09", "gone": "2026-12-09"}
        assert unit.reminders.all() == [
            replace(due, key="b", due_on="2026-12-01"),
            replace(due, snoozed_until="2026-12-09"),
        ]
    with store.write() as unit:
        unit.cases.update(replace(unit.cases.head(case_id), trashed_at=AT))
        assert unit.reminders.all() == []


def test_promises_and_their_marks(store: SqlStore, case_id: CaseId) -> None:
    with store.write() as unit:
        draft = EntryDraft("2026-11-01", "x", promised_by="2026-11-05", promise=ODD)
        first, second = (unit.timeline.add(case_id, draft, AT) for _ in range(2))
        marked = replace(first, mark=PromiseMark(PromiseState.RENEGOTIATED, "2026-11-06", ODD, second.id))
        unit.timeline.update(marked)
        assert unit.timeline.entries(case_id) == (marked, second)
        unit.timeline.update(first)
        assert unit.timeline.entries(case_id) == (first, second)


def test_what_does_not_exist_is_named(store: SqlStore, case_id: CaseId) -> None:
    with store.write() as unit:
        calls: dict[str, list[Callable[[], object]]] = {
            "no_such_case": [
                lambda: unit.claims.add(Claim(0, NOT_A_CASE, 0, "x")),
                lambda: unit.letters.add(Letter(0, NOT_A_CASE, 0, "x", "en", "", "", AT, AT)),
            ],
            "no_such_deadline_change": [
                lambda: unit.deadlines.update(DeadlineChange(9, case_id, "x", ChangeKind.PAUSE))
            ],
            "no_such_offer": [lambda: unit.offers.update(Offer(9, case_id, "d1", "", ""))],
            "no_such_claim": [lambda: unit.claims.update(Claim(9, case_id, 1, "x"))],
            "no_such_letter": [lambda: unit.letters.update(Letter(9, case_id, 1, "x", "en", "", "", AT, AT))],
        }
        for code, attempts in calls.items():
            for attempt in attempts:
                with pytest.raises(UserError) as caught:
                    attempt()
                assert caught.value.code == code


def test_numbers_inside_a_case_are_given_once(store: SqlStore, case_id: CaseId) -> None:
    with store.write() as unit:
        unit.claims.add(Claim(0, case_id, 0, "x"))
        unit.letters.add(Letter(0, case_id, 0, "x", "en", "", "", AT, AT))
    for table in ("claims", "letters"):
        sql(store, f"DELETE FROM {table}")
    with store.write() as unit:
        assert unit.claims.add(Claim(0, case_id, 0, "x")).seq == 2
        assert unit.letters.add(Letter(0, case_id, 0, "x", "en", "", "", AT, AT)).seq == 2


def test_an_unknown_word_in_a_column_is_damage(store: SqlStore) -> None:
    case = fill(store)
    for table, column in (("offers", "state"), ("deadline_changes", "kind"), ("timeline_entries", "promise_state")):
        sql(store, f"UPDATE {table} SET {column} = 'nonsense'")
    sql(store, "UPDATE calendar_years SET days_off = '[]'")
    reads: list[Callable[[SqlUnit], object]] = [
        lambda unit: unit.offers.offers(case.id),
        lambda unit: unit.deadlines.changes(case.id),
        lambda unit: unit.timeline.entries(case.id),
        lambda unit: unit.rules.years(),
    ]
    for read in reads:
        with pytest.raises(UserError) as caught, store.read() as unit:
            read(unit)
        assert caught.value.code == "store_damaged"
