"""Packs from a folder or a .zip: read whole, or refused with a word; nothing outside is ever touched."""

from __future__ import annotations

import os
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from walletcase.domain.errors import UserError
from walletcase.infra import resources
from walletcase.infra.rules import MOST_BYTES, MOST_ENTRIES, RuleFiles
from walletcase.infra.texts import error_text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped pack."""
    made = tmp_path / "pack"
    made.mkdir()
    for file in resources.path("rules").glob("*.toml"):
        (made / file.name).write_bytes(file.read_bytes())
    return made


def _zip(folder: Path, name: Callable[[str], str] = str) -> Path:
    target = folder.parent / "pack.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.glob("*.toml")):
            archive.writestr(name(file.name), file.read_bytes())
    return target


def _refused(path: Path) -> UserError:
    with pytest.raises(UserError) as caught:
        RuleFiles().read(path)
    return caught.value


def test_folder_and_zip_are_the_same_pack(folder: Path) -> None:
    files = RuleFiles()
    assert files.read(folder) == files.shipped()
    assert files.read(_zip(folder)) == files.shipped()
    assert files.read(_zip(folder, lambda name: f"rules-2026/{name}")) == files.shipped()


def test_what_a_mac_puts_into_a_zip_is_passed_over(folder: Path) -> None:
    pack = _zip(folder)
    with zipfile.ZipFile(pack, "a") as archive:
        archive.writestr("__MACOSX/._limits.toml", b"\x00")
        archive.writestr(".DS_Store", b"\x00")
        archive.mkdir("rules")
    assert RuleFiles().read(pack) == RuleFiles().shipped()


def test_a_mark_at_the_beginning_of_a_file_is_no_fault(folder: Path) -> None:
    file = folder / "pack.toml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert RuleFiles().read(folder) == RuleFiles().shipped()


@pytest.mark.parametrize("name", ["../limits.toml", "/etc/limits.toml", "a/b/limits.toml", "..\\limits.toml", "run.py"])
def test_a_name_that_is_none_of_a_pack_is_refused(folder: Path, name: str) -> None:
    pack = _zip(folder)
    with zipfile.ZipFile(pack, "a") as archive:
        archive.writestr(name, b"x = 1")
    error = _refused(pack)
    assert error.code == "rules_invalid"
    assert error.params["expected"].startswith("only pack.toml")


def test_a_file_twice_is_refused(folder: Path) -> None:
    pack = _zip(folder)
    with zipfile.ZipFile(pack, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("pack.toml", b"")
    assert _refused(pack).params["expected"] == "each file once"


def test_a_bomb_is_refused_unopened(tmp_path: Path) -> None:
    pack = tmp_path / "bomb.zip"
    with zipfile.ZipFile(pack, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("pack.toml", b"#" * (MOST_BYTES + 1))
    assert _refused(pack).code == "rules_too_large"


def test_a_bomb_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    pack = tmp_path / "bomb.zip"
    with zipfile.ZipFile(pack, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("pack.toml", b"#" * (MOST_BYTES * 3))
    content = pack.read_bytes().replace((MOST_BYTES * 3).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    pack.write_bytes(content)
    assert _refused(pack).code in ("rules_too_large", "rules_unreadable")


def test_too_many_entries_are_refused(tmp_path: Path) -> None:
    pack = tmp_path / "many.zip"
    with zipfile.ZipFile(pack, "w") as archive:
        for number in range(MOST_ENTRIES + 1):
            archive.writestr(f"{number}.toml", b"")
    assert _refused(pack).code == "rules_too_large"


def test_a_huge_folder_is_refused(folder: Path) -> None:
    (folder / "help.toml").write_bytes(b"#" * MOST_BYTES)
    assert _refused(folder).code == "rules_too_large"


def test_what_is_no_zip_or_no_text_is_refused(folder: Path, tmp_path: Path) -> None:
    picture = tmp_path / "picture.zip"
    picture.write_bytes(b"\x89PNG\r\n")
    assert _refused(picture).code == "rules_unreadable"
    assert _refused(tmp_path / "gone.zip").code == "file_missing"
    (folder / "help.toml").write_bytes("键".encode("gb18030"))
    error = _refused(folder)
    assert (error.code, error.params["file"], error.params["expected"]) == (
        "rules_invalid",
        "help.toml",
        "text in UTF-8",
    )


def test_a_folder_without_a_pack_is_refused(tmp_path: Path) -> None:
    assert _refused(tmp_path).params["file"] == "pack.toml"


def test_a_damaged_zip_never_breaks_the_app(folder: Path) -> None:
    pack = _zip(folder)
    whole, rng, outcomes = pack.read_bytes(), random.Random(7), set()
    for _ in range(150):
        spoiled = bytearray(whole)
        for _ in range(rng.randrange(1, 6)):
            spoiled[rng.randrange(len(spoiled))] = rng.randrange(256)
        pack.write_bytes(bytes(spoiled[: rng.choice((len(spoiled), rng.randrange(len(spoiled))))]))
        try:
            RuleFiles().read(pack)
            outcomes.add("read")
        except UserError as error:
            outcomes.add(error.code)
    assert "rules_unreadable" in outcomes


def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pack.zip"
    os.mkfifo(pipe)
    assert (_refused(pipe).code, _refused(pipe).params["reason"]) == ("rules_unreadable", "not_regular")
    assert "不是普通文件" in error_text(_refused(pipe), "zh_CN").line


def test_a_device_is_refused_at_once() -> None:
    assert _refused(Path(os.devnull)).code == "rules_unreadable"
