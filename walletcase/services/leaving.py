"""What left the app, told to the journal after the act: no act is lost for want of its line, none goes unsaid."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from walletcase.domain.custody import LeftBy, What
from walletcase.domain.errors import Exit, UserError
from walletcase.domain.ids import CaseId
from walletcase.services.context import Context

# The store's faults, after which a line may be missing; anything else is a wrong call.
_FAULTS = frozenset({"disk_full", "store_locked", "store_unwritable", "store_damaged", "disk_error"})


@dataclass(frozen=True, slots=True)
class Left:
    """How, as what, and where to: the name of a file, program or printer, never a path. ``sha256`` is that of the file
    that left, "" where it is none or the item's own; ``letter`` the number of a letter, "" for anything else.
    """

    way: LeftBy
    what: What = What.FILE
    target: str = ""
    sha256: str = ""
    letter: str = ""


def note_left(
    context: Context, case_id: CaseId, exhibits: Iterable[int], left: Left, kind: str = "left_app"
) -> None:
    """Write what left into the journal.

    Raises UserError: no_such_case; left_unnoted where the journal can't be written: what left has left.
    """
    detail = {"exhibits": " ".join(map(str, exhibits)), "way": left.way.value, "target": left.target}
    more = {"what": left.what.value, "sha256": left.sha256, "letter": left.letter}
    detail |= {name: text for name, text in more.items() if text}
    try:
        with context.store.write() as unit:
            context.note(unit, unit.cases.head(case_id), kind, detail)
    except UserError as error:
        if error.code not in _FAULTS:
            raise
        raise UserError("left_unnoted", exit_code=Exit.REFUSED, what=left.target or left.way.value) from error
