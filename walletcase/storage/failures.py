"""What SQLite says when the world fails, in our words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from walletcase.domain.errors import Exit, UserError


class DamagedRow(ValueError):  # noqa: N818 - becomes a UserError before anybody sees it
    """A row holds something that we never wrote."""


# Primary result codes of SQLite (sqlite.org/rescode.html).
_CODES = {
    5: "store_locked",  # BUSY
    6: "store_locked",  # LOCKED
    8: "store_unwritable",  # READONLY
    3: "store_unwritable",  # PERM
    10: "disk_error",  # IOERR
    11: "store_damaged",  # CORRUPT
    13: "disk_full",  # FULL
    14: "store_unwritable",  # CANTOPEN
    15: "store_locked",  # PROTOCOL
    24: "store_damaged",  # FORMAT
    26: "store_damaged",  # NOTADB
}
_UNREADABLE_TEXT = "Could not decode to UTF-8"  # the driver's own words: a text column holds no text


def failure_code(error: BaseException | None) -> str:
    """Return the code of our error for a driver's exception, "" when it is a bug of ours."""
    if error is None:
        return ""
    if _UNREADABLE_TEXT in str(error):
        return "store_damaged"
    return _CODES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, "")


def failure(error: BaseException | None, path: Path) -> UserError | None:
    """Return the UserError for a driver's exception about the database at ``path``, None when it is a bug of ours.

    Codes: store_locked, store_unwritable, disk_error, store_damaged, disk_full; params file, folder, detail and
    needed_bytes (0: not known).
    """
    code = failure_code(error)
    if not code:
        return None
    return UserError(code, exit_code=Exit.REFUSED, file=path, folder=path.parent, detail=error, needed_bytes=0)


def damaged(path: Path, detail: object) -> UserError:
    """Return the error for a database that is not what we wrote."""
    return UserError("store_damaged", exit_code=Exit.REFUSED, file=path, folder=path.parent, detail=detail)


@contextmanager
def database_errors(path: Path) -> Iterator[None]:
    """Raise SQLite's failures and damaged rows as UserError (see failure); bugs pass through.

    The driver raises UnicodeDecodeError of its own when SQLite's message quotes bytes of a damaged schema.
    """
    try:
        yield
    except (DamagedRow, UnicodeDecodeError) as error:
        raise damaged(path, error) from error
    except DBAPIError as error:
        told = failure(error.orig, path)
        if told is None:
            raise
        raise told from error
