"""What there is to say of the words of a page, and what can be done about them."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QApplication

from walletcase.domain.evidence import Evidence
from walletcase.domain.page_text import Line, PageText, TextSource
from walletcase.ui.evidence.readings import Readings
from walletcase.ui.evidence.words import PDF
from walletcase.ui.shell.i18n import translate

_LEAST_SURE_PERCENT = 80


@dataclass(frozen=True, slots=True)
class State:
    """``chip`` and its ``tone`` beside the heading, ``note`` under it, then which buttons make sense."""

    note: str = ""
    chip: str = ""
    tone: str = "plain"
    may_read: bool = False
    may_switch: bool = False
    lacks_part: bool = False


def shown_lines(page: PageText) -> tuple[Line, ...]:
    """Return the lines as they are shown: a person's words in the places of the machine's, where they are as many."""
    if page.corrected is None:
        return page.lines
    texts = page.corrected.split("\n")
    if len(texts) == len(page.lines):
        return tuple(replace(line, text=text) for line, text in zip(page.lines, texts, strict=True))
    return tuple(Line(text, 0, 0, 0, 0) for text in texts)


def state_of(item: Evidence, page: PageText | None, readings: Readings, *, failed: str, reading: bool) -> State:
    """Return what to say of a page, read or not; ``failed`` is why reading it came to nothing."""
    has_pixels = item.media.media_type == PDF or bool(item.media.width_px)
    may_read = has_pixels and readings.is_available
    if reading:
        return State(translate("Words", "Reading this page…"), may_read=True)
    if failed:
        return State(_failed_text(failed), may_read=may_read)
    if page is not None:
        return _of_words(page, may_read)
    if not has_pixels:
        return State(translate("Words", "No words have been read from this file."))
    if not readings.is_available:
        return State(missing_text(), lacks_part=not is_frozen())
    if not readings.progress.reads_pixels:
        return State(off_text(), may_read=True, may_switch=True)
    return State(translate("Words", "Waiting to be read."), may_read=True)


def command() -> str:
    """Return what installs the optional part for the Python that runs this app."""
    return f'"{sys.executable}" -m pip install rapidocr onnxruntime'


def missing_text() -> str:
    """Return how to get the optional part."""
    if is_frozen():
        return translate(
            "Words",
            "Words inside pictures can't be read by this packed program: it comes without that part, which takes about "
            "400 MB. WalletCase installed with Python can have it. Everything else works without it.",
        )
    text = translate(
        "Words",
        "Words inside pictures can be read by an optional part that is not installed (about 400 MB). It works on this "
        "computer only. To get it, run this command, then start the app again:\n{command}\n"
        "Everything else works without it.",
    )
    return text.format(command=command())


def is_frozen() -> bool:
    """Whether this is the packed program, to which nothing can be added."""
    return bool(getattr(sys, "frozen", False))


def off_text() -> str:
    """Return what switching on costs."""
    return translate(
        "Words",
        "The words of pictures are not read yet. Reading happens on this computer only, in the background: a few "
        "seconds and up to 1 GB of memory for each screenshot, longer on an old computer.",
    )


def copy_command() -> None:
    """Put the command that gets the optional part into the clipboard."""
    QApplication.clipboard().setText(command())


def _of_words(page: PageText, may_read: bool) -> State:
    if page.corrected is not None:
        return State(chip=translate("Words", "checked by you"), tone="ok", may_read=may_read)
    if page.source is TextSource.FILE:
        note = "" if page.lines else translate("Words", "The file holds no words on this page.")
        return State(note, translate("Words", "from the file itself"), may_read=may_read)
    if not page.lines:
        return State(translate("Words", "No words were found in this picture."), may_read=may_read)
    unsure = sum(line.sure_percent < _LEAST_SURE_PERCENT for line in page.lines)
    note = translate("Words", "%n line(s) may well be wrong.", "", unsure) if unsure else ""
    return State(note, translate("Words", "machine-read, please check"), "warn", may_read=may_read)


def _failed_text(note: str) -> str:
    return {
        "timeout": translate("Words", "Reading took too long and was stopped. The file is unchanged."),
        "too_large": translate("Words", "The picture is too large to be read. The file is unchanged."),
        "encrypted": translate("Words", "A password protects the file, so its words can't be read."),
    }.get(note, translate("Words", "This page could not be read. The file is unchanged."))
