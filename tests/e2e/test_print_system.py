"""Dossier, sheet and letter go through CUPS to a virtual IPP printer: as text, on the pages and sides asked for."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.export.conftest import run as run

ROOT = Path(__file__).resolve().parents[2]
PRINTER = "Virtual"
_CUPSD = """
LogLevel debug
Listen 127.0.0.1:{port}
Browsing Off
DefaultAuthType None
WebInterface No
<Location />
  Order allow,deny
  Allow all
</Location>
<Location /admin>
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""
_FILES = """
ServerRoot {folder}/etc
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/tmp
AccessLog {folder}/access_log
ErrorLog {folder}/error_log
PageLog {folder}/page_log
ServerKeychain {folder}/ssl
"""


@dataclass(frozen=True)
class PrintSystem:
    """A print queue of its own with one printer, which keeps what it is sent."""

    folder: Path
    environment: dict[str, str]

    @property
    def printed(self) -> list[Path]:
        """The documents that came out, the first one first."""
        return sorted((self.folder / "printed").iterdir(), key=lambda path: int(path.name.partition("-")[0]))

    def log(self, name: str) -> str:
        """A log of the system."""
        return (self.folder / name).read_text(encoding="utf-8", errors="replace")


def free_port() -> int:
    with socket.socket() as made:
        made.bind(("127.0.0.1", 0))
        port: int = made.getsockname()[1]
        return port


def until(holds: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + 40
    while not holds():
        assert time.monotonic() < end, what
        time.sleep(0.1)


@contextmanager
def started(environment: dict[str, str], log: Path, *command: str) -> Iterator[subprocess.Popen[bytes]]:
    with log.open("wb") as file:
        process = subprocess.Popen(command, env=environment, stdout=file, stderr=file, stdin=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that the queue's filters can enter too: they run as another user."""
    with tempfile.TemporaryDirectory(prefix="cups-") as made:
        Path(made).chmod(0o755)
        yield Path(made)


@pytest.fixture
def system(folder: Path) -> Iterator[PrintSystem]:
    """CUPS and a virtual IPP printer, both of this test alone. The printer wants a message bus to announce itself."""
    for name in ("spool", "cache", "state", "tmp", "etc/ppd", "printed", "ssl"):
        (folder / name).mkdir(parents=True, mode=0o755)
    queue, printer = free_port(), free_port()
    (folder / "etc" / "cupsd.conf").write_text(_CUPSD.format(port=queue), encoding="ascii")
    (folder / "etc" / "cups-files.conf").write_text(_FILES.format(folder=folder), encoding="utf-8")
    environment = dict(os.environ) | {"CUPS_SERVER": f"127.0.0.1:{queue}", "PATH": f"{os.environ['PATH']}:/usr/sbin"}
    with ExitStack() as stack:
        bus = ("dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address=unix:path={folder}/bus")
        stack.enter_context(started(environment, folder / "bus_log", *bus))
        until((folder / "bus").exists, "no message bus")
        environment["DBUS_SYSTEM_BUS_ADDRESS"] = f"unix:path={folder}/bus"
        kept = ("-d", str(folder / "printed"), "-k", "-f", "application/pdf")
        how = ("-v", "-v", "-n", "localhost", "-r", "off", "-s", "10,10", "-2")
        ipp = ("ippeveprinter", "-p", str(printer), *how, *kept, PRINTER)
        stack.enter_context(started(environment, folder / "printer_log", *ipp))
        etc = folder / "etc"
        cups = ("cupsd", "-f", "-c", str(etc / "cupsd.conf"), "-s", str(etc / "cups-files.conf"))
        stack.enter_context(started(environment, folder / "cups_log", *cups))
        add = ("lpadmin", "-p", PRINTER, "-E", "-v", f"ipp://localhost:{printer}/ipp/print", "-m", "everywhere")
        until(lambda: _done(add, environment), "the queue takes no printer")
        yield PrintSystem(folder, environment)


def _done(command: tuple[str, ...], environment: dict[str, str]) -> bool:
    return subprocess.run(command, env=environment, capture_output=True, check=False, timeout=30).returncode == 0


def printed_by_the_app(system: PrintSystem, data: Path, printer: str, *pages: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.e2e.print_driver", str(data), printer, *pages]
    environment = system.environment | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False, timeout=180
    )
    assert "END " in done.stdout, done.stderr[-3000:]
    told: dict[str, Any] = json.loads(done.stdout.partition("END ")[2])
    return told


def test_what_comes_out_is_the_file_itself_with_the_pages_and_sides_asked_for(
    system: PrintSystem, tmp_path: Path, run: Callable[..., str]
) -> None:
    told = printed_by_the_app(system, tmp_path / "data", PRINTER, "2", "5")
    assert PRINTER in told["printers"]
    assert told["told"] == ["None", PRINTER]
    assert [(one["way"], one["target"]) for one in told["left"]][:1] == [("print", PRINTER)]
    until(lambda: len(system.printed) == 3, system.log("error_log")[-2000:])
    dossier, sheet, letter = system.printed
    until(lambda: "Pages:" in run("pdfinfo", dossier), "the dossier came out broken")
    assert "Pages:           4" in run("pdfinfo", dossier)
    text = "".join(run("pdftotext", dossier, "-").split())
    assert "目录" in text  # text, not a picture of it
    assert "WC-2026-0001-0005" in text
    assert "WC-2026-0001-0006" not in text
    for paper, words in ((sheet, "网点携带清单"), (letter, told["letter"])):
        until(lambda one=paper: "Pages:" in run("pdfinfo", one), f"{paper.name} came out broken")  # type: ignore[misc]
        assert words in "".join(run("pdftotext", paper, "-").split())
    asked = system.log("error_log")  # at its most talkative it tells what it was asked for
    for wish in ("sides=two-sided-long-edge", "print-color-mode=monochrome", "media=A4"):
        assert wish in asked, wish


def test_a_queue_that_refuses_is_told(system: PrintSystem, tmp_path: Path) -> None:
    refusing = tmp_path / "bin" / "lp"
    refusing.parent.mkdir()
    refusing.write_text("#!/bin/sh\nexit 1\n", encoding="ascii")
    refusing.chmod(0o755)
    system.environment["PATH"] = f"{refusing.parent}:{system.environment['PATH']}"
    told = printed_by_the_app(system, tmp_path / "data", PRINTER, "1", "2")
    assert told["told"] == ["printer_failed"]
    assert system.printed == []
