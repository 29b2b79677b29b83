"""The app's own log."""

from __future__ import annotations

import logging
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from walletcase.infra import logs


@pytest.fixture(autouse=True)
def own_handlers() -> Iterator[None]:
    """Take away what a test added."""
    logger = logging.getLogger("walletcase")
    handlers, level = list(logger.handlers), logger.level
    yield
    for handler in set(logger.handlers) - set(handlers):
        logger.removeHandler(handler)
        handler.close()
    logger.setLevel(level)


def test_warnings_go_into_a_file_of_the_owner(tmp_path: Path) -> None:
    logs.start(tmp_path)
    logging.getLogger("walletcase.some.part").warning("something odd")
    file = logs.file(tmp_path)
    assert "WARNING walletcase.some.part something odd" in file.read_text(encoding="utf-8")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_it_stays_small_and_its_owners(tmp_path: Path) -> None:
    logs.start(tmp_path)
    for _ in range(1200):
        logging.getLogger("walletcase").warning("%s", "x" * 1000)
    files = list(tmp_path.glob("walletcase.log*"))
    assert len(files) == 2
    assert sum(file.stat().st_size for file in files) < 1_200_000
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_a_folder_that_can_not_be_written_is_let_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.start(tmp_path / "gone")
    logging.getLogger("walletcase").error("said to nobody")
    assert capsys.readouterr().err == ""
