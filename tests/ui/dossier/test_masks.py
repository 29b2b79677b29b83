"""What a reader sees is chosen in the window, kept, and in the next preview."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from pytestqt.qtbot import QtBot

from tests.ui.timeline.contacts import three_weeks
from walletcase.domain.case import CaseRecord
from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.dossiers.choices import NO_CHOICES, PEOPLE, Choices, Showing
from walletcase.services.claims import ClaimDraft
from walletcase.ui.dossier.masks_dialog import MasksDialog
from walletcase.ui.dossier.view import DossierTab
from walletcase.ui.shell.desk import Desk


@pytest.fixture
def record(desk: Desk) -> CaseRecord:
    """A case with three weeks of contacts and two exhibits, one of which shows a stated fact."""
    record = three_weeks(desk.services)
    for number in (1, 2):
        file = desk.services.data_folder / f"note {number}.txt"
        file.write_text(f"第 {number} 份", encoding="utf-8")
        desk.services.evidence.attach(record.case.id, [file])
    found = desk.services.cases.open(record.case.id)
    desk.services.claims.add(record.case.id, ClaimDraft("余额被扣", evidence_ids=(found.evidence[0].id,)))
    return desk.services.cases.open(record.case.id)


@pytest.fixture
def tab(desk: Desk, record: CaseRecord, qtbot: QtBot) -> DossierTab:
    made = DossierTab(desk)
    qtbot.addWidget(made)
    desk.bus.changed.connect(lambda changes: made.show_case(desk.services.cases.open(record.case.id), changes))
    made.resize(1000, 800)
    made.show_case(record, None)
    with qtbot.waitSignal(made.maker.made, timeout=30_000):
        made.show()
    return made


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return "".join("".join(page.get_textpage().get_text_range().split()) for page in pdf)


def read_by(tab: DossierTab, qtbot: QtBot, audience: Audience) -> None:
    with qtbot.waitSignal(tab.maker.made, timeout=30_000):
        tab.panel.reader.who.setCurrentIndex(tab.panel.reader.who.findData(audience.value))


def dialog_of(tab: DossierTab, qtbot: QtBot) -> MasksDialog:
    tab.panel.reader.masks.click()
    qtbot.waitUntil(lambda: tab.choosing.dialog is not None and tab.choosing.dialog.isVisible())
    assert tab.choosing.dialog is not None
    return tab.choosing.dialog


def select(dialog: MasksDialog, *rows: int) -> None:
    for row in rows:
        index = dialog.exhibits.index(row, 0)
        dialog.exhibit_list.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)


def show_as(dialog: MasksDialog, showing: Showing) -> None:
    place = dialog.how.findData(showing.value)
    dialog.how.setCurrentIndex(place)
    dialog.how.activated.emit(place)


def test_what_is_chosen_is_kept_and_in_the_next_preview(
    desk: Desk, tab: DossierTab, record: CaseRecord, qtbot: QtBot
) -> None:
    assert not tab.panel.reader.masks.isVisible()  # one sees one's own
    read_by(tab, qtbot, Audience.BANK)
    people = next(entry.draft.counterpart for entry in record.live_timeline if entry.draft.counterpart)
    rendered = tab.maker.rendered
    assert rendered is not None
    assert "".join(people.split()) in text_of(rendered.path)
    dialog = dialog_of(tab, qtbot)
    (row,) = (n for n in range(dialog.fields.rowCount()) if dialog.fields.item(n).text().startswith("Who was spoken"))
    dialog.fields.item(row).setCheckState(Qt.CheckState.Checked)
    dialog.words.setPlainText("繁忙\n")
    dialog.page.choose("exhibits")
    select(dialog, 1)
    show_as(dialog, Showing.OUT)
    assert [dialog.exhibits.item(row).text().partition(" — ")[2] for row in (0, 1)] == [
        "shown", "not shown, listed only",
    ]  # fmt: skip
    with qtbot.waitSignal(tab.maker.made, timeout=30_000):
        dialog.keep()
    kept = desk.services.dossiers.choices(record.case.id, Audience.BANK)
    assert kept == Choices(frozenset({PEOPLE}), words=("繁忙",), exhibits=((2, Showing.OUT),))
    rendered = tab.maker.rendered
    assert rendered is not None
    words = text_of(rendered.path)
    assert ("".join(people.split()) in words, "繁忙" in words) == (False, False)
    qtbot.waitUntil(lambda: tab.panel.reader.chosen.isVisible())
    assert tab.panel.reader.chosen.text() == "2 mask(s) chosen by you. 1 exhibit(s) shown as you chose."
    assert tab.panel.reader.unread.text().endswith(": 1")  # the other one is not shown


def test_nothing_is_kept_by_cancel_and_all_goes_back_to_what_is_usual(
    desk: Desk, tab: DossierTab, record: CaseRecord, qtbot: QtBot
) -> None:
    desk.services.dossiers.choose(record.case.id, Audience.BANK, Choices(words=("x",), exhibits=((1, Showing.OUT),)))
    read_by(tab, qtbot, Audience.BANK)
    dialog = dialog_of(tab, qtbot)
    assert dialog.choices.words == ("x",)
    dialog.back_to_usual()
    assert dialog.choices == NO_CHOICES
    dialog.reject()
    assert desk.services.dossiers.choices(record.case.id, Audience.BANK).words == ("x",)


def test_several_exhibits_are_set_at_once_and_only_those(tab: DossierTab, qtbot: QtBot) -> None:
    read_by(tab, qtbot, Audience.BANK)
    dialog = dialog_of(tab, qtbot)
    dialog.page.choose("exhibits")
    assert not dialog.how.isEnabled()
    select(dialog, 0, 1)
    show_as(dialog, Showing.COPY)
    assert dialog.exhibits.item(0).text().endswith("— not shown, has no redacted copy")
    assert dict(dialog.choices.exhibits) == {1: Showing.COPY, 2: Showing.COPY}
    dialog.exhibit_list.clearSelection()
    select(dialog, 0)
    assert dialog.how.currentData() == Showing.COPY.value
    show_as(dialog, Showing.USUAL)
    assert dict(dialog.choices.exhibits) == {2: Showing.COPY}


def test_a_dossier_is_made_of_one_matter(tab: DossierTab, qtbot: QtBot) -> None:
    about = tab.panel.reader.about
    assert [about.itemText(place) for place in range(about.count())] == ["The whole case", "Fact: 余额被扣"]
    rendered = tab.maker.rendered
    assert rendered is not None
    whole = rendered.exhibits
    with qtbot.waitSignal(tab.maker.made, timeout=30_000):
        about.setCurrentIndex(1)
    rendered = tab.maker.rendered
    assert rendered is not None
    assert (whole, rendered.exhibits) == ((1, 2), (1,))


