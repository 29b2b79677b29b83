"""Chats of any length with known lines, whole as one long screenshot or seen through the windows of a phone."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from tests.media.phone_shots import FONTS

WIDTH, SCREEN = 540, 1200  # half a phone: quicker, and harder, since letters are smaller
HEADER, FOOTER = 110, 84
_SIGNS = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动"
    "同工也能下过子说产种面而方后多定行学法所民得经"
)
_WORDS = ("好的", "1", "嗯", "三二一", "收到，谢谢", "ok", "2026-11-20 14:05", "￥1,280.50", "……")


@dataclass(frozen=True)
class Look:
    """How a chat looks. ``wallpaper`` lies behind it and does not scroll."""

    dark: bool = False
    wallpaper: bool = False

    @property
    def ground(self) -> str:
        """The plain ground."""
        return "#111111" if self.dark else "#ededed"


@dataclass(frozen=True)
class Chat:
    """The scrolling part of a chat: ``ink`` holds it on a transparent ground, ``lines`` where each line's ink lies."""

    look: Look
    ink: Image.Image
    lines: tuple[tuple[int, int], ...]

    @property
    def height(self) -> int:
        """Rows in all."""
        return self.ink.height

    def window(self, top: int, height: int) -> Image.Image:
        """A part of it over the ground; a wallpaper begins anew with each window."""
        ground = _ground(self.look, height).copy()
        part = self.ink.crop((0, top, WIDTH, top + height))
        ground.paste(part, (0, 0), part)
        return ground


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / "NotoSansSC-Regular.ttf", size)


@cache
def _ground(look: Look, height: int) -> Image.Image:
    ground = Image.new("RGB", (WIDTH, height), look.ground)
    if not look.wallpaper:
        return ground
    chance = random.Random(7)
    draw = ImageDraw.Draw(ground)
    for _ in range(height // 6):
        x, y, r = chance.randrange(WIDTH), chance.randrange(height), chance.randrange(20, 140)
        draw.ellipse((x - r, y - r, x + r, y + r), fill=_tint(chance, look))
    soft = ground.filter(ImageFilter.GaussianBlur(6))
    grain = Image.effect_noise((WIDTH, height), 14).convert("RGB")
    return Image.blend(soft, grain, 0.12)


def _tint(chance: random.Random, look: Look) -> tuple[int, int, int]:
    low, high = (10, 90) if look.dark else (150, 240)
    return chance.randrange(low, high), chance.randrange(low, high), chance.randrange(low, high)


def chat(seed: int, messages: int, look: Look) -> Chat:
    """Draw a chat; the same seed says the same, whatever it looks like."""
    chance = random.Random(seed)
    said = [_said(chance) for _ in range(messages)]
    ink = Image.new("RGBA", (WIDTH, sum(_height(text) + 26 for _, text in said) + 40), (0, 0, 0, 0))
    draw = ImageDraw.Draw(ink)
    lines: list[tuple[int, int]] = []
    y = 20
    for side, text in said:
        if side == "time":
            wide = _font(17).getlength(text)
            lines.append(_say(draw, (int((WIDTH - wide) / 2), y), text, 17, "#888888"))
        else:
            lines += _bubble(draw, y, text, look, mine=side == "me")
        y += _height(text) + 26
    return Chat(look, ink, tuple(lines))


def _said(chance: random.Random) -> tuple[str, str]:
    side = chance.choice(("me", "them", "them", "me", "me", "them", "time"))
    if side == "time":
        return side, f"11月{chance.randrange(1, 30)}日 {chance.randrange(24):02}:{chance.randrange(60):02}"
    if chance.random() < 0.25:
        return side, chance.choice(_WORDS)
    return side, "".join(chance.choice(_SIGNS) for _ in range(chance.randrange(3, 90)))


def _wrapped(text: str) -> list[str]:
    return [text[at : at + 14] for at in range(0, len(text), 14)]


def _height(text: str) -> int:
    return max(len(_wrapped(text)) * 34 + 22, 50)


def _bubble(draw: ImageDraw.ImageDraw, y: int, text: str, look: Look, *, mine: bool) -> list[tuple[int, int]]:
    fill = ("#3eb575" if look.dark else "#95ec69") if mine else ("#2c2c2c" if look.dark else "#ffffff")
    colour = "#111111" if mine or not look.dark else "#e8e8e8"
    parts = _wrapped(text)
    wide = int(max(_font(23).getlength(part) for part in parts)) + 30
    face, left = (WIDTH - 72, WIDTH - 88 - wide) if mine else (22, 88)
    draw.rounded_rectangle((face, y, face + 50, y + 50), 6, fill="#7a93b8" if mine else "#c8504b")
    draw.rounded_rectangle((left, y, left + wide, y + len(parts) * 34 + 22), 8, fill=fill)
    return [_say(draw, (left + 15, y + 9 + n * 34), part, 23, colour) for n, part in enumerate(parts)]


def _say(draw: ImageDraw.ImageDraw, at: tuple[int, int], text: str, size: int, colour: str) -> tuple[int, int]:
    draw.text(at, text, fill=colour, font=_font(size))
    _, top, _, bottom = draw.textbbox(at, text, font=_font(size))
    return int(top), int(bottom) + 1


def screen(chat_: Chat, top: int, clock: str = "14:05") -> Image.Image:
    """What a phone shows when the chat is scrolled to ``top``: bars above and below, the chat between them."""
    shot = Image.new("RGB", (WIDTH, SCREEN), chat_.look.ground)
    shot.paste(chat_.window(top, SCREEN - HEADER - FOOTER), (0, HEADER))
    draw = ImageDraw.Draw(shot)
    ink, bar = ("#e8e8e8", "#1e1e1e") if chat_.look.dark else ("#191919", "#f7f7f7")
    draw.rectangle((0, 0, WIDTH, HEADER - 1), fill=bar)
    draw.text((30, 12), clock, fill=ink, font=_font(20))
    draw.rounded_rectangle((460, 16, 500, 34), 5, outline=ink, width=2)
    draw.text((205, 62), "工银在线客服", fill=ink, font=_font(25))
    draw.line((26, 76, 38, 64), fill=ink, width=3)
    draw.line((26, 76, 38, 88), fill=ink, width=3)
    draw.rectangle((0, SCREEN - FOOTER, WIDTH, SCREEN), fill=bar)
    draw.rounded_rectangle((70, SCREEN - 68, 400, SCREEN - 20), 8, fill="#ffffff" if not chat_.look.dark else "#333333")
    draw.ellipse((20, SCREEN - 64, 56, SCREEN - 28), outline=ink, width=3)
    draw.ellipse((430, SCREEN - 64, 466, SCREEN - 28), outline=ink, width=3)
    draw.ellipse((484, SCREEN - 64, 520, SCREEN - 28), outline=ink, width=3)
    return shot


def encoded(image: Image.Image, quality: int = 0) -> bytes:
    """As PNG, or as JPEG of a quality."""
    out = BytesIO()
    if quality:
        image.save(out, "JPEG", quality=quality)
    else:
        image.save(out, "PNG", compress_level=1)
    return out.getvalue()
