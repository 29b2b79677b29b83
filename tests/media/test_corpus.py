from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.media.corpus_maker import BY_NOTE, expected_note, make_corpus
from walletcase.domain.evidence import MediaFacts
from walletcase.media.imageinfo import png_size
from walletcase.media.kinds import PDF, is_picture
from walletcase.media.previewer import NOTES, Previewer
from walletcase.media.sniff import media_type

NAMES = [name for makers in BY_NOTE.values() for name in makers]


@pytest.mark.parametrize("name", NAMES)
def test_every_odd_file_gets_its_note_and_preview(corpus: dict[str, Path], previewer: Previewer, name: str) -> None:
    path = corpus[name]
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    kind = media_type(path, name)
    facts = previewer.probe(path, kind, thorough=True)
    expected = expected_note(path)
    assert facts.note == expected or (expected == "?" and facts.note in ("", "damaged"))
    has_pages = facts.note == "" and (is_picture(kind) or kind == PDF)
    assert (facts.pages is not None) == has_pages
    thumbnail = previewer.thumbnail(path, kind, 64)
    page = previewer.page(path, kind, 0, 200)
    assert (thumbnail is not None) == (page is not None) == has_pages
    if thumbnail is not None:
        assert max(png_size(thumbnail) or (999, 999)) <= 64
    assert (previewer.flatten(path, kind) is not None) == (facts.note == "" and is_picture(kind))
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


def test_quick_probe_agrees_with_the_thorough_one(corpus: dict[str, Path], previewer: Previewer) -> None:
    for path in corpus.values():
        kind = media_type(path, path.name)
        quick, thorough = previewer.probe(path, kind), previewer.probe(path, kind, thorough=True)
        assert quick == thorough or (quick.note == "" and thorough.note in NOTES), path.name


def test_the_corpus_is_the_same_each_time(corpus: dict[str, Path], tmp_path: Path) -> None:
    again = make_corpus(tmp_path / "again")
    changed = {path.name for path in again if path.read_bytes() != corpus[path.name].read_bytes()}
    # qpdf draws a random document id, and salts for passwords.
    assert {name for name in changed if not name.endswith(".pdf")} == set()
    assert len(again) == len(corpus) > 60


def test_a_missing_file_is_damaged_not_an_exception(previewer: Previewer, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    assert previewer.probe(gone, "image/png") == MediaFacts("image/png", note="damaged")
    assert previewer.probe(gone, PDF) == MediaFacts(PDF, note="damaged")
    assert previewer.thumbnail(gone, "image/png") is None
    assert previewer.thumbnail(tmp_path, "image/png") is None


def test_a_wrong_type_from_outside_is_damaged(corpus: dict[str, Path], previewer: Previewer) -> None:
    assert previewer.probe(corpus["rgb.png"], "image/jpeg").note == "damaged"
    assert previewer.probe(corpus["rgb.png"], PDF).note == "damaged"
    assert previewer.probe(corpus["rgb.png"], "image/made-up").note == "unsupported"
