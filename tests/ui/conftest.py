"""A desk for rooms under test: the real services, jobs run inline, dialogs answered from a list."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from walletcase.domain.errors import UserError
from walletcase.infra.texts import error_text
from walletcase.services.facade import Services
from walletcase.ui.look.theme import Theme, load_fonts
from walletcase.ui.shell.bus import Bus
from walletcase.ui.shell.collecting import collect_due
from walletcase.ui.shell.desk import Desk
from walletcase.ui.shell.dialogs import Dialogs
from walletcase.ui.shell.tasks import InlineLane
from walletcase.ui.widgets.toast import Toasts


class CannedDialogs(Dialogs):
    """Answers from lists instead of asking, and remembers what it was asked and told."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "en")
        self.told: list[str] = []
        self.asked: list[str] = []
        self.confirms = True
        self.files: list[Path] = []
        self.folder: Path | None = None
        self.target: Path | None = None

    def tell_failure(self, error: BaseException) -> None:
        """Remember a told failure; a fault of ours fails the test."""
        if not isinstance(error, UserError):
            raise error
        self.told.append(error_text(error, "en").line)

    def tell(self, happened: str, more: str, details: str = "") -> None:
        """Remember what was told."""
        self.told.append(f"{happened} {more}")

    def inform(self, heading: str, more: str) -> None:
        """Remember what was told."""
        self.told.append(f"{heading} {more}")

    def confirm(self, question: str, more: str, verb: str, *, danger: bool = False) -> bool:
        """Answer as set."""
        self.asked.append(question)
        return self.confirms

    def pick_files(self, title: str) -> list[Path]:
        """Answer as set."""
        return self.files

    def pick_file(self, title: str, kinds: str) -> Path | None:
        """Answer as set."""
        return self.files[0] if self.files else None

    def pick_folder(self, title: str) -> Path | None:
        """Answer as set."""
        return self.folder

    def pick_target(self, title: str, suggested: str, kinds: str) -> Path | None:
        """Answer as set."""
        return self.target


@pytest.fixture(autouse=True)
def delete_now(qapp: QApplication) -> Iterator[None]:
    """Widgets of one test are gone before the next: outside an event loop Qt never deletes what it should later.

    Those that only a cycle holds are deleted here, as in the app: no worker's thread may.
    """
    gc.disable()
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    collect_due()


@pytest.fixture(scope="session")
def dressed_app(qapp: QApplication) -> QApplication:
    """The application in our theme and fonts."""
    load_fonts()
    Theme().apply(qapp)
    return qapp


@pytest.fixture
def desk(services: Services, dressed_app: QApplication, qtbot: QtBot) -> Desk:
    """A desk whose jobs run at once and whose dialogs are canned."""
    host = QWidget()
    host.resize(1280, 800)
    qtbot.addWidget(host)
    db, files = InlineLane(), InlineLane()
    return Desk(
        services=services,
        db=db,
        files=files,
        bus=Bus(),
        theme=Theme(),
        dialogs=CannedDialogs(host),
        toasts=Toasts(host),
        language="en",
    )
