from __future__ import annotations

import io
import math
import re
from pathlib import Path

import pytest
from PIL import Image, ImageOps

from tests.media import corpus_pictures as made
from walletcase.media.previewer import Previewer

WHITE = (255, 255, 255)


def shown(png: bytes | None) -> Image.Image:
    assert png is not None
    image = Image.open(io.BytesIO(png))
    image.load()
    assert image.mode == "RGB"
    return image


def corners(image: Image.Image) -> list[tuple[int, ...]]:
    """Colours well inside the four quarters: top left, top right, bottom left, bottom right."""
    across, down = image.width // 4, image.height // 4
    spots = [(across, down), (image.width - 1 - across, down), (across, image.height - 1 - down)]
    found = [image.getpixel(spot) for spot in (*spots, (image.width - 1 - across, image.height - 1 - down))]
    return [colour for colour in found if isinstance(colour, tuple)]


def close_to(found: list[tuple[int, ...]], wanted: list[tuple[int, int, int]], tolerance: int) -> bool:
    return len(found) == len(wanted) and all(math.dist(a, b) <= tolerance for a, b in zip(found, wanted, strict=True))


QUARTERS = [made.RED, made.GREEN, made.BLUE, made.YELLOW]


@pytest.mark.parametrize(
    ("name", "kind", "tolerance"),
    [
        ("rgb.png", "image/png", 0),
        ("rgba-opaque.png", "image/png", 0),
        ("interlaced.png", "image/png", 0),
        ("animated.png", "image/png", 0),
        ("palette.png", "image/png", 30),
        ("plain.jpg", "image/jpeg", 8),
        ("progressive.jpg", "image/jpeg", 30),
        ("cmyk.jpg", "image/jpeg", 8),
        ("two-in-one.jpg", "image/jpeg", 30),
        ("animated.gif", "image/gif", 30),
        ("plain.bmp", "image/bmp", 0),
        ("lzw.tiff", "image/tiff", 0),
        ("cmyk.tiff", "image/tiff", 4),
        ("lab.tiff", "image/tiff", 12),
        ("three-pages.tiff", "image/tiff", 0),
        ("lossy.webp", "image/webp", 20),
        ("animated.webp", "image/webp", 30),
        ("photo.avif", "image/avif", 20),
        ("scan.jp2", "image/jp2", 0),
        ("icon.ico", "image/x-icon", 0),
    ],
)
def test_colours_survive(corpus: dict[str, Path], previewer: Previewer, name: str, kind: str, tolerance: int) -> None:
    for png in (previewer.thumbnail(corpus[name], kind), previewer.flatten(corpus[name], kind)):
        assert close_to(corners(shown(png)), QUARTERS, tolerance), corners(shown(png))


@pytest.mark.parametrize("turn", range(1, 9))
def test_every_orientation_stands_upright(corpus: dict[str, Path], previewer: Previewer, turn: int) -> None:
    path = corpus[f"exif-{turn}.jpg"]
    facts = previewer.probe(path, "image/jpeg")
    assert (facts.width_px, facts.height_px, facts.made_at) == (*made.SIZE, "2026-10-31T18:04:59")
    thumbnail, flat = shown(previewer.thumbnail(path, "image/jpeg")), shown(previewer.flatten(path, "image/jpeg"))
    for image in (thumbnail, flat):
        assert image.size == made.SIZE
        assert close_to(corners(image), QUARTERS, 8)
    with Image.open(path) as original:
        assert flat.tobytes() == ImageOps.exif_transpose(original).convert("RGB").tobytes()


@pytest.mark.parametrize("turn", range(1, 9))
def test_strips_join_without_a_seam(previewer: Previewer, tmp_path: Path, turn: int) -> None:
    # Larger than one strip of four megapixels, and different in every row and column.
    image = Image.linear_gradient("L").resize((2600, 1600)).convert("RGB")
    image.paste(Image.linear_gradient("L").rotate(90).resize((1300, 1600)), (1300, 0))
    path = tmp_path / "turned.png"
    image.save(path, compress_level=1, exif=made.exif(turn))
    with Image.open(path) as original:
        wanted = ImageOps.exif_transpose(original)
    assert shown(previewer.flatten(path, "image/png")).tobytes() == wanted.tobytes()
    small = shown(previewer.page(path, "image/png", 0, 500))
    assert small.size == (500, round(500 * wanted.height / wanted.width))
    pairs = zip(small.resize((50, 50)).tobytes(), wanted.resize((50, 50)).tobytes(), strict=True)
    assert max(abs(a - b) for a, b in pairs) < 24


@pytest.mark.parametrize("name", ["rgba-clear.png", "clear.webp"])
def test_what_shines_through_is_white(corpus: dict[str, Path], previewer: Previewer, name: str) -> None:
    kind = "image/png" if name.endswith("png") else "image/webp"
    half = [tuple((channel * 128 + 255 * 127) // 255 for channel in colour) for colour in QUARTERS]
    wanted = [(red, green, blue) for red, green, blue in half]
    assert close_to(corners(shown(previewer.flatten(corpus[name], kind))), wanted, 3)


@pytest.mark.parametrize(
    ("name", "kind"), [("palette-clear.png", "image/png"), ("colour-key.png", "image/png"), ("clear.gif", "image/gif")]
)
def test_a_transparent_colour_is_white(corpus: dict[str, Path], previewer: Previewer, name: str, kind: str) -> None:
    with Image.open(corpus[name]) as original:
        rgba = original.convert("RGBA")
    assert 0 in rgba.getchannel("A").tobytes()
    paper = Image.new("RGBA", rgba.size, "white")
    paper.alpha_composite(rgba)
    assert shown(previewer.flatten(corpus[name], kind)).tobytes() == paper.convert("RGB").tobytes()


@pytest.mark.parametrize(("name", "kind"), [("grey-16.png", "image/png"), ("grey-16.tiff", "image/tiff")])
def test_sixteen_bits_keep_their_tone(corpus: dict[str, Path], previewer: Previewer, name: str, kind: str) -> None:
    for png in (previewer.thumbnail(corpus[name], kind), previewer.flatten(corpus[name], kind)):
        assert corners(shown(png)) == [(0, 0, 0), (128, 128, 128), (0, 0, 0), (128, 128, 128)]


def test_sixteen_bit_colour_and_floats(corpus: dict[str, Path], previewer: Previewer) -> None:
    assert corners(shown(previewer.flatten(corpus["rgb-16.png"], "image/png")))[0] == (0xC8, 0x1E, 0x1E)
    grey = made.quarters("L").convert("RGB")
    assert close_to(corners(shown(previewer.flatten(corpus["float.tiff"], "image/tiff"))), [
        (value[0], value[1], value[2]) for value in corners(grey)
    ], 2)  # fmt: skip


def test_heic_photo(corpus: dict[str, Path], previewer: Previewer) -> None:
    image = shown(previewer.thumbnail(corpus["photo.heic"], "image/heic"))
    assert image.size == (64, 96)
    found = [image.getpixel((8, 8)), image.getpixel((56, 88))]
    assert close_to([colour for colour in found if isinstance(colour, tuple)], [made.BLUE, made.RED], 24)


def test_pages_of_a_tiff(corpus: dict[str, Path], previewer: Previewer) -> None:
    path = corpus["three-pages.tiff"]
    assert previewer.probe(path, "image/tiff").pages == 3
    seconds = [previewer.page(path, "image/tiff", 1, 99), previewer.flatten(path, "image/tiff", 1)]
    assert [corners(shown(png))[0] for png in seconds] == [(7, 90, 30)] * 2
    assert previewer.page(path, "image/tiff", 3, 99) is None
    assert previewer.page(corpus["animated.gif"], "image/gif", 1, 99) is None


def test_sizes_asked_for_are_kept(corpus: dict[str, Path], previewer: Previewer) -> None:
    tall = corpus["tall.png"]
    assert shown(previewer.thumbnail(tall, "image/png", 100)).size == (1, 100)
    assert shown(previewer.page(tall, "image/png", 0, 2)).size == (2, 6000)
    assert shown(previewer.thumbnail(corpus["rgb.png"], "image/png", 0)).size == (1, 1)
    assert shown(previewer.page(corpus["rgb.png"], "image/png", 0, 5000)).size == made.SIZE


def test_flattened_pictures_carry_nothing_but_pixels(corpus: dict[str, Path], previewer: Previewer) -> None:
    flat = previewer.flatten(corpus["exif-6.jpg"], "image/jpeg")
    assert flat is not None
    assert re.findall(rb"IHDR|IDAT|IEND|eXIf|tEXt|iTXt|iCCP", flat) == [b"IHDR", b"IDAT", b"IEND"]


def test_a_turned_png_says_when(corpus: dict[str, Path], previewer: Previewer) -> None:
    facts = previewer.probe(corpus["turned.png"], "image/png")
    assert (facts.width_px, facts.height_px, facts.made_at) == (32, 48, "2026-11-02T09:15:30")


@pytest.mark.parametrize("taken", ["2026:13:45 99:99:99", "0000:00:00 00:00:00", "yesterday", "    :  :     :  :  "])
def test_nonsense_times_are_no_times(previewer: Previewer, tmp_path: Path, taken: str) -> None:
    path = tmp_path / "clock.jpg"
    path.write_bytes(made.turned_jpeg(1, taken))
    facts = previewer.probe(path, "image/jpeg")
    assert (facts.made_at, facts.note) == ("", "")


def test_a_phone_photo_of_108_megapixels(previewer: Previewer, tmp_path: Path) -> None:
    path = tmp_path / "large.jpg"
    Image.new("L", (12_000, 9_000), 90).save(path)
    facts = previewer.probe(path, "image/jpeg")
    assert (facts.width_px, facts.height_px, facts.note) == (12_000, 9_000, "")
    assert shown(previewer.thumbnail(path, "image/jpeg")).size == (256, 192)
