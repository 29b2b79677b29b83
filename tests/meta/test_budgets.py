"""Modules, classes and functions stay small; broad excepts are only where they are carried on."""

from __future__ import annotations

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MODULE_LINES, MEDIAN_LINES, CLASS_LINES, FUNCTION_LINES = 350, 120, 200, 40
# Where everything that can happen is carried over to the window's thread, which hands it on.
BROAD_EXCEPTS = {"walletcase/ui/shell/tasks.py": 1}


def modules(folder: Path = ROOT / "walletcase") -> list[Path]:
    """All our modules."""
    return sorted(folder.rglob("*.py"))


def oversized(path: Path) -> Iterator[str]:
    """What in a module is over its budget."""
    text = path.read_text(encoding="utf-8")
    count = len(text.splitlines())
    if count > MODULE_LINES:
        yield f"{path.name}: {count} lines"
    for node in ast.walk(ast.parse(text)):
        limit = CLASS_LINES if isinstance(node, ast.ClassDef) else FUNCTION_LINES
        if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            size = (node.end_lineno or 0) - node.lineno + 1
            if size > limit:
                yield f"{path.name}: {node.name} has {size} lines"


def median_lines(paths: list[Path]) -> float:
    """How many lines the module in the middle has."""
    return statistics.median(len(path.read_text(encoding="utf-8").splitlines()) for path in paths)


def broad_excepts(path: Path) -> int:
    """How many handlers catch everything without raising again."""
    count = 0
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            names = {n.id for n in ast.walk(node.type) if isinstance(n, ast.Name)} if node.type else {"BaseException"}
            raises = any(isinstance(inner, ast.Raise) for inner in ast.walk(node))
            count += bool(names & {"Exception", "BaseException"}) and not raises
    return count


def test_sizes() -> None:
    found = [line for path in modules() for line in oversized(path)]
    assert found == []


def test_median_module() -> None:
    assert median_lines(modules()) <= MEDIAN_LINES


def test_broad_excepts_have_one_home() -> None:
    found = {str(path.relative_to(ROOT)): broad_excepts(path) for path in modules() if broad_excepts(path)}
    assert found == BROAD_EXCEPTS


def test_the_measure_sees_what_is_too_big(tmp_path: Path) -> None:
    planted = tmp_path / "planted.py"
    body = "\n".join(f"    x = {n}" for n in range(FUNCTION_LINES + 1))
    quiet = "def quiet():\n    try:\n        pass\n    except Exception:\n        pass\n"
    planted.write_text(f"def long():\n{body}\n\n{quiet}")
    assert [line.split()[1] for line in oversized(planted)] == ["long"]
    assert broad_excepts(planted) == 1
    planted.write_text("X = 1\n" * (MODULE_LINES + 1))
    assert list(oversized(planted)) == [f"planted.py: {MODULE_LINES + 1} lines"]
    members = "\n".join(f"    x{n} = {n}" for n in range(CLASS_LINES))
    planted.write_text(f"class Big:\n{members}\n")
    assert list(oversized(planted)) == [f"planted.py: Big has {CLASS_LINES + 1} lines"]


def test_the_measure_sees_a_median_that_is_too_big(tmp_path: Path) -> None:
    for n, lines in enumerate((1, MEDIAN_LINES + 1, MEDIAN_LINES + 2)):
        (tmp_path / f"planted{n}.py").write_text("X = 1\n" * lines)
    assert median_lines(modules(tmp_path)) == MEDIAN_LINES + 1
