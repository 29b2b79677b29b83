"""Every fault is told in both languages, in words that are filled in."""

from __future__ import annotations

import re

import pytest

from walletcase.infra import resources
from walletcase.infra.fault_texts import fault_text
from walletcase.services.records_check import KINDS


def test_every_kind_has_its_words_and_no_other() -> None:
    assert set(resources.toml("i18n", "faults.toml")) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_both_languages_say_the_same_placeholders(kind: str) -> None:
    for part in resources.toml("i18n", "faults.toml")[kind].values():
        assert set(part) == {"zh", "en"}
        zh, en = (set(re.findall(r"\{(\w+)\}", part[tongue])) for tongue in ("zh", "en"))
        assert zh == en
        assert re.search("[一-鿿]", part["zh"])
        assert not re.search("[一-鿿]", part["en"])


@pytest.mark.parametrize(
    ("kind", "subject", "detail", "says"),
    [
        ("file_missing", "WC-2026-0001/3", "ab" * 32, "Exhibit 3 of WC-2026-0001"),
        ("letter_altered", "WC-2026-0001/letter 2", "x", "Letter 2 of WC-2026-0001"),
        ("file_foreign", "vault/ab/{x}", "", "vault/ab/{x}"),
        ("journal_broken", "journal", "line 5", "line 5"),
        ("time_stamp_broken", "time stamp 4", "line 7", "Time stamp 4"),
        ("rules_unreadable", "rules/2", "why", "Revision 2"),
        ("database", "database", "row 1 of {x}", "row 1 of {x}"),
    ],
)
def test_what_it_is_about_is_named(kind: str, subject: str, detail: str, says: str) -> None:
    assert says in fault_text(kind, subject, detail, "en").what
    assert re.search("[一-鿿]", fault_text(kind, subject, detail, "zh_CN").todo)
