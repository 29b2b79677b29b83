"""Packs are read whole or refused with the place and the reason; their canonical JSON reads back as the same pack."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.rules.packs_kit import Files, read, shipped_pack, small_files, small_pack
from walletcase.domain.door_kind import DoorKind
from walletcase.domain.errors import UserError
from walletcase.domain.rules.pack import Party, Roll, Unit
from walletcase.domain.rules.reader import FILES, dump_pack, load_pack, read_pack_texts

Mutate = Callable[[Files], object]


def _fact(file: str, table: str, at: int = 0) -> Callable[[Files], dict[str, Any]]:
    def find(files: Files) -> dict[str, Any]:
        found: dict[str, Any] = files[file][table][at]
        return found

    return find


def _set(file: str, table: str, at: int = 0, **values: object) -> Mutate:
    return lambda files: _fact(file, table, at)(files).update(values)


def _drop(file: str, table: str, key: str) -> Mutate:
    return lambda files: _fact(file, table)(files).pop(key)


def _source(file: str, table: str, **values: object) -> Mutate:
    return lambda files: _fact(file, table)(files)["source"].update(values)


def _unsource(file: str, table: str, key: str) -> Mutate:
    return lambda files: _fact(file, table)(files)["source"].pop(key)


def _head(**values: object) -> Mutate:
    return lambda files: files["pack.toml"].update(values)


def _twice(file: str, table: str) -> Mutate:
    return lambda files: files[file][table].append(copy.deepcopy(files[file][table][0]))


def _second_route(files: Files) -> None:
    files["routes.toml"]["route"].append({**files["routes.toml"]["route"][0], "key": "other"})


L, D, W = ("limits.toml", "limit"), ("doors.toml", "door"), ("wallets.toml", "wallet_class")
R, C, WO = ("routes.toml", "route"), ("conflicts.toml", "conflict"), ("wording.toml", "wording")
M, H = ("materials.toml", "requirement"), ("help.toml", "help")

# name: (what is spoiled, the file named, the place named, words of the reason)
MISTAKES: dict[str, tuple[Mutate, str, str, str]] = {
    "number of letters": (_set(*D, number="abc def"), "doors.toml", "door[line].number", "digits"),
    "number too short": (_set(*D, number="+1"), "doors.toml", "door[line].number", "digits"),
    "number in other digits": (_set(*D, number="９５５８８"), "doors.toml", "door[line].number", "digits"),
    "number on two lines": (_set(*D, number="955\n88"), "doors.toml", "door[line].number", "digits"),
    "control in an address": (_set(*D, address="a\x00b"), "doors.toml", "door[line].address", "control"),
    "turned article": (_set(*L, article="第\u202e一条"), "limits.toml", "limit[short].article", "control"),
    "note of no limit": (
        _set(*H, text={"zh": "{limit:nothing}内", "en": "a"}),
        "help.toml",
        "help[note].text.zh",
        "a limit of the rules: short, long (limit:nothing is none)",
    ),
    "note of no door": (
        _set(*H, text={"zh": "字", "en": "call {door:nobody}"}),
        "help.toml",
        "help[note].text.en",
        "a door of the rules: line",
    ),
    "note of no kind": (_set(*H, text={"zh": "{law:short}", "en": "a"}), "help.toml", "help[note].text.zh", "form"),
    "name with a number in it": (
        _set(*L, name={"zh": "{limit:long}", "en": "a"}),
        "limits.toml",
        "limit[short].name.zh",
        "no reference",
    ),
    "source with a number in it": (
        _source(*L, zh="{limit:long}"),
        "limits.toml",
        "limit[short].source.text.zh",
        "no reference",
    ),
    "no head": (lambda files: files.pop("pack.toml"), "pack.toml", "-", "names the pack"),
    "unknown file": (lambda files: files.update({"extra.toml": {}}), "extra.toml", "-", "one of the files"),
    "table in the wrong file": (
        lambda files: files["doors.toml"].update(limit=[]),
        "doors.toml",
        "limit",
        "known here: door",
    ),
    "unknown key in the head": (_head(colour="red"), "pack.toml", "colour", "no such key"),
    "version in words": (_head(version="new"), "pack.toml", "version", "form"),
    "version missing": (lambda files: files["pack.toml"].pop("version"), "pack.toml", "version", "not empty"),
    "published on no day": (_head(published_on="2026-02-30"), "pack.toml", "published_on", "a date"),
    "name in one language": (_head(name={"zh": "规则"}), "pack.toml", "name", "both languages"),
    "key with capitals": (_set(*L, key="Short"), "limits.toml", "limit[Short].key", "form"),
    "key twice": (_twice(*L), "limits.toml", "limit[short].key", "no other"),
    "door key twice": (_twice(*D), "doors.toml", "door[line].key", "no other"),
    "help key twice": (_twice(*H), "help.toml", "help[note].key", "no other"),
    "amount as text": (_set(*L, amount="15"), "limits.toml", "limit[short].amount", "whole number"),
    "amount zero": (_set(*L, amount=0), "limits.toml", "limit[short].amount", "from 1"),
    "amount true": (_set(*L, amount=True), "limits.toml", "limit[short].amount", "whole number"),
    "amount beyond counting": (_set(*L, amount=99999), "limits.toml", "limit[short].amount", "at most"),
    "too many years": (_set(*L, amount=200, unit="years"), "limits.toml", "limit[short].amount", "at most"),
    "unknown unit": (_set(*L, unit="days"), "limits.toml", "limit[short].unit", "working_days"),
    "unknown roll": (_set(*L, roll="maybe"), "limits.toml", "limit[short].roll", "unsettled"),
    "unknown party": (_set(*L, party="clerk"), "limits.toml", "limit[short].party", "regulator"),
    "roll not said": (_drop(*L, "roll"), "limits.toml", "limit[short].roll", "one of"),
    "no authority": (_drop(*L, "authority"), "limits.toml", "limit[short].authority", "both languages"),
    "misspelt key": (_set(*L, artcle="x"), "limits.toml", "limit[short].artcle", "no such key"),
    "no source": (_drop(*L, "source"), "limits.toml", "limit[short].source", "where it is from"),
    "source as text": (_set(*D, source="web"), "doors.toml", "door[line].source", "where it is from"),
    "not said whether confirmed": (
        _unsource(*L, "confirmed"),
        "limits.toml",
        "limit[short].source.confirmed",
        "true or",
    ),
    "confirmed in words": (_source(*D, confirmed="yes"), "doors.toml", "door[line].source.confirmed", "true or"),
    "never checked": (_unsource(*W, "checked_on"), "wallets.toml", "wallet_class[class4].source.checked_on", "date"),
    "checked some time": (_source(*L, checked_on="2026-11"), "limits.toml", "limit[short].source.checked_on", "date"),
    "edited from nowhere": (
        _source(*L, edited_from=[15]),
        "limits.toml",
        "limit[short].source.edited_from",
        "a table",
    ),
    "edited from a list": (
        _source(*L, edited_from={"amount": [15]}),
        "limits.toml",
        "limit[short].source.edited_from.amount",
        "a number or a text",
    ),
    "source with more": (_source(*L, grade="A"), "limits.toml", "limit[short].source.grade", "no such key"),
    "source without words": (_source(*H, zh=" "), "help.toml", "help[note].source.zh", "not empty"),
    "extends nothing": (_set(*L, 1, extends="nothing"), "limits.toml", "limit[long].extends", "nothing is none"),
    "extends itself": (_set(*L, extends="short"), "limits.toml", "limit[short].extends", "shorter"),
    "extends and is shorter": (_set(*L, 1, amount=10), "limits.toml", "limit[long].extends", "shorter"),
    "extends another unit": (_set(*L, 1, unit="working_days"), "limits.toml", "limit[long].extends", "same party"),
    "unknown kind of door": (_set(*D, kind="window"), "doors.toml", "door[line].kind", "hotline"),
    "number as number": (_set(*D, number=95588), "doors.toml", "door[line].number", "a text"),
    "letters less than none": (_set(*D, char_limit=-1), "doors.toml", "door[line].char_limit", "from 0"),
    "prepare as text": (_set(*D, prepare="ID"), "doors.toml", "door[line].prepare", "a list"),
    "route of no product": (_set(*R, product="bike"), "routes.toml", "route[ecny_plain].product", "bike is none"),
    "route without stops": (_set(*R, stop=[]), "routes.toml", "route[ecny_plain].stop", "at least one"),
    "route to no door": (
        _set(*R, stop=[{"kind": "police", "reason": {"zh": "一", "en": "a"}}]),
        "routes.toml",
        "route[ecny_plain].stop",
        "police has none",
    ),
    "two routes for one answer": (_second_route, "routes.toml", "route[other].fraud", "one route"),
    "conflict with nobody": (_set(*C, pending=[]), "conflicts.toml", "conflict[both].pending", "at least one"),
    "conflict with a stranger": (_set(*C, wants=["bank"]), "conflicts.toml", "conflict[both].wants", "out of"),
    "not said whether refused": (_drop(*C, "refuses"), "conflicts.toml", "conflict[both].refuses", "true or false"),
    "money in words": (_set(*W, balance="10,000"), "wallets.toml", "wallet_class[class4].balance", "whole yuan"),
    "as of no day": (_set(*W, as_of="2026"), "wallets.toml", "wallet_class[class4].as_of", "a date"),
    "unknown role": (_set(*M, roles=["shoe_size"]), "materials.toml", "requirement[who].roles", "out of"),
    "pattern that is none": (_set(*WO, patterns=["("]), "wording.toml", "wording[insult].patterns", "regular"),
    "pattern that runs away": (_set(*WO, patterns=["(a+)+b"]), "wording.toml", "wording[insult].patterns", "repeats"),
    "pattern for nothing": (_set(*WO, patterns=["x*"]), "wording.toml", "wording[insult].patterns", "some text"),
    "no pattern": (_set(*WO, patterns=[]), "wording.toml", "wording[insult].patterns", "at least one"),
    "unknown severity": (_set(*WO, severity="loud"), "wording.toml", "wording[insult].severity", "hint"),
    "facts as one table": (lambda files: files["help.toml"].update(help={}), "help.toml", "help", "a list"),
    "facts as words": (lambda files: files["help.toml"].update(help=["x"]), "help.toml", "help[1]", "a table"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_refused_with_place_and_reason(name: str) -> None:
    spoil, file, place, reason = MISTAKES[name]
    files = small_files()
    spoil(files)
    with pytest.raises(UserError) as caught:
        read(files)
    error = caught.value
    assert error.code == "rules_invalid"
    assert (error.params["file"], error.params["key"]) == (file, place)
    assert reason in error.params["expected"]


def test_the_small_pack_itself_is_good() -> None:
    pack = small_pack()
    short, long = pack.limits
    assert (short.party, short.amount, short.unit, short.roll) == (Party.BANK, 15, Unit.CALENDAR, Roll.UNSETTLED)
    assert long.extends == "short"
    assert pack.routes[0].stops[1].kind is DoorKind.COURT
    assert not pack.routes[0].fraud
    assert pack.requirements[0].roles == ("complainant",)
    assert pack.limit("none") is None
    assert pack.door("line") is pack.doors[0]


def test_a_file_that_is_not_there_has_no_facts() -> None:
    files = small_files()
    del files["wording.toml"]
    assert read(files).wordings == ()


def test_broken_toml_is_named() -> None:
    with pytest.raises(UserError) as caught:
        read_pack_texts({"pack.toml": "key = "})
    assert caught.value.params["file"] == "pack.toml"
    assert "valid TOML" in caught.value.params["expected"]


@pytest.mark.parametrize("content", ["", "[]", "{", '{"limit": 3}', '{"strange": 1}', "[" * 100_000])
def test_stored_text_that_is_no_pack_is_refused(content: str) -> None:
    with pytest.raises(UserError, match="rules_invalid"):
        load_pack(content)


def test_the_shipped_pack_reads_back_from_its_json() -> None:
    pack = shipped_pack()
    content = dump_pack(pack)
    assert load_pack(content) == pack
    assert dump_pack(load_pack(content)) == content


def test_versions_are_told_by_number() -> None:
    old, new = (small_pack(_head(version=version)) for version in ("2026.9.2", "2026.11.1"))
    assert old.age < new.age


def test_doors_of_an_institution_come_before_those_of_all() -> None:
    pack = small_pack(lambda files: files["doors.toml"]["door"].append(_own(files)))
    assert [door.key for door in pack.doors_of(DoorKind.HOTLINE, "某某银行北京分行")] == ["own"]
    assert [door.key for door in pack.doors_of(DoorKind.HOTLINE, "moumou BANK")] == ["own"]
    assert [door.key for door in pack.doors_of(DoorKind.HOTLINE, "别的银行")] == ["line"]
    assert pack.doors_of(DoorKind.HOTLINE, "别的银行", Party.PAYMENT_INSTITUTION) == ()


def _own(files: Files) -> dict[str, Any]:
    return {**files["doors.toml"]["door"][0], "key": "own", "institution": "某某银行|Moumou Bank"}


_words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cf"]), min_size=1, max_size=30).filter(
    lambda words: bool(words.strip())
)
_texts = st.fixed_dictionaries({"zh": _words, "en": _words})
_days = st.dates().map(lambda day: day.isoformat())


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_pack_survives_being_kept(data: st.DataObject) -> None:
    files = small_files()
    for facts in (facts for file in FILES for facts in files[file].values() if isinstance(facts, list)):
        for fact in facts:
            for name, value in list(fact.items()):
                if isinstance(value, dict) and set(value) == {"zh", "en"}:
                    fact[name] = data.draw(_texts)
            fact["source"] = data.draw(_texts) | {"checked_on": data.draw(_days), "confirmed": data.draw(st.booleans())}
            if data.draw(st.booleans()):
                before = st.dictionaries(st.sampled_from(["amount", "hours"]), st.none() | st.integers(0, 9) | _texts)
                fact["source"] |= {"edited_on": data.draw(_days), "edited_from": data.draw(before)}
    files["limits.toml"]["limit"][0]["amount"] = data.draw(st.integers(1, 29))
    number = data.draw(st.from_regex(r"[+]?[0-9]{3,9}(-[0-9]{1,4})?", fullmatch=True))
    files["doors.toml"]["door"][0] |= {"number": number, "char_limit": data.draw(st.integers(0, 5000))}
    pack = read(files)
    content = dump_pack(pack)
    assert load_pack(content) == pack
    assert json.loads(content)["limit"][0]["amount"] == pack.limits[0].amount


def test_a_stored_pack_with_a_number_of_an_earlier_time_still_opens() -> None:
    stored = json.loads(dump_pack(small_pack()))
    stored["door"][0]["number"] = "see the card"
    assert load_pack(json.dumps(stored)).doors[0].number == "see the card"


@pytest.mark.parametrize("number", ["110", "95588", "+86-95588", "(010) 6610-8888", "95588、12378", "95588 转 9"])
def test_numbers_to_dial_are_taken(number: str) -> None:
    files = small_files()
    files["doors.toml"]["door"][0]["number"] = number
    assert read(files).doors[0].number == number
