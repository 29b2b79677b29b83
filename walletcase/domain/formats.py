"""Dates, times, phone numbers and money as people type them, tidied; None where a text is no such thing."""

from __future__ import annotations

import re
from datetime import date

EARLIEST_YEAR = 1900
MAX_YUAN_DIGITS = 12

# What a Chinese input method writes where the half-width sign is meant; the full-width block is added below.
_SIGNS = {"　": " ", "\xa0": " ", "。": ".", "−": "-", "–": "-", "—": "-", "￥": "¥"}
_HALF_WIDTH: dict[int, int] = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_HALF_WIDTH.update({ord(wide): ord(narrow) for wide, narrow in _SIGNS.items()})

_DATES = (
    re.compile(r"(?P<y>[0-9]{4})(?P<sep>[-/.])(?P<m>[0-9]{1,2})(?P=sep)(?P<d>[0-9]{1,2})"),
    re.compile(r"(?P<y>[0-9]{4})年(?P<m>[0-9]{1,2})月(?P<d>[0-9]{1,2})[日号]?"),
    re.compile(r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})"),
)
_TIMES = (
    re.compile(r"(?P<h>[0-9]{1,2}):(?P<m>[0-9]{2})"),
    re.compile(r"(?P<h>[0-9]{1,2})[点时](?:(?P<m>[0-9]{1,2})分?|整)?"),
    re.compile(r"(?P<h>[0-9]{2})(?P<m>[0-9]{2})"),
)
_AROUND_SIGNS = re.compile(" *([-/.:年月日号点时分]) *")
_PHONE = re.compile(r"\(?\+?[0-9][0-9 ()-]*")
_MONEY = re.compile(
    r"(?:¥|RMB|CNY|人民币)? ?(?P<yuan>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.(?P<cents>[0-9]{1,2}))? ?元?", re.IGNORECASE
)


def half_width(text: str) -> str:
    """Return ``text`` trimmed, with full-width digits and punctuation made half-width."""
    return text.translate(_HALF_WIDTH).strip()


def _first_match(patterns: tuple[re.Pattern[str], ...], text: str) -> re.Match[str] | None:
    matches = (pattern.fullmatch(text) for pattern in patterns)
    return next((match for match in matches if match), None)


def as_date(text: str) -> str | None:
    """Return an ISO date from 2026-11-22, 2026/11/22, 2026.11.22, 2026年11月22日 or 20261122."""
    found = _first_match(_DATES, _AROUND_SIGNS.sub(r"\1", half_width(text)))
    if found is None or int(found["y"]) < EARLIEST_YEAR:
        return None
    try:
        return date(int(found["y"]), int(found["m"]), int(found["d"])).isoformat()
    except ValueError:
        return None


def as_time(text: str) -> str | None:
    """Return HH:MM from 9:05, 09:05, 9点05分, 9点 or 0905 (24-hour clock)."""
    found = _first_match(_TIMES, _AROUND_SIGNS.sub(r"\1", half_width(text)))
    if found is None:
        return None
    hour, minute = int(found["h"]), int(found["m"] or 0)
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def as_phone(text: str) -> str | None:
    """Return a phone number of 3 to 20 digits with its +, hyphens, spaces and brackets tidied."""
    tidy = re.sub(" +", " ", half_width(text))
    digits = sum(char.isdigit() for char in tidy)
    return tidy if _PHONE.fullmatch(tidy) and 3 <= digits <= 20 else None


def as_money(text: str) -> str | None:
    """Return yuan with two decimals from 1,234.5, ￥1234.50 or 1234元; never through a float, never negative."""
    found = _MONEY.fullmatch(half_width(text))
    if found is None:
        return None
    yuan = found["yuan"].replace(",", "").lstrip("0") or "0"
    if len(yuan) > MAX_YUAN_DIGITS:
        return None
    return f"{yuan}.{(found['cents'] or '').ljust(2, '0')}"
