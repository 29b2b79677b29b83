"""Chinese typing with fcitx through its ibus side where Qt brings no fcitx plug-in (tech.md, decision 7)."""

from __future__ import annotations

from pathlib import Path

import pytest

from walletcase.ui.shell.input_method import plugin_folder, prepare


@pytest.mark.parametrize("wanted", ["fcitx", "fcitx5"])
def test_fcitx_without_a_plug_in_becomes_ibus(tmp_path: Path, wanted: str) -> None:
    environment = {"QT_IM_MODULE": wanted, "OTHER": "x"}
    (tmp_path / "platforminputcontexts").mkdir()
    (tmp_path / "platforminputcontexts" / "libibusplatforminputcontextplugin.so").touch()
    assert prepare(environment, tmp_path)
    assert environment == {"QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1", "OTHER": "x"}


def test_a_plug_in_of_its_own_is_used(tmp_path: Path) -> None:
    environment = {"QT_IM_MODULE": "fcitx"}
    (tmp_path / "platforminputcontexts").mkdir()
    (tmp_path / "platforminputcontexts" / "libfcitx5platforminputcontextplugin.so").touch()
    assert not prepare(environment, tmp_path)
    assert environment == {"QT_IM_MODULE": "fcitx"}


@pytest.mark.parametrize("wanted", [{}, {"QT_IM_MODULE": ""}, {"QT_IM_MODULE": "ibus"}, {"QT_IM_MODULE": "xim"}])
def test_every_other_wish_is_left_alone(tmp_path: Path, wanted: dict[str, str]) -> None:
    environment = dict(wanted)
    assert not prepare(environment, tmp_path)
    assert environment == wanted


def test_the_installed_qt_brings_ibus() -> None:
    names = [path.name for path in (plugin_folder() / "platforminputcontexts").iterdir()]
    assert any("ibus" in name for name in names)
