"""Search against a plain scan of every text that a person can type; ranking; the index follows every change."""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Boolean, Integer, LargeBinary

from walletcase.domain.findable import texts_of
from walletcase.domain.flow.playbook import FieldKind
from walletcase.domain.ids import CaseId
from walletcase.domain.letter import plain_text
from walletcase.domain.matching import holds
from walletcase.domain.timeline import EntryDraft
from walletcase.services.facade import Services
from walletcase.storage.opening import DATABASE_NAME
from walletcase.storage.row_watch import watched

ALL = 1_000_000
# Columns of a person's words, by the kind under which they are found.
TYPED = {
    "cases": ("case", ("title", "number")),
    "case_tags": ("case", ("tag",)),
    "field_values": ("value", ("body",)),
    "step_records": ("step", ("reason",)),
    "settled_rounds": ("step", ("reason",)),
    "evidence": ("evidence", ("title", "proves", "source", "original_name", "says")),
    "timeline_entries": ("entry", ("summary", "counterpart", "reference", "promise", "promise_note")),
    "offers": ("offer", ("body", "amount")),
    "claims": ("claim", ("body", "amount")),
    "letters": ("letter", ("body",)),
    "deadline_changes": ("deadline", ("note",)),
    "marks": ("mark", ("body",)),
    "corrected_texts": ("words", ("body",)),
}
# What else is text there: times, days, keys, hashes, words of ours. Shown as something else, so not looked for.
OURS = {
    "cases": "playbook_key status created_at updated_at trashed_at institution follows chase_step awaited_on remind_on"
    " late_after own_on own_step chase_after",
    "field_values": "field_key",
    "step_records": "step_key state outcome settled_at",
    "settled_rounds": "step_key state outcome settled_at",
    "ticks": "step_key item_key",
    "evidence": "made_on copy_kind added_at sha256 media_type media_made_at media_note step_key trashed_at group_key"
    " kin origin fingerprint",
    "timeline_entries": "occurred_at kind channel promised_by step_key recorded_at edited_at trashed_at promise_state"
    " promise_settled_on",
    "offers": "demand_key made_on state trashed_at",
    "claims": "happened_on trashed_at",
    "letters": "kind language door composed_at updated_at sent_at sent_via sent_sha256 trashed_at",
    "deadline_changes": "deadline_key kind since until limit_key made_at trashed_at",
    "demand_evidence": "demand_key",
    "marks": "kind trashed_at",
    "search_texts": "kind item_id body folded",
    "snoozes": "key until",
    "dossier_choices": "audience content",  # words to hide: they are found where they stand
}


@pytest.fixture
def told(services: Services) -> tuple[Services, CaseId]:
    """The sample case, and what it lacks of things that can be typed."""
    case_id = services.sample.add("zh_CN")[0].id
    services.cases.tag(case_id, ["急件", "６２２２ tag"])
    record = services.cases.open(case_id)
    draft = EntryDraft(
        "2026-11-21T10:00", "卡号 6222 0212 3456 7894，金额1,234.50元", channel="other", promised_by="2026-12-01"
    )
    entry, _ = services.timeline.log(case_id, draft)
    services.promises.break_(case_id, entry.id, note="又没有来电")
    step = next(one.key for one in record.playbook.steps if not record.flow.record(one.key).is_settled)
    services.flow.skip(case_id, step, "不适用：已在 Branch 办过")
    return services, case_id


def scan(services: Services) -> Iterator[tuple[str, str]]:
    """Yield (kind, text) of everything that is typed and not in the trash, read past the app."""
    file = sqlite3.connect(services.data_folder / DATABASE_NAME)
    for table, (kind, columns) in TYPED.items():
        names = [row[1] for row in file.execute(f"PRAGMA table_info({table})")]
        live = "WHERE trashed_at = ''" if "trashed_at" in names and table != "cases" else ""
        if table == "field_values":  # an answer is kept as its key and read as words
            live = f"WHERE field_key NOT IN ({', '.join(map(repr, sorted(choices(services))))})"
        for row in file.execute(f"SELECT {', '.join(columns)} FROM {table} {live}"):
            for column, value in zip(columns, row, strict=True):
                for text in words_in(table, column, value):
                    yield kind, text
    file.close()


def choices(services: Services) -> set[str]:
    """The fields in which one of several answers is chosen."""
    records = [services.cases.open(row.id) for row in services.cases.rows()]
    fields = [field for record in records for step in record.playbook.steps for field in step.fields]
    return {field.key for field in fields if field.kind is FieldKind.CHOICE}


def words_in(table: str, column: str, value: str) -> list[str]:
    """What of a stored text a person sees as words."""
    if table == "letters":
        return plain_text(value).split("\n")
    if column == "says":
        return [text for _, text in json.loads(value)] if value else []
    if table == "field_values" and value.startswith("["):
        rows = json.loads(value)
        return [text for row in rows for name, text in row.items() if name not in {"key", "kind"} and text]
    return value.split("\n")


def test_every_column_of_a_case_is_searched_or_known_to_be_no_words() -> None:
    for name, table in watched().items():
        texts = {
            column.name
            for column in table.table.columns
            if not isinstance(column.type, (Boolean, Integer, LargeBinary))
        }
        known = set(TYPED.get(name, ("", ()))[1]) | set(OURS.get(name, "").split())
        assert texts == known, name


def kinds_found(services: Services, query: str) -> set[str]:
    """Under which kinds a query is found."""
    return {hit.kind for hit in services.search.search(query, ALL)}


def test_any_part_of_any_text_is_found(told: tuple[Services, CaseId]) -> None:
    """Recall against a scan: 600 random parts of 1 to 6 characters, also in the other width and case."""
    services, _ = told
    rng = random.Random(20261123)
    texts = sorted(set(scan(services)))
    assert {kind for kind, _ in texts} >= {"case", "value", "step", "entry", "evidence", "offer", "claim", "letter"}
    missed = []
    for number in range(600):
        kind, text = rng.choice(texts)
        start = rng.randrange(len(text)) if text else 0
        part = text[start : start + rng.randint(1, 6)].strip()
        query = (part, part.upper(), wide(part))[number % 3]
        if query.strip() and kind not in kinds_found(services, query):
            missed.append((kind, query, text))
    assert missed == []


def wide(text: str) -> str:
    """The same in full width."""
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


def test_each_hit_holds_the_query_and_none_is_left_out(told: tuple[Services, CaseId]) -> None:
    """One- and two-character queries, as the index finds them and as the definition does, over whole texts."""
    services, case_id = told
    texts = texts_of(services.cases.open(case_id))
    rng = random.Random(7)
    joined = "".join(texts.values())
    for _ in range(200):
        start = rng.randrange(len(joined) - 2)
        query = joined[start : start + rng.randint(1, 2)].strip()
        if not query:
            continue
        expected = {key for key, text in texts.items() if holds(text, query)}
        hits = services.search.search(query, ALL)
        assert {(hit.kind, hit.item_id) for hit in hits if hit.kind != "words"} == expected, query


WRITTEN = {
    "6222021234567894": True,  # written with gaps
    "6222 0212 3456 7894": True,
    "62220212-34567894": True,
    "02123456": True,
    "２１２３４５": True,
    "1234.50": True,
    "1,234.50": True,
    "123450": False,  # a decimal point is no gap
    "62220213": False,
    "4金额": False,  # nor is a comma before a word
    "branch 办": True,
}


def test_numbers_are_found_however_they_are_written(told: tuple[Services, CaseId]) -> None:
    services, _ = told
    found = {query: bool(kinds_found(services, query) & {"entry", "step"}) for query in WRITTEN}
    assert found == WRITTEN


def test_what_is_shown_holds_what_was_looked_for(told: tuple[Services, CaseId]) -> None:
    services, _ = told
    for query in ("6222021234567894", "又没有来电", "急件", "ＢＲＡＮＣＨ"):
        hits = services.search.search(query)
        assert hits, query
        assert all(holds(hit.snippet, query) for hit in hits), query


def test_an_answer_is_found_by_its_words_in_both_languages(services: Services) -> None:
    case, _ = services.cases.new_case("x")
    record = services.cases.open(case.id)
    field = next(one for step in record.playbook.steps for one in step.fields if one.kind is FieldKind.CHOICE)
    answer = field.choices[0]
    services.flow.set_values(case.id, {field.key: answer.key})
    for words in (answer.text.zh, answer.text.en.upper()):
        assert [hit.kind for hit in services.search.search(words)] == ["value"]


def test_the_best_comes_first(services: Services) -> None:
    new = services.cases.new_case
    inside, _ = new("关于退款到账的投诉 2")
    exact, _ = new("退款到账")
    for number, summary in enumerate(("他们说退款到账了", "退款到账晚了", "工号1955887", "工号95588，退款到账")):
        services.timeline.log(inside.id, EntryDraft(f"2026-11-2{number % 2}T10:00", summary, channel="other"))
    hits = [(hit.kind, hit.case_id, hit.snippet) for hit in services.search.search("退款到账")]
    assert hits[:2] == [
        ("case", exact.id, f"退款到账 {exact.number}"),
        ("case", inside.id, f"关于退款到账的投诉 2 {inside.number}"),
    ]
    assert hits[2][2] == "退款到账晚了", "a text that begins with it comes before one that holds it"
    assert [hit.snippet for hit in services.search.search("95588")] == ["工号95588，退款到账", "工号1955887"]
    assert services.search.search(exact.number)[0].case_id == exact.id


def test_an_exact_value_comes_before_any_title(services: Services) -> None:
    services.cases.new_case("GD2026112000 的后续")
    case, _ = services.cases.new_case("另一件")
    services.flow.set_values(case.id, {"hotline_reference": "GD2026112000"})
    first = services.search.search("gd2026112000")[0]
    assert (first.kind, first.case_id) == ("value", case.id)


# --- the index and changes --------------------------------------------------------------------------------------------


def indexed(services: Services) -> set[tuple[str, str, str]]:
    """What stands in the index of typed texts, read past the app."""
    file = sqlite3.connect(services.data_folder / DATABASE_NAME)
    rows = file.execute("SELECT kind, item_id, body FROM search_texts WHERE kind != 'words'").fetchall()
    file.close()
    return set(rows)


def expected(services: Services) -> set[tuple[str, str, str]]:
    """What should stand there."""
    records = [services.cases.open(row.id) for row in services.cases.rows()]
    return {(*key, text) for record in records for key, text in texts_of(record).items()}


def test_the_index_follows_changes_undo_and_redo(told: tuple[Services, CaseId]) -> None:
    services, case_id = told
    assert indexed(services) == expected(services)
    record = services.cases.open(case_id)
    acts: list[Callable[[], object]] = [
        lambda: services.cases.rename(case_id, "改名"),
        lambda: services.timeline.trash(case_id, record.live_timeline[0].id),
        lambda: services.evidence.trash(case_id, record.live_evidence[0].id),
        lambda: services.claims.trash(case_id, record.claims[0].id),
        lambda: services.cases.tag(case_id, []),
    ]
    states = [indexed(services)]
    for act in acts:
        act()
        states.append(indexed(services))
        assert states[-1] == expected(services)
        assert states[-1] != states[-2]
    for state in reversed(states[:-1]):
        services.history.undo()
        assert indexed(services) == state
    for state in states[1:]:
        services.history.redo()
        assert indexed(services) == state


def test_an_emptied_index_is_made_anew_at_the_next_start(told: tuple[Services, CaseId]) -> None:
    services, case_id = told
    before = indexed(services)
    file = sqlite3.connect(services.data_folder / DATABASE_NAME)
    file.execute("INSERT INTO search_index(search_index) VALUES ('delete-all')")
    file.execute("DELETE FROM search_texts")
    file.commit()
    file.close()
    assert services.search.search("急件") == []
    services.search.catch_up()
    assert indexed(services) == before
    assert services.search.search("急件")[0].case_id == case_id


# --- what counts as found ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "query", "is_held"),
    [
        ("申请退\n款到账", "退款", True),  # a bubble's words go on in the next line
        ("申请退 \r\n  款到账", "申请退款到账", True),
        ("退\n款\n到", "退款到", True),
        ("abc\ndef", "abcdef", False),
        ("退 款", "退款", False),
        ("尾号\n1234", "号1234", False),
    ],
)
def test_words_go_on_over_the_end_of_a_line(services: Services, text: str, query: str, is_held: bool) -> None:
    assert holds(text, query) == is_held
    case, _ = services.cases.new_case("x")
    services.timeline.log(case.id, EntryDraft("2026-11-21T10:00", text, channel="other"))
    assert bool(services.search.search(query)) == is_held


_TEXT = st.text("退款钱包95 -,\n８a", max_size=60)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(texts=st.lists(_TEXT, min_size=1, max_size=5), query=st.text("退款钱包95 -８a", min_size=1, max_size=6))
def test_the_index_agrees_with_the_definition(services: Services, texts: list[str], query: str) -> None:
    case, _ = services.cases.new_case("x")
    for number, text in enumerate(texts):
        services.timeline.log(case.id, EntryDraft("2026-11-21T10:00", f"。{text}。{number}", channel="other"))
    if not query.strip():
        return
    entries = services.cases.open(case.id).live_timeline
    wanted = {str(one.id) for one in entries if holds(one.draft.summary, query.strip())}
    hits = services.search.search(query, ALL)
    assert {hit.item_id for hit in hits if hit.kind == "entry" and hit.case_id == case.id} == wanted
