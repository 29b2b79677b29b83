"""Looks through a finished dossier for what its audience must not see. Child process only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pikepdf

from walletcase.domain.redaction import Leak, LeakPlace, stands_in
from walletcase.domain.sensitive import certain_in
from walletcase.media.documents import opened

_SAID = ("/Contents", "/T", "/TU", "/Subj", "/V", "/DV", "/RC")  # texts of a remark or of a field


def leaks_in_paper(path: Path, secrets: Sequence[str], clear: Sequence[str] = ()) -> Iterator[Leak]:
    """Yield where one of the secrets (redaction.bare) stands, or an identity or card number that is not ``clear``:
    words of a page, remarks, bookmarks, what the file says of itself. Files inside it are a leak by themselves.

    Raises a content fault where it can't be read at all.
    """

    def found_in(text: str) -> str:
        return stands_in(secrets, text) or certain_in(text, clear)

    with opened(path) as document:
        for page_no in range(len(document)):
            with closing(document[page_no]) as page, closing(page.get_textpage()) as text:
                if found := found_in(text.get_text_range()):
                    yield Leak(LeakPlace.WORDS, page_no, found)
    with closing(pikepdf.open(path, suppress_warnings=True, attempt_recovery=False)) as pdf:
        for name, words in _beside(pdf):
            if found_in(words):
                yield Leak(LeakPlace.HIDDEN, -1, name)
        if len(pdf.attachments):
            yield Leak(LeakPlace.HIDDEN, -1, "attachments")  # files inside a file, which nobody looks through


def _beside(pdf: pikepdf.Pdf) -> Iterator[tuple[str, str]]:
    for value in pdf.docinfo.values() if "/Info" in pdf.trailer else ():
        yield "info", str(value)
    if "/Metadata" in pdf.Root:
        yield "metadata", pdf.Root.Metadata.read_bytes().decode("utf-8", "replace")
    with pdf.open_outline() as outline:
        waiting = [*outline.root]
        while waiting:
            item = waiting.pop()
            yield "bookmarks", item.title
            waiting += item.children
    for page in pdf.pages:
        for note in page.obj.get("/Annots", ()):  # remarks, and what was typed into a form
            yield "remarks", "\n".join(str(note[key]) for key in _SAID if isinstance(note.get(key), pikepdf.String))
