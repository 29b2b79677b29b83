"""Settings: what can't be read is set aside, what makes no sense is as new, and the start survives any of it."""

from __future__ import annotations

import base64
import json
import os
import stat
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from walletcase.infra import settings as module
from walletcase.infra.settings import Settings, SettingsFile
from walletcase.infra.small_file import SmallFile

GOOD = Settings(
    "zh_CN", "dark", base64.b64encode(b"place").decode(), (200, 300, 700), 12, 150, "22:30", "07:05", False,
    "2026-11-22T09:00:00+08:00", True,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_what_is_saved_is_loaded(file: Path) -> None:
    SettingsFile(file).save(GOOD)
    assert SettingsFile(file).load() == GOOD
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir() if path.is_file()] == ["settings.json"]


def test_without_a_file_all_is_new(file: Path) -> None:
    assert SettingsFile(file).load() == Settings()
    assert not file.exists()


@pytest.mark.parametrize("content", [b"\xff\xfe\x00{", b"{", b"nonsense", b"3", b"[" * 100_000], ids=lambda c: c[:9])
def test_what_is_no_settings_is_set_aside(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    assert SettingsFile(file).load() == Settings()
    assert file.with_suffix(".bad").read_bytes() == content
    assert not file.exists()
    SettingsFile(file).save(GOOD)
    assert SettingsFile(file).load() == GOOD
    assert file.with_suffix(".bad").read_bytes() == content


def test_nothing_that_was_set_aside_is_overwritten(file: Path) -> None:
    for content in ("first", "second", "third"):
        file.write_text(content, encoding="utf-8")
        assert SettingsFile(file).load() == Settings()
    aside = [file.with_suffix(end).read_text(encoding="utf-8") for end in (".bad", ".bad2", ".bad3")]
    assert aside == ["first", "second", "third"]
    assert not file.exists()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", 1),
        ("language", "\ud800"),
        ("theme", "x" * 1000),
        ("geometry", "a"),
        ("geometry", "é"),
        ("splitter", [-1, 2]),
        ("splitter", [2**40]),
        ("splitter", [True]),
        ("splitter", "12"),
        ("last_case", 2**63),
        ("last_case", -1),
        ("last_case", True),
        ("text_percent", 0),
        ("text_percent", 10**9),
        ("text_percent", 120.5),
        ("quiet_from", "24:00"),
        ("quiet_to", "9:00"),
        ("quiet_to", 9),
        ("tray_notices", 0),
        ("read_pictures", "yes"),
        ("seen_at", "2026-11-22T09:00"),
        ("seen_at", "yesterday"),
        ("unknown", 1),
    ],
)
def test_what_makes_no_sense_is_as_new_and_the_rest_is_kept(file: Path, name: str, value: object) -> None:
    SettingsFile(file).save(GOOD)
    raw = json.loads(file.read_text(encoding="utf-8")) | {name: value}
    file.write_text(json.dumps(raw), encoding="utf-8")
    found = SettingsFile(file).load()
    for field in fields(Settings):
        expected = Settings() if field.name == name else GOOD
        assert getattr(found, field.name) == getattr(expected, field.name), field.name


def test_every_setting_has_its_check() -> None:
    assert set(module._IS_GOOD) == {field.name for field in fields(Settings)}


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(
        st.binary(max_size=200),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
            lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from([f.name for f in fields(Settings)]), inner),
        ).map(lambda value: json.dumps(value).encode()),
    )
)
def test_any_bytes_are_survived(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    found = SettingsFile(file).load()
    assert 100 <= found.text_percent <= 175
    base64.b64decode(found.geometry)
    SettingsFile(file).save(found)
    assert SettingsFile(file).load() == found


def test_a_folder_that_is_gone_loses_only_the_settings(tmp_path: Path) -> None:
    SettingsFile(tmp_path / "gone" / "settings.json").save(GOOD)
    assert not (tmp_path / "gone").exists()


def test_a_full_disk_keeps_the_old_text_and_leaves_nothing(tmp_path: Path) -> None:
    small = SmallFile(tmp_path / "drafts.json")
    assert small.save("old")
    (tmp_path / "drafts.part").symlink_to("/dev/full")
    assert not small.save("new")
    assert small.load() == "old"
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["drafts.json"]


def test_an_empty_text_removes_the_file(tmp_path: Path) -> None:
    small = SmallFile(tmp_path / "drafts.json")
    assert small.save("x")
    assert small.save("")
    assert not (tmp_path / "drafts.json").exists()
    assert small.load() == ""


def test_half_a_pair_survives_as_json_writes_it(tmp_path: Path) -> None:
    small = SmallFile(tmp_path / "drafts.json")
    assert small.save(json.dumps("a\ud800b", ensure_ascii=False))
    assert json.loads(small.load()) == "a\ud800b"


def test_a_folder_in_its_place_is_survived(tmp_path: Path) -> None:
    os.mkdir(tmp_path / "drafts.json")
    small = SmallFile(tmp_path / "drafts.json")
    assert small.load() == ""
    assert not small.save("x")
