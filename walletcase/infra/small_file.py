"""A small text file of the data folder: written whole, readable by its owner only."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path


class SmallFile:
    """``load`` and ``save`` never raise for the disk's sake: what is kept here is dear but not the record itself."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def load(self) -> str:
        """Return the text, "" if there is none or it can't be read; what is no text is set aside."""
        try:
            return self._file.read_text(encoding="utf-8")
        except OSError:
            return ""
        except ValueError:
            self.set_aside()
            return ""

    def save(self, text: str) -> bool:
        """Write the text through a temporary file; an empty text removes the file. False if the disk refused."""
        part = self._file.with_suffix(".part")
        try:
            if not text:
                self._file.unlink(missing_ok=True)
                return True
            with os.fdopen(os.open(part, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as out:
                out.write(text.encode("utf-8", "backslashreplace"))  # half a pair: \ud800, as JSON writes it too
                out.flush()
                os.fsync(out.fileno())
            os.replace(part, self._file)
        except OSError:
            with suppress(OSError):
                part.unlink()
            return False
        return True

    def set_aside(self) -> None:
        """Keep a text that makes no sense under another name: never over one that was set aside before."""
        with suppress(OSError):
            os.rename(self._file, next(name for name in self._other_names() if not os.path.lexists(name)))

    def _other_names(self) -> Iterator[Path]:
        yield self._file.with_suffix(".bad")
        for number in count(2):
            yield self._file.with_suffix(f".bad{number}")
