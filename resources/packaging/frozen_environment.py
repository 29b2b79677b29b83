"""Runs first in a frozen build: what the program starts (a PDF viewer, a browser) must not get the program's libraries.

PyInstaller's starter points LD_LIBRARY_PATH at the program's own folder. The loader has read it by now; other programs,
which belong to the system, would take ours for theirs.
"""

from __future__ import annotations

import os
import sys


def give_back() -> None:
    """Put the user's own value back, which the starter keeps beside it."""
    if not sys.platform.startswith("linux"):
        return
    own = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if own is None:
        os.environ.pop("LD_LIBRARY_PATH", None)
    else:
        os.environ["LD_LIBRARY_PATH"] = own


give_back()
