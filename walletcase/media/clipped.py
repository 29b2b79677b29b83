"""Whether a page of a PDF shows a part of a picture only: what is cut off or masked is in the file all the same.

Child process only. Office programs crop a picture by a clip and keep the whole of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import pikepdf
from pikepdf import Name

Matrix = tuple[float, float, float, float, float, float]
Rect = tuple[float, float, float, float]  # left, low, right, high

_SAME: Final[Matrix] = (1, 0, 0, 1, 0, 0)
_ROUNDING: Final = 0.01  # of a picture's width and height: what programs cut off by rounding
_DEEPEST: Final = 12
_MOST_STEPS: Final = 400_000
_PAINTS: Final = frozenset({"n", "f", "F", "f*", "S", "s", "B", "B*", "b", "b*"})
_LINES: Final = {"m": 1, "l": 1, "re": 2}
_CURVES: Final = frozenset({"c", "v", "y"})


@dataclass(frozen=True)
class _State:
    """``clip`` None: it is no upright rectangle."""

    matrix: Matrix
    clip: Rect | None


@dataclass
class _Path:
    points: list[tuple[float, float]] = field(default_factory=list)
    is_straight: bool = True
    clips: bool = False


def hides_pictures(page: Any, box: Rect, resources: Any) -> bool:
    """Whether a picture on the page is cut off or masked anywhere, or that can't be said. Raises as pikepdf does."""
    return _Walk().hides(page, resources, _State(_SAME, box), 0)


class _Walk:
    """Goes through what is drawn, as a reader does, and looks at where pictures come to lie."""

    def __init__(self) -> None:
        self._left = _MOST_STEPS

    def hides(self, drawn: Any, resources: Any, state: _State, depth: int) -> bool:
        """Walk through a page or a form."""
        if depth > _DEEPEST or _has_pictured_pattern(resources):
            return True
        stack: list[_State] = []
        path = _Path()
        for instruction in pikepdf.parse_content_stream(drawn):
            self._left -= 1
            if self._left < 0:
                return True
            operator, operands = str(instruction.operator), instruction.operands
            if operator == "q":
                stack.append(state)
            elif operator == "Q":
                state = stack.pop() if stack else state
            elif operator == "cm":
                state = replace(state, matrix=_times(_numbers(operands), state.matrix))
            elif operator in ("Do", "INLINE IMAGE"):
                thing = resources.XObject[str(operands[0])] if operator == "Do" else None
                if self._is_cut(thing, resources, state, depth):
                    return True
            else:
                state = _after(operator, operands, path, state)
                path = _Path() if operator in _PAINTS else path
        return False

    def _is_cut(self, thing: Any, resources: Any, state: _State, depth: int) -> bool:
        if thing is None or thing.get("/Subtype") == Name.Image:
            return _is_masked(thing) or not _holds(state.clip, _bounds(_corners((0, 0, 1, 1), state.matrix)))
        matrix = _times(_numbers(thing.get("/Matrix", _SAME)), state.matrix)
        corners = _corners(_rect(thing.BBox), matrix)
        clip = _within(state.clip, _bounds(corners)) if _is_upright(corners) else None
        return self.hides(thing, thing.get("/Resources", resources), _State(matrix, clip), depth + 1)


def _after(operator: str, operands: Any, path: _Path, state: _State) -> _State:
    """Follow a path; when it is painted, what it clips counts for all that comes."""
    if operator in _LINES:
        numbers = [float(value) for value in operands]
        if operator == "re":
            left, low, width, high = numbers
            path.is_straight = path.is_straight and not path.points
            path.points += _corners((left, low, left + width, low + high), state.matrix)
        else:
            path.points.append(_moved((numbers[0], numbers[1]), state.matrix))
    elif operator in _CURVES:
        path.is_straight = False
    elif operator in ("W", "W*"):
        path.clips = True
    elif operator in _PAINTS and path.clips:
        upright = path.is_straight and _is_upright(path.points)
        return replace(state, clip=_within(state.clip, _bounds(path.points)) if upright else None)
    return state


def _is_masked(picture: Any) -> bool:
    return picture is not None and any(isinstance(picture.get(key), pikepdf.Stream) for key in ("/SMask", "/Mask"))


def _has_pictured_pattern(resources: Any) -> bool:
    """A tile is cut off where what it fills ends."""
    patterns = resources.get("/Pattern") if resources is not None else None
    for pattern in patterns.values() if patterns is not None else ():
        inner = pattern.get("/Resources")
        if inner is not None and "/XObject" in inner:
            return True
    return False


def _numbers(values: Any) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in values)
    return a, b, c, d, e, f


def _rect(values: Any) -> Rect:
    left, low, right, high = (float(value) for value in values)
    return left, low, right, high


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _moved(point: tuple[float, float], matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f


def _corners(rect: Rect, matrix: Matrix) -> list[tuple[float, float]]:
    left, low, right, high = rect
    return [_moved(point, matrix) for point in ((left, low), (right, low), (right, high), (left, high))]


def _bounds(points: Sequence[tuple[float, float]]) -> Rect:
    across, up = [point[0] for point in points], [point[1] for point in points]
    return min(across), min(up), max(across), max(up)


def _is_upright(points: Sequence[tuple[float, float]]) -> bool:
    """Whether points are the corners of an upright rectangle."""
    if len(points) < 4:
        return False
    left, low, right, high = _bounds(points)
    slack = 1e-4 * (1 + abs(left) + abs(low) + abs(right) + abs(high))
    return all(
        min(abs(x - left), abs(x - right)) <= slack and min(abs(y - low), abs(y - high)) <= slack for x, y in points
    )


def _within(clip: Rect | None, rect: Rect) -> Rect | None:
    if clip is None:
        return None
    return max(clip[0], rect[0]), max(clip[1], rect[1]), min(clip[2], rect[2]), min(clip[3], rect[3])


def _holds(clip: Rect | None, rect: Rect) -> bool:
    if clip is None:
        return False
    wide, high = (rect[2] - rect[0]) * _ROUNDING, (rect[3] - rect[1]) * _ROUNDING
    lows = clip[0] <= rect[0] + wide and clip[1] <= rect[1] + high
    return lows and clip[2] >= rect[2] - wide and clip[3] >= rect[3] - high
