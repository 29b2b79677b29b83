"""Progress that only grows, and cancelling at any moment: soon, and nothing is left."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest

from tests.export.conftest import Render
from tests.export.dossier_samples import RESOURCES, Files, NoDecoder, make_screenshots, sample_record
from walletcase.domain.errors import Cancelled
from walletcase.export.dossier_pdf import PdfDossiers
from walletcase.services.dossier_options import DossierOptions
from walletcase.services.ports import never_cancelled, no_progress


class Stopper:
    """Says that the person cancelled from the ``after``-th question on, and when it first said so."""

    def __init__(self, after: int) -> None:
        self.after = after
        self.asked = 0
        self.said_at = 0.0

    def __call__(self) -> bool:
        self.asked += 1
        if self.asked > self.after and not self.said_at:
            self.said_at = time.perf_counter()
        return self.asked > self.after


@pytest.fixture
def full(files: Files) -> Files:
    make_screenshots(files, 6)
    return files


def everything(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))


def renderer(files: Files) -> PdfDossiers:
    return PdfDossiers(RESOURCES, files, NoDecoder())


def test_cancelling_at_every_question_leaves_nothing(full: Files, tmp_path: Path) -> None:
    count = Stopper(10**9)
    record = sample_record(full.evidence)
    renderer(full).render(record, DossierOptions(), tmp_path / "whole.pdf", no_progress, count)
    before = everything(tmp_path)
    assert count.asked > 40
    for after in range(0, count.asked, count.asked // 15):
        stop = Stopper(after)
        with pytest.raises(Cancelled):
            renderer(full).render(record, DossierOptions(), tmp_path / "out.pdf", no_progress, stop)
        assert time.perf_counter() - stop.said_at < 0.3
        assert everything(tmp_path) == before


def test_questions_come_often_enough(full: Files, tmp_path: Path) -> None:
    """Between two questions there is never so much work that cancelling would feel slow."""
    asked = [time.perf_counter()]

    def ask() -> bool:
        asked.append(time.perf_counter())
        return False

    record = sample_record(full.evidence, contacts=200)
    renderer(full).render(record, DossierOptions(), tmp_path / "warm.pdf", no_progress, never_cancelled)
    asked.clear()
    renderer(full).render(record, DossierOptions(), tmp_path / "out.pdf", no_progress, ask)
    assert max(b - a for a, b in pairwise(asked)) < 0.3


def test_progress_grows_to_its_end(full: Files, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    record = sample_record(full.evidence)
    renderer(full).render(
        record, DossierOptions(), tmp_path / "x.pdf", lambda done, total: seen.append((done, total)), never_cancelled
    )
    assert [done for done, _ in seen] == sorted({done for done, _ in seen})
    assert {total for _, total in seen} == {14}
    assert seen[-1] == (14, 14)
    assert len(seen) > 8


def test_a_full_disk_leaves_nothing(full: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import pikepdf

    real = pikepdf.Pdf.save

    def save(pdf: pikepdf.Pdf, out: Path, **options: object) -> None:
        real(pdf, out, **options)  # type: ignore[arg-type]
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pikepdf.Pdf, "save", save)
    before = everything(tmp_path)
    with pytest.raises(OSError, match="No space"):
        renderer(full).render(
            sample_record(full.evidence), DossierOptions(), tmp_path / "x.pdf", no_progress, never_cancelled
        )
    assert everything(tmp_path) == before


def test_nothing_is_left_beside_a_finished_dossier(full: Files, render: Render, tmp_path: Path) -> None:
    before = everything(tmp_path)
    made = render(sample_record(full.evidence))
    assert everything(tmp_path) - before == {made.path}
