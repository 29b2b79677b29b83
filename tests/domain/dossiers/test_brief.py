"""A dossier in brief tells what each part comes down to, and cuts nothing that is masked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.dossiers.test_dossier import EMPTY, HOTLINE, dossier, entry
from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.dossiers.brief import beginning, in_brief
from walletcase.domain.dossiers.custody_record import CustodyRow
from walletcase.domain.dossiers.document import Depth
from walletcase.domain.flow.machine import SettledRound, StepRecord, StepState
from walletcase.services.dossier_options import DossierOptions, dossier_of

ID = "11010519491231002X"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("打不开。", "打不开。"),
        ("钱包一直打不开。重启也没用。", "钱包一直打不开…"),
        ("打不开。重启也没用。", "打不开。重启也没用。"),
        ("It failed again. Twice.", "It failed again..."),
        ("1. 要求银行提供交易明细。此外", "1. 要求银行提供交易明细…"),
        ("Mr. Li promised a refund by Friday.", "Mr. Li promised a refund by Friday."),
        ("客服在电话里说“马上退。”然后就没有下文了", "客服在电话里说“马上退。”…"),
        ("version 2.1 failed", "version 2.1 failed"),
        ("  \n ", ""),
        ("打" * 48, "打" * 48),
        ("打" * 49, "打" * 48 + "…"),
        ("word " * 30, "word " * 18 + "word..."),
        ("第一行说了些什么\n二行", "第一行说了些什么…"),
    ],
)
def test_a_text_is_cut_after_its_first_sentence(text: str, kept: str) -> None:
    assert beginning(text) == kept


def test_each_part_comes_down_to_what_it_is_about() -> None:
    settled = SettledRound(HOTLINE.key, 1, StepState.DONE, "", "", "2026-11-01T10:00:00+08:00")
    steps = {HOTLINE.key: StepRecord(StepState.DONE, 2, settled_at="2026-11-02T10:00:00+08:00")}
    said = (entry(1, "2026-11-01T10:00+08:00", summary="钱包一直打不开。重启也没用。"),)
    whole = dossier(replace(EMPTY, timeline=said, steps=steps, settled_rounds=(settled,)))
    whole = replace(whole, custody=(CustodyRow(1, "", "left", (1,)),))
    brief = in_brief(whole)
    assert [row.summary for row in brief.timeline] == ["钱包一直打不开…"]
    assert [len(step.rounds) for step in whole.steps] == [2]
    assert [[part.number for part in step.rounds] for step in brief.steps] == [[2]]
    assert (brief.custody, brief.depth) == ((), Depth.BRIEF)
    assert brief.parts == whole.parts


def test_it_is_cut_after_it_was_masked() -> None:
    words = "一" * 40 + ID  # the cut would fall into the number
    record = replace(EMPTY, timeline=(entry(1, "2026-11-01T10:00+08:00", summary=words),))
    told = dossier_of(record, DossierOptions(audience=Audience.BANK, depth=Depth.BRIEF))
    (row,) = told.dossier.timeline
    assert row.summary.startswith("一" * 40 + "****")
    assert ID[:4] not in row.summary
