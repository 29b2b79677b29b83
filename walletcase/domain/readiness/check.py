"""The check as a whole: everything that is missing, contradictory, unproven, badly worded or in conflict."""

from __future__ import annotations

from walletcase.domain.case import CaseRecord
from walletcase.domain.door_kind import DoorKind
from walletcase.domain.readiness.aim import next_door
from walletcase.domain.readiness.amounts import amount_findings
from walletcase.domain.readiness.dates import date_findings
from walletcase.domain.readiness.doors import age_findings, conflict_findings
from walletcase.domain.readiness.findings import Finding, Findings, Severity, Topic
from walletcase.domain.readiness.materials import agent_findings, material_findings
from walletcase.domain.readiness.proof import proof_findings
from walletcase.domain.readiness.wording import CRISIS
from walletcase.domain.readiness.words import word_findings

_GRAVEST = (Severity.STOP, Severity.WARN, Severity.HINT)
_TOPICS = tuple(Topic)


def check(record: CaseRecord, today: str, door: DoorKind | None = None) -> Findings:
    """Return all findings of a case as of ``today`` (ISO) for a kind of door (default: the next one).

    It advises and changes nothing. The gravest come first; words of a crisis before everything.
    """
    aim = door or next_door(record)
    found = [
        *material_findings(record, aim),
        *agent_findings(record, aim),
        *date_findings(record, today),
        *amount_findings(record),
        *proof_findings(record),
        *word_findings(record),
        *age_findings(record, aim, today),
        *conflict_findings(record, aim),
    ]
    return Findings(aim, tuple(sorted(found, key=_rank)))


def _rank(finding: Finding) -> tuple[bool, int, int]:
    return finding.code != CRISIS, _GRAVEST.index(finding.severity), _TOPICS.index(finding.topic)
