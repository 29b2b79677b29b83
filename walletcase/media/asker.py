"""Asks a child process about files, and replaces one that crashed or hangs: no file's content raises anything here."""

from __future__ import annotations

import logging
import threading
from pathlib import Path
from typing import BinaryIO, Final

from walletcase.media.child import Answer, ChildDied, ChildNotStarted, ChildTimedOut, ChildTooLarge, MediaChild

_log = logging.getLogger(__name__)
_TRIES: Final = 2


class Asker:
    """One child at a time, started when it is first needed. Every method may be called from any thread."""

    def __init__(self, worker: str, timeout_s: float) -> None:
        """``worker`` is a key of child.WORKERS; ``timeout_s`` how long one question may take."""
        self._worker = worker
        self._timeout_s = timeout_s
        self._turn = threading.Lock()
        self._child: MediaChild | None = None
        self._closed = False
        self._stopped = False

    @property
    def pid(self) -> int | None:
        """Process id of the running child, None if there is none."""
        child = self._child
        return None if child is None else child.pid

    def ask(
        self,
        request: dict[str, object],
        path: Path,
        most_bytes: int,
        patience: int = 1,
        out: BinaryIO | None = None,
    ) -> Answer:
        """Put one question about a file; a child that dies by it answers "damaged", a slow one "timeout".

        The answer is "stopped" where ``interrupt`` ended it. What is long goes to ``out`` instead of its body;
        raises OSError from there only.
        """
        request = {"path": str(path.absolute()), **request}
        with self._turn:
            self._stopped = False
            for _ in range(_TRIES):
                answer = self._try(request, most_bytes, self._timeout_s * patience, out)
                if answer is not None:
                    return answer
            return Answer("damaged")

    def _try(
        self, request: dict[str, object], most_bytes: int, seconds: float, out: BinaryIO | None
    ) -> Answer | None:
        """One attempt; None if the child was killed from outside, so that another is worth it."""
        try:
            child = self._running_child()
            if child is None:
                return Answer("timeout")
            _empty(out)
            return child.ask(request, seconds, most_bytes, out)
        except ChildNotStarted:
            self._child = None
            if self._stopped:
                return Answer("stopped")
            _log.exception("The media child process cannot be started")
            return Answer("timeout")
        except ChildTimedOut:
            self._end_child()
            return Answer("timeout")
        except ChildTooLarge:
            self._end_child()
            return Answer("too_large")
        except ChildDied:
            was_killed = self._end_child()
            if self._stopped:
                return Answer("stopped")
            return None if was_killed else Answer("damaged")
        except OSError:  # of ``out``: half an answer still lies in the pipe
            self._end_child()
            raise

    def interrupt(self) -> None:
        """End the question under way, if there is one, and do not ask again."""
        self._stopped = True
        child = self._child
        if child is not None and self._turn.locked():
            child.kill()

    def rest(self) -> None:
        """End the child and give its memory back; the next question starts another. Waits for one under way."""
        with self._turn:
            self._end_child()

    def close(self) -> None:
        """End the child, and with it what another thread is waiting for. Afterwards there are no answers."""
        self._closed = True
        child = self._child
        if child is not None:
            child.kill()
        self.rest()

    def _running_child(self) -> MediaChild | None:
        if self._child is None and not self._closed:
            MediaChild(self._worker, self._take)  # known at once, so that it can be ended while it starts
        if self._closed:
            self._end_child()
        return self._child

    def _take(self, child: MediaChild) -> None:
        self._child = child
        if self._stopped or self._closed:
            child.kill()

    def _end_child(self) -> bool:
        """Returns whether it may have been killed from outside."""
        child, self._child = self._child, None
        return child is not None and child.end()


def _empty(out: BinaryIO | None) -> None:
    """A second try begins anew."""
    if out is not None:
        out.seek(0)
        out.truncate()
