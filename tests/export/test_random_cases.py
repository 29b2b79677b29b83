"""Random cases of every size, exported for every reader: each tool opens the file, what was typed is there, what is
masked is nowhere. WALLETCASE_RANDOM_CASES says how many.
"""

from __future__ import annotations

import io
import os
import random
import re
from dataclasses import dataclass, replace
from pathlib import Path
from unicodedata import normalize

import pikepdf
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from tests.export.dossier_samples import RESOURCES, Files, NoDecoder, sample_record
from tests.export.readers import Run, opened_everywhere
from walletcase.domain.case import CaseRecord
from walletcase.domain.claims import Claim
from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.dossiers.document import Part
from walletcase.domain.evidence import Kin
from walletcase.domain.ids import CaseId
from walletcase.export.dossier_pdf import PdfDossiers
from walletcase.services.dossier_options import DossierOptions
from walletcase.services.ports import never_cancelled, no_progress

COUNT = int(os.environ.get("WALLETCASE_RANDOM_CASES", "4"))
ID, CARD, PHONE, NAME = "11010519491231002X", "6222021234567890128", "13912345678", "欧阳小满"
_MODES = ("RGB", "L", "P", "1", "RGBA", "LA", "CMYK", "I;16")
_SIZES = ((1080, 2340), (40, 30), (1, 1), (3000, 200), (300, 9000), (1600, 1200))
_WORDS = (
    "投诉", "钱包打不开", "客服说", "请再等等", "（错误码 WLT-5003）", "……", "“系统繁忙”", "refund", "not yet",
    "𬭎䶮", "<b>", "&amp;", "%s", "{0}", "٣", "é", "🙂",
)  # fmt: skip
_SECRETS = (f"证件 {ID}", f"卡 {CARD[:4]} {CARD[4:8]} {CARD[8:]}", f"电话 {PHONE}", f"姓名：{NAME}", "")


@dataclass(frozen=True)
class Made:
    """A random case, with the sentences that must be readable and the numbers typed into it."""

    record: CaseRecord
    typed: tuple[str, ...]


def sentence(chance: random.Random, most: int) -> str:
    return "".join(chance.choice(_WORDS) for _ in range(chance.randint(1, most)))


def picture(chance: random.Random) -> tuple[bytes, str]:
    mode, size = chance.choice(_MODES), chance.choice(_SIZES)
    image = Image.new(mode, size, 0 if mode in ("1", "I;16") else None) if mode == "I;16" else None
    image = image or Image.effect_noise(size, 60).convert(mode)
    kind = chance.choice(("PNG", "JPEG")) if mode in ("RGB", "L") else "JPEG" if mode == "CMYK" else "PNG"
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue(), f"image/{kind.lower()}"


def document(chance: random.Random) -> bytes:
    out = io.BytesIO()
    made = Canvas(out, pagesize=chance.choice(((595, 842), (842, 595), (80, 90), (2000, 900))))
    for number in range(chance.choice((1, 2, 7))):
        made.drawString(20, 30, f"page {number}")
        made.showPage()
    made.save()
    return out.getvalue()


def random_case(chance: random.Random, files: Files) -> Made:
    """A case with anything from nothing in it to more than anybody has."""
    for number in range(chance.choice((0, 1, 3, 12, 40))):
        kind = chance.random()
        if kind < 0.7:
            content, media = picture(chance)
        elif kind < 0.85:
            content, media = document(chance), "application/pdf"
        else:
            content, media = sentence(chance, 400).encode(), "text/plain"
        parent = chance.choice(files.evidence).id if files.evidence and chance.random() < 0.2 else None
        kin = Kin.REDACTED if parent else Kin.NONE
        files.add(content, media, title=f"证{number}{sentence(chance, 4)}", proves="", parent_id=parent, kin=kin)
    record = sample_record(files.evidence, contacts=chance.choice((0, 1, 5, 60)), rounds=chance.choice((1, 3)))
    entries, typed = [], []
    for entry in record.timeline:
        text = sentence(chance, chance.choice((3, 30, 300)))
        typed.append(text)
        summary = f"{text} {chance.choice(_SECRETS)}。"
        entries.append(replace(entry, draft=replace(entry.draft, summary=summary)))
    claims = tuple(
        Claim(n, CaseId(1), n, sentence(chance, 20), evidence_ids=tuple(e.id for e in chance.sample(files.evidence, 1)))
        for n in range(1, chance.choice((0, 4)) + 1)
        if files.evidence
    )
    return Made(replace(record, timeline=tuple(entries), claims=claims), tuple(typed))


def squeezed(text: str) -> str:
    return re.sub(r"[\s\ufffd\ufffe\u00ad]", "", text)


def body_text(path: Path, run: Run) -> str:
    """All words as poppler reads them, without what runs over and under each page."""
    return squeezed(run("pdftotext", "-raw", "-x", "0", "-y", "56", "-W", "842", "-H", "735", path, "-"))


@pytest.mark.parametrize("seed", range(COUNT))
def test_a_random_case_for_every_reader(seed: int, tmp_path: Path, run: Run) -> None:
    chance = random.Random(seed)
    folder = tmp_path / "vault"
    folder.mkdir()
    files = Files(folder)
    made = random_case(chance, files)
    for audience in Audience:
        parts = tuple(chance.sample(tuple(Part), len(Part)))
        options = DossierOptions(
            language=chance.choice(("zh_CN", "en")), audience=audience, parts=parts, attaches=chance.random() < 0.5
        )
        out = tmp_path / f"{audience}.pdf"
        told = PdfDossiers(RESOURCES, files, NoDecoder()).render(
            made.record, options, out, no_progress, never_cancelled
        )
        in_js = squeezed(opened_everywhere(out, told.pages, run))
        text = body_text(out, run)
        if audience is Audience.SELF:
            head = "序号时间渠道与对方内容证据" if options.language == "zh_CN" else "No.TimeChannelandcounterpart"
            whole = text.replace(head, "")
            short = [visible(one) for one in made.typed if len(one) < 40]
            assert [one for one in short if one not in whole] == []
            assert [one for one in short if normalize("NFKC", one) not in normalize("NFKC", in_js)] == []
        hunted(out, audience, text + in_js)


def visible(text: str) -> str:
    """What of a text can be asked of every reader: without signs that no font of ours has a shape for."""
    return squeezed(text.split("🙂")[0].split("٣")[0])


def hunted(path: Path, audience: Audience, text: str) -> None:
    """What is masked stands neither in the words nor in the bytes, unpacked."""
    masked = {Audience.SELF: (), Audience.PUBLIC: (ID, CARD, PHONE, NAME)}.get(audience, (ID, CARD))
    assert [secret for secret in masked if secret in text] == []
    with pikepdf.open(path) as opened:
        for thing in opened.objects:
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") != "/Image":
                content = thing.read_bytes()
                for secret in masked:
                    for encoding in ("utf-8", "utf-16-be", "gb18030"):
                        assert secret.encode(encoding) not in content, (secret, encoding)
