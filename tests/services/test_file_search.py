"""A pack for others: its files, which go as they are, are looked through where the paper does not show all of them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
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
MAIL, NAME = "linxiaoman@example.org", "林小满"
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


FILES: dict[str, Callable[[Path], Path]] = {
    "a name among what a photograph says of itself": lambda folder: jpeg(folder / "a.jpg", artist=f"of {ID}"),
    "a remark in a photograph": lambda folder: jpeg(folder / "b.jpg", comment=f"this is {MAIL}".encode()),
    "a name in Chinese in a photograph": lambda folder: jpeg(folder / "c.jpg", comment=NAME.encode()),
    "a name in another encoding": lambda folder: jpeg(folder / "d.jpg", comment=f"投诉人{NAME}".encode("gb18030")),
    "a note in a screenshot": lambda folder: png(folder / "e.png", "Comment", f"card {CARD}"),
    "what a PDF says of itself": lambda folder: pdf_with(folder / "f.pdf", tell),
    "a file inside a PDF": lambda folder: pdf_with(folder / "g.pdf", enclose),
}


@pytest.fixture
def case_id(services: Services) -> CaseId:
    """A case in which the person hides their name and their mail from the bank."""
    values = {"complainant": NAME, "problem": f"打不开，{MAIL}"}
    case_id = services.cases.new_case("钱包打不开", "", values)[0].id
    services.dossiers.choose(case_id, Audience.BANK, Choices(words=(MAIL, NAME)))
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


def test_a_photograph_that_says_where_it_was_taken_goes_only_as_its_page(
    services: Services, case_id: CaseId, tmp_path: Path
) -> None:
    services.evidence.attach(case_id, [jpeg(tmp_path / "a.jpg", located=True)])
    manifest, _ = packed(services, case_id, tmp_path / "pack.zip", BANK)
    assert [one["fault"] for one in manifest["exhibits"]] == ["withheld"]
    with zipfile.ZipFile(tmp_path / "pack.zip") as pack:
        assert not [name for name in pack.namelist() if name.startswith("exhibits/")]
    services.dossiers.choose(case_id, Audience.BANK, Choices(exhibits=((1, Showing.ORIGINAL),)))
    manifest, _ = packed(services, case_id, tmp_path / "asked.zip", BANK)
    assert [one["fault"] for one in manifest["exhibits"]] == [""]


def test_cancelling_once_the_paper_is_done_leaves_nothing(services: Services, case_id: CaseId, tmp_path: Path) -> None:
    services.evidence.attach(case_id, [jpeg(tmp_path / "a.jpg")])

    def cancelled() -> bool:
        # The paper is done: what is asked now is asked while the files are looked through.
        return any(tmp_path.rglob(".pack-*/dossier.pdf"))

    with pytest.raises(Cancelled):
        services.packs.export(case_id, tmp_path / "pack.zip", BANK, cancelled=cancelled)
    assert not (tmp_path / "pack.zip").exists()
