"""No hotline, law or legal time limit stands in the code: facts are data, in resources/rules."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from walletcase.infra import resources
from walletcase.infra.rules import RuleFiles

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "walletcase").rglob("*.py"))
HOTLINES = re.compile(
    r"(?<![0-9A-Za-z_#.+-])\+?(?:\d{2}-)?(955\d\d|12378|12363|12315|12386|12356|96110|110|12345678|950011)"
    r"(?![0-9A-Za-z_%])"
)
BARE_HOTLINES = {95588, 12378, 12363, 12315, 12386, 12356, 96110}
LAWS = re.compile(
    r"《[^》]+(?:法|办法|条例|规定|典)》|第[一二三四五六七八九十百]+条|银保监会令|人民银行令|国务院令"
    r"|(?:CBIRC|PBoC|SAMR) order|State Council order|Civil Code|Consumer Protection Law|Reconsideration Law"
)
TERMS = re.compile(
    r"(?<![0-9A-Za-z_.#-])(?:15|30|60|7|5|90)\s*(?:个?(?:工作|自然)?日|天|working days|calendar days|days)"
    r"|(?:七|十五|三十|六十|九十)(?:个?(?:工作|自然)?日|天)"
    r"|\b(?:seven|fifteen|thirty|sixty|ninety) (?:working |calendar )?days",
    re.IGNORECASE,
)


def _docstrings(tree: ast.AST) -> set[int]:
    """Ids of the nodes that are docstrings: there a rule's source is named, nothing runs on it."""
    found: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                found.add(id(first.value))
    return found


def facts_in(source: str) -> Iterator[str]:
    """Yield every fact in the running code of a module."""
    tree = ast.parse(source)
    docs = _docstrings(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in docs:
            continue
        if isinstance(node.value, str):
            yield from (match.group() for rule in (HOTLINES, LAWS, TERMS) for match in rule.finditer(node.value))
        elif isinstance(node.value, int) and node.value in BARE_HOTLINES:
            yield str(node.value)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT / "walletcase")))
def test_a_module_holds_no_fact(file: Path) -> None:
    assert list(facts_in(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "planted",
    [
        "HOTLINE = '95588'",
        "number = 12378",
        "say('call 110 first')",
        "text = '请拨打96110'",
        "law = '《民法典》第二百零三条'",
        "reason = 'CBIRC order 2020 no. 3'",
        "wait = '15 日内答复'",
        "wait = '银行在15日内答复'",
        "wait = '最长60日'",
        "wait = '十五日内答复'",
        "wait = '七个工作日'",
        "wait = '应当于30天前'",
        "wait = 'Within fifteen days'",
        "def f():\n    '''Doc.'''\n    return '7 working days'",
    ],
)
def test_a_planted_fact_is_seen(planted: str) -> None:
    assert list(facts_in(planted))


def test_a_source_named_in_a_docstring_is_no_fact_that_runs() -> None:
    assert list(facts_in('"""Counted as in the Civil Code art. 201: 15 days."""\nWIDTH = 110\n')) == []


def test_every_shipped_number_is_looked_for() -> None:
    assert (resources.path("rules", "doors.toml")).is_file()
    numbers = [door.number for door in RuleFiles().shipped().doors if door.number]
    assert [number for number in numbers if not HOTLINES.search(number)] == []
