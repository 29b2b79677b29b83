"""Calendar years: published, imported or only estimated; importing a notice after seeing what it moves."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from walletcase.domain.days.years import Standing
from walletcase.domain.due.deadlines import Deadline
from walletcase.services.calendar import ImportPreview, Moved, YearInfo
from walletcase.ui.look.tokens import XL, XS, XXL, L, M, S
from walletcase.ui.shell.deadline_list import dates_text
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import Chip, PlainLabel
from walletcase.ui.widgets.layout import Card, ScrollColumn, clear, column, row


class YearsDialog(QDialog):
    """The list of years, and in its place the preview of a notice until it is taken over or put away."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.preview: ImportPreview | None = None
        self.setWindowTitle(translate("Years", "Calendar years"))
        high = parent.height() - XXL if parent is not None else 620
        self.resize(720, min(620, high))
        box = column(self, gap=M, margin=XL)
        box.addWidget(PlainLabel(translate("Years", "Calendar years"), "title"))
        text = translate(
            "Years",
            "Working days follow the State Council's notice for each year. A year without "
            "one is estimated, and dates in it are marked so.",
        )
        box.addWidget(PlainLabel(text, "muted", wrap=True))
        self.page = ScrollColumn(gap=S, margin=0)
        box.addWidget(self.page, 1)
        foot = row(gap=M)
        self.import_button = button(
            translate("Years", "Import a year's notice…"), self.pick, kind="primary", icon=None
        )
        self.back_button = button(translate("Years", "Back"), self._read)
        self.adopt_button = button(translate("Years", "Take it over"), self.adopt, kind="primary")
        foot.addWidget(self.import_button)
        foot.addStretch(1)
        for one in (self.back_button, button(translate("Years", "Close"), self.accept), self.adopt_button):
            foot.addWidget(one)
        box.addLayout(foot)
        self._read()

    def _read(self) -> None:
        self._desk.read(self, self._desk.services.calendar.years, self._show_years)

    def _show_years(self, years: tuple[YearInfo, ...]) -> None:
        self.preview = None
        self._buttons(previewing=False)
        clear(self.page.body)
        card = Card(gap=0, margin=M)
        grid = QGridLayout()
        grid.setHorizontalSpacing(L)
        grid.setVerticalSpacing(S)
        grid.setColumnStretch(2, 1)
        for line, info in enumerate(years):
            grid.addWidget(PlainLabel(str(info.year), "label"), line, 0)
            grid.addWidget(_standing_chip(info.standing), line, 1)
            grid.addWidget(PlainLabel(_year_text(info), "caption", wrap=True), line, 2)
            if info.standing is Standing.IMPORTED:
                remove = button(translate("Years", "Remove"), partial(self.remove, info.year), kind="link")
                remove.setAccessibleName(translate("Years", "Remove the notice for {year}").format(year=info.year))
                grid.addWidget(remove, line, 3)
        card.body.addLayout(grid)
        self.page.body.addWidget(card)
        self.page.body.addStretch(1)

    def pick(self) -> None:
        """Let the person choose a file and show what it would move."""
        files = self._desk.dialogs.pick_files(translate("Years", "Choose a year's notice (JSON or CSV)"))
        if files:
            service = self._desk.services.calendar
            self._desk.read(self, lambda: service.preview_import(files[0]), self._show_preview)

    def adopt(self) -> None:
        """Count by the notice from now on."""
        preview = self.preview
        if preview is None:
            return

        def done() -> None:
            self._read()
            text = translate("Years", "Dates now follow the notice for {year}").format(year=preview.table.year)
            self._desk.toasts.show(text)

        self._desk.change(self, partial(self._desk.services.calendar.adopt, preview.table), done)

    def remove(self, year: int) -> None:
        """Forget an imported year, after saying what that moves."""
        service = self._desk.services.calendar

        def ask(moved: tuple[Moved, ...]) -> None:
            question = translate("Years", "Remove the notice for {year}?").format(year=year)
            verb = translate("Years", "Remove")
            if self._desk.dialogs.confirm(question, "\n".join(_moved_head(moved)), verb):
                self._desk.change(self, partial(service.remove_year, year), self._read)

        self._desk.read(self, lambda: service.preview_removal(year), ask)

    def _buttons(self, *, previewing: bool) -> None:
        self.import_button.setVisible(not previewing)
        self.back_button.setVisible(previewing)
        self.adopt_button.setVisible(previewing)

    def _show_preview(self, preview: ImportPreview) -> None:
        self.preview = preview
        self._buttons(previewing=True)
        clear(self.page.body)
        table = preview.table
        head = Card("accent", gap=XS)
        head.body.addWidget(PlainLabel(translate("Years", "Notice for {year}").format(year=table.year), "heading"))
        text = translate("Years", "{file}: {off} days off, {work} make-up working days")
        said = text.format(file=table.source, off=len(table.off), work=len(table.working))
        head.body.addWidget(PlainLabel(said, wrap=True))
        head.body.addWidget(PlainLabel(_replaces_text(preview.replaces), "caption", wrap=True))
        self.page.body.addWidget(head)
        for line in _moved_head(preview.moved):
            self.page.body.addWidget(PlainLabel(line, "label", wrap=True))
        for moved in preview.moved:
            self.page.body.addWidget(self._moved_card(moved))
        self.page.body.addStretch(1)
        self.adopt_button.setFocus()

    def _moved_card(self, moved: Moved) -> Card:
        card = Card(gap=XS, margin=M)
        card.body.addWidget(PlainLabel(f"{moved.case_number}  {moved.title}", "label", wrap=True))
        card.body.addWidget(PlainLabel(moved.after.limit.name.get(self._desk.language), "caption", wrap=True))
        text = translate("Years", "before: {old}\nafter: {new}")
        said = text.format(old=_dated(moved.before), new=_dated(moved.after))
        card.body.addWidget(PlainLabel(said, wrap=True))
        return card


def _dated(deadline: Deadline) -> str:
    text = dates_text(deadline)
    return translate("Years", "{dates} (estimated)").format(dates=text) if deadline.estimated else text


def _moved_head(moved: tuple[Moved, ...]) -> list[str]:
    if not moved:
        return [translate("Years", "No open deadline changes.")]
    return [translate("Years", "%n open deadline(s) change", "", len(moved))]


def _standing_chip(standing: Standing) -> Chip:
    return {
        Standing.OFFICIAL: lambda: Chip(translate("Years", "Published"), "ok"),
        Standing.IMPORTED: lambda: Chip(translate("Years", "Imported"), "accent"),
        Standing.ESTIMATED: lambda: Chip(translate("Years", "Estimated"), "warn"),
    }[standing]()


def _year_text(info: YearInfo) -> str:
    if info.standing is Standing.ESTIMATED:
        return translate("Years", "Not published as far as this app knows: import the notice once it is out")
    text = translate("Years", "{off} days off, {work} make-up working days; {source}")
    source = f"{info.source}, {info.imported_at[:10]}" if info.imported_at else info.source
    return text.format(off=info.days_off, work=info.makeup_days, source=source)


def _replaces_text(info: YearInfo) -> str:
    return {
        Standing.OFFICIAL: translate("Years", "Takes the place of the published calendar that came with the app."),
        Standing.IMPORTED: translate("Years", "Takes the place of an earlier import."),
        Standing.ESTIMATED: translate("Years", "This year was estimated until now."),
    }[info.standing]
