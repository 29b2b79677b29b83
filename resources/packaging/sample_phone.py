"""What every phone screen of the sample shares: status bar, title bar, home line, cards, signs."""

from __future__ import annotations

from sample_canvas import Canvas, Point, text_width

INK, SOFT, FAINT, LINE = "#1E2329", "#6B747E", "#9AA3AC", "#E6E9EC"
GROUND, WHITE = "#F3F5F7", "#FFFFFF"
BLUE, RED, GREEN, AMBER = "#2B62C9", "#C8402F", "#2E8B57", "#C98A1B"
WIDTH, HEIGHT = 1080, 2400


def phone(clock: str, *, ground: str = GROUND, bar: str = "", ink: str = INK) -> Canvas:
    """Return a screen with its status bar drawn; ``bar`` colours the top behind it."""
    page = Canvas(WIDTH, HEIGHT, ground)
    if bar:
        page.card((0, 0, WIDTH, 232), bar)
    page.text((72, 58), clock, 38, ink, bold=True)
    x = 800
    for n in range(4):
        page.card((x + n * 15, 70 - n * 8 - 10, x + n * 15 + 10, 74), ink, radius=3)
    page.text((872, 58), "5G", 32, ink, bold=True)
    page.card((938, 42, 1000, 74), "", radius=9, outline=ink, line=3)
    page.card((944, 48, 982, 68), ink, radius=4)
    page.card((1003, 52, 1008, 64), ink, radius=2)
    page.card((400, HEIGHT - 34, 680, HEIGHT - 24), "#9AA3AC" if ink == INK else "#C7CDD3", radius=5)
    tag(page)
    return page


def tag(page: Canvas) -> None:
    """Say in the corner, readably, that it is a sample."""
    label = "示例 · 内容虚构"
    wide = text_width(label, 26) + 44
    page.card((540 - wide / 2, HEIGHT - 108, 540 + wide / 2, HEIGHT - 60), "#E4E7EA", radius=24)
    page.text((540, HEIGHT - 84), label, 26, SOFT, anchor="m")


def title_bar(page: Canvas, title: str, *, ink: str = INK, right: str = "") -> None:
    """Draw the bar under the status bar: back, title, a word on the right."""
    page.stroke([(76, 142), (54, 164), (76, 186)], ink, 5)
    page.text((540, 164), title, 44, ink, bold=True, anchor="m")
    if right:
        page.text((1024, 164), right, 34, ink, anchor="r")


def rows(page: Canvas, top: float, items: list[tuple[str, str]], *, height: float = 108) -> float:
    """Draw a white card of label and value rows; return its lower edge."""
    bottom = top + len(items) * height + 24
    page.card((40, top, WIDTH - 40, bottom), WHITE, radius=28)
    y = top + 12 + height / 2
    for n, (label, value) in enumerate(items):
        if n:
            page.stroke([(84, y - height / 2), (WIDTH - 84, y - height / 2)], LINE, 2)
        page.text((84, y), label, 36, SOFT)
        page.text((WIDTH - 84, y), value, 36, INK, anchor="r")
        y += height
    return bottom


def button(page: Canvas, top: float, label: str, *, fill: str = BLUE, ink: str = WHITE, outline: str = "") -> float:
    """Draw a wide button; return its lower edge."""
    page.card((72, top, WIDTH - 72, top + 124), fill, radius=62, outline=outline, line=3)
    page.text((540, top + 62), label, 42, ink, bold=True, anchor="m")
    return top + 124


def ok_sign(page: Canvas, at: Point, radius: float, colour: str = GREEN) -> None:
    """Draw a tick on a disc."""
    x, y = at
    page.disc(at, radius, colour)
    r = radius
    tick = [(x - r * 0.42, y + r * 0.02), (x - r * 0.1, y + r * 0.34), (x + r * 0.46, y - r * 0.3)]
    page.stroke(tick, WHITE, r * 0.14)


def warn_sign(page: Canvas, at: Point, radius: float, colour: str = AMBER) -> None:
    """Draw an exclamation mark on a disc."""
    x, y = at
    r = radius
    page.disc(at, radius, colour)
    page.stroke([(x, y - r * 0.45), (x, y + r * 0.14)], WHITE, r * 0.16)
    page.disc((x, y + r * 0.45), r * 0.1, WHITE)


def cross_sign(page: Canvas, at: Point, radius: float, colour: str = RED) -> None:
    """Draw a cross on a disc."""
    x, y = at
    r = radius * 0.34
    page.disc(at, radius, colour)
    page.stroke([(x - r, y - r), (x + r, y + r)], WHITE, radius * 0.14)
    page.stroke([(x - r, y + r), (x + r, y - r)], WHITE, radius * 0.14)


def portrait(page: Canvas, at: Point, radius: float, letter: str, fill: str) -> None:
    """Draw a round portrait with one character."""
    page.disc(at, radius, fill)
    page.text(at, letter, round(radius * 0.95), WHITE, bold=True, anchor="m")
