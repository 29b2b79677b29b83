from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from walletcase.media.previewer import Previewer
from walletcase.media.thumbnails import ThumbnailCache


def sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_kept_without_the_previewer(corpus: dict[str, Path], tmp_path: Path) -> None:
    path, folder = corpus["rgb.png"], tmp_path / "made" / "thumbnails"
    with Previewer(timeout_s=30) as previewer:
        cache = ThumbnailCache(folder, previewer)
        made = cache.thumbnail(sha(path), path, "image/png", 32)
        assert made is not None
        assert made == previewer.thumbnail(path, "image/png", 32)
    # The previewer is closed: what comes now comes from the disk.
    again = ThumbnailCache(folder, previewer)
    assert again.thumbnail(sha(path), tmp_path / "gone", "image/png", 32) == made
    assert again.thumbnail(sha(path), path, "image/png", 16) is None


def test_files_are_private_and_whole(corpus: dict[str, Path], previewer: Previewer, tmp_path: Path) -> None:
    cache = ThumbnailCache(tmp_path / "t", previewer)
    for name in ("rgb.png", "one-bit.png"):
        cache.thumbnail(sha(corpus[name]), corpus[name], "image/png")
    kept = sorted((tmp_path / "t").iterdir())
    assert [path.suffix for path in kept] == [".png", ".png"]
    assert {path.stat().st_mode & 0o777 for path in kept} == {0o600}
    assert (tmp_path / "t").stat().st_mode & 0o777 == 0o700


def test_a_spoilt_file_is_made_again(corpus: dict[str, Path], previewer: Previewer, tmp_path: Path) -> None:
    path, cache = corpus["rgb.png"], ThumbnailCache(tmp_path / "t", previewer)
    made = cache.thumbnail(sha(path), path, "image/png")
    assert made is not None
    (kept,) = (tmp_path / "t").glob("*.png")
    for spoilt in (b"", made[:-5], b"not a picture"):
        kept.write_bytes(spoilt)
        assert cache.thumbnail(sha(path), path, "image/png") == made
        assert kept.read_bytes() == made


def test_what_failed_is_not_tried_again_until_cleared(
    corpus: dict[str, Path], previewer: Previewer, tmp_path: Path
) -> None:
    path, cache = tmp_path / "file", ThumbnailCache(tmp_path / "t", previewer)
    shutil.copy(corpus["truncated.png"], path)
    key = sha(path)
    assert cache.thumbnail(key, path, "image/png") is None
    shutil.copy(corpus["rgb.png"], path)  # in the vault this cannot happen: it shows that nobody looked
    assert cache.thumbnail(key, path, "image/png") is None
    cache.clear()
    assert cache.thumbnail(key, path, "image/png") is not None


def test_forgotten_when_the_file_is_deleted(corpus: dict[str, Path], previewer: Previewer, tmp_path: Path) -> None:
    cache = ThumbnailCache(tmp_path / "t", previewer)
    for name in ("rgb.png", "one-bit.png"):
        for box_px in (32, 64):
            cache.thumbnail(sha(corpus[name]), corpus[name], "image/png", box_px)
    cache.forget(sha(corpus["rgb.png"]))
    assert {kept.name[:64] for kept in (tmp_path / "t").iterdir()} == {sha(corpus["one-bit.png"])}
    cache.clear()
    assert list((tmp_path / "t").iterdir()) == []


def test_a_folder_that_cannot_be_is_no_fault(corpus: dict[str, Path], previewer: Previewer, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    cache = ThumbnailCache(tmp_path / "file" / "t", previewer)
    assert cache.thumbnail(sha(corpus["rgb.png"]), corpus["rgb.png"], "image/png") is not None
    cache.forget(sha(corpus["rgb.png"]))
    cache.clear()


@pytest.mark.parametrize("key", ["", "../../etc/passwd", "A" * 64, "a" * 63, "a" * 64 + "\n"])
def test_only_hashes_are_keys(corpus: dict[str, Path], previewer: Previewer, tmp_path: Path, key: str) -> None:
    cache = ThumbnailCache(tmp_path / "t", previewer)
    with pytest.raises(ValueError, match="SHA-256"):
        cache.thumbnail(key, corpus["rgb.png"], "image/png")
    with pytest.raises(ValueError, match="SHA-256"):
        cache.forget(key)
