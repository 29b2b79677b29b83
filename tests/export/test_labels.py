"""The dossier's own words: all there in both languages, all used, all placeholders filled."""

from __future__ import annotations

import ast
import string
import tomllib
from pathlib import Path

import pytest

from tests.export.dossier_samples import LABELS
from walletcase.domain.custody import LeftBy, What
from walletcase.domain.demands import OfferState
from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.dossiers.custody_record import CHANGED, READERS, TAKEN_BACK
from walletcase.domain.dossiers.document import Part
from walletcase.domain.dossiers.parties import OTHER_SIDE, OWN_SIDE
from walletcase.domain.due.deadlines import DeadlineState
from walletcase.domain.evidence import CopyKind, Group, Kin, Way
from walletcase.domain.flow.machine import StepState
from walletcase.domain.flow.playbook import Status
from walletcase.domain.rules.pack import Party, Unit
from walletcase.export.file_words import FAMILIES as FILE_FAMILIES
from walletcase.export.file_words import WHOLE
from walletcase.export.labels import load_labels

ROOT = Path(__file__).resolve().parents[2] / "walletcase"
# Letters and the calendar file have words of their own (resources/letters, resources/i18n/calendar.toml); how dates,
# money and numerals are written in a Chinese letter is grammar (export/letter_words).
OTHERS = ("calendar_ics", "letter_")
PRINTS = [path for path in sorted((ROOT / "export").glob("*.py")) if not path.name.startswith(OTHERS)]
CODE = [*PRINTS, *sorted((ROOT / "domain" / "dossiers").glob("*.py"))]
REASONS = (
    "encrypted", "damaged", "empty", "too_large", "timeout", "unsupported", "missing", "too_many_pages", "replaced",
    "private", "left_out",
)  # fmt: skip
FAMILIES = {
    *(f"status_{status}" for status in Status),
    *(f"state_{state}" for state in StepState),
    *(f"kind_{kind}" for kind in CopyKind),
    *(f"reason_{reason}" for reason in REASONS),
    *(f"part_{part}" for part in Part),
    *(f"way_{way}" for way in Way if way),
    *(f"kin_{kin}" for kin in Kin if kin),
    *(f"{family}_{one}" for family in ("audience", "note_for") for one in Audience if one is not Audience.SELF),
    *(f"audience_{one}_chosen" for one in Audience if one is not Audience.SELF),
    "note_for_chosen",
    *(f"offer_{state}" for state in OfferState),
    *(f"deadline_{state}" for state in DeadlineState),
    *(f"party_{party}" for party in Party),
    *(f"unit_{unit}" for unit in Unit),
    *(f"side_{role}" for role in (*OWN_SIDE, *OTHER_SIDE)),
    *(f"custody_{event}" for event in CHANGED),
    *(f"custody_{event}" for event in TAKEN_BACK),
    *(f"left_{what.value or 'file'}" for what in What),
    *(f"left_by_{way}" for way in LeftBy),
    *(f"left_for_{reader}" for reader in READERS),
    *(f"type_{one}" for one in (*FILE_FAMILIES, *WHOLE.values(), "file")),
    *(f"group_{group.value or 'none'}" for group in Group),
}


def entries() -> dict[str, dict[str, str]]:
    return tomllib.loads(LABELS.read_text(encoding="utf-8"))


def strings(path: Path) -> set[str]:
    """Every string constant of a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def called(path: Path) -> set[str]:
    """Every key that a module asks for by name: labels("key", …)."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name == "labels":
                found.add(str(node.args[0].value))
    return found


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_entry_is_complete() -> None:
    for key, entry in entries().items():
        assert set(entry) == {"zh_CN", "en"}, key
        assert all(text.strip() for text in entry.values()), key
        assert fields(entry["zh_CN"]) == fields(entry["en"]), key
        assert entry["zh_CN"] != entry["en"] or key in ("file_hash", "col_hash"), key


def test_every_key_asked_for_exists() -> None:
    asked = set().union(*map(called, CODE)) | FAMILIES
    assert len(asked) > 60
    assert asked - set(entries()) == set()


def test_no_entry_is_unused() -> None:
    used = set().union(*map(strings, CODE)) | FAMILIES
    assert set(entries()) - used == set()


def test_the_dossier_says_nothing_that_is_not_a_label() -> None:
    """No Chinese in the code that prints, but for marks of punctuation and units."""
    for path in CODE:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
        docs = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, documented)}
        words = {text for text in strings(path) - docs if any("\u4e00" <= char < "\ua000" for char in text)}
        assert not words, (path.name, words)


@pytest.mark.parametrize("language", ["zh_CN", "en", "fr"])
def test_labels_are_filled(language: str) -> None:
    labels = load_labels(LABELS, language)
    text = labels("page_of", page=3, total=9)
    assert "3" in text
    assert "9" in text
    assert "{" not in text
    with pytest.raises(KeyError):
        labels("page_of", page=3)
    with pytest.raises(KeyError):
        labels("no_such_label")
    assert labels.join(["1", "2"]) == {"zh_CN": "1、2"}.get(language, "1, 2")
