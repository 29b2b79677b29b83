"""Which card a tool is."""

from __future__ import annotations

from collections.abc import Mapping

from walletcase.domain.case import CaseRecord
from walletcase.domain.flow.playbook import Step, Tool
from walletcase.ui.shell.desk import Desk
from walletcase.ui.wizard.tools.acceptance import AcceptanceCard
from walletcase.ui.wizard.tools.ask import AskCard
from walletcase.ui.wizard.tools.base import Hands, ToolCard
from walletcase.ui.wizard.tools.call import CallCard
from walletcase.ui.wizard.tools.completeness import CompletenessCard
from walletcase.ui.wizard.tools.compose import ComposeCard
from walletcase.ui.wizard.tools.contact_check import ContactCheckCard
from walletcase.ui.wizard.tools.escalation import EscalationCard
from walletcase.ui.wizard.tools.route import RouteCard
from walletcase.ui.wizard.tools.settlement import SettlementCard
from walletcase.ui.wizard.tools.visit import VisitCard

_CARDS: Mapping[Tool, type[ToolCard]] = {
    Tool.ROUTE: RouteCard,
    Tool.CALL: CallCard,
    Tool.VISIT: VisitCard,
    Tool.COMPOSE: ComposeCard,
    Tool.ACCEPTANCE: AcceptanceCard,
    Tool.ASK: AskCard,
    Tool.CONTACT_CHECK: ContactCheckCard,
    Tool.COMPLETENESS: CompletenessCard,
    Tool.ESCALATION: EscalationCard,
    Tool.SETTLEMENT: SettlementCard,
}


def tools_of(desk: Desk, record: CaseRecord, step: Step, hands: Hands) -> list[ToolCard]:
    """Return the cards of a step's tools, in its order."""
    return [_CARDS[tool](desk, record, step, hands) for tool in step.tools]
