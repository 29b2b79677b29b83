"""Finds resources/ from a checkout, an installed wheel and a frozen build alike."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any


@cache
def folder() -> Path:
    """Return the resources folder. Raises FileNotFoundError, which only a broken installation causes."""
    package = Path(__file__).resolve().parent.parent
    frozen = getattr(sys, "_MEIPASS", "")
    places = [Path(frozen) / "resources"] if frozen else []
    places += [package / "resources", package.parent / "resources"]
    for place in places:
        if (place / "playbooks").is_dir():
            return place
    raise FileNotFoundError(f"no resources folder in {', '.join(map(str, places))}")


def path(*parts: str) -> Path:
    """Return the path of a resource. Raises FileNotFoundError."""
    found = folder().joinpath(*parts)
    if not found.exists():
        raise FileNotFoundError(found)
    return found


@cache
def toml(*parts: str) -> Mapping[str, Any]:
    """Return a TOML resource as a mapping that must not be changed."""
    return tomllib.loads(path(*parts).read_text(encoding="utf-8"))
