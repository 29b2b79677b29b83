"""The sample's phone screens. No date stands in them: the sample case always ends today."""

from __future__ import annotations

from PIL import Image
from sample_paint import BLUE, GREEN, INK, LINE, MUTED, PAPER, RED, TEAL, WHITE, WIDTH, Screen, font, wrap

Bubble = tuple[str, str]  # who ("me", "they", "time"), text


def _steps(screen: Screen, names: list[str], at: int) -> None:
    screen.box(0, 220, WIDTH, 190, WHITE)
    for i, name in enumerate(names):
        x = 200 + i * 340
        if i:
            screen.box(x - 290, 279, 240, 4, RED if i <= at else LINE)
        screen.disc(x, 280, 30, RED if i <= at else LINE)
        screen.text(x, 279, str(i + 1), 34, WHITE if i <= at else MUTED, bold=True, anchor="mm")
        screen.text(x, 352, name, 34, INK if i <= at else MUTED, anchor="mm")


def opening_failed() -> Image.Image:
    """The first attempt: the form is complete, then the error."""
    screen = Screen()
    screen.status_bar("20:16", 71)
    screen.title_bar("开通数字钱包", right="帮助")
    _steps(screen, ["填写信息", "身份核验", "开通完成"], 0)
    screen.text(60, 470, "请确认您的信息", 40, MUTED)
    rows = [("姓名", "*小满"), ("证件类型", "居民身份证"), ("证件号码", "**************0000")]
    end = screen.rows(516, [*rows, ("手机号码", "138****0000"), ("绑定账户", "储蓄卡（尾号 0000）")])
    end = screen.rows(end + 40, [("钱包类别", "二类钱包"), ("单笔支付限额", "以页面公示为准")])
    screen.disc(86, end + 76, 22, RED)
    screen.stroke([(76, end + 76), (84, end + 84), (97, end + 68)], WHITE, 5)
    screen.text(128, end + 76, "已阅读并同意《数字钱包服务协议》", 36, MUTED)
    screen.button(end + 150, "同意并开通", RED)
    screen.shade(0.5)
    screen.box(130, 880, 820, 620, WHITE, 40)
    screen.disc(WIDTH / 2, 1010, 62, "#FBE9E7")
    screen.box(WIDTH / 2 - 6, 972, 12, 50, RED, 6)
    screen.disc(WIDTH / 2, 1042, 8, RED)
    screen.text(WIDTH / 2, 1130, "开通失败", 54, INK, bold=True, anchor="mm")
    screen.text(WIDTH / 2, 1216, "系统繁忙，请稍后再试", 44, "#4B5259", anchor="mm")
    screen.text(WIDTH / 2, 1288, "错误码 E1027", 40, MUTED, anchor="mm")
    screen.box(130, 1366, 820, 2, LINE)
    screen.text(WIDTH / 2, 1434, "知道了", 46, RED, bold=True, anchor="mm")
    return screen.finish()


def identity_failed() -> Image.Image:
    """The second attempt: the identity check fails and there are no tries left."""
    screen = Screen(WHITE)
    screen.status_bar("10:05", 88)
    screen.title_bar("身份核验")
    _steps(screen, ["填写信息", "身份核验", "开通完成"], 1)
    screen.disc(WIDTH / 2, 690, 130, "#FBE9E7")
    screen.disc(WIDTH / 2, 690, 92, RED)
    screen.stroke([(506, 656), (574, 724)], WHITE, 14)
    screen.stroke([(574, 656), (506, 724)], WHITE, 14)
    screen.text(WIDTH / 2, 900, "身份核验未通过", 60, INK, bold=True, anchor="mm")
    screen.text(WIDTH / 2, 984, "核验服务暂时没有返回结果，您的资料未被保存", 38, MUTED, anchor="mm")
    screen.box(60, 1070, WIDTH - 120, 420, PAPER, 28)
    lines = [("错误码", "V2009"), ("上一次错误", "E1027 系统繁忙"), ("今日剩余次数", "0 次"), ("核验方式", "人脸核验")]
    for i, (name, value) in enumerate(lines):
        screen.text(110, 1138 + i * 95, name, 40, MUTED)
        red = RED if name == "今日剩余次数" else INK
        screen.text(WIDTH - 110, 1138 + i * 95, value, 40, red, bold=bool(red == RED), anchor="rm")
    screen.text(60, 1580, "您可以", 42, INK, bold=True)
    tips = "1. 明天再试；\n2. 拨打客服热线或咨询在线客服；\n3. 携带有效身份证件到就近网点办理。"
    screen.block(60, 1620, tips, 40, 960, "#4B5259")
    screen.button(2010, "重新核验", "#E9B7B2")
    screen.button(2160, "联系客服", WHITE, RED, RED)
    return screen.finish()


def call_log() -> Image.Image:
    """The call to the hotline in the phone's call log."""
    screen = Screen(WHITE)
    screen.status_bar("10:41", 84)
    screen.text(60, 190, "通话记录", 72, INK, bold=True)
    screen.box(60, 270, WIDTH - 120, 92, PAPER, 46)
    screen.disc(112, 314, 15, None, MUTED, 4)
    screen.stroke([(124, 326), (136, 338)], MUTED, 5)
    screen.text(160, 316, "搜索姓名或号码", 38, MUTED)
    screen.text(60, 430, "今天", 36, MUTED)
    calls = [
        ("95588", "银行客服热线", "呼出 · 6 分 12 秒", "10:32", INK),
        ("95588", "银行客服热线", "呼出 · 未接通（排队 4 分钟）", "10:26", RED),
        ("家人（示例）", "138****0000", "呼入 · 2 分 05 秒", "09:18", INK),
    ]
    y = _calls(screen, 470, calls)
    screen.text(60, y + 60, "昨天", 36, MUTED)
    calls = [
        ("快递（示例）", "139****0000", "呼入 · 41 秒", "18:30", INK),
        ("95588", "银行客服热线", "呼出 · 1 分 48 秒", "20:24", INK),
        ("同事（示例）", "137****0000", "未接来电", "12:07", RED),
    ]
    y = _calls(screen, y + 100, calls)
    screen.box(0, 2150, WIDTH, 3, LINE)
    for i, name in enumerate(["收藏", "通话记录", "联系人", "拨号键盘"]):
        here = i == 1
        screen.disc(135 + i * 270, 2210, 20, BLUE if here else None, BLUE if here else MUTED, 5)
        screen.text(135 + i * 270, 2276, name, 32, BLUE if here else MUTED, anchor="mm")
    return screen.finish()


def _calls(screen: Screen, y: float, calls: list[tuple[str, str, str, str, str]]) -> float:
    for name, number, what, clock, colour in calls:
        screen.disc(112, y + 90, 52, "#E8EEF9" if number.startswith("银") else "#ECEFF1")
        screen.text(112, y + 88, name[0] if not name[0].isdigit() else "行", 42, BLUE, bold=True, anchor="mm")
        screen.text(200, y + 60, name, 46, colour, bold=True)
        screen.text(200, y + 124, f"{number}　{what}", 34, MUTED)
        screen.text(WIDTH - 60, y + 60, clock, 38, MUTED, anchor="rm")
        screen.box(200, y + 180, WIDTH - 260, 2, LINE)
        y += 184
    return y


def chat() -> Image.Image:
    """The talk with the service desk inside the app."""
    screen = Screen("#EEF0F2")
    screen.status_bar("14:12", 56)
    screen.title_bar("在线客服", right="结束")
    talk = [
        ("time", "14:02"),
        ("they", "您好，我是智能客服，请问有什么可以帮您？"),
        ("me", "数字钱包开通不了：先是错误码 E1027，后来身份核验也不通过。"),
        ("they", "非常抱歉给您带来不便，建议您稍后重试。"),
        ("me", "试过很多次了，请转人工。"),
        ("time", "14:06 · 已为您转接人工客服（工号 5217）"),
        ("they", "您好，工号 5217 为您服务。E1027 是系统原因，需要后台处理，我这里看不到进度。"),
        ("me", "打电话、去网点都没有解决。请问怎样登记投诉？多久答复？"),
        ("they", "您可以在 App“我的—客服—投诉建议”提交，提交后会有投诉编号和短信。"),
        ("me", "好的，我现在就提交。"),
    ]
    _talk(screen, 260, talk, TEAL, WHITE)
    _input(screen, WHITE, PAPER, "请输入您的问题")
    return screen.finish()


def _talk(screen: Screen, y: float, talk: list[Bubble], mine: str, theirs: str) -> float:
    for who, text in talk:
        if who == "time":
            screen.text(WIDTH / 2, y + 34, text, 32, "#9199A1", anchor="mm")
            y += 84
            continue
        lines = wrap(text, 84, 1320)
        width = max(font(84).getlength(line) for line in lines) / 2 + 72
        height = len(lines) * 64 + 44
        me = who == "me"
        x = WIDTH - 150 - width if me else 150
        screen.disc(WIDTH - 84 if me else 84, y + 46, 46, "#9DB8B5" if me else RED)
        screen.text(WIDTH - 84 if me else 84, y + 44, "我" if me else "服", 40, WHITE, bold=True, anchor="mm")
        screen.box(x, y, width, height, mine if me else theirs, 26)
        for i, line in enumerate(lines):
            screen.text(x + 36, y + 54 + i * 64, line, 42, WHITE if me else screen.ink)
        y += height + 38
    return y


def _input(screen: Screen, bar: str, well: str, hint: str) -> None:
    screen.box(0, 2196, WIDTH, 204, bar)
    screen.box(60, 2226, WIDTH - 250, 92, well, 46)
    screen.text(104, 2271, hint, 36, MUTED)
    screen.disc(WIDTH - 108, 2272, 46, BLUE)
    screen.stroke([(WIDTH - 108, 2294), (WIDTH - 108, 2250)], WHITE, 6)
    screen.stroke([(WIDTH - 126, 2268), (WIDTH - 108, 2250), (WIDTH - 90, 2268)], WHITE, 6)


def complaint_submitted() -> Image.Image:
    """The page after the complaint was filed in the app."""
    screen = Screen()
    screen.status_bar("14:31", 52)
    screen.title_bar("投诉建议")
    screen.box(0, 220, WIDTH, 470, WHITE)
    screen.disc(WIDTH / 2, 370, 82, GREEN)
    screen.stroke([(502, 372), (528, 398), (580, 340)], WHITE, 13)
    screen.text(WIDTH / 2, 526, "提交成功", 62, INK, bold=True, anchor="mm")
    screen.text(WIDTH / 2, 608, "我们会尽快核实，请保持电话畅通", 40, MUTED, anchor="mm")
    rows = [("投诉编号", "SL1027-000386"), ("投诉业务", "数字钱包 · 开通"), ("提交渠道", "手机银行 App")]
    end = screen.rows(730, [*rows, ("联系电话", "138****0000"), ("附件", "图片 3 张")])
    screen.box(40, end + 40, WIDTH - 80, 620, WHITE, 28)
    screen.text(84, end + 106, "处理进度", 44, INK, bold=True)
    stages = [("已提交", "14:31", True), ("待受理", "受理后将短信通知您", False)]
    stages += [("处理中", "", False), ("已答复", "一般 15 日内", False)]
    for i, (name, note, on) in enumerate(stages):
        y = end + 196 + i * 122
        if i:
            screen.box(107, y - 98, 5, 74, LINE)
        screen.disc(110, y, 18, GREEN if on else LINE)
        screen.text(160, y, name, 42, INK if on else MUTED, bold=on)
        screen.text(WIDTH - 84, y, note, 36, MUTED, anchor="rm")
    screen.button(end + 740, "查看我的投诉", RED)
    screen.text(WIDTH / 2, end + 920, "返回首页", 42, MUTED, anchor="mm")
    return screen.finish()


def sms_accepted() -> Image.Image:
    """The SMS that confirms acceptance."""
    screen = Screen(WHITE)
    screen.status_bar("16:22", 47)
    screen.title_bar("95588")
    talk = [
        ("time", "服务通知"),
        ("time", "今天 16:20"),
        (
            "they",
            "【工商银行】尊敬的客户，您反映的“数字钱包无法开通”事项我行已受理，投诉编号 SL1027-000386。"
            "我行将自受理之日起 15 日内答复您，情况复杂的会另行告知。承办部门：示例分行网络金融部，请保持电话畅通。",
        ),
    ]
    _texts(screen, 260, talk, "#EDEFF2")
    _input(screen, WHITE, PAPER, "短信")
    return screen.finish()


def sms_wait() -> Image.Image:
    """The SMS that asks for patience, on a phone in dark mode."""
    screen = Screen("#101214", "#ECEFF1")
    screen.status_bar("11:09", 93)
    screen.title_bar("95588", "#191C1F")
    talk = [
        ("time", "早些时候"),
        ("they", "【工商银行】您的投诉 SL1027-000386 正在处理中，我行将于近日与您联系。"),
        ("time", "今天 11:08"),
        (
            "they",
            "【工商银行】尊敬的客户，您反映的数字钱包开通问题正由技术部门核查，预计还需一些时间，请您耐心等待，"
            "感谢您的理解。",
        ),
    ]
    _texts(screen, 260, talk, "#25292D")
    _input(screen, "#191C1F", "#25292D", "短信")
    return screen.finish(dark=True)


def _texts(screen: Screen, y: float, talk: list[Bubble], fill: str) -> None:
    for who, text in talk:
        if who == "time":
            screen.text(WIDTH / 2, y + 34, text, 32, "#9199A1", anchor="mm")
            y += 90
            continue
        lines = wrap(text, 88, 1500)
        screen.box(50, y, 826, len(lines) * 70 + 56, fill, 36)
        for i, line in enumerate(lines):
            screen.text(88, y + 64 + i * 70, line, 44)
        y += len(lines) * 70 + 106
