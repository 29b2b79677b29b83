"""Whatever is done to a vault or its journal behind the app's back is named, and nothing else is."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import FrozenClock
from tests.reliability.harness import setting
from tests.reliability.tampered_vault import HANDS, Act, Hand, Vault, delete, edit_line, furnish
from walletcase.bootstrap import build
from walletcase.services.facade import Services

_SEED = 20261123


@contextmanager
def opened(folder: Path) -> Iterator[Services]:
    services = build(folder, FrozenClock())
    try:
        yield services
    finally:
        services.close()


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Vault:
    """A vault that nobody touched, closed."""
    folder = tmp_path_factory.mktemp("tampering") / "data"
    with opened(folder) as services:
        head = furnish(services, folder, folder.parent / "source", random.Random(_SEED))
    return Vault(folder, head)


def faults(vault: Vault, act: Act) -> list[str]:
    """What the check names wrongly, if anything."""
    with opened(vault.folder) as services:
        problems = services.integrity.verify()
        knows_head = services.custody.line_of(vault.head) if act.line == 0 else None
    named = frozenset((one.kind, one.subject) for one in problems)
    wrong = [f"{act.what}: named {sorted(named)}, not {sorted(act.named)}"] if named != act.named else []
    if len(problems) != len(named):
        wrong.append(f"{act.what}: something is named twice")
    lines = [one.detail for one in problems if one.kind == "journal_broken"]
    if lines != ([f"line {act.line}"] if act.line else []):
        wrong.append(f"{act.what}: broken at {lines}, not at {act.line}")
    if act.line == 0 and (knows_head is None) is not act.head_is_lost:
        wrong.append(f"{act.what}: the printed head leads to {knows_head}")
    return wrong


def campaign(vault: Vault, tmp_path: Path, tampers: int, hands: tuple[Hand, ...] = tuple(HANDS)) -> list[str]:
    """Tamper so often, each time with a fresh copy and the next hand; every tenth copy is left alone."""
    rng, found = random.Random(_SEED), []
    for number in range(tampers):
        copy = vault.copy_to(tmp_path / str(number) / "data")
        act = hands[number % len(hands)](copy, rng)
        found += [f"{number}: {fault}" for fault in faults(copy, act)]
        if number % 10 == 0:
            alone = vault.copy_to(tmp_path / f"alone{number}" / "data")
            found += [f"{number}: {fault}" for fault in faults(alone, Act("nothing", frozenset()))]
    return found


def test_every_tampering_is_named_rightly(vault: Vault, tmp_path: Path, report: Callable[..., None]) -> None:
    tampers = setting("WALLETCASE_TAMPERS", len(HANDS))
    start = time.perf_counter()
    found = campaign(vault, tmp_path, tampers)
    per_hand = Counter(HANDS[number % len(HANDS)].__name__ for number in range(tampers))
    seconds = round(time.perf_counter() - start, 1)
    report("tamperings", tampers=tampers, hands=len(per_hand), wrong=len(found), seconds=seconds)
    assert found == []


def test_the_campaign_sees_a_check_that_is_blind(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("walletcase.storage.vault.FileVault.fault", lambda *_: "")
    monkeypatch.setattr("walletcase.storage.repositories.journal.JournalRepository.broken_at", lambda _: None)
    assert len(campaign(vault, tmp_path, 2, (delete, edit_line))) >= 2


def test_what_the_app_does_itself_is_no_tampering(vault: Vault, tmp_path: Path) -> None:
    """Work goes on in a copy: taken back, done again, numbered anew, thrown away."""
    copy, rng = vault.copy_to(tmp_path / "data"), random.Random(_SEED)
    with opened(copy.folder) as services:
        case = services.cases.find("WC-2026-0001")
        file = tmp_path / "x.txt"
        for round_ in range(12):
            file.write_text(f"{round_}", encoding="utf-8")
            _do(services, rng.randrange(5), case.id, file)
            for _ in range(rng.randrange(3)):
                if services.history.undo_label:
                    services.history.undo()
            if rng.random() < 0.5 and services.history.redo_label:
                services.history.redo()
            assert services.integrity.verify() == (), round_
            assert services.integrity.verify(case.number.lower()) == ()


def _do(services: Services, what: int, case_id: object, file: Path) -> None:
    record = services.cases.open(case_id)  # type: ignore[arg-type]
    first, second = record.evidence[:2]
    if what == 0:
        services.evidence.attach(record.case.id, [file])
    elif what == 1:
        numbers = {first.id: second.exhibit_no, second.id: first.exhibit_no}
        services.numbering.renumber(record.case.id, numbers)
    elif what == 2:
        services.evidence.trash(record.case.id, first.id)
    elif what == 3:
        services.sample.add("zh_CN")
    else:
        services.sample.remove()
