"""A screen of its own with a window manager, a clock that can be set, and hands that only press keys and click.

Nothing here knows the app from inside: what is on the screen is told by tests.e2e.watched_app, what is stored by the
app's own command line, read while the window is open or closed.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 30.0
ZONE = "Asia/Shanghai"
_POLL_S = 0.02
_MOST_STOPS = 160

Seen = Mapping[str, Any]


def until(holds: Callable[[], bool], what: Callable[[], str], patience_s: float = PATIENCE_S) -> None:
    """Wait until something holds, or fail saying what was awaited."""
    end = time.monotonic() + patience_s
    while not holds():
        assert time.monotonic() < end, f"not within {patience_s:.0f} s: {what()}"
        time.sleep(_POLL_S)


class Screen:
    """Xvfb on a display that was free, with openbox on it."""

    def __init__(self, log: Path, size: str = "1280x832x24") -> None:
        read_end, write_end = os.pipe()
        self._log = log.open("ab")
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", size, "-nolisten", "tcp"],
            pass_fds=(write_end,),
            stdout=self._log,
            stderr=self._log,
        )
        os.close(write_end)
        with os.fdopen(read_end) as told:
            number = told.readline().strip()  # ends when the server gives up, too
        assert number, "Xvfb did not start: " + log.read_text(errors="replace")
        self.env = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "TZ": ZONE}
        self.env.pop("WAYLAND_DISPLAY", None)
        self._manager = subprocess.Popen(["openbox"], env=self.env, stdout=self._log, stderr=self._log)
        # Only a window manager tells of desktops.
        until(lambda: self._told("xdotool", "get_num_desktops").strip().isdigit(), lambda: "openbox")

        self._hands = subprocess.Popen(
            ["xdotool", "-"], env=self.env, stdin=subprocess.PIPE, stderr=self._log, encoding="utf-8"
        )

    def press(self, *keys: str) -> None:
        """Press keys, such as Tab or ctrl+n."""
        self._tell("key --delay 0 " + " ".join(keys))

    def type(self, text: str) -> None:
        """Type a text, letter by letter."""
        assert '"' not in text
        self._tell(f'type --delay 2 "{text}"')

    @contextmanager
    def clipboard(self, text: str) -> Iterator[None]:
        """Hold a text in the clipboard."""
        holder = subprocess.Popen(
            ["xclip", "-selection", "clipboard", "-quiet", "-in"],
            env=self.env, stdin=subprocess.PIPE, stdout=self._log, stderr=self._log,
        )  # fmt: skip
        assert holder.stdin is not None
        holder.stdin.write(text.encode())
        holder.stdin.close()
        held = ("xclip", "-selection", "clipboard", "-out")
        try:
            until(lambda: self._told(*held) == text.encode(), lambda: "the clipboard")
            yield
        finally:
            holder.terminate()
            holder.wait()

    def picture(self, file: Path) -> None:
        """Take a picture of the whole screen."""
        self._run("import", "-window", "root", str(file))

    def close(self) -> None:
        """End them all."""
        for process in (self._hands, self._manager, self._server):
            process.terminate()
            process.wait()
        assert self._hands.stdin is not None
        self._hands.stdin.close()
        self._log.close()

    def _tell(self, line: str) -> None:
        assert self._hands.stdin is not None
        self._hands.stdin.write(line + "\n")
        self._hands.stdin.flush()

    def _run(self, *command: str) -> None:
        done = subprocess.run(command, env=self.env, capture_output=True, text=True, timeout=PATIENCE_S)
        assert done.returncode == 0, (command, done.stderr)

    def _told(self, *command: str) -> bytes:
        return subprocess.run(command, env=self.env, capture_output=True, timeout=PATIENCE_S).stdout


def at(moment: str, command: Sequence[str]) -> list[str]:
    """Return a command that lives from a moment on ("2026-03-02 09:00:00"); "" is now."""
    return ["faketime", "-f", f"@{moment}", *command] if moment else list(command)


class App:
    """The app in a process of its own, from a moment on. What it shows is in ``seen``."""

    def __init__(self, screen: Screen, folder: Path, language: str, moment: str = "") -> None:
        self.screen = screen
        self.seen: Seen = {}
        self._news = threading.Condition()
        command = [sys.executable, "-m", "tests.e2e.watched_app", "--data-dir", str(folder), "--lang", language]
        self._errors = (folder.parent / "app-errors.txt").open("a+", encoding="utf-8")
        self._process = subprocess.Popen(
            at(moment, command),
            cwd=ROOT,
            env={**screen.env, "PYTHONIOENCODING": "utf-8"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            encoding="utf-8",
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def wait(self, holds: Callable[[Seen], bool], what: str, patience_s: float = PATIENCE_S) -> Seen:
        """Wait until what is on the screen fulfils something."""
        with self._news:
            good = self._news.wait_for(lambda: bool(self.seen) and holds(self.seen), patience_s)
        assert good, f"not within {patience_s:.0f} s: {what}; on the screen: {self.seen}; {self.errors()}"
        return self.seen

    def in_front(self, dialog: str) -> None:
        """Wait until a window of this class is the active one."""
        self.wait(lambda seen: seen["dialog"] == dialog, f"{dialog} in front")

    def press(self, *keys: str) -> None:
        """Press keys."""
        self.screen.press(*keys)

    # A key may lead on while what is seen is still what was there before it: whoever pressed one waits first.
    def tab(self, key: str = "Tab") -> None:
        """Go to the next place by a key, and wait until the focus is there."""
        here = self.seen["place"]
        self.press(key)
        self.wait(lambda seen: seen["place"] != here, f"{key} leads away from {self.seen.get('focus')!r}", 5)

    def tab_to(self, *names: str, exact: bool = False) -> None:
        """Go on by Tab to what a screen reader calls by one of these names (or what begins so)."""
        self.tab_until(lambda name: name in names or (not exact and name.startswith(names)), " / ".join(names))

    def tab_until(self, is_there: Callable[[str], bool], what: str) -> None:
        """Go on by Tab until the name of the place is right."""
        visited = []
        while not is_there(self.seen["focus"]):
            visited.append(self.seen["focus"])
            assert len(visited) < _MOST_STOPS, f"{what} can't be reached by Tab: {visited}"
            self.tab()

    def write(self, text: str) -> None:
        """Write where the focus is, in place of what stands there: Latin letters are typed, others are pasted."""
        if not text.isascii():
            self.paste(text)
            return
        self.press("ctrl+a")
        self.screen.type(text)
        self.wait(lambda seen: seen["text"] == text, f"{text!r} typed")

    def paste(self, text: str) -> None:
        """Paste a text where the focus is, in place of what stands there."""
        self.press("ctrl+a")
        with self.screen.clipboard(text):
            self.press("ctrl+v")
            self.wait(lambda seen: seen["text"] == text, f"{text!r} pasted")

    def quit(self) -> None:
        """Close the window by its shortcut and wait for the process to end in order."""
        self.press("ctrl+q")
        assert self._process.wait(PATIENCE_S) == 0, self.errors()
        self._reader.join(PATIENCE_S)
        assert self.errors() == ""

    def kill(self) -> None:
        """End it at once, as the power does; nothing if it has ended."""
        if self._process.poll() is None:
            if self.seen:
                os.kill(self.seen["pid"], signal.SIGKILL)  # faketime, where it is there, waits for it and ends too
            else:
                self._process.kill()
            self._process.wait(PATIENCE_S)
        self._reader.join(PATIENCE_S)
        self._errors.close()

    def errors(self) -> str:
        """What it complained of."""
        self._errors.seek(0)
        return self._errors.read()

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as told:
            for line in told:
                with self._news:
                    self.seen = json.loads(line)
                    self._news.notify_all()


def told_by_command(folder: Path, moment: str, *arguments: str) -> dict[str, Any]:
    """Return what a command of the app says of the data, as JSON."""
    command = [sys.executable, str(ROOT / "main.py"), "--data-dir", str(folder), "--lang", "en", "--json", *arguments]
    done = subprocess.run(
        at(moment, command),
        env={**os.environ, "TZ": ZONE},
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE_S,
    )
    assert done.returncode == 0, done.stderr
    document: dict[str, Any] = json.loads(done.stdout)
    return document
