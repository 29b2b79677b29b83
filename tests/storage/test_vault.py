"""Files go in byte for byte or not at all, and nothing that is not a file ever makes us wait."""

from __future__ import annotations

import errno
import os
import random
import socket
import stat
import threading
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from walletcase.domain.errors import Cancelled, Exit, UserError
from walletcase.domain.evidence import StoredFile
from walletcase.services.ports import never_cancelled
from walletcase.storage import durable
from walletcase.storage import vault as vault_module
from walletcase.storage.vault import CHUNK_BYTES, MAX_FILE_BYTES, FileVault


def ignore(done: int) -> None:
    """Take no notice of progress."""


def take(vault: FileVault, source: Path) -> StoredFile:
    """Take a file in without looking at progress."""
    return vault.take(source, ignore, never_cancelled)


def refusal(vault: FileVault, source: Path) -> UserError:
    """Return the error with which a source is refused."""
    with pytest.raises(UserError) as caught:
        take(vault, source)
    return caught.value


def everything(folder: Path) -> list[str]:
    """Return the files below a folder."""
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if not p.is_dir())


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A file of two and a half chunks."""
    path = tmp_path / "截图 1.png"
    path.write_bytes(random.Random(1).randbytes(CHUNK_BYTES * 5 // 2))
    return path


def test_a_file_goes_in_byte_for_byte(folder: Path, vault: FileVault, source: Path) -> None:
    content = source.read_bytes()
    seen: list[int] = []
    file = vault.take(source, seen.append, never_cancelled)
    assert file == StoredFile(sha256(content).hexdigest(), len(content))
    assert vault.path(file.sha256).read_bytes() == source.read_bytes() == content
    assert seen == [CHUNK_BYTES, 2 * CHUNK_BYTES, len(content)]
    assert everything(folder) == [f"vault/{file.sha256[:2]}/{file.sha256}"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(st.binary(max_size=200))
def test_bytes_go_in_as_they_are(vault: FileVault, content: bytes) -> None:
    file = vault.take_bytes(content)
    assert vault.path(file.sha256).read_bytes() == content
    assert file == StoredFile(sha256(content).hexdigest(), len(content))
    assert vault.fault(file) == ""


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_blobs_belong_to_their_owner_only(folder: Path, vault: FileVault, source: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        file = take(vault, source)
    finally:
        os.umask(before)
    blob = vault.path(file.sha256)
    assert stat.S_IMODE(blob.stat().st_mode) == 0o600
    folders = (blob.parent, blob.parent.parent, folder, folder / "tmp")
    assert [stat.S_IMODE(f.stat().st_mode) for f in folders] == [0o700] * 4


def test_the_same_bytes_are_kept_once(folder: Path, vault: FileVault, source: Path) -> None:
    assert take(vault, source) == vault.take_bytes(source.read_bytes()) == take(FileVault(folder), source)
    assert len(everything(folder)) == 1


@pytest.mark.parametrize("harm", [b"", b"other bytes"])
def test_an_unsound_blob_is_replaced(vault: FileVault, source: Path, harm: bytes) -> None:
    file = take(vault, source)
    vault.path(file.sha256).write_bytes(harm)
    assert vault.fault(file) == "altered"
    assert take(vault, source) == file
    assert vault.fault(file) == ""


def test_a_link_in_a_blobs_place_is_replaced_and_not_written_through(
    tmp_path: Path, vault: FileVault, source: Path
) -> None:
    file = take(vault, source)
    blob, elsewhere = vault.path(file.sha256), tmp_path / "elsewhere"
    elsewhere.write_bytes(source.read_bytes())
    blob.unlink()
    blob.symlink_to(elsewhere)
    assert vault.fault(file) == "altered"
    take(vault, source)
    assert (vault.fault(file), blob.is_symlink(), elsewhere.read_bytes()) == ("", False, source.read_bytes())


def test_cancelling_leaves_nothing(folder: Path, vault: FileVault, source: Path) -> None:
    seen: list[int] = []
    with pytest.raises(Cancelled):
        vault.take(source, seen.append, lambda: bool(seen))
    assert seen == [CHUNK_BYTES]
    assert everything(folder) == []


def test_what_is_not_there_is_missing(tmp_path: Path, vault: FileVault, source: Path) -> None:
    for path in (tmp_path / "none", source / "inside"):
        error = refusal(vault, path)
        assert (error.code, error.params["file"], error.exit_code) == ("file_missing", str(path), Exit.BAD_INPUT)


def test_a_folder_is_not_a_file(folder: Path, tmp_path: Path, vault: FileVault) -> None:
    assert refusal(vault, tmp_path).code == "not_a_file"
    assert not folder.exists()


@pytest.mark.parametrize("kind", ["pipe", "socket", "device", "link to a pipe"])
def test_what_could_make_us_wait_is_not_a_file(tmp_path: Path, vault: FileVault, kind: str) -> None:
    path = tmp_path / "odd"
    if kind == "socket":
        with socket.socket(socket.AF_UNIX) as unix:
            here = Path.cwd()
            os.chdir(tmp_path)  # socket names are short
            unix.bind("odd")
            os.chdir(here)
    elif kind == "device":
        path = Path("/dev/zero")
    else:
        os.mkfifo(path)
    if kind == "link to a pipe":
        path = tmp_path / "link"
        path.symlink_to(tmp_path / "odd")
    assert refusal(vault, path).code == "not_a_file"


def test_a_pipe_that_takes_the_files_place_after_the_first_look_is_not_waited_for(
    tmp_path: Path, vault: FileVault, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real_open = os.open

    def swap_and_open(path: str, flags: int, *more: int) -> int:
        source.unlink()
        os.mkfifo(source)
        monkeypatch.undo()
        return real_open(path, flags, *more)

    monkeypatch.setattr(os, "open", swap_and_open)
    assert refusal(vault, source).code == "not_a_file"


def test_a_link_is_followed_to_its_file(tmp_path: Path, vault: FileVault, source: Path) -> None:
    link = tmp_path / "link.png"
    link.symlink_to(source)
    assert take(vault, link) == take(vault, source)
    ring = tmp_path / "ring"
    ring.symlink_to(ring)
    assert refusal(vault, ring).code == "file_unreadable"
    hanging = tmp_path / "hanging"
    hanging.symlink_to(tmp_path / "gone")
    assert refusal(vault, hanging).code == "file_missing"


def test_a_name_that_no_file_can_have_is_unreadable(vault: FileVault) -> None:
    assert refusal(vault, Path("a\x00b")).code == "file_unreadable"


@pytest.mark.parametrize("change", ["grows", "shrinks", "is rewritten"])
def test_a_source_that_changes_meanwhile_is_refused(folder: Path, vault: FileVault, source: Path, change: str) -> None:
    def meddle(done: int) -> None:
        if done == CHUNK_BYTES:
            with source.open("r+b") as out:
                if change == "grows":
                    out.seek(0, os.SEEK_END)
                    out.write(b"more")
                elif change == "shrinks":
                    out.truncate(CHUNK_BYTES)
                else:
                    out.write(b"x")
            os.utime(source, ns=(1, 1))

    with pytest.raises(UserError) as caught:
        vault.take(source, meddle, never_cancelled)
    assert caught.value.code == "file_changed"
    assert everything(folder) == []


def test_more_than_the_limit_is_refused_before_it_is_read(folder: Path, tmp_path: Path, vault: FileVault) -> None:
    big = tmp_path / "big"
    with big.open("wb") as out:
        out.truncate(MAX_FILE_BYTES + 1)
    seen: list[int] = []
    with pytest.raises(UserError) as caught:
        vault.take(big, seen.append, never_cancelled)
    assert (caught.value.code, caught.value.params["limit_bytes"]) == ("file_too_large", str(MAX_FILE_BYTES))
    assert seen == []
    assert not folder.exists()


def failing(number: int) -> Callable[..., int]:
    """Return a call that fails with an error number."""

    def fail(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("call", ["create_file", "sync_file", "sync_folder", "replace_file"])
@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, "disk_full"), (errno.EROFS, "store_unwritable"), (errno.EIO, "disk_error")]
)
def test_what_the_disk_refuses_is_said_and_nothing_stays_in_tmp(
    folder: Path, vault: FileVault, source: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, code: str
) -> None:
    vault.take_bytes(b"before")
    with monkeypatch.context() as patch:
        patch.setattr(vault_module, call, failing(number))
        error = refusal(vault, source)
    assert (error.code, error.exit_code, error.params["folder"]) == (code, Exit.REFUSED, str(folder))
    assert error.params["needed_bytes"] == str(source.stat().st_size)
    assert list((folder / "tmp").iterdir()) == []
    assert vault.fault(take(vault, source)) == ""


def test_a_source_that_cannot_be_read_is_named(
    folder: Path, vault: FileVault, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "read", failing(errno.EIO))
        error = refusal(vault, source)
    assert (error.code, error.params["file"]) == ("file_unreadable", str(source))
    assert everything(folder) == []


def test_a_disk_that_gives_back_other_bytes_is_found_out(
    folder: Path, vault: FileVault, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lying_sync(fd: int) -> None:
        os.pwrite(fd, b"!", 7)

    with monkeypatch.context() as patch:
        patch.setattr(vault_module, "sync_file", lying_sync)
        assert refusal(vault, source).code == "disk_error"
    assert everything(folder) == []


def test_short_writes_are_carried_on(vault: FileVault, source: Path, tmp_path: Path) -> None:
    pipe_sized = iter([b"a" * 10, b"", b"b" * 3])
    target = tmp_path / "part"
    assert vault_module._write(target, pipe_sized).size_bytes == 13
    assert target.read_bytes() == b"a" * 10 + b"b" * 3


def test_a_windows_scanner_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, target = tmp_path / "a", tmp_path / "b"
    waits: list[float] = []
    source.write_bytes(b"x")
    real, refusals = Path.replace, iter([5, 32, 33])

    def busy(self: Path, to: Path) -> Path:
        for code in refusals:
            error = PermissionError(errno.EACCES, "busy")
            error.winerror = code  # type: ignore[attr-defined,unused-ignore]
            raise error
        return real(self, to)

    monkeypatch.setattr(Path, "replace", busy)
    monkeypatch.setattr(time, "sleep", waits.append)
    durable.replace_file(source, target)
    assert (target.read_bytes(), waits) == (b"x", [0.01, 0.02, 0.04])


def test_a_refusal_that_stays_is_given_up_after_two_and_a_half_seconds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []

    def busy(self: Path, to: Path) -> Path:
        error = PermissionError(errno.EACCES, "busy")
        error.winerror = 32  # type: ignore[attr-defined,unused-ignore]
        raise error

    monkeypatch.setattr(Path, "replace", busy)
    monkeypatch.setattr(time, "sleep", waits.append)
    with pytest.raises(PermissionError):
        durable.replace_file(tmp_path / "a", tmp_path / "b")
    assert 2 < sum(waits) < 3


@pytest.mark.parametrize(
    ("harm", "fault"),
    [
        ("nothing", ""),
        ("deleted", "missing"),
        ("cut", "altered"),
        ("flipped", "altered"),
        ("grown", "altered"),
        ("linked", "altered"),
        ("folder", "altered"),
        ("pipe", "altered"),
        ("shard gone", "missing"),
        ("shard a file", "missing"),
    ],
)
def test_faults_are_named(tmp_path: Path, vault: FileVault, source: Path, harm: str, fault: str) -> None:
    file = take(vault, source)
    blob = vault.path(file.sha256)
    content = blob.read_bytes()
    if harm == "cut":
        os.truncate(blob, len(content) - 1)
    elif harm in ("flipped", "grown"):
        blob.write_bytes(content[:-1] + bytes([content[-1] ^ 1]) if harm == "flipped" else content + b"x")
    elif harm != "nothing":
        blob.unlink()
    if harm == "linked":
        blob.symlink_to(source)
    elif harm == "folder":
        blob.mkdir()
    elif harm == "pipe":
        os.mkfifo(blob)
    elif harm.startswith("shard"):
        blob.parent.rmdir()
        if harm == "shard a file":
            blob.parent.write_bytes(b"")
    assert vault.fault(file) == fault


def test_only_a_hash_is_a_name(vault: FileVault) -> None:
    for name in ("", "../../etc/passwd", "AB" * 32, "g" * 64, "a" * 63):
        with pytest.raises(ValueError, match="SHA-256"):
            vault.path(name)


def test_sweeping_removes_leftovers_and_orphans_only(folder: Path, vault: FileVault) -> None:
    kept, orphan = vault.take_bytes(b"kept"), vault.take_bytes(b"orphan")
    (folder / "tmp" / "0123.part").write_bytes(b"left over")
    strangers = (folder / "tmp" / "note.txt", folder / "vault" / "ab" / "note.txt", folder / "vault" / "readme")
    for stranger in strangers:
        stranger.parent.mkdir(exist_ok=True)
        stranger.write_bytes(b"not ours")
    assert vault.sweep([kept.sha256, "ab" * 32]) == 2
    assert (vault.fault(kept), vault.fault(orphan)) == ("", "missing")
    assert all(stranger.exists() for stranger in strangers)
    assert vault.sweep([kept.sha256]) == 0


def test_sweeping_an_empty_folder_is_nothing(folder: Path, vault: FileVault) -> None:
    assert vault.sweep([]) == 0
    assert not folder.exists()


def test_a_blob_whose_row_another_thread_is_writing_is_not_swept(vault: FileVault) -> None:
    taken: list[StoredFile] = []
    thread = threading.Thread(target=lambda: taken.append(vault.take_bytes(b"in flight")))
    thread.start()
    thread.join()
    assert vault.sweep([]) == 0
    assert vault.fault(taken[0]) == ""


def test_a_copy_that_another_thread_is_making_is_not_swept(vault: FileVault, source: Path) -> None:
    swept: list[int] = []

    def sweep_meanwhile(done: int) -> None:
        thread = threading.Thread(target=lambda: swept.append(vault.sweep([])))
        thread.start()
        thread.join()

    file = vault.take(source, sweep_meanwhile, never_cancelled)
    assert swept == [0, 0, 0]
    assert vault.fault(file) == ""


def test_a_run_that_was_killed_before_syncing_folders_is_made_good(
    folder: Path, vault: FileVault, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = take(vault, source)
    synced: list[Path] = []
    monkeypatch.setattr(vault_module, "sync_folder", synced.append)
    take(FileVault(folder), source)
    shard = vault.path(file.sha256).parent
    assert {folder, shard.parent, shard} <= set(synced)


def test_many_open_files_are_not_left_open(vault: FileVault, source: Path, tmp_path: Path) -> None:
    before = len(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").exists() else 0
    for _ in range(20):
        take(vault, source)
        assert refusal(vault, tmp_path).code == "not_a_file"
    after = len(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").exists() else 0
    assert after == before
