"""The window "Rules and channels": sections, facts, one fact; before anything changes, what that would change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from walletcase.domain.errors import UserError
from walletcase.domain.rules.pack import Revision
from walletcase.infra.texts import error_text
from walletcase.services.rules import RulesDiff, RulesState
from walletcase.ui.look.tokens import XL, L, M
from walletcase.ui.rule_pack.detail import FactPage
from walletcase.ui.rule_pack.diff_page import DiffPage
from walletcase.ui.rule_pack.model import ROW_ROLE
from walletcase.ui.rule_pack.panes import FactList, SectionRail
from walletcase.ui.rule_pack.rows import Section, found, rows_of
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.widgets.buttons import button
from walletcase.ui.widgets.labels import PlainLabel
from walletcase.ui.widgets.layout import Card, column, row
from walletcase.ui.widgets.toast import Toasts

_BROWSE, _DIFF = 0, 1


@dataclass(frozen=True)
class _Shown:
    """What was read for the window."""

    state: RulesState
    revisions: tuple[Revision, ...]


class RulesDialog(QDialog):
    """``section`` and ``key`` say what is shown first."""

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, section: Section = Section.LIMITS, key: str = ""
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: _Shown | None = None
        self._wanted = key
        self._asked_path = ""
        self.setWindowTitle(translate("Rules", "Rules and channels"))
        self.resize(*self._size(parent))
        self.rail = SectionRail(desk)
        self.facts = FactList(desk)
        self.sections, self.list, self.search = self.rail.list, self.facts.list, self.facts.search
        self.page = FactPage(desk)
        self.diff = DiffPage(desk)
        self.stack = QStackedWidget()
        self.offer = Card("accent", margin=M)
        self.toasts = Toasts(self)  # the window's own would lie behind this one
        self._lay_out()
        self.sections.setCurrentRow(list(Section).index(section))
        self._connect()
        self._read()
        self.list.setFocus()

    def _size(self, parent: QWidget | None) -> tuple[int, int]:
        room = parent.size() if parent is not None else QSize(1180, 780)
        return min(1120, room.width() - XL), min(760, room.height() - XL)

    def _lay_out(self) -> None:
        browse = QWidget()
        parts = row(browse, gap=0)
        parts.addWidget(self.facts)
        right = column(gap=0)
        self._fill_offer()
        framed = column(gap=0)
        framed.setContentsMargins(XL, L, XL, 0)
        framed.addWidget(self.offer)
        right.addLayout(framed)
        right.addWidget(self.page, 1)
        parts.addLayout(right, 1)
        self.stack.addWidget(browse)
        self.stack.addWidget(self.diff)
        whole = row(self, gap=0)
        whole.addWidget(self.rail)
        whole.addWidget(self.stack, 1)

    def _fill_offer(self) -> None:
        line = row(gap=M)
        self.offer_text = PlainLabel("", wrap=True)
        line.addWidget(self.offer_text, 1)
        self.look = button(translate("Rules", "See what changes"), self._look_at_offer, kind="primary")
        line.addWidget(self.look)
        self.offer.body.addLayout(line)
        self.offer.hide()

    def _connect(self) -> None:
        self.sections.currentRowChanged.connect(lambda _: self._show_section())
        self.search.textChanged.connect(lambda _: self._show_rows())
        self.list.selectionModel().currentChanged.connect(lambda now, _: self._show_fact(now))
        self.page.asked.connect(self._look_at_edit)
        self.page.back_asked.connect(self._look_at_revision)
        self.rail.bring.clicked.connect(self._import)
        self.diff.left.connect(self._browse)
        self.diff.taken.connect(self._take)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self.search.setFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the fact: with little room the sections are icons, and the list is narrower."""
        super().resizeEvent(event)
        px = self._desk.theme.px
        rail = self.rail.set_narrow(self.width() < px(204) + px(280) + px(360))
        self.facts.setFixedWidth(min(px(304), (self.width() - rail) * 2 // 5))

    def reject(self) -> None:
        """Esc leaves the diff first, then the window."""
        if self.stack.currentIndex() == _DIFF:
            self._browse()
        else:
            super().reject()

    @property
    def section(self) -> Section:
        """The section that is open."""
        return list(Section)[max(0, self.sections.currentRow())]

    def _read(self) -> None:
        rules = self._desk.services.rules

        def show(shown: _Shown) -> None:
            self._shown = shown
            pack, offered = shown.state.revision.pack, shown.state.offered
            text = translate("Rules", "Rules {version}, published on {date}")
            self.rail.version.setText(text.format(version=pack.version, date=pack.published_on))
            self.offer.setVisible(offered is not None)
            if offered is not None:
                told = translate("Rules", "The app brings newer rules ({version}). Nothing changes before you say so.")
                self.offer_text.setText(told.format(version=offered.version))
            self._show_rows()

        self._desk.read(self, lambda: _Shown(rules.active(), rules.revisions()), show)

    def _show_section(self) -> None:
        self.stack.setCurrentIndex(_BROWSE)
        self._wanted = ""
        self._show_rows()

    def _show_rows(self) -> None:
        if self._shown is None:
            return
        pack = self._shown.state.revision.pack
        rows = rows_of(pack, self._shown.revisions, self.section, self._desk.language)
        rows = found(rows, self.search.text())
        self.facts.model.show_rows(rows)
        told = translate("Rules", "%n fact(s)", "", len(rows))
        if open_ones := sum(one.to_verify for one in rows):
            told += " · " + translate("Rules", "{n} to be verified").format(n=open_ones)
        self.facts.count.setText(told if self.section is not Section.HISTORY else "")
        index = self.facts.model.index_of(self._wanted)
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if not rows:
            self.page.show_nothing(self._nothing())

    def _nothing(self) -> str:
        if self.search.text().strip():
            return translate("Rules", "Nothing of that here. Another section may have it.")
        return translate("Rules", "The rules in force say nothing on this.")

    def _show_fact(self, index: QModelIndex) -> None:
        if self._shown is None or not index.isValid():
            return
        one = index.data(ROW_ROLE)
        self._wanted = one.key
        revision = self._shown.state.revision
        self.page.show_row(one, revision.pack, revision.id)

    def _look_at_edit(self, path: str, value: str) -> None:
        self._asked_path = path
        self._look(lambda: self._desk.services.rules.preview_edit(path, value))

    def _look_at_revision(self, revision_id: int) -> None:
        self._look(lambda: self._desk.services.rules.preview_roll_back(revision_id))

    def _look_at_offer(self) -> None:
        self._look(self._desk.services.rules.preview_shipped)

    def _import(self) -> None:
        files = self._desk.dialogs.pick_files(translate("Rules", "Import newer rules"))
        if files:
            self.look_at_file(files[0])

    def look_at_file(self, path: Path) -> None:
        """Show what a pack in a file would change."""
        self._look(lambda: self._desk.services.rules.preview_import(path))

    def _look(self, make: Callable[[], RulesDiff]) -> None:
        def show(diff: RulesDiff) -> None:
            self.stack.setCurrentIndex(_DIFF)
            self.diff.show_diff(diff)

        self._desk.db.run(lambda job: make(), show, self._failed, self)

    def _failed(self, error: BaseException) -> None:
        editor = self.page.editors.get(self._asked_path)
        if editor is not None and isinstance(error, UserError) and error.code == "bad_rule_value":
            text = error_text(error, self._desk.language)
            editor.show_problem(f"{text.happened} {text.todo}".strip())
            return
        self._desk.fail(error)

    def _browse(self) -> None:
        self.stack.setCurrentIndex(_BROWSE)
        self.list.setFocus()

    def _take(self, diff: RulesDiff) -> None:
        rules = self._desk.services.rules

        def done() -> None:
            self._browse()
            self._read()
            self.toasts.show(
                translate("Rules", "The new rules are in force"), translate("Rules", "Go back"), self._undo
            )

        self._desk.change(self, lambda: rules.adopt(diff), done, self._failed)

    def _undo(self) -> None:
        rules = self._desk.services.rules
        if self._shown is not None and len(self._shown.revisions) > 1:
            earlier = self._shown.revisions[1].id
            self._desk.change(self, lambda: rules.roll_back(earlier), self._read, self._failed)
