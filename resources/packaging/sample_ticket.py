"""The sample's queue ticket: a narrow slip of thermal paper, photographed on a desk."""

from __future__ import annotations

import math
import random

from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter
from sample_canvas import Canvas

SIZE = (1500, 2000)
SLIP = (720, 1240)
INK = "#3A3F45"


def _noise(width: int, height: int, seed: int) -> Image.Image:
    """Return grey grain that is the same for the same seed."""
    return Image.frombytes("L", (width, height), random.Random(seed).randbytes(width * height))


def _desk() -> Image.Image:
    """Return a wooden desk: long soft fibres over brown."""
    width, height = SIZE
    fibres = _noise(width // 30, height, 7).resize((width, height), Image.Resampling.BICUBIC)
    broad = _noise(4, height // 40, 11).resize((width, height), Image.Resampling.BICUBIC)
    grain = Image.blend(fibres, broad, 0.6).filter(ImageFilter.GaussianBlur(1.2))
    light = Image.new("RGB", SIZE, "#B08E68")
    dark = Image.new("RGB", SIZE, "#8A6A49")
    return Image.composite(light, dark, ImageEnhance.Contrast(grain).enhance(0.8))


def _slip() -> Image.Image:
    """Return the printed slip, flat."""
    width, height = SLIP
    page = Canvas(width, height, "#F6F4EE")
    middle = width / 2
    page.text((middle, 110), "示例银行", 64, INK, bold=True, anchor="m")
    page.text((middle, 190), "示例支行营业部", 40, INK, anchor="m")
    _dashes(page, 250)
    page.text((middle, 312), "个人业务", 44, INK, anchor="m")
    page.text((middle, 460), "A023", 190, INK, bold=True, anchor="m")
    page.text((middle, 620), "您前面还有 5 位客户", 42, INK, anchor="m")
    _dashes(page, 688)
    facts = (("取号时间", "09:12:36"), ("业务类型", "电子银行与数字钱包"), ("等候区域", "一楼大厅"))
    for n, (label, value) in enumerate(facts):
        page.text((70, 752 + n * 66), label, 36, INK)
        page.text((width - 70, 752 + n * 66), value, 36, INK, anchor="r")
    _dashes(page, 948)
    page.text((middle, 1010), "请留意叫号，过号请重新取号", 36, INK, anchor="m")
    page.text((middle, 1066), "本凭条仅作排队使用，当日有效", 32, INK, anchor="m")
    bars = random.Random(23)
    x = 150.0
    while x < width - 160:
        wide = bars.choice((4, 4, 8, 12))
        page.card((x, 1108, x + wide, 1168), INK)
        x += wide + bars.choice((4, 6, 10))
    page.text((middle, 1198), "示例 · 内容虚构", 28, INK, anchor="m")
    flat = page.finished()
    grain = _noise(width, height, 5).filter(ImageFilter.GaussianBlur(1.4))
    grain = grain.point(lambda v: 232 + v * 23 // 255)
    return ImageChops.multiply(flat, Image.merge("RGB", (grain, grain, grain)))


def _dashes(page: Canvas, y: float) -> None:
    for x in range(56, SLIP[0] - 56, 26):
        page.stroke([(x, y), (x + 12, y)], INK, 3)


def _outline() -> Image.Image:
    """Return the slip's shape: straight sides, torn short edges."""
    width, height = SLIP
    mask = Image.new("L", SLIP, 0)
    tear = random.Random(3)
    top = [(x, 4 + tear.random() * 6) for x in range(0, width + 1, 12)]
    low = [(x, height - 4 - (6 if n % 2 else 0) - tear.random() * 4) for n, x in enumerate(range(width, -1, -12))]
    ImageDraw.Draw(mask).polygon([*top, *low], fill=255)
    return mask


def ticket() -> Image.Image:
    """Return the photograph."""
    slip, mask = _slip(), _outline()
    bend = bytes(round(255 - 22 * math.sin(math.pi * y / SLIP[1] * 1.2) ** 2) for y in range(SLIP[1]))
    light = Image.frombytes("L", (1, SLIP[1]), bend).resize(SLIP, Image.Resampling.NEAREST)
    slip = ImageChops.multiply(slip, Image.merge("RGB", (light, light, light)))
    turned, shape = (part.rotate(3.2, Image.Resampling.BICUBIC, expand=True) for part in (slip, mask))
    left, top = (SIZE[0] - turned.width) // 2, (SIZE[1] - turned.height) // 2 - 20
    photo = _desk()
    shadow = Image.new("L", SIZE, 0)
    shadow.paste(shape.point(lambda v: v * 130 // 255), (left + 16, top + 26))
    photo.paste(Image.new("RGB", SIZE, "#2A1D10"), (0, 0), shadow.filter(ImageFilter.GaussianBlur(18)))
    photo.paste(turned, (left, top), shape)
    vignette = Image.radial_gradient("L").resize(SIZE, Image.Resampling.BICUBIC).point(lambda v: 255 - v * v // 700)
    photo = ImageChops.multiply(photo, Image.merge("RGB", (vignette, vignette, vignette)))
    return photo.filter(ImageFilter.GaussianBlur(0.7))
