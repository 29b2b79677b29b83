from __future__ import annotations

from pathlib import Path

import pytest

from tests.media import corpus_pictures as made
from walletcase.media.imageinfo import is_whole, png_size

WHOLE = ["rgb.png", "animated.png", "trailing.png", "turned.png", "grey-16.png"]
WHOLE_JPEGS = ["plain.jpg", "progressive.jpg", "restart.jpg", "cmyk.jpg", "two-in-one.jpg", "exif-8.jpg"]


@pytest.mark.parametrize("name", WHOLE)
def test_whole_png(corpus: dict[str, Path], name: str) -> None:
    assert is_whole("image/png", corpus[name].read_bytes())


@pytest.mark.parametrize("name", WHOLE_JPEGS)
def test_whole_jpeg(corpus: dict[str, Path], name: str) -> None:
    assert is_whole("image/jpeg", corpus[name].read_bytes())


@pytest.mark.parametrize(("kind", "image"), [("image/png", "PNG"), ("image/jpeg", "JPEG")])
def test_no_beginning_of_a_file_is_whole(kind: str, image: str) -> None:
    data = made.encoded(made.quarters(), image)
    assert is_whole(kind, data)
    assert [length for length in range(len(data)) if is_whole(kind, data[:length])] == []


def test_a_jpeg_without_a_picture_is_not_whole() -> None:
    assert not is_whole("image/jpeg", b"\xff\xd8\xff\xd9")
    assert not is_whole("image/jpeg", b"\xff\xd8\xff\xd9" + b"\x00" * 8)


def test_every_changed_byte_of_a_png_is_noticed() -> None:
    data = made.encoded(made.quarters(), "PNG")
    for at in range(8, len(data)):
        changed = bytearray(data)
        changed[at] ^= 1
        assert not is_whole("image/png", bytes(changed)), at


def test_size_of_a_png(corpus: dict[str, Path]) -> None:
    data = corpus["rgb.png"].read_bytes()
    assert png_size(data) == made.SIZE
    assert png_size(data[:-1]) is None
    assert png_size(b"") is None
    assert png_size(corpus["plain.jpg"].read_bytes()) is None


def test_other_types_are_never_called_whole(corpus: dict[str, Path]) -> None:
    assert not is_whole("image/gif", corpus["still.gif"].read_bytes())
