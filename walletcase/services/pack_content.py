"""What goes into an evidence pack beside the dossier: which files, what is said of them, which lines of the journal."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from walletcase.domain.case import CaseRecord
from walletcase.domain.dossiers.audience import Audience, is_guessable, masker_of
from walletcase.domain.dossiers.choices import NO_CHOICES, Showing
from walletcase.domain.dossiers.document import Dossier, Exhibit, Part
from walletcase.domain.dossiers.masking import Masker
from walletcase.domain.evidence import Evidence
from walletcase.domain.sealing import salt_of
from walletcase.services.dossier_options import DossierOptions
from walletcase.services.ports import JournalLine

FORMAT, VERSION = "walletcase-pack", 1
EXHIBITS = "exhibits/"
DOSSIER, MANIFEST, JOURNAL, SUMS = "dossier.pdf", "manifest.json", "journal.jsonl", "SHA256SUMS"
_ADDED = "evidence_added"  # the line that ties a file to its exhibit
_WHOSE = ("by", "device")  # the computer's account and name: nobody else's business
_CHANCE = "sha256"  # digits that nobody typed
_UNSAFE = re.compile(r"[^\w\-()（）]+")
_MOST_NAME = 60  # characters of a title in a file's name
_ENDING = re.compile(r"\.[a-z0-9]{1,8}")


class Chain(Protocol):
    """The journal."""

    def numbered(self, case_number: str = "") -> Sequence[tuple[int, JournalLine]]: ...
    def hash_at(self, seq: int) -> str: ...


@dataclass(frozen=True, slots=True)
class PackContent:
    """``items`` are the exhibits listed, named as their reader may know them; the files of those in ``shown`` go in.
    ``kept_back`` are the numbers of those whose file stays out though the reader sees them in the dossier.
    ``told`` are the hashes of the files of which the journal's lines speak that this reader sees.
    """

    items: tuple[Evidence, ...]
    shown: frozenset[int]
    told: frozenset[str]
    manifest: Mapping[str, object]
    journal: tuple[str, ...]
    kept_back: tuple[int, ...] = ()
    case_file: bytes = b""

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield what is said in words: (the file of the pack, text)."""
        yield MANIFEST, str(self.manifest["title"])
        for item in self.items:
            yield MANIFEST, item.title
            yield MANIFEST, item.original_name
        for line in self.journal:
            for key, text in json.loads(line).get("detail", {}).items():
                if key != _CHANCE:
                    yield JOURNAL, text


def content_of(
    record: CaseRecord, dossier: Dossier, options: DossierOptions, chain: Chain, closed: Collection[int] = ()
) -> PackContent:
    """Return what goes into a pack that holds this dossier. ``closed`` are the numbers of exhibits whose file could not
    be looked through.
    """
    by_number = {item.exhibit_no: item for item in record.live_evidence}
    items = tuple(
        replace(by_number[one.number], title=one.title, original_name=one.original_name) for one in dossier.exhibits
    )
    is_own = options.audience is Audience.SELF
    shown = frozenset(
        one.number
        for one in dossier.exhibits
        if not one.withheld and (is_own or _may_go(one, options, is_closed=one.number in closed))
    )
    files = {by_number[one].file.sha256 for one in shown}
    journal = tuple(journal_lines(chain, record.case.number, None if is_own else _Sayable(record, options, files)))
    lines = [json.loads(line) for line in journal]
    told = (line["detail"].get("sha256", "") for line in lines if line.get("kind") == _ADDED)
    kept_back = tuple(one.number for one in dossier.exhibits if not one.withheld and one.number not in shown)
    return PackContent(items, shown, frozenset(told), _manifest(dossier, options, lines), journal, kept_back)


def _may_go(one: Exhibit, options: DossierOptions, *, is_closed: bool) -> bool:
    """Whether the file of an exhibit may go to somebody else: it has a page in the dossier, where it can be looked at,
    and all of it could be looked through. What could not (a recording, a mail, an archive), and what says where it was
    taken, which the page does not, goes where the person said so.
    """
    is_chosen = (options.choices or NO_CHOICES).showing(one.number) is Showing.ORIGINAL
    return Part.EXHIBITS in options.parts and (is_chosen or not is_closed)


class _Sayable:
    """What somebody else may read of a line that ties a file that they see to its exhibit: what is not masked."""

    def __init__(self, record: CaseRecord, options: DossierOptions, files: set[str]) -> None:
        choices = options.choices or NO_CHOICES
        self._masker: Masker = masker_of(record, options.audience, choices, options.language)
        self._files = files

    def __call__(self, line: JournalLine) -> Collection[str]:
        if line.kind != _ADDED or line.detail.get("sha256", "") not in self._files:
            return ()
        names = {name for name, text in line.detail.items() if self._is_open(name, text)}
        return names if line.salt or names == set(line.detail) else ()

    def _is_open(self, name: str, text: str) -> bool:
        return name == _CHANCE or ((name not in _WHOSE or not text) and self._masker.text(text) == text)


class _May(Protocol):
    def __call__(self, line: JournalLine) -> Collection[str]: ...


def journal_lines(chain: Chain, case_number: str, sayable: _May | None = None) -> Iterator[str]:
    """Yield the journal as JSON lines from the line before the case's first one to its last.

    ``sayable`` tells the names of what may be said of a line to somebody else; the rest of it stays sealed. Lines of
    other cases, and those of which nothing is said, give their number and hash only: enough to check the chain. Who
    must not learn what such a line says does not get the hash of one without salt either: it could be found by trying.
    A line that comes after it, and so could not be checked, is not said.
    """
    own = dict(chain.numbered(case_number))
    told = {seq for seq, line in chain.numbered() if line.salt or sayable is None}
    follows = 1 in own  # on a line whose hash is told, or on none at all
    for seq in range(max(min(own) - 1, 1), max(own) + 1) if own else ():
        line = own.get(seq)
        names = () if line is None or not follows else line.detail if sayable is None else sayable(line)
        said = _said(line, names) if line is not None and follows and (names or sayable is None) else {}
        follows = bool(said) or seq in told
        sha256 = {"hash": chain.hash_at(seq)} if follows else {}
        yield json.dumps({"seq": seq, **sha256, **said}, sort_keys=True, separators=(",", ":"))


def _said(line: JournalLine, names: Collection[str]) -> dict[str, object]:
    """What is said of a line: the words of these names, each with the chance by which to check it, the rest sealed."""
    said: dict[str, object] = {"at": line.at, "kind": line.kind, "case_number": line.case_number}
    said["detail"] = {name: line.detail[name] for name in names}
    if line.salt:
        said["salts"] = {name: salt_of(line.salt, name) for name in names}
        said["sealed"] = {name: text for name, text in line.hashed.items() if name not in names}
    return said


def exhibit_name(item: Evidence) -> str:
    """Return under which name an exhibit's file stands in a pack: one that any system takes."""
    ending = Path(item.original_name).suffix.lower()
    title = _UNSAFE.sub("_", item.title)[:_MOST_NAME].strip("_")
    stem = f"E{item.exhibit_no:03d}" + (f"_{title}" if title else "")
    return f"{EXHIBITS}{stem}{ending if _ENDING.fullmatch(ending) else ''}"


def about_exhibit(item: Evidence, *, is_withheld: bool = False) -> dict[str, object]:
    """Return what the manifest says of an exhibit: of one whose words are withheld, no hash by which to guess them."""
    return {
        "exhibit": item.exhibit_no,
        "title": item.title,
        "original_name": item.original_name,
        "sha256": "" if is_withheld and is_guessable(item.media.media_type) else item.file.sha256,
        "size_bytes": item.file.size_bytes,
        "media_type": item.media.media_type,
        "added_at": item.added_at,
        "made_on": item.made_on,
        "copy_kind": item.copy_kind.value,
        "kin": item.kin.value,
        "duplicate_of": item.duplicate_of,
    }


def _manifest(dossier: Dossier, options: DossierOptions, lines: Sequence[Mapping[str, object]]) -> dict[str, object]:
    last = lines[-1] if lines else {"seq": 0, "hash": ""}
    return {
        "format": FORMAT,
        "version": VERSION,
        "case": dossier.number,
        "title": dossier.title,
        "reader": options.audience.value,
        "dossier": DOSSIER,
        "journal": JOURNAL,
        "journal_ends": {"seq": last["seq"], "hash": last.get("hash", "")},
    }
