"""What the person chose and where the window stood. A file that can't be read is set aside, never fatal."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Any

from walletcase.infra.small_file import SmallFile

_LEAST_PERCENT, _MOST_PERCENT = 100, 175
_MOST_PIXELS = 100_000
_LONGEST_WORD = 32
_LONGEST_PATH = 4096
_TIME = re.compile("([01][0-9]|2[0-3]):[0-5][0-9]")


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices. ``language`` "" and ``theme`` "system" follow the machine. Sizes are logical pixels.

    Between ``quiet_from`` and ``quiet_to`` (HH:MM, over midnight too; both "" for never) no notice is shown.
    ``read_pictures``: words inside pictures are read, where the optional part is installed.
    ``watch_folder``: files that come into it are offered as evidence; "" for none.
    ``seen_at`` is when the app last looked at reminders, ISO 8601 with offset; ``checked_at`` when all files were last
    found as stored, ``checked_to`` the evidence id up to which the check under way has come.
    """

    language: str = ""
    theme: str = "system"
    geometry: str = ""
    splitter: tuple[int, ...] = ()
    last_case: int = 0
    text_percent: int = 100
    quiet_from: str = "21:00"
    quiet_to: str = "09:00"
    tray_notices: bool = True
    seen_at: str = ""
    read_pictures: bool = False
    watch_folder: str = ""
    checked_at: str = ""
    checked_to: int = 0


class SettingsFile:
    """Reads and writes the settings."""

    def __init__(self, file: Path) -> None:
        self._file = SmallFile(file)

    def load(self) -> Settings:
        """Return the settings; what is missing or of the wrong kind is as new."""
        text = self._file.load()
        if not text:
            return Settings()
        try:
            raw = json.loads(text)
            known = {f.name: raw[f.name] for f in fields(Settings) if f.name in raw}
        except (ValueError, TypeError, RecursionError):
            self._file.set_aside()
            return Settings()
        return Settings(**_usable(known))

    def save(self, settings: Settings) -> None:
        """Write the settings; a folder that can't be written loses only them."""
        self._file.save(json.dumps(asdict(settings), ensure_ascii=False, indent=1))


def _usable(raw: dict[str, Any]) -> dict[str, Any]:
    plain = Settings()
    found = {name: value for name, value in raw.items() if type(value) is type(getattr(plain, name))}
    splitter = raw.get("splitter")
    if isinstance(splitter, list) and all(type(size) is int and 0 <= size <= _MOST_PIXELS for size in splitter):
        found["splitter"] = tuple(splitter)
    return {name: value for name, value in found.items() if _IS_GOOD[name](value)}


def _is_word(text: str) -> bool:
    return text.isascii() and len(text) <= _LONGEST_WORD


def _is_base64(text: str) -> bool:
    try:
        base64.b64decode(text.encode("ascii"), validate=True)
    except ValueError:
        return False
    return True


def _is_moment(text: str) -> bool:
    try:
        return not text or datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


_IS_GOOD: Mapping[str, Callable[[Any], bool]] = {
    "language": _is_word,
    "theme": _is_word,
    "geometry": _is_base64,
    "splitter": lambda sizes: True,
    "last_case": lambda number: 0 <= number < 2**63,
    "text_percent": lambda percent: _LEAST_PERCENT <= percent <= _MOST_PERCENT,
    "quiet_from": lambda time: not time or _TIME.fullmatch(time) is not None,
    "quiet_to": lambda time: not time or _TIME.fullmatch(time) is not None,
    "tray_notices": lambda _: True,
    "read_pictures": lambda _: True,
    "watch_folder": lambda folder: len(folder) <= _LONGEST_PATH and "\0" not in folder,
    "seen_at": _is_moment,
    "checked_at": _is_moment,
    "checked_to": lambda number: 0 <= number < 2**63,
}
