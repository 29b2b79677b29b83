"""`python -m walletcase` as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.cli.conftest import ROOT

COMMAND = [sys.executable, "-m", "walletcase"]

_HOLDER = """
import sys
from pathlib import Path
from walletcase.infra.lock import FolderLock
with FolderLock(Path(sys.argv[1]) / "lock"):
    print("held", flush=True)
    sys.stdin.read()
"""


def run(*words: str, **how: Any) -> subprocess.CompletedProcess[bytes]:
    """Run a command to its end."""
    environment = {**os.environ, **how.pop("env", {})}
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL, **how}
    return subprocess.run([*COMMAND, *words], cwd=ROOT, env=environment, timeout=120, check=False, **streams)


@contextmanager
def holding(folder: Path) -> Iterator[None]:
    """Another process holds a data folder's lock, as an open window does."""
    command = [sys.executable, "-c", _HOLDER, str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdin is not None
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        try:
            yield
        finally:
            holder.stdin.close()
            holder.wait(30)
