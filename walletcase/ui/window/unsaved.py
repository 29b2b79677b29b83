"""What is typed and is no record yet, on disk: it outlives a change of language and the app."""

from __future__ import annotations

import json
from pathlib import Path

from walletcase.infra.small_file import SmallFile
from walletcase.ui.evidence.unfinished import Unfinished
from walletcase.ui.timeline.drafts import Drafts


class Unsaved:
    """Contacts being written, and what can't be stored about exhibits as it stands."""

    def __init__(self, folder: Path) -> None:
        self._files = (SmallFile(folder / "drafts.json"), SmallFile(folder / "drafts-evidence.json"))
        contacts, exhibits = (_loaded(file) for file in self._files)
        self.contacts = Drafts.from_json(contacts)
        self.exhibits = Unfinished.from_json(exhibits)
        self._kept = self._texts()

    def keep(self) -> None:
        """Write what has changed since it was written last."""
        texts = self._texts()
        for file, text, kept in zip(self._files, texts, self._kept, strict=True):
            if text != kept:
                file.save(text)
        self._kept = texts

    def _texts(self) -> tuple[str, str]:
        return self.contacts.to_json(), self.exhibits.to_json()


def _loaded(file: SmallFile) -> str:
    """Return a file's text; what is no JSON is set aside, so that nothing is written over it."""
    text = file.load()
    try:
        json.loads(text or "[]")
    except (ValueError, RecursionError):
        file.set_aside()
        return ""
    return text
