"""A dossier for others: masked in words, searched again when it is done, and not handed over while anything leaks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.export.conftest import run as run
from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.errors import UserError
from walletcase.domain.evidence import EvidenceEdit
from walletcase.domain.ids import CaseId
from walletcase.domain.redaction import LeakPlace
from walletcase.domain.timeline import EntryDraft
from walletcase.media.redactor import Redactor
from walletcase.services.facade import Services
from walletcase.services.ports import DossierOptions

ID, CARD = "11010519491231002X", "6222021234567890128"
Run = Callable[..., str]


def paper(path: Path, *lines: str) -> Path:
    """A PDF of one page with these lines."""
    made = Canvas(str(path))
    for number, line in enumerate(lines):
        made.drawString(72, 700 - 20 * number, line)
    made.save()
    return path


@pytest.fixture
def case_id(services: Services) -> CaseId:
    """A case in which somebody wrote an identity number and a card number."""
    values = {"problem": f"身份证 {ID}，卡号 {CARD}。", "complainant": "林小满"}
    case, _ = services.cases.new_case("钱包打不开", "", values)
    services.timeline.log(case.id, EntryDraft("2026-11-20T10:00", f"报了身份证 {ID}", counterpart="王客服"))
    return case.id


def text_of(run: Run, path: Path) -> str:
    return "".join(run("pdftotext", path, "-").split())


@pytest.mark.parametrize("audience", list(Audience))
def test_what_is_masked_is_nowhere_in_the_file(
    services: Services, case_id: CaseId, tmp_path: Path, run: Run, audience: Audience
) -> None:
    target = tmp_path / "out.pdf"
    made = services.dossiers.export_pdf(case_id, target, DossierOptions(audience=audience))
    text = text_of(run, target)
    own = audience is Audience.SELF
    assert (ID in text, CARD in text) == (own, own)
    assert ("王客服" in text, "林小满" in text) == (audience is not Audience.PUBLIC,) * 2
    assert ("****002X" in text) == (audience in (Audience.BANK, Audience.REGULATOR))
    assert (made.secrets == (), made.leaks) == (own, ())


def test_an_exhibit_that_shows_a_masked_number_stops_the_export_and_is_named(
    services: Services, case_id: CaseId, tmp_path: Path, run: Run
) -> None:
    services.evidence.attach(case_id, [paper(tmp_path / "a.pdf", "no number")])
    services.evidence.attach(case_id, [paper(tmp_path / "b.pdf", "ID 110105 19491231 002X")], EvidenceEdit(title="b"))
    target = tmp_path / "out.pdf"
    target.write_bytes(b"old")
    with pytest.raises(UserError) as told:
        services.dossiers.export_pdf(case_id, target, DossierOptions(audience=Audience.BANK))
    assert told.value.code == "dossier_leaks"
    assert target.read_bytes() == b"old"
    shown = services.dossiers.render(case_id, DossierOptions(audience=Audience.BANK), tmp_path / "preview.pdf")
    (page,) = shown.leaks
    assert told.value.params["places"] == page
    assert "110105" in run("pdftotext", "-f", page, "-l", page, shown.path, "-")
    public = services.dossiers.export_pdf(case_id, target, DossierOptions(audience=Audience.PUBLIC))
    assert public.leaks == ()  # there it is withheld


def test_what_holds_everything_is_for_the_person_only(services: Services, case_id: CaseId, tmp_path: Path) -> None:
    options = DossierOptions(audience=Audience.PUBLIC)
    with pytest.raises(UserError, match="only_for_self"):
        services.packs.export(case_id, tmp_path / "out.zip", options)
    with pytest.raises(UserError, match="only_for_self"):
        services.dossiers.export(case_id, tmp_path / "out.json", options)
    assert not list(tmp_path.glob("out.*"))
    services.dossiers.export(case_id, tmp_path / "out.csv", options)
    assert ID not in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("place", ["words", "info", "metadata", "bookmarks", "attachments"])
def test_a_secret_is_found_wherever_a_reader_could_find_it(tmp_path: Path, place: str) -> None:
    made = paper(tmp_path / "clean.pdf", ID if place == "words" else "nothing")
    with pikepdf.open(made, allow_overwriting_input=True) as pdf:
        if place == "info":
            pdf.docinfo["/Subject"] = f"of {ID}"
        elif place == "metadata":
            with pdf.open_metadata() as xmp:
                xmp["dc:title"] = ID
        elif place == "bookmarks":
            with pdf.open_outline() as outline:
                outline.root.append(pikepdf.OutlineItem("a"))
                outline.root[0].children.append(pikepdf.OutlineItem(f"x {ID}", 0))
        elif place == "attachments":
            pdf.attachments[f"{ID}.txt"] = b"nothing"
        pdf.save()
    redactor = Redactor()
    found = redactor.search_paper(made, [ID.lower()], 1)
    none = redactor.search_paper(made, ["6222021234567890"], 1)
    redactor.close()
    assert found is not None
    assert none == ()
    assert place in {"words" if leak.place is LeakPlace.WORDS else leak.name for leak in found}
