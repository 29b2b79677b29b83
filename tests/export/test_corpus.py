"""A dossier of a hundred odd files, with the real decoder: each has its pages or its reason."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from tests.export.dossier_samples import RESOURCES, Files, sample_record
from tests.media.corpus_maker import expected_note, make_corpus
from walletcase.export.dossier_pdf import PdfDossiers
from walletcase.media.previewer import Previewer
from walletcase.media.sniff import media_type
from walletcase.services.ports import DossierOptions, never_cancelled, no_progress


def test_a_hundred_odd_files(files: Files, tmp_path: Path, run: Callable[..., str]) -> None:
    corpus = make_corpus(tmp_path / "corpus")
    out = tmp_path / "dossier.pdf"
    with Previewer() as decoder:
        for path in corpus:
            kind = media_type(path, path.name)
            facts = decoder.probe(path, kind)
            files.add(path.read_bytes(), kind, path.name, title=f"《{path.name}》", media=facts)
        renderer = PdfDossiers(RESOURCES, files, decoder)
        made = renderer.render(
            sample_record(files.evidence), DossierOptions(language="en"), out, no_progress, never_cancelled
        )
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", out)
    text = re.sub(r"\s", "", run("pdftotext", "-raw", out, "-"))
    told = {path.name: any(f"《{path.name}》" in line for line in made.problems) for path in corpus}
    for path in corpus:
        assert f"《{path.name}》" in text
        note = expected_note(path)
        if note == "":
            assert not told[path.name], path.name
        elif note in ("encrypted", "empty", "unsupported"):
            assert told[path.name], path.name
    assert len(corpus) > 100
    assert sum(told.values()) > 30
