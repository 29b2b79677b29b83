"""Makes redacted copies and looks through them, in a child process: the app's end."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Final

from walletcase.domain.redaction import Leak, LeakPlace
from walletcase.media.asker import Asker
from walletcase.media.kinds import PDF, is_picture
from walletcase.services.redaction import Burnt, Order

_MOST_BYTES: Final = 1 << 30
_MOST_ANSWER: Final = 4 << 20
_MOST_LEAKS: Final = 200
_PATIENCE: Final = 4
_PAGES_A_TURN: Final = 4  # so many pages of a PDF may take as long as the timeout says
_KINDS: Final = frozenset({PDF, "image/png", "image/jpeg", "image/tiff"})


class Redactor:
    """Implements services.redaction.Burner. Nothing here raises for the content of a file; any thread may call."""

    def __init__(self, timeout_s: float = 15.0) -> None:
        """``timeout_s``: how long a few pages may take. No process is started yet."""
        self._asker = Asker("redacting", timeout_s)

    def can_burn(self, media_type: str) -> bool:
        """Whether boxes can be burnt into a file of this type."""
        return media_type == PDF or is_picture(media_type)

    def burn(self, path: Path, order: Order, out: Path) -> Burnt:
        """Write a copy with boxes burnt in to ``out``, which must not exist. ``note`` says why there is none."""
        answer = self._asker.ask(_asked("burn", order), path, _MOST_BYTES, _patience(order))
        kind, pages = answer.facts.get("media_type"), answer.facts.get("drawn")
        if answer.note:
            return Burnt(answer.note)
        if not isinstance(kind, str) or kind not in _KINDS or not isinstance(pages, list) or not answer.body:
            return Burnt("damaged")
        with out.open("xb") as file:
            file.write(answer.body)
        return Burnt("", kind, frozenset(page for page in pages if isinstance(page, int)))

    def search(self, path: Path, order: Order) -> tuple[Leak, ...] | None:
        """Look through a copy, in another process than burnt it. None where it could not be looked through."""
        self._asker.rest()
        answer = self._asker.ask(_asked("search", order), path, _MOST_ANSWER, _patience(order))
        return None if answer.note else _leaks(answer.body)

    def search_paper(
        self, path: Path, secrets: Sequence[str], pages: int, clear: Collection[str] = ()
    ) -> tuple[Leak, ...] | None:
        """Look through a finished PDF of so many pages for secrets, and for any identity or card number but the
        ``clear`` ones. None where it could not be looked through.
        """
        patience = _PATIENCE + pages // _PAGES_A_TURN
        request: dict[str, object] = {"ask": "paper", "secrets": list(secrets), "clear": sorted(clear)}
        answer = self._asker.ask(request, path, _MOST_ANSWER, patience)
        return None if answer.note else _leaks(answer.body)

    def search_original(
        self, path: Path, media_type: str, secrets: Sequence[str], pages: int, clear: Collection[str] = ()
    ) -> tuple[Leak, ...] | None:
        """As search_paper, of a picture or PDF that goes to others as it is: what it says beside its pages, too, and
        what can't be looked through (domain.original_finds).
        """
        patience = _PATIENCE + pages // _PAGES_A_TURN
        request: dict[str, object] = {"ask": "original", "media_type": media_type}
        request |= {"secrets": list(secrets), "clear": sorted(clear)}
        answer = self._asker.ask(request, path, _MOST_ANSWER, patience)
        return None if answer.note else _leaks(answer.body)

    def interrupt(self) -> None:
        """End what is under way; it is answered with the note "stopped"."""
        self._asker.interrupt()

    def rest(self) -> None:
        """Give the child's memory back."""
        self._asker.rest()

    def close(self) -> None:
        """End the child. Afterwards nothing is burnt."""
        self._asker.close()


def _asked(ask: str, order: Order) -> dict[str, object]:
    rows = [[box.page_no, box.left, box.top, box.right, box.bottom] for box in order.boxes]
    more: dict[str, object] = {"secrets": list(order.secrets), "drawn": sorted(order.drawn)}
    return {"ask": ask, "media_type": order.media_type, "boxes": rows, **more}


def _patience(order: Order) -> int:
    return _PATIENCE + order.pages // _PAGES_A_TURN


def _leaks(body: bytes) -> tuple[Leak, ...] | None:
    """The child's finds; what it says otherwise is no answer, and the copy counts as not looked through."""
    try:
        rows = json.loads(body)
        return tuple(Leak(LeakPlace(row[0]), int(row[1]), str(row[2])[:80]) for row in rows[:_MOST_LEAKS])
    except (ValueError, TypeError, LookupError):
        return None
