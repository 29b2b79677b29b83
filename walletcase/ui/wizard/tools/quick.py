"""A few of the step's fields in a tool: the same values as in the form, kept in line both ways."""

from __future__ import annotations

from collections.abc import Sequence

from walletcase.domain.flow.playbook import Field
from walletcase.ui.shell.desk import Desk
from walletcase.ui.wizard.fields_form import Form
from walletcase.ui.wizard.tools.base import Hands


class QuickForm(Form):
    """Fields of the step, shown a second time."""

    def __init__(self, fields: Sequence[Field], desk: Desk, hands: Hands) -> None:
        super().__init__(fields, desk)
        self._hands = hands
        self.put({field.key: hands.text(field.key) for field in fields})
        self.edited.connect(self._hand_over)

    def follow(self, field_key: str) -> None:
        """Take over what was typed in the form."""
        if field_key in self.boxes and not self.boxes[field_key].input.has_focus():
            self.boxes[field_key].put(self._hands.text(field_key))

    def _hand_over(self, field_key: str) -> None:
        self._hands.put(field_key, self.text(field_key))
