"""The words a PDF holds itself, line by line with their places. Child process only."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pypdfium2 import raw

from walletcase.domain.page_text import SCALE
from walletcase.media.documents import opened

MOST_CHARACTERS: Final = 40_000  # of one page; a printed page holds 3,000
_SCAN_SHARE = 0.5  # of the page that one picture covers …
_SCAN_CHARACTERS = 60  # … while its own words are no more than a scanner's mark
_LINE_ENDS: Final = frozenset("\r\n\f\v\u2028\u2029\ufffe")

Place = tuple[int, int, int, int]  # left, top, right, bottom in 1/SCALE of the upright page


@dataclass(frozen=True, slots=True)
class PdfWords:
    """``lines`` are [text, left, top, width, height]; a scan is a page whose words are only in its picture."""

    lines: list[tuple[str, int, int, int, int]]
    is_scan: bool


def words(path: Path, page_no: int) -> PdfWords:
    """Return the words of a page (from 0). Raises a content fault, IndexError if there is no such page."""
    with opened(path) as document:
        if not 0 <= page_no < len(document):
            raise IndexError(page_no)
        with closing(document[page_no]) as page:
            with closing(page.get_textpage()) as text:
                lines = [line for line in _lines(page, text) if line[0]]
            length = sum(len("".join(line[0].split())) for line in lines)
            return PdfWords(lines, length <= _SCAN_CHARACTERS and _is_picture(page))


def _lines(page: Any, text: Any) -> Iterator[tuple[str, int, int, int, int]]:
    signs: list[str] = []
    places: list[Place] = []
    for sign, place in _signs(page, text):
        if sign in _LINE_ENDS:
            yield _line(signs, places)
            signs, places = [], []
            continue
        if place and places and _starts_anew(places[-1], place):
            yield _line(signs, places)
            signs, places = [], []
        signs.append(sign)
        if place:
            places.append(place)
    yield _line(signs, places)


def _signs(page: Any, text: Any) -> Iterator[tuple[str, Place | None]]:
    for index in range(min(text.count_chars(), MOST_CHARACTERS)):
        code = raw.FPDFText_GetUnicode(text, index)
        sign = chr(code) if 0 < code < 0x110000 else " "
        place = None if sign.isspace() else _place(page, text.get_charbox(index, loose=True))
        if place is None or (place[0] < place[2] and place[1] < place[3]):  # else it lies beside the page
            yield sign, place


def _place(page: Any, box: tuple[float, float, float, float]) -> Place:
    left, bottom, right, top = box
    corners = [_on_page(page, left, top), _on_page(page, right, bottom)]  # a page may be turned
    across, down = sorted(x for x, _ in corners), sorted(y for _, y in corners)
    return across[0], down[0], across[1], down[1]


def _on_page(page: Any, x: float, y: float) -> tuple[int, int]:
    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, SCALE, SCALE, 0, x, y, ctypes.byref(across), ctypes.byref(down))
    return min(max(across.value, 0), SCALE), min(max(down.value, 0), SCALE)


def _starts_anew(last: Place, place: Place) -> bool:
    """Whether a character stands on another line than the one before it, though the file does not say so.

    On a page turned by a quarter the words run down or up: there the next one stands right under or over the last.
    """
    if _share(last[1], last[3], place[1], place[3]):
        return False
    is_close = place[1] - last[3] <= last[3] - last[1] and last[1] - place[3] <= last[3] - last[1]
    return not (is_close and _share(last[0], last[2], place[0], place[2]))


def _share(start: int, end: int, other_start: int, other_end: int) -> bool:
    """Whether the middle of one of two spans lies within the other."""
    middle, other = (start + end) / 2, (other_start + other_end) / 2
    return start <= other <= end or other_start <= middle <= other_end


def _line(signs: list[str], places: list[Place]) -> tuple[str, int, int, int, int]:
    text = "".join(signs).encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip()
    if not places:
        return text, 0, 0, 0, 0
    left, top = min(p[0] for p in places), min(p[1] for p in places)
    return text, left, top, max(p[2] for p in places) - left, max(p[3] for p in places) - top


def _is_picture(page: Any) -> bool:
    width, height = page.get_size()
    for one in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = one.get_bounds()
        if abs(right - left) * abs(top - bottom) >= _SCAN_SHARE * width * height:
            return True
    return False
