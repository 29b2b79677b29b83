"""The children have no way to the internet: the kernel refuses them, whatever library asks."""

from __future__ import annotations

import platform
import subprocess
import sys
from pathlib import Path

import pytest

from walletcase.media.child import MediaChild

_ASKS = """
import ctypes, socket, threading
from walletcase.media import silence
libc = ctypes.CDLL(None, use_errno=True)
def opened(family):
    handle = libc.socket(family, 1, 0)
    return handle >= 0 or ctypes.get_errno()
print(opened(2), opened(10), opened(1))
print(silence.shut())
print(opened(2), opened(10), opened(1))
told = []
thread = threading.Thread(target=lambda: told.append(opened(2)))
thread.start()
thread.join()
print(*told, open("/proc/self/status").read().split("Seccomp:")[1].split()[0])
"""
ON_LINUX = sys.platform == "linux" and platform.machine() in ("x86_64", "aarch64")


def test_a_process_that_shut_itself_off_gets_no_internet_socket() -> None:
    done = subprocess.run([sys.executable, "-c", _ASKS], capture_output=True, text=True, check=True)
    before, could, after, thread = done.stdout.splitlines()
    assert before == "True True True"
    if ON_LINUX:
        assert (could, after, thread) == ("True", "13 13 True", "13 2")  # EACCES, also for a thread; the filter is on
    else:
        assert could == "False"


@pytest.mark.parametrize("worker", ["media", "reading", "redacting"])
def test_every_child_is_shut_off(worker: str) -> None:
    child = MediaChild(worker)
    try:
        if ON_LINUX:
            for task in Path(f"/proc/{child.pid}/task").iterdir():
                status = (task / "status").read_text(encoding="ascii")
                assert status.split("Seccomp:")[1].split()[0] == "2", task.name
    finally:
        child.end()
