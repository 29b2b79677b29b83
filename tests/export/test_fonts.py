"""Which font shows a character, what stands in for one that none has, and what the text layer says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.dossier_samples import FONTS, RARE
from walletcase.export.fonts import MARK, SQUEEZE, FontBook, FontFile, Run
from walletcase.export.system_fonts import SystemFonts, usual_folders
from walletcase.export.tounicode import to_unicode_map

DEJAVU = Path("/usr/share/fonts/truetype/dejavu")


@pytest.fixture(scope="module")
def book() -> FontBook:
    return FontBook(FONTS)


def test_rare_characters_are_shown(book: FontBook) -> None:
    assert book.visible(f"张{RARE}") == f"张{RARE}"
    assert not set(RARE) & set(book.substituted)


def test_bold_takes_regular_for_what_it_lacks() -> None:
    book = FontBook(FONTS)
    missing = next(c for c in map(chr, range(0x3400, 0x4DB6)) if len({r.font for r in book.runs(f"中{c}", True)}) == 2)
    runs = list(book.runs(f"中{missing}文", True))
    assert [run.text for run in runs] == ["中", missing, "文"]
    assert runs[0].font == runs[2].font != runs[1].font
    assert runs[1].font == book.base_name
    assert book.visible(missing) == missing
    assert not book.substituted


def test_a_missing_character_is_named_in_the_page_and_in_the_warning() -> None:
    book = FontBook(FONTS)
    assert book.visible("姓𫠠名😀") == f"姓{MARK}(U+2B820)名{MARK}(U+1F600)"
    assert list(book.substituted) == ["𫠠", "😀"]


def test_a_character_met_before_is_reported_by_each_document() -> None:
    assert FontBook(FONTS).visible("𫠠") == FontBook(FONTS).visible("𫠠")
    book = FontBook(FONTS)
    book.visible("𫠠")
    book.visible("又𫠠")
    assert list(book.substituted) == ["𫠠"]


def test_odd_spaces_and_line_ends_become_plain_ones(book: FontBook) -> None:
    assert book.visible("a\tb\u2009c\u00a0d") == "a    b c d"
    assert book.visible("a\r\nb\rc\u2028d\x0be") == "a\nb\nc\nd\ne"


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\x7f", "\ud800", "\u202e", "\u2066", "\ue000", "\uffff"])
def test_control_characters_are_made_visible(char: str) -> None:
    book = FontBook(FONTS)
    assert book.visible(f"a{char}b") == f"a{MARK}(U+{ord(char):04X})b"
    assert list(book.substituted) == [char]


@pytest.mark.parametrize("char", ["\u200b", "\ufe0f", "\ufeff", "\U000e0100"])
def test_shapeless_characters_are_left_out_and_named(char: str) -> None:
    book = FontBook(FONTS)
    assert book.visible(f"a{char}b") == "ab"
    assert list(book.substituted) == [char]


@given(st.text(max_size=60), st.booleans())
def test_any_text_can_be_set(text: str, bold: bool) -> None:
    book = FontBook(FONTS)
    shown = book.visible(text)
    assert "".join(run.text for run in book.runs(shown.replace("\n", ""), bold)) == shown.replace("\n", "")
    assert len(book.widths(shown, bold)) == len(shown)
    kept = [c for c in text if c.isprintable() and not c.isspace()]
    for char in kept:
        assert char in shown or f"U+{ord(char):04X}" in shown or char in book.substituted


def test_marks_that_meet_are_set_solid(book: FontBook) -> None:
    assert book.width("）。", False) == 2000 - SQUEEZE
    assert book.width("他说：“好", False) == 5000 - SQUEEZE
    assert book.width("好。他", False) == 3000
    runs = list(book.runs("（好）。", False))
    assert [run.text for run in runs] == ["（好", "）", "。"]
    assert [run.squeezed for run in runs] == [False, True, False]


def test_one_font_is_one_run(book: FontBook) -> None:
    assert list(book.runs("普通文字abc", False)) == [Run(book.base_name, "普通文字abc")]


def test_the_map_names_characters_beyond_the_first_plane_as_utf16() -> None:
    text = to_unicode_map("AAAAAA+Font", [0, *range(0x4E00, 0x4E00 + 250), 0x2CB4E])
    assert "<FB> <D872DF4E>" in text
    blocks = re.findall(r"(\d+) beginbfchar\n(.*?)\nendbfchar", text, re.DOTALL)
    assert [int(count) for count, _ in blocks] == [100, 100, 51]
    assert [len(body.splitlines()) for _, body in blocks] == [100, 100, 51]


def test_the_computers_fonts_are_asked_for_what_is_missing() -> None:
    assert DEJAVU.is_dir(), "DejaVu is not installed: apt-get install fonts-dejavu-core"
    book = FontBook(FONTS, SystemFonts([DEJAVU]))
    assert book.visible("好😀") == "好😀"
    runs = list(book.runs("好😀", False))
    assert len(runs) == 2
    assert runs[1].font not in (book.base_name, runs[0].font)
    assert not book.substituted
    assert book.visible("𫠠") == f"{MARK}(U+2B820)"


def test_files_that_only_look_like_fonts_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.ttf").write_bytes(b"no font at all")
    (tmp_path / "b.ttf").write_bytes((DEJAVU / "DejaVuSans.ttf").read_bytes()[:3000])
    (tmp_path / "c.ttc").write_bytes(b"ttcf\x00\x01\x00\x00\xff\xff\xff\xff")
    assert list(SystemFonts([tmp_path, tmp_path / "gone"])("😀")) == []


def test_a_font_that_cannot_be_loaded_costs_nothing(tmp_path: Path) -> None:
    broken = tmp_path / "x.ttf"
    broken.write_bytes(b"\x00\x01\x00\x00")
    book = FontBook(FONTS, lambda char: [FontFile(broken), FontFile(FONTS / "NotoSansSC-Regular.ttf")])
    assert book.visible("𫠠") == f"{MARK}(U+2B820)"


def test_where_fonts_lie() -> None:
    home = Path("/home/x")
    assert home / ".local" / "share" / "fonts" in usual_folders("linux", home, {})
    assert home / "Library" / "Fonts" in usual_folders("darwin", home, {})
    assert Path("D:/W/Fonts") in usual_folders("win32", home, {"WINDIR": "D:/W", "LOCALAPPDATA": "D:/L"})


def test_marks_that_are_set_solid_are_full_width(book: FontBook) -> None:
    for mark in "，。、；：）》」』】〕〉”’（《「『【〔〈“‘":
        assert book.widths(mark, False) == book.widths(mark, True) == [1000], mark
