"""Paint primitives for the sample's phone screens: a canvas twice as large that is scaled down, so edges are smooth.

Coordinates are pixels of the finished 1080 × 2400 screen. Everything is fictitious and says 示例 across the page.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT, SCALE = 1080, 2400, 2
FONTS = Path(__file__).resolve().parent.parent / "fonts"
# What must not be torn apart: opening marks, a number or one character, closing marks.
PIECES = re.compile(r"[（《“【]*(?:[A-Za-z0-9.\-*]+|.)[，。！？；：、）》”】％]*")

INK, MUTED, LINE, PAPER, WHITE = "#1F2328", "#7A828A", "#E3E6EA", "#F3F4F6", "#FFFFFF"
RED, GREEN, BLUE, TEAL = "#C23B31", "#2E9E5B", "#2F6FDE", "#0F5C5A"


@cache
def font(size: float, bold: bool = False) -> ImageFont.FreeTypeFont:
    """Return the bundled font in pixels of the large canvas."""
    name = "NotoSansSC-Bold.ttf" if bold else "NotoSansSC-Regular.ttf"
    return ImageFont.truetype(str(FONTS / name), round(size), layout_engine=ImageFont.Layout.BASIC)


def wrap(text: str, size: float, width: float) -> list[str]:
    """Break a text into lines of at most ``width``: numbers stay whole, marks stay with what they belong to."""
    lines: list[str] = []
    for part in text.split("\n"):
        line = ""
        for piece in PIECES.findall(part):
            if line and font(size).getlength(line + piece) > width:
                lines.append(line.rstrip())
                line = ""
            line += piece if line else piece.lstrip()
        lines.append(line)
    return lines


def watermark(image: Image.Image, size: int, colour: tuple[int, int, int, int], mark: str = "示例") -> Image.Image:
    """Return the picture with 示例 across it, readable and not to be taken for a real one."""
    layer = Image.new("RGBA", image.size, (0, 0, 0, 0))
    stamp = Image.new("RGBA", (size * 5, size * 2), (0, 0, 0, 0))
    ImageDraw.Draw(stamp).text((size * 2.5, size), mark, font=font(size, bold=True), fill=colour, anchor="mm")
    stamp = stamp.rotate(24, resample=Image.Resampling.BICUBIC, expand=True)
    for row, y in enumerate(range(-size, image.height, int(size * 3.4))):
        shift = 0 if row % 2 else -size * 2
        for x in range(shift, image.width, size * 4):
            visible = stamp.crop((max(0, -x), max(0, -y), stamp.width, stamp.height))
            layer.alpha_composite(visible, (max(0, x), max(0, y)))
    return Image.alpha_composite(image.convert("RGBA"), layer).convert("RGB")


class Screen:
    """One phone screen in the making."""

    def __init__(self, background: str = PAPER, ink: str = INK) -> None:
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), background)
        self.draw = ImageDraw.Draw(self.image)
        self.ink = ink

    def box(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        fill: str | None,
        r: float = 0,
        edge: str | None = None,
        line: int = 3,
    ) -> None:
        """Draw a rectangle with round corners."""
        at = (x * SCALE, y * SCALE, (x + w) * SCALE - 1, (y + h) * SCALE - 1)
        self.draw.rounded_rectangle(at, r * SCALE, fill=fill, outline=edge, width=line * SCALE if edge else 0)

    def disc(self, x: float, y: float, r: float, fill: str | None, edge: str | None = None, line: int = 6) -> None:
        """Draw a circle around a point."""
        at = ((x - r) * SCALE, (y - r) * SCALE, (x + r) * SCALE, (y + r) * SCALE)
        self.draw.ellipse(at, fill=fill, outline=edge, width=line * SCALE if edge else 0)

    def stroke(self, points: list[tuple[float, float]], colour: str, line: float = 6) -> None:
        """Draw a line with round ends and joints."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self.draw.line(scaled, fill=colour, width=round(line * SCALE), joint="curve")
        for x, y in scaled:
            r = line * SCALE / 2
            self.draw.ellipse((x - r, y - r, x + r, y + r), fill=colour)

    def text(
        self, x: float, y: float, text: str, size: float = 42, fill: str = "", bold: bool = False, anchor: str = "lm"
    ) -> None:
        """Write one line; ``anchor`` as in Pillow."""
        at = (x * SCALE, y * SCALE)
        self.draw.text(at, text, font=font(size * SCALE, bold), fill=fill or self.ink, anchor=anchor)

    def block(self, x: float, y: float, text: str, size: float, width: float, fill: str = "") -> float:
        """Write wrapped lines from ``y`` down and return where they end."""
        for line in wrap(text, size * SCALE, width * SCALE):
            self.text(x, y + size * 0.8, line, size, fill)
            y += size * 1.6
        return y

    def shade(self, opacity: float) -> None:
        """Darken all there is, as behind a dialog."""
        self.image = Image.blend(self.image, Image.new("RGB", self.image.size, "#000000"), opacity)
        self.draw = ImageDraw.Draw(self.image)

    def status_bar(self, clock: str, battery: int) -> None:
        """Draw the phone's own line: time, signal, wireless, battery (percent)."""
        self.text(60, 52, clock, 38, bold=True)
        for i in range(4):
            self.box(800 + i * 14, 62 - i * 9, 9, 8 + i * 9, self.ink, 2)
        for r in (10, 20, 30):
            at = ((892 - r) * SCALE, (66 - r) * SCALE, (892 + r) * SCALE, (66 + r) * SCALE)
            self.draw.arc(at, 225, 315, fill=self.ink, width=6 * SCALE)
        self.box(944, 36, 64, 32, None, 9, self.ink, 3)
        self.box(950, 42, 52 * battery / 100, 20, self.ink, 5)
        self.box(1010, 46, 6, 12, self.ink, 2)

    def title_bar(self, title: str, fill: str = WHITE, right: str = "") -> None:
        """Draw the app's bar with a way back."""
        self.box(0, 92, WIDTH, 128, fill)
        self.stroke([(70, 132), (46, 156), (70, 180)], self.ink, 6)
        self.text(WIDTH / 2, 156, title, 46, bold=True, anchor="mm")
        if right:
            self.text(WIDTH - 48, 156, right, 38, MUTED, anchor="rm")

    def home_bar(self) -> None:
        """Draw the line at the lower edge."""
        self.box(360, 2366, 360, 10, self.ink, 5)

    def button(self, y: float, text: str, fill: str, ink: str = WHITE, edge: str | None = None) -> None:
        """Draw a wide button."""
        self.box(60, y, WIDTH - 120, 116, fill, 58, edge)
        self.text(WIDTH / 2, y + 57, text, 44, ink, bold=True, anchor="mm")

    def rows(self, y: float, rows: list[tuple[str, str]], height: float = 118) -> float:
        """Draw a white card of names and values and return where it ends."""
        self.box(40, y, WIDTH - 80, height * len(rows), WHITE, 28)
        for i, (name, value) in enumerate(rows):
            middle = y + height * (i + 0.5)
            self.text(84, middle, name, 40, MUTED)
            self.text(WIDTH - 84, middle, value, 40, INK, anchor="rm")
            if i:
                self.box(84, y + height * i, WIDTH - 168, 2, LINE)
        return y + height * len(rows)

    def finish(self, dark: bool = False) -> Image.Image:
        """Return the screen at its size with its watermark."""
        self.home_bar()
        small = self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        return watermark(small, 170, (255, 255, 255, 26) if dark else (178, 58, 42, 26))
