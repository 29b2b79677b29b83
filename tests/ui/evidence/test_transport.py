"""A recording is played in the viewer: play, pause, another place, its end; or it is said why not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.media.test_sound import tone
from tests.ui.evidence.evidence_stage import make_files, with_pools
from walletcase.domain.evidence import Evidence
from walletcase.infra.speaker import NoSpeaker, Pull, Speaker
from walletcase.ui.evidence.transport import Transport
from walletcase.ui.evidence.viewer_note import ViewerNote
from walletcase.ui.shell.desk import Desk


class Listening(Speaker):
    """The silent speaker of a computer without a sound card, and what it was given."""

    def __init__(self) -> None:
        super().__init__(is_silent=True)
        self.heard = bytearray()

    def start(self, pull: Pull) -> None:
        def listen(most: int) -> bytes:
            piece = pull(most)
            self.heard += piece
            return piece

        super().start(listen)


class Absent(Speaker):
    """No sound card."""

    def start(self, pull: Pull) -> None:
        raise NoSpeaker


def recording(desk: Desk, folder: Path, seconds: float) -> Evidence:
    """A recording in a case."""
    file = folder / "call.wav"
    file.write_bytes(tone(seconds))
    case, _ = desk.services.cases.new_case("x")
    return desk.services.evidence.attach(case.id, [file]).stored[0]


@pytest.fixture
def speaker() -> Iterator[Listening]:
    made = Listening()
    yield made
    made.stop()


@pytest.fixture
def transport(qtbot: QtBot, desk: Desk, speaker: Listening, tmp_path: Path) -> Iterator[Transport]:
    pooled, _ = with_pools(desk)
    made = Transport(pooled, speaker)
    qtbot.addWidget(made)
    made.open(recording(desk, tmp_path, 9.0))
    made.show()
    yield made
    made.playing.pause()
    pooled.files.close()
    pooled.db.close()


def test_it_plays_to_its_end_and_again(qtbot: QtBot, transport: Transport, speaker: Listening) -> None:
    transport.playing.seek(8_000)
    assert transport.time.text() == "0:08 / 0:09"
    QTest.mouseClick(transport.play, Qt.MouseButton.LeftButton)
    assert transport.playing.is_playing
    assert transport.play.accessibleName() == "Pause (Space)"
    qtbot.waitUntil(lambda: not transport.playing.is_playing, timeout=10_000)
    assert transport.time.text() == "0:09 / 0:09"
    assert bytes(speaker.heard) == tone(9.0)[-len(speaker.heard) :]
    assert abs(len(speaker.heard) - 128_000) < 200
    QTest.keyClick(transport, Qt.Key.Key_Space)
    assert transport.playing.is_playing
    qtbot.waitUntil(lambda: 0 < transport.playing.at_ms < 4_000, timeout=10_000)


def test_it_goes_on_where_it_was_paused(qtbot: QtBot, transport: Transport, speaker: Listening) -> None:
    transport.playing.play()
    qtbot.waitUntil(lambda: transport.playing.at_ms > 600, timeout=10_000)
    transport.playing.pause()
    at, heard = transport.playing.at_ms, len(speaker.heard)
    qtbot.wait(300)  # it stays where it is for as long as this
    assert transport.playing.at_ms == at
    transport.playing.play()
    qtbot.waitUntil(lambda: transport.playing.at_ms > at + 300, timeout=10_000)
    transport.playing.pause()
    assert len(speaker.heard) > heard
    assert bytes(speaker.heard) == tone(9.0)[44 : 44 + len(speaker.heard)]  # without a gap


def test_the_keys_move_on_the_line(qtbot: QtBot, transport: Transport, speaker: Listening) -> None:
    transport.line.setFocus()
    QTest.keyClick(transport.line, Qt.Key.Key_Right)
    assert transport.playing.at_ms == 5_000
    assert transport.time.text() == "0:05 / 0:09"
    transport.playing.play()
    qtbot.waitUntil(lambda: len(speaker.heard) > 20_000, timeout=10_000)
    start = 44 + 5 * 128_000
    assert bytes(speaker.heard[:20_000]) == tone(9.0)[start : start + 20_000]


def test_what_is_not_seen_is_not_heard(qtbot: QtBot, transport: Transport) -> None:
    transport.playing.play()
    transport.hide()
    assert not transport.playing.is_playing


def test_without_a_sound_card_it_is_said(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    note = ViewerNote(desk)
    qtbot.addWidget(note)
    note.transport.playing._speaker = Absent()
    note.tell(recording(desk, tmp_path, 1.0), "unsupported")
    note.show()
    assert note.transport.isVisible()
    note.transport.playing.play()
    assert not note.transport.isVisible()
    assert note.more.text() == "This computer has nothing to play sound with just now."
    assert note.open.isVisible()


def test_what_only_the_system_plays_has_no_transport(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    note = ViewerNote(desk)
    qtbot.addWidget(note)
    case, _ = desk.services.cases.new_case("x")
    (item,) = desk.services.evidence.attach(case.id, make_files(tmp_path / "in", "call.m4a")).stored
    note.tell(item, "unsupported")
    note.show()
    assert not note.transport.isVisible()
    assert note.open.isVisible()
