"""Search over everything that was typed."""

from __future__ import annotations

from collections.abc import Sequence

from walletcase.services.context import Context
from walletcase.services.ports import Hit, Store

HIT_LIMIT = 200


class SearchService:
    """One box over all that was typed, and over the words on pages."""

    def __init__(self, context: Context, plain: Store) -> None:
        """``plain`` is the store that notes nothing for undo: what the index knows is no change of the person's."""
        self._context = context
        self._plain = plain

    def search(self, text: str, limit: int = HIT_LIMIT) -> Sequence[Hit]:
        """Return where a text occurs in live cases; any text is taken literally, blank text finds nothing."""
        if not text.strip():
            return ()
        with self._context.store.read() as unit:
            return unit.index.search(text.strip(), limit)

    def count(self, text: str) -> int:
        """Return how many hits there are, shown or not."""
        if not text.strip():
            return 0
        with self._context.store.read() as unit:
            return unit.index.count(text.strip())

    def catch_up(self) -> None:
        """Put the cases into the index that it knows nothing of: a newer version has emptied it."""
        with self._plain.read() as unit:
            missing = unit.index.unknown_cases()
        for case_id in missing:
            with self._plain.write() as unit:
                self._context.make_findable(unit, self._context.record(unit, case_id))
