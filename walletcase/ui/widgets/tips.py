"""User text where Qt would read markup or shortcuts."""

from __future__ import annotations

from html import escape


def plain_tip(text: str) -> str:
    """Return a tool tip that shows ``text`` as it is; Qt guesses at markup otherwise."""
    return f"<p style='white-space: pre-wrap'>{escape(text)}</p>" if text else ""


def menu_text(text: str, limit: int = 60) -> str:
    """Return ``text`` for a menu or button: one line, not too long, its & no shortcut."""
    line = " ".join(text.split())
    short = line if len(line) <= limit else line[: limit - 1] + "…"
    return short.replace("&", "&&")
