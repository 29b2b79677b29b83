"""Screens of the sample bank's app: two failed openings, a submitted complaint, a chat."""

from __future__ import annotations

import sample_phone as ui
from sample_canvas import Canvas, text_width, wrapped

BANK = "示例银行"
REFERENCE = "2026-SAMPLE-00031"


def _stages(page: Canvas, top: float, now: int) -> None:
    names = ("填写信息", "身份验证", "设置密码", "完成")
    xs = [180 + n * 240 for n in range(4)]
    page.stroke([(xs[0], top), (xs[-1], top)], ui.LINE, 4)
    for n, (x, name) in enumerate(zip(xs, names, strict=True)):
        colour = ui.BLUE if n <= now else "#C3CAD1"
        if n < now:
            ui.ok_sign(page, (x, top), 26, ui.BLUE)
        else:
            page.disc((x, top), 26, colour)
            page.text((x, top - 1), str(n + 1), 28, ui.WHITE, bold=True, anchor="m")
        page.text((x, top + 62), name, 30, ui.INK if n == now else ui.SOFT, anchor="m", bold=n == now)


def open_failed() -> Canvas:
    """The first attempt: the system is busy."""
    page = ui.phone("20:16", bar=ui.WHITE)
    ui.title_bar(page, "开通数字钱包", right="客服")
    page.card((0, 232, ui.WIDTH, 420), ui.WHITE)
    _stages(page, 292, 0)
    page.text((72, 486), "请确认您的信息", 38, ui.SOFT)
    items = [("姓名", "林*满"), ("证件号码", "**************0000"), ("手机号码", "138****0000")]
    items.append(("绑定账户", "尾号 0000"))
    low = ui.rows(page, 530, items)
    page.text((72, low + 66), "钱包类别", 38, ui.SOFT)
    page.card((40, low + 110, 1040, low + 330), ui.WHITE, radius=28, outline=ui.BLUE, line=4)
    page.text((84, low + 176), "二类钱包", 42, bold=True)
    page.text((84, low + 250), "手机号、身份证件与银行账户核验", 34, ui.SOFT)
    ui.ok_sign(page, (970, low + 220), 34, ui.BLUE)
    ui.ok_sign(page, (104, low + 408), 22, ui.BLUE)
    page.text((142, low + 407), "我已阅读并同意《数字钱包服务协议》", 34, ui.SOFT)
    ui.button(page, low + 480, "确认开通")
    page.dim(0.55)
    page.card((130, 820, 950, 1500), ui.WHITE, radius=40)
    ui.warn_sign(page, (540, 956), 70)
    page.text((540, 1096), "开通失败", 52, bold=True, anchor="m")
    page.text((540, 1190), "系统繁忙，请稍后再试", 42, "#3A434C", anchor="m")
    page.text((540, 1270), "错误码 E1027", 36, ui.SOFT, anchor="m")
    page.stroke([(130, 1356), (950, 1356)], ui.LINE, 3)
    page.text((540, 1428), "知道了", 44, ui.BLUE, bold=True, anchor="m")
    ui.tag(page)
    return page


def check_failed() -> Canvas:
    """The second attempt: the identity check says no."""
    page = ui.phone("21:03", bar=ui.WHITE)
    ui.title_bar(page, "身份验证", right="客服")
    page.card((0, 232, ui.WIDTH, 420), ui.WHITE)
    _stages(page, 292, 1)
    page.card((40, 460, 1040, 1130), ui.WHITE, radius=28)
    ui.cross_sign(page, (540, 620), 92)
    page.text((540, 790), "身份验证未通过", 56, bold=True, anchor="m")
    page.text((540, 886), "身份信息核验超时，本次开通未完成", 40, "#3A434C", anchor="m")
    page.card((350, 950, 730, 1034), "#FBECE9", radius=42)
    page.text((540, 991), "错误码 E2003", 36, ui.RED, bold=True, anchor="m")
    page.text((540, 1082), "本日还可验证 1 次", 32, ui.FAINT, anchor="m")
    items = [("申请业务", "数字钱包开通（二类）"), ("客户姓名", "林*满"), ("手机号码", "138****0000")]
    items.append(("验证时间", "21:03:27"))
    low = ui.rows(page, 1170, items)
    low = ui.button(page, low + 90, "重新验证")
    low = ui.button(page, low + 36, "返回首页", fill=ui.WHITE, ink=ui.BLUE, outline=ui.BLUE)
    page.text((540, low + 90), "如需帮助，请联系在线客服", 32, ui.FAINT, anchor="m")
    return page


def submitted() -> Canvas:
    """The complaint has been filed in the app."""
    page = ui.phone("09:58", bar=ui.WHITE)
    ui.title_bar(page, "投诉咨询", right="完成")
    page.card((0, 232, ui.WIDTH, 880), ui.WHITE)
    ui.ok_sign(page, (540, 400), 100)
    page.text((540, 576), "提交成功", 60, bold=True, anchor="m")
    page.text((540, 668), "我们已收到您的投诉，请留意短信通知", 38, ui.SOFT, anchor="m")
    page.card((110, 728, 970, 832), "#EEF4FC", radius=22)
    page.text((150, 780), "受理编号", 34, ui.SOFT)
    page.text((320, 780), REFERENCE, 38, ui.BLUE, bold=True)
    page.text((930, 780), "复制", 34, ui.BLUE, anchor="r")
    items = [
        ("投诉类型", "数字钱包开通"),
        ("提交时间", "09:57:41"),
        ("联系人", "林*满"),
        ("联系电话", "138****0000"),
        ("附件", "4 个"),
    ]
    low = ui.rows(page, 920, items)
    page.card((40, low + 36, 1040, low + 500), ui.WHITE, radius=28)
    page.text((84, low + 106), "投诉内容", 36, ui.SOFT)
    words = (
        "我在手机上两次申请开通数字钱包均未成功，先后提示“系统繁忙”（E1027）和身份验证未通过（E2003）。"
        "已拨打客服热线，并到网点当面办理，均未解决。请为我开通钱包，并书面说明两次失败的原因。"
    )
    page.lines((84, low + 186), wrapped(words, 38, 912), 38, gap=1.75)
    ui.button(page, low + 560, "查看处理进度", fill=ui.WHITE, ink=ui.BLUE, outline=ui.BLUE)
    return page


CHAT = (
    ("time", "14:20"),
    ("bank", "您好，这里是示例银行在线客服，工号 0088，很高兴为您服务。"),
    ("me", "你好，我想问投诉的进展，受理编号 2026-SAMPLE-00031。"),
    ("bank", "请稍等，正在为您查询。"),
    ("time", "14:24"),
    ("bank", "林女士您好，查到您的投诉已转到技术部门核实，目前还在处理中。"),
    ("me", "两次失败的原因查到了吗？需要我再补充材料吗？"),
    ("bank", "原因还在核实。您提交的材料齐全，暂时不用补充。会在受理之日起 15 日内答复您。"),
    ("me", "好的。请在系统里备注：答复请用短信或书面。"),
    ("bank", "已为您备注。还有其他可以帮您的吗？"),
    ("me", "没有了，谢谢。"),
)


def chat() -> Canvas:
    """A talk with customer service in the app."""
    page = ui.phone("14:31", bar=ui.WHITE)
    ui.title_bar(page, "在线客服", right="结束")
    y = 280.0
    for who, words in CHAT:
        if who == "time":
            page.text((540, y + 14), words, 30, ui.FAINT, anchor="m")
            y += 64
            continue
        lines = wrapped(words, 38, 640)
        wide = max(text_width(line, 38) for line in lines) + 64
        tall = len(lines) * 58 + 44
        left = 156 if who == "bank" else ui.WIDTH - 156 - wide
        if who == "bank":
            ui.portrait(page, (86, y + 44), 44, "客", ui.BLUE)
        else:
            ui.portrait(page, (ui.WIDTH - 86, y + 44), 44, "林", "#7A8B6A")
        page.card((left, y, left + wide, y + tall), ui.WHITE if who == "bank" else "#CFE1FB", radius=26)
        page.lines((left + 32, y + 50), lines, 38, gap=58 / 38)
        y += tall + 34
    page.card((0, 2140, ui.WIDTH, ui.HEIGHT), ui.WHITE)
    page.card((40, 2168, 900, 2262), ui.GROUND, radius=47)
    page.text((80, 2214), "请输入您的问题", 36, ui.FAINT)
    page.disc((980, 2214), 42, "", outline=ui.SOFT, line=4)
    page.stroke([(960, 2214), (1000, 2214)], ui.SOFT, 5)
    page.stroke([(980, 2194), (980, 2234)], ui.SOFT, 5)
    page.card((400, ui.HEIGHT - 34, 680, ui.HEIGHT - 24), ui.FAINT, radius=5)
    ui.tag(page)
    return page
