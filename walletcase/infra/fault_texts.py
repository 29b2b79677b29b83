"""What the check of all files says of a fault, for the window and the command line alike."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from walletcase.infra import resources

_NUMBER = re.compile("[0-9]+")


@dataclass(frozen=True, slots=True)
class FaultText:
    """What is wrong, and what to do."""

    what: str
    todo: str


def fault_text(kind: str, subject: str, detail: str, language: str) -> FaultText:
    """Return how a problem of services.records_check is told in ``language`` ("zh_CN" or "en")."""
    case, _, rest = subject.partition("/")
    found = _NUMBER.search(rest or subject)
    number = found[0] if found else rest
    params = {"case": case, "number": number, "place": subject, "line": detail.removeprefix("line "), "detail": detail}
    entry, tongue = _catalogue()[kind], "zh" if language == "zh_CN" else "en"
    return FaultText(_filled(entry["what"][tongue], params), _filled(entry["do"][tongue], params))


def _filled(text: str, params: Mapping[str, str]) -> str:
    """Fill placeholders in one pass: what is put in may hold braces of its own."""
    return re.sub(r"\{(\w+)\}", lambda found: params[found[1]], text)


def _catalogue() -> Mapping[str, Any]:
    return resources.toml("i18n", "faults.toml")
