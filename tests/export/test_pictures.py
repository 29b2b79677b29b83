"""JPEG and PNG go into the PDF as they are; what can't is told apart, and where a picture was taken stays behind."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from tests.export.dossier_samples import encoded
from walletcase.export.exif import TURNS, orientation_of
from walletcase.export.jpeg import read_jpeg
from walletcase.export.picture import FileRange, Picture, Unfit, unpacked, usable_profile
from walletcase.export.png import read_png

GPS = b"GPS-31.2304-121.4737"


def noisy(mode: str = "RGB", size: tuple[int, int] = (60, 40)) -> Image.Image:
    return Image.effect_noise(size, 80).convert(mode)


def kept(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "picture"
    path.write_bytes(content)
    return path


def stream(picture: Picture) -> bytes:
    """The bytes that the PDF will hold."""
    parts = []
    for chunk in picture.chunks:
        if isinstance(chunk, FileRange):
            parts.append(chunk.path.read_bytes()[chunk.offset : chunk.offset + chunk.length])
        else:
            parts.append(chunk)
    return b"".join(parts)


def exif_with_gps(orientation: int = 6) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = GPS.decode()
    exif.get_ifd(0x8825)[1] = "N"
    return exif


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
@pytest.mark.parametrize("progressive", [False, True])
def test_a_jpegs_scan_is_passed_on_byte_for_byte(tmp_path: Path, mode: str, progressive: bool) -> None:
    content = encoded(noisy(mode), "JPEG", quality=90, progressive=progressive)
    picture = read_jpeg(kept(tmp_path, content))
    scan = content[content.index(b"\xff\xda") :]
    assert stream(picture).endswith(scan)
    assert (picture.width, picture.height) == (60, 40)
    assert {"L": b"/DeviceGray", "RGB": b"/DeviceRGB", "CMYK": b"/DeviceCMYK"}[mode] in picture.colour
    assert (b"/Decode[1 0 1 0 1 0 1 0]" in picture.entries) == (mode == "CMYK")


def test_a_jpegs_pixels_stay_what_they_were(tmp_path: Path) -> None:
    content = encoded(noisy(), "JPEG", exif=exif_with_gps(1))
    out = kept(tmp_path, content).with_name("out.jpg")
    out.write_bytes(stream(read_jpeg(tmp_path / "picture")))
    with Image.open(out) as after, Image.open(tmp_path / "picture") as before:
        assert after.tobytes() == before.tobytes()


def test_where_a_jpeg_was_taken_stays_behind(tmp_path: Path) -> None:
    content = encoded(noisy(), "JPEG", exif=exif_with_gps(), comment=b"home address", xmp=b"<x:xmpmeta>secret")
    second = encoded(noisy(), "JPEG", exif=exif_with_gps())  # as cameras append a preview with its own notes
    picture = read_jpeg(kept(tmp_path, content + second + b"trailer of a phone"))
    got = stream(picture)
    for secret in (GPS, b"Exif", b"home address", b"xmpmeta", b"trailer of a phone"):
        assert secret in content + second + b"trailer of a phone"
        assert secret not in got
    assert picture.orientation == 6
    assert picture.shown_size == (40, 60)


def test_a_colour_profile_is_kept_and_a_false_one_is_not(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert read_jpeg(kept(tmp_path, encoded(noisy(), "JPEG", icc_profile=profile))).icc == profile
    assert read_png(kept(tmp_path, encoded(noisy(), "PNG", icc_profile=profile))).icc == profile
    assert read_jpeg(kept(tmp_path, encoded(noisy("L"), "JPEG", icc_profile=profile))).icc == b""
    assert read_jpeg(kept(tmp_path, encoded(noisy(), "JPEG", icc_profile=b"x" * 400))).icc == b""
    assert usable_profile(profile[:-1], 3) == b""


@pytest.mark.parametrize("cut", [3, 40, 300, -2, -1])
def test_a_jpeg_cut_off_is_not_passed_on(tmp_path: Path, cut: int) -> None:
    content = encoded(noisy(), "JPEG")
    with pytest.raises(Unfit):
        read_jpeg(kept(tmp_path, content[:cut]))


def test_jpegs_that_no_pdf_can_hold(tmp_path: Path) -> None:
    content = encoded(noisy(), "JPEG")
    lossless = content.replace(b"\xff\xc0", b"\xff\xc3", 1)
    with pytest.raises(Unfit):
        read_jpeg(kept(tmp_path, lossless))
    at = content.index(b"\xff\xc0") + 4
    with pytest.raises(Unfit):
        read_jpeg(kept(tmp_path, content[:at] + b"\x0c" + content[at + 1 :]))  # 12 bits
    with pytest.raises(Unfit):
        read_jpeg(kept(tmp_path, content[: at + 1] + b"\x00\x00" + content[at + 3 :]))  # height given later


def test_rgb_without_a_word_about_it(tmp_path: Path) -> None:
    content = encoded(noisy(), "JPEG", keep_rgb=True)
    bare = content[:2] + content[content.index(b"\xff\xdb") :]
    assert b"/ColorTransform 0" in read_jpeg(kept(tmp_path, bare)).entries


@pytest.mark.parametrize("mode", ["1", "L", "RGB", "P", "I;16"])
def test_a_pngs_rows_are_passed_on_byte_for_byte(tmp_path: Path, mode: str) -> None:
    image = noisy() if mode == "RGB" else noisy("L").convert(mode)
    content = encoded(image)
    picture = read_png(kept(tmp_path, content))
    assert stream(picture) == idat(content)
    assert picture.width == 60
    depth = {"1": 1, "I;16": 16}.get(mode, 8)
    assert b"/BitsPerComponent %d" % depth in picture.entries
    assert (b"/Indexed" in picture.colour) == (mode == "P")


def idat(content: bytes) -> bytes:
    """All IDAT bodies of a PNG, read apart from the code under test."""
    at, found = 8, b""
    while at < len(content):
        length, kind = struct.unpack_from(">I4s", content, at)
        found += content[at + 8 : at + 8 + length] if kind == b"IDAT" else b""
        at += 12 + length
    return found


def test_rows_in_many_chunks_are_joined(tmp_path: Path) -> None:
    whole = encoded(noisy())
    at = whole.index(b"IDAT") - 4
    (length,) = struct.unpack_from(">I", whole, at)
    body = whole[at + 8 : at + 8 + length]
    parts = [body[n : n + 100] for n in range(0, len(body), 100)]
    many = whole[:at] + b"".join(chunk(b"IDAT", part) for part in parts) + whole[at + 12 + length :]
    picture = read_png(kept(tmp_path, many))
    assert len(picture.chunks) == len(parts) > 3
    assert stream(picture) == body


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def test_words_in_a_png_stay_behind(tmp_path: Path) -> None:
    note = PngImagePlugin.PngInfo()
    note.add_text("Comment", "home address")
    content = encoded(noisy(), pnginfo=note, exif=exif_with_gps(3))
    picture = read_png(kept(tmp_path, content))
    assert b"home address" in content
    assert b"home address" not in stream(picture) + picture.entries + picture.colour
    assert picture.orientation == 3


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_alpha_is_not_passed_on(tmp_path: Path, mode: str) -> None:
    with pytest.raises(Unfit):
        read_png(kept(tmp_path, encoded(noisy("RGBA" if mode == "RGBA" else "LA"))))


def test_a_transparent_colour_is_not_passed_on(tmp_path: Path) -> None:
    with pytest.raises(Unfit):
        read_png(kept(tmp_path, encoded(noisy("P"), transparency=3)))


def test_interlaced_rows_are_not_passed_on(tmp_path: Path) -> None:
    content = encoded(noisy())
    header = bytearray(content[16:29])
    header[12] = 1
    with pytest.raises(Unfit):
        read_png(kept(tmp_path, content[:8] + chunk(b"IHDR", bytes(header)) + content[33:]))


def test_too_many_pixels(tmp_path: Path) -> None:
    content = encoded(noisy("L"))
    header = struct.pack(">II", 30_000, 30_000) + content[24:29]
    with pytest.raises(Unfit):
        read_png(kept(tmp_path, content[:8] + chunk(b"IHDR", header) + content[33:]))


@settings(max_examples=60)
@given(st.integers(0, 4_000), st.integers(1, 255))
def test_a_changed_byte_is_noticed(tmp_path_factory: pytest.TempPathFactory, at: int, change: int) -> None:
    content = bytearray(encoded(Image.new("RGB", (50, 50), "red")))
    content[at % (len(content) - 12)] ^= change  # the last twelve are the empty chunk that ends it
    path = tmp_path_factory.mktemp("png") / "x.png"
    path.write_bytes(bytes(content))
    with pytest.raises(Unfit):
        read_png(path)


@settings(max_examples=150)
@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, junk: bytes, jpeg: bool) -> None:
    path = tmp_path_factory.mktemp("junk") / "x"
    path.write_bytes((b"\xff\xd8" if jpeg else b"\x89PNG\r\n\x1a\n") + junk)
    with pytest.raises(Unfit):
        (read_jpeg if jpeg else read_png)(path)


@given(st.binary(max_size=80))
def test_orientation_of_any_bytes(junk: bytes) -> None:
    for start in (b"", b"II*\x00", b"MM\x00*"):
        assert 1 <= orientation_of(start + junk) <= 8


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("endian", ["<", ">"])
def test_orientation_is_read(orientation: int, endian: str) -> None:
    exif = Image.Exif()
    exif.endian = endian
    exif[0x0112] = orientation
    assert orientation_of(exif.tobytes().removeprefix(b"Exif\x00\x00")) == orientation


@pytest.mark.parametrize("orientation", range(1, 9))
def test_turning_agrees_with_pillow(orientation: int) -> None:
    """The matrix puts each corner of the stored picture where Pillow puts it."""
    image = Image.new("L", (2, 2))
    image.putdata([1, 2, 3, 4])
    exif = Image.Exif()
    exif[0x0112] = orientation
    image.info["exif"] = exif.tobytes()
    from PIL import ImageOps

    image.getexif()[0x0112] = orientation
    upright = ImageOps.exif_transpose(image)
    a, b, c, d, e, f = TURNS[orientation]
    for x, y in ((0, 0), (1, 0), (0, 1), (1, 1)):
        u, v = x * 0.5 + 0.25, 1 - (y * 0.5 + 0.25)
        shown = (a * u + c * v + e, b * u + d * v + f)
        place = (int(shown[0] > 0.5), int(shown[1] < 0.5))
        assert upright.getpixel(place) == image.getpixel((x, y))


def test_a_bomb_is_not_inflated() -> None:
    assert unpacked(zlib.compress(b"x" * 1_000_000), 1_000) == b""
    assert unpacked(zlib.compress(b"x" * 1_000), 1_000) == b"x" * 1_000
    assert unpacked(b"no zlib", 1_000) == b""
