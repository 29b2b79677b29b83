"""Whatever leaves the app by a service is in the journal, under the exhibits it shows or names."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tests.export.conftest import run as run
from walletcase.domain.case import Case
from walletcase.domain.custody import CustodyEvent, LeftBy, What, about, exhibits_named
from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.dossiers.choices import Choices, Showing
from walletcase.domain.dossiers.document import Part, without
from walletcase.domain.errors import UserError
from walletcase.domain.evidence import EvidenceEdit
from walletcase.domain.ids import EvidenceId
from walletcase.services.dossier_options import DossierOptions
from walletcase.services.facade import Services
from walletcase.services.leaving import Left
from walletcase.storage.engine import connect


@pytest.fixture
def case(services: Services, tmp_path: Path) -> Case:
    """A case with two exhibits."""
    case = services.cases.new_case("钱包打不开", "icbc-digital-wallet", {"problem": "报错。"})[0]
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
        services.evidence.attach(case.id, [tmp_path / name])
    return case


def ids(services: Services, case: Case) -> list[EvidenceId]:
    return [item.id for item in services.cases.open(case.id).evidence]


def last(services: Services, case: Case, number: int = 1) -> CustodyEvent:
    return services.custody.events(case.id, ids(services, case)[number - 1])[-1]


@contextmanager
def locked(services: Services) -> Iterator[None]:
    """Somebody else holds the database."""
    other = connect(services.data_folder / "wallet.sqlite3")
    other.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        other.rollback()
        other.close()


def test_a_dossier_is_noted_with_its_exhibits_and_hash(services: Services, case: Case, tmp_path: Path) -> None:
    made = services.dossiers.export_pdf(case.id, tmp_path / "out.pdf", DossierOptions())
    event = last(services, case, 2)
    assert event.kind == "exported"
    assert event.detail == {
        "exhibits": "1 2",
        "way": "export",
        "target": "out.pdf",
        "what": "dossier",
        "sha256": made.sha256,
    }


def test_a_dossier_without_pages_of_exhibits_lists_them(services: Services, case: Case, tmp_path: Path) -> None:
    services.dossiers.export_pdf(case.id, tmp_path / "out.pdf", DossierOptions(parts=without(Part.EXHIBITS)))
    assert last(services, case).detail["what"] == "index"


def test_what_a_reader_only_sees_in_lists_is_not_noted_as_shown(
    services: Services, case: Case, tmp_path: Path, run: Callable[..., str]
) -> None:
    options = DossierOptions(audience=Audience.BANK, choices=Choices(exhibits=((2, Showing.OUT),)))
    services.dossiers.export_pdf(case.id, tmp_path / "bank.pdf", options)
    shown, listed = last(services, case, 1).detail, last(services, case, 2).detail
    assert (shown["exhibits"], shown["what"], shown["reader"]) == ("1", What.DOSSIER.value, "bank")
    assert (listed["exhibits"], listed["what"], listed["reader"]) == ("2", What.INDEX.value, "bank")
    services.packs.export(case.id, tmp_path / "public.zip", replace(options, audience=Audience.PUBLIC))
    assert [last(services, case, number).detail["what"] for number in (1, 2)] == [What.INDEX.value] * 2
    text = run("pdftotext", services.dossiers.export_pdf(case.id, tmp_path / "own.pdf", DossierOptions()).path, "-")
    assert "收入卷宗（提交银行），存为bank.pdf" in "".join(text.split())
    assert "列入目录（公开使用），存为public.zip" in "".join(text.split())


def test_what_is_only_drawn_for_the_screen_is_not_noted(services: Services, case: Case, tmp_path: Path) -> None:
    before = services.custody.head()
    made = services.dossiers.render(case.id, DossierOptions(), tmp_path / "seen.pdf")
    assert services.custody.head() == before
    services.dossiers.handed_over(case.id, made, LeftBy.PRINT, "Printer")
    assert last(services, case).detail["way"] == "print"


def test_the_case_as_data_is_noted(services: Services, case: Case, tmp_path: Path) -> None:
    target = tmp_path / "case.json"
    services.case_files.export(case.id, target)
    assert last(services, case).detail == {
        "exhibits": "1 2",
        "way": "export",
        "target": "case.json",
        "what": "data",
        "sha256": hashlib.sha256(target.read_bytes()).hexdigest(),
    }


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".txt"])
def test_a_letter_is_noted_under_the_exhibits_it_names(
    services: Services, case: Case, tmp_path: Path, ending: str
) -> None:
    letter, _ = services.letters.compose(case.id, "complaint", "zh_CN")
    services.letters.save(case.id, letter.id, "# 投诉书\n事实如此（见证据2）。")
    services.letter_files.export(case.id, letter.id, tmp_path / f"letter{ending}")
    event = last(services, case, 2)
    assert (event.kind, event.detail["target"], event.detail["letter"]) == (
        "letter_exported",
        f"letter{ending}",
        "1",
    )
    assert last(services, case, 1).kind == "evidence_added"
    services.letter_files.handed_over(case.id, letter.id, LeftBy.COPY)
    assert last(services, case, 2).detail["way"] == "copy"


def test_the_sheet_for_a_visit_is_noted(services: Services, case: Case, tmp_path: Path) -> None:
    services.visits.export(case.id, "zh_CN", tmp_path / "visit.pdf")
    assert last(services, case).detail["what"] == "sheet"


def test_a_text_that_names_no_exhibit_says_nothing_of_any(services: Services, case: Case) -> None:
    before = services.custody.head()
    services.custody.text_left(case.id, "没有提到", Left(LeftBy.COPY, What.LETTER))
    assert services.custody.head() == before


def test_what_left_has_left_even_if_the_journal_cannot_say_so(
    services: Services, case: Case, tmp_path: Path
) -> None:
    made = services.dossiers.render(case.id, DossierOptions(), tmp_path / "seen.pdf")
    with locked(services), pytest.raises(UserError, match="left_unnoted"):
        services.dossiers.handed_over(case.id, made, LeftBy.EXPORT, "seen.pdf")
    assert (tmp_path / "seen.pdf").is_file()
    services.dossiers.handed_over(case.id, made, LeftBy.EXPORT, "seen.pdf")
    assert last(services, case).detail["target"] == "seen.pdf"


def test_undoing_is_part_of_the_story(services: Services, case: Case) -> None:
    first = ids(services, case)[0]
    services.evidence.edit(case.id, first, EvidenceEdit(title="错误码"))
    services.evidence.trash(case.id, first)
    services.history.undo()
    services.history.undo()
    services.history.redo()
    told = [(event.kind, event.detail.get("what", "")) for event in services.custody.events(case.id, first)]
    assert told == [
        ("evidence_added", ""),
        ("evidence_edited", ""),
        ("evidence_trashed", ""),
        ("undone", "evidence_trashed"),
        ("undone", "evidence_edited"),
        ("redone", "evidence_edited"),
    ]
    assert len(services.custody.events(case.id, ids(services, case)[1])) == 1


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("（见证据3、4）", (3, 4)),
        ("证据1　短信；证据12 通话", (1, 12)),
        ("(exhibits 3, 4) and exhibit 7", (3, 4, 7)),
        ("Exhibit 2: a screenshot", (2,)),
        ("证据目录第3页", ()),
        ("", ()),
    ],
)
def test_exhibits_are_found_in_the_words_of_letters(text: str, numbers: tuple[int, ...]) -> None:
    assert exhibits_named(text) == numbers


def test_a_renumbered_exhibit_keeps_its_story() -> None:
    lines = [
        CustodyEvent(1, "", "evidence_added", {"exhibit": "1"}),
        CustodyEvent(2, "", "evidence_added", {"exhibit": "2"}),
        CustodyEvent(3, "", "evidence_renumbered", {"moves": "1>2 2>1"}),
        CustodyEvent(4, "", "left_app", {"exhibits": "2"}),
    ]
    assert [line.seq for line in about(lines, 2)] == [1, 3, 4]
    assert [line.seq for line in about(lines, 1)] == [2, 3]


def test_a_dossier_tells_what_left_before_it(
    services: Services, case: Case, tmp_path: Path, run: Callable[..., str]
) -> None:
    services.dossiers.export_pdf(case.id, tmp_path / "first.pdf", DossierOptions())
    first, second = services.cases.open(case.id).live_evidence
    services.numbering.renumber(case.id, {first.id: 2, second.id: 1})
    made = services.dossiers.export_pdf(case.id, tmp_path / "second.pdf", DossierOptions())
    text = "".join(run("pdftotext", made.path, "-").split())
    told = text[text.rindex("经手记录") :]
    assert told.index("收入卷宗，存为first.pdf") < told.index("更改证据编号")
    assert "second.pdf" not in told
