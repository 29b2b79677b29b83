"""Sound is decoded piece by piece in the child, from any place, and what is no sound is said to be none."""

from __future__ import annotations

import array
import io
import math
import wave
from itertools import pairwise
from pathlib import Path

import pytest

from tests.media.corpus_structures import mp3
from walletcase.domain.sound import CHANNELS, FRAME_BYTES, PIECE_MS, SAMPLES_A_SECOND, bytes_of, milliseconds_of
from walletcase.media.previewer import Previewer


def tone(seconds: float, hertz: float = 440.0, rate: int = SAMPLES_A_SECOND) -> bytes:
    """A WAV with two voices: a tone on the left, silence on the right."""
    samples = array.array("h")
    for number in range(int(seconds * rate)):
        samples += array.array("h", (int(12_000 * math.sin(2 * math.pi * hertz * number / rate)), 0))
    stored = io.BytesIO()
    with wave.open(stored, "wb") as sound:
        sound.setparams((CHANNELS, 2, rate, 0, "NONE", ""))
        sound.writeframes(samples.tobytes())
    return stored.getvalue()


def whole(previewer: Previewer, path: Path, kind: str) -> bytes:
    """All of a sound, piece by piece; the last is shorter."""
    found = bytearray()
    while len(found) % bytes_of(PIECE_MS) == 0:
        found += previewer.sound(path, kind, milliseconds_of(len(found))) or b""
    return bytes(found)


def test_the_pieces_are_the_sound(previewer: Previewer, tmp_path: Path) -> None:
    path = tmp_path / "call.wav"
    path.write_bytes(tone(9.5))
    with wave.open(str(path)) as stored:
        bare = stored.readframes(stored.getnframes())
    assert whole(previewer, path, "audio/wav") == bare
    first = previewer.sound(path, "audio/wav", 0)
    assert first is not None
    assert len(first) == bytes_of(PIECE_MS)
    middle = previewer.sound(path, "audio/wav", 6_250)
    assert middle == bare[bytes_of(6_250) :]
    assert previewer.sound(path, "audio/wav", 9_500) == b""
    assert previewer.sound(path, "audio/wav", 60_000) == b""


def test_another_rate_is_brought_to_ours(previewer: Previewer, tmp_path: Path) -> None:
    path = tmp_path / "telephone.wav"
    path.write_bytes(tone(3, rate=8_000))
    found = whole(previewer, path, "audio/wav")
    assert abs(len(found) - 3 * SAMPLES_A_SECOND * FRAME_BYTES) < 2_000
    left = array.array("h", found)[::2]
    crossings = sum(a < 0 <= b for a, b in pairwise(left))
    assert abs(crossings / 3 - 440) < 3


def test_mp3(previewer: Previewer, tmp_path: Path) -> None:
    path = tmp_path / "call.mp3"
    path.write_bytes(mp3(200))
    found = whole(previewer, path, "audio/mpeg")
    assert abs(milliseconds_of(len(found)) - 200 * 26.12) < 60


@pytest.mark.parametrize(
    ("content", "kind"),
    [(b"RIFF\x24\0\0\0WAVEjunk", "audio/wav"), (b"ID3" + b"x" * 99, "audio/mpeg"), (b"fLaC", "audio/flac")],
)
def test_what_is_damaged_does_not_sound(previewer: Previewer, tmp_path: Path, content: bytes, kind: str) -> None:
    path = tmp_path / "broken"
    path.write_bytes(content)
    assert not previewer.sound(path, kind, 0)
    assert previewer.sound(path, "audio/mp4", 0) is None
    assert previewer.sound(path, "image/png", 0) is None
    (tmp_path / "sound.wav").write_bytes(tone(0.5))
    assert previewer.sound(tmp_path / "sound.wav", "audio/wav", 0)  # the child goes on
