"""Names of what is found in a file that goes to others as it is."""

from __future__ import annotations

from typing import Final

NOTES: Final = "notes"  # something that its reader must not see, beside the pages
CLOSED: Final = "closed"  # a part of it that can't be looked through
PLACE: Final = "place"  # where it was taken
UNDECIDED: Final = frozenset({CLOSED, PLACE})  # no finds: it goes where the person said so
