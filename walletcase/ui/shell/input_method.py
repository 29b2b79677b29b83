"""Chinese typing on Linux: the Qt of the Python package brings no fcitx plug-in, but fcitx also speaks ibus."""

from __future__ import annotations

import os
from collections.abc import MutableMapping
from pathlib import Path


def prepare(environment: MutableMapping[str, str], plugins: Path) -> bool:
    """Point Qt at ibus where fcitx is asked for and no plug-in for it exists; say whether anything was changed.

    Must run before the application object is made. Source: tech.md, decision 7 (checked with fcitx5).
    """
    wanted = environment.get("QT_IM_MODULE", "")
    if not wanted.startswith("fcitx"):
        return False
    if any((plugins / "platforminputcontexts").glob("*fcitx*")):
        return False
    environment["QT_IM_MODULE"] = "ibus"
    environment["IBUS_USE_PORTAL"] = "1"
    return True


def plugin_folder() -> Path:
    """Return where Qt's plug-ins are, without loading Qt's GUI."""
    from PySide6.QtCore import QLibraryInfo

    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))


def prepare_process() -> bool:
    """Prepare this process."""
    return prepare(os.environ, plugin_folder())
