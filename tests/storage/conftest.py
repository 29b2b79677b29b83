"""A real store and a real vault in a folder of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from walletcase.storage.opening import open_store
from walletcase.storage.unit_of_work import SqlStore
from walletcase.storage.vault import FileVault


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that does not exist yet."""
    return tmp_path / "data"


@pytest.fixture
def store(folder: Path) -> SqlStore:
    """An empty store."""
    return open_store(folder)


@pytest.fixture
def vault(folder: Path) -> FileVault:
    """An empty vault."""
    return FileVault(folder)
