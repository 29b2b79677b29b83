"""The three pages of the New case dialog: what is wrong, the basics, the first evidence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt, Signal
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QWidget

from walletcase.domain.flow.playbook import Playbook
from walletcase.services.cases import TITLE_LIMIT
from walletcase.ui.look.tokens import XL, XS, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button, icon_button
from walletcase.ui.widgets.flow import flow_row
from walletcase.ui.widgets.labels import ElidedLabel, PlainLabel
from walletcase.ui.widgets.layout import Card, ScrollColumn, clear, column, row
from walletcase.ui.wizard.card_grid import CardGrid
from walletcase.ui.wizard.fields_base import Line
from walletcase.ui.wizard.fields_form import Form
from walletcase.ui.wizard.new_case_draft import first_values, intake_fields, problem_field
from walletcase.ui.wizard.options import OptionGroup

TWO_CARDS_PX = 540


class ProblemPage(ScrollColumn):
    """What is wrong, and what the case is called. ``edited``: the person changed something."""

    edited = Signal()

    def __init__(self, desk: Desk, playbook: Playbook) -> None:
        super().__init__(gap=M, margin=XL)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # no nameless stop of the Tab key
        self.problem = problem_field(playbook)
        self.group: OptionGroup | None = None
        self.is_titled = False
        label = PlainLabel(translate("Wizard", "Title of the case"), "strong", wrap=True)
        self.title = Line(label.text())
        self.title.setMaxLength(TITLE_LIMIT)
        label.setBuddy(self.title)
        self.title.textEdited.connect(lambda _: self._entitle())
        hint = translate("Wizard", "One line for your list. You can change it at any time.")
        for widget in (label, self.title, PlainLabel(hint, "caption", wrap=True)):
            self.body.addWidget(widget)
        if self.problem is not None:
            choices = [(c.key, c.text.get(desk.language)) for c in self.problem.choices]
            self.group = OptionGroup(desk.theme, choices)
            self.group.setParent(self)
            self.body.addSpacing(S)
            self.body.addWidget(PlainLabel(self.problem.label.get(desk.language), "strong", wrap=True))
            self.body.addWidget(CardGrid(self.group, desk.theme.px(TWO_CARDS_PX)))
            self.group.picked.connect(lambda _: self.edited.emit())
        self.body.addStretch(1)

    def values(self) -> dict[str, str]:
        """Return what is said here, by field key."""
        return {} if self.problem is None or self.group is None else {self.problem.key: self.group.key}

    def suggest(self, title: str) -> None:
        """Show a title until the person writes another one; it stays in the background if that one is emptied."""
        self.title.setPlaceholderText(title)
        if not self.is_titled:
            self.title.setText(title)
            self.title.setCursorPosition(0)

    def take_over(self, other: ProblemPage) -> None:
        """Keep what the person said under another flow, as far as this one asks for it."""
        if other.is_titled:
            self.is_titled = True
            self.title.setText(other.title.text())
        chosen = other.group.key if other.group is not None else ""
        if self.group is not None and chosen in self.group.options:
            self.group.choose(chosen)

    def begin(self) -> None:
        """Put the person at the beginning."""
        self.title.setFocus()
        self.title.selectAll()  # what is suggested gives way to what is typed

    def _entitle(self) -> None:
        self.is_titled = True
        self.edited.emit()


class BasicsPage(ScrollColumn):
    """The other fields that are asked for."""

    edited = Signal()

    def __init__(self, desk: Desk, playbook: Playbook, typed: Mapping[str, str]) -> None:
        super().__init__(gap=M, margin=XL)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # no nameless stop of the Tab key
        problem = problem_field(playbook)
        self._fields = [one for one in intake_fields(playbook) if problem is None or one.key != problem.key]
        self.form = Form(self._fields, desk)
        self.form.put({**first_values(playbook, desk.language), **typed})
        self.form.edited.connect(lambda _: self.edited.emit())
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def values(self) -> dict[str, str]:
        """Return what is written here, by field key."""
        return {one.key: self.form.text(one.key) for one in self._fields}

    def begin(self) -> None:
        """Put the person into the first field that is empty."""
        empty = (one.key for one in self._fields if self.form.boxes[one.key].is_empty)
        key = next(empty, self._fields[0].key if self._fields else "")
        if key:
            self.form.go_to(key)


def png_of(image: QImage) -> bytes:
    """Return a picture from the clipboard as PNG, pixel for pixel."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(content.data())


def holds_evidence(mime: QMimeData | None) -> bool:
    """Whether a drop or the clipboard holds a file or a picture."""
    return mime is not None and (mime.hasImage() or any(url.isLocalFile() for url in mime.urls()))


class EvidencePage(ScrollColumn):
    """The first evidence, if there is any at hand. ``files`` and ``pasted`` are what was given."""

    pick_wanted = Signal()
    paste_wanted = Signal()
    edited = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(gap=M, margin=XL)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # no nameless stop of the Tab key
        self._desk = desk
        self.files: list[Path] = []
        self.pasted: list[bytes] = []
        self.card = Card("drop", gap=M, margin=XL)
        head = PlainLabel(translate("Wizard", "Drop screenshots or files here"), "heading", wrap=True)
        text = translate("Wizard", "An error message, an SMS, a statement. Originals stay as they are.")
        more = PlainLabel(text, "muted", wrap=True)
        for label in (head, more):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.card.body.addWidget(label)
        buttons, flow = flow_row(M)
        self.pick_button = button(
            translate("Wizard", "Choose files…"), self.pick_wanted.emit, icon=desk.icon("folder-open")
        )
        self.paste_button = button(
            translate("Wizard", "Paste a screenshot"), self.paste_wanted.emit, icon=desk.icon("image")
        )
        flow.addWidget(self.pick_button)
        flow.addWidget(self.paste_button)
        self.card.body.addWidget(buttons, 0, Qt.AlignmentFlag.AlignHCenter)
        self.notice = PlainLabel("", "warn", wrap=True)
        self.notice.hide()
        self._list = column(gap=XS)
        self.body.addWidget(self.card)
        self.body.addWidget(self.notice)
        self.body.addLayout(self._list)
        self.body.addStretch(1)

    def add_files(self, files: list[Path]) -> None:
        """Take files that are not in the list yet."""
        self.files.extend(file for file in files if file not in self.files)
        self._changed()

    def add_from(self, mime: QMimeData | None) -> bool:
        """Take what a drop or the clipboard holds; return whether there was anything to take."""
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()] if mime is not None else []
        image = mime.imageData() if mime is not None and mime.hasImage() and not files else None
        if files:
            self.add_files(files)
        elif isinstance(image, QImage) and not image.isNull():
            self.pasted.append(png_of(image))
            self._changed()
        else:
            self.notice.setText(translate("Wizard", "There is no picture and no file in the clipboard."))
            self.notice.show()
            return False
        return True

    def show_list(self) -> None:
        """List what was given."""
        clear(self._list)
        for file in self.files:
            self._list.addWidget(self._row(file.name, partial(self.files.remove, file)))
        for number, picture in enumerate(self.pasted, 1):
            name = translate("Wizard", "Pasted picture {n}").format(n=number)
            self._list.addWidget(self._row(name, partial(self.pasted.remove, picture)))

    def _row(self, name: str, remove: Callable[[], None]) -> QWidget:
        def act() -> None:
            remove()
            self._changed()
            self.pick_button.setFocus()

        widget = Card(gap=0, margin=S)
        line = row(gap=S)
        line.addWidget(ElidedLabel(name), 1)
        text = translate("Wizard", "Take out: {name}").format(name=name)
        line.addWidget(icon_button(text, self._desk.icon("x"), act))
        widget.body.addLayout(line)
        return widget

    def _changed(self) -> None:
        self.notice.hide()
        self.show_list()
        self.edited.emit()
