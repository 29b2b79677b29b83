"""Pages of the help: which belongs to which step, and how facts of the rules stand under them as Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from walletcase.domain.rules.pack import RulePack
from walletcase.domain.rules.references import filled_line
from walletcase.domain.text import Text

SCHEME = "page:"
_LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&])")


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page. ``steps`` are the keys of steps whose question "why" it answers."""

    key: str
    title: Text
    steps: tuple[str, ...] = ()


def page_for(pages: Sequence[HelpPage], asked: str) -> str:
    """Return the key of the page for a step or a page's key; the first page where there is none."""
    if any(page.key == asked for page in pages):
        return asked
    return next((page.key for page in pages if asked in page.steps), pages[0].key)


def plain_links(markdown: str) -> str:
    """Return Markdown in which only links to other pages are links: any other address is plain text."""

    def show(link: re.Match[str]) -> str:
        name, target = link[1], link[2]
        return link[0] if target.startswith(SCHEME) else f"{name} ({escaped(target)})"

    return _LINK.sub(show, markdown)


def escaped(text: str) -> str:
    """Return a text that Markdown shows as it is."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def page_text(markdown: str, rules: RulePack, language: str) -> str:
    """Return a page with the numbers that the rules have: a number with its unit can't be anything but plain text."""
    return filled_line(markdown, rules, language)


def facts_of(rules: RulePack, topic: str, language: str, words: Sequence[str]) -> str:
    """Return the facts of a topic as Markdown, "" without any. What they refer to is filled in from the rules.

    ``words``: the heading, how a source is given ("{source}, {date}"), and the mark of what is not confirmed.
    """
    heading, how, mark = words
    lines = []
    for note in rules.help:
        if note.topic != topic:
            continue
        source = how.format(source=note.source.text.get(language), date=note.source.checked_on)
        doubt = "" if note.source.confirmed else f" **[{escaped(mark)}]**"
        said = filled_line(note.text.get(language), rules, language)
        lines.append(f"- {escaped(said)}{doubt}\n\n  *{escaped(source)}*\n")
    return f"\n## {heading}\n\n" + "\n".join(lines) if lines else ""
