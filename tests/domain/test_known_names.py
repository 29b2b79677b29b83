"""A case made in one language says the institution's name in the reader's: on paper and on screen."""

from __future__ import annotations

import pytest

from tests.domain.shipped_case import TODAY, book, case
from walletcase.domain.dossiers.build import build
from walletcase.domain.dossiers.document import Contents
from walletcase.domain.fields import shown
from walletcase.domain.writing.build import institution_of

NAMES = book().institution


@pytest.mark.parametrize("kept", [NAMES.zh, NAMES.en])
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_institution_is_said_in_the_readers_language(kept: str, language: str) -> None:
    record = case({"institution": kept})
    field = next(field for field in book().fields() if field.key == "institution")
    dossier = build(record, Contents(language=language, today=TODAY))
    assert NAMES.zh != NAMES.en
    assert shown(field, kept, language) == NAMES.get(language)
    assert institution_of(record, language) == NAMES.get(language)
    assert dossier.institution == NAMES.get(language)
    assert NAMES.get(language) in [fact.text for fact in dossier.parties]


def test_a_branch_that_the_person_wrote_stays_as_written() -> None:
    record = case({"institution": "中国工商银行杭州解放路支行"})
    assert institution_of(record, "en") == "中国工商银行杭州解放路支行"
