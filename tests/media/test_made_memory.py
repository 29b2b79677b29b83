"""What was made of a file for a dossier is made once, kept within bounds, and gone with the app."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.media.corpus_documents import pdf as document
from tests.media.corpus_documents import saved
from tests.media.corpus_pictures import encoded, quarters
from walletcase.media.made_memory import MadeMemory, RememberingPreviewer
from walletcase.media.row_memory import RowMemory


def test_the_second_dossier_asks_no_process(tmp_path: Path) -> None:
    memory = MadeMemory(tmp_path / "made")
    pdf, picture, text = tmp_path / "a.pdf", tmp_path / "a.tiff", tmp_path / "a.txt"
    pdf.write_bytes(saved(document()))
    picture.write_bytes(encoded(quarters(size=(100, 90)), "TIFF"))
    text.write_text("第一行\n", encoding="utf-8")

    def all_of(previewer: RememberingPreviewer, name: str) -> tuple[object, ...]:
        out = tmp_path / name
        assert previewer.carry(pdf, out) == ""
        return out.read_bytes(), previewer.flatten(picture, "image/tiff"), previewer.text(text, "text/plain")

    with RememberingPreviewer(RowMemory(), memory) as one:
        first = all_of(one, "one.pdf")
        assert one.child_pid is not None
    with RememberingPreviewer(RowMemory(), memory) as other:
        assert all_of(other, "two.pdf") == first
        assert other.child_pid is None
        assert other.carry(text, tmp_path / "three.pdf") != ""  # what failed is asked again
    memory.close()
    assert not (tmp_path / "made").exists()
    with RememberingPreviewer(RowMemory(), memory) as last:
        assert all_of(last, "four.pdf") == first


def test_it_is_bounded_and_a_full_disk_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory, found = MadeMemory(tmp_path / "made"), list[bytes]()
    monkeypatch.setattr("walletcase.media.made_memory.MOST_BYTES", 25)
    for number in range(3):
        memory.keep((number,), lambda kept: kept.write_bytes(b"0123456789"))
    assert not memory.take((0,), lambda kept: None)
    assert memory.take((2,), lambda kept: found.append(kept.read_bytes()))
    assert found == [b"0123456789"]
    assert len(list((tmp_path / "made").iterdir())) == 2

    def full(kept: Path) -> None:
        kept.write_bytes(b"half")
        raise OSError(28, "no space")

    memory.keep((9,), full)
    assert not memory.take((9,), lambda kept: None)
    assert len(list((tmp_path / "made").iterdir())) == 2
