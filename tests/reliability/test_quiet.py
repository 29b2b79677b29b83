"""Nothing in a file is executed, followed or fetched, and a whole journey calls nobody: seen from outside by strace.

The one network act, asking a time-stamp authority that the person named, shows that strace would have seen a call.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.infra.tsa import Authority
from tests.media.corpus_documents import pdf
from tests.reliability.hostile_files import forbidden_in, hostile_files

ROOT = Path(__file__).resolve().parents[2]
SECRET = "canary-7f3a9c"
_CALLS = "trace=socket,connect,sendto,execve,execveat,openat,open"
_INTERNET = re.compile(r"AF_INET6?\b")
_RUN = re.compile(r'execve(?:at)?\((.*)\) = 0$')


@dataclass
class Journey:
    """What a journey did, and what strace saw of it."""

    told: dict[str, Any]
    calls: list[str]
    fetched: list[str] = field(default_factory=list)

    @property
    def internet(self) -> list[str]:
        """Every call that has to do with the internet."""
        return [call for call in self.calls if _INTERNET.search(call)]

    @property
    def programs(self) -> list[str]:
        """Every program that was started."""
        return [found[1] for call in self.calls if (found := _RUN.search(call))]


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """A web server that any link in the files leads to; gives its address and who called."""
    called: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def handle_one_request(self) -> None:
            called.append(self.rfile.readline(200).decode("latin-1"))
            self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", called
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def travel(folder: Path, files: Path, address: str = "") -> Journey:
    """Go on the journey under strace."""
    program = shutil.which("strace")
    assert program is not None, "strace is missing: these promises need it (Debian: apt-get install strace)"
    out, log = folder / "out", folder / "calls"
    out.mkdir()
    driver = [sys.executable, "-m", "tests.reliability.quiet_driver", str(folder / "data"), str(files), str(out)]
    command = [program, "-f", "--seccomp-bpf", "-qq", "-s", "300", "-e", _CALLS, "-o", str(log), *driver]
    command += [address] if address else []
    # Some libraries are quiet where they think that a machine tests them: here they must be quiet anywhere.
    env = {name: value for name, value in os.environ.items() if name not in ("CI", "PYTEST_CURRENT_TEST")}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=280, check=False)
    end = next((line for line in done.stdout.splitlines() if line.startswith("END ")), "")
    assert end, done.stderr[-3000:]
    return Journey(json.loads(end[4:]), log.read_text(encoding="utf-8", errors="replace").splitlines())


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where it all happens."""
    return tmp_path_factory.mktemp("quiet")


@pytest.fixture(scope="module")
def journey(place: Path) -> Journey:
    """One journey through files that want something."""
    canary = place / f"{SECRET}.txt"
    canary.write_text(f"content of {SECRET}", encoding="utf-8")
    with listening() as (address, called):
        files = place / "files"
        hostile_files(files, address, canary)
        made = travel(place, files)
        made.fetched.extend(called)
    return made


def test_all_was_kept_looked_at_and_read(journey: Journey, report: Callable[..., None]) -> None:
    stored = [name for name, _, _ in journey.told["stored"]]
    assert len(stored) >= 23
    assert journey.told["seen"] == len(stored)
    assert journey.told["read"] >= 15
    assert journey.told["hits"] > 0
    assert journey.told["problems"] == []
    report("quiet", files=len(stored), read=journey.told["read"], calls=len(journey.calls))


def test_nobody_was_called(journey: Journey) -> None:
    assert journey.internet == []
    assert journey.fetched == []


def test_nothing_was_run_but_our_own_children(journey: Journey) -> None:
    workers = re.compile(r'"-m", "walletcase\.media\.(worker|reading_worker|redacting_worker)"')
    others = [program for program in journey.programs if not workers.search(program)]
    assert len(journey.programs) > 1
    assert len(others) == 1, others  # the journey itself
    assert "tests.reliability.quiet_driver" in others[0]


def test_no_file_that_was_pointed_to_was_opened(journey: Journey, place: Path) -> None:
    opened = [call for call in journey.calls if SECRET in call and "execve" not in call]
    assert opened == []
    assert any(str(place / "files") in call for call in journey.calls)  # strace did see files being opened
    kept = [file for file in (*(place / "data").rglob("*"), *(place / "out").rglob("*")) if file.is_file()]
    assert [file for file in kept if f"content of {SECRET}".encode() in file.read_bytes()] == []


def test_the_dossier_carries_no_action_along(journey: Journey, place: Path) -> None:
    assert forbidden_in(place / "files" / "actions.pdf") != []
    assert forbidden_in(place / "files" / "outside.pdf") != []
    assert forbidden_in(place / "out" / "dossier.pdf") == []
    assert forbidden_in(place / "out" / "letter.pdf") == []
    content = (place / "out" / "dossier.pdf").read_bytes()
    with pikepdf.open(place / "out" / "dossier.pdf") as opened:
        assert len(opened.pages) > 20
        assert len(opened.attachments) == 0
    assert b"launchURL" not in content


def test_the_one_network_act_is_seen_and_goes_where_it_was_sent(tmp_path: Path) -> None:
    files = tmp_path / "files"
    files.mkdir()
    (files / "a.txt").write_text("证据", encoding="utf-8")
    with Authority(tmp_path / "tsa").at_an_address() as address:
        journey = travel(tmp_path, files, address)
    port = address.rpartition(":")[2].partition("/")[0]
    connected = [call for call in journey.internet if "connect(" in call]
    assert connected
    assert all(f"sin_port=htons({port})" in call and "127.0.0.1" in call for call in connected)


def test_a_call_would_be_seen(tmp_path: Path) -> None:
    """The reading of strace's log is no blind eye: a program that calls and runs something is caught."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        code = f"import socket, subprocess; socket.create_connection(('127.0.0.1', {port})); subprocess.run(['true'])"
        log = tmp_path / "calls"
        traced = ["strace", "-f", "-qq", "-s", "300", "-e", _CALLS, "-o", str(log)]
        subprocess.run([*traced, sys.executable, "-c", code], check=True)
    seen = Journey({}, log.read_text(encoding="utf-8").splitlines())
    assert any(f"htons({port})" in call for call in seen.internet)
    assert any('["true"]' in program for program in seen.programs)


def test_what_a_pdf_could_do_is_found(tmp_path: Path) -> None:
    made = pdf(1)
    made.save(tmp_path / "plain.pdf")
    assert forbidden_in(tmp_path / "plain.pdf") == []
    made.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("x"))
    made.save(tmp_path / "acts.pdf")
    assert len(forbidden_in(tmp_path / "acts.pdf")) == 3
    made.close()
