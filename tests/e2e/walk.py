"""One case walked by keys alone, told step by step as a person would tell it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.e2e.desktop import ROOT, App, Screen, told_by_command
from tests.e2e.words import Words

CASE = "WC-2026-0001"
FLOW = "icbc-digital-wallet"


class Walk:
    """A person at the keyboard, with one case."""

    def __init__(self, screen: Screen, home: Path) -> None:
        self.screen = screen
        self.folder = home / "data"
        self.moment = ""
        self.language = "en"
        self.words = Words("en", FLOW)
        self.on_stage: Callable[[str], object] = lambda name: None
        self._app: App | None = None

    @property
    def app(self) -> App:
        """The app that is open."""
        assert self._app is not None
        return self._app

    @property
    def today(self) -> str:
        """The date it is in the walk."""
        return self.moment[:10]

    def start(self, moment: str, language: str) -> None:
        """Open the app at a moment, in a language."""
        self.moment, self.language, self.words = moment, language, Words(language, FLOW)
        self._app = App(self.screen, self.folder, language, moment)
        self.app.in_front("MainWindow")

    def quit(self) -> None:
        """Close the app."""
        self.app.quit()
        self.kill()

    def kill(self) -> None:
        """End the app if it is open."""
        if self._app is not None:
            self._app.kill()
        self._app = None

    def open_beside(self, *files: Path) -> subprocess.Popen[bytes]:
        """Start the app a second time, with files."""
        command = [sys.executable, str(ROOT / "main.py"), "--data-dir", str(self.folder), *map(str, files)]
        return subprocess.Popen(command, env=self.screen.env, stdin=subprocess.DEVNULL)

    def told(self, *arguments: str) -> dict[str, Any]:
        """What the command line says at this moment."""
        return told_by_command(self.folder, self.moment, *arguments)

    def make_case(self, title: str, problem: str, demand: str, file: Path) -> None:
        """Make a case with the dialog: its title, what went wrong, what is asked for, and a first file."""
        app, ui = self.app, self.words.ui
        app.press("ctrl+n")
        app.in_front("NewCaseDialog")
        app.wait(lambda seen: seen["focus"] == ui("Wizard", "Title of the case"), "the cursor in the title")
        app.write(title)
        app.tab()
        app.press("space")
        self.on_stage("new-problem")
        self._turn_page()
        app.tab_to(self.words.field("problem"))
        app.write(problem)
        field, part = self.words.field("demand"), ui("Wizard", "What should happen")
        app.tab_until(lambda name: name.startswith(field) and name.endswith(part), part)
        app.write(demand)
        self.on_stage("new-basics")
        self._turn_page()
        app.tab_to(ui("Wizard", "Choose files…"))
        app.press("space")
        self._pick(file)
        app.in_front("NewCaseDialog")
        self.on_stage("new-evidence")
        app.tab_to(ui("Wizard", "Create case"))
        app.press("space")
        app.in_front("MainWindow")
        app.wait(lambda seen: len(seen["cards"]) == 1, "the case")

    def attach(self, file: Path, exhibits: int) -> None:
        """Add a file to the case; there are so many exhibits then."""
        self.app.press("ctrl+shift+a")
        self._pick(file)
        self.app.in_front("MainWindow")
        self.app.wait(lambda seen: seen["exhibits"] == exhibits, f"{exhibits} exhibits")

    def do_it_now(self, step: str) -> None:
        """Go where the card of the next action leads; a step that is done opens its next round by that."""
        go = [self.words.ui("NextCard", text) for text in ("Do it now", "Look at the step")]
        self.app.tab_to(*go)
        self.app.press("space")
        self.app.wait(lambda seen: seen["step"] == step, f"the step {step}")
        self.app.wait(lambda seen: seen["focus"] not in go, f"the cursor in {step}")

    def fill(self, **values: str) -> None:
        """Fill in fields of the step, in the order in which Tab comes by."""
        for key, value in values.items():
            self.app.tab_to(self.words.field(key))
            self.app.write(value)

    def choose_first(self, key: str) -> None:
        """Choose the first answer of a field that is a list."""
        self.app.tab_to(self.words.field(key))
        before = self.app.seen["text"]
        self.app.press("Down")
        self.app.wait(lambda seen: seen["text"] != before, f"{key} chosen")

    def finish(self, step: str, outcome: str, by_on: str = "") -> None:
        """Say how the step ended, and record it."""
        outcomes = self.words.outcomes(step)
        keys = list(outcomes)
        self.app.tab_to(*outcomes.values(), exact=True)  # one of the group is where Tab comes by
        at = keys.index(next(key for key, text in outcomes.items() if text == self.app.seen["focus"]))
        self.app.press("space")
        for _ in range((keys.index(outcome) - at) % len(keys)):
            self.app.tab("Down")
        assert self.app.seen["focus"] == outcomes[outcome]
        if by_on:
            self.app.tab_to(self.words.promise(step))
            self.app.write(by_on)
        self.app.tab_to(self.words.done(step), exact=True)
        self.on_stage(f"{step}-before")
        self.app.press("space")
        self.settled(step)

    def call(self, reference: str, summary: str) -> None:
        """Call the hotline with the assistant and want no reminder; Ctrl+Enter hangs up and records."""
        ui = self.words.ui
        self.app.tab_to(ui("Tools", "Start call"), exact=True)
        self.app.press("space")
        self.app.wait(lambda seen: seen["text"] == "" and seen["kind"] != "QPushButton", "what to ask")
        self.fill(hotline_reference=reference, hotline_summary=summary)
        reminder = ui("Tools", "Nothing promised: remind me to ask again on {date}").partition("{")[0]
        self.app.tab_to(reminder)
        self.app.press("space")
        self.on_stage("hotline-before")
        self.app.press("ctrl+Return")
        self.settled("hotline")

    def settled(self, step: str) -> None:
        """Wait until the step is recorded and the cursor is on the way on, or on the way back where none leads on."""
        ways = [self.words.ui("Wizard", text) for text in ("Go on", "Record again", "Reopen to correct")]
        self.app.wait(lambda seen: seen["settled"] and seen["focus"] in ways, f"{step} recorded")
        self.on_stage(f"{step}-after")

    def go_on(self, step: str) -> None:
        """Go on to the step that follows."""
        self._press("Go on")
        self.app.wait(lambda seen: seen["step"] == step, f"the step {step}")

    def repeat(self) -> None:
        """Record a step again that is done."""
        self._press("Record again")

    def _press(self, text: str) -> None:
        name = self.words.ui("Wizard", text)
        self.app.tab_to(name, exact=True)
        self.app.press("space")
        self.app.wait(lambda seen: not seen["settled"] and seen["focus"] != name, f"the cursor in the form: {text}")

    def _turn_page(self) -> None:
        self.app.tab_to(self.words.ui("Wizard", "Next"), exact=True)
        self.app.press("space")
        self.app.wait(lambda seen: seen["focus"] != self.words.ui("Wizard", "Next"), "the next page")

    def _pick(self, file: Path) -> None:
        self.app.in_front("QFileDialog")
        self.app.paste(str(file))  # typed, the dialog would complete it
        self.app.press("Return")
