"""A playbook that is good, and each single change that spoils it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Tree = dict[str, Any]
BOTH = {"zh": "字", "en": "word"}

GOOD: Tree = {
    "key": "two-steps",
    "version": 3,
    "name": BOTH,
    "summary": BOTH,
    "institution": BOTH,
    "intake": ["problem"],
    "phase": [{"key": "start", "name": BOTH}, {"key": "finish", "name": BOTH}],
    "channel": [
        {"key": "hotline", "name": BOTH, "icon": "phone"},
        {"key": "sms", "name": BOTH, "icon": "mail"},
    ],
    "step": [
        {
            "key": "call",
            "phase": "start",
            "name": BOTH,
            "purpose": BOTH,
            "icon": "phone",
            "channel": "hotline",
            "repeatable": True,
            "done_label": BOTH,
            "tools": ["call"],
            "doors": ["hotline", "branch"],
            "clock": [
                {"limit": "bank_answer", "starts": "occurred_on", "outcomes": ["filed"]},
                {
                    "limit": "review_answer",
                    "starts": "occurred_on",
                    "when_field": "by",
                    "when_answers": ["text_message"],
                },
            ],
            "evidence_hints": [BOTH, {"zh": "二", "en": "two"}],
            "field": [
                {"key": "problem", "kind": "long_text", "label": BOTH, "role": "problem", "required": True},
                {"key": "called_on", "kind": "date", "label": BOTH, "role": "occurred_on", "hint": BOTH},
                {"key": "promised_on", "kind": "date", "label": BOTH, "role": "promised_on"},
                {
                    "key": "by",
                    "kind": "choice",
                    "label": BOTH,
                    "role": "channel",
                    "choices": [
                        {"key": "hotline", "text": BOTH},
                        {"key": "text_message", "text": BOTH, "channel": "sms"},
                    ],
                },
                {"key": "card", "kind": "text", "label": BOTH, "private": True, "paper": {"zh": "卡", "en": "card"}},
                {"key": "said", "kind": "text", "label": BOTH, "role": "summary"},
                {
                    "key": "product",
                    "kind": "choice",
                    "label": BOTH,
                    "role": "product_kind",
                    "choices": [
                        {"key": "wallet", "text": BOTH, "product": "ecny_wallet"},
                        {"key": "card_pay", "text": BOTH, "door": "pboc"},
                    ],
                },
            ],
            "check": [{"key": "ready", "text": BOTH}],
            "tip": [
                {
                    "key": "limit",
                    "text": BOTH,
                    "source": "办法",
                    "source_en": "Measures",
                    "checked_on": "2026-11-22",
                    "verify": True,
                }
            ],
            "outcome": [
                {"key": "filed", "text": BOTH, "next_step": "ask", "sets_status": "filed"},
                {"key": "promised", "text": BOTH, "needs_date": True},
                {"key": "solved", "text": BOTH, "next_step": "end", "is_answer": True, "ends": ["review_answer"]},
                {"key": "again", "text": BOTH, "next_step": "call"},
            ],
        },
        {
            "key": "ask",
            "phase": "start",
            "name": BOTH,
            "purpose": BOTH,
            "icon": "hourglass",
            "needs_any": ["call"],
            "outcome": [{"key": "asked", "text": BOTH}],
        },
        {
            "key": "end",
            "phase": "finish",
            "name": BOTH,
            "purpose": BOTH,
            "icon": "flag",
            "outcome": [{"key": "good", "text": BOTH, "sets_status": "resolved"}],
        },
    ],
}


def _step(tree: Tree, number: int = 0) -> Tree:
    step: Tree = tree["step"][number]
    return step


def _field(tree: Tree, number: int = 0) -> Tree:
    field: Tree = _step(tree)["field"][number]
    return field


def _outcome(tree: Tree, number: int = 0, step: int = 0) -> Tree:
    outcome: Tree = _step(tree, step)["outcome"][number]
    return outcome


def _clock(tree: Tree, number: int = 0) -> Tree:
    clock: Tree = _step(tree)["clock"][number]
    return clock


FAULTS: dict[str, tuple[Callable[[Tree], object], str, str, str]] = {
    # name: (what is done to the good file, step, key, part of what was expected)
    "unknown key at the top": (lambda t: t.update(colour="red"), "-", "colour", "no such key"),
    "unknown key of a step": (lambda t: _step(t).update(colour="red"), "call", "colour", "no such key"),
    "unknown key of a field": (
        lambda t: _field(t).update(colour="red"),
        "call",
        "field[problem].colour",
        "no such key",
    ),
    "unknown key of a choice": (
        lambda t: _field(t, 3)["choices"][0].update(colour="red"),
        "call",
        "field[by].choices[hotline].colour",
        "no such key",
    ),
    "unknown key of a check": (lambda t: _step(t)["check"][0].update(x=1), "call", "check[ready].x", "no such key"),
    "unknown key of a tip": (lambda t: _step(t)["tip"][0].update(x=1), "call", "tip[limit].x", "no such key"),
    "unknown key of an outcome": (lambda t: _outcome(t).update(x=1), "call", "outcome[filed].x", "no such key"),
    "unknown key of a phase": (lambda t: t["phase"][0].update(x=1), "-", "phase[start].x", "no such key"),
    "unknown key of a channel": (lambda t: t["channel"][0].update(x=1), "-", "channel[hotline].x", "no such key"),
    "no key": (lambda t: t.pop("key"), "-", "key", "not empty"),
    "no version": (lambda t: t.pop("version"), "-", "version", "whole number"),
    "no name": (lambda t: t.pop("name"), "-", "name", "both languages"),
    "no steps": (lambda t: t.pop("step"), "-", "step", "at least two steps"),
    "no intake": (lambda t: t.pop("intake"), "-", "intake", "problem"),
    "a step without key": (lambda t: _step(t).pop("key"), "-", "step[1].key", "not empty"),
    "a step without purpose": (lambda t: _step(t).pop("purpose"), "call", "purpose", "both languages"),
    "a step without icon": (lambda t: _step(t).pop("icon"), "call", "icon", "not empty"),
    "a field without kind": (lambda t: _field(t, 4).pop("kind"), "call", "field[card].kind", "contacts"),
    "a tip without source": (lambda t: _step(t)["tip"][0].pop("source"), "call", "tip[limit].source", "not empty"),
    "a tip without English source": (
        lambda t: _step(t)["tip"][0].pop("source_en"),
        "call",
        "tip[limit].source_en",
        "not empty",
    ),
    "version is text": (lambda t: t.update(version="1"), "-", "version", "whole number"),
    "version is true": (lambda t: t.update(version=True), "-", "version", "whole number"),
    "version is zero": (lambda t: t.update(version=0), "-", "version", "whole number"),
    "repeatable is text": (lambda t: _step(t).update(repeatable="yes"), "call", "repeatable", "true or false"),
    "required is a number": (
        lambda t: _field(t).update(required=1),
        "call",
        "field[problem].required",
        "true or false",
    ),
    "steps are no list": (lambda t: t.update(step={"key": "call"}), "-", "step", "a list"),
    "a step is no table": (lambda t: t["step"].insert(0, "call"), "-", "step[1]", "a table"),
    "needs_any is text": (lambda t: _step(t).update(needs_any="ask"), "call", "needs_any", "a list"),
    "intake holds a number": (lambda t: t.update(intake=[1]), "-", "intake", "a list of different keys"),
    "intake twice the same": (lambda t: t.update(intake=["problem"] * 2), "-", "intake", "a list of different keys"),
    "channel is a number": (lambda t: _step(t).update(channel=5), "call", "channel", "not empty"),
    "a text in one language": (lambda t: t.update(summary={"zh": "字"}), "-", "summary", "both languages"),
    "a text in three languages": (lambda t: t.update(summary={**BOTH, "fr": "mot"}), "-", "summary", "both languages"),
    "a blank translation": (lambda t: _step(t).update(name={"zh": " ", "en": "x"}), "call", "name", "both languages"),
    "a plain text": (lambda t: _step(t).update(name="call"), "call", "name", "both languages"),
    "a number as translation": (
        lambda t: _field(t).update(label={"zh": 1, "en": "x"}),
        "call",
        "field[problem].label",
        "{",
    ),
    "a blank hint": (lambda t: _field(t).update(hint={"zh": "", "en": ""}), "call", "field[problem].hint", "{"),
    "a blank evidence hint": (
        lambda t: _step(t).update(evidence_hints=[BOTH, {"zh": "", "en": "x"}]),
        "call",
        "evidence_hints[2]",
        "both languages",
    ),
    "key of the playbook": (lambda t: t.update(key="Two Steps"), "-", "key", "a key of the form"),
    "key of a step": (lambda t: _step(t, 1).update(key="Ask-It"), "Ask-It", "key", "a key of the form"),
    "key of a field": (lambda t: _field(t).update(key="1st"), "call", "field[1st].key", "a key of the form"),
    "two steps of one key": (lambda t: _step(t, 1).update(key="call", needs_any=[]), "-", "step[call]", "used once"),
    "two phases of one key": (lambda t: t["phase"][1].update(key="start"), "-", "phase[start]", "used once"),
    "two channels of one key": (lambda t: t["channel"][1].update(key="hotline"), "-", "channel[hotline]", "used once"),
    "two fields of one key": (
        lambda t: _step(t, 1).update(field=[{"key": "card", "kind": "text", "label": BOTH}]),
        "ask",
        "field[card]",
        "once in the playbook",
    ),
    "two choices of one key": (
        lambda t: _field(t, 3)["choices"][1].update(key="hotline"),
        "call",
        "field[by].choices[hotline]",
        "used once",
    ),
    "two checks of one key": (lambda t: _step(t)["check"].append(_step(t)["check"][0]), "call", "check[ready]", "once"),
    "two tips of one key": (lambda t: _step(t)["tip"].append(_step(t)["tip"][0]), "call", "tip[limit]", "once"),
    "two outcomes of one key": (lambda t: _outcome(t, 1).update(key="filed"), "call", "outcome[filed]", "once"),
    "a phase that is none": (lambda t: _step(t).update(phase="middle"), "call", "phase", "start, finish"),
    "a channel that is none": (lambda t: _step(t).update(channel="drum"), "call", "channel", "hotline, sms"),
    "a next step that is none": (
        lambda t: _outcome(t).update(next_step="x"),
        "call",
        "outcome[filed].next_step",
        "ask",
    ),
    "a needed step that is none": (lambda t: _step(t, 1).update(needs_any=["x"]), "ask", "needs_any", "x is none"),
    "an intake field that is none": (lambda t: t.update(intake=["x"]), "-", "intake", "x is none"),
    "a choice's channel that is none": (
        lambda t: _field(t, 3)["choices"][1].update(channel="drum"),
        "call",
        "field[by].choices[text_message].channel",
        "hotline, sms",
    ),
    "a choice's channel without the role": (
        lambda t: _field(t, 3).pop("role"),
        "call",
        "field[by].choices[text_message].channel",
        "role channel",
    ),
    "a channel choice in a step without channel": (lambda t: _step(t).pop("channel"), "call", "channel", "holds while"),
    "a choice field without choices": (
        lambda t: _field(t, 3).pop("choices"),
        "call",
        "field[by].choices",
        "at least two",
    ),
    "a choice field with one choice": (lambda t: _field(t, 3)["choices"].pop(), "call", "field[by].choices", "two"),
    "choices of a text field": (
        lambda t: _field(t, 4).update(choices=[{"key": "a", "text": BOTH}, {"key": "b", "text": BOTH}]),
        "call",
        "field[card].choices",
        "only in a field of kind choice",
    ),
    "a kind that is none": (lambda t: _field(t).update(kind="essay"), "call", "field[problem].kind", "contacts"),
    "a role that is none": (lambda t: _field(t).update(role="hero"), "call", "field[problem].role", "reference"),
    "a role twice in a step": (
        lambda t: _field(t, 2).update(role="occurred_on"),
        "call",
        "field[called_on].role",
        "at most once",
    ),
    "a date role on a text": (lambda t: _field(t, 1).update(kind="text"), "call", "field[called_on].kind", "date"),
    "a word role on a date": (
        lambda t: _field(t).update(kind="date"),
        "call",
        "field[problem].kind",
        "text, long_text",
    ),
    "no outcome": (lambda t: _step(t, 1).pop("outcome"), "ask", "outcome", "at least one"),
    "a status that is none": (
        lambda t: _outcome(t).update(sets_status="x"),
        "call",
        "outcome[filed].sets_status",
        "draft",
    ),
    "a promise first": (lambda t: _step(t)["outcome"].pop(0), "call", "outcome[promised].needs_date", "needs no date"),
    "a promise with no place for its date": (
        lambda t: _field(t, 2).pop("role"),
        "call",
        "outcome[promised].needs_date",
        "promised_on",
    ),
    "a step that follows itself once": (
        lambda t: _step(t).pop("repeatable"),
        "call",
        "outcome[again].next_step",
        "not repeatable",
    ),
    "steps that wait for one another": (
        lambda t: _step(t).update(needs_any=["ask"]),
        "call",
        "needs_any",
        "no circle",
    ),
    "a step that waits for itself": (lambda t: _step(t, 1).update(needs_any=["ask"]), "ask", "needs_any", "no circle"),
    "a last step that does not close": (
        lambda t: _outcome(t, 0, 2).pop("sets_status"),
        "end",
        "outcome[good].sets_status",
        "resolved or closed",
    ),
    "a last step that goes on": (
        lambda t: _outcome(t, 0, 2).update(next_step="call"),
        "end",
        "outcome[good].next_step",
        "",
    ),
    "a last step repeated": (lambda t: _step(t, 2).update(repeatable=True), "end", "repeatable", "false"),
    "a step in the middle that closes": (
        lambda t: _outcome(t).update(sets_status="closed"),
        "call",
        "outcome[filed].sets_status",
        "only in the last step",
    ),
    "a date that is none": (
        lambda t: _step(t)["tip"][0].update(checked_on="2026-02-30"),
        "call",
        "tip[limit].checked_on",
        "a date",
    ),
    "a date of another form": (
        lambda t: _step(t)["tip"][0].update(checked_on="20261122"),
        "call",
        "tip[limit].checked_on",
        "a date",
    ),
    "an unknown key of a clock": (lambda t: _clock(t).update(x=1), "call", "clock[1].x", "no such key"),
    "a clock without limit": (lambda t: _clock(t).pop("limit"), "call", "clock[1].limit", "not empty"),
    "a limit of another form": (lambda t: _clock(t).update(limit="B-15"), "call", "clock[1].limit", "of the form"),
    "a clock without start": (lambda t: _clock(t).pop("starts"), "call", "clock[1].starts", "occurred_on"),
    "a clock that starts with words": (
        lambda t: _clock(t).update(starts="problem"),
        "call",
        "clock[bank_answer].starts",
        "a role of a date",
    ),
    "a clock that starts with a field that is not here": (
        lambda t: _clock(t).update(starts="accepted_on"),
        "call",
        "clock[bank_answer].starts",
        "with the role accepted_on",
    ),
    "a clock of an outcome that is none": (
        lambda t: _clock(t).update(outcomes=["gone"]),
        "call",
        "clock[bank_answer].outcomes",
        "gone is none",
    ),
    "a clock's field without answers": (
        lambda t: _clock(t, 1).pop("when_answers"),
        "call",
        "clock[review_answer].when_answers",
        "together",
    ),
    "a clock's answers without field": (
        lambda t: _clock(t, 1).pop("when_field"),
        "call",
        "clock[review_answer].when_answers",
        "together",
    ),
    "a clock's field that is no choice": (
        lambda t: _clock(t, 1).update(when_field="card"),
        "call",
        "clock[review_answer].when_field",
        "by, product",
    ),
    "a clock's answer that is none": (
        lambda t: _clock(t, 1).update(when_answers=["drum"]),
        "call",
        "clock[review_answer].when_answers",
        "drum is none",
    ),
    "a clock twice": (lambda t: _step(t)["clock"].append(_clock(t)), "call", "clock[bank_answer]", "twice"),
    "a clock that excepts a product that is none": (
        lambda t: _clock(t).update(except_products=["boat"]),
        "call",
        "clock[bank_answer].except_products",
        "boat is none",
    ),
    "a tool that is none": (lambda t: _step(t).update(tools=["hammer"]), "call", "tools", "hammer is none"),
    "a tool twice": (lambda t: _step(t).update(tools=["call", "call"]), "call", "tools", "different"),
    "a call without summary": (lambda t: _field(t, 5).pop("role"), "call", "tools", "role summary"),
    "a call in a step without channel": (
        lambda t: (
            _step(t).pop("channel"),
            _field(t, 3).pop("role"),
            _field(t, 3)["choices"][1].pop("channel"),
            _step(t)["outcome"].pop(1),
        ),
        "call",
        "tools",
        "a step with a channel",
    ),
    "a settlement without its fields": (lambda t: _step(t, 2).update(tools=["settlement"]), "end", "tools", "agreed"),
    "a door that is none": (lambda t: _step(t).update(doors=["window"]), "call", "doors", "window is none"),
    "a choice's door that is none": (
        lambda t: _field(t, 3)["choices"][0].update(door="window"),
        "call",
        "field[by].choices[hotline].door",
        "pboc",
    ),
    "a product without the role": (
        lambda t: _field(t, 3)["choices"][0].update(product="ecny_wallet"),
        "call",
        "field[by].choices[hotline].product",
        "role product_kind",
    ),
    "a blank label for paper": (
        lambda t: _field(t, 4).update(paper={"zh": "", "en": "x"}),
        "call",
        "field[card].paper",
        "both languages",
    ),
    "ends is text": (lambda t: _outcome(t).update(ends="x"), "call", "outcome[filed].ends", "a list"),
    "demands without their role": (
        lambda t: _field(t, 4).update(kind="demands"),
        "call",
        "field[card].role",
        "kind demands",
    ),
    "a product kind written freely": (
        lambda t: _field(t, 6).update(kind="text", choices=[]),
        "call",
        "field[product].kind",
        "choice",
    ),
    "accepted on a text": (lambda t: _field(t, 5).update(role="accepted_on"), "call", "field[said].kind", "date"),
}
