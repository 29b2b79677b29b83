"""Rule packs from outside: the shipped folder, and a folder or .zip that a person picks. Nothing is unpacked."""

from __future__ import annotations

import lzma
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath

from walletcase.domain.errors import UserError
from walletcase.domain.rules.pack import RulePack
from walletcase.domain.rules.reader import FILES, read_pack_texts
from walletcase.infra import resources

MOST_BYTES = 2_000_000  # of all files of a pack together; the shipped one has about 80,000
MOST_ENTRIES = 60
_DAMAGE = (OSError, EOFError, NotImplementedError, zipfile.BadZipFile, zlib.error, lzma.LZMAError)


class RuleFiles:
    """Implements services.rulebook.RulesSource."""

    def shipped(self) -> RulePack:
        """Return the pack that came with the app."""
        return _shipped()

    def read(self, path: Path) -> RulePack:
        """Return the pack in a folder or .zip.

        Raises UserError: file_missing, rules_unreadable (no zip, damaged, locked), rules_too_large, rules_invalid.
        """
        if not path.exists():
            raise UserError("file_missing", file=path.name)
        if not path.is_dir() and not path.is_file():  # a pipe would keep the app waiting, a device never ends
            raise UserError("rules_unreadable", file=path.name, reason="not_regular")
        parts = _of_folder(path) if path.is_dir() else _of_zip(path)
        texts: dict[str, str] = {}
        try:
            for name, content in parts:
                if name in texts:
                    raise UserError("rules_invalid", file=name, key="-", expected="each file once")
                texts[name] = _decoded(name, content)
        except (*_DAMAGE, RuntimeError) as error:  # RuntimeError is how zipfile says that a file has a password
            raise UserError("rules_unreadable", file=path.name, reason=str(error)) from error
        return read_pack_texts(texts)


@cache
def _shipped() -> RulePack:
    folder = resources.path("rules")
    return read_pack_texts({file.name: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.toml"))})


def _decoded(name: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError("rules_invalid", file=name, key="-", expected="text in UTF-8") from error


def _of_folder(folder: Path) -> Iterator[tuple[str, bytes]]:
    left = MOST_BYTES
    for name in FILES:
        file = folder / name
        if not file.is_file():
            continue
        with file.open("rb") as stream:
            content = stream.read(left + 1)
        left -= len(content)
        _refuse_if(left < 0, folder)
        yield name, content


def _of_zip(path: Path) -> Iterator[tuple[str, bytes]]:
    left = MOST_BYTES
    with zipfile.ZipFile(path) as archive:
        entries = [entry for entry in archive.infolist() if not _is_litter(entry)]
        _refuse_if(len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_BYTES, path)
        top = _top_folder([entry.filename for entry in entries])
        for entry in entries:
            name = entry.filename.removeprefix(top)
            if name not in FILES:
                raise UserError("rules_invalid", file=entry.filename, key="-", expected=f"only {', '.join(FILES)}")
            with archive.open(entry) as stream:  # what an entry says of its size need not be true
                content = stream.read(left + 1)
            left -= len(content)
            _refuse_if(left < 0, path)
            yield name, content


def _is_litter(entry: zipfile.ZipInfo) -> bool:
    """Folders, and what macOS puts beside the files."""
    parts = PurePosixPath(entry.filename).parts
    return entry.is_dir() or "__MACOSX" in parts or parts[-1:] == (".DS_Store",)


def _top_folder(names: list[str]) -> str:
    """The one folder in which all files lie, with its slash; "" without one."""
    tops = {name.partition("/")[0] for name in names if "/" in name}
    inside = all("/" in name for name in names)
    return f"{tops.pop()}/" if inside and len(tops) == 1 else ""


def _refuse_if(too_large: bool, path: Path) -> None:
    if too_large:
        raise UserError("rules_too_large", file=path.name, limit=f"{MOST_BYTES // 1_000_000} MB")
