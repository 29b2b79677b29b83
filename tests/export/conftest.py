"""What the dossier's tests share: files in a folder, a renderer on the real fonts, tools that read PDFs."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.export.dossier_samples import RESOURCES, Files, NoDecoder
from walletcase.domain.case import CaseRecord
from walletcase.export.dossier_pdf import PdfDossiers
from walletcase.services.dossier_options import DossierOptions, Rendered
from walletcase.services.ports import never_cancelled, no_progress

Render = Callable[..., Rendered]


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """An empty folder of evidence."""
    folder = tmp_path / "vault"
    folder.mkdir()
    return Files(folder)


@pytest.fixture
def render(files: Files, tmp_path: Path) -> Render:
    """Make a dossier of a record: render(record, language="en")."""
    made: list[Path] = []

    def make(record: CaseRecord, **options: object) -> Rendered:
        out = tmp_path / f"dossier-{len(made)}.pdf"
        made.append(out)
        chosen = DossierOptions(**options)  # type: ignore[arg-type]
        renderer = PdfDossiers(RESOURCES, files, NoDecoder())
        return renderer.render(record, chosen, out, no_progress, never_cancelled)

    return make


@pytest.fixture(scope="session")
def run() -> Callable[..., str]:
    """Run a PDF tool and return what it prints; a tool that is not installed fails the test and says so."""

    def call(tool: str, *arguments: object) -> str:
        assert shutil.which(tool), f"{tool} is not installed: README.md names the packages"
        command = [tool, *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
        assert done.returncode == 0, f"{tool}: {done.stdout}{done.stderr}"
        return done.stdout

    return call
