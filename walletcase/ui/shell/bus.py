"""Tells all open rooms what changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Bus(QObject):
    """``changed`` carries walletcase.services.changes.Changes; ``opened`` a CaseId the person wants to see.

    ``deadline_asked`` carries a CaseId and the key of a deadline whose date is to be explained.
    ``asked`` carries a tab name ("step", "timeline", "evidence", "facts", "dossier") and an id in it, or "".
    """

    changed = Signal(object)
    opened = Signal(object)
    asked = Signal(str, str)
    deadline_asked = Signal(object, str)
