"""Where things are kept. The only module that asks appdirs."""

from __future__ import annotations

import shutil
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PORTABLE_FLAG = "portable.flag"


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders below one data folder. Nothing is created by looking at them."""

    data: Path

    @property
    def temp(self) -> Path:
        """Short-lived files of this app, on the data folder's own file system."""
        return self.data / "tmp"

    @property
    def thumbnails(self) -> Path:
        """Pictures that can be made again."""
        return self.data / "thumbs"

    @property
    def logs(self) -> Path:
        """The app's own log."""
        return self.data / "logs"

    @property
    def settings(self) -> Path:
        """Window places and choices."""
        return self.data / "settings.json"

    @property
    def playbooks(self) -> Path:
        """The person's own playbooks; made when the first one is added."""
        return self.data / "playbooks"

    @property
    def lock(self) -> Path:
        """The one writer's lock."""
        return self.data / "lock"

    def create(self) -> None:
        """Make the folders that are not there, readable by their owner only; one that is there is left as it is."""
        self.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        for folder in (self.temp, self.thumbnails, self.logs):
            folder.mkdir(exist_ok=True, mode=0o700)

    def clear_temp(self) -> None:
        """Remove what an earlier start left behind; only for the holder of the lock. What can't be removed stays."""
        for left in self.temp.iterdir():
            if left.is_dir() and not left.is_symlink():
                shutil.rmtree(left, ignore_errors=True)
            else:
                with suppress(OSError):
                    left.unlink()


def default_data_folder() -> Path:
    """Return the folder that appdirs names, or ``data`` beside a portable.flag that lies beside the program."""
    program = Path(sys.executable if getattr(sys, "frozen", False) else sys.argv[0] or ".").resolve().parent
    if (program / PORTABLE_FLAG).exists():
        return program / "data"
    import appdirs

    return Path(appdirs.user_data_dir("WalletCase", appauthor=False))
