"""The sample case: complete, in step with the playbook, marked as a sample, and built by the real services."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from walletcase.domain.playbook_reader import read_playbook_text
from walletcase.infra import resources

FOLDER = resources.path("sample")
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix != ".toml")
PICTURES = [path for path in FILES if path.suffix in {".png", ".jpg"}]


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    return tomllib.loads((FOLDER / "case.toml").read_text(encoding="utf-8"))


def test_every_file_is_an_exhibit_and_every_exhibit_a_file(data: dict[str, Any]) -> None:
    listed = [item["file"] for item in data["evidence"]]
    assert sorted(listed) == [path.name for path in FILES]
    assert len(listed) >= 8
    linked = {name for entry in data["entries"] for name in entry.get("evidence", ())}
    assert linked <= set(listed)


def test_small_enough_to_ship() -> None:
    assert sum(path.stat().st_size for path in FILES) < 4_000_000


def test_keys_are_those_of_the_playbook(data: dict[str, Any]) -> None:
    name = f"{data['playbook']}.toml"
    playbook = read_playbook_text(resources.path("playbooks", name).read_text(encoding="utf-8"), name)
    assert [key for key in data["values"] if playbook.field(key) is None] == []
    for step in data["steps"]:
        assert playbook.by_key[step["key"]].outcome(step["outcome"]) is not None
    for tick in data["ticks"]:
        assert tick["item"] in {item.key for item in playbook.by_key[tick["step"]].checklist}
    for entry in data["entries"]:
        assert playbook.channel(entry["channel"]) is not None
    assert {item["step"] for item in data["evidence"] if "step" in item} <= set(playbook.by_key)


def test_three_weeks_that_end_today(data: dict[str, Any]) -> None:
    values = [value["day"] for value in data["values"].values() if isinstance(value, dict) and "day" in value]
    days = [*values, *(item["day"] for item in [*data["entries"], *data["evidence"]])]
    assert min(days) == -21
    assert [day for day in days if day > 1] == []


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.name)
def test_pictures_are_whole_and_tell_nothing_of_a_camera(path: Path) -> None:
    with Image.open(path) as picture:
        picture.load()
        assert picture.width * picture.height > 1_000_000
        assert not picture.getexif()
        assert "exif" not in picture.info


def test_papers_say_that_they_are_a_sample() -> None:
    import pypdfium2

    assert "示例" in (FOLDER / "10-sms-export.txt").read_text(encoding="utf-8")
    with pypdfium2.PdfDocument(FOLDER / "09-statement.pdf") as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    assert len(pages) == 2
    assert all("交易明细（示例）" in page for page in pages)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_services_build_it(tmp_path: Path, language: str) -> None:
    from walletcase.bootstrap import build

    services = build(tmp_path)
    try:
        case, _ = services.sample.add(language)
        record = services.cases.open(case.id)
        assert case.is_sample
        assert [row.next_action.step_key for row in services.cases.rows()] == ["progress"]
        assert len(record.live_evidence) == len(FILES)
        assert len(record.timeline) >= 8
        services.sample.remove()
        assert len(services.cases.rows()) == 0
    finally:
        services.close()
