"""Words of .docx, .xlsx and .pptx of unknown origin: ZIP and XML, no macro, no link, no entity. Child process only."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO, Final
from xml.parsers import expat

from walletcase.media import archives
from walletcase.media.faults import CONTENT_FAULTS, Encrypted
from walletcase.media.kinds import DOCUMENT, SHEETS, SLIDES
from walletcase.media.sayings import said

_PIECE: Final = 1 << 16
_MOST_PART_BYTES: Final = 64 << 20
_MOST_SHARED: Final = 200_000  # texts that the cells of a workbook share
_MOST_SHEETS: Final = 50
_PROPERTIES: Final = "docProps/core.xml"
_MAIN: Final = {DOCUMENT: "word/document.xml", SHEETS: "xl/workbook.xml", SLIDES: "ppt/presentation.xml"}
# ECMA-376 part 1, 18.8.30: built-in formats that are dates; a format of one's own is one if it has d, m, y or h.
_DATE_FORMATS: Final = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_NOT_FORMAT: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
_FIRST_DAY: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - day 0 of a workbook has no zone
_LAST_DAY: Final = 2_958_466



class _Enough(Exception):  # noqa: N818 - no fault: as many characters as were asked for
    """Stop reading."""


class _Reader:
    """Feeds a part to handlers: element names without namespace, text between. A document type is refused: that is
    where entities are declared, and no office document has one.
    """

    def __init__(self) -> None:
        self.text = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def said(self, text: str) -> None:
        """Characters."""

    def read(self, part: IO[bytes]) -> None:
        """Read to the end, or until a handler raises _Enough. Raises ExpatError, ValueError."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = lambda name, attributes: self.start(_local(name), attributes)
        parser.EndElementHandler = lambda name: self.end(_local(name))
        parser.CharacterDataHandler = self.said
        parser.StartDoctypeDeclHandler = _refuse
        done = 0
        try:
            while piece := part.read(_PIECE):
                done += len(piece)
                if done > _MOST_PART_BYTES:
                    return
                parser.Parse(piece, False)
            parser.Parse(b"", True)
        except _Enough:
            return


def _refuse(*_declared: object) -> None:
    raise ValueError("a document type in an office document")


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


class _Paragraphs(_Reader):
    """Text of a document or slide: a line for each paragraph, tabs between the cells of a row."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._left = limit
        self._in_text = False
        self._in_cell = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "t":
            self._in_text = True
        elif name == "tab":
            self._add("\t")
        elif name in ("br", "cr"):
            self._add("\n")
        elif name == "tc":
            self._in_cell += 1

    def end(self, name: str) -> None:
        if name == "t":
            self._in_text = False
        elif name == "p":
            self._add(" " if self._in_cell else "\n")
        elif name == "tc":
            self._in_cell -= 1
            self._add("\t")
        elif name == "tr":
            self._add("\n")

    def said(self, text: str) -> None:
        if self._in_text:
            self._add(text)

    def _add(self, text: str) -> None:
        self.pieces.append(text)
        self._left -= len(text)
        if self._left <= 0:
            raise _Enough


class _Shared(_Reader):
    """The texts that cells share, without the readings (furigana) beside them."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._one: list[str] = []
        self._in_text = self._in_reading = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "si":
            self._one = []
        elif name == "rPh":
            self._in_reading = True
        elif name == "t":
            self._in_text = not self._in_reading

    def end(self, name: str) -> None:
        if name == "t":
            self._in_text = False
        elif name == "rPh":
            self._in_reading = False
        elif name == "si":
            self.texts.append("".join(self._one))
            if len(self.texts) >= _MOST_SHARED:
                raise _Enough

    def said(self, text: str) -> None:
        if self._in_text:
            self._one.append(text)


class _Styles(_Reader):
    """Which cell styles show a number as a date."""

    def __init__(self) -> None:
        super().__init__()
        self.dates: list[bool] = []
        self._formats: dict[str, bool] = {}
        self._in_cells = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "numFmt":
            plain = _NOT_FORMAT.sub("", attributes.get("formatCode", ""))
            self._formats[attributes.get("numFmtId", "")] = bool(set(plain.casefold()) & set("dmyh"))
        elif name == "cellXfs":
            self._in_cells = True
        elif name == "xf" and self._in_cells:
            kind = attributes.get("numFmtId", "0")
            known = kind.isdecimal() and int(kind) in _DATE_FORMATS
            self.dates.append(self._formats.get(kind, known))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            raise _Enough


class _Cells(_Reader):
    """A sheet: a line for each row, tabs between its cells."""

    def __init__(self, shared: list[str], dates: list[bool], limit: int) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._shared, self._dates, self._left = shared, dates, limit
        self._kind, self._style, self._value = "", 0, ""
        self._in_value = False
        self._row: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            self._row = []
        elif name == "c":
            style = attributes.get("s", "0")
            self._kind, self._style = attributes.get("t", "n"), int(style) if style.isdecimal() else 0
            self._value = ""
        elif name in ("v", "t"):
            self._in_value = True

    def end(self, name: str) -> None:
        if name in ("v", "t"):
            self._in_value = False
        elif name == "c":
            self._row.append(self._shown())
        elif name == "row" and any(self._row):
            line = "\t".join(self._row) + "\n"
            self.pieces.append(line)
            self._left -= len(line)
            if self._left <= 0:
                raise _Enough

    def said(self, text: str) -> None:
        if self._in_value:
            self._value += text

    def _shown(self) -> str:
        value = self._value
        if self._kind == "s":
            return self._shared[int(value)] if value.isdecimal() and int(value) < len(self._shared) else ""
        if self._kind == "b":
            return {"1": "TRUE", "0": "FALSE"}.get(value, value)
        if self._kind == "n" and self._style < len(self._dates) and self._dates[self._style]:
            return _day(value)
        return value.replace("\t", " ").replace("\n", " ")


class _Properties(_Reader):
    """What a document says of itself."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self._name = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._name = name

    def said(self, text: str) -> None:
        self.found[self._name] = (self.found.get(self._name, "") + text)[:500]


class _Names(_Reader):
    """The names of the sheets, in the order of the workbook."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            self.names.append(attributes.get("name", ""))


def probe(path: Path, media_type: str) -> dict[str, object]:
    """Checks that the main part is there and is XML; what the document says of itself. Raises a content fault."""
    with archives.opened(path) as archive:
        _read(archive, _MAIN[media_type], _Paragraphs(1))
        properties = _Properties()
        if _PROPERTIES in archive.namelist():
            try:
                _read(archive, _PROPERTIES, properties)
            except CONTENT_FAULTS:
                properties.found.clear()
    found = properties.found
    made, edited = found.get("created", "")[:19], found.get("modified", "")[:19]
    pairs = (
        ("author", found.get("creator")),
        ("title", found.get("title")),
        ("created", made.replace("T", " ")),
        ("edited", edited.replace("T", " ") if edited != made else ""),
    )
    return {"says": said(pairs)}


def preview(path: Path, media_type: str, limit: int) -> str:
    """At most ``limit`` characters of the words of a document."""
    with archives.opened(path) as archive:
        if media_type == SHEETS:
            return "".join(_sheets(archive, limit)).rstrip()[:limit]
        names = [_MAIN[DOCUMENT]] if media_type == DOCUMENT else _numbered(archive, "ppt/slides/slide")
        return "\n".join(_paragraphs(archive, names, limit)).strip()[:limit]


def _paragraphs(archive: zipfile.ZipFile, names: list[str], limit: int) -> Iterator[str]:
    for name in names:
        words = _Paragraphs(limit)
        _read(archive, name, words)
        found = "".join(words.pieces)
        yield found
        limit -= len(found)
        if limit <= 0:
            return


def _sheets(archive: zipfile.ZipFile, limit: int) -> Iterator[str]:
    shared, styles, names = _Shared(), _Styles(), _Names()
    _read(archive, _MAIN[SHEETS], names)
    for name, reader in (("xl/sharedStrings.xml", shared), ("xl/styles.xml", styles)):
        if name in archive.namelist():
            _read(archive, name, reader)
    parts = _numbered(archive, "xl/worksheets/sheet")[:_MOST_SHEETS]
    for number, part in enumerate(parts):
        cells = _Cells(shared.texts, styles.dates, limit)
        _read(archive, part, cells)
        title = names.names[number] if number < len(names.names) else ""
        text = (f"[{title}]\n" if len(parts) > 1 else "") + "".join(cells.pieces)
        yield text + "\n"
        limit -= len(text)
        if limit <= 0:
            return


def _read(archive: zipfile.ZipFile, name: str, reader: _Reader) -> None:
    if archive.getinfo(name).flag_bits & 1:
        raise Encrypted
    with archive.open(name) as part:
        reader.read(part)


def _numbered(archive: zipfile.ZipFile, stem: str) -> list[str]:
    """Parts called ``stem`` and a number, in the order of the number."""
    found = []
    for name in archive.namelist():
        number = name.removeprefix(stem).removesuffix(".xml")
        if name.startswith(stem) and number.isdecimal():
            found.append((int(number), name))
    return [name for _, name in sorted(found)]


def _day(value: str) -> str:
    """A day of a workbook, with the time if it has one; what is none stays a number."""
    try:
        number = float(value)
    except ValueError:
        return value
    if not 1 <= number < _LAST_DAY:
        return value
    day = _FIRST_DAY + timedelta(seconds=round(number * 86_400))
    return f"{day:%Y-%m-%d}" if number == int(number) else f"{day:%Y-%m-%d %H:%M}"
