"""What a room is given: the use cases, the lanes, the look, and one way each to change something and to fail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon

from walletcase.domain.errors import Cancelled
from walletcase.ui.look import icons
from walletcase.ui.look.theme import Theme
from walletcase.ui.shell.bus import Bus
from walletcase.ui.shell.dialogs import Dialogs
from walletcase.ui.shell.tasks import Job, Lane
from walletcase.ui.widgets.toast import Toasts

if TYPE_CHECKING:  # the empty window is painted before the use cases are imported
    from walletcase.services.changes import Changes
    from walletcase.services.facade import Services

T = TypeVar("T")


@dataclass
class Desk:
    """Shared by all rooms of one window."""

    services: Services
    db: Lane
    files: Lane
    bus: Bus
    theme: Theme
    dialogs: Dialogs
    toasts: Toasts
    language: str

    def icon(self, name: str, colour: str = "") -> QIcon:
        """Return an icon in a colour of the theme (default: its text colour)."""
        return icons.icon(name, colour or self.theme.colours.text)

    def read(self, owner: QObject, work: Callable[[], T], done: Callable[[T], None]) -> Job:
        """Read from the database off the window's thread; ``done`` runs on it while ``owner`` lives."""
        return self.db.run(lambda job: work(), done, self.fail, owner)

    def change(
        self,
        owner: QObject,
        work: Callable[[], Changes],
        done: Callable[[], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> Job:
        """Change something off the window's thread, then tell all rooms what changed, then call ``done``."""

        def finish(changes: Changes) -> None:
            self.bus.changed.emit(changes)
            if done is not None:
                done()

        return self.db.run(lambda job: work(), finish, failed or self.fail, owner)

    def fail(self, error: BaseException) -> None:
        """Tell the person about a failure; a cancelled job is none."""
        if not isinstance(error, Cancelled):
            self.dialogs.tell_failure(error)
