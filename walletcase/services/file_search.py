"""What still stands in files that go to others as they are: in all their words, and in what they say of themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from walletcase.domain.case import CaseRecord
from walletcase.domain.dossiers.audience import cleared
from walletcase.domain.dossiers.choices import NO_CHOICES
from walletcase.domain.evidence import Evidence
from walletcase.services.context import Context
from walletcase.services.dossier_options import DossierOptions
from walletcase.services.paper_leaks import PaperSearch, leak_test

_ENCODINGS = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")
_LEAST_BYTES = 6  # fewer stand anywhere in a picture by chance
_RUN = re.compile(rb"[\t\n\r\x20-\x7e]{12,}")  # so many signs that can be read stand together by no chance
_BLOCK, _OVERLAP = 1 << 20, 1 << 10


class FileSearch:
    """Looks through files of exhibits. ``search`` looks through a PDF."""

    def __init__(self, context: Context, search: PaperSearch) -> None:
        self._context = context
        self._search = search

    def leaks(
        self,
        items: Iterable[Evidence],
        record: CaseRecord,
        options: DossierOptions,
        secrets: Sequence[str],
        check: Callable[[], None],
    ) -> tuple[int, ...]:
        """Return the numbers of exhibits whose file shows what its reader must not see, or could not be looked through.

        ``secrets`` are bare (redaction.bare); ``check`` may raise to stop. A file that is gone shows nothing.
        """
        is_leak = leak_test(record, options, secrets)
        clear = cleared(record, options.choices or NO_CHOICES, options.language)
        found = []
        for item in items:
            check()
            with suppress(OSError):
                if self._shows(item, secrets, clear, is_leak, check):
                    found.append(item.exhibit_no)
        return tuple(found)

    def _shows(
        self,
        item: Evidence,
        secrets: Sequence[str],
        clear: Collection[str],
        is_leak: Callable[[str], bool],
        check: Callable[[], None],
    ) -> bool:
        path, kind = self._context.vault.path(item.file.sha256), item.media.media_type
        if is_leak("\n".join(text for _, text in item.media.says)) or _holds(path, secrets, is_leak, check):
            return True
        if kind.startswith("text/"):
            content = path.read_bytes()
            return is_leak("\n".join(content.decode(encoding, "replace") for encoding in _ENCODINGS))
        if kind == "application/pdf":
            leaks = self._search(path, secrets, item.media.pages or 0, clear)
            return leaks is None or bool(leaks)
        return False


def _holds(path: Path, secrets: Iterable[str], is_leak: Callable[[str], bool], check: Callable[[], None]) -> bool:
    """Whether a secret stands in a file's bytes, in any of the usual encodings, or a leak in words between them."""
    wanted = {secret.encode(encoding, "ignore") for secret in secrets for encoding in _ENCODINGS}
    wanted = {code for code in wanted if len(code) >= _LEAST_BYTES}
    tail = b""
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            check()
            seen = tail + block
            low = seen.lower()
            if any(code in low for code in wanted) or any(_tells(run, is_leak) for run in _RUN.findall(seen)):
                return True
            tail = seen[-_OVERLAP:]
    return False


def _tells(run: bytes, is_leak: Callable[[str], bool]) -> bool:
    """Whether words between bytes hold a leak. A sum of four bytes follows a note in a PNG: any of them may look like
    signs of it.
    """
    text = run.decode("ascii")
    glued = 5 if len(text) <= _OVERLAP else 1
    return any(is_leak(text[: len(text) - cut]) for cut in range(glued))
