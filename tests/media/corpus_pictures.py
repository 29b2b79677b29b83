"""Odd pictures for tests: every colour space, orientation and kind of damage that people's phones and scanners make."""

from __future__ import annotations

import base64
import io
import struct
import zlib
from collections.abc import Callable
from functools import partial

from PIL import Image, ImageCms

RED, GREEN, BLUE, YELLOW = (200, 30, 30), (30, 160, 60), (20, 40, 220), (240, 220, 20)
SIZE = (48, 32)

# 64 × 96: red with a blue top left third, made once with libheif from a plain PNG.
HEIC = base64.b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAUJtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA"
    "AA5waXRtAAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAFmAAEAAAAAAAAAOQAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEA"
    "AGh2YzEAAAAAwmlwcnAAAACkaXBjbwAAAHhodmNDAQNwAAAAAAAAAAAAHvAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMA"
    "AAMAHroCQCEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoCCBhZbqSSmubgQEDAgAAAMACAAAAwAIQCIAAQAHRAHBcrAiQAAAABRpc3Bl"
    "AAAAAAAAAEAAAABgAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAoMAAABBbWRhdAAAADUoAa8J4CE5dV///glX"
    "73+yB3//FcZTcfuYf//8VN1v/dYM0R//Aejv/m8SO/5BwlFD5Fb/gA=="
)


def quarters(mode: str = "RGB", size: tuple[int, int] = SIZE) -> Image.Image:
    """Red, green, blue, yellow quarters, so that any turn or mirroring shows."""
    image = Image.new("RGB", size, RED)
    middle = (size[0] // 2, size[1] // 2)
    image.paste(GREEN, (middle[0], 0, size[0], middle[1]))
    image.paste(BLUE, (0, middle[1], middle[0], size[1]))
    image.paste(YELLOW, (*middle, *size))
    return image if mode == "RGB" else image.convert(mode)


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    """The file's bytes as Pillow writes them."""
    stored = io.BytesIO()
    image.save(stored, kind, **options)
    return stored.getvalue()


def png_chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def raw_png(width: int, height: int, bits: int, colour: int, rows: bytes, *, interlace: int = 0) -> bytes:
    """A PNG from rows that carry their filter bytes already."""
    header = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, interlace)
    chunks = png_chunk(b"IHDR", header) + png_chunk(b"IDAT", zlib.compress(rows, 9)) + png_chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def bomb_png(side: int = 30_000) -> bytes:
    """A one-bit square of about 109 kB that unfolds to 900 megapixels."""
    packer = zlib.compressobj(9)
    row = b"\x00" * (1 + side // 8)
    packed = b"".join(packer.compress(row * 100) for _ in range(side // 100)) + packer.flush()
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    chunks = png_chunk(b"IHDR", header) + png_chunk(b"IDAT", packed) + png_chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def exif(orientation: int, taken: str = "") -> bytes:
    """An EXIF block with an orientation and, if given, DateTimeOriginal."""
    block = Image.Exif()
    block[0x0112] = orientation
    if taken:
        block.get_ifd(0x8769)[0x9003] = taken
    return block.tobytes()


def turned_jpeg(orientation: int, taken: str = "") -> bytes:
    """The quarters, stored so that they stand upright under the EXIF orientation."""
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # Image.Transpose that undoes the turn
    image = quarters()
    if orientation > 1:
        image = image.transpose(Image.Transpose(back[orientation]))
    return encoded(image, "JPEG", quality=95, subsampling=0, exif=exif(orientation, taken))


def sized_jpeg(width: int, height: int) -> bytes:
    """A small JPEG whose header claims another size."""
    data = bytearray(encoded(quarters(), "JPEG"))
    frame = data.index(b"\xff\xc0")
    data[frame + 5 : frame + 9] = struct.pack(">HH", height, width)
    return bytes(data)


def _interlaced() -> bytes:
    image = quarters(size=(8, 8))
    passes = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
    rows = b""
    for left, top, across, down in passes:  # Adam7
        for y in range(top, 8, down):
            line = b"".join(image.crop((x, y, x + 1, y + 1)).tobytes() for x in range(left, 8, across))
            rows += b"\x00" + line
    return raw_png(8, 8, 8, 2, rows, interlace=1)


def _deep_rgb() -> bytes:
    row = b"\x00" + b"".join(struct.pack(">HHH", 0xC8FF, 0x1E00, 0x1E80) for _ in range(16))
    return raw_png(16, 8, 16, 2, row * 8)


def _deep_grey() -> Image.Image:
    half = SIZE[0] // 2
    return Image.frombytes("I;16", SIZE, (b"\x01\x00" * half + b"\x00\x80" * half) * SIZE[1])


def _glass(alpha: int) -> Image.Image:
    image = quarters("RGBA")
    image.putalpha(alpha)
    return image


def _frames(count: int) -> list[Image.Image]:
    return [Image.new("RGB", SIZE, (shade * 7 % 256, 90, 30)) for shade in range(1, count)]


def _lab() -> Image.Image:
    transform = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB")
    image = ImageCms.applyTransform(quarters(), transform)
    assert image is not None
    image.info.clear()  # its profile carries the time it was made
    return image


def _huge_strips() -> bytes:
    data = bytearray(encoded(quarters(), "TIFF"))
    tag = data.index(struct.pack("<HH", 0x0117, 4))  # StripByteCounts
    data[tag + 8 : tag + 12] = struct.pack("<I", 0x7FFFFFF0)
    return bytes(data)


def _looping_pages() -> bytes:
    data = bytearray(encoded(quarters(), "TIFF"))
    first = struct.unpack_from("<I", data, 4)[0]
    end = first + 2 + 12 * struct.unpack_from("<H", data, first)[0]
    data[end : end + 4] = struct.pack("<I", first)
    return bytes(data)


def _bad_check_sum() -> bytes:
    data = bytearray(encoded(quarters(), "PNG"))
    data[data.index(b"IDAT") + 8] ^= 0x55
    return bytes(data)


def _noise(size: tuple[int, int]) -> Image.Image:
    # Determined noise: compresses badly, so cutting the file cuts pixels.
    seed, values = 12345, bytearray()
    for _ in range(size[0] * size[1]):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        values.append(seed >> 16 & 0xFF)
    return Image.frombytes("L", size, bytes(values)).convert("RGB")


def _cut(data: bytes, part: float) -> bytes:
    return data[: int(len(data) * part)]


Makers = dict[str, Callable[[], bytes]]

GOOD: Makers = {
    "rgb.png": lambda: encoded(quarters(), "PNG"),
    "rgba-clear.png": lambda: encoded(_glass(128), "PNG"),
    "rgba-opaque.png": lambda: encoded(_glass(255), "PNG"),
    "grey.png": lambda: encoded(quarters("L"), "PNG"),
    "grey-alpha.png": lambda: encoded(quarters("LA"), "PNG"),
    "palette.png": lambda: encoded(quarters().quantize(4), "PNG"),
    "palette-clear.png": lambda: encoded(quarters().quantize(4), "PNG", transparency=0),
    "one-bit.png": lambda: encoded(quarters("1"), "PNG"),
    "grey-16.png": lambda: encoded(_deep_grey(), "PNG"),
    "rgb-16.png": _deep_rgb,
    "colour-key.png": lambda: encoded(quarters(), "PNG", transparency=RED),
    "interlaced.png": _interlaced,
    "animated.png": lambda: encoded(quarters(), "PNG", save_all=True, append_images=_frames(4)),
    "turned.png": lambda: encoded(quarters(), "PNG", exif=exif(6, "2026:11:02 09:15:30")),
    "trailing.png": lambda: encoded(quarters(), "PNG") + b"\x00" * 300,
    "really-png.jpg": lambda: encoded(quarters(), "PNG"),
    "tall.png": lambda: encoded(Image.new("RGB", (3, 9000), GREEN), "PNG"),
    "plain.jpg": lambda: encoded(quarters(), "JPEG", quality=95, subsampling=0),
    "progressive.jpg": lambda: encoded(quarters(), "JPEG", progressive=True),
    "restart.jpg": lambda: encoded(_noise((64, 64)), "JPEG", restart_marker_blocks=2),
    "grey.jpg": lambda: encoded(quarters("L"), "JPEG"),
    "cmyk.jpg": lambda: encoded(quarters("CMYK"), "JPEG", quality=95),
    "two-in-one.jpg": lambda: encoded(quarters(), "MPO", save_all=True, append_images=_frames(2)),
    **{f"exif-{turn}.jpg": partial(turned_jpeg, turn, "2026:10:31 18:04:59") for turn in range(1, 9)},
    "still.gif": lambda: encoded(quarters().quantize(4), "GIF"),
    "animated.gif": lambda: encoded(quarters(), "GIF", save_all=True, append_images=_frames(5)),
    "deep.gif": lambda: encoded(quarters(), "GIF", save_all=True, append_images=_frames(200)),
    "clear.gif": lambda: encoded(quarters().quantize(4), "GIF", transparency=0),
    "plain.bmp": lambda: encoded(quarters(), "BMP"),
    "one-bit.bmp": lambda: encoded(quarters("1"), "BMP"),
    "palette.bmp": lambda: encoded(quarters().quantize(4), "BMP"),
    "lzw.tiff": lambda: encoded(quarters(), "TIFF", compression="tiff_lzw"),
    "cmyk.tiff": lambda: encoded(quarters("CMYK"), "TIFF"),
    "lab.tiff": lambda: encoded(_lab(), "TIFF"),
    "grey-16.tiff": lambda: encoded(_deep_grey(), "TIFF"),
    "float.tiff": lambda: encoded(quarters("F"), "TIFF"),
    "fax.tiff": lambda: encoded(quarters("1"), "TIFF", compression="group4"),
    "three-pages.tiff": lambda: encoded(quarters(), "TIFF", save_all=True, append_images=_frames(3)),
    "turned.tiff": lambda: encoded(quarters(), "TIFF", tiffinfo={0x0112: 6}),
    "huge-strips.tiff": _huge_strips,
    "looping-pages.tiff": _looping_pages,
    "lossy.webp": lambda: encoded(quarters(), "WEBP", quality=95),
    "clear.webp": lambda: encoded(_glass(128), "WEBP", lossless=True),
    "animated.webp": lambda: encoded(quarters(), "WEBP", save_all=True, append_images=_frames(3)),
    "photo.avif": lambda: encoded(quarters(), "AVIF", quality=90),
    "photo.heic": lambda: HEIC,
    "scan.jp2": lambda: encoded(quarters(), "JPEG2000"),
    "icon.ico": lambda: encoded(quarters(size=(32, 32)), "ICO", sizes=[(32, 32)]),
}

DAMAGED: Makers = {
    "truncated.png": lambda: _cut(encoded(_noise((80, 80)), "PNG"), 0.5),
    "bad-sum.png": _bad_check_sum,
    "only-signature.png": lambda: b"\x89PNG\r\n\x1a\n",
    "no-width.png": lambda: raw_png(0, 8, 8, 2, b"\x00" * 8),
    "truncated.jpg": lambda: _cut(encoded(_noise((200, 200)), "JPEG", quality=95), 0.4),
    "no-end.jpg": lambda: encoded(quarters(), "JPEG")[:-2],
    "only-marker.jpg": lambda: b"\xff\xd8\xff\xe0",
    "truncated.gif": lambda: _cut(encoded(_noise((80, 80)), "GIF"), 0.5),
    "truncated.webp": lambda: _cut(encoded(_noise((80, 80)), "WEBP", lossless=True), 0.5),
    "truncated.tiff": lambda: _cut(encoded(_noise((80, 80)), "TIFF", compression="tiff_lzw"), 0.5),
    "truncated.heic": lambda: HEIC[:-30],
    "truncated.bmp": lambda: _cut(encoded(quarters(), "BMP"), 0.5),
}

TOO_LARGE: Makers = {
    "bomb.png": bomb_png,
    "bomb.jpg": lambda: sized_jpeg(65_500, 65_500),
    "bomb.gif": lambda: b"GIF89a" + struct.pack("<HH", 65_535, 65_535) + encoded(quarters().quantize(4), "GIF")[10:],
}
