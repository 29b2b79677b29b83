"""Names of exported files, and ways to what was exported."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from walletcase.domain.case import Case

_BAD_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
TITLE_CHARS = 60


def file_name(case: Case, ending: str, title: str = "") -> str:
    """Return a name that every system takes: the case's number and the beginning of ``title`` (default: the case's)."""
    title = " ".join(_BAD_IN_NAMES.sub(" ", title or case.title).split())[:TITLE_CHARS].rstrip(" .")
    return f"{case.number} {title}".strip() + ending


def suggested(case: Case, ending: str, title: str = "") -> str:
    """Return where an export goes unless the person says otherwise: their documents."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    name = file_name(case, ending, title)
    return str(Path(folder) / name) if folder else name


def open_path(path: Path) -> bool:
    """Open a file or folder in the system's program for it; return whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
