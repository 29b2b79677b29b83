"""Random cases for tests of letters: any words, any gaps, contacts with promises and answers, offers, claims."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random

from walletcase.domain.case import Case, CaseRecord, ValueKey
from walletcase.domain.claims import Claim
from walletcase.domain.demands import Demand, DemandKind, Offer, OfferState
from walletcase.domain.evidence import CopyKind, Evidence, MediaFacts, StoredFile
from walletcase.domain.fields import canonical
from walletcase.domain.flow.machine import StepRecord, StepState
from walletcase.domain.flow.playbook import Field, FieldKind, Playbook, Status
from walletcase.domain.flow.reader import read_playbook_text
from walletcase.domain.ids import CaseId, EntryId, EvidenceId
from walletcase.domain.rules.pack import RulePack
from walletcase.domain.rules.reader import read_pack_texts
from walletcase.domain.timeline import EntryDraft, PromiseMark, PromiseState, TimelineEntry
from walletcase.export.letter_texts import LetterTexts

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
TODAY = "2026-11-23"
CASE = CaseId(1)

# Words as people type them, with and without marks at the end, and some that look like templates, markup or structure.
WORDS = (
    "钱包打不开", "客服说三天内回电。", "请尽快处理！", "为什么一直没有人回电？", "The app said 'busy'.", "No answer",
    "{{ 7*7 }}", "{% for x in y %}", "${case}", "# 标题", "## 二级", "> 引用", "<b>粗</b>", "a;b；c", "“引号”",
    "（括号）", "第一行\n第二行。\n\n第三行", "None", "1,000.00 元", "𬭎䶮", "支行", "·", "…", "结束。”",
)  # fmt: skip
PLAIN = tuple(word for word in WORDS if "{" not in word and word != "None")
_CHANNELS = ("hotline", "branch", "online", "sms", "letter", "other", "unknown_channel")


@cache
def texts() -> LetterTexts:
    """The shipped templates."""
    return LetterTexts(RESOURCES / "letters")


@cache
def rules() -> RulePack:
    """The shipped rules."""
    files = sorted((RESOURCES / "rules").glob("*.toml"))
    return read_pack_texts({file.name: file.read_text(encoding="utf-8") for file in files})


@cache
def playbook() -> Playbook:
    """The default flow."""
    name = "icbc-digital-wallet.toml"
    return read_playbook_text((RESOURCES / "playbooks" / name).read_text(encoding="utf-8"), name)


def case(status: Status = Status.FILED) -> Case:
    """A case's head."""
    at = "2026-10-01T09:00:00+08:00"
    return Case(CASE, "WC-2026-0001", "钱包打不开", playbook().key, 1, status, at, at)


def _day(chance: Random) -> str:
    return (date(2026, 9, 1) + timedelta(days=chance.randrange(120))).isoformat()


def _typed(field: Field, chance: Random, words: tuple[str, ...]) -> str:
    typed = {
        FieldKind.DATE: _day(chance),
        FieldKind.TIME: "20:16",
        FieldKind.MONEY: "1234.50",
        FieldKind.PHONE: "139 0000 0000",
        FieldKind.CONTACTS: '[{"name": "王柜员", "role": "柜员", "phone": ""}]',
        FieldKind.DEMANDS: "开通钱包\n说明原因",
    }
    if field.kind is FieldKind.CHOICE:
        return chance.choice(field.choices).key
    return typed.get(field.kind) or canonical(field, chance.choice(words))


def _entry(number: int, chance: Random, words: tuple[str, ...]) -> TimelineEntry:
    on = _day(chance)
    draft = EntryDraft(
        occurred_at=chance.choice((on, f"{on}T10:05+08:00")),
        summary=chance.choice(words),
        channel=chance.choice(_CHANNELS),
        counterpart=chance.choice(("", chance.choice(words))),
        reference=chance.choice(("", "2026-0031")),
        promised_by=chance.choice(("", _day(chance))),
        promise=chance.choice(("", chance.choice(words))),
        is_answer=chance.random() < 0.4,
        evidence_ids=chance.choice(((), (EvidenceId(101),))),
    )
    stored = TimelineEntry(EntryId(number), CASE, number, draft, f"{on}T11:00:00+08:00")
    return replace(stored, mark=PromiseMark(chance.choice(list(PromiseState))))


def exhibit(number: int, title: str, proves: str, source: str) -> Evidence:
    """An exhibit without a file."""
    return Evidence(
        id=EvidenceId(100 + number), case_id=CASE, exhibit_no=number, title=title, proves=proves, source=source,
        made_on="2026-11-01", copy_kind=CopyKind.COPY if number % 2 else CopyKind.ORIGINAL, original_name="a.png",
        added_at="2026-11-02T09:00:00+08:00", file=StoredFile("0" * 64, 1), media=MediaFacts("image/png"),
    )  # fmt: skip


def record_of(seed: int, words: tuple[str, ...] = WORDS, *, full: bool = False) -> CaseRecord:
    """A whole case; with ``full`` every field holds something."""
    chance = Random(seed)

    def word() -> str:
        return chance.choice(words)

    values = {ValueKey(f.key): _typed(f, chance, words) for f in playbook().fields() if full or chance.random() < 0.5}
    states, sums = list(OfferState), ("", "50.00")
    offers = (
        Offer(n, CASE, f"d{n}", "2026-11-12", word(), chance.choice(sums), chance.choice(states)) for n in (1, 2)
    )
    claims = (Claim(n, CASE, n, word(), "2026-11-01", "", (EvidenceId(101),)) for n in (1, 2))
    done = {"gather": StepRecord(StepState.DONE, outcome="ready", settled_at="2026-11-02T09:00:00+08:00")}
    return CaseRecord(
        case=case(), playbook=playbook(), steps=done, values=values, ticks=frozenset(), rules=rules(),
        timeline=tuple(_entry(n, chance, words) for n in range(1, chance.randrange(6) + 1)),
        evidence=tuple(exhibit(n, word(), word(), word()) for n in range(1, chance.randrange(4) + 1)),
        offers=tuple(offers)[: chance.randrange(3)], claims=tuple(claims)[: chance.randrange(3)],
    )  # fmt: skip


def demands_of(seed: int, words: tuple[str, ...] = WORDS) -> tuple[Demand, ...]:
    """Some demands, typed in part."""
    chance = Random(seed)
    return tuple(
        Demand(
            f"d{n}", chance.choice(list(DemandKind)), chance.choice(words), chance.choice(("", "50.00", "五十")),
            chance.choice(("", "2026-12-10", "下周")), chance.choice(("", chance.choice(words))),
        )
        for n in range(1, chance.randrange(4) + 1)
    )  # fmt: skip
