"""What the case page expects of each of its tabs. Rooms don't know each other; the window puts them together."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from walletcase.domain.case import CaseRecord
from walletcase.services.changes import Changes


class CaseTab(QWidget):
    """One tab of the case page."""

    def show_case(self, record: CaseRecord, changes: Changes | None) -> None:
        """Show a case as it stands now.

        ``changes`` is None when another case was opened; else it says what made this snapshot newer. A tab in which
        the person is typing must keep what is typed: with ``changes.values_only`` it leaves its fields alone.
        """
        raise NotImplementedError

    def go_to(self, item: str) -> None:
        """Bring a step, an entry or an exhibit into view, by its key or id."""

    def begin(self) -> None:
        """Put the person where work on this tab begins."""

    def flush(self) -> None:
        """Save what is typed and not yet saved: the window asks before it closes or opens another case."""


class SubPage(QWidget):
    """One page inside a tab, under a bar of a few."""

    def show_case(self, record: CaseRecord) -> None:
        """Show a case as it stands now; called only while the page is seen, or before it is."""
        raise NotImplementedError

    def go_to(self, item: str) -> None:
        """Bring something on the page into view, by its id."""

    def flush(self) -> None:
        """Save what is typed and not yet saved."""
