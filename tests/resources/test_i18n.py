"""The window's catalogues are complete, fresh and keep every placeholder."""

from __future__ import annotations

import importlib.util
import string
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
I18N = ROOT / "resources/i18n"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """The script that builds the catalogues."""
    spec = importlib.util.spec_from_file_location("build_i18n", ROOT / "resources/packaging/build_i18n.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["build_i18n"] = module
    spec.loader.exec_module(module)
    return module


def _placeholders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name) + ["%n"] * text.count("%n")


def test_every_text_has_chinese_and_nothing_else_is_kept(tool: ModuleType) -> None:
    chinese = tool.known(I18N / "walletcase_zh_CN.ts")
    assert [key for key in tool.collect() if not chinese.get(key)] == []
    assert set(chinese) - set(tool.collect()) == set()


def test_chinese_keeps_every_placeholder(tool: ModuleType) -> None:
    chinese = tool.known(I18N / "walletcase_zh_CN.ts")
    wrong = {key: text for key, text in chinese.items() if _placeholders(key[1]) != _placeholders(text)}
    assert wrong == {}


def test_plurals_are_written_so_that_english_forms_can_be_made(tool: ModuleType) -> None:
    plurals = [source for _, source in tool.collect() if "%n" in source]
    assert len(plurals) > 5
    assert [source for source in plurals if source.count("(s)") > 1] == []


def test_no_english_text_has_quotes_that_the_chinese_font_draws_wide(tool: ModuleType) -> None:
    assert [key for key in tool.collect() if set(key[1]) & set("“”‘’")] == []


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_compiled_catalogue_is_fresh(tool: ModuleType, tmp_path: Path, language: str) -> None:
    compiled = tmp_path / "fresh.qm"
    tool.compile_ts(I18N / f"walletcase_{language}.ts", compiled)
    assert compiled.read_bytes() == (I18N / f"walletcase_{language}.qm").read_bytes()


def test_a_text_that_is_no_literal_is_refused(
    tool: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "walletcase/ui").mkdir(parents=True)
    (tmp_path / "walletcase/app.py").write_text("")
    (tmp_path / "walletcase/ui/planted.py").write_text('translate("Room", "a" + name)')
    monkeypatch.setattr(tool, "ROOT", tmp_path)
    with pytest.raises(ValueError, match=r"planted\.py:1"):
        tool.collect()
