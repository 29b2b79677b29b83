"""What files say of themselves is carried as their words, clean and short."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from PIL import ExifTags, Image, PngImagePlugin

from tests.media.corpus_documents import pdf, saved
from tests.media.corpus_pictures import quarters
from tests.media.phone_shots import shots
from walletcase.domain.evidence import MediaFacts
from walletcase.domain.likeness import difference, is_telling, look_alike
from walletcase.media.kinds import PDF
from walletcase.media.previewer import Previewer


def photo(**more: object) -> bytes:
    exif = Image.Exif()
    exif[ExifTags.Base.Make], exif[ExifTags.Base.Model] = "HUAWEI", "HUAWEI Mate 60"
    exif[ExifTags.Base.Software] = "美图\u202e\n 7".encode()
    exif[ExifTags.Base.DateTime] = "2026:11:03 08:00:00"
    inner = exif.get_ifd(ExifTags.IFD.Exif)
    inner[ExifTags.Base.DateTimeOriginal] = "2026:11:02 09:30:00"
    place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    place[1], place[2], place[3], place[4] = "N", (31.0, 12.0, 0.0), "E", (121.0, 30.0, 0.0)
    stored = io.BytesIO()
    quarters().save(stored, "JPEG", exif=exif)
    return stored.getvalue()


def test_a_photo_says_camera_program_and_that_it_has_a_place(previewer: Previewer, tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(photo())
    facts = previewer.probe(path, "image/jpeg")
    assert facts.made_at == "2026-11-02T09:30:00"
    assert dict(facts.says) == {
        "camera": "HUAWEI Mate 60",
        "software": "美图 7",
        "has_place": "yes",
        "edited": "2026-11-03T08:00:00",
    }
    assert "31" not in str(facts.says).replace("Mate", "")  # where exactly is nobody's business


def test_a_png_says_what_its_texts_say(previewer: Previewer, tmp_path: Path) -> None:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Software", "gnome-screenshot")
    quarters().save(tmp_path / "a.png", pnginfo=texts)
    assert previewer.probe(tmp_path / "a.png", "image/png").says == (("software", "gnome-screenshot"),)


def test_a_pdf_says_who_made_it_and_when(previewer: Previewer, tmp_path: Path) -> None:
    document = pdf(1)
    document.docinfo["/Producer"], document.docinfo["/Author"] = "WPS 文字", "x" * 900
    document.docinfo["/CreationDate"] = pikepdf.String("D:20261102093000+08'00'")
    (tmp_path / "a.pdf").write_bytes(saved(document))
    facts = previewer.probe(tmp_path / "a.pdf", PDF)
    assert facts.made_at == "2026-11-02T09:30:00"
    assert facts.says == (("software", "WPS 文字"), ("author", "x" * 200))


def _facts(previewer: Previewer, path: Path, image: Image.Image, kind: str = "PNG", **options: object) -> MediaFacts:
    image.save(path, kind, **options)
    return previewer.probe(path, f"image/{kind.lower()}")


def test_a_picture_sent_on_by_a_chat_is_known_again(previewer: Previewer, tmp_path: Path) -> None:
    for shot in shots():
        image = Image.open(io.BytesIO(shot.png)).convert("RGB")
        first = _facts(previewer, tmp_path / "a.png", image)
        smaller = image.resize((540, image.height // 2), Image.Resampling.BICUBIC)
        again = _facts(previewer, tmp_path / "b.jpeg", smaller, "JPEG", quality=70)
        assert look_alike(first, again) or not is_telling(first.fingerprint), shot.name


def test_other_screens_are_not_taken_for_the_same(previewer: Previewer, tmp_path: Path) -> None:
    found = {s.name: _facts(previewer, tmp_path / "a.png", Image.open(io.BytesIO(s.png))) for s in shots()}
    assert [(a, b) for a in found for b in found if a < b and look_alike(found[a], found[b])] == []


@pytest.mark.parametrize("turned", range(1, 9))
def test_a_turned_photo_has_the_fingerprint_of_an_upright_one(
    corpus: dict[str, Path], previewer: Previewer, turned: int
) -> None:
    upright = previewer.probe(corpus["exif-1.jpg"], "image/jpeg")
    this = previewer.probe(corpus[f"exif-{turned}.jpg"], "image/jpeg")
    assert difference(upright.fingerprint, this.fingerprint) <= 2
