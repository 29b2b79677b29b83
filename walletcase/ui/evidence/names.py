"""File names for copies that leave the vault, and which of them a system would run rather than show."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePath

_LIMIT = 120
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*]')
# Names of devices on Windows, with any ending.
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
_ENDINGS = {
    "application/pdf": ".pdf",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "image/tiff": ".tif",
    "image/bmp": ".bmp",
    "text/plain": ".txt",
    "message/rfc822": ".eml",
}
_RUN_ENDINGS = frozenset(
    (
        *(".exe", ".com", ".bat", ".cmd", ".msi", ".msix", ".msp", ".scr", ".pif", ".cpl", ".hta", ".reg"),
        *(".vbs", ".vbe", ".js", ".jse", ".mjs", ".wsf", ".wsh", ".ps1", ".psm1", ".lnk", ".url", ".inf", ".scf"),
        *(".jar", ".jnlp", ".apk", ".app", ".dmg", ".pkg", ".command", ".deb", ".rpm", ".appimage", ".desktop"),
        *(".sh", ".bash", ".run", ".bin", ".py", ".pyw", ".pl", ".rb", ".iso", ".img", ".vhd", ".chm"),
        *(".docm", ".dotm", ".xlsm", ".xlam", ".pptm", ".html", ".htm", ".xhtml", ".svg", ".mht", ".mhtml"),
    )
)
_RUN_TYPES = (
    "executable",
    "java-archive",
    "macro-enabled",
    "android.package",
    "text/html",
    "image/svg+xml",
    "ole-storage",
)


def safe_name(name: str, media_type: str) -> str:
    """Return a name that any system takes and that shows what it is: one line, no path, an ending if there was none."""
    # Control and format characters go: among them the one that turns "exe.fdp" round on the screen.
    plain = "".join(c for c in name if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp"))
    tidy = _NOT_IN_NAMES.sub("_", plain).strip(" .")
    ending = PurePath(tidy).suffix if len(PurePath(tidy).suffix) <= 10 else ""
    stem = tidy[: len(tidy) - len(ending)] if ending else tidy
    stem = stem[: _LIMIT - len(ending)].rstrip(" .") or "file"
    whole = stem + (ending or _ENDINGS.get(media_type, ""))
    return f"_{whole}" if _DEVICES.fullmatch(whole) else whole


def would_run(name: str, media_type: str) -> bool:
    """Whether opening a file of this name and type may run what is in it (programs, scripts, macros, web pages)."""
    return PurePath(name).suffix.lower() in _RUN_ENDINGS or any(mark in media_type for mark in _RUN_TYPES)
