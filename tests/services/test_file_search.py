"""A pack for others: its files, which go as they are, are looked through where the paper does not show all of them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, PngImagePlugin

from tests.services.test_audiences import CARD, ID, packed, paper
from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.dossiers.choices import Choices, Showing
from walletcase.domain.errors import Cancelled, UserError
from walletcase.domain.ids import CaseId
from walletcase.services.dossier_options import DossierOptions
from walletcase.services.facade import Services

BANK = DossierOptions(audience=Audience.BANK)
MAIL, NAME, SHORT = "linxiaoman@example.org", "林小满", "周小"
HIDDEN = Choices(words=(MAIL, NAME, SHORT))
_GPS, _ARTIST = 0x8825, 0x013B


def jpeg(path: Path, *, artist: str = "", comment: bytes = b"", located: bool = False) -> Path:
    exif = Image.Exif()
    if artist:
        exif[_ARTIST] = artist
    if located:
        exif.get_ifd(_GPS).update({1: "N", 2: (39.0, 54.0, 26.0), 3: "E", 4: (116.0, 23.0, 29.0)})
    Image.effect_noise((60, 90), 40).convert("RGB").save(path, exif=exif, comment=comment)
    return path


def png(path: Path, key: str, text: str) -> Path:
    notes = PngImagePlugin.PngInfo()
    notes.add_itxt(key, text)
    Image.new("RGB", (60, 90), "white").save(path, pnginfo=notes)
    return path


def pdf_with(path: Path, change: Callable[[pikepdf.Pdf], None]) -> Path:
    made = paper(path, "nothing")
    with pikepdf.open(made, allow_overwriting_input=True) as pdf:
        change(pdf)
        pdf.save()
    return made


def tell(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Author"] = f"of {CARD}"


def enclose(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["more.txt"] = b"nothing"


def xp_author(path: Path, name: str) -> Path:
    """A photograph with a note as Windows writes it."""
    exif = Image.Exif()
    exif[0x9C9D] = name.encode("utf-16-le") + b"\0\0"
    Image.new("RGB", (60, 90), "white").save(path, exif=exif)
    return path


def zipped_note(path: Path, text: str) -> Path:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", text, zip=True)
    Image.new("RGB", (60, 90), "white").save(path, pnginfo=notes)
    return path


def webp(path: Path, xmp: str) -> Path:
    Image.new("RGB", (60, 90), "white").save(path, xmp=xmp.encode())
    return path


def remember(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Old = pdf.make_indirect(pikepdf.Dictionary(Kept=pikepdf.String(f"was {NAME}")))


FILES: dict[str, Callable[[Path], Path]] = {
    "a name among what a photograph says of itself": lambda folder: jpeg(folder / "a.jpg", artist=f"of {ID}"),
    "a remark in a photograph": lambda folder: jpeg(folder / "b.jpg", comment=f"this is {MAIL}".encode()),
    "a name in Chinese in a photograph": lambda folder: jpeg(folder / "c.jpg", comment=NAME.encode()),
    "a name in another encoding": lambda folder: jpeg(folder / "d.jpg", comment=f"投诉人{NAME}".encode("gb18030")),
    "a note in a screenshot": lambda folder: png(folder / "e.png", "Comment", f"card {CARD}"),
    "what a PDF says of itself": lambda folder: pdf_with(folder / "f.pdf", tell),
    "a short name as Windows writes it": lambda folder: xp_author(folder / "g.jpg", SHORT),
    "a number as Windows writes it": lambda folder: xp_author(folder / "h.jpg", f"卡 {CARD}"),
    "a packed note in a screenshot": lambda folder: zipped_note(folder / "i.png", f"card {CARD}"),
    "a note in a WebP": lambda folder: webp(folder / "j.webp", f"<x>{NAME}</x>"),
    "an object that nothing leads to": lambda folder: pdf_with(folder / "k.pdf", remember),
    "a short run": lambda folder: jpeg(folder / "l.jpg", comment=SHORT.encode("gb18030")),
}
CLOSED: dict[str, Callable[[Path], Path]] = {
    "a place": lambda folder: jpeg(folder / "a.jpg", located=True),
    "a place in XMP": lambda folder: webp(folder / "b.webp", "<x exif:GPSLatitude='39,54N'/>"),
    "a file inside a PDF": lambda folder: pdf_with(folder / "c.pdf", enclose),
    "an earlier state": lambda folder: revised(folder / "d.pdf"),
    "something behind the picture": lambda folder: behind(folder / "e.png"),
    "a picture that is not looked into": lambda folder: tiff(folder / "f.tif"),
}


def revised(path: Path) -> Path:
    """A PDF whose information was changed by what was added at its end."""
    made = paper(path, "nothing")
    content = made.read_bytes()
    made.write_bytes(content + content[content.rindex(b"startxref") :])
    return made


def behind(path: Path) -> Path:
    made = png(path, "Software", "MIUI")
    made.write_bytes(made.read_bytes() + b"PK\3\4 more")
    return made


def tiff(path: Path) -> Path:
    Image.new("RGB", (60, 90), "white").save(path)
    return path


@pytest.fixture
def case_id(services: Services) -> CaseId:
    """A case in which the person hides their name and their mail from the bank."""
    values = {"complainant": NAME, "problem": f"打不开，{MAIL}"}
    case_id = services.cases.new_case("钱包打不开", "", values)[0].id
    services.dossiers.choose(case_id, Audience.BANK, HIDDEN)
    return case_id


@pytest.mark.parametrize("what", FILES)
def test_what_the_paper_does_not_show_stops_the_pack(
    services: Services, case_id: CaseId, tmp_path: Path, what: str
) -> None:
    services.evidence.attach(case_id, [FILES[what](tmp_path)])
    services.dossiers.export_pdf(case_id, tmp_path / "paper.pdf", BANK)  # the paper itself is in order
    with pytest.raises(UserError, match="dossier_leaks") as caught:
        services.packs.export(case_id, tmp_path / "pack.zip", BANK)
    assert caught.value.params["places"].startswith("exhibits/E001_")
    assert not (tmp_path / "pack.zip").exists()


def test_files_that_say_nothing_go_along(services: Services, case_id: CaseId, tmp_path: Path) -> None:
    files = [jpeg(tmp_path / "a.jpg", artist="Xiaomi"), png(tmp_path / "b.png", "Software", "MIUI")]
    files.append(paper(tmp_path / "c.pdf", "nothing"))
    services.evidence.attach(case_id, files)
    manifest, _ = packed(services, case_id, tmp_path / "pack.zip", BANK)
    assert [one["fault"] for one in manifest["exhibits"]] == ["", "", ""]


@pytest.mark.parametrize("what", CLOSED)
def test_what_cannot_be_looked_through_goes_only_as_its_page_unless_the_person_said_so(
    services: Services, case_id: CaseId, tmp_path: Path, what: str
) -> None:
    services.evidence.attach(case_id, [CLOSED[what](tmp_path), png(tmp_path / "other.png", "Software", "MIUI")])
    manifest, _ = packed(services, case_id, tmp_path / "pack.zip", BANK)
    assert [one["fault"] for one in manifest["exhibits"]] == ["withheld", ""]
    assert services.packs.export(case_id, tmp_path / "again.zip", BANK).kept_back == (1,)
    with zipfile.ZipFile(tmp_path / "pack.zip") as pack:
        assert [name for name in pack.namelist() if name.startswith("exhibits/")] == ["exhibits/E002_other.png"]
    services.dossiers.choose(case_id, Audience.BANK, replace(HIDDEN, exhibits=((1, Showing.ORIGINAL),)))
    manifest, _ = packed(services, case_id, tmp_path / "asked.zip", BANK)
    assert [one["fault"] for one in manifest["exhibits"]] == ["", ""]


def test_a_short_number_of_a_pdf_s_own_is_no_find(services: Services, tmp_path: Path) -> None:
    case_id = services.cases.new_case("钱包打不开")[0].id
    services.dossiers.choose(case_id, Audience.BANK, Choices(words=("1234", "000010")))

    def count(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Width = 1234

    services.evidence.attach(case_id, [pdf_with(tmp_path / "a.pdf", count)])
    manifest, _ = packed(services, case_id, tmp_path / "pack.zip", BANK)
    assert [one["fault"] for one in manifest["exhibits"]] == [""]


def test_cancelling_once_the_paper_is_done_leaves_nothing(services: Services, case_id: CaseId, tmp_path: Path) -> None:
    services.evidence.attach(case_id, [jpeg(tmp_path / "a.jpg")])

    def cancelled() -> bool:
        # The paper is done: what is asked now is asked while the files are looked through.
        return any(tmp_path.rglob(".pack-*/dossier.pdf"))

    with pytest.raises(Cancelled):
        services.packs.export(case_id, tmp_path / "pack.zip", BANK, cancelled=cancelled)
    assert not (tmp_path / "pack.zip").exists()
