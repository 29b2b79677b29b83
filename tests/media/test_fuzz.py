"""Bytes that are nearly a picture or a document never raise, and never stop the previews that come after."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.media import corpus_documents, corpus_pictures
from walletcase.media.imageinfo import png_size
from walletcase.media.previewer import NOTES, Previewer

BASES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "png": ("image/png", corpus_pictures.GOOD["turned.png"]),
    "jpeg": ("image/jpeg", corpus_pictures.GOOD["exif-6.jpg"]),
    "progressive": ("image/jpeg", corpus_pictures.GOOD["progressive.jpg"]),
    "gif": ("image/gif", corpus_pictures.GOOD["animated.gif"]),
    "tiff": ("image/tiff", corpus_pictures.GOOD["three-pages.tiff"]),
    "webp": ("image/webp", corpus_pictures.GOOD["animated.webp"]),
    "heic": ("image/heic", corpus_pictures.GOOD["photo.heic"]),
    "pdf": ("application/pdf", corpus_documents.GOOD["two-pages.pdf"]),
}
# Where (as a part of the file), what is put there, how many old bytes go.
Change = tuple[float, bytes, int]
CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.binary(max_size=4), st.integers(0, 6)), min_size=1, max_size=6
)


def changed(data: bytes, changes: list[Change]) -> bytes:
    for part, new, gone in changes:
        at = int(part * len(data))
        data = data[:at] + new + data[at + gone :]
    return data


@pytest.mark.parametrize("base", BASES)
def test_changed_bytes_never_raise(
    base: str, corpus: dict[str, Path], previewer: Previewer, tmp_path_factory: pytest.TempPathFactory
) -> None:
    kind, make = BASES[base]
    data, path = make(), tmp_path_factory.mktemp("fuzz") / "file"

    @settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None)
    @given(CHANGES, st.floats(0.2, 1))
    @example([(1.0, b"", 0)], 1.0)
    def look(changes: list[Change], kept: float) -> None:
        bad = changed(data, changes)
        path.write_bytes(bad[: int(len(bad) * kept)] or b"\x00")
        for thorough in (False, True):
            facts = previewer.probe(path, kind, thorough=thorough)
            assert facts.note in NOTES
            assert facts.note == "" or facts.pages is None
        shown = previewer.thumbnail(path, kind, 32)
        assert shown is None or png_size(shown) is not None
        previewer.flatten(path, kind)

    look()
    assert previewer.thumbnail(corpus["rgb.png"], "image/png") is not None
