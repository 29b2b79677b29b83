"""What is written on the screen in each language: of the interface, and of a playbook."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@cache
def catalogue(language: str) -> dict[tuple[str, str], str]:
    """Return the texts of the interface by (room, English source)."""
    if language == "en":
        return {}
    found = {}
    for context in ElementTree.parse(RESOURCES / "i18n" / f"walletcase_{language}.ts").iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name", ""), message.findtext("source", ""))
            found[key] = message.findtext("translation", "")
    return found


@cache
def playbook(key: str) -> dict[str, Any]:
    """Return a playbook as its file says."""
    return tomllib.loads((RESOURCES / "playbooks" / f"{key}.toml").read_text(encoding="utf-8"))


class Words:
    """One language of the interface and of one playbook."""

    def __init__(self, language: str, playbook_key: str) -> None:
        self._language = language
        self._steps = {step["key"]: step for step in playbook(playbook_key)["step"]}

    def ui(self, room: str, source: str) -> str:
        """A text of the interface."""
        return catalogue(self._language).get((room, source)) or source

    def step(self, key: str) -> str:
        """The name of a step."""
        return self._say(self._steps[key]["name"])

    def field(self, key: str) -> str:
        """The label of a field."""
        return next(self._say(f["label"]) for s in self._steps.values() for f in s.get("field", ()) if f["key"] == key)

    def promise(self, step: str) -> str:
        """The label of the field that says by when an answer is promised."""
        return next(self._say(f["label"]) for f in self._steps[step]["field"] if f.get("role") == "promised_on")

    def route(self, key: str) -> str:
        """The name of a route above the bank."""
        fields = (f for f in self._steps["escalate"]["field"] if f["key"] == "escalate_route")
        return next(self._say(one["text"]) for one in next(fields)["choices"] if one["key"] == key)

    def outcomes(self, step: str) -> dict[str, str]:
        """How a step can end, in order."""
        return {one["key"]: self._say(one["text"]) for one in self._steps[step]["outcome"]}

    def done(self, step: str) -> str:
        """The button that ends a step."""
        label = self._steps[step].get("done_label")
        return self._say(label) if label else self.ui("Wizard", "Mark done")

    def _say(self, text: dict[str, str]) -> str:
        return text["en" if self._language == "en" else "zh"]
