"""Promises as a script reads them."""

from __future__ import annotations

from dataclasses import replace

from tests.domain.shipped_case import case, entry
from walletcase.domain.due.deadline_json import deadlines_json
from walletcase.domain.timeline import PromiseMark, PromiseState, TimelineEntry


def test_a_promise_with_another_date_is_renewed() -> None:
    first, second = entry(1, "2026-11-03", promised_by="2026-11-08"), entry(2, "2026-11-11", promised_by="2026-11-26")
    broken = replace(first, mark=PromiseMark(PromiseState.BROKEN))

    def states(*entries: TimelineEntry) -> list[object]:
        return [one["state"] for one in deadlines_json(case(timeline=entries), "2026-11-23", "en")]

    assert states(first) == ["late"]
    assert states(first, second) == ["renewed", "open"]
    assert states(broken, second) == ["broken", "open"]
