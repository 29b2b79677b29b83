"""The shipped playbooks, read from resources/playbooks when asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from walletcase.domain.errors import UserError
from walletcase.domain.playbook import Playbook
from walletcase.domain.playbook_reader import read_playbook_text
from walletcase.infra import resources

DEFAULT = "icbc-digital-wallet"


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
        return _read(key)


@cache
def _read(key: str) -> Playbook:
    name = f"{key}.toml"
    return read_playbook_text(resources.path("playbooks", name).read_text(encoding="utf-8"), name)
