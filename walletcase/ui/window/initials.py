"""The first letters of how Chinese words are said, so that 导出卷宗 is found by dcjz.

The first level of GB 2312, 3755 usual characters, is in the order of their sound: where each letter begins is all it
takes. Source: GB/T 2312-1980, rows 16 to 55.
"""

from __future__ import annotations

from bisect import bisect_right

_LETTERS = "abcdefghjklmnopqrstwxyz"
_BEGINS = (
    0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1, 0xB9FE, 0xBBF7, 0xBFA6, 0xC0AC, 0xC2E8,
    0xC4C3, 0xC5B6, 0xC5BE, 0xC6DA, 0xC8BB, 0xC8F6, 0xCBFA, 0xCDDA, 0xCEF4, 0xD1B9, 0xD4D1,
)  # fmt: skip
_END = 0xD7FA
_OTHER_READING = {"重": "c", "长": "c", "调": "t", "行": "h", "还": "h", "传": "z", "查": "z", "单": "s"}


def initial_of(character: str) -> str:
    """Return the letter a character's usual reading begins with, the character itself if it is no usual one."""
    try:
        code = int.from_bytes(character.encode("gb2312"), "big")
    except UnicodeEncodeError:
        return character.lower()
    if not _BEGINS[0] <= code < _END:
        return character.lower()
    return _LETTERS[bisect_right(_BEGINS, code) - 1]


def initials_of(text: str) -> tuple[str, ...]:
    """Return a text by first letters, blanks left out; a second time where a character has another reading."""
    usual = "".join(initial_of(one) for one in text if not one.isspace())
    other = "".join(_OTHER_READING.get(one) or initial_of(one) for one in text if not one.isspace())
    return (usual,) if usual == other else (usual, other)
