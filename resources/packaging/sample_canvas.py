"""A sheet to draw the sample's screens on: twice the size, then made smaller, so that every edge is smooth.

All lengths are in the pixels of the finished picture (a phone is 1080 x 2400). The same calls give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONTS = Path(__file__).resolve().parent.parent / "fonts"
SCALE = 2
MARK = "示例"

Point = tuple[float, float]
Box = tuple[float, float, float, float]


@cache
def _font(size: int, bold: bool) -> ImageFont.FreeTypeFont:
    name = "NotoSansSC-Bold.ttf" if bold else "NotoSansSC-Regular.ttf"
    return ImageFont.truetype(str(FONTS / name), size * SCALE, layout_engine=ImageFont.Layout.BASIC)


def text_width(text: str, size: int, *, bold: bool = False) -> float:
    """Return how wide a line is."""
    return _font(size, bold).getlength(text) / SCALE


def wrapped(text: str, size: int, width: float, *, bold: bool = False) -> list[str]:
    """Return the lines of a text; Chinese breaks anywhere but before closing marks, Latin words stay whole."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in _words(paragraph):
            if line and text_width(line + word, size, bold=bold) > width and word not in "，。、；：？！）】”":
                lines.append(line.rstrip())
                line = word.lstrip()
            else:
                line += word
        lines.append(line)
    return lines


def _words(text: str) -> list[str]:
    words: list[str] = []
    for char in text:
        if words and char.isascii() and not char.isspace() and words[-1][-1].isascii() and not words[-1][-1].isspace():
            words[-1] += char
        else:
            words.append(char)
    return words


class Canvas:
    """One picture in the making."""

    def __init__(self, width: int, height: int, ground: str) -> None:
        self.width, self.height = width, height
        self._image = Image.new("RGB", (width * SCALE, height * SCALE), ground)
        self._pen = ImageDraw.Draw(self._image)

    def card(self, box: Box, fill: str, *, radius: float = 0, outline: str = "", line: float = 2) -> None:
        """Fill a rectangle with round corners."""
        around = {"outline": outline, "width": round(line * SCALE)} if outline else {}
        self._pen.rounded_rectangle(_up(box), radius * SCALE, fill=fill or None, **around)  # type: ignore[arg-type]

    def disc(self, centre: Point, radius: float, fill: str, *, outline: str = "", line: float = 2) -> None:
        """Fill a circle; an empty ``fill`` draws the ring only."""
        x, y = centre
        box = _up((x - radius, y - radius, x + radius, y + radius))
        self._pen.ellipse(box, fill=fill or None, outline=outline or None, width=round(line * SCALE) if outline else 0)

    def stroke(self, points: Sequence[Point], colour: str, line: float = 3) -> None:
        """Draw a line with round joints and ends."""
        ups = [(x * SCALE, y * SCALE) for x, y in points]
        self._pen.line(ups, fill=colour, width=round(line * SCALE), joint="curve")
        r = line * SCALE / 2
        for x, y in (ups[0], ups[-1]):
            self._pen.ellipse((x - r, y - r, x + r, y + r), fill=colour)

    def shape(self, points: Sequence[Point], fill: str) -> None:
        """Fill a polygon."""
        self._pen.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=fill)

    def arc(self, centre: Point, radius: float, span: tuple[float, float], colour: str, line: float) -> None:
        """Draw a part of a ring; the span is in degrees, clockwise from three o'clock."""
        x, y = centre
        box = _up((x - radius, y - radius, x + radius, y + radius))
        self._pen.arc(box, span[0], span[1], fill=colour, width=round(line * SCALE))

    def text(
        self, at: Point, text: str, size: int, colour: str = "#1E2329", *, bold: bool = False, anchor: str = "l"
    ) -> None:
        """Write one line; the point is the middle of its left end ("l"), its middle ("m") or its right end ("r")."""
        spot = (at[0] * SCALE, at[1] * SCALE)
        self._pen.text(spot, text, fill=colour, font=_font(size, bold), anchor=anchor + "m")

    def lines(self, at: Point, lines: Sequence[str], size: int, colour: str = "#1E2329", *, gap: float = 1.6) -> float:
        """Write lines under each other, the first one's middle at ``at``; return where the next would stand."""
        x, y = at
        for line in lines:
            self.text((x, y), line, size, colour)
            y += size * gap
        return y

    def dim(self, share: float) -> None:
        """Darken all that was drawn so far, as behind a dialog."""
        black = Image.new("RGB", self._image.size, "#000000")
        self._image = Image.blend(self._image, black, share)
        self._pen = ImageDraw.Draw(self._image)

    def finished(self) -> Image.Image:
        """Return the picture in its own size, with 示例 faintly all over it."""
        small = self._image.resize((self.width, self.height), Image.Resampling.BOX)
        return watermarked(small, 44, 16)


def watermarked(image: Image.Image, size: int, strength: int) -> Image.Image:
    """Return the picture with slanting rows of 示例 over it; ``strength`` of 255."""
    return Image.composite(Image.new("RGB", image.size, "#5A6670"), image, _veil(*image.size, size, strength))


@cache
def _veil(width: int, height: int, size: int, strength: int) -> Image.Image:
    side = int((width**2 + height**2) ** 0.5) + 200
    veil = Image.new("L", (side, side), 0)
    pen = ImageDraw.Draw(veil)
    step = size * 8
    for row, y in enumerate(range(0, side, size * 5)):
        for x in range(-step // 2 * (row % 2), side, step):
            pen.text((x, y), MARK, fill=strength, font=_font(size // SCALE, True))
    veil = veil.rotate(24, Image.Resampling.BICUBIC)
    left, top = (side - width) // 2, (side - height) // 2
    return veil.crop((left, top, left + width, top + height))


def _up(box: Box) -> Box:
    return (box[0] * SCALE, box[1] * SCALE, box[2] * SCALE, box[3] * SCALE)
