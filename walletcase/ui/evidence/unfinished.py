"""What was typed about exhibits and can't be stored yet (no title, what is no date): kept for each exhibit."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress

from walletcase.domain.evidence import Evidence
from walletcase.domain.ids import EvidenceId

_Key = tuple[EvidenceId, str]  # with the SHA-256: the number of an exhibit that was deleted may be given again


class Unfinished:
    """Texts by exhibit and field. The window hands the same to the next Evidence tab it builds, and writes it."""

    def __init__(self) -> None:
        self._kept: dict[_Key, dict[str, str]] = {}

    @classmethod
    def from_json(cls, text: str) -> Unfinished:
        """Return what to_json wrote; what makes no sense is left out."""
        made = cls()
        try:
            rows = list(json.loads(text or "[]"))
        except (ValueError, TypeError, RecursionError):
            return made
        for row in rows:
            with suppress(ValueError, TypeError, AttributeError):
                number, sha256, texts = row
                made._kept[EvidenceId(int(number)), str(sha256)] = {str(k): str(v) for k, v in texts.items()}
        return made

    def to_json(self) -> str:
        """Return all texts as JSON, "" if there are none."""
        rows = [[number, sha256, texts] for (number, sha256), texts in self._kept.items()]
        return json.dumps(rows, ensure_ascii=False) if rows else ""

    def keep(self, item: Evidence, texts: Mapping[str, str]) -> bool:
        """Keep the texts of an exhibit's fields, all of them; whether it came to have some or came to have none."""
        key = _key(item)
        before = key in self._kept
        if texts:
            self._kept[key] = dict(texts)
        else:
            self._kept.pop(key, None)
        return before != bool(texts)

    def of(self, item: Evidence) -> Mapping[str, str]:
        """Return what is kept of an exhibit."""
        return self._kept.get(_key(item), {})


def _key(item: Evidence) -> _Key:
    return item.id, item.file.sha256
