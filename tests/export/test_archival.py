"""The dossier is valid PDF/A by Apache's own checker, or claims nothing where what is put in may not fit."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from pikepdf.pdfa import check
from PIL import Image, ImageCms
from reportlab.pdfgen.canvas import Canvas

from tests.export.conftest import Render
from tests.export.dossier_samples import RARE, Files, encoded, make_screenshots, sample_record
from walletcase.domain.dossiers.audience import Audience

JARS = Path("/usr/share/java")
NEEDED = ("preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "jaxb-api", "javax.activation")
HOSTILE = f"<b>&amp; ]]> \x07 {{0}} %s {RARE} 😀 \u202e"


def verdict(pdf: Path) -> str:
    """What the checker says of a file."""
    assert shutil.which("java"), "java is not installed: apt-get install default-jre-headless libpdfbox2-java"
    jars = [JARS / f"{name}.jar" for name in NEEDED]
    assert all(jar.is_file() for jar in jars), "apt-get install libpdfbox2-java libjaxb-api-java libactivation-java"
    command = ["java", "-cp", ":".join(map(str, jars)), "org.apache.pdfbox.preflight.Validator_A1b", str(pdf)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def claimed(pdf: Path) -> str:
    """Which part of PDF/A a file says that it keeps to."""
    with pikepdf.open(pdf) as opened, opened.open_metadata() as xmp:
        return str(xmp.get("pdfaid:part", ""))


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_pictures_of_many_kinds_and_hostile_words_are_valid(files: Files, render: Render, language: str) -> None:
    make_screenshots(files, 3)
    noise = Image.effect_noise((90, 60), 80)
    for image, kind in (
        (noise, "PNG"),
        (noise.convert("RGB").quantize(16), "PNG"),
        (noise.convert("1"), "PNG"),
        (noise.convert("RGBA"), "PNG"),
        (noise, "JPEG"),
        (noise.resize((60, 900)), "PNG"),
    ):
        files.add(encoded(image, kind), f"image/{kind.lower()}", proves=HOSTILE)
    files.add("短信全文\n".encode(), "text/plain")
    files.add(b"\x00\x01", "application/octet-stream")
    made = render(sample_record(files.evidence, text=HOSTILE), language=language)
    assert verdict(made.path).strip().endswith("is a valid PDF/A-1b file"), verdict(made.path)
    assert claimed(made.path) == "1"


def test_a_dossier_without_evidence_is_valid(render: Render) -> None:
    assert "is a valid PDF/A-1b file" in verdict(render(sample_record()).path)


def test_the_checker_sees_what_is_amiss(files: Files, render: Render, tmp_path: Path) -> None:
    made = render(sample_record(files.evidence))
    with pikepdf.open(made.path) as pdf:
        del pdf.Root.OutputIntents
        pdf.save(tmp_path / "spoilt.pdf")
    assert "is not a valid PDF/A-1b file" in verdict(tmp_path / "spoilt.pdf")


def profile_4() -> bytes:
    """A profile of ICC's version 4, as newer phones write it."""
    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert made[8] == 4
    return made


def test_what_may_not_fit_is_not_promised(files: Files, render: Render) -> None:
    noise = Image.effect_noise((90, 60), 80)

    def claim_with(content: bytes, kind: str) -> str:
        files.evidence.clear()
        files.add(content, kind)
        return claimed(render(sample_record(files.evidence)).path)

    assert claim_with(encoded(noise.convert("RGB"), "PNG"), "image/png") == "1"
    assert claim_with(encoded(noise.convert("I;16"), "PNG"), "image/png") == "2"
    assert claim_with(encoded(noise.convert("RGB"), "PNG", icc_profile=profile_4()), "image/png") == "2"
    assert claim_with(encoded(noise.convert("CMYK"), "JPEG"), "image/jpeg") == ""
    assert claim_with(one_page(files.folder.parent), "application/pdf") == ""


def one_page(folder: Path) -> bytes:
    paper = Canvas(str(folder / "page.pdf"))
    paper.drawString(72, 700, "a page of somebody else's")
    paper.save()
    return (folder / "page.pdf").read_bytes()


def findings(pdf: Path, flavour: str) -> list[str]:
    """What pikepdf's checker, which knows parts 1 to 3, has against a file."""
    with pikepdf.open(pdf) as opened:
        return [str(one) for one in check(opened, flavour).findings]


def test_a_second_checker_agrees(files: Files, render: Render) -> None:
    make_screenshots(files, 2)
    assert findings(render(sample_record(files.evidence)).path, "1b") == []


def test_the_originals_are_inside_for_oneself_only(files: Files, render: Render, tmp_path: Path) -> None:
    make_screenshots(files, 2)
    files.add(b"\x00\x01 not known", "application/octet-stream", 'a/b:"c"?.bin')
    files.add("短信全文\n".encode(), "text/plain", "短信.txt")
    record = sample_record(files.evidence)
    made = render(record, attaches=True).path
    assert claimed(made) == "3"
    assert findings(made, "3b") == []
    with pikepdf.open(made) as pdf:
        kept = {spec.UF: spec for spec in pdf.Root.AF}
        first = ["001-Screenshot_2026-11-01.png", "002-IMG_20260002.jpg"]
        assert list(map(str, kept)) == [*first, "003-a_b__c__.bin", "004-短信.txt"]
        for item, (name, spec) in zip(files.evidence, kept.items(), strict=True):
            assert bytes(spec.EF.F.read_raw_bytes()) == files.path(item.file.sha256).read_bytes(), name
            assert spec.AFRelationship == pikepdf.Name.Source
            assert item.file.sha256 in str(spec.Desc)
            assert str(spec.EF.F.Subtype) == f"/{item.media.media_type}"
            assert str(spec.EF.F.Params.ModDate).startswith("D:202611")
        assert set(pdf.attachments) == set(map(str, kept))
    for audience in (Audience.BANK, Audience.REGULATOR, Audience.PUBLIC):
        with pikepdf.open(render(record, attaches=True, audience=audience).path) as pdf:
            assert not pdf.attachments
    out = subprocess.run(["pdfdetach", "-list", made], capture_output=True, text=True, check=True).stdout
    assert out.startswith("4 embedded files")


def test_an_original_that_goes_away_meanwhile_costs_only_itself(files: Files, render: Render) -> None:
    make_screenshots(files, 2)
    lost = files.add(b"\x00\x01 not known", "application/octet-stream", "a.bin")
    files.path(lost.file.sha256).unlink()
    with pikepdf.open(render(sample_record(files.evidence), attaches=True).path) as pdf:
        assert set(pdf.attachments) == {"001-Screenshot_2026-11-01.png", "002-IMG_20260002.jpg"}
