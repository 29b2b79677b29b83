"""The boxes of a redaction in the making: drawn, moved, suggested, taken back. No widgets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from walletcase.domain.page_text import SCALE, Line
from walletcase.domain.redaction import LEAST_SIDE, MOST_BOXES, Box, bare, open_places, words_under
from walletcase.domain.sensitive import SecretKind, Sensitive

_MOST_STEPS = 200


class RedactState(QObject):
    """``changed``: other boxes, another one chosen, or another page."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.suggested: tuple[Sensitive, ...] = ()
        self.boxes: tuple[Box, ...] = ()
        self.chosen: Box | None = None
        self.page_no = 0
        self._pages: Mapping[int, Sequence[Line]] = {}
        self._first: tuple[Box, ...] = ()
        self._before: list[tuple[Box, ...]] = []
        self._after: list[tuple[Box, ...]] = []

    def begin(self, pages: Mapping[int, Sequence[Line]], suggested: Sequence[Sensitive], boxes: Sequence[Box]) -> None:
        """Start with what is known of an exhibit."""
        self._pages, self.suggested = pages, tuple(suggested)
        self.boxes = self._first = tuple(boxes)
        self._before, self._after, self.chosen = [], [], None
        self.changed.emit()

    @property
    def is_touched(self) -> bool:
        """Whether the boxes are others than at the beginning."""
        return set(self.boxes) != set(self._first)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._after)

    @property
    def is_full(self) -> bool:
        """Whether there is no room for another box."""
        return len(self.boxes) >= MOST_BOXES

    def on_page(self, page_no: int) -> tuple[Box, ...]:
        """Return the boxes of a page."""
        return tuple(box for box in self.boxes if box.page_no == page_no)

    def turn_to(self, page_no: int) -> None:
        """Show another page."""
        self.page_no, self.chosen = page_no, None
        self.changed.emit()

    def choose(self, box: Box | None) -> None:
        """Say which box the keys act on."""
        self.chosen = box
        self.changed.emit()

    def step_choice(self, step: int) -> None:
        """Choose the next or the one before on this page, from the top."""
        here = sorted(self.on_page(self.page_no), key=lambda box: (box.top, box.left))
        if here:
            at = here.index(self.chosen) + step if self.chosen in here else (0 if step > 0 else -1)
            self.choose(here[at % len(here)])

    def add(self, box: Box) -> None:
        """Draw a box; one too small is a slip of the hand."""
        if box.is_sound and not self.is_full:
            self._set((*self.boxes, box), box)

    def put(self, old: Box, new: Box) -> None:
        """Move or resize a box, as far as its page goes."""
        if old in self.boxes and new.is_sound and new != old:
            self._set(tuple(new if box == old else box for box in self.boxes), new)

    def nudge(self, across: int, down: int, *, resize: bool = False) -> None:
        """Move the chosen box, or its right lower corner, by parts of the page."""
        box = self.chosen
        if box is None:
            return
        if resize:
            new = replace(
                box,
                right=min(max(box.right + across, box.left + LEAST_SIDE), SCALE),
                bottom=min(max(box.bottom + down, box.top + LEAST_SIDE), SCALE),
            )
        else:
            new = shifted(box, across, down)
        self.put(box, new)

    def delete(self) -> None:
        """Take the chosen box away."""
        if self.chosen is not None:
            gone = self.chosen
            self._set(tuple(box for box in self.boxes if box != gone), None)

    def is_ticked(self, one: Sensitive) -> bool:
        """Whether a suggestion is covered, however it came to be."""
        return all(any(box.covers(place) for box in self.boxes) for place in one.boxes)

    def tick(self, ones: Iterable[Sensitive], on: bool) -> None:
        """Cover suggestions, or uncover them."""
        boxes = list(self.boxes)
        for one in ones:
            if on:
                boxes += [place for place in one.boxes if not any(box.covers(place) for box in boxes)]
            else:
                boxes = [box for box in boxes if not any(box.covers(place) for place in one.boxes)]
        self._set(tuple(boxes[:MOST_BOXES]), None)

    def of_kind(self, kind: SecretKind) -> tuple[Sensitive, ...]:
        """Return the suggestions of a kind."""
        return tuple(one for one in self.suggested if one.kind is kind)

    @property
    def values(self) -> tuple[str, ...]:
        """What the person confirmed, bare, each once."""
        return tuple(dict.fromkeys(bare(one.value) for one in self.suggested if self.is_ticked(one)))

    def open_places(self) -> tuple[tuple[str, Box], ...]:
        """Return where what is covered stands a second time without a box."""
        secrets = dict.fromkeys((*self.values, *words_under(self.boxes, self._pages)))
        return open_places(secrets, self._pages, self.boxes)

    def cover_open(self) -> None:
        """Cover these places too."""
        found = [box for _, box in self.open_places() if box.is_sound]
        self._set((*self.boxes, *found)[:MOST_BOXES], None)

    def undo(self) -> None:
        """Take the last step back."""
        self._go(self._before, self._after)

    def redo(self) -> None:
        """Do it again."""
        self._go(self._after, self._before)

    def _go(self, source: list[tuple[Box, ...]], target: list[tuple[Box, ...]]) -> None:
        if source:
            target.append(self.boxes)
            self.boxes, self.chosen = source.pop(), None
            self.changed.emit()

    def _set(self, boxes: tuple[Box, ...], chosen: Box | None) -> None:
        if boxes != self.boxes:
            self._before = [*self._before, self.boxes][-_MOST_STEPS:]
            self._after = []
            self.boxes = boxes
        self.chosen = chosen
        self.changed.emit()


def shifted(box: Box, across: int, down: int) -> Box:
    """Return a box moved by parts of the page, as large as before and still on it."""
    across = min(max(across, -box.left), SCALE - box.right)
    down = min(max(down, -box.top), SCALE - box.bottom)
    return Box(box.page_no, box.left + across, box.top + down, box.right + across, box.bottom + down)
