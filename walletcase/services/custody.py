"""Custody: who had a file when, what left the app, and what a time-stamp authority says of the journal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from walletcase.domain.custody import CustodyEvent, about, exhibits_named
from walletcase.domain.errors import UserError
from walletcase.domain.ids import CaseId, EvidenceId
from walletcase.domain.trusted_time import Stamped, TimeStamp, imprint_of
from walletcase.services.context import Context
from walletcase.services.dossiers import Files
from walletcase.services.leaving import Left, note_left
from walletcase.services.ports import IsCancelled, JournalLine, never_cancelled
from walletcase.services.records_check import STAMP_ANSWERED, STAMP_ASKED
from walletcase.services.stamp_proof import proof_of


class TimeStamper(Protocol):
    """Speaks RFC 3161."""

    def request(self, message: bytes) -> bytes:
        """Return a DER request for a stamp on a message's SHA-256."""

    def check(self, request: bytes, answer: bytes, message: bytes, roots: bytes) -> Stamped:
        """Return what an answer says.

        Raises UserError: time_stamp_unreadable, time_stamp_refused, time_stamp_other, time_stamp_untrusted,
        certificate_unreadable.
        """

    def ask(self, address: str, request: bytes, cancelled: IsCancelled) -> bytes:
        """Send a request to an authority. Raises Cancelled; UserError: address_bad, authority_unreachable."""


@dataclass(frozen=True, slots=True)
class StampState:
    """A time stamp as it stands. ``holds``: the journal still has at that line what was stamped, and the answer still
    says so; ``is_trusted``: a certificate that the person gave vouches for the signature; ``is_signed``: it is that of
    the certificate that came along.
    """

    stamp: TimeStamp
    holds: bool
    is_trusted: bool
    is_signed: bool = False


class CustodyService:
    """Use cases on the journal as proof."""

    def __init__(self, context: Context, stamper: TimeStamper, files: Files) -> None:
        self._context = context
        self._stamper = stamper
        self._files = files

    def events(self, case_id: CaseId, evidence_id: EvidenceId) -> tuple[CustodyEvent, ...]:
        """Return what the journal says of an item, oldest first. Raises UserError: no_such_case, no_such_evidence."""
        with self._context.store.read() as unit:
            item = unit.evidence.get(evidence_id)
            lines = unit.journal.numbered(unit.cases.head(case_id).number)
        events = (CustodyEvent(seq, line.at, line.kind, line.detail) for seq, line in lines)
        return about(events, item.exhibit_no)

    def left(self, case_id: CaseId, evidence_ids: Iterable[EvidenceId], left: Left) -> None:
        """Note that items left the app. Raises UserError: no_such_case, no_such_evidence, left_unnoted."""
        with self._context.store.read() as unit:
            exhibits = [unit.evidence.get(one).exhibit_no for one in evidence_ids]
        note_left(self._context, case_id, exhibits, left)

    def text_left(self, case_id: CaseId, text: str, left: Left) -> None:
        """Note that a text left the app, if it names exhibits. Raises UserError as left does."""
        exhibits = exhibits_named(text)
        if exhibits:
            note_left(self._context, case_id, exhibits, left)

    def head(self) -> tuple[int, str]:
        """Return the number and the hash (hex SHA-256) of the newest line: (0, "") for an empty journal."""
        with self._context.store.read() as unit:
            return unit.journal.count(), unit.journal.head()

    def line_of(self, sha256: str) -> int | None:
        """Return the number of the line that has a hash (hex, any case, spaces left out), None if none has it.

        Raises UserError("journal_altered") where the journal is broken at or before that line.
        """
        with self._context.store.read() as unit:
            line = unit.journal.line_of("".join(sha256.split()).lower())
            broken_at = unit.journal.broken_at() if line is not None else None
        if line is not None and broken_at is not None and broken_at <= line:
            raise UserError("journal_broken", line=broken_at)
        return line

    def request_stamp(self, target: Path) -> TimeStamp:
        """Write a request for a time stamp on the journal as it stands to ``target``, to be carried to an authority.

        Raises UserError: journal_empty, target_unwritable, disk_full.
        """
        stamp = self._new_stamp({"way": "file", "target": target.name})
        self._files.write_whole(target, lambda path: _write(path, stamp.request))
        return stamp

    def import_any(self, answer: bytes, roots: bytes = b"") -> StampState:
        """Check an authority's answer, find out to which request it belongs, and keep it.

        Raises UserError as import_answer.
        """
        with self._context.store.read() as unit:
            stamps = unit.time_stamps.all()
        if not stamps:
            raise UserError("time_stamp_other")
        for stamp in reversed(stamps[1:]):
            try:
                return self.import_answer(stamp.id, answer, roots)
            except UserError as error:
                if error.code not in ("time_stamp_other", "journal_altered"):
                    raise
        return self.import_answer(stamps[0].id, answer, roots)

    def import_answer(self, stamp_id: int, answer: bytes, roots: bytes = b"") -> StampState:
        """Check an authority's answer and keep it.

        Raises UserError: no_such_time_stamp, journal_altered, and as TimeStamper.check.
        """
        with self._context.store.write() as unit:
            stamp = next((one for one in unit.time_stamps.all() if one.id == stamp_id), None)
            if stamp is None:
                raise UserError("no_such_time_stamp", stamp=stamp_id)
            head = unit.journal.hash_at(stamp.journal_seq)
            if imprint_of(head) != stamp.imprint:
                raise UserError("journal_altered", line=stamp.journal_seq)
            roots = roots or stamp.roots  # the same answer again, without its certificate, takes no trust away
            said = self._stamper.check(stamp.request, answer, head.encode("ascii"), roots)
            kept = replace(stamp, answer=answer, roots=roots, stamped_at=said.at, authority=said.authority)
            unit.time_stamps.answer(kept)
            told = {"line": str(stamp.journal_seq), "at": said.at, "authority": said.authority}
            unit.journal.append(JournalLine(self._context.now(), STAMP_ANSWERED, "", told))
        return StampState(kept, True, said.is_trusted, said.is_signed)

    def ask_authority(
        self, address: str, roots: bytes = b"", *, cancelled: IsCancelled = never_cancelled
    ) -> StampState:
        """Ask the authority that the person named, over the network, now.

        Raises Cancelled; UserError: journal_empty, address_bad, authority_unreachable, and as import_answer.
        """
        stamp = self._new_stamp({"way": "network", "address": address})
        return self.import_answer(stamp.id, self._stamper.ask(address, stamp.request, cancelled), roots)

    def save_proof(self, stamp_id: int, target: Path) -> None:
        """Write what a stranger needs to check a time stamp without this app to a ZIP file.

        Raises UserError: no_such_time_stamp, target_unwritable, disk_full.
        """
        with self._context.store.read() as unit:
            stamp = next((one for one in unit.time_stamps.all() if one.id == stamp_id and one.answer), None)
            if stamp is None:
                raise UserError("no_such_time_stamp", stamp=stamp_id)
            head = unit.journal.hash_at(stamp.journal_seq)
        self._files.write_whole(target, lambda path: _write(path, proof_of(stamp, head)))

    def stamps(self) -> Sequence[StampState]:
        """Return all time stamps, newest first, each checked again against the journal and its certificates."""
        with self._context.store.read() as unit:
            pairs = [(stamp, unit.journal.hash_at(stamp.journal_seq)) for stamp in unit.time_stamps.all()]
        return [self._state(stamp, head) for stamp, head in reversed(pairs)]

    def _state(self, stamp: TimeStamp, head: str) -> StampState:
        holds = bool(head) and imprint_of(head) == stamp.imprint
        if not holds or not stamp.answer:
            return StampState(stamp, holds, is_trusted=False)
        try:
            said = self._stamper.check(stamp.request, stamp.answer, head.encode("ascii"), stamp.roots)
        except UserError:
            return StampState(stamp, holds=False, is_trusted=False)
        return StampState(stamp, holds, said.is_trusted, said.is_signed)

    def _new_stamp(self, told: Mapping[str, str]) -> TimeStamp:
        """The journal says first that a stamp is asked for, and that line is the one that is stamped."""
        with self._context.store.write() as unit:
            if not unit.journal.head():
                raise UserError("journal_empty")
            unit.journal.append(JournalLine(self._context.now(), STAMP_ASKED, "", told))
            seq, head = unit.journal.count(), unit.journal.head()
            request = self._stamper.request(head.encode("ascii"))
            return unit.time_stamps.add(TimeStamp(0, self._context.now(), seq, imprint_of(head), request))


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)
