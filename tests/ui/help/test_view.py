"""The help window: offline, in both languages, with the facts of the rules; every page written and linked rightly."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from walletcase.domain.help_pages import SCHEME, page_for, plain_links
from walletcase.infra import resources
from walletcase.infra.help import HelpFiles
from walletcase.ui.help.view import HelpDialog
from walletcase.ui.shell.desk import Desk

HAN = re.compile("[\u3400-\u9fff]")
PAGES = HelpFiles().pages()
PLAYBOOKS = sorted(file.stem for file in resources.path("playbooks").glob("*.toml"))
TOPICS = {note["topic"] for note in resources.toml("rules", "help.toml")["help"]}


def _dialog(qtbot: QtBot, desk: Desk, asked: str = "") -> HelpDialog:
    made = HelpDialog(desk, None, asked)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_every_page_is_written_in_both_languages(page: object) -> None:
    key = page.key  # type: ignore[attr-defined]
    zh, en = HelpFiles().text(key, "zh_CN"), HelpFiles().text(key, "en")
    assert HAN.search(zh)
    assert not HAN.search(en)
    for text in (zh, en):
        assert text.startswith("# ")
        assert len(text) > 120
        assert not re.search(r"\d{5,}", text), "numbers come from the rules"
        for target in re.findall(r"\]\(([^)]*)\)", text):
            assert target.removeprefix(SCHEME) in {one.key for one in PAGES}, target
    assert re.findall(r"\(page:(\w+)\)", zh) == re.findall(r"\(page:(\w+)\)", en)


def test_no_file_is_without_its_page() -> None:
    for folder in ("zh_CN", "en"):
        files = {file.stem for file in resources.path("help", folder).glob("*.md")}
        assert files == {page.key for page in PAGES}


@pytest.mark.parametrize("key", PLAYBOOKS)
def test_every_step_has_its_page(key: str) -> None:
    for step in resources.toml("playbooks", f"{key}.toml")["step"]:
        assert any(step["key"] in page.steps for page in PAGES), step["key"]


def test_every_topic_of_the_rules_has_its_page() -> None:
    assert {page.key for page in PAGES} >= TOPICS


def test_an_unknown_place_leads_to_the_beginning() -> None:
    assert page_for(PAGES, "escalate") == "escalate"
    assert page_for(PAGES, "police_report") == "fraud"
    assert page_for(PAGES, "nonsense") == "start"


def test_a_step_s_question_opens_its_page_with_facts_and_marks(qtbot: QtBot, desk: Desk) -> None:
    dialog = _dialog(qtbot, desk, "escalate")
    shown = dialog.browser.toPlainText()
    assert shown.startswith("Escalate")
    assert "12363" in shown
    assert "[To be verified]" in shown
    assert "checked 2026-11-22" in shown


def test_the_corrections_of_the_guide_are_in_the_help(qtbot: QtBot, desk: Desk) -> None:
    """domain.md, section 10: each thing the guide has thin or wrong, put right in the place where it matters."""
    wanted = {
        "progress": "自然日",
        "escalate": "金融监管总局",
        "hotline": "95588",
        "branch": "居民身份证",
        "gather": "财务证明",
        "close": "时效",
        "faq": "没有找到依据",
    }
    dialog = _dialog(qtbot, replace(desk, language="zh_CN"))
    for key, words in wanted.items():
        dialog.open_page(key)
        assert words in dialog.browser.toPlainText(), key


def test_links_lead_to_pages_and_never_out_of_the_app(qtbot: QtBot, desk: Desk) -> None:
    dialog = _dialog(qtbot, desk)
    dialog.browser.anchorClicked.emit(QUrl("page:fraud"))
    assert dialog.key == "fraud"
    dialog.browser.anchorClicked.emit(QUrl("https://example.com"))
    assert dialog.key == "fraud"
    assert not dialog.browser.openExternalLinks()
    image = QTextDocument.ResourceType.ImageResource.value
    assert dialog.browser.loadResource(image, QUrl("https://example.com/a.png")) is None
    assert plain_links("[site](https://example.com) [page](page:faq)") == "site (https://example.com) [page](page:faq)"


def test_words_are_found_and_the_list_is_worked_by_keys(qtbot: QtBot, desk: Desk) -> None:
    dialog = _dialog(qtbot, desk)
    QTest.keyClicks(dialog.search, "arbitrat")
    few = dialog.list.count()
    assert few < len(PAGES)
    dialog.search.clear()
    assert dialog.list.count() == len(PAGES)
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Home)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.key == "gather"
    QTest.keyClicks(dialog.search, "zzzz")
    assert dialog.list.count() == 0


def test_pages_and_facts_say_the_number_that_the_person_put_in(qtbot: QtBot, desk: Desk) -> None:
    desk.services.rules.edit_fact("limit/bank_answer/amount", "20")
    desk.services.rules.edit_fact("limit/contact_check/amount", "45")
    desk.services.rules.edit_fact("door/nfra_hotline/number", "70007")
    dialog = _dialog(qtbot, desk, "progress")
    assert "20 days in ordinary matters, 30 days in complex ones" in dialog.browser.toPlainText()
    dialog.open_page("contact_details")
    assert "Every 45 days" in dialog.browser.toPlainText()
    dialog.open_page("escalate")
    assert "NFRA (70007)" in dialog.browser.toPlainText()
    for page in PAGES:
        dialog.open_page(page.key)
        shown = dialog.browser.toPlainText()
        assert "{" not in shown, page.key
        assert "12378" not in shown, page.key
