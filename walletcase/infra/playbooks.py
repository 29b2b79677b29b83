"""Playbooks: the shipped ones in resources/playbooks, a person's own in the data folder."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path, PureWindowsPath

from walletcase.domain.errors import UserError
from walletcase.domain.flow.playbook import Playbook
from walletcase.domain.flow.reader import read_playbook_text
from walletcase.domain.flow.table import fault
from walletcase.infra import resources
from walletcase.infra.files import WholeFiles

DEFAULT = "icbc-digital-wallet"
MOST_BYTES = 1_000_000  # the longest shipped one has about 170,000
RETIRED = "retired"


class ShippedPlaybooks:
    """Implements services.ports.PlaybookSource over a folder of TOML files named by their keys."""

    def known(self) -> Sequence[str]:
        """Return the keys of all playbooks, the default one first."""
        keys = sorted(file.stem for file in resources.path("playbooks").glob("*.toml"))
        return sorted(keys, key=lambda key: key != DEFAULT)

    def get(self, key: str) -> Playbook:
        """Return a playbook. Raises UserError: no_such_playbook, playbook_invalid."""
        if key not in self.known():
            raise UserError("no_such_playbook", playbook=key, known=", ".join(self.known()))
        return _shipped(key)


class PlaybookFiles:
    """Implements services.playbooks.PlaybookShelf: the shipped playbooks and a folder of the person's own.

    What the person took out, and each version that a newer one replaced, is kept in the folder ``retired``: no new case
    is made with it, but cases that began with it go on.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def known(self) -> Sequence[str]:
        """Return the keys of all playbooks a case can be made with, the default one first."""
        return (*self.shipped(), *(key for key in self.own() if not self._fault(key)))

    def shipped(self) -> Sequence[str]:
        """Return the keys of the shipped playbooks, the default one first."""
        return ShippedPlaybooks().known()

    def own(self) -> Sequence[str]:
        """Return the keys of the person's own playbooks, readable or not."""
        shipped = self.shipped()
        return sorted(file.stem for file in self._folder.glob("*.toml") if file.stem not in shipped)

    def get(self, key: str) -> Playbook:
        """Return a playbook, a retired one too. Raises UserError: no_such_playbook, playbook_invalid."""
        if key in self.shipped():
            return _shipped(key)
        for file in (self._folder / f"{key}.toml", self._retired(key)):
            if Path(file.name).stem == key and file.is_file():
                return _own(file, file.stat().st_mtime_ns)
        raise UserError("no_such_playbook", playbook=key, known=", ".join(self.known()))

    def read(self, file: Path) -> str:
        """Return the text of a file that a person picked.

        Raises UserError: file_missing, not_a_file, file_unreadable, playbook_too_large, playbook_invalid (no UTF-8).
        """
        if not file.exists():
            raise UserError("file_missing", file=file.name)
        if not file.is_file():
            raise UserError("not_a_file", file=file.name)
        try:
            with file.open("rb") as stream:
                content = stream.read(MOST_BYTES + 1)
        except OSError as error:
            raise UserError("file_unreadable", file=file.name, reason=error.strerror or error) from error
        if len(content) > MOST_BYTES:
            raise UserError("playbook_too_large", file=file.name, limit=f"{MOST_BYTES // 1000} KB")
        return _decoded(file.name, content)

    def check(self, playbook: Playbook, file: str) -> None:
        """Check that a playbook can be kept and shown. Raises UserError("playbook_invalid")."""
        _check(playbook, file)

    def put(self, key: str, text: str) -> None:
        """Keep a playbook; an earlier version of it is retired. Raises UserError: disk_full, target_unwritable."""
        self._folder.mkdir(mode=0o700, exist_ok=True)
        if (self._folder / f"{key}.toml").exists():
            self.retire(key)
        WholeFiles().write_whole(self._folder / f"{key}.toml", lambda part: _write(part, text))

    def retire(self, key: str) -> None:
        """Let no new case be made with a playbook. Raises UserError: no_such_playbook, target_unwritable."""
        file = self._folder / f"{key}.toml"
        if key not in self.own():
            raise UserError("no_such_playbook", playbook=key, known=", ".join(self.own()) or "-")
        target = self._retired(key)
        try:
            target.parent.mkdir(mode=0o700, exist_ok=True)
            os.replace(file, target)
        except OSError as error:
            raise UserError("target_unwritable", file=target.name, reason=error.strerror or error) from error

    def _retired(self, key: str) -> Path:
        return self._folder / RETIRED / f"{key}.toml"

    def _fault(self, key: str) -> bool:
        try:
            self.get(key)
        except UserError:
            return True
        return False


def _write(part: Path, text: str) -> None:
    part.write_text(text, encoding="utf-8", newline="\n")


def _decoded(name: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError("playbook_invalid", file=name, step="-", key="-", expected="text in UTF-8") from error


@cache
def _shipped(key: str) -> Playbook:
    name = f"{key}.toml"
    return read_playbook_text(resources.path("playbooks", name).read_text(encoding="utf-8"), name)


@cache
def _own(file: Path, changed_ns: int) -> Playbook:
    """Read a person's own file; read again once it was changed at another time."""
    try:
        playbook = read_playbook_text(_decoded(file.name, file.read_bytes()), file.name)
    except OSError as error:
        raise UserError("file_unreadable", file=file.name, reason=error.strerror or error) from error
    if playbook.key != file.stem:
        raise UserError("playbook_invalid", file=file.name, step="-", key="key", expected=f"{file.stem}, as the file")
    _check(playbook, file.name)
    return playbook


@cache
def _icons() -> frozenset[str]:
    return frozenset(file.stem for file in resources.path("icons").glob("*.svg"))


def _check(playbook: Playbook, file: str) -> None:
    if PureWindowsPath(f"{playbook.key}.toml").is_reserved():
        fault(file, "-", "key", "a word that can be the name of a file on every computer")
    used = [("-", f"channel[{channel.key}].icon", channel.icon) for channel in playbook.channels]
    used += [(step.key, "icon", step.icon) for step in playbook.steps]
    for step_key, key, name in used:
        if name not in _icons():
            fault(file, step_key, key, f"one of: {', '.join(sorted(_icons()))}")
