"""The sorts of places where one can complain."""

from __future__ import annotations

from enum import StrEnum


class DoorKind(StrEnum):
    """What sort of place a door is. Conflicts and requirements are told by it."""

    HOTLINE = "hotline"
    BRANCH = "branch"
    ONLINE = "online"
    SUPERIOR = "superior"  # review by the bank's superior branch
    NFRA = "nfra"
    PBOC = "pboc"
    SAMR = "samr"  # 12315
    PETITION = "petition"  # 信访
    MEDIATION = "mediation"
    ASSOCIATION = "association"
    ARBITRATION = "arbitration"
    COURT = "court"
    POLICE = "police"
    PUBLIC_POST = "public_post"
