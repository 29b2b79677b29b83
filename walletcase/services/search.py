"""Search over everything that was typed."""

from __future__ import annotations

from collections.abc import Sequence

from walletcase.services.context import Context
from walletcase.services.ports import Hit

HIT_LIMIT = 200


class SearchService:
    """One box over cases, fields, contacts and evidence."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def search(self, text: str, limit: int = HIT_LIMIT) -> Sequence[Hit]:
        """Return where a text occurs in live cases; any text is taken literally, blank text finds nothing."""
        if not text.strip():
            return ()
        with self._context.store.read() as unit:
            return unit.index.search(text.strip(), limit)
