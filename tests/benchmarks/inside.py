"""Runs a part of a benchmark in a process of its own, in a home of its own, and reads the figures that it prints."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def inside(module: str, home: Path, *arguments: object) -> dict[str, Any]:
    """Run ``python -m tests.benchmarks.MODULE --inside ARGUMENTS`` without a screen; return its JSON."""
    answer = printed(home, "-m", f"tests.benchmarks.{module}", "--inside", *arguments)
    figures: dict[str, Any] = json.loads(answer)
    return figures


def printed(home: Path, *arguments: object) -> str:
    """Run Python with these arguments, from the folder of the project and without a screen; return what it prints."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home)}
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout
