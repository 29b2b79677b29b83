from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.media.corpus_documents import CHINESE
from walletcase.media.previewer import Previewer
from walletcase.media.texts import decode_text, guess_encoding

SHOWN = CHINESE.replace("\r\n", "\n")


@pytest.mark.parametrize("name", ["sms.txt", "sms-gb.txt", "sms-utf16.txt", "sms-mark.txt"])
def test_chinese_in_every_encoding(corpus: dict[str, Path], previewer: Previewer, name: str) -> None:
    assert previewer.text(corpus[name], "text/plain") == SHOWN


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(encoding: str) -> None:
    assert decode_text("钱包 wallet\n".encode(encoding), 99, complete=True) == "钱包 wallet\n"


def test_markup_comes_as_its_source(corpus: dict[str, Path], previewer: Previewer) -> None:
    shown = previewer.text(corpus["drawing.svg"], "image/svg+xml")
    assert shown is not None
    assert shown.startswith("<svg")


def test_limit_counts_characters(corpus: dict[str, Path], previewer: Previewer, tmp_path: Path) -> None:
    assert previewer.text(corpus["sms-gb.txt"], "text/plain", limit=2) == "您好"
    path = tmp_path / "long.txt"
    path.write_text("钱包" * 200_000, encoding="utf-8")
    shown = previewer.text(path, "text/plain")
    assert shown == "钱包" * 10_000


def test_a_cut_character_leaves_no_trace() -> None:
    assert decode_text("钱包".encode()[:-1], 9, complete=False) == "钱"


def test_no_text_of_other_kinds_or_missing_files(corpus: dict[str, Path], previewer: Previewer) -> None:
    assert previewer.text(corpus["rgb.png"], "image/png") is None
    assert previewer.text(corpus["call.mp3"], "audio/mpeg") is None
    assert previewer.text(corpus["sms.txt"].with_name("gone.txt"), "text/plain") is None


def test_western_text_with_a_few_accents() -> None:
    assert decode_text(b"The quick brown fox paid the caf\xe9 owner", 99, complete=True).endswith("café owner")


@given(st.binary(min_size=1, max_size=400), st.booleans())
def test_any_bytes_decode(data: bytes, complete: bool) -> None:
    shown = decode_text(data, 50, complete=complete)
    assert len(shown) <= 50
    assert "\x00" not in shown
    assert guess_encoding(data, complete=complete) in {
        None, "utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "gb18030", "latin-1",
    }  # fmt: skip


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1))
def test_utf8_round_trip(text: str) -> None:
    assert decode_text(text.encode(), 10_000, complete=True).lstrip("\ufeff") == text.lstrip("\ufeff")
