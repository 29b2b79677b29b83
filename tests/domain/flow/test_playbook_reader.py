"""Every fault that a playbook file can have is named: file, step, key and what was expected."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.flow.faulty_playbooks import FAULTS, GOOD, Tree
from walletcase.domain.errors import UserError
from walletcase.domain.flow.playbook import Clock, FieldKind, Playbook, Role, Status, Tool
from walletcase.domain.flow.reader import read_playbook, read_playbook_text
from walletcase.domain.text import Text


def _broken(change: Callable[[Tree], object]) -> UserError:
    tree = deepcopy(GOOD)
    change(tree)
    with pytest.raises(UserError) as caught:
        read_playbook(tree, "mine.toml")
    return caught.value


def test_a_good_file_is_read_whole() -> None:
    playbook = read_playbook(deepcopy(GOOD), "mine.toml")
    assert isinstance(playbook, Playbook)
    assert (playbook.key, playbook.version, playbook.intake) == ("two-steps", 3, ("problem",))
    assert playbook.name == Text("字", "word")
    assert [phase.key for phase in playbook.phases] == ["start", "finish"]
    assert [(channel.key, channel.icon) for channel in playbook.channels] == [("hotline", "phone"), ("sms", "mail")]
    call = playbook.by_key["call"]
    assert (call.channel, call.repeatable, call.icon, call.done_label) == ("hotline", True, "phone", Text("字", "word"))
    assert call.evidence_hints == (Text("字", "word"), Text("二", "two"))
    assert [(f.kind, f.role, f.required, f.private) for f in call.fields][:2] == [
        (FieldKind.LONG_TEXT, Role.PROBLEM, True, False),
        (FieldKind.DATE, Role.OCCURRED_ON, False, False),
    ]
    assert call.fields[1].hint == Text("字", "word")
    assert call.fields[4].private
    assert call.checklist[0].key == "ready"
    tip = call.tips[0]
    assert (tip.source_in("zh_CN"), tip.source_in("en"), tip.checked_on, tip.verify) == (
        "办法",
        "Measures",
        "2026-11-22",
        True,
    )
    assert [(o.key, o.next_step, o.sets_status, o.needs_date, o.is_answer) for o in call.outcomes] == [
        ("filed", "ask", Status.FILED, False, False),
        ("promised", "", None, True, False),
        ("solved", "end", None, False, True),
        ("again", "call", None, False, False),
    ]
    assert playbook.by_key["ask"].needs_any == ("call",)
    assert playbook.by_key["end"].done_label is None


def test_clocks_tools_doors_and_paper_labels_are_read() -> None:
    call = read_playbook(deepcopy(GOOD), "mine.toml").by_key["call"]
    assert call.tools == (Tool.CALL,)
    assert call.doors == ("hotline", "branch")
    assert call.clocks == (
        Clock("bank_answer", Role.OCCURRED_ON, ("filed",)),
        Clock("review_answer", Role.OCCURRED_ON, (), "by", ("text_message",)),
    )
    assert [o.ends for o in call.outcomes] == [(), (), ("review_answer",), ()]
    assert [f.paper for f in call.fields if f.paper] == [Text("卡", "card")]
    assert [(c.product, c.door) for c in call.fields[-1].choices] == [("ecny_wallet", ""), ("", "pboc")]


def test_the_channel_of_a_contact_is_what_the_person_chose() -> None:
    call = read_playbook(deepcopy(GOOD), "mine.toml").by_key["call"]
    assert call.channel_for({}) == "hotline"
    assert call.channel_for({"by": "text_message"}) == "sms"
    assert call.channel_for({"by": "half-typed"}) == "hotline"


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_names_file_step_key_and_what_was_expected(name: str) -> None:
    change, step, key, expected = FAULTS[name]
    error = _broken(change)
    assert error.code == "playbook_invalid"
    assert (error.params["file"], error.params["step"], error.params["key"]) == ("mine.toml", step, key)
    assert expected in error.params["expected"]
    assert error.params["expected"].strip()


def test_text_that_is_no_toml_names_the_line() -> None:
    with pytest.raises(UserError) as caught:
        read_playbook_text('key = "a"\nversion = = 1\n', "mine.toml")
    assert caught.value.code == "playbook_invalid"
    assert caught.value.params["file"] == "mine.toml"
    assert "line 2" in caught.value.params["expected"]


def test_text_is_read_like_parsed_toml() -> None:
    with pytest.raises(UserError) as caught:
        read_playbook_text('key = "a"\nversion = 1\n', "mine.toml")
    assert caught.value.params["key"] == "name"


_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def _places(tree: object) -> Iterator[tuple[Any, Any]]:
    """Every (container, key) of the tree."""
    keys: list[Any] = []
    if isinstance(tree, dict):
        keys = list(tree)
    elif isinstance(tree, list):
        keys = list(range(len(tree)))
    container: Any = tree
    for key in keys:
        yield container, key
        yield from _places(container[key])


def _code_of_refusal(tree: Tree) -> str:
    try:
        read_playbook(tree, "mine.toml")
    except UserError as error:
        return error.code
    return ""


@given(st.data())
def test_a_file_with_anything_anywhere_is_read_or_refused(data: st.DataObject) -> None:
    tree = deepcopy(GOOD)
    container, key = data.draw(st.sampled_from(list(_places(tree))))
    container[key] = data.draw(_ANYTHING)
    assert _code_of_refusal(tree) in ("", "playbook_invalid")
