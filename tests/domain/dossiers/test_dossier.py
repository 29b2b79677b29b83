"""The dossier's tree and the case's JSON: what of a record is told, and how."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.export.dossier_samples import playbook
from walletcase.domain.case import Case, CaseRecord, ValueKey
from walletcase.domain.case_json import case_json
from walletcase.domain.dossiers.build import as_of, build
from walletcase.domain.dossiers.custody_record import CustodyRow
from walletcase.domain.dossiers.document import ALWAYS, Contents, Dossier, Part, without
from walletcase.domain.due.deadline_json import deadlines_json
from walletcase.domain.evidence import CopyKind, Evidence, MediaFacts, StoredFile
from walletcase.domain.flow.machine import SettledRound, StepRecord, StepState
from walletcase.domain.flow.playbook import FieldKind, Role, Status
from walletcase.domain.ids import CaseId, EntryId, EvidenceId
from walletcase.domain.timeline import EntryDraft, EntryKind, TimelineEntry

FLOW = playbook()
HOTLINE = next(step for step in FLOW.steps if step.repeatable and step.channel)
CASE = Case(
    id=CaseId(1),
    number="WC-2026-0001",
    title="钱包开不了",
    playbook_key=FLOW.key,
    playbook_version=FLOW.version,
    status=Status.FILED,
    created_at="2026-11-01T09:00:00+08:00",
    updated_at="2026-11-02T09:00:00+08:00",
)
EMPTY = CaseRecord(CASE, FLOW, {}, {}, frozenset(), (), ())


def entry(number: int, at: str, **more: object) -> TimelineEntry:
    """A contact recorded on the day it happened, unless said otherwise."""
    recorded = str(more.pop("recorded_at", f"{at[:10]}T20:00:00+08:00"))
    edited = str(more.pop("edited_at", ""))
    trashed = str(more.pop("trashed_at", ""))
    draft = replace(EntryDraft(at, f"第 {number} 次", channel="hotline"), **more)  # type: ignore[arg-type]
    return TimelineEntry(EntryId(number), CASE.id, number, draft, recorded, edited, trashed)


def exhibit(number: int, **more: object) -> Evidence:
    item = Evidence(
        id=EvidenceId(number + 100),
        case_id=CASE.id,
        exhibit_no=number,
        title=f"截图 {number}",
        proves="",
        source="",
        made_on="",
        copy_kind=CopyKind.ORIGINAL,
        original_name=f"{number}.png",
        added_at="2026-11-02T08:00:00+08:00",
        file=StoredFile(f"{number:064x}", 10),
        media=MediaFacts("image/png"),
    )
    return replace(item, **more)  # type: ignore[arg-type]


def dossier(record: CaseRecord, **contents: object) -> Dossier:
    return build(record, Contents(**contents))  # type: ignore[arg-type]


def test_an_empty_case_has_its_own_dossier() -> None:
    told = dossier(EMPTY)
    assert told.parts == (Part.SUMMARY, Part.PARTIES, Part.TIMELINE, Part.STEPS, Part.INDEX, Part.NOTES)
    assert told.institution == FLOW.institution.zh
    assert (told.steps, told.timeline, told.exhibits, told.demands) == ((), (), (), ())
    assert len(told.untouched_steps) == len(FLOW.steps)


def test_parts_follow_what_is_asked_for() -> None:
    record = replace(EMPTY, evidence=(exhibit(1),))
    assert dossier(record).parts == without(Part.CLAIMS, Part.DEMANDS, Part.DEADLINES, Part.LETTERS)
    less = dossier(record, parts=without(Part.PARTIES, Part.STEPS, Part.TIMELINE, Part.EXHIBITS, Part.HASHES))
    assert less.parts == ALWAYS
    assert dossier(record, parts=()).parts == ALWAYS
    turned = (Part.INDEX, Part.NOTES, Part.VERIFY, Part.TIMELINE, Part.SUMMARY)
    assert dossier(record, parts=turned).parts == (Part.INDEX, Part.VERIFY, Part.TIMELINE, Part.SUMMARY, Part.NOTES)


def test_a_dossier_names_nothing_that_came_after_its_date() -> None:
    left = CustodyRow(7, "2026-11-12T08:00:00+08:00", "left", (1,))
    made = build(EMPTY, Contents("en", custody=(left,)))
    assert made.as_of == left.noted_at
    assert build(EMPTY, Contents("en")).as_of == "2026-11-02T09:00:00+08:00"


def test_as_of_is_the_newest_moment_recorded() -> None:
    assert as_of(EMPTY) == ("2026-11-02T09:00:00+08:00", "+08:00")
    later = entry(1, "2026-11-01T10:00+08:00", edited_at="2026-11-09T10:00:00+08:00")
    assert as_of(replace(EMPTY, timeline=(later,)))[0] == "2026-11-09T10:00:00+08:00"
    minutes = exhibit(1, added_at="2026-11-03T08:30+08:00")
    assert as_of(replace(EMPTY, evidence=(minutes,))) == ("2026-11-03T08:30+08:00", "+08:00")
    # 01:00 in London is later than 08:30 in Beijing on the same day.
    abroad = exhibit(1, added_at="2026-11-03T01:00:00+00:00")
    here = exhibit(2, added_at="2026-11-03T08:30:00+08:00")
    assert as_of(replace(EMPTY, evidence=(abroad, here))) == ("2026-11-03T01:00:00+00:00", "")


def test_the_same_record_gives_the_same_tree() -> None:
    record = replace(EMPTY, evidence=(exhibit(1),), timeline=(entry(1, "2026-11-01T10:00+08:00"),))
    assert dossier(record) == dossier(replace(record))


def test_every_round_of_a_step_is_told() -> None:
    field = next(f for f in HOTLINE.fields if f.kind is FieldKind.TEXT)
    first, last = HOTLINE.outcomes[0], HOTLINE.outcomes[-1]
    record = replace(
        EMPTY,
        steps={HOTLINE.key: StepRecord(StepState.DONE, 2, outcome=last.key, settled_at="2026-11-05T10:00:00+08:00")},
        settled_rounds=(SettledRound(HOTLINE.key, 1, StepState.DONE, first.key, "", "2026-11-03T10:00:00+08:00"),),
        values={ValueKey(field.key, 1): "甲", ValueKey(field.key, 2): "乙"},
    )
    (told,) = dossier(record, language="en").steps
    assert told.name == HOTLINE.name.en
    assert [(r.number, r.outcome, [f.text for f in r.fields]) for r in told.rounds] == [
        (1, first.text.en, ["甲"]),
        (2, last.text.en, ["乙"]),
    ]


def test_what_was_ticked_and_what_is_between_the_person_and_the_app_is_not_told() -> None:
    gather = FLOW.steps[0]
    ready = StepRecord(StepState.DONE, 1, outcome=gather.outcomes[0].key, settled_at="2026-11-05T10:00:00+08:00")
    ticked = replace(EMPTY, ticks=frozenset((gather.key, item.key) for item in gather.checklist))
    assert dossier(ticked).steps == ()
    (told,) = dossier(replace(ticked, steps={gather.key: ready})).steps
    assert (told.rounds[0].state, told.rounds[0].outcome) == (StepState.DONE, "")


def test_paper_speaks_to_nobody() -> None:
    record = replace(EMPTY, values={ValueKey(f.key): "x" for f in FLOW.fields() if f.kind is FieldKind.TEXT})
    for language, words in (("zh_CN", ("您", "你")), ("en", (" you ", " your ", "Your "))):
        labels = [field.label for step in dossier(record, language=language).steps for field in step.rounds[0].fields]
        spoken = [label for label in labels if any(word in f" {label} " for word in words)]
        assert (len(labels) > 10, spoken) == (True, [])


def test_an_open_round_is_told_once_something_is_written() -> None:
    field = next(f for f in HOTLINE.fields if f.kind is FieldKind.TEXT)
    opened = replace(EMPTY, steps={HOTLINE.key: StepRecord()})
    assert dossier(opened).steps == ()
    (told,) = dossier(replace(opened, values={ValueKey(field.key, 1): "甲"})).steps
    assert told.rounds[0].state is StepState.OPEN


def test_a_skipped_step_says_why() -> None:
    record = replace(EMPTY, steps={HOTLINE.key: StepRecord(StepState.SKIPPED, reason="已在网点办")})
    assert dossier(record).steps[0].rounds[0].reason == "已在网点办"


def test_values_are_shown_as_the_field_prints_them() -> None:
    money = next(f for f in FLOW.fields() if f.kind is FieldKind.MONEY)
    record = replace(EMPTY, values={ValueKey(money.key): "1234.50"})
    texts = [field.text for step in dossier(record).steps for part in step.rounds for field in part.fields]
    assert texts == ["￥1,234.50"]


def test_contacts_are_in_order_with_their_exhibits() -> None:
    items = (exhibit(1), exhibit(2), exhibit(3, trashed_at="2026-11-04T00:00:00+08:00"))
    linked = tuple(item.id for item in reversed(items))
    record = replace(
        EMPTY,
        evidence=items,
        timeline=(
            entry(1, "2026-11-03T10:00+08:00", recorded_at="2026-11-06T10:00:00+08:00", evidence_ids=linked),
            entry(2, "2026-11-02T10:00+08:00", channel="unheard-of"),
            entry(3, "2026-11-04T10:00+08:00", trashed_at="2026-11-05T00:00:00+08:00"),
            entry(4, "2026-11-04T10:00+08:00", kind=EntryKind.EXPORT),
        ),
    )
    told = dossier(record)
    assert [(row.number, row.occurred_at[:10]) for row in told.timeline] == [(1, "2026-11-02"), (2, "2026-11-03")]
    assert told.timeline[0].channel == "unheard-of"
    assert told.timeline[0].recorded_on == ""
    assert told.timeline[1].exhibits == (1, 2)
    assert told.timeline[1].recorded_on == "2026-11-06"
    assert [item.number for item in told.exhibits] == [1, 2]


@pytest.mark.parametrize(
    ("answer_on", "today", "answered", "broken"),
    [
        ("2026-11-05", "", "2026-11-05", False),
        ("2026-11-08", "", "2026-11-08", False),
        ("2026-11-09", "", "2026-11-09", True),
        ("", "2026-11-08", "", False),
        ("", "2026-11-09", "", True),
    ],
)
def test_promises_are_kept_or_broken(answer_on: str, today: str, answered: str, broken: bool) -> None:
    promised = entry(1, "2026-11-03T10:00+08:00", promised_by="2026-11-08")
    answer = (entry(2, f"{answer_on}T10:00+08:00", is_answer=True),) if answer_on else ()
    told = dossier(replace(EMPTY, timeline=(promised, *answer)), today=today)
    assert [(p.answered_on, p.broken) for p in told.promises] == [(answered, broken)]
    assert told.standing.late_days == (1 if broken and not answered else 0)


def test_an_earlier_answer_does_not_keep_a_later_promise() -> None:
    told = dossier(
        replace(
            EMPTY,
            timeline=(
                entry(1, "2026-11-02T10:00+08:00", is_answer=True),
                entry(2, "2026-11-03T10:00+08:00", promised_by="2026-11-08"),
            ),
        )
    )
    assert told.promises[0].answered_on == ""


def test_figures_count_what_is_told() -> None:
    record = replace(
        EMPTY, timeline=(entry(1, "2026-11-01T10:00+08:00", promised_by="2026-11-03"),), evidence=(exhibit(4),)
    )
    figures = {figure.label: figure.count for figure in dossier(record, today="2026-11-20").figures}
    assert figures == {"days": 19, "contacts": 1, "promises": 1, "exhibits": 1}


def test_a_missing_file_is_marked() -> None:
    items = (exhibit(1), exhibit(2))
    told = dossier(replace(EMPTY, evidence=items, missing_files=frozenset({items[1].file.sha256})))
    assert [item.missing for item in told.exhibits] == [False, True]


def full_record() -> CaseRecord:
    demand = next(f for f in FLOW.fields() if f.role is Role.DEMAND)
    return replace(
        EMPTY,
        values={ValueKey(demand.key): "恢复开通\n书面说明"},
        steps={HOTLINE.key: StepRecord(StepState.DONE, 2, outcome=HOTLINE.outcomes[0].key)},
        settled_rounds=(SettledRound(HOTLINE.key, 1, StepState.DONE, HOTLINE.outcomes[0].key, "", ""),),
        timeline=(
            entry(1, "2026-11-01T10:00+08:00", promised_by="2026-11-05", evidence_ids=(EvidenceId(102),)),
            entry(2, "2026-11-06T10:00+08:00", is_answer=True),
            entry(3, "2026-11-07T10:00+08:00", promised_by="2026-11-09"),
        ),
        evidence=(exhibit(1), exhibit(2, duplicate_of=1)),
    )


def test_the_json_holds_what_the_command_line_documents() -> None:
    told = json.loads(json.dumps(case_json(full_record(), "2026-11-20")))
    assert told["case"] == "WC-2026-0001"
    assert told["status"] == "filed"
    assert told["overdue"] is True
    assert told["follow_up"] is True
    assert told["demands"] == ["恢复开通", "书面说明"]
    assert [item["exhibit"] for item in told["evidence"]] == [1, 2]
    needed = {"exhibit", "title", "proves", "source", "made_on", "sha256", "size_bytes", "media_type", "duplicate_of"}
    assert needed <= set(told["evidence"][1])
    assert told["evidence"][1]["duplicate_of"] == 1
    assert told["timeline"][0]["exhibits"] == [2]
    assert [step["step"] for step in told["steps"]] == [step.key for step in FLOW.steps]
    hotline = next(step for step in told["steps"] if step["step"] == HOTLINE.key)
    assert hotline["round"] == 2
    assert [r["round"] for r in hotline["earlier_rounds"]] == [1]
    assert told["next_step"] in [step.key for step in FLOW.steps]
    assert told["next_action"]["step"] == told["next_step"]


def test_the_json_lists_promises_as_deadlines() -> None:
    first, second = deadlines_json(full_record(), "2026-11-20")
    keys = {"rule", "starts_on", "unit", "limit", "due_on", "rolled_due_on", "estimated", "source"}
    assert keys <= set(first)
    assert (first["starts_on"], first["due_on"], first["answered"]) == ("2026-11-01", "2026-11-05", True)
    assert (second["due_on"], second["answered"], second["source"]) == ("2026-11-09", False, "timeline:3")


def test_json_keys_are_snake_case() -> None:
    def keys(value: object) -> set[str]:
        if isinstance(value, dict):
            return set(value) | {key for inner in value.values() for key in keys(inner)}
        return {key for inner in value for key in keys(inner)} if isinstance(value, list) else set()

    odd = {key for key in keys(case_json(full_record(), "2026-11-20")) if not key.replace("_", "a").isalnum()}
    assert odd == set()
    assert {key for key in keys(case_json(full_record(), "2026-11-20")) if key != key.lower()} == {"zh_CN"}
