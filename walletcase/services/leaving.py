"""What left the app, told to the journal after the act: no act is lost for want of its line, none goes unsaid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from walletcase.domain.custody import LeftBy, What
from walletcase.domain.errors import Exit, UserError
from walletcase.domain.ids import CaseId
from walletcase.services.context import Context

# The store's faults, after which a line may be missing; anything else is a wrong call.
_FAULTS = frozenset({"disk_full", "store_locked", "store_unwritable", "store_damaged", "disk_error"})


@dataclass(frozen=True, slots=True)
class Left:
    """How, as what, and where to: the name of a file, program or printer, never a path. ``sha256`` is that of the file
    that left, "" where it is none or the item's own; ``letter`` the number of a letter, ``reader`` whom a dossier or
    a pack was made for, "" for anything else.
    """

    way: LeftBy
    what: What = What.FILE
    target: str = ""
    sha256: str = ""
    letter: str = ""
    reader: str = ""


def note_left(
    context: Context, case_id: CaseId, exhibits: Iterable[int], left: Left, kind: str = "left_app"
) -> None:
    """Write what left into the journal.

    Raises UserError: no_such_case; left_unnoted where the journal can't be written: what left has left.
    """
    note_left_as(context, case_id, {left.what: exhibits}, left, kind)


def note_left_as(
    context: Context, case_id: CaseId, exhibits: Mapping[What, Iterable[int]], left: Left, kind: str = "left_app"
) -> None:
    """As note_left, where not all exhibits left as the same thing: those by what they left as, a line for each."""
    told = [_detail(numbers, replace(left, what=what)) for what, numbers in exhibits.items()]
    try:
        with context.store.write() as unit:
            case = unit.cases.head(case_id)
            for detail in told:
                context.note(unit, case, kind, detail)
    except UserError as error:
        if error.code not in _FAULTS:
            raise
        raise UserError("left_unnoted", exit_code=Exit.REFUSED, what=left.target or left.way.value) from error


def _detail(exhibits: Iterable[int], left: Left) -> dict[str, str]:
    more = {"what": left.what.value, "sha256": left.sha256, "letter": left.letter, "reader": left.reader}
    detail = {"exhibits": " ".join(map(str, exhibits)), "way": left.way.value, "target": left.target}
    return detail | {name: text for name, text in more.items() if text}
