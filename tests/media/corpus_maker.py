"""A folder of files as odd as those that people bring, the same bytes each time but for the password-protected ones.

Made, not stored: none of it comes from outside this project.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from tests.media import corpus_documents as documents
from tests.media import corpus_pictures as pictures
from tests.media import corpus_structures as structures
from tests.media.corpus_pictures import Makers

# Note of ``MediaFacts`` → the files for which a thorough probe says so. "?" may be said to be whole or damaged.
BY_NOTE: Final[dict[str, Makers]] = {
    "": {**pictures.GOOD, **documents.GOOD, **documents.TEXTS, **structures.GOOD},
    "damaged": {**pictures.DAMAGED, **documents.DAMAGED, **structures.DAMAGED},
    "too_large": pictures.TOO_LARGE,
    "encrypted": {**documents.LOCKED, **structures.LOCKED},
    "unsupported": {
        **documents.OTHERS,
        **{name: partial(bytes, content) for name, (content, _) in structures.SOUNDS.items()},
    },
    "empty": documents.EMPTY,
    "?": documents.UNDECIDED,
}


def make_corpus(folder: Path) -> list[Path]:
    """Writes the files into ``folder`` (made if need be) and returns them in a fixed order."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for makers in BY_NOTE.values():
        for name, make in makers.items():
            path = folder / name
            path.write_bytes(make())
            made.append(path)
    return made


def expected_note(path: Path) -> str:
    """The note a thorough probe gives for a file of the corpus; "?" where "" and "damaged" are both right."""
    return next(note for note, makers in BY_NOTE.items() if path.name in makers)
