"""Text in both languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """One text in both languages of the app."""

    zh: str
    en: str

    def get(self, language: str) -> str:
        """Return the text in ``language`` ("zh_CN" or "en"; anything else reads as English)."""
        return self.zh if language == "zh_CN" else self.en
