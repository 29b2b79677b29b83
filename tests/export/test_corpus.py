"""A dossier of a hundred odd files, with the real decoder: each has its pages or its reason."""

from __future__ import annotations

import io
import re
import resource
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.export.dossier_samples import RESOURCES, Files, NoDecoder, sample_record
from tests.media.corpus_maker import expected_note, make_corpus
from walletcase.export.dossier_pdf import PdfDossiers
from walletcase.media.previewer import Previewer
from walletcase.media.sniff import media_type
from walletcase.services.dossier_options import DossierOptions
from walletcase.services.ports import never_cancelled, no_progress


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


def deflated_twice(size_mb: int) -> bytes:
    """A PDF whose page draws nothing, for many megabytes, in a few bytes."""
    engine = zlib.compressobj(9)
    packed = b"".join(engine.compress(b" " * (1 << 20)) for _ in range(size_mb)) + engine.flush()
    made = pikepdf.new()
    made.add_blank_page(page_size=(200, 200))
    stream = made.make_stream(b"")
    stream.write(zlib.compress(packed, 9), filter=[pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode])
    made.pages[0].obj.Contents = stream
    out = io.BytesIO()
    made.save(out, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    return out.getvalue()


def test_a_page_that_would_never_end_costs_a_notice_and_little_memory(files: Files, tmp_path: Path) -> None:
    item = files.add(deflated_twice(600), "application/pdf")
    assert item.file.size_bytes < 20_000
    renderer = PdfDossiers(RESOURCES, files, NoDecoder())
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    record, out = sample_record(files.evidence), tmp_path / "out.pdf"
    made = renderer.render(record, DossierOptions(), out, no_progress, never_cancelled)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 400_000  # KiB: less than the page would take
    assert len(made.problems) == 1
    assert "1" in made.problems[0]


def objects_packed(size_mb: int) -> bytes:
    """A PDF whose objects lie in a stream that is some kilobytes long and many megabytes when it is opened."""
    inner = b"1 0 2 36 3 75 " + b"<</Type/Catalog/Pages 2 0 R>>       <</Type/Pages/Kids[3 0 R]/Count 1>>    "
    first = inner.index(b"<<")
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>"
    engine = zlib.compressobj(9)
    packed = engine.compress(inner + page)
    packed += b"".join(engine.compress(b" " * (1 << 20)) for _ in range(size_mb)) + engine.flush()
    body = b"%PDF-1.5\n"
    at = len(body)
    body += b"4 0 obj\n<</Type/ObjStm/N 3/First %d/Filter/FlateDecode/Length %d>>stream\n" % (first, len(packed))
    body += packed + b"\nendstream\nendobj\n"
    start = len(body)
    rows = [(0, 0, 65535), (2, 4, 0), (2, 4, 1), (2, 4, 2), (1, at, 0), (1, start, 0)]
    table = b"".join(bytes([kind]) + a.to_bytes(4, "big") + b.to_bytes(2, "big") for kind, a, b in rows)
    body += b"5 0 obj\n<</Type/XRef/Size 6/W[1 4 2]/Root 1 0 R/Length %d>>stream\n" % len(table)
    return body + table + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % start


@pytest.mark.parametrize("spoilt", [deflated_twice, objects_packed])
def test_no_exhibit_is_opened_by_the_app_itself(
    files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoilt: Callable[[int], bytes]
) -> None:
    """A gigabyte and a half in a few kilobytes, beside a sound PDF: the child takes them, the dossier has the other."""
    files.add(spoilt(1_500), "application/pdf")
    files.add(encoded_pdf(), "application/pdf")
    opened, really = [], pikepdf.open

    def watched(thing: Any, **more: Any) -> pikepdf.Pdf:
        opened.append(thing)
        return really(thing, **more)

    monkeypatch.setattr(pikepdf, "open", watched)
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    with Previewer() as decoder:
        renderer = PdfDossiers(RESOURCES, files, decoder)
        record, out = sample_record(files.evidence), tmp_path / "out.pdf"
        made = renderer.render(record, DossierOptions(), out, no_progress, never_cancelled)
    assert time.monotonic() - began < 40
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000  # KiB
    assert len(made.problems) == 1
    vault = {files.path(item.file.sha256) for item in files.evidence}
    paths = {thing for thing in opened if isinstance(thing, Path)}
    assert len(paths) == 1  # the copy of the sound one
    assert not paths & vault


def encoded_pdf() -> bytes:
    """A PDF with one page."""
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(200, 300))
        pdf.save(out)
    return out.getvalue()
