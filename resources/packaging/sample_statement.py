"""The sample's account statement: two pages of text that can be selected; the same bytes each time.

No year and no month is printed, since the sample case moves with the day on which it is added.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from sample_canvas import FONTS, MARK

Row = tuple[str, str, str, str, str, str]
WIDTH, HEIGHT = A4
LEFT, RIGHT = 48, WIDTH - 48
INK, SOFT, LINE = "#1E2329", "#6B747E", "#DDE2E6"
USUAL = (
    ("消费", "便利店", 600, 4800),
    ("消费", "公共交通", 200, 900),
    ("消费", "超市", 3500, 21000),
    ("消费", "餐饮", 1500, 12800),
    ("缴费", "话费充值", 5000, 10000),
    ("消费", "网上商城", 2900, 39900),
)


def statement_rows() -> list[Row]:
    """Return the fictitious movements: day, time, kind, other side, amount with sign, balance."""
    chance = random.Random(8105)
    balance = 1_286_640
    rows: list[Row] = []
    for day in range(1, 31):
        moves = [(kind, name, -chance.randrange(low, high, 10)) for kind, name, low, high in chance.sample(USUAL, 2)]
        if day == 10:
            moves[0] = ("代发工资", "示例单位", 862_000)
        if day == 15:
            moves[0] = ("转账", "房租", -260_000)
        if day == 21:
            moves[0] = ("结息", "示例银行", 312)
        minutes = sorted(chance.sample(range(7 * 60, 22 * 60), len(moves)))
        for (kind, name, cents), minute in zip(moves, minutes, strict=True):
            balance += cents
            at = f"{minute // 60:02d}:{minute % 60:02d}"
            rows.append((f"{day} 日", at, kind, name, f"{cents / 100:+,.2f}", f"{balance / 100:,.2f}"))
    return rows


def statement(out: Path) -> None:
    """Write the two pages."""
    for name in ("Regular", "Bold"):
        pdfmetrics.registerFont(TTFont(f"Sample-{name}", str(FONTS / f"NotoSansSC-{name}.ttf")))
    page = Canvas(str(out), pagesize=A4, invariant=1, initialFontName="Sample-Regular")  # type: ignore[arg-type]
    page.setTitle("个人账户交易明细（示例）")
    page.setAuthor("示例")
    rows = statement_rows()
    for number, part in enumerate((rows[:30], rows[30:]), start=1):
        _veil(page)
        _head(page)
        low = _table(page, HEIGHT - 176, part)
        if number == 2:
            _write(page, LEFT, low - 26, f"本页止，共 {len(rows)} 笔。账户状态：正常。", 9)
        note = "示例文件，内容虚构，不是任何机构出具的凭证。只写日和时间，年月以案件记录为准。"
        _write(page, LEFT, 46, note, 8, SOFT)
        _write(page, RIGHT, 46, f"第 {number} 页，共 2 页", 8, SOFT, right=True)
        page.showPage()
    page.save()


def _write(
    page: Canvas, x: float, y: float, text: str, size: float, ink: str = INK, *, bold: bool = False, right: bool = False
) -> None:
    page.setFillColor(HexColor(ink))
    page.setFont("Sample-Bold" if bold else "Sample-Regular", size)
    (page.drawRightString if right else page.drawString)(x, y, text)


def _veil(page: Canvas) -> None:
    """示例 faintly in slanting rows under everything."""
    page.saveState()
    page.setFillColor(HexColor("#EFF1F3"))
    page.setFont("Sample-Bold", 22)
    page.translate(WIDTH / 2, HEIGHT / 2)
    page.rotate(24)
    for row in range(-5, 6):
        for column in range(-3, 4):
            page.drawCentredString(column * 150 + (75 if row % 2 else 0), row * 100, MARK)
    page.restoreState()


def _head(page: Canvas) -> None:
    page.setFillColor(HexColor("#2B62C9"))
    page.roundRect(LEFT, HEIGHT - 78, 30, 30, 8, stroke=0, fill=1)
    _write(page, LEFT + 8, HEIGHT - 68, "示", 14, "#FFFFFF", bold=True)
    _write(page, LEFT + 42, HEIGHT - 69, "示例银行", 17, bold=True)
    _write(page, RIGHT, HEIGHT - 69, "个人账户交易明细", 15, bold=True, right=True)
    page.setStrokeColor(HexColor("#2B62C9"))
    page.setLineWidth(1.2)
    page.line(LEFT, HEIGHT - 92, RIGHT, HEIGHT - 92)
    facts = (("户名", "林*满"), ("账号", "**** **** **** 0000"), ("币种", "人民币"), ("开户网点", "示例支行"))
    for n, (label, value) in enumerate(facts):
        x = LEFT + (n % 2) * 270
        y = HEIGHT - 116 - n // 2 * 20
        _write(page, x, y, label, 9.5, SOFT)
        _write(page, x + 56, y, value, 9.5)


def _table(page: Canvas, y: float, part: Sequence[Row]) -> float:
    """Draw the rows under their headings; return the lower edge."""
    edges = (LEFT + 10, LEFT + 66, LEFT + 124, LEFT + 206, 390, RIGHT - 10)
    spots = [(x, n >= 4) for n, x in enumerate(edges)]
    page.setFillColor(HexColor("#E9F0FA"))
    page.roundRect(LEFT, y - 8, RIGHT - LEFT, 24, 5, stroke=0, fill=1)
    for (x, right), name in zip(spots, ("日期", "时间", "摘要", "对方", "金额（元）", "余额（元）"), strict=True):
        _write(page, x, y, name, 9.5, bold=True, right=right)
    page.setStrokeColor(HexColor(LINE))
    page.setLineWidth(0.6)
    for row in part:
        y -= 18.5
        for n, ((x, right), words) in enumerate(zip(spots, row, strict=True)):
            colour = "#2E7D4F" if n == 4 and words.startswith("+") else INK
            _write(page, x, y - 2, words, 9.5, colour, right=right)
        page.line(LEFT, y - 8, RIGHT, y - 8)
    return y - 8
