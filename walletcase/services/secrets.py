"""Passwords and codes are never kept: what looks like one is left out of a text before it is stored."""

from __future__ import annotations

from threading import Lock

from walletcase.domain.readiness.wording import without_secrets
from walletcase.domain.rules.pack import RulePack


class Secrets:
    """Leaves secrets out, and remembers that it did until somebody tells the person. From any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._left_out = 0

    def leave_out(self, rules: RulePack, text: str) -> str:
        """Return a text without its passwords and codes."""
        kept = without_secrets(rules, text)
        if kept != text:
            with self._lock:
                self._left_out += 1
        return kept

    def take_count(self) -> int:
        """Return in how many texts something was left out since the last call."""
        with self._lock:
            count, self._left_out = self._left_out, 0
        return count
