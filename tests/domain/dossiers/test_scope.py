"""A dossier on one matter of a case holds what belongs to it and says that it is an extract."""

from __future__ import annotations

from dataclasses import replace

from tests.domain.dossiers.test_dossier import CASE, EMPTY, dossier, entry, exhibit
from walletcase.domain.case import CaseRecord
from walletcase.domain.claims import Claim
from walletcase.domain.dossiers.document import Part
from walletcase.domain.dossiers.scope import extract, matters_of
from walletcase.domain.evidence import Kin
from walletcase.domain.links import Use, UseKind

FIRST, SECOND = Use(UseKind.CLAIM, "1"), Use(UseKind.CLAIM, "2")


def case() -> CaseRecord:
    """Four exhibits (the last one is a redacted copy of the first), three contacts, three claims."""
    items = [exhibit(number) for number in (1, 2, 3)]
    items.append(exhibit(4, kin=Kin.REDACTED, parent_id=items[0].id))
    ids = [item.id for item in items]
    said = [
        entry(1, "2026-11-01T10:00+08:00", summary="a", evidence_ids=(ids[0], ids[1])),
        entry(2, "2026-11-02T10:00+08:00", summary="b", evidence_ids=(ids[1],), promised_by="2026-11-05"),
        entry(3, "2026-11-03T10:00+08:00", summary="c"),
    ]
    claims = (
        Claim(1, CASE.id, 1, "余额被扣", evidence_ids=(ids[0],)),
        Claim(2, CASE.id, 2, "无人回复", evidence_ids=(ids[1],)),
        Claim(3, CASE.id, 3, "没有证据"),
    )
    return replace(EMPTY, evidence=tuple(items), timeline=tuple(said), claims=claims)


def test_what_belongs_to_one_fact_is_there_under_its_own_numbers_and_nothing_else() -> None:
    record = case()
    whole = dossier(record)
    part = extract(whole, record, FIRST)
    assert [one.number for one in part.exhibits] == [1, 4]  # with the redacted copy of what is shown
    assert [(row.number, row.exhibits) for row in part.timeline] == [(1, (1,))]
    assert [one.text for one in part.claims] == ["余额被扣"]
    assert part.promises == ()
    assert {f.label: f.count for f in part.figures} | {"days": 0} == {
        "days": 0, "contacts": 1, "promises": 0, "exhibits": 2,
    }  # fmt: skip
    said = part.extract
    assert said is not None
    assert (said.matter, said.exhibits, said.of_exhibits, said.contacts, said.of_contacts) == ("余额被扣", 2, 4, 1, 3)
    assert not {Part.STEPS, Part.DEADLINES}.intersection(part.parts)
    assert {Part.SUMMARY, Part.INDEX, Part.NOTES, Part.CLAIMS} <= set(part.parts)


def test_promises_stay_with_the_contact_in_which_they_were_made() -> None:
    record = case()
    part = extract(dossier(record), record, SECOND)
    assert [row.number for row in part.timeline] == [1, 2]
    assert [one.row for one in part.promises] == [2]


def test_a_matter_is_what_exhibits_are_linked_to() -> None:
    assert matters_of(case()) == (FIRST, SECOND)
    assert matters_of(EMPTY) == ()


def test_what_is_no_longer_there_gives_an_extract_with_nothing_in_it() -> None:
    record = case()
    part = extract(dossier(record), record, Use(UseKind.DEMAND, "gone"))
    assert (part.exhibits, part.timeline, part.claims) == ((), (), ())
    assert not {Part.EXHIBITS, Part.HASHES, Part.CLAIMS}.intersection(part.parts)
