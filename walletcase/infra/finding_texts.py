"""What a finding says, for the window and the command line alike."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from walletcase.domain.door_kind import DoorKind
from walletcase.domain.readiness.findings import Finding, Severity, Topic
from walletcase.domain.text import Text
from walletcase.infra import resources


@dataclass(frozen=True, slots=True)
class FindingText:
    """What was found, why it matters, what to do."""

    what: str
    why: str
    do: str

    @property
    def line(self) -> str:
        """The three parts as one line."""
        return " ".join(part for part in (self.what, self.why, self.do) if part)


class _Gentle(string.Formatter):
    """Leaves a placeholder empty rather than failing."""

    def get_value(self, key: int | str, args: object, kwargs: Mapping[str, object]) -> object:
        return kwargs.get(str(key), "")


def finding_text(finding: Finding, language: str) -> FindingText:
    """Return how a finding is told in ``language`` ("zh_CN" or "en")."""
    entry = _catalogue()["codes"][finding.code]
    params = {name: _word(value, language) for name, value in finding.params.items()}
    parts = (_Gentle().vformat(entry[part][_tongue(language)], (), params) for part in ("what", "why", "do"))
    return FindingText(*(part.replace(" )", ")").strip() for part in parts))  # a rule without an article


def door_kind_name(kind: DoorKind, language: str) -> str:
    """Return what a kind of door is called."""
    return str(_catalogue()["door"][kind.value][_tongue(language)])


def topic_name(topic: Topic, language: str) -> str:
    """Return what a topic of findings is called."""
    return str(_catalogue()["topic"][topic.value][_tongue(language)])


def severity_name(severity: Severity, language: str) -> str:
    """Return what a severity is called."""
    return str(_catalogue()["severity"][severity.value][_tongue(language)])


def _word(value: object, language: str) -> str:
    if isinstance(value, Text):
        return value.get(language)
    if isinstance(value, DoorKind):
        return door_kind_name(value, language)
    if isinstance(value, tuple):
        return ("、" if language == "zh_CN" else ", ").join(_word(one, language) for one in value)
    return str(value)


def _catalogue() -> Mapping[str, Any]:
    return resources.toml("i18n", "findings.toml")


def _tongue(language: str) -> str:
    return "zh" if language == "zh_CN" else "en"
