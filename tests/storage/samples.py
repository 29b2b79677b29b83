"""A small but complete store: every table filled, every odd value in it. And what can be read of a store, as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

from walletcase.domain.case import Case, ValueKey
from walletcase.domain.claims import Claim
from walletcase.domain.days.workdays import YearTable
from walletcase.domain.deadline_change import ChangeKind, DeadlineChange
from walletcase.domain.demands import Offer, OfferState
from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.dossiers.choices import Choices, Showing
from walletcase.domain.due.followup import Digest
from walletcase.domain.due.reminders import Reminder, ReminderKind
from walletcase.domain.evidence import CopyKind, Evidence, Group, Kin, MediaFacts, Origin, StoredFile, Way
from walletcase.domain.flow.machine import SettledRound, StepRecord, StepState
from walletcase.domain.flow.playbook import Status
from walletcase.domain.ids import CaseId, EntryId, EvidenceId
from walletcase.domain.letter import Letter
from walletcase.domain.marks import Mark, MarkKind
from walletcase.domain.page_text import Line, PageText, TextSource
from walletcase.domain.timeline import EntryDraft, EntryKind, PromiseMark, PromiseState
from walletcase.domain.trusted_time import TimeStamp
from walletcase.services.ports import JournalLine, NewCase
from walletcase.storage.unit_of_work import SqlStore, SqlUnit

AT = "2026-11-22T09:00:00+08:00"
ODD = "数字钱包 “打不开” 'x' \"y\" % _ * \\ \x00 \U0001f600 \U0002b820 é e\u0301 <b>&amp;"
DIGEST = Digest(
    "工商银行", "branch", "progress", "2026-12-01", "2026-11-25", 2, "2026-12-03", "2026-12-09", "review", "2026-12-04"
)
NOT_A_CASE = CaseId(999_999)


def new_case(title: str = "钱包打不开", at: str = AT) -> NewCase:
    """Return a case about to be stored."""
    return NewCase(title=title, playbook_key="icbc-digital-wallet", playbook_version=1, created_at=at)


def evidence(case_id: CaseId, **changes: Any) -> Evidence:
    """Return an item about to be stored."""
    item = Evidence(
        id=EvidenceId(0),
        case_id=case_id,
        exhibit_no=0,
        title="截图",
        proves="打不开",
        source="手机",
        made_on="2026-11-01",
        copy_kind=CopyKind.ORIGINAL,
        original_name="IMG 0001.PNG",
        added_at=AT,
        file=StoredFile("ab" * 32, 1234),
        media=MediaFacts("image/png", 1080, 2400, None, "2026-11-01T08:00:00", ""),
    )
    return replace(item, **changes)


def line(number: int = 1, case_number: str = "WC-2026-0001") -> JournalLine:
    """Return a journal line."""
    return JournalLine(AT, "evidence_added", case_number, {"exhibit": str(number), "name": ODD})


def fill(store: SqlStore) -> Case:
    """Write one full case and one bare, trashed case; return the full one."""
    with store.write() as unit:
        case = unit.cases.add(new_case())
        head = replace(case, title=ODD, status=Status.FILED, tags=("急", "a"), updated_at="2026-11-22T10:00:00+08:00")
        head = replace(head, rules_revision=2)
        unit.cases.update(head)
        unit.cases.set_digest(case.id, DIGEST)
        _fill_flow(unit, case.id)
        first = unit.evidence.add(evidence(case.id))
        again = unit.evidence.add(evidence(case.id, duplicate_of=1, copy_kind=CopyKind.COPY, step_key="branch"))
        unit.evidence.update(replace(again, trashed_at=AT))
        links = (again.id, first.id)
        entry = unit.timeline.add(case.id, EntryDraft("2026-11-02T10:00+08:00", ODD, evidence_ids=links), AT)
        sms = ("sms", "95588", "NO-1", "2026-12-01", True, "hotline", 2, (), ODD)
        other = EntryDraft("2026-11-01", "收到短信", EntryKind.EVIDENCE, *sms)
        mark = PromiseMark(PromiseState.RENEGOTIATED, "2026-11-03", ODD, entry.id)
        unit.timeline.update(replace(unit.timeline.add(case.id, other, AT), edited_at=AT, trashed_at=AT, mark=mark))
        _fill_complaint(unit, case.id, entry.id, links)
        _fill_pictures(unit, case.id, links)
        unit.choices.put(case.id, Audience.BANK, Choices(words=(ODD,), exhibits=((1, Showing.OUT),)))
        unit.index.put(case.id, "entry", str(entry.id), ODD)
        unit.index.put(case.id, "evidence", str(first.id), "截图 打不开")
        for number in (1, 2):
            unit.journal.append(line(number, case.number))
        bare = unit.cases.add(replace(new_case("样例", "2025-01-01T00:00:00+08:00"), is_sample=True))
        unit.cases.update(replace(bare, trashed_at=AT))
        return unit.cases.head(case.id)


def _fill_flow(unit: SqlUnit, case_id: CaseId) -> None:
    unit.flow.put_step(case_id, "hotline", StepRecord(StepState.DONE, 2, "", "promised", AT, 3))
    unit.flow.put_step(case_id, "branch", StepRecord(StepState.SKIPPED, 1, "太远", "", AT, 2))
    unit.flow.add_settled_round(case_id, SettledRound("hotline", 1, StepState.DONE, "not_solved", "", AT))
    unit.flow.put_value(case_id, ValueKey("hotline_summary"), ODD)
    unit.flow.put_value(case_id, ValueKey("hotline_summary", 2), "第二次")
    unit.flow.put_tick(case_id, "hotline", "ask_number", True)


def _fill_complaint(unit: SqlUnit, case_id: CaseId, entry_id: EntryId, links: tuple[EvidenceId, ...]) -> None:
    for kind in ("shipped", "edited"):
        unit.rules.add(AT, kind, ODD, f'{{"kind":"{kind}"}}')
    unit.rules.put_year(YearTable(2027, {"2027-01-01": "元旦"}, {"2027-01-03": ODD}, "公告", AT))
    pause = DeadlineChange(0, case_id, "bank_answer/confirm/1", ChangeKind.PAUSE, "2026-11-02", "", "", ODD, AT)
    unit.deadlines.update(replace(unit.deadlines.add(pause), until="2026-11-05", trashed_at=AT))
    unit.deadlines.add(replace(pause, kind=ChangeKind.EXTENSION, limit_key="bank_answer_60"))
    offer = unit.offers.add(Offer(0, case_id, "d1", "2026-11-02", ODD, "88.00", entry_id=entry_id))
    unit.offers.update(replace(offer, state=OfferState.DECLINED))
    unit.offers.add(Offer(0, case_id, "d2", "2026-11-04", "道歉", trashed_at=AT))
    claim = unit.claims.add(Claim(0, case_id, 0, ODD, "2026-11-01", "12.50", links))
    unit.claims.update(replace(claim, evidence_ids=links[::-1]))
    unit.claims.add(Claim(0, case_id, 0, "另一件", trashed_at=AT))
    unit.letters.add(Letter(0, case_id, 0, "complaint", "zh_CN", "bank_hotline", ODD, AT, AT))
    sent = ("# 投诉信\n正文", AT, AT, AT, "letter", "ef" * 32, entry_id)
    unit.letters.add(Letter(0, case_id, 0, "reminder", "en", "", *sent))
    due = Reminder("deadline/x", case_id, ReminderKind.DEADLINE, "2026-12-01", "2026-12-03", ODD, "confirm", "7", True)
    unit.reminders.put(case_id, [due, replace(due, key="ask", kind=ReminderKind.ASK, due_on="2026-11-30")])
    unit.reminders.snooze(case_id, "ask", "2026-12-05")


def _fill_pictures(unit: SqlUnit, case_id: CaseId, links: tuple[EvidenceId, ...]) -> None:
    copy, first = links
    origin = Origin(Way.DROPPED, ODD, "phone", AT)
    says = MediaFacts("audio/mp4", duration_ms=61_000, says=(("camera", ODD),), fingerprint="0f" * 8)
    made = evidence(case_id, media=says, group=Group.LOSS, parent_id=first, kin=Kin.REDACTED, origin=origin)
    unit.evidence.add(made)
    lines = (Line(ODD, 1, 2, 3, 4, 97), Line("余额", 5, 6, 7, 8))
    unit.page_texts.put(PageText(first, 0, TextSource.MACHINE, lines, "reader 1", AT))
    unit.page_texts.put(PageText(copy, 3, TextSource.FILE, (), "", AT))
    unit.page_texts.correct(first, 0, ODD)
    mark = Mark(0, first, 0, MarkKind.ARROW, 1, 2, 9_999, 10_000, ODD)
    unit.marks.update(replace(mark, id=unit.marks.add(case_id, mark), trashed_at=AT))
    unit.marks.add(case_id, replace(mark, kind=MarkKind.NOTE))
    unit.marks.link_demand(case_id, "d1", (first, copy, first))
    stamp = unit.time_stamps.add(TimeStamp(0, AT, 2, "ab" * 32, b"\x30\x00"))
    unit.time_stamps.answer(replace(stamp, answer=b"\xff", roots=b"PEM", stamped_at=AT, authority=ODD))


def plain(value: object) -> Any:
    """Return frozen values as JSON has them."""
    return [plain(part) for part in value] if isinstance(value, (tuple, list)) else asdict(value)  # type: ignore[call-overload]


def dump(store: SqlStore) -> dict[str, Any]:
    """Return everything that can be read of a store through its ports."""
    with store.read() as unit:
        heads = unit.cases.heads()
        return {
            "cases": [{**asdict(case), "digest": asdict(digest)} for case, digest in heads],
            "flow": {case.number: _flow(unit, case.id) for case, _ in heads},
            "timeline": {case.number: plain(unit.timeline.entries(case.id)) for case, _ in heads},
            "evidence": [{**asdict(item), "case": number} for number, item in unit.evidence.all_items()],
            "complaint": {case.number: _complaint(unit, case.id) for case, _ in heads},
            "rules": plain(unit.rules.all()),
            "years": plain(unit.rules.years()),
            "reminders": plain(unit.reminders.all()),
            "pictures": {case.number: _pictures(unit, case.id) for case, _ in heads},
            "time_stamps": [
                {name: value.hex() if isinstance(value, bytes) else value for name, value in asdict(stamp).items()}
                for stamp in unit.time_stamps.all()
            ],
            "journal": [{**asdict(kept), "detail": dict(kept.detail)} for kept in unit.journal.lines()],
            "journal_head": unit.journal.head(),
            "journal_broken_at": unit.journal.broken_at(),
        }


def _flow(unit: SqlUnit, case_id: CaseId) -> dict[str, Any]:
    return {
        "steps": {key: asdict(record) for key, record in sorted(unit.flow.steps(case_id).items())},
        "rounds": plain(unit.flow.settled_rounds(case_id)),
        "values": [[key.field_key, key.round, text] for key, text in sorted(unit.flow.values(case_id).items())],
        "ticks": sorted(map(list, unit.flow.ticks(case_id))),
    }


def _chosen(choices: Choices) -> str:
    """What is chosen for a reader, exhibits by their numbers: however a version stores it."""
    content = {
        "masked": sorted(choices.masked),
        "shown": sorted(choices.shown),
        "words": list(choices.words),
        "exhibits": [[number, showing.value] for number, showing in choices.exhibits],
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True)


def _complaint(unit: SqlUnit, case_id: CaseId) -> dict[str, Any]:
    return {
        "deadline_changes": plain(unit.deadlines.changes(case_id)),
        "offers": plain(unit.offers.offers(case_id)),
        "claims": plain(unit.claims.claims(case_id)),
        "letters": plain(unit.letters.letters(case_id)),
        "snoozes": dict(unit.reminders.snoozes(case_id)),
        "choices": {one.value: _chosen(unit.choices.get(case_id, one)) for one in Audience},
    }


def _pictures(unit: SqlUnit, case_id: CaseId) -> dict[str, Any]:
    return {
        "texts": [plain(unit.page_texts.pages(item.id)) for item in unit.evidence.items(case_id)],
        "read": sorted(map(list, unit.page_texts.read_pages(case_id))),
        "marks": plain(unit.marks.marks(case_id)),
        "demands": {key: list(items) for key, items in unit.marks.demand_links(case_id).items()},
    }


def sql(store: SqlStore, statement: str, run: Callable[[Any], Any] = lambda cursor: cursor.fetchall()) -> Any:
    """Run a statement past all repositories, as somebody with another tool would."""
    from walletcase.storage.engine import driver

    connection = driver().connect(str(store.path), isolation_level=None)
    try:
        return run(connection.execute(statement))
    finally:
        connection.close()
