"""Random exhibits are redacted by what the app suggests, and the copies searched for the secret.

WALLETCASE_REDACTIONS says how many; a thousand take a few minutes.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from tests.media.redaction_kit import Area, Made, picture, raw_hits, told
from tests.media.redaction_pdf_kit import pdf
from walletcase.domain.page_text import SCALE
from walletcase.domain.redaction import Box, bare, sound, words_under
from walletcase.domain.sensitive import Known, sensitive_in
from walletcase.media.redactor import Redactor
from walletcase.services.redaction import Order

COUNT = int(os.environ.get("WALLETCASE_REDACTIONS", "24"))
KNOWN = Known(names=("欧阳晓楠", "王敏", "司徒嘉欣", "李建国"))
_BATCH = 8


@pytest.fixture(scope="module")
def redactor() -> Iterator[Redactor]:
    made = Redactor(timeout_s=30.0)
    yield made
    made.close()


@pytest.mark.parametrize("batch", range((COUNT + _BATCH - 1) // _BATCH))
def test_no_secret_is_left(redactor: Redactor, tmp_path: Path, batch: int) -> None:
    for number in range(batch * _BATCH, min((batch + 1) * _BATCH, COUNT)):
        rng = random.Random(number)
        made = pdf(rng) if number % 2 else picture(rng, rng.choice(("png", "jpeg", "tiff", "webp")))
        assert raw_hits(made.content, made.secret) or told_words(made, tmp_path), f"{number}: the secret is not in it"
        source, copy = tmp_path / f"{number}", tmp_path / f"{number}.out"
        source.write_bytes(made.content)
        boxes = suggested(made)
        secrets = (made.secret, *words_under(boxes, made.lines))
        order = Order(made.media_type, boxes, secrets, pages=made.pages)
        burnt = redactor.burn(source, order, copy)
        assert burnt.note == "", number
        found = redactor.search(copy, Order(burnt.media_type, boxes, secrets, burnt.drawn, made.pages))
        assert found == (), (number, made.name, found)
        look_for(made, copy, burnt.media_type, number)


def suggested(made: Made) -> tuple[Box, ...]:
    """The boxes that a person would confirm: all that are suggested for the secret."""
    ones = [one for page, lines in made.lines.items() for one in sensitive_in(lines, page, KNOWN)]
    boxes = [box for one in ones if one.value == made.secret for box in one.boxes]
    if len(boxes) < len(made.areas):  # e.g. a number that says nothing of itself: drawn by hand
        boxes = [hand_drawn(page, area) for page, area in made.areas]
    return sound(boxes)


def hand_drawn(page: int, area: Area) -> Box:
    left, top, right, bottom = (round(edge * SCALE) for edge in area)
    return Box(page, max(left - 20, 0), max(top - 20, 0), min(right + 20, SCALE), min(bottom + 20, SCALE))


def look_for(made: Made, copy: Path, media_type: str, number: int) -> None:
    """The secret by other eyes than the app's: raw bytes, pixels, and a reader of PDF."""
    content = copy.read_bytes()
    assert raw_hits(content, made.secret) == [], number
    for page, area in made.areas:
        image = page_image(content, media_type, page)
        left, right = area[0] * image.width, area[2] * image.width
        top, bottom = area[1] * image.height, area[3] * image.height
        inside = image.crop((int(left), int(top), max(int(right), int(left) + 1), max(int(bottom), int(top) + 1)))
        brightest = max(band[1] for band in inside.getextrema())  # type: ignore[index]
        assert brightest <= 8, (number, made.name, page, brightest)  # not one stroke of a sign
    if media_type == "application/pdf":
        document = pypdfium2.PdfDocument(content)
        words = "".join(page.get_textpage().get_text_range() for page in document)
        document.close()
        assert made.secret not in bare(words), number
        assert made.secret not in told("pdftotext", "-raw", copy, "-"), number


def told_words(made: Made, folder: Path) -> bool:
    path = folder / "before.pdf"
    path.write_bytes(made.content)
    return made.media_type != "application/pdf" or made.secret in told("pdftotext", "-raw", path, "-")


def page_image(content: bytes, media_type: str, page: int) -> Image.Image:
    if media_type == "application/pdf":
        document = pypdfium2.PdfDocument(content)
        image: Image.Image = document[page].render(scale=2).to_pil().convert("RGB")
        document.close()
        return image
    return Image.open(BytesIO(content)).convert("RGB")
