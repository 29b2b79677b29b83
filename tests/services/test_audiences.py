"""A dossier for others: masked in words, searched again when it is done, and not handed over while anything leaks."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from tests.export.conftest import run as run
from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.dossiers.choices import NO_CHOICES, Choices, Showing
from walletcase.domain.dossiers.document import Part, without
from walletcase.domain.errors import UserError
from walletcase.domain.evidence import EvidenceEdit, Way
from walletcase.domain.ids import CaseId
from walletcase.domain.page_text import Line, PageText, TextSource
from walletcase.domain.redaction import LeakPlace, bare, stands_in
from walletcase.domain.timeline import EntryDraft
from walletcase.media.redactor import Redactor
from walletcase.services.dossier_options import DossierOptions
from walletcase.services.evidence import Entry
from walletcase.services.facade import Services
from walletcase.storage.unit_of_work import SqlStore

ID, CARD = "11010519491231002X", "6222021234567890128"
DATABASE = "wallet.sqlite3"
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
        services.case_files.export(case_id, tmp_path / "out.json", options.audience)
    assert not list(tmp_path.glob("out.*"))
    services.dossiers.export(case_id, tmp_path / "out.csv", options)
    assert ID not in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("place", ["words", "info", "metadata", "bookmarks", "remarks"])
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
        elif place == "remarks":
            rect, said = pikepdf.Array([0, 0, 9, 9]), pikepdf.String(f"of {ID}")
            note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=rect, Contents=said)
            pdf.pages[0].Annots = pdf.make_indirect(pikepdf.Array([note]))
        pdf.save()
    redactor = Redactor()
    found = redactor.search_paper(made, [ID.lower()], 1)
    none = redactor.search_paper(made, ["6222021234567890"], 1, [bare(ID)])
    redactor.close()
    assert found is not None
    assert none == ()
    assert place in {"words" if leak.place is LeakPlace.WORDS else leak.name for leak in found}


def test_a_file_inside_a_paper_for_others_is_a_leak_by_itself(tmp_path: Path) -> None:
    made = paper(tmp_path / "clean.pdf", "nothing")
    with pikepdf.open(made, allow_overwriting_input=True) as pdf:
        pdf.attachments["a.txt"] = b"nothing"
        pdf.save()
    redactor = Redactor()
    found = redactor.search_paper(made, [], 1)
    redactor.close()
    assert [leak.name for leak in found or ()] == ["attachments"]


def test_what_the_person_hides_once_stays_hidden(services: Services, case_id: CaseId, tmp_path: Path, run: Run) -> None:
    services.evidence.attach(case_id, [paper(tmp_path / "a.pdf", "nothing of note")])
    chosen = Choices(words=("王客服",), exhibits=((1, Showing.OUT),))
    services.dossiers.choose(case_id, Audience.BANK, chosen)
    assert services.dossiers.choices(case_id, Audience.BANK) == chosen
    assert services.dossiers.choices(case_id, Audience.REGULATOR) == NO_CHOICES
    target = tmp_path / "out.pdf"
    services.dossiers.export_pdf(case_id, target, DossierOptions(audience=Audience.BANK))
    text = text_of(run, target)
    assert ("王客服" in text, "nothingofnote" in text) == (False, False)
    assert "按提交人的选择，不向此读者提供" in text
    services.dossiers.choose(case_id, Audience.BANK, NO_CHOICES)
    services.dossiers.export_pdf(case_id, target, DossierOptions(audience=Audience.BANK))
    text = text_of(run, target)
    assert ("王客服" in text, "nothingofnote" in text) == (True, True)


def test_a_number_that_only_an_exhibit_holds_stops_the_export(services: Services, tmp_path: Path) -> None:
    case_id = services.cases.new_case("没有写过证件号")[0].id
    services.evidence.attach(case_id, [paper(tmp_path / "a.pdf", "nothing"), paper(tmp_path / "b.pdf", f"id {ID}")])
    target, options = tmp_path / "out.pdf", DossierOptions(audience=Audience.BANK)
    with pytest.raises(UserError, match="dossier_leaks") as caught:
        services.dossiers.export_pdf(case_id, target, options)
    made = services.dossiers.render(case_id, options, tmp_path / "look.pdf")
    first = next(first for number, first, _ in made.exhibit_pages if number == 2)
    assert caught.value.params["places"] == str(first)
    assert not target.exists()


@pytest.mark.parametrize("audience", [Audience.BANK, Audience.REGULATOR])
def test_a_pack_for_others_holds_no_file_that_could_not_be_looked_through(
    services: Services, tmp_path: Path, audience: Audience
) -> None:
    case_id = services.cases.new_case("钱包打不开")[0].id
    names = ("a.txt", "b.docx", "c.eml", "d.zip")
    for name, text in (("a.txt", "好的"), ("c.eml", "From: a@example.org\nSubject: x\n\nhello\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    for name, member in (("b.docx", "word/document.xml"), ("d.zip", "x.txt")):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.writestr(member, "<w/>")
    services.evidence.attach(case_id, [tmp_path / name for name in names], Entry(way=Way.PICKED))
    manifest, journal = packed(services, case_id, tmp_path / "one.zip", DossierOptions(audience=audience))
    assert [one["fault"] for one in manifest["exhibits"]] == ["", "withheld", "withheld", "withheld"]
    (line,) = (json.loads(line) for line in journal.splitlines() if "detail" in line)
    assert (line["detail"]["exhibit"], {"by", "device"} <= set(line["sealed"])) == ("1", True)
    assert {"by", "device"}.isdisjoint(line["detail"])
    assert [one["in_journal"] for one in manifest["exhibits"]] == [True, False, False, False]
    services.dossiers.choose(case_id, audience, Choices(exhibits=((2, Showing.ORIGINAL),)))
    manifest, _ = packed(services, case_id, tmp_path / "two.zip", DossierOptions(audience=audience))
    assert [one["fault"] for one in manifest["exhibits"]] == ["", "", "withheld", "withheld"]
    no_pages = DossierOptions(audience=audience, parts=without(Part.EXHIBITS))
    manifest, _ = packed(services, case_id, tmp_path / "three.zip", no_pages)
    assert {one["fault"] for one in manifest["exhibits"]} == {"withheld"}
    assert [bool(one["sha256"]) for one in manifest["exhibits"]] == [True] * 4  # the dossier tells of them
    item = services.cases.open(case_id).live_evidence[0]
    told_as = [event.detail["what"] for event in services.custody.events(case_id, item.id)[1:]]
    assert told_as == ["pack", "pack", "index"]
    own, journal = packed(services, case_id, tmp_path / "own.zip", DossierOptions())
    told = [json.loads(line).get("detail", {}) for line in journal.splitlines()]
    assert ({one["fault"] for one in own["exhibits"]}, sum("device" in line for line in told)) == ({""}, 4)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_text_file_is_looked_through_to_its_end(services: Services, tmp_path: Path, encoding: str) -> None:
    case_id = services.cases.new_case("钱包打不开")[0].id
    long = tmp_path / "long.txt"
    long.write_text("说了很多\n" * 9000 + f"证件 {ID}\n", encoding=encoding)
    services.evidence.attach(case_id, [long])
    with pytest.raises(UserError, match="dossier_leaks") as caught:
        services.packs.export(case_id, tmp_path / "pack.zip", DossierOptions(audience=Audience.BANK))
    assert "exhibits/E001_long.txt" in caught.value.params["places"]
    assert not (tmp_path / "pack.zip").exists()


def packed(services: Services, case_id: CaseId, target: Path, options: DossierOptions) -> tuple[dict[str, Any], str]:
    """The manifest and the journal of a pack."""
    services.packs.export(case_id, target, options)
    with zipfile.ZipFile(target) as pack:
        return json.loads(pack.read("manifest.json")), pack.read("journal.jsonl").decode()


def test_what_is_hidden_stays_hidden_when_numbers_change(services: Services, case_id: CaseId, tmp_path: Path) -> None:
    for name in ("harmless", "lawyer"):
        services.evidence.attach(case_id, [paper(tmp_path / f"{name}.pdf", name)])
    harmless, lawyer = services.cases.open(case_id).live_evidence[-2:]
    services.dossiers.choose(case_id, Audience.BANK, Choices(exhibits=((lawyer.exhibit_no, Showing.OUT),)))
    swapped = {harmless.id: lawyer.exhibit_no, lawyer.id: harmless.exhibit_no}
    services.numbering.renumber(case_id, swapped)
    assert services.dossiers.choices(case_id, Audience.BANK).exhibits == ((harmless.exhibit_no, Showing.OUT),)
    services.history.undo()
    assert services.dossiers.choices(case_id, Audience.BANK).exhibits == ((lawyer.exhibit_no, Showing.OUT),)


def test_what_a_reader_sees_can_be_taken_back(services: Services, case_id: CaseId) -> None:
    chosen = Choices(words=("热线",))
    services.dossiers.choose(case_id, Audience.BANK, chosen)
    services.history.undo()
    assert services.dossiers.choices(case_id, Audience.BANK) == NO_CHOICES
    services.history.redo()
    assert services.dossiers.choices(case_id, Audience.BANK) == chosen


def test_choices_that_cannot_be_read_stop_the_export(services: Services, case_id: CaseId, tmp_path: Path) -> None:
    services.dossiers.choose(case_id, Audience.BANK, Choices(words=("x",)))
    with sqlite3.connect(tmp_path / "data" / DATABASE) as database:
        database.execute("UPDATE dossier_choices SET content = '{'")
    with pytest.raises(UserError, match="choices_damaged"):
        services.dossiers.export_pdf(case_id, tmp_path / "out.pdf", DossierOptions(audience=Audience.BANK))
    assert not (tmp_path / "out.pdf").exists()


def picture(path: Path) -> Path:
    Image.new("RGB", (300, 200), "white").save(path)
    return path


def read_as(services: Services, store: SqlStore, case_id: CaseId, text: str) -> None:
    """As if a machine had read these words in the case's newest exhibit."""
    item = services.cases.open(case_id).live_evidence[-1]
    line = Line(text, 1_000, 1_000, 5_000, 300, 96)
    with store.write() as unit:
        unit.page_texts.put(PageText(item.id, 0, TextSource.MACHINE, (line,), "reader", "2026-11-20T10:00:00+08:00"))


def test_words_read_in_a_picture_stop_the_export_and_the_page_is_named(
    services: Services, case_id: CaseId, tmp_path: Path
) -> None:
    services.evidence.attach(case_id, [picture(tmp_path / "a.png")])
    options = DossierOptions(audience=Audience.BANK)
    made = services.dossiers.render(case_id, options, tmp_path / "preview.pdf")
    assert (made.leaks, made.unread) == ((), (1,))  # nobody has read it: the person is told to look
    assert services.dossiers.render(case_id, DossierOptions(), tmp_path / "own.pdf").unread == ()
    read_as(services, SqlStore(tmp_path / "data" / DATABASE), case_id, f"身份证号码 {ID[:6]} {ID[6:14]} {ID[14:]}")
    made = services.dossiers.render(case_id, options, tmp_path / "again.pdf")
    ((number, first, last),) = made.exhibit_pages
    assert (made.leaks, made.unread, number, first) == ((str(first),), (), 1, last)
    with pytest.raises(UserError, match="dossier_leaks"):
        services.packs.export(case_id, tmp_path / "out.zip", options)
    assert not (tmp_path / "out.zip").exists()


def unpacked(path: Path, folder: Path) -> tuple[dict[str, Any], str]:
    """A pack's manifest and what its own program says of it."""
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
    command = [sys.executable, "-I", str(folder / "verify.py")]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60)
    assert done.returncode == 0, done.stdout
    return json.loads((folder / "manifest.json").read_text(encoding="utf-8")), done.stdout


def everything(folder: Path, run: Run) -> str:
    """All words of an unpacked pack, those of its PDFs too, and the names of its files."""
    texts = [path.name for path in folder.rglob("*")]
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".pdf":
            texts.append(run("pdftotext", path, "-"))
        elif path.is_file():
            texts.append(path.read_text(encoding="utf-8", errors="replace"))
    return "".join("".join(texts).split())


@pytest.mark.parametrize("audience", [Audience.BANK, Audience.REGULATOR, Audience.PUBLIC])
def test_a_pack_for_others_holds_what_they_may_see(
    services: Services, case_id: CaseId, tmp_path: Path, run: Run, audience: Audience
) -> None:
    files = [paper(tmp_path / "open.pdf", "nothing of note"), paper(tmp_path / f"卡 {CARD}.pdf", "out of it")]
    for file in files:
        services.evidence.attach(case_id, [file])
    target = tmp_path / "out.zip"
    services.dossiers.choose(case_id, audience, Choices(exhibits=((2, Showing.OUT),)))
    services.packs.export(case_id, target, DossierOptions(audience=audience))
    manifest, said = unpacked(target, tmp_path / "unpacked")
    shown = {one["exhibit"]: (one["file"] is not None, one["fault"]) for one in manifest["exhibits"]}
    is_public = audience is Audience.PUBLIC
    assert shown == {1: (not is_public, "withheld" if is_public else ""), 2: (False, "withheld")}
    assert said.count("not shown to this reader") == 1 + is_public
    words = everything(tmp_path / "unpacked", run)
    assert manifest["reader"] == audience.value
    assert [secret for secret in (ID, CARD) if secret in words] == []
    assert ("林小满" in words, "王客服" in words) == (not is_public, not is_public)
    journal = [json.loads(line) for line in (tmp_path / "unpacked" / "journal.jsonl").read_text().splitlines()]
    assert [line["detail"]["exhibit"] for line in journal if "detail" in line] == ([] if is_public else ["1"])


def test_a_pack_for_oneself_holds_everything(services: Services, case_id: CaseId, tmp_path: Path, run: Run) -> None:
    services.evidence.attach(case_id, [paper(tmp_path / f"卡 {CARD}.pdf", "mine")])
    services.dossiers.choose(case_id, Audience.SELF, Choices(words=("林小满",)))  # never asked for: one sees one's own
    services.packs.export(case_id, tmp_path / "out.zip", DossierOptions())
    manifest, _ = unpacked(tmp_path / "out.zip", tmp_path / "unpacked")
    assert (manifest["reader"], manifest["exhibits"][0]["in_journal"]) == ("self", True)
    assert [secret for secret in (ID, CARD, "林小满") if secret not in everything(tmp_path / "unpacked", run)] == []


@pytest.mark.parametrize(
    ("secret", "text", "is_there"),
    [
        ("0000", "at 10:00:00.0000", False),
        ("0000", "D:20261123182335+00'00'", False),
        ("1123", "2026-11-23", False),
        ("2026", "2026年11月", False),
        ("0000", "a0000b ab000012", False),
        ("0000", "尾号0000。", True),
        ("0000", "尾号 ００００", True),
        ("linxiaoman", "Lin Xiao-Man", True),
        (CARD, "6222 0212-3456\n7890 128", True),
        ("王五", "收件人：王\n五", True),
    ],
)
def test_a_short_number_is_found_by_itself_only(secret: str, text: str, is_there: bool) -> None:
    assert bool(stands_in([secret], text)) == is_there


def test_a_number_that_proves_itself_is_found_in_a_picture_though_it_stands_nowhere_else(
    services: Services, tmp_path: Path
) -> None:
    case, _ = services.cases.new_case("没有写号码")
    services.evidence.attach(case.id, [picture(tmp_path / "a.png")])
    read_as(services, SqlStore(tmp_path / "data" / DATABASE), case.id, f"卡号 {CARD}")
    for audience, leaks in ((Audience.BANK, 1), (Audience.REGULATOR, 1), (Audience.PUBLIC, 0), (Audience.SELF, 0)):
        made = services.dossiers.render(case.id, DossierOptions(audience=audience), tmp_path / f"{audience}.pdf")
        assert (made.secrets, len(made.leaks)) == ((), leaks), audience
