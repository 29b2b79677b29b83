"""What leaves the window by the clipboard, a printer or another program is told to the journal, after the act."""

from __future__ import annotations

from collections.abc import Callable

from walletcase.domain.ids import CaseId
from walletcase.ui.shell.desk import Desk


def note(desk: Desk, case_id: CaseId, write: Callable[[], None]) -> None:
    """Let ``write`` note it off the window's thread; a failure is told whatever room is shown by then."""
    desk.db.run(lambda job: write(), lambda _: desk.bus.left.emit(case_id), desk.fail, desk.bus)
