"""The files that a preview, a print job or a look in another program need for a while."""

from __future__ import annotations

import shutil
from pathlib import Path
from uuid import uuid4


class Scratch:
    """A folder of its own in the app's temporary folder. What an earlier run left there under ``name`` goes at once."""

    def __init__(self, temp_folder: Path, name: str = "dossier") -> None:
        for old in temp_folder.glob(f"{name}-*"):
            shutil.rmtree(old, ignore_errors=True)
        self._folder = temp_folder / f"{name}-{uuid4().hex}"

    def new(self, name: str) -> Path:
        """Return a path of that name at which nothing lies yet."""
        folder = self._folder / uuid4().hex
        folder.mkdir(parents=True, mode=0o700)
        return folder / name

    def copy(self, source: Path, name: str) -> Path:
        """Return a copy of a file under another name."""
        target = self.new(name)
        shutil.copyfile(source, target)
        return target

    def drop(self, path: Path | None) -> None:
        """Delete a file made here. One that another program holds open goes with the rest."""
        if path is not None:
            shutil.rmtree(path.parent, ignore_errors=True)

    def clear(self) -> None:
        """Delete everything made here."""
        shutil.rmtree(self._folder, ignore_errors=True)
