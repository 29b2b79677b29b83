"""Screenshots of a phone, drawn with known words: chats, messages, an app's notice. Nothing in them is real."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONTS = Path(__file__).resolve().parents[2] / "resources/fonts"
WIDTH, HEIGHT = 1080, 2400
_MARGIN = 44
_BODY, _SMALL = 46, 34


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture as PNG and the lines that stand in it, from the top."""

    name: str
    png: bytes
    lines: tuple[str, ...]


@dataclass
class _Sheet:
    """A screen in the making. ``said`` are the lines drawn so far."""

    back: str
    height: int = HEIGHT
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.image = Image.new("RGB", (WIDTH, self.height), self.back)
        self.draw = ImageDraw.Draw(self.image)

    def say(self, at: tuple[int, int], text: str, size: int, colour: str, *, bold: bool = False) -> None:
        """Draw one line with its top left corner at a place."""
        self.draw.text(at, text, fill=colour, font=_font(size, bold=bold))
        self.said.append(text)

    def status_bar(self, clock: str, colour: str) -> None:
        """Draw what stands at the top of every screen: the time, and signs that are no words."""
        self.say((60, 28), clock, 40, colour, bold=True)
        for step in range(4):
            self.draw.rectangle((800 + step * 18, 62 - step * 8, 810 + step * 18, 68), fill=colour)
        self.draw.rounded_rectangle((920, 36, 1000, 72), 10, outline=colour, width=4)
        self.draw.rectangle((926, 42, 978, 66), fill=colour)

    def done(self, name: str) -> Shot:
        """Return the picture."""
        out = BytesIO()
        self.image.save(out, "PNG", compress_level=1)
        return Shot(name, out.getvalue(), tuple(self.said))


@cache
def _font(size: int, *, bold: bool) -> ImageFont.FreeTypeFont:
    name = "NotoSansSC-Bold.ttf" if bold else "NotoSansSC-Regular.ttf"
    return ImageFont.truetype(FONTS / name, size)


def _wrapped(text: str, size: int, room: int) -> list[str]:
    font, lines, line = _font(size, bold=False), [], ""
    for sign in text:
        if font.getlength(line + sign) > room and sign not in "，。：；！？）、":
            lines.append(line)
            line = ""
        line += sign
    return [*lines, line]


def chat(name: str, title: str, said: Sequence[tuple[str, str]], *, dark: bool = False, height: int = HEIGHT) -> Shot:
    """Draw a chat; ``said`` are (side, text): "me", "them", or "" for a time in the middle."""
    back, ink, grey = ("#111111", "#e8e8e8", "#8a8a8a") if dark else ("#ededed", "#191919", "#888888")
    mine, theirs = ("#3eb575", "#2c2c2c") if dark else ("#95ec69", "#ffffff")
    sheet = _Sheet(back, height)
    sheet.status_bar("14:05", ink)
    font = _font(50, bold=True)
    sheet.say((int((WIDTH - font.getlength(title)) / 2), 130), title, 50, ink, bold=True)
    y = 260
    for side, text in said:
        if not side:
            sheet.say((int((WIDTH - _font(_SMALL, bold=False).getlength(text)) / 2), y), text, _SMALL, grey)
            y += 90
            continue
        lines = _wrapped(text, _BODY, 640)
        wide = int(max(_font(_BODY, bold=False).getlength(line) for line in lines)) + 60
        left = WIDTH - _MARGIN - 130 - wide if side == "me" else _MARGIN + 130
        high = len(lines) * 68 + 44
        face = WIDTH - _MARGIN - 100 if side == "me" else _MARGIN
        sheet.draw.rounded_rectangle((face, y, face + 100, y + 100), 12, fill="#7a93b8" if side == "me" else "#c8504b")
        sheet.draw.rounded_rectangle((left, y, left + wide, y + high), 16, fill=mine if side == "me" else theirs)
        for number, line in enumerate(lines):
            colour = "#111111" if side == "me" or not dark else ink
            sheet.say((left + 30, y + 18 + number * 68), line, _BODY, colour)
        y += high + 50
    sheet.draw.rectangle((0, height - 160, WIDTH, height), fill="#1e1e1e" if dark else "#f7f7f7")
    return sheet.done(name)


def messages(name: str, sender: str, said: Sequence[tuple[str, str]]) -> Shot:
    """Draw text messages of one sender; ``said`` are (time, text)."""
    sheet = _Sheet("#ffffff")
    sheet.status_bar("09:41", "#000000")
    sheet.say((_MARGIN + 60, 130), sender, 56, "#000000", bold=True)
    y = 280
    for time, text in said:
        sheet.say((_MARGIN, y), time, _SMALL, "#8e8e93")
        y += 70
        lines = _wrapped(text, 44, 800)
        sheet.draw.rounded_rectangle((_MARGIN, y, _MARGIN + 880, y + len(lines) * 64 + 40), 30, fill="#e9e9eb")
        for number, line in enumerate(lines):
            sheet.say((_MARGIN + 36, y + 14 + number * 64), line, 44, "#000000")
        y += len(lines) * 64 + 110
    return sheet.done(name)


def notice(name: str, title: str, rows: Sequence[tuple[str, str]], colour: str = "#c7000b") -> Shot:
    """Draw a page of an app: a coloured head, names on the left, values on the right, small print."""
    sheet = _Sheet("#f5f5f5")
    sheet.draw.rectangle((0, 0, WIDTH, 240), fill=colour)
    sheet.status_bar("18:30", "#ffffff")
    sheet.say((int((WIDTH - _font(52, bold=True).getlength(title)) / 2), 140), title, 52, "#ffffff", bold=True)
    y = 320
    for label, value in rows:
        sheet.draw.rectangle((_MARGIN, y - 30, WIDTH - _MARGIN, y + 100), fill="#ffffff")
        sheet.say((_MARGIN + 40, y), label, 42, "#666666")
        sheet.say((int(WIDTH - _MARGIN - 40 - _font(42, bold=False).getlength(value)), y), value, 42, "#222222")
        y += 140
    return sheet.done(name)


def shots() -> tuple[Shot, ...]:
    """Return six screens such as a person attaches."""
    return (*_chats(), *_messages(), *_notices())


def _chats() -> tuple[Shot, ...]:
    said = (
        ("", "11月20日 上午10:12"),
        ("me", "您好，我的数字钱包从11月3日起一直无法开通，提示“账户状态异常”。"),
        ("them", "尊敬的客户您好，很高兴为您服务，请您提供一下手机号码后四位。"),
        ("me", "后四位是6628，登记的手机号是13800136628。"),
        ("them", "已为您登记，受理编号：GD20261120004417，我的工号是95588-3127。"),
        ("", "11月20日 上午10:31"),
        ("me", "什么时候能有答复？钱包里还有1,280.50元。"),
        ("them", "我们将在15个工作日内与您联系，请您保持电话畅通。"),
        ("me", "好的，请以书面方式告知原因。"),
    )
    return chat("chat", "工银客服", said), chat("chat-dark", "在线客服", said[1:6], dark=True)


def _messages() -> tuple[Shot, ...]:
    accepted = "【工商银行】您尾号6628的数字钱包业务已受理，受理编号20261118095588001，请勿泄露验证码。"
    waits = "【工商银行】您反映的问题正在处理中，预计2026年12月9日前答复。如有疑问请致电010-66106114。"
    paid = "【工商银行】您的账户于2026-11-21 09:05支出人民币3,500.00元，余额12,046.18元。"
    chinese = (("11月18日 周三 16:20", accepted), ("11月21日 周六 09:03", waits), ("11月21日 周六 09:05", paid))
    english = (
        ("Nov 18, 16:20", "Your complaint no. CP-2026-118-0457 has been accepted. Agent ID 30215."),
        ("Nov 21, 09:03", "We will reply by 9 Dec 2026. Hotline +86 10 6610 6114."),
    )
    return messages("sms", "95588", chinese), messages("sms-english", "ICBC", english)


def _notices() -> tuple[Shot, ...]:
    return (
        notice(
            "progress",
            "投诉进度",
            (
                ("受理编号", "TS202611200093"),
                ("受理时间", "2026-11-20 10:31:07"),
                ("投诉渠道", "手机银行"),
                ("当前状态", "处理中"),
                ("经办人员", "李经理 工号00417"),
                ("涉及金额", "￥1,280.50"),
                ("联系电话", "138 0013 6628"),
                ("预计答复", "2026年12月9日"),
            ),
        ),
        notice(
            "transfer",
            "转账详情",
            (
                ("收款方", "深圳某某科技有限公司"),
                ("转账金额", "3,500.00元"),
                ("转账时间", "2026-11-21 09:05"),
                ("交易流水号", "202611210905338271"),
                ("付款卡", "工商银行(尾号6628)"),
                ("手续费", "0.00元"),
                ("状态", "交易成功"),
            ),
            "#1677ff",
        ),
    )
