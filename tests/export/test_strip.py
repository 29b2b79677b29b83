"""The picture of the weeks: no silence is left out, least of all the one that goes on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.dossiers.test_dossier import EMPTY, dossier, entry
from tests.export.dossier_samples import RESOURCES
from walletcase.domain.flow.playbook import Status
from walletcase.export.labels import load_labels
from walletcase.export.strip import Strip, strip_of

DAYS = ("2026-10-01", "2026-10-03", "2026-10-20", "2026-10-28")


def drawn(days: tuple[str, ...], today: str, status: Status = Status.PREPARING) -> Strip | None:
    record = replace(EMPTY, timeline=tuple(entry(n, f"{day}T10:00+08:00") for n, day in enumerate(days, 1)))
    made = dossier(record)
    standing = replace(made.standing, status=status, judged_on=today)
    return strip_of(made.timeline, (), standing, load_labels(RESOURCES / "i18n" / "dossier.toml", "en"), 400)


def test_every_long_pause_is_marked_and_the_one_up_to_now_too() -> None:
    strip = drawn(DAYS, "2026-11-30")
    assert strip is not None
    assert [days for days, _, _ in strip.pauses] == [16, 7, 33]
    assert strip.silent_until == strip.last == date(2026, 11, 30)


@pytest.mark.parametrize("status", [Status.RESOLVED, Status.CLOSED])
def test_when_it_is_over_nobody_is_silent(status: Status) -> None:
    strip = drawn(DAYS, "2026-11-30", status)
    assert strip is not None
    assert [days for days, _, _ in strip.pauses] == [16, 7]


def test_one_contact_is_a_picture_as_long_as_nobody_answers() -> None:
    strip = drawn(DAYS[:1], "2026-10-31")
    assert strip is not None
    assert [days for days, _, _ in strip.pauses] == [30]
    assert drawn(DAYS[:1], "") is None
    assert drawn((), "2026-10-31") is None
