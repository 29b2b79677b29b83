"""Whose account of the computer this is, and what the computer is called."""

from __future__ import annotations

import getpass
import platform

_LONGEST = 120


def account() -> str:
    """Return the name of the account, "" where the system has none."""
    try:
        return getpass.getuser()[:_LONGEST]
    except (OSError, KeyError, ImportError):  # what getpass raises changed between Python versions
        return ""


def device() -> str:
    """Return the name of the computer and its system, such as "laptop (Windows)"."""
    return f"{platform.node()} ({platform.system()})".strip()[:_LONGEST]
