"""Reads words off a picture by rapidocr, whose models lie in its own wheel. Child process only; no network."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import numpy
from PIL import Image

from walletcase.domain.page_text import SCALE

_THREADS: Final = 2
_LONGEST_PX: Final = 2_000  # the reader shrinks what is longer
_WIDEST_PX: Final = 2_400
# A long screenshot is read in pieces no taller than this many times its width, so that nothing is shrunk away.
_TALLEST: Final = 2.3
_LAP: Final = 0.2  # of the width that two pieces share: a line cut at one edge stands whole in the other piece
_MODELS: Final = {
    "Det.model_path": "PP-OCRv6_det_small.onnx",
    "Rec.model_path": "PP-OCRv6_rec_small.onnx",
    "Cls.model_path": "ch_ppocr_mobile_v2.0_cls_mobile.onnx",
}

Words = tuple[str, int, int, int, int, int]  # text, left, top, width, height in 1/SCALE, sureness in percent


class _NoRequests(ModuleType):
    """Stands where rapidocr looks for the library that fetches models and pictures."""

    Response: Final = object
    RequestException: Final = OSError

    def get(self, *_: object, **__: object) -> None:
        """Fetch nothing."""
        raise OSError("offline")


def _keep_offline() -> None:
    """Shut the ways out that the libraries have. Before they are imported: onnxruntime (from 1.29) calls home then.

    ORT_DISABLE_TELEMETRY is onnxruntime's full opt-out (its Privacy.md); disable_telemetry_events comes too late.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    sys.modules["requests"] = _NoRequests("requests")


class PixelReader:
    """The models, loaded once."""

    def __init__(self) -> None:
        """Raises ImportError where the extra is missing, FileNotFoundError where the wheel holds no models."""
        _keep_offline()
        import cv2
        import onnxruntime
        import rapidocr

        onnxruntime.disable_telemetry_events()
        cv2.setNumThreads(_THREADS)
        folder = Path(rapidocr.__file__).parent / "models"
        models = {key: folder / name for key, name in _MODELS.items()}
        for model in models.values():
            if not model.is_file():  # rapidocr would fetch it from the network
                raise FileNotFoundError(model)
        settings = {
            "Global.log_level": "critical",
            "Global.use_cls": False,
            "Global.max_side_len": _LONGEST_PX,
            "EngineConfig.onnxruntime.intra_op_num_threads": _THREADS,
        }
        self.name = f"rapidocr {version('rapidocr')}"
        self._engine: Any = rapidocr.RapidOCR(params=settings | {key: str(path) for key, path in models.items()})
        blank = numpy.full((64, 320, 3), 255, numpy.uint8)
        # Both models are loaded now, while files may still be opened. What is asked for once is asked for ever after.
        self._engine(blank, use_det=False, use_rec=True)
        self._engine(blank, use_det=True, use_rec=True)

    def read(self, png: bytes) -> list[Words]:
        """Return the lines that stand in a picture (a PNG that this process made), from the top."""
        with Image.open(BytesIO(png)) as image:
            whole = image.convert("RGB")
        if whole.width > _WIDEST_PX:
            whole = whole.resize((_WIDEST_PX, max(1, round(whole.height * _WIDEST_PX / whole.width))))
        found = [line for piece in _pieces(whole.size) for line in self._piece(whole, piece)]
        return _in_order(_once(found, whole.size))

    def _piece(self, whole: Image.Image, piece: _Piece) -> Iterator[tuple[str, float, Any]]:
        top, bottom = piece.top, piece.bottom
        pixels = numpy.asarray(whole.crop((0, top, whole.width, bottom)))[:, :, ::-1]
        result = self._engine(numpy.ascontiguousarray(pixels))
        if getattr(result, "boxes", None) is None or result.txts is None:
            return
        for text, score, box in zip(result.txts, result.scores, result.boxes, strict=True):
            left, high = box.min(axis=0)
            right, low = box.max(axis=0)
            if text.strip() and piece.first <= (high + low) / 2 + top <= piece.last:
                yield text.strip(), float(score), (float(left), float(high) + top, float(right), float(low) + top)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a picture. The lines whose middle lies from ``first`` to ``last`` are its own."""

    top: int
    bottom: int
    first: float
    last: float


def _pieces(size: tuple[int, int]) -> list[_Piece]:
    width, height = size
    tall = max(round(width * _TALLEST), 200)
    if height <= tall * 1.15:
        return [_Piece(0, height, 0, height)]
    lap = max(round(width * _LAP), 40)
    tops = list(range(0, max(height - lap, 1), tall - lap))
    firsts = [0.0, *(top + lap / 2 for top in tops[1:])]  # a line on the border of two is then whole in both
    lasts = [*firsts[1:], float(height)]
    ends = [min(top + tall, height) for top in tops]
    return [_Piece(*piece) for piece in zip(tops, ends, firsts, lasts, strict=True)]


def _once(found: list[tuple[str, float, Any]], size: tuple[int, int]) -> list[Words]:
    """Lines that two pieces share once: the surer reading; places in parts of the page."""
    kept: list[tuple[str, float, Any]] = []
    for line in sorted(found, key=lambda one: -one[1]):
        if not any(_covers(line[2], other[2]) for other in kept):
            kept.append(line)
    return [_words(line, size) for line in kept]


def _covers(box: Any, other: Any) -> bool:
    wide = min(box[2], other[2]) - max(box[0], other[0])
    high = min(box[3], other[3]) - max(box[1], other[1])
    if wide <= 0 or high <= 0:
        return False
    smaller = min((b[2] - b[0]) * (b[3] - b[1]) for b in (box, other))
    return bool(wide * high > smaller / 2)


def _words(line: tuple[str, float, Any], size: tuple[int, int]) -> Words:
    text, score, (left, top, right, bottom) = line
    across, down = SCALE / size[0], SCALE / size[1]
    x, y = (min(max(round(value), 0), SCALE) for value in (left * across, top * down))
    wide, high = (max(round(value), 1) for value in ((right - left) * across, (bottom - top) * down))
    return text, x, y, min(wide, SCALE - x), min(high, SCALE - y), round(score * 100)


def _in_order(lines: list[Words]) -> list[Words]:
    """From the top; what stands beside each other from the left."""
    rows: list[list[Words]] = []
    for line in sorted(lines, key=lambda one: one[2] + one[4] / 2):
        middle = line[2] + line[4] / 2
        last = rows[-1][0] if rows else None
        if last is not None and last[2] < middle < last[2] + last[4]:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda one: one[1])]
