"""Tells all open rooms what changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Bus(QObject):
    """``changed`` carries walletcase.services.changes.Changes; ``opened`` a CaseId the person wants to see.

    ``deadline_asked`` carries a CaseId and the key of a deadline whose date is to be explained.
    ``check_asked`` carries a kind of door for which the open case is to be checked, "" for the next one.
    ``playbooks_asked``: the person wants to see the playbooks. ``help_asked`` carries the key of a step or of a page of
    the help. ``asked`` carries a tab name ("step", "timeline", "evidence", "facts", "letters", "dossier") and an id in
    it, or "".
    ``hinted`` carries a CaseId, an EvidenceId and a domain.suggestions.Suggestion for a contact about to be recorded.
    ``left`` carries a CaseId once the journal has noted that something of it left the app.
    ``reading_chosen`` says whether the words of pictures are to be read from now on.
    """

    changed = Signal(object)
    opened = Signal(object)
    asked = Signal(str, str)
    help_asked = Signal(str)
    playbooks_asked = Signal()
    deadline_asked = Signal(object, str)
    check_asked = Signal(str)
    hinted = Signal(object, object, object)
    left = Signal(object)
    reading_chosen = Signal(bool)
