"""The newest line of the journal, noted beside the database: lines cut off at its end are missed.

The database can't tell: whoever cuts lines off can put its counter right, too.
"""

from __future__ import annotations

import os
import re
import threading
from contextlib import suppress
from pathlib import Path
from typing import Final

from walletcase.domain.custody import NewestLine
from walletcase.storage.durable import create_file

NAME: Final = "journal.head"
_LINE: Final = re.compile(r"([1-9][0-9]{0,18}) ([0-9a-f]{64})\n")


class HeadNote:
    """One small file. Any thread may keep and ask."""

    def __init__(self, folder: Path) -> None:
        """The file need not exist."""
        self._file = folder / NAME
        self._turn = threading.Lock()

    def kept(self) -> NewestLine | None:
        """Return what was noted last, None if nothing readable is there."""
        try:
            found = _LINE.fullmatch(self._file.read_text(encoding="ascii"))
        except (OSError, ValueError):
            return None
        return None if found is None else NewestLine(int(found[1]), found[2])

    def keep(self, newest: NewestLine) -> None:
        """Note a line that is in the database by now. A disk that refuses is no fault: an older note still holds.

        Nothing is forced onto the disk here: after a loss of power the note may be older than the journal, never newer.
        """
        part = self._file.with_suffix(".part")
        with self._turn:
            before = self.kept()
            if before is not None and before.line > newest.line:
                return
            with suppress(OSError):
                part.unlink(missing_ok=True)
                with os.fdopen(create_file(part), "wb") as out:
                    out.write(f"{newest.line} {newest.sha256}\n".encode("ascii"))
                os.replace(part, self._file)
