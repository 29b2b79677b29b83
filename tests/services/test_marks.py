"""Marks: drawn, changed, taken away, undone; found by their words; never in the file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.media.corpus_pictures import encoded, quarters
from walletcase.domain.errors import UserError
from walletcase.domain.evidence import Evidence
from walletcase.domain.ids import CaseId
from walletcase.domain.marks import Mark, MarkKind
from walletcase.domain.page_text import SCALE
from walletcase.services.facade import Services
from walletcase.services.marks import TEXT_LIMIT


@pytest.fixture
def item(services: Services, tmp_path: Path) -> Evidence:
    path = tmp_path / "shot.png"
    path.write_bytes(encoded(quarters(size=(40, 80)), "PNG"))
    case, _ = services.cases.new_case("x")
    services.evidence.attach(case.id, [path])
    return services.cases.open(case.id).live_evidence[0]


def note(item: Evidence, text: str = "这里写着受理编号") -> Mark:
    return Mark(0, item.id, 0, MarkKind.NOTE, 100, 200, 300, 400, text)


def live(services: Services, case_id: CaseId) -> list[Mark]:
    return [mark for mark in services.cases.open(case_id).marks if not mark.trashed_at]


def test_a_mark_is_kept_changed_and_taken_away_each_undoable(services: Services, item: Evidence) -> None:
    case_id, before = item.case_id, services.evidence.path(item).read_bytes()
    made, _ = services.marks.add(case_id, note(item))
    (mark,) = live(services, case_id)
    assert mark == replace(note(item), id=made)
    services.marks.change(case_id, replace(mark, left=150, text="改过的字"))
    (changed,) = live(services, case_id)
    assert (changed.left, changed.text) == (150, "改过的字")
    services.marks.remove(case_id, made)
    assert live(services, case_id) == []
    services.history.undo()
    assert live(services, case_id) == [changed]
    services.history.undo()
    assert live(services, case_id) == [mark]
    services.history.undo()
    assert live(services, case_id) == []
    services.history.redo()
    assert live(services, case_id) == [mark]
    assert services.evidence.path(item).read_bytes() == before


def test_words_of_a_mark_are_found_while_it_is_there(services: Services, item: Evidence) -> None:
    made, _ = services.marks.add(item.case_id, note(item))
    (hit,) = services.search.search("受理编号")
    assert (hit.kind, hit.item_id) == ("mark", f"{item.id}/0/{made}")
    services.marks.remove(item.case_id, made)
    assert services.search.search("受理编号") == []


def test_the_history_of_the_exhibit_tells_of_it(services: Services, item: Evidence) -> None:
    services.marks.add(item.case_id, note(item))
    event = services.custody.events(item.case_id, item.id)[-1]
    assert (event.kind, event.detail["page"], event.detail["mark"]) == ("mark_added", "1", "note")


def test_a_mark_stays_on_its_page_and_within_its_length(services: Services, item: Evidence) -> None:
    services.marks.add(item.case_id, replace(note(item), left=-50, right=SCALE + 50))
    (mark,) = live(services, item.case_id)
    assert (mark.left, mark.right) == (0, SCALE)
    with pytest.raises(UserError, match="summary_too_long"):
        services.marks.add(item.case_id, note(item, "字" * (TEXT_LIMIT + 1)))
    with pytest.raises(UserError, match="no_such_mark"):
        services.marks.remove(item.case_id, mark.id + 1)
    assert live(services, item.case_id) == [mark]


def test_a_secret_is_not_kept_in_a_mark(services: Services, item: Evidence) -> None:
    services.marks.add(item.case_id, note(item, "验证码 482913"))
    assert "482913" not in live(services, item.case_id)[0].text
