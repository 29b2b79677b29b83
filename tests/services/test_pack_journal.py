"""What others get of the journal: enough to check the lines they may read, nothing by which to guess the rest."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from walletcase.domain.sealing import seal
from walletcase.services.pack_content import journal_lines
from walletcase.services.ports import JournalLine
from walletcase.storage.repositories.journal import chain_hash

CASE, OTHER = "WC-2026-0001", "WC-2026-0002"


@dataclass
class Chain:
    """A journal of a case's lines ("s" said to others, "h" hidden) and another's ("o"), in capitals without salt."""

    wanted: str

    def numbered(self, case_number: str = "") -> Sequence[tuple[int, JournalLine]]:
        lines = []
        for seq, sign in enumerate(self.wanted, 1):
            kind = {"s": "evidence_added", "h": "case_edited", "o": "case_made"}[sign.lower()]
            salt = f"{seq:032}" if sign.islower() else ""
            number = OTHER if sign in "oO" else CASE
            lines.append((seq, JournalLine("2026-11-22T09:00:00+08:00", kind, number, {"n": str(seq)}, salt)))
        return [(seq, line) for seq, line in lines if case_number in ("", line.case_number)]

    def hash_at(self, seq: int) -> str:
        head = ""
        for number, line in self.numbered()[:seq]:
            head = chain_hash(head, number, line)
        return head


def told(wanted: str, *, own: bool = False) -> str:
    """Of each line that is given: "S" said, "#" its hash only, "." its number only."""
    sayable = None if own else lambda line: line.detail if line.kind == "evidence_added" else ()
    lines = [json.loads(line) for line in journal_lines(Chain(wanted), CASE, sayable)]
    assert all("kind" not in line or "hash" in line for line in lines)
    return "".join("S" if "kind" in line else "#" if "hash" in line else "." for line in lines)


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("shsoh", "S#S##"),
        ("oohs", "##S"),
        ("SHS", "S.."),
        ("SSS", "SSS"),
        ("ShS", "S#S"),
        ("Shs", "S#S"),
        ("HhS", ".#S"),
        ("sHhs", "S.#S"),
        ("OSs", "..#"),
        ("oSs", "#SS"),
        ("sOs", "S.#"),
    ],
)
def test_no_hash_is_given_of_a_hidden_line_that_could_be_guessed(wanted: str, given: str) -> None:
    assert told(wanted) == given


def test_words_that_are_not_said_stay_sealed_in_a_line_that_holds() -> None:
    line = JournalLine("2026-11-22T09:00:00+08:00", "evidence_added", CASE, {"exhibit": "1", "by": "lin"}, "5a" * 16)

    class One:
        def numbered(self, case_number: str = "") -> Sequence[tuple[int, JournalLine]]:
            return [(1, line)]

        def hash_at(self, seq: int) -> str:
            return chain_hash("", seq, line)

    (text,) = journal_lines(One(), CASE, lambda _: {"exhibit"})
    told = json.loads(text)
    assert (told["detail"], set(told["salts"]), set(told["sealed"])) == ({"exhibit": "1"}, {"exhibit"}, {"by", "salt"})
    assert line.salt not in text
    seals = told["sealed"] | {"exhibit": seal(told["salts"]["exhibit"], "exhibit", "1")}
    assert seals == line.hashed
    guessed = {seal(known, "by", "lin") for known in ("", line.salt, *told["salts"].values(), *seals.values())}
    assert told["sealed"]["by"] not in guessed


def test_oneself_sees_every_line_and_every_hash() -> None:
    assert told("oSHhOs", own=True) == "#SSS#S"
