"""The computer's speakers, by miniaudio. It is given samples only, never a file."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

from walletcase.domain.sound import CHANNELS, FRAME_BYTES, SAMPLES_A_SECOND

Pull = Callable[[int], bytes]  # at most so many bytes, fewer where there are none yet


class NoSpeaker(Exception):  # noqa: N818 - a fact about the computer
    """There is nothing here that sounds."""


class Speaker:
    """Asks for samples, from a thread of its own, as they are needed."""

    def __init__(self, *, is_silent: bool = False) -> None:
        """``is_silent``: keep the time and make no sound, for where there is no sound card. No device is opened yet."""
        self._is_silent = is_silent
        self._device: Any = None

    def start(self, pull: Pull) -> None:
        """Play what ``pull`` returns until ``stop``. Raises NoSpeaker."""
        import miniaudio

        self.stop()
        null = miniaudio.Backend.NULL
        try:
            device = miniaudio.PlaybackDevice(
                nchannels=CHANNELS,
                sample_rate=SAMPLES_A_SECOND,
                buffersize_msec=100,
                backends=[null] if self._is_silent else [one for one in miniaudio.Backend if one is not null],
                app_name="WalletCase",
            )
        except miniaudio.MiniaudioError as fault:
            raise NoSpeaker from fault
        feed = _feed(pull)
        next(feed)
        self._device = device
        try:
            device.start(feed)
        except miniaudio.MiniaudioError as fault:
            self.stop()
            raise NoSpeaker from fault

    def stop(self) -> None:
        """Be silent and give the device back."""
        device, self._device = self._device, None
        if device is not None:
            device.close()


def _feed(pull: Pull) -> Generator[bytes, int, None]:
    """Silence where there is nothing yet: a generator that ends would end the device."""
    frames = yield b""
    while True:
        wanted = frames * FRAME_BYTES
        frames = yield pull(wanted).ljust(wanted, b"\0")
