"""Where things are kept, and who may read them."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from walletcase.infra.paths import PORTABLE_FLAG, Folders, default_data_folder


def test_the_folder_is_the_one_that_appdirs_names(tmp_path: Path) -> None:
    import appdirs

    found = default_data_folder()
    assert found == Path(appdirs.user_data_dir("WalletCase", appauthor=False))
    assert found.is_relative_to(tmp_path / "home"), "the tests' own home"
    assert not found.exists(), "looking makes nothing"


def test_a_flag_beside_the_program_keeps_the_data_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(sys, "argv", [str(stick / "main.py")])
    assert default_data_folder() != stick / "data"
    (stick / PORTABLE_FLAG).touch()
    assert default_data_folder() == stick / "data"
    monkeypatch.chdir(stick)
    monkeypatch.setattr(sys, "argv", ["main.py"])
    assert default_data_folder() == stick / "data"


def test_a_frozen_program_looks_beside_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "walletcase"))
    (tmp_path / PORTABLE_FLAG).touch()
    assert default_data_folder() == tmp_path / "data"


def test_what_is_made_is_its_owners_only(tmp_path: Path) -> None:
    folders = Folders(tmp_path / "a" / "b" / "data")
    folders.create()
    folders.create()
    for folder in (folders.data, folders.temp, folders.thumbnails, folders.logs):
        assert stat.S_IMODE(folder.stat().st_mode) & 0o077 == 0, folder


def test_a_folder_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data").chmod(0o750)
    Folders(tmp_path / "data").create()
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o750


def test_what_is_in_the_way_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("x")
    with pytest.raises(FileExistsError):
        Folders(tmp_path / "data").create()
