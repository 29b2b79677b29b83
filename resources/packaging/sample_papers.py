"""The sample's papers: a photographed queue ticket, a two-page statement, an export of short messages."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from sample_paint import FONTS, font, watermark

TICKET = [
    ("示例银行 示例支行", 46, True, 70),
    ("个人业务 · 排队凭条", 36, False, 140),
    ("A036", 190, True, 300),
    ("您前面还有 12 人等候", 40, False, 455),
    ("取号时间 09:52", 36, False, 520),
    ("办理业务：电子银行 / 数字钱包", 32, False, 575),
    ("请留意叫号，过号请重新取号", 30, False, 650),
    ("示例 · 虚构资料", 30, True, 705),
]

SMS_EXPORT = """\
示例文件：内容全部虚构，用于演示 WalletCase。日期以案件中的沟通记录为准。
短信导出（会话：95588，共 4 条，号码 138****0000）
================================================================

[1] 收到 · 10:39
【工商银行】感谢您致电。您咨询的数字钱包开通问题我们已记录，客服工号 0386。（示例）

[2] 收到 · 16:20
【工商银行】尊敬的客户，您反映的“数字钱包无法开通”事项我行已受理，投诉编号 SL1027-000386。\
我行将自受理之日起 15 日内答复您，情况复杂的会另行告知。承办部门：示例分行网络金融部，请保持电话畅通。（示例）

[3] 收到 · 17:45
【工商银行】您的投诉 SL1027-000386 正在处理中，我行将于近日与您联系。（示例）

[4] 收到 · 11:08
【工商银行】尊敬的客户，您反映的数字钱包开通问题正由技术部门核查，预计还需一些时间，请您耐心等待，感谢您的理解。（示例）
"""


def queue_ticket() -> Image.Image:
    """A ticket from a branch's queue machine, as a phone photographs it on a desk."""
    noise = random.Random(1027)
    desk = Image.new("RGB", (400, 300))
    for y in range(300):
        for x in range(400):
            grain = (noise.random() - 0.5) * 9 + ((y * 7 + x // 60 * 13) % 23 - 11) * 0.5
            light = 1.08 - ((x - 150) ** 2 + (y - 110) ** 2) / 190_000
            desk.putpixel((x, y), tuple(max(0, min(255, int((base + grain) * light))) for base in (158, 124, 92)))
    photo = desk.resize((1600, 1200), Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(1.2)).convert("RGBA")
    paper = Image.new("RGBA", (620, 780), "#F7F5EF")
    pen = ImageDraw.Draw(paper)
    for text, size, bold, y in TICKET:
        pen.text((310, y), text, font=font(size, bold), fill="#33312E", anchor="mm")
    for y in (190, 610):
        pen.line([(50, y), (570, y)], fill="#8C8880", width=3)
    paper = paper.rotate(-5, resample=Image.Resampling.BICUBIC, expand=True)
    shadow = Image.new("RGBA", paper.size, (30, 20, 12, 0))
    shadow.putalpha(paper.getchannel("A").point(lambda a: a * 150 // 255))
    layer = Image.new("RGBA", photo.size, (30, 20, 12, 0))
    layer.paste(shadow, (478, 172))
    photo = Image.alpha_composite(photo, layer.filter(ImageFilter.GaussianBlur(16)))
    photo.alpha_composite(paper, (460, 150))
    marked = watermark(photo.convert("RGB"), 150, (178, 58, 42, 34))
    return marked.filter(ImageFilter.GaussianBlur(0.7))


def statement_rows() -> list[tuple[str, str, str, str, str]]:
    """Return the fictitious movements: date, what, money out, money in, balance."""
    chance = random.Random(8105)
    usual = [("手机支付 便利店（示例）", 600, 4800), ("公交地铁（示例）", 200, 900), ("超市购物（示例）", 3500, 21000)]
    usual += [("餐饮消费（示例）", 1500, 12800), ("话费充值（示例）", 5000, 10000), ("网上购物（示例）", 2900, 39900)]
    balance, rows = 1_286_640, []
    for day in range(1, 31):
        spent = chance.sample(usual, chance.choice((1, 2)))
        moves = [(what, -chance.randrange(low, high, 10)) for what, low, high in spent]
        if day == 10:
            moves.append(("代发工资（示例单位）", 862_000))
        if day == 15:
            moves.append(("房租转账（示例）", -260_000))
        if day == 21:
            moves.append(("结息", 312))
        for what, cents in moves:
            balance += cents
            out, into = (f"{-cents / 100:,.2f}", "") if cents < 0 else ("", f"{cents / 100:,.2f}")
            rows.append((f"2026-09-{day:02d}", what, out, into, f"{balance / 100:,.2f}"))
    return rows


def statement(out: Path) -> None:
    """Write the two-page statement: text that can be selected, the same bytes each time."""
    for name in ("Regular", "Bold"):
        pdfmetrics.registerFont(TTFont(f"Sample-{name}", str(FONTS / f"NotoSansSC-{name}.ttf")))
    page = Canvas(str(out), pagesize=A4, invariant=1, initialFontName="Sample-Regular")  # type: ignore[arg-type]
    page.setTitle("个人账户交易明细（示例）")
    page.setAuthor("示例")
    rows = statement_rows()
    half = (len(rows) + 1) // 2
    for number, part in enumerate((rows[:half], rows[half:]), start=1):
        _statement_page(page, number, part, rows)
        page.showPage()
    page.save()


Rows = Sequence[tuple[str, ...]]


def _statement_page(page: Canvas, number: int, part: Rows, rows: Rows) -> None:
    width, height = A4
    page.saveState()
    page.setFillColor(HexColor("#F3DAD7"))
    page.setFont("Sample-Bold", 96)
    page.translate(width / 2, height / 2)
    page.rotate(35)
    page.drawCentredString(0, 150, "示例")
    page.drawCentredString(0, -190, "示例")
    page.restoreState()
    page.setFillColor(HexColor("#1F2328"))
    page.setFont("Sample-Bold", 17)
    page.drawCentredString(width / 2, height - 62, "个人账户交易明细（示例）")
    page.setFont("Sample-Regular", 9)
    left = ["户名：*小满（虚构）", "账号：**** **** **** 0000"]
    right = ["起止日期：2026-09-01 至 2026-09-30", "币种：人民币　开户网点：示例支行"]
    for i in range(2):
        page.drawString(48, height - 92 - i * 16, left[i])
        page.drawRightString(width - 48, height - 92 - i * 16, right[i])
    _statement_table(page, height - 132, part)
    if number == 2:
        page.setFont("Sample-Regular", 9)
        page.drawString(48, 92, f"共 {len(rows)} 笔。账户状态：正常。本明细为虚构示例，不是任何机构出具的凭证。")
    page.setFont("Sample-Regular", 8)
    page.drawCentredString(width / 2, 40, f"第 {number} 页，共 2 页")


def _statement_table(page: Canvas, y: float, part: Sequence[tuple[str, ...]]) -> None:
    width = A4[0]
    page.setFillColor(HexColor("#E6EFEE"))
    page.rect(48, y - 6, width - 96, 20, stroke=0, fill=1)
    page.setFillColor(HexColor("#1F2328"))
    page.setFont("Sample-Bold", 9)
    page.drawString(56, y, "交易日期")
    page.drawString(140, y, "摘要")
    for x, name in ((390, "支出（元）"), (470, "收入（元）"), (width - 56, "余额（元）")):
        page.drawRightString(x, y, name)
    page.setFont("Sample-Regular", 9)
    page.setStrokeColor(HexColor("#D5DAD9"))
    for day, what, out, into, balance in part:
        y -= 23
        page.drawString(56, y, day)
        page.drawString(140, y, what)
        for x, amount in ((390, out), (470, into), (width - 56, balance)):
            page.drawRightString(x, y, amount)
        page.line(48, y - 7, width - 48, y - 7)
