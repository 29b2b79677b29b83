"""Unpacking: the attachments of an e-mail and the members of a ZIP become exhibits of their own."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path
from typing import Protocol

from walletcase.domain.errors import UserError
from walletcase.domain.evidence import Evidence, EvidenceEdit, Kin, Member, StoredFile, Way
from walletcase.services.attaching import AttachReport
from walletcase.services.evidence import Entry, EvidenceService
from walletcase.services.ports import IsCancelled, Progress, Vault, never_cancelled, no_progress

_MAIL = "message/rfc822"


class Holders(Protocol):
    """Looks into files that hold others, without trusting them."""

    def members(self, path: Path, media_type: str) -> Sequence[Member] | None:
        """Return the files inside; None if it holds none, is locked, damaged or a bomb."""

    def member(self, path: Path, media_type: str, number: int) -> bytes | None:
        """Return the bytes of one of them, None if they can't be had."""


@dataclass(frozen=True, slots=True)
class _Inside:
    """A file inside another one, read when its turn comes. Implements attaching.Source."""

    name: str
    read: Callable[[], bytes | None]

    def take(self, vault: Vault, cancelled: IsCancelled) -> StoredFile:
        content = self.read()
        if content is None:
            raise UserError("member_unreadable", file=self.name)
        return vault.take_bytes(content)

    def changed_at(self, zone: tzinfo | None) -> str:
        return ""


class UnpackingService:
    """What is inside is taken out at the person's wish only, one level at a time, as copies; the holder stays whole."""

    def __init__(self, evidence: EvidenceService, holders: Holders) -> None:
        self._evidence = evidence
        self._holders = holders

    def members(self, item: Evidence) -> tuple[Member, ...]:
        """Return the files inside an exhibit; () if there are none or they can't be had."""
        return tuple(self._holders.members(self._evidence.path(item), item.media.media_type) or ())

    def unpack(
        self,
        item: Evidence,
        numbers: Collection[int] | None = None,
        *,
        progress: Progress = no_progress,
        cancelled: IsCancelled = never_cancelled,
        stored: Callable[[Evidence], None] = lambda item: None,
    ) -> AttachReport:
        """Add the files inside an exhibit to its case: those with these numbers, None for all.

        What the case has already is not added twice. A file that can't be had fails with "member_unreadable".
        """
        media_type, path = item.media.media_type, self._evidence.path(item)
        given = [
            _Inside(_file_name(one.name), self._reader(path, media_type, one.number))
            for one in self.members(item)
            if numbers is None or one.number in numbers
        ]
        return self._evidence.attach(
            item.case_id, given, entry_of(item), progress=progress, cancelled=cancelled, stored=stored
        )

    def _reader(self, path: Path, media_type: str, number: int) -> Callable[[], bytes | None]:
        return lambda: self._holders.member(path, media_type, number)


def entry_of(holder: Evidence) -> Entry:
    """Return what is said of a file that was inside an exhibit."""
    kin = Kin.ATTACHMENT if holder.media.media_type == _MAIL else Kin.MEMBER
    edit = EvidenceEdit(source=holder.original_name, step_key=holder.step_key)
    return Entry(edit, Way.DERIVED, holder, kin, with_twins=False)


def _file_name(name: str) -> str:
    """The last part of a name inside an archive: where it lay there is no place here."""
    return name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1] or "?"
