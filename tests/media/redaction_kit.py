"""Exhibits with a secret in them, drawn at known places, and a search for it that is not the app's own."""

from __future__ import annotations

import io
import random
import re
import subprocess
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont, PngImagePlugin

from tests.domain.secrets_made import with_check_sign, with_luhn_digit
from walletcase.domain.page_text import SCALE, Line

FONTS: Final = Path(__file__).resolve().parents[2] / "resources/fonts"
_WORDS: Final = "账户异常无法开通请尽快处理谢谢您的来电我们会在五个工作日内答复受理情况已登记客服工号稍后告知"
_NAMES: Final = ("欧阳晓楠", "王敏", "司徒嘉欣", "李建国")

Area = tuple[float, float, float, float]  # left, top, right, bottom in parts of one of the page


@dataclass(frozen=True, slots=True)
class Made:
    """``content`` is the file; ``lines`` by page are what a reader finds; ``areas`` (page, area) are the secret's."""

    content: bytes
    media_type: str
    pages: int
    lines: dict[int, list[Line]]
    secret: str
    areas: tuple[tuple[int, Area], ...]
    name: str


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / "NotoSansSC-Regular.ttf", size)


def secret_of(rng: random.Random) -> tuple[str, str]:
    """A secret as it is written, and bare."""
    kind = rng.randrange(5)
    if kind == 0:
        born = f"{rng.randint(1940, 2008)}{rng.randint(1, 12):02}{rng.randint(1, 28):02}"
        bare = with_check_sign(f"{rng.choice(('110105', '310104', '440524'))}{born}{rng.randint(0, 999):03}")
        return bare, bare.lower()
    if kind == 1:
        bare = with_luhn_digit(rng.choice(("6222", "6217", "9558")) + _digits(rng, rng.choice((11, 14))))
        gap = rng.choice(("", " "))
        return gap.join(bare[at : at + 4] for at in range(0, len(bare), 4)), bare
    if kind == 2:
        bare = f"1{rng.choice('3578')}{_digits(rng, 9)}"
        return rng.choice((bare, f"{bare[:3]} {bare[3:7]} {bare[7:]}", f"{bare[:3]}-{bare[3:7]}-{bare[7:]}")), bare
    if kind == 3:
        name = rng.choice(_NAMES)
        return name, name
    bare = _digits(rng, 12)
    return bare, bare


def _digits(rng: random.Random, count: int) -> str:
    return "".join(rng.choice("0123456789") for _ in range(count))


def _prose(rng: random.Random, count: int) -> str:
    return "".join(rng.choice(_WORDS) for _ in range(count))


def sentence(rng: random.Random, shown: str) -> tuple[str, str]:
    """What stands before and after a secret in its line."""
    label = "账号：" if len(shown) == 12 and shown.isdigit() else rng.choice(("", "号码", "本人", "登记的是", "tel. "))
    return _prose(rng, rng.randint(0, 5)) + label, rng.choice(("", "，", "。")) + _prose(rng, rng.randint(0, 4))


def picture(rng: random.Random, kind: str) -> Made:
    """A phone's screen of text as a file of a kind, with the secret in its metadata too."""
    width, height = rng.choice(((1080, 2400), (720, 1280), (1170, 1600)))
    shown, bare = secret_of(rng)
    sheet = Image.new("RGB", (width, height), rng.choice(("#ffffff", "#ededed", "#95ec69")))
    draw = ImageDraw.Draw(sheet)
    size, y, digits = rng.randint(22, width // 24), 60, rng.uniform(0.9, 1.12)
    rows, at = (height - 120) // (size * 2), 0
    secret_row = rng.randrange(min(rows, 12))
    lines: list[Line] = []
    area: Area = (0, 0, 0, 0)
    for row in range(min(rows, 12)):
        before, after = sentence(rng, shown) if row == secret_row else (_prose(rng, rng.randint(4, 14)), "")
        middle = shown if row == secret_row else ""
        at = rng.randint(30, 90)
        edges = _drawn(draw, (at, y), before + middle + after, size, digits)
        top, bottom = draw.textbbox((at, y), before + middle + after, font=font(size))[1::2]
        lines.append(_line(before + middle + after, (at, top, edges[-1], bottom), (width, height)))
        if middle:
            left, right = edges[len(before)], edges[len(before + middle)]
            area = (left / width, top / height, right / width, bottom / height)
        y += size * 2
    content, media_type = encoded(sheet, kind, shown)
    return Made(content, media_type, 1, {0: lines}, bare, ((0, area),), kind)


def _drawn(draw: ImageDraw.ImageDraw, at: tuple[int, int], text: str, size: int, digits: float) -> list[float]:
    """Draw a line sign by sign, Latin ones wider or narrower than the font has them; return where signs begin."""
    x, edges = float(at[0]), []
    for sign in text:
        edges.append(x)
        draw.text((x, at[1]), sign, fill="#191919", font=font(size))
        x += font(size).getlength(sign) * (digits if sign.isascii() else 1)
    return [*edges, x]


def encoded(sheet: Image.Image, kind: str, secret: str) -> tuple[bytes, str]:
    """The picture as a file that says the secret wherever such a file can."""
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = f"card {secret}"
    exif[0x9286] = b"UNICODE\0" + secret.encode("utf-16-be")
    thumb = io.BytesIO()
    sheet.resize((160, 160)).save(thumb, "JPEG")
    if kind == "png":
        said = PngImagePlugin.PngInfo()
        said.add_text("Comment", secret)
        said.add_itxt("XML:com.adobe.xmp", f"<x>{secret}</x>", zip=True)
        sheet.save(out, "PNG", pnginfo=said, exif=exif)
        return out.getvalue() + f"trailing {secret}".encode(), "image/png"
    if kind == "jpeg":
        sheet.save(out, "JPEG", quality=88, exif=exif, comment=secret.encode(), xmp=f"<x>{secret}</x>".encode())
        return out.getvalue() + thumb.getvalue(), "image/jpeg"
    if kind == "tiff":
        sheet.save(out, "TIFF", compression="tiff_lzw", exif=exif, description=secret)
        return out.getvalue(), "image/tiff"
    sheet.save(out, "WEBP", lossless=True, exif=exif, xmp=f"<x>{secret}</x>".encode())
    return out.getvalue(), "image/webp"


def _line(text: str, box: tuple[float, float, float, float], size: tuple[int, int]) -> Line:
    across, down = SCALE / size[0], SCALE / size[1]
    left, top = round(box[0] * across), round(box[1] * down)
    return Line(text, left, top, round((box[2] - box[0]) * across), round((box[3] - box[1]) * down))


def raw_hits(content: bytes, secret: str) -> list[str]:
    """Where a secret still stands in a file, by tools and rules that the app does not use."""
    found = []
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030"):
        plain = secret.encode(encoding)
        if plain in content or plain in content.lower():
            found.append(f"bytes {encoding}")
    for start in (match.start() for match in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", content)):
        try:
            inside = zlib.decompressobj().decompress(content[start:], 1 << 22)
        except zlib.error:
            continue
        if secret.encode() in inside.lower() or secret.encode("utf-16-be") in inside.lower():
            found.append(f"deflated at {start}")
    return found


def told(*command: str | Path) -> str:
    """What a program of the system says, in letters and digits only."""
    done = subprocess.run([str(part) for part in command], capture_output=True, check=False, timeout=60)
    text = done.stdout.decode("utf-8", "replace") + done.stderr.decode("utf-8", "replace")
    return "".join(sign for sign in text.casefold() if sign.isalnum())
