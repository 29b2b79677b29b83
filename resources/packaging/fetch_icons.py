"""Fetch the line icons of resources/icons from a pinned, hashed npm package; the same bytes each time.

    python resources/packaging/fetch_icons.py [OUT_DIR]

NAMES is the whole list: icons that it does not name are removed from OUT_DIR, our own drawings (OWN) stay.
Needs npm.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

PACKAGE = "lucide-static@1.62.0"
SHA256 = "386f9080c440d6f5049cefe3456ae8357f7a0c7f76e59670cd1cb83bc7050a44"
OUT = Path(__file__).resolve().parent.parent / "icons"

# Drawn for this program and committed as they are.
OWN = {"app", "empty-welcome", "empty-evidence", "empty-timeline", "empty-select"}

# One string, not a list: a line of names is easier to read and to change.
_TEXT = """
    arrow-left arrow-right badge-check bell briefcase calendar calendar-clock check chevron-down chevron-left
    chevron-right chevron-up circle circle-check circle-dashed circle-dot circle-help circle-x clipboard-list
    clock command contact copy download ellipsis external-link eye eye-off file file-audio file-down file-image
    file-text file-video flag folder folder-open gavel globe hash hourglass image inbox info landmark layout-grid
    layout-list link list lock mail maximize megaphone message-circle message-square notebook-pen paperclip pause
    fullscreen mouse-pointer move-up-right pencil phone play plus printer redo-2 repeat rotate-cw scale search settings
    shield-check skip-forward square sticky-note tag trash-2 trending-up
    triangle-alert undo-2 users wallet x zoom-in zoom-out
"""
NAMES = _TEXT.split()


def fetch(into: Path) -> Path:
    """Download the package with npm and return its archive; stop when its SHA-256 is not the pinned one."""
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is needed to fetch " + PACKAGE)
    command = [npm, "pack", PACKAGE, "--silent", "--pack-destination", str(into)]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    (archive,) = into.glob("*.tgz")
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != SHA256:
        raise SystemExit(f"{PACKAGE}: SHA-256 is {found}, pinned is {SHA256}")
    return archive


def copy(archive: tarfile.TarFile, member: str, target: Path) -> None:
    """Write one member of the package."""
    stream = archive.extractfile(member)
    if stream is None:
        raise SystemExit(f"{member}: not in {PACKAGE}")
    target.write_bytes(stream.read())


def build(out: Path) -> None:
    """Write the named icons and the licence into ``out``; remove the icons that are no longer named."""
    out.mkdir(parents=True, exist_ok=True)
    for path in out.glob("*.svg"):
        if path.stem not in OWN and path.stem not in NAMES:
            path.unlink()
    with tempfile.TemporaryDirectory() as folder, tarfile.open(fetch(Path(folder))) as archive:
        for name in NAMES:
            copy(archive, f"package/icons/{name}.svg", out / f"{name}.svg")
        copy(archive, "package/LICENSE", out / "LICENSE")
    sys.stdout.write(f"{len(NAMES)} icons of {PACKAGE} in {out}\n")


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else OUT)
