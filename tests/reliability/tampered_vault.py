"""A vault with everything in it that can be tampered with, and hands that do so: one act each, told what must be named.

Guards of the journal (triggers) are taken off and put back, as somebody would who knows SQLite.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from walletcase.domain.ids import CaseId
from walletcase.domain.letter import frozen_hash
from walletcase.services.facade import Services
from walletcase.services.ports import JournalLine
from walletcase.storage.head_note import NAME
from walletcase.storage.mapping import detail_of
from walletcase.storage.repositories.journal import chain_hash

_PLAYBOOK = "icbc-digital-wallet"
Named = frozenset[tuple[str, str]]  # (kind, subject) of each finding
_BROKEN: Named = frozenset({("journal_broken", "journal")})
_CUT: Named = frozenset({("journal_cut", "journal")})


@dataclass(frozen=True)
class Vault:
    """A data folder that was closed; ``head`` is what a dossier printed of the journal when it went out."""

    folder: Path
    head: str

    @property
    def database(self) -> Path:
        """The database's file."""
        return self.folder / "wallet.sqlite3"

    def copy_to(self, folder: Path) -> Vault:
        """A copy that may be spoilt."""
        shutil.copytree(self.folder, folder)
        return Vault(folder, self.head)

    @contextmanager
    def opened(self) -> Iterator[sqlite3.Connection]:
        """The database behind the app's back, without its guards."""
        with closing(sqlite3.connect(self.database)) as database, database:
            guards = database.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
            for name, _ in guards:
                database.execute(f"DROP TRIGGER {name}")
            yield database
            for _, sql in guards:
                database.execute(sql)

    def blob(self, digest: str) -> Path:
        """Where a file lies."""
        return self.folder / "vault" / digest[:2] / digest

    def exhibits(self) -> list[tuple[int, str, str]]:
        """(row id, subject, SHA-256) of each exhibit."""
        query = (
            "SELECT e.id, c.number || '/' || e.exhibit_no, e.sha256 FROM evidence e JOIN cases c ON c.id = e.case_id"
        )
        with closing(sqlite3.connect(self.database)) as database:
            return database.execute(query).fetchall()

    def using(self, digest: str, kind: str) -> Named:
        """What is to be named when a file is spoilt: every exhibit that has it."""
        return frozenset((kind, subject) for _, subject, one in self.exhibits() if one == digest)


def furnish(services: Services, folder: Path, source: Path, rng: random.Random) -> str:
    """Fill a data folder by its services and return the journal's newest hash."""
    source.mkdir()
    case, _ = services.cases.new_case("钱包打不开", _PLAYBOOK, {"complainant": "林小满", "institution": "示例支行"})
    other, _ = services.cases.new_case("另一件事", _PLAYBOOK)
    files = []
    for number in range(8):
        file = source / f"截图{number}.bin"
        file.write_bytes(rng.randbytes(rng.choice((1, 700, 5_000, 1_100_000))))
        files.append(file)
    items = services.evidence.attach(case.id, files).stored
    services.evidence.attach(other.id, [*files[:2], _text(source)])  # two files are in both cases
    services.numbering.renumber(case.id, {items[0].id: 3, items[1].id: 1, items[2].id: 2})
    services.evidence.trash(case.id, items[4].id)
    services.evidence.attach(case.id, [_text(source, "taken back")])
    services.history.undo()
    services.evidence.attach(case.id, [_text(source, "back and forth")])
    services.history.undo()
    services.history.redo()
    _send(services, case.id)
    gone, _ = services.cases.new_case("删掉的", _PLAYBOOK)
    services.evidence.attach(gone.id, [_text(source, "gone")])
    services.cases.trash(gone.id)
    services.cases.purge(gone.id)
    services.case_files.export(case.id, folder.parent / "case.json")
    return services.custody.head()[1]


def _text(source: Path, words: str = "text") -> Path:
    file = source / f"{words}.txt"
    file.write_text(words, encoding="utf-8")
    return file


def _send(services: Services, case_id: CaseId) -> None:
    record = services.cases.open(case_id)
    kind = services.letters.kind("complaint")
    made = services.letters.text_of(case_id, kind.key, "zh_CN")
    services.letters.file_sent(case_id, made, "请在十五日内答复。", record.playbook.channels[0].key)


@dataclass(frozen=True)
class Act:
    """What was done, and what must be named: exactly that. ``line``: the first broken one of the journal, if any;
    ``head_is_lost``: only the printed head tells.
    """

    what: str
    named: Named
    line: int = 0
    head_is_lost: bool = False


Hand = Callable[[Vault, random.Random], Act]


def _a_blob(vault: Vault, rng: random.Random) -> tuple[str, Path]:
    digest = rng.choice(sorted({digest for _, _, digest in vault.exhibits()}))
    return digest, vault.blob(digest)


def flip(vault: Vault, rng: random.Random) -> Act:
    """One bit of one byte."""
    digest, blob = _a_blob(vault, rng)
    content = bytearray(blob.read_bytes())
    content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)
    _write(blob, bytes(content))
    return Act("flip", vault.using(digest, "file_altered"))


def truncate(vault: Vault, rng: random.Random) -> Act:
    """The end is gone, or all of it."""
    digest, blob = _a_blob(vault, rng)
    _write(blob, blob.read_bytes()[: rng.randrange(blob.stat().st_size)])
    return Act("truncate", vault.using(digest, "file_altered"))


def lengthen(vault: Vault, rng: random.Random) -> Act:
    """Something is put behind."""
    digest, blob = _a_blob(vault, rng)
    _write(blob, blob.read_bytes() + rng.randbytes(rng.randint(1, 9)))
    return Act("lengthen", vault.using(digest, "file_altered"))


def delete(vault: Vault, rng: random.Random) -> Act:
    """A file is gone."""
    digest, blob = _a_blob(vault, rng)
    blob.unlink()
    return Act("delete", vault.using(digest, "file_missing"))


def swap(vault: Vault, rng: random.Random) -> Act:
    """Two files trade places."""
    one, two = rng.sample(sorted({digest for _, _, digest in vault.exhibits()}), 2)
    first, second = vault.blob(one).read_bytes(), vault.blob(two).read_bytes()
    _write(vault.blob(one), second)
    _write(vault.blob(two), first)
    return Act("swap", vault.using(one, "file_altered") | vault.using(two, "file_altered"))


def slip_in(vault: Vault, rng: random.Random) -> Act:
    """A file that nobody added: under any name, or under a good one that is not its own."""
    digest, _ = _a_blob(vault, rng)
    name = rng.choice([f"{digest[:2]}/note.txt", f"{digest[:2]}/{digest[:-1]}z", "note.txt", "ab/" + "ab" * 32, "x/y"])
    target = vault.folder / "vault" / name
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(rng.randbytes(20))
    place = "x" if name == "x/y" else name
    return Act(f"slip in {name[:12]}", frozenset({("file_foreign", f"vault/{place}")}))


def lead_away(vault: Vault, rng: random.Random) -> Act:
    """A link stands where the file was."""
    digest, blob = _a_blob(vault, rng)
    elsewhere = vault.folder.parent / f"{vault.folder.name}-elsewhere"
    blob.rename(elsewhere)
    blob.symlink_to(elsewhere)
    return Act("lead away", vault.using(digest, "file_altered"))


def edit_line(vault: Vault, rng: random.Random) -> Act:
    """One column of one line says something else."""
    with vault.opened() as database:
        seq = rng.randint(1, _count(database))
        column = rng.choice(("at", "kind", "case_number", "detail", "hash"))
        old = str(database.execute(f"SELECT {column} FROM journal WHERE seq = ?", (seq,)).fetchone()[0])
        place = rng.randrange(max(1, len(old)))
        new = f"{old[:place]}{'0' if old[place : place + 1] != '0' else '1'}{old[place + 1 :]}"
        database.execute(f"UPDATE journal SET {column} = ? WHERE seq = ?", (new, seq))
    return Act(f"edit {column}", _BROKEN, seq)


def drop_line(vault: Vault, rng: random.Random) -> Act:
    """A line in the middle is gone."""
    with vault.opened() as database:
        seq = rng.randint(1, _count(database) - 1)
        database.execute("DELETE FROM journal WHERE seq = ?", (seq,))
    return Act("drop a line", _BROKEN, seq)


def close_the_gap(vault: Vault, rng: random.Random) -> Act:
    """A line is gone and those after it move up, but keep their hashes."""
    with vault.opened() as database:
        seq = rng.randint(1, _count(database) - 1)
        database.execute("DELETE FROM journal WHERE seq = ?", (seq,))
        database.execute("UPDATE journal SET seq = -seq WHERE seq > ?", (seq,))
        database.execute("UPDATE journal SET seq = -seq - 1 WHERE seq < 0")
        _set_count(database, -1)
    return Act("close the gap", _BROKEN, seq)


def drop_the_last(vault: Vault, rng: random.Random) -> Act:
    """The newest lines are gone; how many there were is still known."""
    with vault.opened() as database:
        last = _count(database) - rng.randint(1, 3)
        database.execute("DELETE FROM journal WHERE seq > ?", (last,))
    return Act("drop the last", _BROKEN, last + 1)


def drop_the_last_well(vault: Vault, rng: random.Random) -> Act:
    """The newest line and the count of lines are gone: the note beside the database tells, and what was printed."""
    with vault.opened() as database:
        database.execute("DELETE FROM journal WHERE seq = ?", (_count(database),))
        _set_count(database, -1)
    return Act("drop the last well", _CUT, head_is_lost=True)


def drop_the_last_and_its_note(vault: Vault, rng: random.Random) -> Act:
    """The note beside the database is gone, too: only what a dossier printed tells."""
    drop_the_last_well(vault, rng)
    (vault.folder / NAME).unlink()
    return Act("drop the last and its note", frozenset(), head_is_lost=True)


def reorder(vault: Vault, rng: random.Random) -> Act:
    """Two lines trade places, with their hashes or without."""
    with vault.opened() as database:
        columns = ("at", "kind", "case_number", "detail", "hash")[: rng.choice((4, 5))]
        lines = database.execute(f"SELECT seq, {', '.join(columns)} FROM journal").fetchall()
        rows = {seq: row for seq, *row in lines}
        one = rng.choice(sorted(rows))
        two = rng.choice([seq for seq in sorted(rows) if rows[seq] != rows[one]])
        setting = ", ".join(f"{name} = ?" for name in columns)
        for seq, other in ((one, two), (two, one)):
            database.execute(f"UPDATE journal SET {setting} WHERE seq = ?", (*rows[other], seq))
    return Act("reorder", _BROKEN, min(one, two))


def add_line(vault: Vault, rng: random.Random) -> Act:
    """A line is put at the end, well chained, but the count of lines was not known of."""
    with vault.opened() as database:
        seq = _count(database) + 1
        head = database.execute("SELECT hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()[0]
        line = JournalLine("2026-11-22T09:00:00+08:00", "contact_logged", "WC-2026-0001", {"entry": "1"})
        row = (seq, line.at, line.kind, line.case_number, '{"entry":"1"}', chain_hash(head, seq, line))
        database.execute("INSERT INTO journal (seq, at, kind, case_number, detail, hash) VALUES (?,?,?,?,?,?)", row)
    return Act("add a line", _BROKEN, seq)


def rewrite_the_past(vault: Vault, rng: random.Random) -> Act:
    """A line is changed and the whole chain after it reckoned anew."""
    with vault.opened() as database:
        rows = database.execute("SELECT seq, at, kind, case_number, detail FROM journal ORDER BY seq").fetchall()
        changed, head = rng.choice(rows)[0], ""
        for seq, at, kind, number, detail in rows:
            at = "2026-01-01T00:00:00+08:00" if seq == changed else at
            head = chain_hash(head, seq, JournalLine(at, kind, number, *detail_of(detail)))
            database.execute("UPDATE journal SET at = ?, hash = ? WHERE seq = ?", (at, head, seq))
    return Act("rewrite the past", _CUT, head_is_lost=True)


def edit_hash(vault: Vault, rng: random.Random) -> Act:
    """A row names another hash, with a file that fits or without; what was stored stays or goes."""
    row_id, subject, _ = rng.choice(vault.exhibits())
    content = rng.randbytes(40)
    digest = sha256(content).hexdigest()
    if rng.random() < 0.5:
        vault.blob(digest).parent.mkdir(exist_ok=True)
        vault.blob(digest).write_bytes(content)
    with vault.opened() as database:
        database.execute("UPDATE evidence SET sha256 = ?, size_bytes = 40 WHERE id = ?", (digest, row_id))
    return Act("edit a hash", frozenset({("record_altered", subject)}))


def swap_rows(vault: Vault, rng: random.Random) -> Act:
    """Two exhibits trade their files by their rows."""
    while True:
        one, two = rng.sample(vault.exhibits(), 2)
        if one[2] != two[2]:
            break
    with vault.opened() as database:
        sizes = dict(database.execute("SELECT sha256, size_bytes FROM evidence").fetchall())
        for row_id, digest in ((one[0], two[2]), (two[0], one[2])):
            values = (digest, sizes[digest], row_id)
            database.execute("UPDATE evidence SET sha256 = ?, size_bytes = ? WHERE id = ?", values)
    return Act("swap rows", frozenset({("record_altered", one[1]), ("record_altered", two[1])}))


def forge_coming(vault: Vault, rng: random.Random) -> Act:
    """An exhibit is said to have come at another time, under another name, or in another way."""
    row_id, subject, _ = rng.choice(vault.exhibits())
    column, text = rng.choice(
        (
            ("added_at", "2020-01-01T00:00:00+08:00"),
            ("original_name", "bank.png"),
            ("origin", '[["way","picked"],["added_by","x"],["device","y"]]'),
        )
    )
    with vault.opened() as database:
        before = database.execute(f"SELECT {column} FROM evidence WHERE id = ?", (row_id,)).fetchone()[0]
        database.execute(f"UPDATE evidence SET {column} = ? WHERE id = ?", (text, row_id))
    told = column != "origin" or '"way"' in before  # else the journal does not say how it came
    return Act("forge how it came", frozenset({("record_altered", subject)} if told else ()))


def drop_row(vault: Vault, rng: random.Random) -> Act:
    """An exhibit is gone from the list; nothing else."""
    row_id, subject, _ = rng.choice(vault.exhibits())
    with vault.opened() as database:
        database.execute("DELETE FROM evidence WHERE id = ?", (row_id,))
    return Act("drop a row", frozenset({("record_missing", subject)}))


def reword_letter(vault: Vault, rng: random.Random) -> Act:
    """A letter that was sent has other words, with the hash that fits them or without."""
    body = "请在三十日内答复。"
    with vault.opened() as database:
        letter_id, seq = database.execute("SELECT id, seq FROM letters WHERE sent_at <> ''").fetchone()
        database.execute("UPDATE letters SET body = ? WHERE id = ?", (body, letter_id))
        if rng.random() < 0.5:
            database.execute("UPDATE letters SET sent_sha256 = ? WHERE id = ?", (frozen_hash(body), letter_id))
    return Act("reword a letter", frozenset({("letter_altered", f"WC-2026-0001/letter {seq}")}))


HANDS: Sequence[Hand] = (
    flip, truncate, lengthen, delete, swap, slip_in, lead_away, edit_line, drop_line, close_the_gap, drop_the_last,
    drop_the_last_well, drop_the_last_and_its_note, reorder, add_line, rewrite_the_past, edit_hash, swap_rows,
    forge_coming, drop_row, reword_letter,
)  # fmt: skip


def _write(blob: Path, content: bytes) -> None:
    blob.chmod(0o600)
    blob.write_bytes(content)


def _count(database: sqlite3.Connection) -> int:
    return int(database.execute("SELECT max(seq) FROM journal").fetchone()[0])


def _set_count(database: sqlite3.Connection, by: int) -> None:
    assert database.execute("UPDATE counters SET value = value + ? WHERE name = 'journal'", (by,)).rowcount == 1
