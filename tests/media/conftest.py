"""One child process and one corpus for all media tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.media.corpus_maker import make_corpus
from walletcase.media.previewer import Previewer


@pytest.fixture(scope="session")
def previewer() -> Iterator[Previewer]:
    with Previewer(timeout_s=30.0) as shared:
        yield shared


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {path.name: path for path in make_corpus(tmp_path_factory.mktemp("media") / "corpus")}
