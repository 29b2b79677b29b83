"""Cases on the shipped playbook and rules, put together by hand: no store, no clock."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tests.domain.rules.packs_kit import shipped_pack
from walletcase.domain.case import Case, CaseRecord, ValueKey
from walletcase.domain.claims import Claim
from walletcase.domain.days.years import KnownYears
from walletcase.domain.demands import Offer, OfferState
from walletcase.domain.evidence import CopyKind, Evidence, MediaFacts, StoredFile
from walletcase.domain.flow.machine import SettledRound, StepRecord, StepState
from walletcase.domain.flow.playbook import Playbook, Status
from walletcase.domain.flow.reader import read_playbook
from walletcase.domain.ids import CaseId, EntryId, EvidenceId
from walletcase.domain.letter import Letter
from walletcase.domain.timeline import EntryDraft, TimelineEntry
from walletcase.infra.workdays import LibraryYears

TODAY = "2026-11-22"
_BOOK = Path(__file__).parents[2] / "resources" / "playbooks" / "icbc-digital-wallet.toml"
CALENDAR = KnownYears(LibraryYears(), {})

GOOD: Mapping[str, str] = {  # a case with which nothing is wrong
    "problem_kind": "cannot_open",
    "institution": "中国工商银行杭州解放路支行",
    "wallet_type": "ecny_icbc",
    "opened_on": "2026-10-01",
    "occurred_on": "2026-10-08",
    "problem": "2026年10月8日14时，我在工行 App 开通数字人民币钱包，页面提示“系统繁忙”，未能开通。",
    "demand": "请于2026年12月10日前开通钱包",
    "wallet_tail": "1234",
    "complainant": "张三",
    "phone": "13800138000",
    "contact_email": "zhang@example.com",
    "contact_address": "杭州市西湖区某路1号",
    "id_kind": "id_card",
}


@cache
def book() -> Playbook:
    """The shipped playbook."""
    return read_playbook(tomllib.loads(_BOOK.read_text(encoding="utf-8")), _BOOK.name)


def entry(number: int, on: str = "2026-10-12", summary: str = "来电说会处理", **parts: object) -> TimelineEntry:
    """A contact by phone that was logged by hand."""
    draft = EntryDraft(on, summary, channel="hotline", **parts)  # type: ignore[arg-type]
    return TimelineEntry(EntryId(number), CaseId(1), number, draft, f"{on[:10]}T18:00:00+08:00")


def exhibit(number: int, **parts: object) -> Evidence:
    """A screenshot that belongs to the first step."""
    given: dict[str, object] = {
        "title": "报错截图",
        "proves": "页面提示系统繁忙",
        "source": "手机",
        "made_on": "2026-10-08",
        "copy_kind": CopyKind.ORIGINAL,
        "step_key": "gather",
    }
    return Evidence(
        id=EvidenceId(number),
        case_id=CaseId(1),
        exhibit_no=number,
        original_name="a.png",
        added_at="2026-10-09T10:00:00+08:00",
        file=StoredFile("0" * 64, 1),
        media=MediaFacts("image/png"),
        **(given | parts),  # type: ignore[arg-type]
    )


def claim(number: int, text: str = "钱包未能开通", *evidence: int, **parts: object) -> Claim:
    """A claim with the evidence that shows it."""
    ids = tuple(EvidenceId(one) for one in evidence)
    return Claim(number, CaseId(1), number, text, evidence_ids=ids, **parts)  # type: ignore[arg-type]


def letter(number: int, body: str, kind: str = "complaint", door: str = "icbc_branch", sent_at: str = "") -> Letter:
    """A letter."""
    at = "2026-10-20T10:00:00+08:00"
    return Letter(number, CaseId(1), number, kind, "zh_CN", door, body, at, at, sent_at)


def offer(state: OfferState = OfferState.OPEN, demand: str = "d1") -> Offer:
    """An offer against a demand."""
    return Offer(1, CaseId(1), demand, "2026-11-01", "减免手续费", "", state)


def case(
    values: Mapping[str, str] | None = None,
    done: Mapping[str, str] | None = None,
    *,
    base: Mapping[str, str] = GOOD,
    earlier: tuple[SettledRound, ...] = (),
    status: Status = Status.PREPARING,
    **parts: object,
) -> CaseRecord:
    """A record: ``values`` over a case without fault ("field" or "field@round"), ``done``: step -> outcome."""
    rounds = {one.step_key: one.round + 1 for one in earlier}
    steps = {
        key: StepRecord(StepState.DONE, rounds.get(key, 1), "", outcome, f"2026-10-{9 + n}T10:00:00+08:00", n)
        for n, (key, outcome) in enumerate((done or {}).items(), 1)
    }
    kept: dict[ValueKey, str] = {}
    for name, value in {**base, **(values or {})}.items():
        key, _, number = name.partition("@")
        owner = book().field_owner[key].key
        kept[ValueKey(key, int(number) if number else steps.get(owner, StepRecord()).round)] = value
    head = Case(CaseId(1), "WC-2026-0001", "钱包开不了", "icbc-digital-wallet", 2, status, "", "")
    given: dict[str, object] = {"timeline": (), "evidence": (exhibit(1),)} | parts
    return CaseRecord(
        case=head,
        playbook=book(),
        steps=steps,
        values=kept,
        ticks=frozenset(),
        settled_rounds=earlier,
        rules=shipped_pack(),
        calendar=CALENDAR,
        **given,  # type: ignore[arg-type]
    )


def ended_round(step: str, outcome: str, number: int = 1, at: str = "2026-10-15T10:00:00+08:00") -> SettledRound:
    """An earlier round of a repeated step."""
    return SettledRound(step, number, StepState.DONE, outcome, "", at)
