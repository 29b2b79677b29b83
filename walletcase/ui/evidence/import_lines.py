"""What became of each file that was added, a line for each of which something can be done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walletcase.infra.texts import error_text
from walletcase.services.attaching import Failed, Twin
from walletcase.ui.evidence import words
from walletcase.ui.evidence.imports import Batch, Imports, State
from walletcase.ui.look.tokens import XS, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import clear, column, row

_MOST_LINES = 5

Deed = tuple[str, Callable[[], object]]


class ImportLines(QWidget):
    """Not added and why, there already, looks like another, holds others. Each with its way out."""

    show_wanted = Signal(object)
    use_wanted = Signal(object, object)
    unpack_wanted = Signal(object)

    def __init__(self, desk: Desk, imports: Imports) -> None:
        super().__init__()
        self._desk = desk
        self._imports = imports
        self._box = column(self, gap=XS)

    def show_state(self, state: State) -> bool:
        """Show the lines of a report; whether there are any."""
        clear(self._box)
        lines = list(self._lines(state))
        for text, role, deeds in lines[:_MOST_LINES]:
            self._box.addWidget(_line(text, role, deeds))
        if len(lines) > _MOST_LINES:
            more = translate("Evidence", "and {n} more").format(n=len(lines) - _MOST_LINES)
            self._box.addWidget(PlainLabel(more, "muted"))
        return bool(lines)

    def _lines(self, state: State) -> Iterator[tuple[str, str, tuple[Deed, ...]]]:
        again, use = translate("Evidence", "Try again"), translate("Evidence", "Use the one you have")
        anyway, show = translate("Evidence", "Add anyway"), translate("Evidence", "Show it")
        imports = self._imports
        for batch, one in state.failed:
            yield failure_text(self._desk, one), "danger", ((again, partial(imports.retry_one, batch, one)),)
        for batch, twin in state.twins:
            text = twin_text(twin.source.name, twin.existing.exhibit_no)
            yield text, "", ((use, partial(self._use, batch, twin)), (anyway, partial(imports.add_twin, batch, twin)))
        for item in state.holders:
            text = translate("Evidence", "{file} ({exhibit}) holds other files").format(
                file=item.original_name, exhibit=words.stamp(item.exhibit_no)
            )
            verb = translate("Evidence", "Add them…")
            yield text, "", ((verb, partial(self.unpack_wanted.emit, item)),)
        for alike in state.alike:
            text = translate("Evidence", "{exhibit} looks like {other}").format(
                exhibit=words.stamp(alike.item.exhibit_no), other=words.stamp(alike.other.exhibit_no)
            )
            yield text, "", ((show, partial(self.show_wanted.emit, alike.other)),)

    def _use(self, batch: Batch, twin: Twin) -> None:
        self._imports.drop_twin(batch, twin)
        self.use_wanted.emit(twin.existing, batch)


def counts_text(state: State) -> str:
    """Return added, already there and not added, in one line."""
    doubles = len(state.twins) + sum(item.duplicate_of is not None for item in state.added)
    parts = [translate("Evidence", "Evidence added: {n}").format(n=len(state.added))]
    if doubles:
        parts.append(translate("Evidence", "already here before: {n}").format(n=doubles))
    if state.failed:
        parts.append(translate("Evidence", "not added: {n}").format(n=len(state.failed)))
    left_out = state.total - state.done
    if state.cancelled and left_out > 0:
        parts.append(translate("Evidence", "left out: {n}").format(n=left_out))
    return " · ".join(parts)


def failure_text(desk: Desk, one: Failed) -> str:
    """Return what did not go in, why, and what to do."""
    text = error_text(one.error, desk.language)
    return f"{one.source.name}: {text.happened} {text.todo}"


def twin_text(name: str, exhibit_no: int) -> str:
    """Return that the case has this already."""
    text = translate("Evidence", "{file} is here already, as {exhibit}. It was not added again.")
    return text.format(file=name, exhibit=words.stamp(exhibit_no))


def report_text(desk: Desk, state: State) -> str:
    """Return a line for every file."""
    added = translate("Evidence", "{file}: added as {exhibit}")
    lines = [added.format(file=item.original_name, exhibit=words.stamp(item.exhibit_no)) for item in state.added]
    lines += [twin_text(twin.source.name, twin.existing.exhibit_no) for _, twin in state.twins]
    return "\n".join((*(failure_text(desk, one) for _, one in state.failed), *lines))


def _line(text: str, role: str, deeds: tuple[Deed, ...]) -> QWidget:
    holder = QWidget()
    line = row(holder, gap=S)
    line.addWidget(PlainLabel(text, role, wrap=True), 1)
    line.addSpacing(M)
    for verb, do in deeds:
        made = button(verb, do, kind="quiet")
        made.setAccessibleName(f"{verb}: {text}")
        line.addWidget(made)
    return holder
