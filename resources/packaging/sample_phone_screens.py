"""Screens of the sample's phone itself: the call log and two messages, and the messages as text."""

from __future__ import annotations

import sample_phone as ui
from sample_app_screens import REFERENCE
from sample_canvas import Canvas, wrapped

SENDER = "95***"
SUBMITTED = f"【示例银行】您的投诉已提交成功，受理编号 {REFERENCE}，请妥善保存。"
ACCEPTED = (
    f"【示例银行】林女士您好，您反映的数字钱包开通问题我行已受理，受理编号 {REFERENCE}，承办部门：客户服务部。"
    "我行将自受理之日起 15 日内以短信答复您。如需补充材料，请致电 95***。"
)
WAIT = (
    f"【示例银行】林女士您好，您的投诉（编号 {REFERENCE}）正由技术部门核实，"
    "将在受理时告知的期限内答复您，请您耐心等候。"
)


def call_log() -> Canvas:
    """The call to the hotline, with its time and length."""
    page = ui.phone("10:21", ground=ui.WHITE)
    ui.title_bar(page, "通话详情", right="编辑")
    ui.portrait(page, (540, 390), 104, "银", ui.BLUE)
    page.text((540, 566), "示例银行客服", 56, bold=True, anchor="m")
    page.text((540, 646), SENDER, 42, ui.SOFT, anchor="m")
    for n, name in enumerate(("呼叫", "信息", "视频", "收藏")):
        x = 180 + n * 240
        page.card((x - 96, 720, x + 96, 880), ui.GROUND, radius=32)
        _sign(page, n, x, 778)
        page.text((x, 842), name, 30, ui.BLUE, anchor="m")
    page.text((72, 960), "通话记录", 36, ui.SOFT)
    calls = [
        ("呼出", "10:05", "8 分 12 秒", True),
        ("呼出", "10:01", "2 分 40 秒", True),
        ("呼出", "09:58", "未接通", False),
    ]
    page.card((40, 1010, 1040, 1010 + 3 * 168), ui.GROUND, radius=28)
    for n, (kind, at, length, ok) in enumerate(calls):
        y = 1010 + n * 168 + 84
        if n:
            page.stroke([(180, y - 84), (996, y - 84)], "#DDE2E6", 2)
        colour = ui.GREEN if ok else ui.RED
        page.stroke([(84, y + 16), (116, y - 16)], colour, 6)
        page.stroke([(92, y - 16), (116, y - 16), (116, y + 8)], colour, 6)
        page.text((180, y - 30), kind, 40, ui.INK if ok else ui.RED, bold=True)
        page.text((180, y + 34), SENDER + "  卡 1", 32, ui.SOFT)
        page.text((996, y - 30), at, 38, anchor="r")
        page.text((996, y + 34), length, 32, ui.SOFT, anchor="r")
    for n, words in enumerate(("创建联系人", "添加到已有联系人", "加入黑名单")):
        y = 1640 + n * 130
        page.text((72, y), words, 40, ui.RED if n == 2 else ui.BLUE)
        page.stroke([(72, y + 65), (1008, y + 65)], ui.LINE, 2)
    return page


def _sign(page: Canvas, which: int, x: float, y: float) -> None:
    if which == 0:
        page.arc((x + 14, y - 14), 38, (95, 175), ui.BLUE, 11)
        page.disc((x - 20, y - 12), 9, ui.BLUE)
        page.disc((x + 12, y + 20), 9, ui.BLUE)
    elif which == 1:
        page.card((x - 28, y - 22, x + 28, y + 16), ui.BLUE, radius=14)
        page.shape([(x - 16, y + 12), (x - 16, y + 28), (x + 4, y + 12)], ui.BLUE)
    elif which == 2:
        page.card((x - 30, y - 18, x + 12, y + 18), ui.BLUE, radius=9)
        page.shape([(x + 16, y - 4), (x + 32, y - 16), (x + 32, y + 16), (x + 16, y + 4)], ui.BLUE)
    else:
        page.stroke([(x - 22, y), (x + 22, y)], ui.BLUE, 8)
        page.stroke([(x, y - 22), (x, y + 22)], ui.BLUE, 8)


def _thread(clock: str, messages: list[tuple[str, str]]) -> Canvas:
    page = ui.phone(clock, ground=ui.WHITE)
    page.stroke([(76, 142), (54, 164), (76, 186)], ui.BLUE, 5)
    ui.portrait(page, (540, 150), 52, "银", "#8A95A1")
    page.text((540, 236), SENDER, 34, ui.INK, anchor="m")
    page.stroke([(0, 288), (ui.WIDTH, 288)], ui.LINE, 2)
    y = 350.0
    for when, words in messages:
        page.text((540, y), when, 30, ui.FAINT, anchor="m")
        lines = wrapped(words, 40, 720)
        tall = len(lines) * 62 + 52
        page.card((48, y + 44, 848, y + 44 + tall), "#EEF0F2", radius=36)
        page.lines((86, y + 44 + 56), lines, 40, gap=62 / 40)
        y += tall + 128
    page.card((48, 2166, 1032, 2262), ui.WHITE, radius=48, outline="#D5DADF", line=3)
    page.text((92, 2213), "短信", 38, ui.FAINT)
    page.disc((978, 2214), 32, "#C3CAD1")
    page.stroke([(964, 2214), (978, 2200), (992, 2214)], ui.WHITE, 6)
    page.stroke([(978, 2202), (978, 2230)], ui.WHITE, 6)
    return page


def sms_accepted() -> Canvas:
    """The bank says that the complaint is accepted, and by when it answers."""
    return _thread("16:08", [("短信  09:58", SUBMITTED), ("短信  16:05", ACCEPTED)])


def sms_wait() -> Canvas:
    """The bank asks for patience."""
    return _thread("11:34", [("短信  09:58", SUBMITTED), ("短信  16:05", ACCEPTED), ("短信  11:32", WAIT)])


def sms_text() -> str:
    """Return the same messages as a phone exports them."""
    head = [
        "短信导出（示例，内容虚构）",
        f"对话：{SENDER}",
        "共 3 条。为了让示例任何一天都合用，这里只写时间；日期见案件里的沟通记录。",
        "",
    ]
    body = []
    for n, (at, words) in enumerate((("09:58", SUBMITTED), ("16:05", ACCEPTED), ("11:32", WAIT)), 1):
        body += [f"[{n}] 收到  {at}  {SENDER}", words, ""]
    return "\n".join(head + body)
