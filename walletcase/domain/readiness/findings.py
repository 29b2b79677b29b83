"""What a check found, as values without words: texts are in resources/i18n/findings.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from walletcase.domain.door_kind import DoorKind
from walletcase.domain.rules.pack import Source


class Topic(StrEnum):
    """What kind of check found it."""

    COMPLETENESS = "completeness"
    CONTRADICTION = "contradiction"
    PROOF = "proof"
    WORDING = "wording"
    AGENT = "agent"
    AGE = "age"
    CONFLICT = "conflict"


class Severity(StrEnum):
    """How much it matters. Nothing ever blocks recording."""

    STOP = "stop"  # likely to be refused, or to harm the person
    WARN = "warn"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the app a finding is put right: a tab name of the case page and an item in it.

    step + field key · timeline + entry id · evidence + evidence id · facts + "demands", "claims" … · letters + id.
    """

    tab: str
    item: str = ""


@dataclass(frozen=True)
class Finding:
    """One finding. ``code`` names its text; ``excerpt`` is the person's own words it is about; ``suggestion`` may
    stand in their place (both "" where that makes no sense).
    """

    topic: Topic
    severity: Severity
    code: str
    place: Place
    params: Mapping[str, object] = field(default_factory=dict)
    excerpt: str = ""
    suggestion: str = ""
    source: Source | None = None
    quote: str = ""  # the rule's own words


@dataclass(frozen=True)
class Findings:
    """All findings of one check, the gravest first. ``door`` is what kind of door it was made for."""

    door: DoorKind
    items: tuple[Finding, ...]

    @property
    def needs_attention(self) -> bool:
        """Whether something is more than a hint."""
        return any(one.severity is not Severity.HINT for one in self.items)

    def of(self, topic: Topic) -> tuple[Finding, ...]:
        """Return the findings of a topic."""
        return tuple(one for one in self.items if one.topic is topic)
