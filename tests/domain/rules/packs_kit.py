"""Packs for tests: the shipped texts, small packs of one's own, packs out of hypothesis."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from walletcase.domain.rules.pack import RulePack
from walletcase.domain.rules.reader import read_pack_files

FOLDER = Path(__file__).parents[3] / "resources" / "rules"
Files = dict[str, dict[str, Any]]


@cache
def _shipped() -> Files:
    return {file.name: tomllib.loads(file.read_text(encoding="utf-8")) for file in FOLDER.glob("*.toml")}


def shipped_files() -> Files:
    """The shipped pack as parsed files that may be changed."""
    return copy.deepcopy(_shipped())


def shipped_pack() -> RulePack:
    """The shipped pack."""
    return read_pack_files(shipped_files())


def text(words: str = "字") -> dict[str, str]:
    """A text in both languages."""
    return {"zh": words, "en": words}


def source(**parts: object) -> dict[str, object]:
    """A source."""
    return {**text("来源"), "checked_on": "2026-11-22", "confirmed": True, **parts}


def small_files() -> Files:
    """A pack with one fact of each kind, two limits and two doors."""
    rule = {"authority": text(), "article": "第一条", "source": source()}
    limit = {"key": "short", "name": text(), "trigger": text(), "duty": text(), "party": "bank", "amount": 15}
    limit |= {"unit": "calendar_days", "roll": "unsettled", **rule}
    door: dict[str, object] = {"key": "line", "kind": "hotline", "party": "bank", "name": text(), "does": text()}
    door |= {"prepare": [text()], "ask_for": [text()], "source": source()}
    amounts = {"balance": "10000", "per_payment": "none", "per_day": "", "per_year": ""}
    wallet = {"key": "class4", "name": text(), "identity": text(), "as_of": "2026-11-22", "interest": text()}
    words = {"key": "insult", "severity": "warn", "patterns": ["骗子"], "why": text(), "instead": text()}
    return {
        "pack.toml": {"key": "small", "version": "2026.11.1", "name": text(), "published_on": "2026-11-22"},
        "limits.toml": {"limit": [limit, {**limit, "key": "long", "amount": 30, "extends": "short"}]},
        "doors.toml": {"door": [door, {**door, "key": "court", "kind": "court", "party": "other", "hours": text()}]},
        "routes.toml": {
            "product": [{"key": "ecny", "name": text(), "answers": "bank", "reason": text(), "source": source()}],
            "route": [
                {
                    "key": "ecny_plain",
                    "product": "ecny",
                    "answers": "bank",
                    "stop": [{"kind": "hotline", "reason": text()}, {"kind": "court", "reason": text()}],
                    "source": source(),
                }
            ],
        },
        "conflicts.toml": {
            "conflict": [
                {"key": "both", "wants": ["pboc"], "pending": ["court"], "says": text(), "refuses": True, **rule}
            ]
        },
        "wallets.toml": {"wallet_class": [{**wallet, **amounts, "source": source()}]},
        "materials.toml": {
            "requirement": [{"key": "who", "doors": ["pboc"], "name": text(), "roles": ["complainant"], **rule}]
        },
        "refusals.toml": {"refusal": [{"key": "old", "doors": ["samr"], "says": text(), **rule}]},
        "wording.toml": {"wording": [{**words, "source": source()}]},
        "help.toml": {"help": [{"key": "note", "topic": "wallet", "text": text(), "source": source()}]},
    }


def read(files: Files) -> RulePack:
    """Read parsed files."""
    return read_pack_files(files)


def small_pack(change: Callable[[Files], object] = lambda files: None) -> RulePack:
    """The small pack, changed."""
    files = small_files()
    change(files)
    return read(files)
