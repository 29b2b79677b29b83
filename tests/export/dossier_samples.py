"""A case of any size with real files, for the tests and benchmarks of the dossier."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from walletcase.domain.case import Case, CaseRecord, ValueKey
from walletcase.domain.evidence import CopyKind, Evidence, MediaFacts, StoredFile
from walletcase.domain.fields import Contact, canonical, dump_contacts
from walletcase.domain.flow.machine import SettledRound, StepRecord, StepState
from walletcase.domain.flow.playbook import FieldKind, Playbook, Role, Status, Step
from walletcase.domain.flow.reader import read_playbook_text
from walletcase.domain.ids import CaseId, EntryId, EvidenceId
from walletcase.domain.picture_rows import PictureRows, rows_from
from walletcase.domain.timeline import EntryDraft, TimelineEntry
from walletcase.media.row_edges import edges
from walletcase.media.worker import _carry, answer

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FONTS = RESOURCES / "fonts"
LABELS = RESOURCES / "i18n" / "dossier.toml"
RARE = "𬭎䶮龘"

_TITLES = ("开通失败的报错页面", "客服通话记录", "网点受理回执", "短信通知", "线上投诉提交成功页面", "交易明细")
_SOURCES = ("本人手机截图", "工商银行短信 95588", "网点柜台出具", "手机银行下载")
_PROVES = (
    "2026-10-28 开通数字钱包时系统报错，页面提示“系统繁忙，请稍后再试（错误码 WLT-5003）”。",
    "客服承诺 3 个工作日内答复，通话时间与工号可核对。",
    "投诉已经受理，受理编号为 2026110300871。",
)
_SAID = (
    "说明 10 月 28 日起多次开通数字钱包均报错 WLT-5003，要求查明原因并恢复开通。"
    "客服称“后台正在升级”，登记后答应 3 个工作日内回电。",
    "询问处理进度。客服 6612 表示工单仍在科技部门，无法给出时间；要求转接主管，未获同意。",
    "到城南支行当面反映，大堂经理核对了身份证和报错截图，出具受理回执一份，并说明由分行运营部处理。",
    "收到短信：“尊敬的客户，您反映的问题我行已受理，将尽快与您联系。”",
)


@dataclass
class Files:
    """A folder of files by hash, and the evidence of a case on them."""

    folder: Path
    evidence: list[Evidence] = field(default_factory=list)

    def path(self, sha256: str) -> Path:
        """Return where a file is."""
        return self.folder / sha256

    def add(self, content: bytes, media_type: str, name: str = "", **changes: object) -> Evidence:
        """Keep a file as the next exhibit."""
        sha256 = hashlib.sha256(content).hexdigest()
        self.path(sha256).write_bytes(content)
        number = len(self.evidence) + 1
        item = Evidence(
            id=EvidenceId(100 + number),
            case_id=CaseId(1),
            exhibit_no=number,
            title=_TITLES[number % len(_TITLES)],
            proves=_PROVES[number % len(_PROVES)],
            source=_SOURCES[number % len(_SOURCES)],
            made_on=f"2026-11-{number % 20 + 1:02d}",
            copy_kind=CopyKind.ORIGINAL if number % 3 else CopyKind.COPY,
            original_name=name or f"IMG_{number:04d}.{media_type.rpartition('/')[2]}",
            added_at=f"2026-11-{number % 20 + 1:02d}T20:15:00+08:00",
            file=StoredFile(sha256, len(content)),
            media=MediaFacts(media_type),
        )
        item = replace(item, **changes)  # type: ignore[arg-type]
        self.evidence.append(item)
        return item


def carry(path: Path, out: Path) -> str:
    """Write a PDF anew with the child's own code; return its note."""
    facts, pieces = answer({"ask": "carry", "media_type": "application/pdf", "path": str(path)}, {"carry": _carry})
    out.write_bytes(b"".join(pieces))
    return str(facts["note"])


class NoDecoder:
    """Decodes pictures with Pillow in this process: the tests' own files are trusted."""

    def flatten(self, path: Path, media_type: str, page_no: int = 0) -> bytes | None:
        """Return a PNG, None for what Pillow can't read."""
        try:
            with Image.open(path) as image:
                image.seek(page_no)
                image.load()
                layer = image.convert("RGBA")
        except (OSError, EOFError, SyntaxError, ValueError):
            return None
        flat = Image.new("RGB", layer.size, "white")
        flat.paste(layer, mask=layer.getchannel("A"))
        out = io.BytesIO()
        flat.save(out, "PNG")
        return out.getvalue()

    def carry(self, path: Path, out: Path) -> str:
        """Write a PDF anew, as the child does, in this process."""
        return carry(path, out)

    def rows(self, path: Path, media_type: str, page_no: int = 0) -> PictureRows | None:
        """Measure the rows of a picture."""
        facts, pieces = edges(path, media_type, page_no, 0)
        width, height = facts["width_px"], facts["height_px"]
        assert isinstance(width, int)
        assert isinstance(height, int)
        return rows_from(width, height, b"".join(pieces))

    def text(self, path: Path, media_type: str) -> str | None:
        """Return a text file's text."""
        return path.read_text(encoding="utf-8") if media_type.startswith("text/") else None


def playbook() -> Playbook:
    """Return the shipped default flow."""
    name = "icbc-digital-wallet.toml"
    return read_playbook_text((RESOURCES / "playbooks" / name).read_text(encoding="utf-8"), name)


def screenshot(number: int, size: tuple[int, int] = (1080, 2400)) -> Image.Image:
    """Return a picture like a phone's screenshot."""
    image = Image.new("RGB", size, "#F4F6F8")
    draw = ImageDraw.Draw(image)
    font = ImageFont.truetype(str(FONTS / "NotoSansSC-Regular.ttf"), 44)
    draw.rectangle((0, 0, size[0], 180), fill="#C7000B")
    draw.text((60, 70), f"数字钱包  09:{number % 60:02d}", font=font, fill="white")
    for line in range(8):
        top = 260 + line * 230
        colour = ("#FFFFFF", "#E9F2EC", "#FFF4E5")[(line + number) % 3]
        draw.rounded_rectangle((60, top, size[0] - 60, top + 180), 28, fill=colour, outline="#D5DADF")
        said = f"{line + 1}. 系统繁忙，请稍后再试（WLT-{5000 + number}）"
        draw.text((100, top + 50), said, font=font, fill="#22303A")
    return image


def encoded(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    """Return an image as a file's bytes."""
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


@cache
def screenshot_file(number: int) -> bytes:
    """Return a screenshot as a file: PNG for odd numbers, JPEG for even ones."""
    image = screenshot(number)
    return encoded(image) if number % 2 else encoded(image, "JPEG", quality=88)


def make_screenshots(files: Files, count: int) -> None:
    """Add screenshots, PNG and JPEG in turn."""
    for number in range(1, count + 1):
        if number % 2:
            files.add(screenshot_file(number), "image/png", f"Screenshot_2026-11-{number:02d}.png")
        else:
            files.add(screenshot_file(number), "image/jpeg", f"IMG_2026{number:04d}.jpg")


def sample_record(
    evidence: Iterable[Evidence] = (), *, contacts: int = 12, text: str = "", rounds: int = 2
) -> CaseRecord:
    """Return a case three weeks old. ``text`` is written into the problem, a contact and the reason for skipping."""
    flow = playbook()
    items = tuple(evidence)
    case = Case(
        id=CaseId(1),
        number="WC-2026-0007",
        title=f"工行数字钱包无法开通的投诉（{RARE}）",
        playbook_key=flow.key,
        playbook_version=flow.version,
        status=Status.ACCEPTED,
        created_at="2026-10-30T09:12:00+08:00",
        updated_at="2026-11-20T18:30:00+08:00",
    )
    steps, settled = _progress(flow, rounds, text)
    values: dict[ValueKey, str] = {}
    for step in flow.steps[:5]:
        for round_no in range(1, rounds + 1 if step.key == flow.steps[1].key else 2):
            values |= _values(step, round_no, text)
    return CaseRecord(
        case=case,
        playbook=flow,
        steps=steps,
        values=values,
        ticks=frozenset((flow.steps[0].key, item.key) for item in flow.steps[0].checklist[:3]),
        timeline=tuple(_entry(number, items, text) for number in range(1, contacts + 1)),
        evidence=items,
        settled_rounds=settled,
    )


def _progress(
    flow: Playbook, rounds: int, text: str
) -> tuple[dict[str, StepRecord], tuple[SettledRound, ...]]:
    done = StepState.DONE
    gather, hotline, branch, online, accepted = flow.steps[:5]
    reason = text or "网点离家较远，先走线上。"
    steps = {
        gather.key: StepRecord(done, outcome=gather.outcomes[0].key, settled_at=_at(1), order=1),
        hotline.key: StepRecord(done, rounds, outcome=hotline.outcomes[0].key, settled_at=_at(5), order=3),
        branch.key: StepRecord(StepState.SKIPPED, reason=reason, settled_at=_at(6), order=4),
        online.key: StepRecord(done, outcome=online.outcomes[0].key, settled_at=_at(8), order=5),
        accepted.key: StepRecord(),
    }
    last = hotline.outcomes[-1].key
    settled = tuple(SettledRound(hotline.key, n, done, last, "", _at(2 + n)) for n in range(1, rounds))
    return steps, settled


def _at(day: int) -> str:
    return f"2026-11-{day:02d}T10:20:00+08:00"


def _values(step: Step, round_no: int, text: str) -> dict[ValueKey, str]:
    people = (Contact("王女士", "大堂经理", "021-5555 1234"), Contact("李先生", "客户经理"))
    by_role = {
        Role.COMPLAINANT: f"张{RARE}",
        Role.INSTITUTION: "中国工商银行股份有限公司城南支行",
        Role.PHONE: "13800138000",
        Role.PROBLEM: text or "10 月 28 日起，在手机银行 App 内开通数字钱包，提交身份信息后反复提示"
        "“系统繁忙，请稍后再试（错误码 WLT-5003）”。更换手机、网络和重装 App 均无改善；"
        "客服与网点的说法前后不一，至今没有书面答复。",
        Role.DEMAND: "查明报错原因，并于 2026-11-30 前恢复本人数字钱包的开通。\n以书面形式说明处理结果和责任部门。\n"
        "退还因无法使用钱包产生的转账手续费 36.50 元。",
        Role.SUMMARY: f"第 {round_no} 次沟通：说明情况并登记投诉，对方答应回电。",
        Role.COUNTERPART: "客服 6612",
        Role.REFERENCE: "2026110300871",
    }
    plain = {
        FieldKind.DATE: "2026-11-03",
        FieldKind.TIME: "10:05",
        FieldKind.PHONE: "95588",
        FieldKind.MONEY: "1234.5",
        FieldKind.CONTACTS: dump_contacts(people),
        FieldKind.LONG_TEXT: "页面提示：系统繁忙，请稍后再试（WLT-5003）。",
        FieldKind.TEXT: "城南支行",
    }
    values = {}
    for item in step.fields:
        value = by_role.get(item.role) if item.role else None
        value = value or (item.choices[0].key if item.kind is FieldKind.CHOICE else plain[item.kind])
        values[ValueKey(item.key, round_no)] = value if item.role is Role.PROBLEM else canonical(item, value)
    return values


def _entry(number: int, items: tuple[Evidence, ...], text: str) -> TimelineEntry:
    day = 2 + number * 17 // 12
    linked = tuple(item.id for item in items[(number - 1) * 2 : number * 2])
    draft = EntryDraft(
        occurred_at=f"2026-{11 + day // 31:02d}-{day % 30 + 1:02d}T{9 + number % 8:02d}:{number * 7 % 60:02d}+08:00",
        summary=text if text and number == 1 else _SAID[number % len(_SAID)],
        channel=("hotline", "branch", "online", "sms")[number % 4],
        counterpart=("客服 6612", "大堂经理 王女士", "", "95588")[number % 4],
        reference="2026110300871" if number == 3 else "",
        promised_by=f"2026-11-{min(day + 4, 28):02d}" if number % 4 == 0 else "",
        is_answer=number % 5 == 0,
        evidence_ids=linked,
    )
    recorded_at = f"2026-11-{day % 30 + 1:02d}T21:00:00+08:00"
    return TimelineEntry(EntryId(number), CaseId(1), number, draft, recorded_at)
