"""What the person chose and where the window stood. A file that can't be read is set aside, never fatal."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices. ``language`` "" and ``theme`` "system" follow the machine. Sizes are logical pixels."""

    language: str = ""
    theme: str = "system"
    geometry: str = ""
    splitter: tuple[int, ...] = ()
    last_case: int = 0
    text_percent: int = 100


class SettingsFile:
    """Reads and writes the settings."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def load(self) -> Settings:
        """Return the settings; what is missing or of the wrong kind is as new."""
        try:
            raw = json.loads(self._file.read_text(encoding="utf-8"))
            known = {f.name: raw[f.name] for f in fields(Settings) if f.name in raw}
        except FileNotFoundError:
            return Settings()
        except (OSError, ValueError, TypeError):
            self._set_aside()
            return Settings()
        return Settings(**_usable(known))

    def save(self, settings: Settings) -> None:
        """Write the settings through a temporary file; a folder that can't be written loses only them."""
        part = self._file.with_suffix(".part")
        try:
            with os.fdopen(os.open(part, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w", encoding="utf-8") as out:
                json.dump(asdict(settings), out, ensure_ascii=False, indent=1)
            os.replace(part, self._file)
        except OSError:
            part.unlink(missing_ok=True)

    def _set_aside(self) -> None:
        try:
            os.replace(self._file, self._file.with_suffix(".bad"))
        except OSError:
            return


def _usable(raw: dict[str, Any]) -> dict[str, Any]:
    plain = Settings()
    found = {name: value for name, value in raw.items() if type(value) is type(getattr(plain, name))}
    splitter = raw.get("splitter")
    if isinstance(splitter, list) and all(isinstance(size, int) for size in splitter):
        found["splitter"] = tuple(splitter)
    return found
