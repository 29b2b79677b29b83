"""Composes letters from the templates in resources/letters. What a person typed is data here, never a template."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from walletcase.domain.letter import plain_text, safe_line, visible
from walletcase.domain.text import Text
from walletcase.domain.writing.facts import DemandFact, EventFact, GroundFact, LateFact, LetterFacts
from walletcase.domain.writing.gaps import mark
from walletcase.domain.writing.kinds import BLOCKS, LINES, LISTS, LetterKind
from walletcase.domain.writing.reader import read_kind
from walletcase.export.letter_words import Words, bare, functions, words_of

CLOSINGS = ("此致", "Yours faithfully,")
_BRIEFER = 3  # how often a text for a form is made shorter before it is left too long


class LetterTexts:
    """Implements services.letters.LetterWriter over a folder of <kind>.toml, <kind>.zh.j2 and <kind>.en.j2."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._environment = _environment(folder)

    @cached_property
    def kinds(self) -> tuple[LetterKind, ...]:
        """All kinds, in their order. Raises UserError("playbook_invalid")."""
        files = sorted(file for file in self._folder.glob("*.toml") if not file.name.startswith("_"))
        kinds = (read_kind(tomllib.loads(file.read_text(encoding="utf-8")), file.name) for file in files)
        return tuple(sorted(kinds, key=lambda kind: kind.order))

    @cached_property
    def names(self) -> Mapping[str, Text]:
        """What each fact is called where it is missing."""
        return self._texts("_facts.toml")

    @cached_property
    def recipients(self) -> Mapping[str, Text]:
        """The names of bodies to write to, by kind of door."""
        return self._texts("_recipients.toml")

    @cached_property
    def words(self) -> Mapping[str, Text]:
        """What the app itself writes about letters."""
        return self._texts("_words.toml")

    @cached_property
    def limits(self) -> Mapping[str, Text]:
        """How a time limit is put in a letter, by its key; {term} is its length."""
        return self._texts("_limits.toml")

    def _texts(self, name: str) -> Mapping[str, Text]:
        tables = tomllib.loads((self._folder / name).read_text(encoding="utf-8"))
        return {key: Text(zh=entry["zh"], en=entry["en"]) for key, entry in tables.items()}

    def compose(self, kind: LetterKind, facts: LetterFacts, char_limit: int = 0) -> str:
        """Return the text of a letter. A missing fact that it needs shows as a mark (domain.letter_gaps).

        With a ``char_limit`` less and less is told until the text fits; one that does not fit at its shortest is
        returned whole: nothing is ever cut off.
        """
        words = words_of(facts.language)

        def says(rule: LateFact | GroundFact) -> str:
            return self._says(rule, words, facts.language)

        given = self._given(kind, facts)
        ending = "zh" if facts.language == "zh_CN" else "en"
        template = self._environment.get_template(f"{kind.key}.{ending}.j2")
        body = ""
        for brief in range(_BRIEFER + 1):
            raw = template.render(**given, **functions(words), says=says, brief=brief)
            body = _tidy(raw, words if kind.numbered else None)
            if not char_limit or len(plain_text(body)) <= char_limit:
                break
        return body

    def _says(self, rule: LateFact | GroundFact, words: Words, language: str) -> str:
        if isinstance(rule, GroundFact) and rule.says:
            return rule.says
        term = words.term(rule.amount, rule.unit)
        told = self.limits.get(rule.key)
        return told.get(language).replace("{term}", term) if told else f"{rule.name}: {term}"

    def _given(self, kind: LetterKind, facts: LetterFacts) -> dict[str, object]:
        """Only what the kind names: everything else is undefined in its templates, and using it fails."""
        given: dict[str, object] = {"today": facts.today, "reply_by": facts.reply_by}
        given["problem_exhibits"] = facts.problem_exhibits if "exhibits" in kind.facts else ()
        given["reference_later"] = facts.reference_later if "reference" in kind.facts else ""
        for fact in kind.facts:
            value = _value(fact, facts)
            if not value and fact in kind.needs:
                value = _stand_in(fact, mark(self.names[fact].get(facts.language), facts.language))
            given[fact] = value
        return given


def _value(fact: str, facts: LetterFacts) -> object:
    if fact in LINES:
        text = facts.lines.get(fact, "")
        return safe_line(text if fact == "error_text" else bare(text))
    if fact in BLOCKS:
        return tuple(safe_line(line) for line in facts.blocks.get(fact, ()))
    return facts.lists()[fact] if fact in LISTS else ()


def _stand_in(fact: str, gap: str) -> object:
    if fact in LINES:
        return gap
    if fact == "demands":
        return (DemandFact(1, "other", gap),)
    if fact == "answers":
        return (EventFact(1, "", "", "", "", (gap,)),)
    return (gap,)


def _environment(folder: Path) -> ImmutableSandboxedEnvironment:
    """A sandbox with nothing in it: no filters, no globals; what a template may call is handed to it."""
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        autoescape=False,  # plain text: there is no markup to escape for
        line_statement_prefix="%%",
    )
    environment.filters.clear()
    environment.globals.clear()
    return environment


def _tidy(raw: str, words: Words | None) -> str:
    """An empty line before each part, no heading without a text; headings numbered if ``words`` are given."""
    lines = [line.rstrip() for line in visible(raw).split("\n") if line.strip()]
    done: list[str] = []
    number = 0
    for place, line in enumerate(lines):
        if line.startswith("## "):
            following = lines[place + 1] if place + 1 < len(lines) else "## "
            if following.startswith(("## ", "> ")):
                continue
            number += 1
            line = f"## {words.heading(number, line[3:])}" if words else line
        if done and _begins_part(line, done):
            done.append("")
        done.append(line)
    return "\n".join(done)


def _begins_part(line: str, done: list[str]) -> bool:
    before = done[-1]
    after_title = before.startswith("# ") or (len(done) > 2 and not done[-2] and done[-3].startswith("# "))
    first_right = line.startswith("> ") and not before.startswith("> ")
    return line.startswith("## ") or after_title or first_right or line in CLOSINGS
