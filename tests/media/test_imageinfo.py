from __future__ import annotations

from pathlib import Path

from tests.media import corpus_pictures as made
from walletcase.media.imageinfo import png_size


def test_size_of_a_png(corpus: dict[str, Path]) -> None:
    data = corpus["rgb.png"].read_bytes()
    assert png_size(data) == made.SIZE
    assert png_size(data[:-1]) is None
    assert png_size(b"") is None
    assert png_size(corpus["plain.jpg"].read_bytes()) is None
