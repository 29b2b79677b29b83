"""The window "Journal and trusted time": how the journal stands, and what time-stamp authorities said of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from walletcase.domain.errors import UserError
from walletcase.domain.trusted_time import TimeStamp
from walletcase.infra.texts import error_text
from walletcase.services.custody import StampState
from walletcase.ui.look.tokens import XL, XS, L, M, S
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.i18n import translate
from walletcase.ui.shell.tasks import Job
from walletcase.ui.widgets.buttons import button, icon_button
from walletcase.ui.widgets.flow import flow_row
from walletcase.ui.widgets.labels import ElidedLabel, PlainLabel
from walletcase.ui.widgets.layout import Card, ScrollColumn, clear, column, row
from walletcase.ui.window.stamp_asking import AskPanel
from walletcase.ui.window.stamp_cards import StampCard, state_of

T = TypeVar("T")
_WIDTH_PX, _HEIGHT_PX = 720, 680
MOST_BYTES = 1 << 20  # of an answer or a certificate: they have a few thousand


class StampsDialog(QDialog):
    """What is refused is said at the top; nothing goes out but by a file, or where the person names an address."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._roots = b""
        self._head = ""
        self.setWindowTitle(translate("Stamps", "Journal and trusted time"))
        room = parent.size() if parent is not None else None
        px = desk.theme.px
        wide, high = px(_WIDTH_PX), px(_HEIGHT_PX)
        self.resize(min(wide, room.width() - XL) if room else wide, min(high, room.height() - XL) if room else high)
        box = column(self, gap=M, margin=L)
        box.addWidget(PlainLabel(_intro(), "muted", wrap=True))
        self.notice = Card("danger", gap=XS, margin=M)
        self.notice_text = PlainLabel("", wrap=True).let_select()
        self.notice.body.addWidget(self.notice_text)
        self.notice.hide()
        box.addWidget(self.notice)
        self.page = ScrollColumn(gap=M, margin=0)
        self.asking = AskPanel(desk)
        self.asking.asked.connect(self._ask)
        self._cards = column(gap=S)
        for part in (self._journal(), self._by_hand(), self.asking):
            self.page.body.addWidget(part)
        self.page.body.addStretch(1)
        box.addWidget(self.page, 1)
        foot = row(gap=S)
        self.close_button = button(translate("Stamps", "Close"), self.accept, kind="quiet")
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        box.addLayout(foot)
        self._read()

    def done(self, result: int) -> None:
        """Stop asking."""
        self.asking.cancel()
        super().done(result)

    def save_request(self) -> None:
        """Write a request for a time stamp where the person says."""
        target = self._target(translate("Stamps", "Save the request"), "journal.tsq", "tsq")
        if target is None:
            return

        def saved(stamp: TimeStamp) -> None:
            text = translate("Stamps", "Saved {file}. Carry it to a time-stamp authority.")
            self._desk.toasts.show(text.replace("{file}", target.name))
            self._read()

        self._run(lambda job: self._desk.services.custody.request_stamp(target), saved)

    def import_answer(self) -> None:
        """Let the person choose the answer of an authority, check and keep it."""
        files = self._desk.dialogs.pick_files(translate("Stamps", "Import the answer of the authority"))
        roots = self._roots
        if files:
            work = self._desk.services.custody.import_any
            self._run(lambda job: work(_content(files[0]), roots), self._took)

    def choose_roots(self) -> None:
        """Let the person choose the authority's certificate."""
        files = self._desk.dialogs.pick_files(translate("Stamps", "The authority's certificate"))
        if files:
            self._run(lambda job: _content(files[0]), lambda content: self._take_roots(files[0].name, content))

    def look_up(self) -> None:
        """Say at which line the journal has the hash that was typed."""
        typed = self.typed.text().strip()
        if not typed:
            return

        def told(line: int | None) -> None:
            found = translate("Stamps", "This is line {n} of the journal; all lines up to it are intact.")
            none = translate("Stamps", "No line of this journal has that hash.")
            self.found.setText(found.format(n=line) if line is not None else none)
            self.found.setProperty("role", "ok" if line is not None else "danger")
            self.found.style().polish(self.found)
            self.found.show()

        self._run(lambda job: self._desk.services.custody.line_of(typed), told)

    def _journal(self) -> Card:
        card = Card("true", gap=S, margin=L)
        card.body.addWidget(PlainLabel(translate("Stamps", "Journal"), "overline"))
        self.lines = PlainLabel("", wrap=True)
        card.body.addWidget(self.lines)
        self.head = ElidedLabel().let_select()
        line = row(gap=S)
        line.addWidget(self.head, 1)
        name = translate("Stamps", "Copy the hash")
        line.addWidget(icon_button(name, self._desk.icon("copy", self._desk.theme.colours.muted), self._copy))
        card.body.addLayout(line)
        self.typed = QLineEdit()
        self.typed.setPlaceholderText(translate("Stamps", "Hash printed in a dossier"))
        self.typed.setAccessibleName(self.typed.placeholderText())
        self.typed.returnPressed.connect(self.look_up)
        below = row(gap=S)
        below.addWidget(self.typed, 1)
        self.look = button(translate("Stamps", "Look it up"), self.look_up, icon=self._desk.icon("search"))
        below.addWidget(self.look)
        card.body.addLayout(below)
        self.found = PlainLabel("", wrap=True)
        self.found.hide()
        card.body.addWidget(self.found)
        return card

    def _by_hand(self) -> Card:
        card, icon = Card("true", gap=S, margin=L), self._desk.icon
        card.body.addWidget(PlainLabel(translate("Stamps", "Time stamps, carried by hand"), "overline"))
        holder, flow = flow_row(S)
        ink = self._desk.theme.colours.on_accent
        save = translate("Stamps", "Save request file…")
        self.save_button = button(save, self.save_request, kind="primary", icon=icon("file-down", ink))
        answer = translate("Stamps", "Import answer…")
        self.import_button = button(answer, self.import_answer, icon=icon("badge-check"))
        certificate = translate("Stamps", "Certificate of the authority…")
        self.roots_button = button(certificate, self.choose_roots, kind="quiet", icon=icon("lock"))
        for one in (self.save_button, self.import_button, self.roots_button):
            flow.addWidget(one)
        card.body.addWidget(holder)
        self.roots = PlainLabel("", "caption", wrap=True)
        card.body.addWidget(self.roots)
        card.body.addLayout(self._cards)
        self._take_roots("", b"")
        return card

    def _take_roots(self, name: str, content: bytes) -> None:
        self._roots = content
        none = translate("Stamps", "Without the authority's certificate the signer of an answer stays unconfirmed.")
        given = translate("Stamps", "Answers are checked against {file}.").replace("{file}", name)
        self.roots.setText(given if content else none)

    def _ask(self, address: str) -> None:
        custody, roots = self._desk.services.custody, self._roots

        def failed(error: BaseException) -> None:
            self.asking.ended()
            self._fail(error)
            self._read()  # the request is kept

        def took(state: StampState) -> None:
            self.asking.ended()
            self._took(state)

        def work(job: Job) -> StampState:
            return custody.ask_authority(address, roots, cancelled=job.is_cancelled)

        self.notice.hide()
        self.asking.began()
        self.asking.take(self._desk.files.run(work, took, failed, self))

    def _took(self, state: StampState) -> None:
        self._desk.toasts.show(translate("Stamps", "Time stamp: {state}").format(state=state_of(state)[0]))
        self._read()

    def _save_proof(self, state: StampState) -> None:
        name = f"journal-line-{state.stamp.journal_seq}.zip"
        target = self._target(translate("Stamps", "Save the proof"), name, "zip")
        if target is not None:
            saved = translate("Stamps", "Saved {file}").replace("{file}", target.name)
            work = self._desk.services.custody.save_proof
            self._run(lambda job: work(state.stamp.id, target), lambda _: self._desk.toasts.show(saved))

    def _target(self, title: str, name: str, ending: str) -> Path | None:
        return self._desk.dialogs.pick_target(title, name, f"*.{ending}")

    def _run(self, work: Callable[[Job], T], done: Callable[[T], None]) -> None:
        self.notice.hide()
        self._desk.files.run(work, done, self._fail, self)

    def _read(self) -> None:
        custody = self._desk.services.custody
        self._desk.read(self, lambda: (custody.head(), custody.stamps()), self._show)

    def _show(self, told: tuple[tuple[int, str], Sequence[StampState]]) -> None:
        (line, self._head), stamps = told
        text = translate("Stamps", "%n line(s). SHA-256 of the newest one, which fixes all before it:", "", line)
        self.lines.setText(text if line else translate("Stamps", "Nothing is recorded yet."))
        self.head.setText(self._head)
        self.head.setAccessibleName(f"SHA-256 {self._head}")
        self.save_button.setEnabled(bool(line))
        clear(self._cards)
        for state in stamps:
            self._cards.addWidget(StampCard(self._desk, state, self._save_proof))

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._head)
        self._desk.toasts.show(translate("Stamps", "Hash copied"))

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            self._desk.fail(error)
            return
        self.notice_text.setText(error_text(error, self._desk.language).line)
        self.notice.show()


def _intro() -> str:
    return translate(
        "Stamps",
        "A time stamp is an authority's signed word that the journal stood as it does at a certain moment. "
        "It shows that nothing was changed since; it does not show that what you recorded is true. "
        "Only a hash goes out, in a file that you carry: the app itself stays offline.",
    )


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise UserError("file_unreadable", file=file.name, reason=error.strerror or error) from error
    if len(content) > MOST_BYTES:
        raise UserError("time_stamp_unreadable")
    return content
