"""What search knows of the words on the pages of evidence: an entry a page, kept with the words."""

from __future__ import annotations

from walletcase.domain.evidence import Evidence
from walletcase.domain.findable import WORDS
from walletcase.domain.page_text import PageText
from walletcase.services.ports import Unit


def index_page(unit: Unit, item: Evidence, page: PageText) -> None:
    """Make the words of a page findable; those of a trashed item are not."""
    unit.index.put(item.case_id, WORDS, f"{item.id}/{page.page_no}", "" if item.trashed_at else page.text)


def index_pages(unit: Unit, item: Evidence) -> None:
    """Do so for every page of an item that has been read."""
    for page in unit.page_texts.pages(item.id):
        index_page(unit, item, page)
