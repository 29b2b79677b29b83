"""The child may crash, hang, lie or eat memory: the parent stays calm, small and free of decoders."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PIL import Image

from walletcase.adapters import Media
from walletcase.domain.evidence import MediaFacts
from walletcase.infra.paths import Folders
from walletcase.media.limits import MEMORY_BYTES
from walletcase.media.previewer import Previewer

ROOT = Path(__file__).resolve().parents[2]
FACTS = MediaFacts("image/png", width_px=48, height_px=32, pages=1, fingerprint="0000000000000000")


def pid_of(previewer: Previewer) -> int:
    pid = previewer.child_pid
    assert pid is not None
    return pid


def run_python(code: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False, cwd=ROOT, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_killed_child_is_replaced(corpus: dict[str, Path]) -> None:
    with Previewer(timeout_s=30) as previewer:
        assert previewer.child_pid is None
        assert previewer.probe(corpus["rgb.png"], "image/png") == FACTS
        first = pid_of(previewer)
        os.kill(first, signal.SIGKILL)
        assert previewer.probe(corpus["rgb.png"], "image/png") == FACTS
        assert pid_of(previewer) != first


def test_a_child_killed_while_it_works_is_replaced(corpus: dict[str, Path]) -> None:
    with Previewer(timeout_s=30) as previewer:
        previewer.probe(corpus["rgb.png"], "image/png")
        first = pid_of(previewer)
        os.kill(first, signal.SIGSTOP)  # it hangs on the question …
        found: list[MediaFacts] = []
        asking = threading.Thread(target=lambda: found.append(previewer.probe(corpus["rgb.png"], "image/png")))
        asking.start()
        os.kill(first, signal.SIGKILL)  # … and dies
        asking.join()
        assert found == [FACTS]


@pytest.mark.parametrize("fatal", [signal.SIGSEGV, signal.SIGABRT])
def test_a_crash_is_the_files_fault_and_tried_once(corpus: dict[str, Path], fatal: signal.Signals) -> None:
    with Previewer(timeout_s=30) as previewer:
        previewer.probe(corpus["rgb.png"], "image/png")
        os.kill(pid_of(previewer), fatal)
        assert previewer.probe(corpus["rgb.png"], "image/png").note == "damaged"
        assert previewer.child_pid is None
        assert previewer.thumbnail(corpus["rgb.png"], "image/png") is not None


def test_a_hanging_child_times_out(corpus: dict[str, Path]) -> None:
    with Previewer(timeout_s=1.5) as previewer:
        previewer.probe(corpus["rgb.png"], "image/png")
        first = pid_of(previewer)
        os.kill(first, signal.SIGSTOP)
        assert previewer.probe(corpus["rgb.png"], "image/png") == MediaFacts("image/png", note="timeout")
        with pytest.raises(ProcessLookupError):
            os.kill(first, 0)
        assert previewer.probe(corpus["rgb.png"], "image/png") == FACTS


def test_a_child_whose_memory_no_system_bounds_is_watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows and macOS: a picture of 150 MB in memory, where 60 are allowed, and where they are enough."""
    large = tmp_path / "large.png"
    Image.new("RGB", (10_000, 5_000), "white").save(large)
    monkeypatch.setattr("walletcase.media.child.BOUNDS_MEMORY", False)
    monkeypatch.setitem(MEMORY_BYTES, "media", 60 << 20)
    with Previewer(timeout_s=30) as previewer:
        assert previewer.probe(large, "image/png", thorough=True).note == "too_large"
        assert previewer.child_pid is None
    monkeypatch.setitem(MEMORY_BYTES, "media", 600 << 20)
    with Previewer(timeout_s=30) as previewer:
        assert previewer.probe(large, "image/png", thorough=True).note == ""


def test_a_page_that_took_too_long_is_not_asked_for_again(corpus: dict[str, Path]) -> None:
    with Previewer(timeout_s=1.5) as previewer:
        previewer.probe(corpus["rgb.png"], "image/png")
        os.kill(pid_of(previewer), signal.SIGSTOP)
        assert previewer.page(corpus["rgb.png"], "image/png", 0, 100) is None
        assert previewer.child_pid is None
        assert previewer.page(corpus["rgb.png"], "image/png", 0, 100) is None
        assert previewer.child_pid is None  # nobody was asked
        assert previewer.page(corpus["exif-6.jpg"], "image/jpeg", 0, 100) is not None


def test_what_is_looked_at_does_not_wait_for_what_is_stored(corpus: dict[str, Path], tmp_path: Path) -> None:
    media = Media(Folders(tmp_path))
    media.probe(corpus["rgb.png"], "image/png")
    os.kill(pid_of(media.previewer), signal.SIGSTOP)  # a file that keeps the child
    asking = threading.Thread(target=media.probe, args=(corpus["rgb.png"], "image/png"))
    asking.start()
    assert media.page(corpus["rgb.png"], "image/png", 0, 100) is not None
    assert asking.is_alive()
    media.close()
    asking.join()


def test_closing_ends_the_child_and_whoever_waits(corpus: dict[str, Path]) -> None:
    previewer = Previewer(timeout_s=600)
    previewer.probe(corpus["rgb.png"], "image/png")
    child = pid_of(previewer)
    os.kill(child, signal.SIGSTOP)
    found: list[bytes | None] = []
    asking = threading.Thread(target=lambda: found.append(previewer.thumbnail(corpus["rgb.png"], "image/png")))
    asking.start()
    previewer.close()
    asking.join()
    assert found == [None]
    assert previewer.child_pid is None
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
    assert previewer.probe(corpus["rgb.png"], "image/png").note == "timeout"
    assert previewer.child_pid is None
    previewer.close()


def test_threads_take_turns(corpus: dict[str, Path], previewer: Previewer) -> None:
    names = ["rgb.png", "exif-6.jpg", "two-pages.pdf", "photo.heic", "truncated.png"] * 4
    kinds = {"png": "image/png", "jpg": "image/jpeg", "pdf": "application/pdf", "heic": "image/heic"}
    found: dict[int, bytes | None] = {}

    def show(turn: int, name: str) -> None:
        found[turn] = previewer.thumbnail(corpus[name], kinds[name.rsplit(".", 1)[1]])

    threads = [threading.Thread(target=show, args=(turn, name)) for turn, name in enumerate(names)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == len(names)
    assert len({found[turn] for turn in range(5)}) == 5
    assert all(found[turn] == found[turn % 5] for turn in found)


def test_the_child_is_limited(corpus: dict[str, Path], previewer: Previewer) -> None:
    previewer.probe(corpus["rgb.png"], "image/png")
    pid = pid_of(previewer)
    space = resource.prlimit(pid, resource.RLIMIT_AS)[1]
    most = MEMORY_BYTES["media"]
    assert most < space < most + (512 << 20)
    assert resource.prlimit(pid, resource.RLIMIT_CORE) == (0, 0)
    assert resource.prlimit(pid, resource.RLIMIT_FSIZE) == (0, 0)
    assert resource.prlimit(pid, resource.RLIMIT_CPU)[0] != resource.RLIM_INFINITY
    assert os.getpriority(os.PRIO_PROCESS, pid) > os.getpriority(os.PRIO_PROCESS, 0)


GUARDED = """
import json, os, pathlib, socket, subprocess, sys
from walletcase.media.limits import FileGuard
allowed, other = sys.argv[1:]
def tried(action):
    try:
        action()
    except PermissionError:
        return "refused"
    return "done"
guard = FileGuard()
guard.install()
before = tried(lambda: open(allowed, "rb").close())
guard.allowed = allowed
print(json.dumps({
    "before": before,
    "allowed": tried(lambda: open(allowed, "rb").close()),
    "allowed as a path": tried(lambda: pathlib.Path(allowed).read_bytes()),
    "code": tried(lambda: __import__("colorsys")),
    "other": tried(lambda: open(other, "rb").close()),
    "other, roundabout": tried(lambda: open(os.path.dirname(os.__file__) + "/.." * 9 + other, "rb").close()),
    "other, low": tried(lambda: os.open(other, os.O_RDONLY)),
    "write": tried(lambda: open(allowed, "ab").close()),
    "remove": tried(lambda: os.remove(other)),
    "network": tried(lambda: socket.create_connection(("127.0.0.1", 9))),
    "program": tried(lambda: subprocess.run(["true"])),
    "shell": tried(lambda: os.system("true")),
}))
"""


def test_the_guard_lets_one_file_and_code_be_read(corpus: dict[str, Path]) -> None:
    found = json.loads(run_python(GUARDED, str(corpus["rgb.png"]), str(corpus["sms.txt"])))
    done = {name for name, result in found.items() if result == "done"}
    assert done == {"allowed", "allowed as a path", "code"}
    assert len(found) == 12


PARENT = """
import json, pathlib, resource, sys
from walletcase.media.previewer import Previewer
from walletcase.media.sniff import media_type
def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
before = peak()
with Previewer() as previewer:
    for path in pathlib.Path(sys.argv[1]).iterdir():
        kind = media_type(path, path.name)
        previewer.probe(path, kind)
        previewer.thumbnail(path, kind)
        previewer.text(path, kind)
heavy = {"PySide6", "shiboken6", "PIL", "pypdfium2", "pypdfium2_raw", "pi_heif", "pikepdf"}
print(json.dumps({"grown_kib": peak() - before, "heavy": sorted(heavy & set(sys.modules))}))
"""


def test_the_parent_decodes_nothing_and_stays_small(corpus: dict[str, Path]) -> None:
    found = json.loads(run_python(PARENT, str(corpus["rgb.png"].parent)))
    assert found["heavy"] == []
    assert found["grown_kib"] < 20_000


def test_the_child_loads_no_qt(corpus: dict[str, Path], previewer: Previewer) -> None:
    previewer.probe(corpus["two-pages.pdf"], "application/pdf")
    mapped = Path(f"/proc/{pid_of(previewer)}/maps").read_text(encoding="utf-8")
    assert "libpdfium" in mapped
    assert "Qt6" not in mapped
    assert "shiboken" not in mapped


def test_it_works_from_any_folder_and_trusts_none(corpus: dict[str, Path], tmp_path: Path) -> None:
    (tmp_path / "PIL.py").write_text("raise SystemExit('taken over')", encoding="utf-8")
    code = (
        "import sys, os, pathlib; from walletcase.media.previewer import Previewer; os.chdir(sys.argv[1])\n"
        "with Previewer() as previewer: print(previewer.probe(pathlib.Path(sys.argv[2]), 'image/png').note or 'fine')"
    )
    assert run_python(code, str(tmp_path), str(corpus["rgb.png"])).strip() == "fine"


def test_a_child_that_cannot_start_is_logged_and_costs_only_the_preview(
    corpus: dict[str, Path], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sys, "executable", "/nonexistent/python")
    with Previewer() as previewer:
        assert previewer.probe(corpus["rgb.png"], "image/png").note == "timeout"
        assert previewer.thumbnail(corpus["rgb.png"], "image/png") is None
    assert "cannot be started" in caplog.text


def stand_in(monkeypatch: pytest.MonkeyPatch, folder: Path, behaviour: str) -> None:
    """A child that a hostile file has taken over: it greets, hears a question, then does as it likes."""
    liar = folder / "liar"
    greeting = "import os, sys\nos.write(1, b'{}\\n\\0\\0\\0\\0')\nsys.stdin.buffer.readline()\n"
    liar.write_text(f"#!{sys.executable}\n{greeting}{behaviour}\n", encoding="utf-8")
    liar.chmod(0o700)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(liar))


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"{}\n\0\0\0\0",
        b"[]\n",
        b"nonsense\n",
        b'{"note": ""}\n\xff\xff\xff\xff',
        b'{"note": 7}\n\0\0\0\0',
        b"x" * 99_999,
    ],
)
def test_a_child_that_lies_is_not_believed(
    corpus: dict[str, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, answer: bytes
) -> None:
    stand_in(monkeypatch, tmp_path, f"os.write(1, {answer!r})")
    with Previewer(timeout_s=30) as previewer:
        assert previewer.probe(corpus["rgb.png"], "image/png") == MediaFacts("image/png", note="damaged")
        assert previewer.thumbnail(corpus["rgb.png"], "image/png") is None


@pytest.mark.parametrize(("mebibytes", "believed"), [(3, True), (5, False)])
def test_a_child_that_talks_too_much_is_cut_off(
    corpus: dict[str, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, mebibytes: int, believed: bool
) -> None:
    piece = "(1 << 20).to_bytes(4, 'big') + b'a' * (1 << 20)"
    stand_in(
        monkeypatch,
        tmp_path,
        f"sys.stdout.buffer.write(b'{{\"note\": \"\"}}\\n' + ({piece}) * {mebibytes} + bytes(4))",
    )
    with Previewer(timeout_s=30) as previewer:
        shown = previewer.text(corpus["sms.txt"], "text/plain")
    assert (shown == "a" * (mebibytes << 20)) == believed
    assert (shown is None) != believed
