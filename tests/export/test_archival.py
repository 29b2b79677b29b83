"""The dossier is valid PDF/A by Apache's own checker, or claims nothing where what is put in may not fit."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageCms
from reportlab.pdfgen.canvas import Canvas

from tests.export.conftest import Render
from tests.export.dossier_samples import RARE, Files, encoded, make_screenshots, sample_record

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
