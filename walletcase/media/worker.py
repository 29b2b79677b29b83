"""The child process that looks at files of unknown origin: one JSON request a line in, header line and bytes out.

An answer is one line of JSON (``note`` and facts), then pieces, each a 4-byte big-endian length and that many bytes;
length 0 ends it. Whatever is not a fault of the file ends the process: the parent starts another.
"""

from __future__ import annotations

import json
import os
import struct
import sys
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import IO, Any, Final

from walletcase.media import silence, structures
from walletcase.media.faults import CONTENT_FAULTS, Encrypted, TooLarge, TooManyPages, Unsupported
from walletcase.media.kinds import PDF, is_holder, is_picture, is_playable, is_structured, is_text
from walletcase.media.limits import MEMORY_BYTES, FileGuard, allow_cpu, restrict

MAX_TEXT_BYTES: Final = 1 << 20

Request = dict[str, Any]
Result = tuple[dict[str, object], Iterator[bytes]]
Asked = Callable[[Request, Path], Result]


def main() -> int:
    """Serves requests from standard input until it ends. Returns the exit code."""
    return serve(_ASKED, lambda: None, MEMORY_BYTES["media"])


def serve(asked: Mapping[str, Asked], prepare: Callable[[], None], memory_bytes: int) -> int:
    """Answer requests until there are none; ``prepare`` runs before the child denies itself the rest of the world."""
    requests, answers = _claim_pipes()
    silence.shut()  # first of all: what is imported from here on may start threads that call home
    from walletcase.media import pictures

    pictures.prepare()
    prepare()
    restrict(memory_bytes)
    guard = FileGuard()
    guard.install()
    _send(answers, {"ready": True}, iter(()))
    for line in requests:
        request = json.loads(line)
        guard.allowed = str(Path(request["path"]))
        allow_cpu(request["cpu_s"])
        _send(answers, *answer(request, asked))
        guard.allowed = ""
    return 0


def answer(request: Request, asked: Mapping[str, Asked]) -> Result:
    """What is to be said to one request; a fault of the file becomes a note."""
    from PIL import Image

    try:
        facts, pieces = asked[request["ask"]](request, Path(request["path"]))
        first = next(pieces, b"")  # pieces may be made lazily: a fault must show before the header is sent
    except TooManyPages:
        return {"note": "too_many_pages"}, iter(())
    except (MemoryError, TooLarge, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return {"note": "too_large"}, iter(())
    except Encrypted:
        return {"note": "encrypted"}, iter(())
    except Unsupported:
        return {"note": "unsupported"}, iter(())
    except CONTENT_FAULTS:
        return {"note": "damaged"}, iter(())
    return {"note": "", **facts}, chain((first,), pieces)


def _probe(request: Request, path: Path) -> Result:
    media_type, thorough = request["media_type"], bool(request["thorough"])
    if media_type == PDF:
        from walletcase.media import documents

        return documents.probe(path, thorough=thorough), iter(())
    if is_structured(media_type):
        return structures.probe(path, media_type), iter(())
    if is_playable(media_type):
        from walletcase.media import playing

        return {"duration_ms": playing.duration_ms(path, media_type)}, iter(())
    if not is_picture(media_type):
        raise Unsupported(media_type)
    from walletcase.media import pictures

    return pictures.probe(path, media_type, thorough=thorough), iter(())


def _page(request: Request, path: Path) -> Result:
    media_type, page_no = request["media_type"], int(request["page_no"])
    fit = (int(request["width_px"]), int(request["height_px"]))
    if media_type == PDF:
        from walletcase.media import documents

        return {}, iter((documents.page(path, page_no, fit),))
    from walletcase.media import pictures

    return {}, iter((pictures.picture(path, media_type, page_no, fit),))


def _text(request: Request, path: Path) -> Result:
    media_type, limit = request["media_type"], int(request["limit"])
    if not is_text(media_type):
        raise Unsupported(media_type)
    if is_structured(media_type):
        return {}, iter((structures.preview(path, media_type, limit).encode("utf-8", errors="replace"),))
    from walletcase.media.texts import decode_text

    with path.open("rb") as file:
        data = file.read(min(limit * 4 + 4, MAX_TEXT_BYTES))
        complete = not file.read(1)
    return {}, iter((decode_text(data, limit, complete=complete).encode("utf-8", errors="replace"),))


def _members(request: Request, path: Path) -> Result:
    found = [[one.number, one.name, one.size_bytes, one.locked] for one in structures.members(path, _holder(request))]
    return {}, iter((json.dumps(found).encode("ascii"),))


def _member(request: Request, path: Path) -> Result:
    return {}, structures.content(path, _holder(request), int(request["number"]))


def _holder(request: Request) -> str:
    media_type = str(request["media_type"])
    if not is_holder(media_type):
        raise Unsupported(media_type)
    return media_type


def _words(request: Request, path: Path) -> Result:
    if request["media_type"] != PDF:
        raise Unsupported(request["media_type"])
    from walletcase.media import pdf_words

    words = pdf_words.words(path, int(request["page_no"]))
    return {"is_scan": words.is_scan}, iter((json.dumps(words.lines).encode("utf-8"),))


def _flatten(request: Request, path: Path) -> Result:
    from walletcase.media.flatten import dossier_image

    return {}, dossier_image(path, request["media_type"], int(request["page_no"]))


def _carry(request: Request, path: Path) -> Result:
    if request["media_type"] != PDF:
        raise Unsupported(request["media_type"])
    from walletcase.media.carrying import carried

    pages, pieces = carried(path)
    return {"pages": pages}, pieces


class _Sound:
    """Keeps what is being played open between two questions."""

    def __init__(self) -> None:
        self._sounding: Any = None

    def piece(self, request: Request, path: Path) -> Result:
        if self._sounding is None:
            from walletcase.media.sound import Sounding

            self._sounding = Sounding()
        return {}, iter((self._sounding.piece(path, str(request["media_type"]), int(request["from_ms"])),))


def _row_edges(request: Request, path: Path) -> Result:
    from walletcase.media.row_edges import edges

    return edges(path, request["media_type"], int(request["page_no"]), int(request["width_px"]))


_ASKED: Final[dict[str, Asked]] = {
    "probe": _probe,
    "page": _page,
    "text_preview": _text,
    "members": _members,
    "member": _member,
    "dossier_image": _flatten,
    "carry": _carry,
    "words": _words,
    "row_edges": _row_edges,
    "sound": _Sound().piece,
}


def _claim_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Standard input and output as bytes; what libraries print goes nowhere instead of into the answers."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(0, os.O_BINARY)
        msvcrt.setmode(1, os.O_BINARY)
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return os.fdopen(0, "rb", closefd=False), answers


def _send(answers: IO[bytes], header: dict[str, object], pieces: Iterator[bytes]) -> None:
    answers.write(json.dumps(header).encode("ascii") + b"\n")
    for piece in pieces:
        if piece:
            answers.write(struct.pack(">I", len(piece)) + piece)
    answers.write(struct.pack(">I", 0))
    answers.flush()


if __name__ == "__main__":
    raise SystemExit(main())
