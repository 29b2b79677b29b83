"""The sample case: complete, in step with the playbook, marked as a sample, and built by the real services."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from PIL import Image

from walletcase.bootstrap import build
from walletcase.domain.demands import DemandKind, OfferState
from walletcase.domain.fields import problem_with
from walletcase.domain.flow.machine import NextAction, NextKind
from walletcase.domain.flow.playbook import Status
from walletcase.domain.flow.reader import read_playbook_text
from walletcase.domain.letter import frozen_hash
from walletcase.domain.timeline import PromiseState
from walletcase.infra import resources
from walletcase.services.dossier_options import DossierOptions

if TYPE_CHECKING:
    from walletcase.domain.case import Case
    from walletcase.services.facade import Services

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


def test_three_weeks_with_an_answer_still_to_come(data: dict[str, Any]) -> None:
    values = {key: v["day"] for key, v in data["values"].items() if isinstance(v, dict) and "day" in v}
    days = [*values.values(), *(item["day"] for item in [*data["entries"], *data["evidence"]])]
    assert min(days) == -21
    assert {key for key, day in values.items() if day > 0} == {"confirm_promised_on"}
    assert max(item["day"] for item in [*data["entries"], *data["evidence"]]) < 0


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.name)
def test_pictures_are_whole_and_tell_nothing_of_a_camera(path: Path) -> None:
    with Image.open(path) as picture:
        picture.load()
        assert picture.width * picture.height > 1_000_000
        assert not picture.getexif()
        assert "exif" not in picture.info


def test_kinds_of_evidence() -> None:
    assert Counter(path.suffix for path in FILES) == {".png": 7, ".jpg": 1, ".pdf": 1, ".txt": 1}


def test_papers_say_that_they_are_a_sample() -> None:
    assert "示例，内容虚构" in (FOLDER / "10-sms-export.txt").read_text(encoding="utf-8")
    with pypdfium2.PdfDocument(FOLDER / "08-statement.pdf") as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    assert len(pages) == 2
    assert all("示例文件，内容虚构" in page for page in pages)


def test_nothing_real_is_named() -> None:
    """No real bank, number or person: what could be taken for one is masked or plainly invented."""
    text = (FOLDER / "case.toml").read_text(encoding="utf-8") + (FOLDER / "10-sms-export.txt").read_text("utf-8")
    assert re.findall(r"工商银行|Industrial and Commercial|95588|1[3-9]\d{9}|\d{15,}", text) == []


def test_the_script_makes_the_same_bytes(tmp_path: Path) -> None:
    script = FOLDER.parent / "packaging" / "build_sample.py"
    out = tmp_path / "out"
    subprocess.run([sys.executable, str(script), str(out)], check=True, capture_output=True)
    assert [path.name for path in sorted(out.iterdir())] == [path.name for path in FILES]
    assert [path.name for path in FILES if path.read_bytes() != (out / path.name).read_bytes()] == []


class Noon:
    """A clock that stands."""

    def now(self) -> datetime:
        return datetime(2026, 11, 22, 12, 0, tzinfo=timezone(timedelta(hours=8)))

    def today(self) -> str:
        return "2026-11-22"


@pytest.fixture(scope="module", params=["zh_CN", "en"])
def shown(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Services, Case]]:
    """The services and the sample in them, for tests that only look."""
    services = build(tmp_path_factory.mktemp("sample"), Noon())
    yield services, services.sample.add(request.param)[0]
    services.close()


def test_the_story_stands_where_it_should(shown: tuple[Services, Case]) -> None:
    services, case = shown
    record = services.cases.open(case.id)
    done = {key for key, step in record.steps.items() if step.is_settled}
    (row,) = services.cases.rows()
    assert case.is_sample
    assert row.status is Status.ACCEPTED
    assert done == {"gather", "hotline", "branch", "online", "confirm", "contact_details"}
    assert row.next_action == NextAction(NextKind.DO_STEP, "keep_record")
    assert row.awaited_on == "2026-11-25"
    assert not row.overdue
    assert not row.follow_up


def test_no_contact_stands_twice(shown: tuple[Services, Case]) -> None:
    services, case = shown
    drafts = [entry.draft for entry in services.cases.open(case.id).live_timeline]
    assert [draft.channel for draft in drafts] == ["hotline", "branch", "online", "sms", "chat", "sms"]
    assert [draft.occurred_at[:10] for draft in drafts] == [
        "2026-11-02", "2026-11-08", "2026-11-09", "2026-11-10", "2026-11-16", "2026-11-20"
    ]  # fmt: skip
    assert all(draft.evidence_ids for draft in drafts)
    assert len({draft.summary for draft in drafts}) == len(drafts)


def test_it_shows_demands_proof_a_letter_and_a_broken_promise(shown: tuple[Services, Case]) -> None:
    services, case = shown
    record = services.cases.open(case.id)
    assert [demand.kind for demand in record.demands] == [DemandKind.FIX, DemandKind.EXPLAIN]
    (offer,) = record.offers
    assert (offer.demand_key, offer.amount, offer.state) == ("d1", "10.00", OfferState.DECLINED)
    assert offer.entry_id in {entry.id for entry in record.live_timeline}
    assert [len(claim.evidence_ids) for claim in record.claims] == [2, 2]
    broken = [promise for promise in services.promises.of(case.id) if promise.mark.state is PromiseState.BROKEN]
    assert [promise.due_on for promise in broken] == ["2026-11-07"]
    sent, draft = record.letters
    assert (sent.sent_at[:10], sent.sent_via, sent.body) == ("2026-11-09", "online", record.value("online_text"))
    assert sent.sent_sha256 == frozen_hash(sent.body)
    assert draft.sent_at == ""
    assert len(draft.body) > 200


def test_every_value_and_text_is_good(shown: tuple[Services, Case]) -> None:
    services, case = shown
    record = services.cases.open(case.id)
    bad = [f.key for f in record.playbook.fields() if problem_with(f, record.value(f.key))]
    assert bad == []
    assert len(record.live_evidence) == len(FILES)
    assert all(item.title and item.proves and item.source and item.made_on for item in record.live_evidence)
    assert record.missing_files == frozenset()


def test_the_dossier_can_be_exported(shown: tuple[Services, Case], tmp_path: Path) -> None:
    services, case = shown
    target = tmp_path / "dossier.pdf"
    services.dossiers.export(case.id, target, DossierOptions(language="zh_CN"))
    with pypdfium2.PdfDocument(target) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    assert len(pages) > len(FILES)
    assert any("2026-SAMPLE-00031" in page for page in pages)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_it_goes_without_a_trace(services: Services, language: str) -> None:
    case, _ = services.sample.add(language)
    mine, _ = services.cases.new_case("我的案件")
    vault = services.evidence.path(services.cases.open(case.id).evidence[0]).parent.parent
    assert len([path for path in vault.rglob("*") if path.is_file()]) >= len(FILES)
    services.sample.remove()
    assert [row.number for row in services.cases.rows()] == [mine.number]
    assert [path for path in vault.rglob("*") if path.is_file()] == []
