"""The left side of the dossier tab: what goes in, what came out, what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QCheckBox, QPushButton

from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.dossiers.document import Depth, fit_inside
from walletcase.domain.evidence import Evidence
from walletcase.services.dossier_options import DossierOptions, Rendered
from walletcase.ui.dossier.hindrances import Hindrances
from walletcase.ui.dossier.parts import PartsList
from walletcase.ui.dossier.reader_box import ReaderBox
from walletcase.ui.look.tokens import XS, L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import LANGUAGES, translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import ElidedLabel, PlainLabel
from walletcase.ui.widgets.layout import Card, ScrollColumn, clear, row
from walletcase.ui.widgets.quiet_combo import QuietCombo

_MOST_PROBLEMS = 3


class DossierPanel(ScrollColumn):
    """``changed`` comes when an option is chosen; the other signals carry what the person wants to do."""

    changed = Signal()
    export_wanted = Signal()
    print_wanted = Signal()
    look_wanted = Signal()
    data_wanted = Signal()
    pack_wanted = Signal()
    chronology_wanted = Signal()
    open_wanted = Signal(object)
    folder_wanted = Signal(object)
    unseen_wanted = Signal()
    choose_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(gap=M, margin=0)
        self._desk = desk
        self._holds_files = False
        self.body.setContentsMargins(L, M, S, L)
        self.language = QuietCombo()
        for key, name in LANGUAGES.items():
            self.language.addItem(name, key)
        self.language.setCurrentIndex(self.language.findData(desk.language))
        self.language.currentIndexChanged.connect(lambda: self.changed.emit())
        self.reader = ReaderBox(desk)
        self.reader.changed.connect(self._choose_reader)
        self.reader.choose_wanted.connect(self.choose_wanted)
        self.originals = QCheckBox()
        self.originals.toggled.connect(lambda _: self.changed.emit())
        self.how_deep = _depths()
        self.how_deep.currentIndexChanged.connect(lambda: self.changed.emit())
        self.parts = PartsList()
        self.parts.changed.connect(self.changed)
        self.summary = PlainLabel("", "strong", wrap=True)
        self.summary.hide()
        self._problems = Card("warn", gap=XS, margin=M)
        self._problems.hide()
        self.hindrances = Hindrances()
        self.hindrances.unseen_wanted.connect(self.unseen_wanted)
        self.hindrances.changed.connect(self._let_out)
        self._exported = Card("ok", gap=XS, margin=M)
        self._exported.hide()
        self._lay_out()

    def options(self) -> DossierOptions:
        """Return what is chosen."""
        return DossierOptions(
            language=str(self.language.currentData()),
            parts=self.parts.chosen,
            audience=self.reader.audience,
            attaches=self.originals.isChecked() and not self.originals.isHidden(),
            about=self.reader.matter,
            depth=Depth(self.how_deep.currentData()),
        )

    def show_originals(self, evidence: Sequence[Evidence], *, is_other: bool) -> None:
        """Say how large the files are that can be put into the PDF; for another case, tick it unless that is much."""
        size = sum(item.file.size_bytes for item in evidence)
        text = translate("Dossier", "Original files inside ({size})")
        self.originals.setText(text.format(size=_size_text(size)))
        was = self.originals.blockSignals(True)
        if is_other:
            self.originals.setChecked(fit_inside(evidence))
        self.originals.blockSignals(was)
        self._holds_files = size > 0
        self._show_tick()

    def _show_tick(self) -> None:
        self.originals.setVisible(self.reader.audience is Audience.SELF and self._holds_files)

    def show_rendered(self, rendered: Rendered, size_bytes: int) -> None:
        """Say what came out, and name what could not be put in."""
        size = _size_text(size_bytes)
        pages = translate("Dossier", "{n} pages, {size}").format(n=rendered.pages, size=size)
        one_page = translate("Dossier", "1 page, {size}").format(size=size)
        self.summary.setText(one_page if rendered.pages == 1 else pages)
        self.summary.show()
        clear(self._problems.body)
        if rendered.problems:
            head = translate("Dossier", "Listed, but without a page of their own:")
            self._problems.body.addWidget(PlainLabel(head, "label", wrap=True))
            named, more = rendered.problems[:_MOST_PROBLEMS], len(rendered.problems) - _MOST_PROBLEMS
            for problem in named:
                self._problems.body.addWidget(PlainLabel(problem, wrap=True).let_select())
            if more > 0:
                rest = translate("Dossier", "… and %n more, named on the dossier's last page", "", more)
                self._problems.body.addWidget(PlainLabel(rest, wrap=True))
        if rendered.substituted:
            text = translate("Dossier", "No font has a shape for {characters}; a box stands in their place.")
            shown = "  ".join(rendered.substituted)
            self._problems.body.addWidget(PlainLabel(text.format(characters=shown), wrap=True).let_select())
        self._problems.setVisible(bool(rendered.problems or rendered.substituted))
        self.hindrances.show_leaks(rendered.leaks)
        self.reader.show_unread(rendered.unread)

    def show_looks(self, seen: int, pages: int) -> None:
        """Say how many pages were looked at, to whom must show them to the public."""
        is_public = self.reader.audience is Audience.PUBLIC
        self.hindrances.show_looks(seen if is_public else pages, pages)

    def _let_out(self) -> None:
        for way in (self.export_button, self.print_button, self.look_button, self.pack_button):
            way.setEnabled(not self.hindrances.are_there)

    def _choose_reader(self) -> None:
        self.data_button.setEnabled(self.reader.audience is Audience.SELF)
        self._show_tick()
        self.changed.emit()

    def show_nothing(self) -> None:
        """Forget what was said of another case."""
        self.summary.setText("")
        self.summary.hide()
        self._problems.hide()
        self._exported.hide()

    def show_exported(self, target: Path, kept_back: Sequence[int] = ()) -> None:
        """Say where the file lies, with ways to it, and which exhibits' own files are not in a pack."""
        clear(self._exported.body)
        self._exported.body.addWidget(PlainLabel(translate("Dossier", "Exported"), "label"))
        self._exported.body.addWidget(ElidedLabel(target.name))
        line = row(gap=0)
        line.addWidget(self._quiet(translate("Dossier", "Open"), lambda: self.open_wanted.emit(target)))
        line.addWidget(self._quiet(translate("Dossier", "Show in folder"), lambda: self.folder_wanted.emit(target)))
        line.addStretch(1)
        self._exported.body.addLayout(line)
        if kept_back:
            text = translate("Dossier", "Listed without their files, which could not be looked through: {numbers}")
            told = text.format(numbers=", ".join(map(str, kept_back)))
            self._exported.body.addWidget(PlainLabel(told, "caption", wrap=True))
        self._exported.show()

    def _quiet(self, text: str, do: object) -> QPushButton:
        assert callable(do)
        return button(text, do, kind="link")

    def _lay_out(self) -> None:
        self._add_buttons()
        caption = PlainLabel(translate("Dossier", "Language of the dossier"), "label")
        caption.setBuddy(self.language)
        self.language.setAccessibleName(caption.text())
        self.body.addWidget(self._exported)
        self.body.addSpacing(XS)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.hindrances)
        self.body.addWidget(self.reader)
        self.body.addWidget(self._problems)
        self.body.addWidget(self.originals)
        self.body.addWidget(caption)
        self.body.addWidget(self.language)
        contents = PlainLabel(translate("Dossier", "Contents"), "label")
        contents.setBuddy(self.parts)
        self.body.addWidget(contents)
        self.body.addWidget(self.how_deep)
        self.body.addWidget(self.parts)
        hint = translate("Dossier", "Drag a part to another place, or press Alt with the up or down key.")
        self.body.addWidget(PlainLabel(hint, "caption", wrap=True))
        self.body.addSpacing(S)
        self.body.addWidget(self.look_button)
        self.body.addWidget(self.pack_button)
        self.body.addWidget(self.chronology_button)
        self.body.addWidget(self.data_button)
        self.body.addStretch(1)

    def _add_buttons(self) -> None:
        icon, ink = self._desk.icon, self._desk.theme.colours.on_accent
        self.export_button = button(
            translate("Dossier", "Export PDF…"), self.export_wanted.emit, kind="primary", icon=icon("file-down", ink)
        )
        self.print_button = button(translate("Dossier", "Print…"), self.print_wanted.emit, icon=icon("printer"))
        look = translate("Dossier", "Open in PDF viewer")
        self.look_button = button(look, self.look_wanted.emit, icon=icon("external-link"))
        self.pack_button = button(
            translate("Dossier", "Evidence pack (.zip)…"), self.pack_wanted.emit, icon=icon("folder")
        )
        self.pack_button.setToolTip(
            translate("Dossier", "The dossier, every file as it was stored, and a program that checks them")
        )
        chronology = translate("Dossier", "Chronology (.docx, .csv)…")
        self.chronology_button = button(chronology, self.chronology_wanted.emit, icon=icon("list"))
        self.data_button = button(
            translate("Dossier", "Export data (.json)…"), self.data_wanted.emit, icon=icon("download")
        )
        self.body.addWidget(self.export_button)
        self.body.addWidget(self.print_button)


def _depths() -> QuietCombo:
    """Whether all that is recorded is told, or what it comes down to."""
    combo = QuietCombo()
    combo.setAccessibleName(translate("Dossier", "Depth"))
    combo.addItem(translate("Dossier", "In full: all that is recorded"), Depth.FULL.value)
    combo.addItem(translate("Dossier", "In brief: what it comes down to"), Depth.BRIEF.value)
    combo.setToolTip(
        translate("Dossier", "In brief: contacts by their beginning, steps by how they ended, letters by their names")
    )
    return combo


def _size_text(size_bytes: int) -> str:
    return QLocale().formattedDataSize(size_bytes, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
