"""An evidence pack is whole, can be checked with what any computer has, and tells of each thing that was done to it."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.errors import Cancelled, UserError
from walletcase.domain.evidence import EvidenceEdit
from walletcase.domain.ids import CaseId
from walletcase.domain.timeline import EntryDraft
from walletcase.services.dossier_options import DossierOptions
from walletcase.services.facade import Services

HOSTILE = ("../../etc/passwd", "CON", 'a"b:c*?<>|\n', "长" * 300, "📎 发票\u202egpj.exe", "???", ".hidden. ")
OPTIONS = DossierOptions(language="en")
CAMPAIGN = int(os.environ.get("WALLETCASE_TAMPERED_PACKS", "40"))


@pytest.fixture
def case_id(services: Services, tmp_path: Path) -> CaseId:
    """A case with seven exhibits of hostile names, and another case whose lines lie between in the journal."""
    case, _ = services.cases.new_case("钱包打不开")
    other, _ = services.cases.new_case("别人的事")
    for number, title in enumerate(HOSTILE):
        file = tmp_path / f"evidence {number}.txt"
        file.write_text(f"第 {number} 份\n" * 40, encoding="utf-8")
        services.evidence.attach(case.id, [file], EvidenceEdit(title=title))
        services.timeline.log(other.id, EntryDraft("2026-11-20T10:00", f"秘密 {number}"))
    return case.id


@pytest.fixture
def pack(services: Services, case_id: CaseId, tmp_path: Path) -> Path:
    target = tmp_path / "pack.zip"
    services.packs.export(case_id, target, OPTIONS)
    return target


@pytest.fixture
def folder(pack: Path, tmp_path: Path) -> Path:
    """The pack, unpacked by the system's own program."""
    made = tmp_path / "unpacked"
    with zipfile.ZipFile(pack) as archive:
        assert archive.testzip() is None
        archive.extractall(made)
    return made


def checked(folder: Path) -> tuple[int, str]:
    """What the pack's own program says."""
    command = [sys.executable, "-I", str(folder / "verify.py")]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout


def test_an_untouched_pack_is_found_whole_by_both_ways(folder: Path) -> None:
    done = subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    code, said = checked(folder)
    assert (code, "All is as it was packed" in said) == (0, True), said
    exhibits = sorted(path.name for path in (folder / "exhibits").iterdir())
    assert len(exhibits) == len(HOSTILE)
    assert all(name.startswith("E00") and len(name) < 90 and name.isprintable() for name in exhibits)


def test_every_exhibit_is_in_it_byte_for_byte(services: Services, case_id: CaseId, folder: Path) -> None:
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    items = services.cases.open(case_id).live_evidence
    assert [(one["exhibit"], one["title"], one["sha256"]) for one in manifest["exhibits"]] == [
        (item.exhibit_no, item.title, item.file.sha256) for item in items
    ]
    for one, item in zip(manifest["exhibits"], items, strict=True):
        assert (folder / one["file"]).read_bytes() == services.evidence.path(item).read_bytes()


def test_nothing_of_another_case_is_in_its_journal(folder: Path) -> None:
    text = (folder / "journal.jsonl").read_text(encoding="ascii")
    lines = [json.loads(line) for line in text.splitlines()]
    assert {line["case_number"] for line in lines if "kind" in line} == {"WC-2026-0001"}
    assert any(set(line) == {"seq", "hash"} for line in lines)
    assert "WC-2026-0002" not in text


def test_the_same_case_makes_the_same_pack(services: Services, case_id: CaseId, tmp_path: Path) -> None:
    other = tmp_path / "two"
    shutil.copytree(services.data_folder, other)
    services.packs.export(case_id, tmp_path / "one.zip", OPTIONS)
    from tests.conftest import FrozenClock
    from walletcase.bootstrap import build

    again = build(other, FrozenClock())
    again.packs.export(case_id, tmp_path / "two.zip", OPTIONS)
    again.close()
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def spoil(folder: Path, rng: random.Random) -> str:
    """Do one thing to a pack; return what it was and to what."""
    names = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    name = rng.choice([name for name in names if name != "verify.py"])
    path, content = folder / name, (folder / name).read_bytes()
    deed = rng.choice(("flip", "cut", "delete", "add", "swap", "line"))
    if deed == "flip":
        at = rng.randrange(len(content))
        path.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
    elif deed == "cut":
        path.write_bytes(content[: rng.randrange(len(content))])
    elif deed == "delete":
        path.unlink()
    elif deed == "add":
        (folder / "exhibits" / "E900_new.txt").write_bytes(b"new")
    elif deed == "swap":
        one, two = rng.sample(sorted((folder / "exhibits").iterdir()), 2)
        first, second = one.read_bytes(), two.read_bytes()
        one.write_bytes(second)
        two.write_bytes(first)
    else:
        forge_journal(folder, rng)
    return f"{deed} {name}"


def forge_journal(folder: Path, rng: random.Random) -> None:
    """Alter the journal as somebody would who then makes the checksums anew."""
    path = folder / "journal.jsonl"
    lines = path.read_text(encoding="ascii").splitlines()
    at = rng.randrange(len(lines) - 1)
    deed = rng.choice(("drop", "twice", "turn", "alter"))
    if deed == "drop":
        del lines[at]
    elif deed == "twice":
        lines.insert(at, lines[at])
    elif deed == "turn":
        lines[at], lines[at + 1] = lines[at + 1], lines[at]
    else:
        own = [place for place, line in enumerate(lines) if '"kind"' in line]
        place = rng.choice(own)
        line = json.loads(lines[place])
        line["detail"]["exhibit"] = "77"
        lines[place] = json.dumps(line)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="ascii")
    resum(folder)


def resum(folder: Path) -> None:
    done = subprocess.run(["sha256sum", *names_in(folder)], cwd=folder, capture_output=True, text=True, check=True)
    (folder / "SHA256SUMS").write_text(done.stdout, encoding="utf-8")


def names_in(folder: Path) -> list[str]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "SHA256SUMS")
    return sorted(path.relative_to(folder).as_posix() for path in files)


@pytest.mark.parametrize("audience", [Audience.SELF, Audience.BANK])
def test_every_spoilt_pack_is_told(
    services: Services, case_id: CaseId, tmp_path: Path, audience: Audience
) -> None:
    services.packs.export(case_id, tmp_path / "pack.zip", replace(OPTIONS, audience=audience))
    whole = tmp_path / "whole"
    with zipfile.ZipFile(tmp_path / "pack.zip") as archive:
        archive.extractall(whole)
    assert checked(whole)[0] == 0
    for seed in range(CAMPAIGN):
        spoilt = tmp_path / f"spoilt-{seed}"
        shutil.copytree(whole, spoilt)
        deed = spoil(spoilt, random.Random(seed))
        code, said = checked(spoilt)
        assert code in (1, 2), (seed, deed, said)
        assert "All is as it was packed" not in said
        shutil.rmtree(spoilt)


@pytest.mark.parametrize("deed", ["replace", "rename"])
def test_another_file_in_an_exhibits_place_is_told_though_all_checksums_fit(folder: Path, deed: str) -> None:
    """The manifest and the sums are made anew, but the journal tells of another file."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    one = manifest["exhibits"][2]
    path = folder / one["file"]
    if deed == "replace":
        path.write_bytes(b"forged")
        done = subprocess.run(["sha256sum", str(path)], capture_output=True, text=True, check=True)
        one["sha256"] = done.stdout[:64]
    else:
        path.rename(path.with_name("E003_other.txt"))
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    resum(folder)
    code, said = checked(folder)
    assert code == 1
    assert ("the journal does not tell of this file" if deed == "replace" else "not in the manifest") in said


def test_a_file_that_is_gone_is_listed_and_the_rest_is_there(
    services: Services, case_id: CaseId, tmp_path: Path
) -> None:
    item = services.cases.open(case_id).live_evidence[3]
    services.evidence.path(item).unlink()
    target = tmp_path / "pack.zip"
    services.packs.export(case_id, target, OPTIONS)
    with zipfile.ZipFile(target) as archive:
        archive.extractall(tmp_path / "out")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert [(one["exhibit"], one["fault"]) for one in manifest["exhibits"] if one["file"] is None] == [(4, "missing")]
    code, said = checked(tmp_path / "out")
    assert (code, "证据 4: was not there when it was packed" in said) == (0, True)


def test_cancelling_leaves_the_old_pack_whole(services: Services, case_id: CaseId, pack: Path) -> None:
    before, calls = pack.read_bytes(), []

    def cancelled() -> bool:
        calls.append(1)
        return len(calls) > 60

    with pytest.raises(Cancelled):
        services.packs.export(case_id, pack, OPTIONS, cancelled=cancelled)
    assert pack.read_bytes() == before
    assert [path.name for path in pack.parent.iterdir() if path.name.startswith(".")] == []


def test_a_folder_that_is_not_there_is_told(services: Services, case_id: CaseId, tmp_path: Path) -> None:
    with pytest.raises(UserError) as told:
        services.packs.export(case_id, tmp_path / "no" / "pack.zip", OPTIONS)
    assert told.value.code == "target_no_folder"


def test_it_is_noted_that_the_pack_left(services: Services, case_id: CaseId, pack: Path) -> None:
    item = services.cases.open(case_id).live_evidence[0]
    events = services.custody.events(case_id, item.id)
    assert [(event.detail["what"], event.detail["target"]) for event in events if event.kind == "exported"] == [
        ("pack", "pack.zip")
    ]
    assert services.integrity.left_as(pack) is not None


@pytest.mark.parametrize("name", [".DS_Store", "exhibits/Thumbs.db", "desktop.ini"])
def test_what_a_system_leaves_in_a_folder_is_no_fault(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"view settings")
    code, said = checked(folder)
    assert (code, "All is as it was packed" in said, name in said) == (0, True, True)
