"""What each reader of a dossier gets to see, and what must stand nowhere in it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.dossiers.test_dossier import EMPTY, FLOW, dossier, entry, exhibit
from walletcase.domain.case import CaseRecord, ValueKey
from walletcase.domain.dossiers.audience import Audience, Masked, masked
from walletcase.domain.evidence import Kin
from walletcase.domain.flow.playbook import Role

ID, CARD, PHONE, NAME = "11010519491231002X", "6222021234567890128", "13800138000", "林小满"


def field(role: Role) -> str:
    return next(field.key for field in FLOW.fields() if field.role is role)


def case(problem: str) -> CaseRecord:
    """A case of 林小满 with a problem in these words, said to 王客服 too."""
    values = {ValueKey(field(Role.COMPLAINANT)): NAME, ValueKey(field(Role.PROBLEM)): problem}
    said = entry(1, "2026-11-01T10:00+08:00", summary=problem, counterpart="王客服 6612")
    return replace(EMPTY, values=values, timeline=(said,))


def told(record: CaseRecord, audience: Audience) -> Masked:
    return masked(dossier(record), record, audience)


def test_the_person_sees_everything() -> None:
    record = case(f"{NAME} {ID} {CARD} {PHONE}")
    seen = told(record, Audience.SELF)
    assert replace(seen.dossier, audience="") == dossier(record)
    assert seen.secrets == ()


@pytest.mark.parametrize("audience", [Audience.BANK, Audience.REGULATOR])
def test_officials_see_who_complains_but_no_whole_number(audience: Audience) -> None:
    seen = told(case(f"  我是{NAME}，证件 {ID}，卡 {CARD}，电话 {PHONE}。"), audience)
    assert seen.dossier.timeline[0].summary == f"  我是{NAME}，证件 ****002X，卡 ****0128，电话 {PHONE}。"
    assert set(seen.secrets) == {ID.lower(), CARD}
    assert seen.dossier.timeline[0].counterpart == "王客服 6612"


def test_the_public_sees_no_person() -> None:
    seen = told(case(f"我是{NAME}，证件 {ID}，卡 {CARD}，电话 {PHONE}，林女士"), Audience.PUBLIC)
    row = seen.dossier.timeline[0]
    assert row.summary == "我是林**，证件 ****，卡 ****，电话 ****，林**"
    assert row.counterpart == ""
    assert {NAME, ID.lower(), CARD, PHONE} <= set(seen.secrets)
    assert NAME not in repr(seen.dossier)


def test_full_width_and_parted_numbers_are_masked_too() -> None:
    seen = told(case("证件１１０１０５１９４９１２３１００２Ｘ，卡 6222 0212 3456 7890 128"), Audience.PUBLIC)
    assert seen.dossier.problem == "证件****，卡 ****"
    assert set(seen.secrets) >= {ID.lower(), CARD}


def test_exhibits_give_way_to_their_redacted_copies() -> None:
    one, two = exhibit(1), exhibit(2)
    copy = exhibit(3, kin=Kin.REDACTED, parent_id=one.id)
    record = replace(EMPTY, evidence=(one, two, copy))
    for audience, wanted in (
        (Audience.SELF, ["", "", ""]),
        (Audience.REGULATOR, ["replaced", "", ""]),
        (Audience.PUBLIC, ["replaced", "private", ""]),
    ):
        shown = told(record, audience).dossier.exhibits
        assert [item.withheld for item in shown] == wanted, audience
        assert shown[0].replaced_by == (3 if audience is not Audience.SELF else None)


@given(st.text(max_size=200))
def test_no_text_breaks_it_and_what_is_no_secret_stays(text: str) -> None:
    record = case(text)
    seen = told(record, Audience.PUBLIC)
    if not seen.secrets:
        assert seen.dossier.problem == dossier(record).problem
    assert seen.dossier.number == dossier(record).number
