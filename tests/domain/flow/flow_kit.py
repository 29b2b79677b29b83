"""A small playbook for tests of the flow, and the shipped one."""

from __future__ import annotations

from pathlib import Path

from walletcase.domain.flow.playbook import Outcome, Phase, Playbook, Status, Step
from walletcase.domain.flow.reader import read_playbook_text
from walletcase.domain.text import Text

SHIPPED = Path(__file__).resolve().parents[3] / "resources/playbooks/icbc-digital-wallet.toml"


def text(word: str) -> Text:
    """The same word in both languages."""
    return Text(word, word)


def step(key: str, *outcomes: Outcome, needs_any: tuple[str, ...] = (), repeatable: bool = False) -> Step:
    """A step without fields."""
    plain = (Outcome("done", text("done")),)
    return Step(key, "p", text(key), text(key), outcomes or plain, needs_any=needs_any, repeatable=repeatable)


def small() -> Playbook:
    """Gather, then call or visit, then ask, then close."""
    filed = Outcome("filed", text("filed"), next_step="ask", sets_status=Status.FILED)
    failed = Outcome("failed", text("failed"), next_step="visit")
    good = Outcome("good", text("good"), sets_status=Status.RESOLVED)
    steps = (
        step("gather"),
        step("call", filed, failed, needs_any=("gather",), repeatable=True),
        step("visit", filed, failed, needs_any=("gather",), repeatable=True),
        step("ask", needs_any=("call", "visit"), repeatable=True),
        step("close", good, Outcome("bad", text("bad"), sets_status=Status.CLOSED)),
    )
    return Playbook("small", 1, text("s"), text("s"), text("s"), (Phase("p", text("p")),), (), steps, ())


def shipped() -> Playbook:
    """The playbook that ships."""
    return read_playbook_text(SHIPPED.read_text(encoding="utf-8"), SHIPPED.name)
