"""What a person chose for each reader of a case's dossier."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, delete, insert, select

from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.dossiers.choices import NO_CHOICES, Choices, from_text, to_text
from walletcase.domain.errors import UserError
from walletcase.domain.ids import CaseId
from walletcase.storage.complaint_tables import DossierChoices
from walletcase.storage.tables import EvidenceItems

_CASE: BindParameter[Any] = bindparam("key_case")
_READER: BindParameter[Any] = bindparam("key_audience")
_OF = (DossierChoices.case_id == _CASE, DossierChoices.audience == _READER)
_GET = select(DossierChoices.content).where(*_OF)
_NUMBERS = select(EvidenceItems.exhibit_no, EvidenceItems.id).where(EvidenceItems.case_id == _CASE)
_DELETE = delete(DossierChoices).where(*_OF)


class ChoicesRepository:
    """Implements services.case_tables.ChoicesTable."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, case_id: CaseId, audience: Audience) -> Choices:
        """Return what is chosen. Raises UserError("choices_damaged"): without it too much could be shown."""
        key = {"key_case": case_id, "key_audience": audience.value}
        text = self._connection.execute(_GET, key).scalar_one_or_none()
        if text is None:
            return NO_CHOICES
        try:
            return from_text(text, {own: number for number, own in self._ids(case_id).items()})
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise UserError("choices_damaged") from error

    def put(self, case_id: CaseId, audience: Audience, choices: Choices) -> None:
        """Store what is chosen, in the place of what was chosen before."""
        self._connection.execute(_DELETE, {"key_case": case_id, "key_audience": audience.value})
        if choices != NO_CHOICES:
            row = {"case_id": case_id, "audience": audience.value, "content": to_text(choices, self._ids(case_id))}
            self._connection.execute(insert(DossierChoices), row)

    def _ids(self, case_id: CaseId) -> dict[int, int]:
        """The exhibits' ids by number."""
        return {row.exhibit_no: row.id for row in self._connection.execute(_NUMBERS, {"key_case": case_id})}
