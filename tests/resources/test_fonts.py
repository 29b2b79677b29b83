"""The bundled fonts hold the characters people type, in both weights, under one family name."""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from fontTools.ttLib import TTFont

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
# Characters that a smaller font drops: names with new characters, traditional ones, symbols of forms.
TYPED = "工商银行数字钱包银行手机銀行龘㛃䶮𬭎犇骉燊堃囧℃￥…—“”《》①⑩□✓→½ⅣΩЯéß"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_fonts", RESOURCES / "packaging" / "build_fonts.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(params=["Regular", "Bold"])
def font(request: pytest.FixtureRequest) -> Iterator[TTFont]:
    with TTFont(RESOURCES / "fonts" / f"NotoSansSC-{request.param}.ttf", lazy=True) as opened:
        yield opened


def test_character_list_is_the_whole_table(script: ModuleType) -> None:
    listed = script.listed_characters()
    assert len(listed) == len(set(listed)) == 8105
    assert (listed[0], listed[-1]) == ("一", "蠼")
    assert len(script.gbk_characters()) > 21_000


def test_both_weights_hold_the_characters(script: ModuleType, font: TTFont) -> None:
    known = set(font.getBestCmap())
    must = {*script.listed_characters(), *script.gbk_characters(), *TYPED}
    # GBK's table also holds a few private and vertical forms that no font of this family draws.
    missing = {char for char in must if ord(char) not in known and char.isalnum()}
    assert missing <= set("〾"), sorted(missing)[:20]
    assert {char for char in TYPED if ord(char) not in known} == set()


def test_names_weights_and_outlines(font: TTFont) -> None:
    weight = font["OS/2"].usWeightClass
    assert font["name"].getDebugName(1) == "Noto Sans SC"
    assert font["name"].getDebugName(2) == {400: "Regular", 700: "Bold"}[weight]
    assert "glyf" in font, "reportlab embeds TrueType outlines only"
    assert font["OS/2"].fsType == 0, "embedding must be allowed"


def test_regular_is_the_pinned_file(script: ModuleType) -> None:
    data = (RESOURCES / "fonts" / "NotoSansSC-Regular.ttf").read_bytes()
    assert hashlib.sha256(data).hexdigest() == script.REGULAR[1]


def test_licence_lies_beside_them(script: ModuleType) -> None:
    data = (RESOURCES / "fonts" / "OFL.txt").read_bytes()
    assert hashlib.sha256(data).hexdigest() == script.LICENCE[1]
    assert b"SIL OPEN FONT LICENSE Version 1.1" in data
