"""The promise ledger through the services."""

from __future__ import annotations

import pytest

from walletcase.domain.errors import UserError
from walletcase.domain.ids import CaseId, EntryId
from walletcase.domain.timeline import EntryDraft, PromiseState
from walletcase.services.facade import Services


def _promised(services: Services) -> tuple[CaseId, EntryId]:
    case_id = services.cases.new_case("钱包打不开")[0].id
    draft = EntryDraft(
        "2026-11-10T10:00+08:00", "已登记", channel="hotline", promised_by="2026-11-13", promise="周五前回电",
        counterpart="8821",
    )  # fmt: skip
    return case_id, services.timeline.log(case_id, draft)[0].id


def test_a_promise_is_late_until_something_became_of_it(services: Services) -> None:
    case_id, entry_id = _promised(services)
    (promise,) = services.promises.of(case_id)
    assert (promise.text, promise.by_whom, promise.is_late) == ("周五前回电", "8821", True)
    assert not services.promises.of(case_id, "2026-11-13")[0].is_late
    assert services.cases.rows()[0].overdue
    services.promises.keep(case_id, entry_id, "2026-11-12", "回电了")
    (kept,) = services.promises.of(case_id)
    assert (kept.mark.state, kept.mark.settled_on, kept.mark.note) == (PromiseState.KEPT, "2026-11-12", "回电了")
    assert not services.cases.rows()[0].overdue
    services.promises.unmark(case_id, entry_id)
    assert services.promises.of(case_id)[0].is_late
    services.promises.break_(case_id, entry_id)
    (broken,) = services.promises.of(case_id)
    assert (broken.was_broken, broken.mark.settled_on) == (True, "2026-11-22")


def test_a_new_date_takes_the_place_of_the_old_in_one_piece(services: Services) -> None:
    case_id, entry_id = _promised(services)
    again = EntryDraft("2026-11-16T09:00+08:00", "再等等", channel="hotline", promised_by="2026-11-26")
    entry, _ = services.promises.renegotiate(case_id, entry_id, again)
    old, new = services.promises.of(case_id)
    assert (old.mark.state, old.mark.renewed_by, old.mark.settled_on) == (
        PromiseState.RENEGOTIATED, entry.id, "2026-11-16",
    )
    assert (new.due_on, new.text, new.is_open) == ("2026-11-26", "周五前回电", True)
    assert services.cases.rows()[0].awaited_on == "2026-11-26"


def test_what_cannot_be_said_changes_nothing(services: Services) -> None:
    case_id, entry_id = _promised(services)
    plain, _ = services.timeline.log(case_id, EntryDraft("2026-11-11", "又打了一次", channel="hotline"))
    good = EntryDraft("2026-11-16", "再等等", channel="hotline", promised_by="2026-11-26")

    def code(call: object, *arguments: object) -> str:
        with pytest.raises(UserError) as caught:
            call(*arguments)  # type: ignore[operator]
        return caught.value.code

    assert code(services.promises.keep, case_id, plain.id) == "no_promise"
    assert code(services.promises.keep, case_id, EntryId(999)) == "no_such_entry"
    assert code(services.promises.keep, case_id, entry_id, "soon") == "bad_date"
    nowhere = EntryDraft("2026-11-16", "再等等", channel="pigeon", promised_by="2026-11-26")
    assert code(services.promises.renegotiate, case_id, entry_id, nowhere) == "no_such_channel"
    undated = EntryDraft("2026-11-16", "再等等", channel="hotline")
    assert code(services.promises.renegotiate, case_id, entry_id, undated) == "bad_date"
    assert code(services.promises.renegotiate, case_id, plain.id, good) == "no_promise"
    assert len(services.cases.open(case_id).live_timeline) == 2
    assert services.promises.of(case_id)[0].mark.state is PromiseState.OPEN
