"""Cases with contacts, made by the real services."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from walletcase.domain.case import CaseRecord
from walletcase.domain.ids import CaseId, EntryId
from walletcase.domain.timeline import EntryDraft
from walletcase.services.facade import Services


def new_case(services: Services, title: str = "钱包打不开") -> CaseId:
    """Make a case."""
    return services.cases.new_case(title)[0].id


def log(services: Services, case_id: CaseId, at: str, said: str, **more: Any) -> EntryId:
    """Record a contact; ``at`` is a local time or a date."""
    draft = EntryDraft(occurred_at=services.timeline.when(at), summary=said, channel="hotline")
    return services.timeline.log(case_id, replace(draft, **more))[0].id


def three_weeks(services: Services) -> CaseRecord:
    """A promise broken, answered late; one contact by date only; a silence of eight days."""
    case_id = new_case(services)
    log(services, case_id, "2026-11-03T10:05", "登记了投诉", promised_by="2026-11-06", reference="20261103-00031")
    log(services, case_id, "2026-11-04", "在柜台核对了身份证", channel="branch", counterpart="王强")
    log(services, case_id, "2026-11-13T11:00", "催问进展", promised_by="2026-11-18")
    log(services, case_id, "2026-11-13T11:40", "短信：已转分行", channel="sms")
    log(services, case_id, "2026-11-16T16:40", "回电说钱包已重置", is_answer=True, promised_by="2026-11-25")
    return services.cases.open(case_id)
