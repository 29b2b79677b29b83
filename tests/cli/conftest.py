"""The command line as it is called: in this process where nothing speaks against it, else in one of its own."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from walletcase.cli.run import main

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Answer:
    """What a command printed and ended with."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> dict[str, Any]:
        """The one JSON document on standard output."""
        assert self.out.count("\n") == 1, "one document on one line"
        found = json.loads(self.out)
        assert isinstance(found, dict)
        return found

    @property
    def complaint(self) -> str:
        """The one clear line on standard error."""
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        assert lines[0].startswith("walletcase: ")
        assert "Traceback" not in self.err
        return lines[0]


Cli = Callable[..., Answer]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that is not there yet."""
    return tmp_path / "data"


@pytest.fixture
def cli(folder: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    """Run a command on the test's data folder in this process."""

    def run(*words: str) -> Answer:
        capsys.readouterr()
        code = main(["--data-dir", str(folder), *words])
        out, err = capsys.readouterr()
        return Answer(code, out, err)

    return run


@pytest.fixture(scope="session")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample case in it, made once, never changed."""
    made = tmp_path_factory.mktemp("sampled") / "data"
    assert main(["--data-dir", str(made), "--json", "sample"]) == 0
    return made


@pytest.fixture
def sample(sampled: Path, folder: Path) -> str:
    """Put a copy of the sample into the test's data folder and return its number."""
    shutil.copytree(sampled, folder)
    with closing(sqlite3.connect(folder / "wallet.sqlite3")) as database:
        return str(database.execute("SELECT number FROM cases").fetchone()[0])


@pytest.fixture
def case(cli: Cli) -> str:
    """The number of a new, empty case."""
    return str(cli("--json", "new", "--title", "钱包打不开").document["case"])

