"""Identifiers. Kept apart by type so that a case's id can't be passed for a piece of evidence."""

from __future__ import annotations

from typing import NewType

CaseId = NewType("CaseId", int)
EntryId = NewType("EntryId", int)
EvidenceId = NewType("EvidenceId", int)
