"""The dossier's own words, from resources/i18n/dossier.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path


class Labels:
    """Labels in one language: ``labels("page_of", page=1, total=9)``."""

    def __init__(self, entries: Mapping[str, Mapping[str, str]], language: str) -> None:
        tongue = "zh_CN" if language == "zh_CN" else "en"
        self.language = tongue
        self._texts = {key: entry[tongue] for key, entry in entries.items()}

    def __call__(self, key: str, **params: object) -> str:
        """Return a label with its placeholders filled. Raises KeyError for a key that is not in the file."""
        text = self._texts[key]
        return text.format_map(params) if params else text

    def join(self, words: list[str]) -> str:
        """Return a list of words in one line."""
        return self("list_joiner").join(words)


def load_labels(path: Path, language: str) -> Labels:
    """Read the label file. Raises OSError, tomllib.TOMLDecodeError: both mean a broken installation."""
    return Labels(tomllib.loads(path.read_text(encoding="utf-8")), language)
