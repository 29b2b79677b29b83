"""Which facts stand in which section, in what order, and how each is told in a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from walletcase.domain.rules.diff import Fact, fact_name
from walletcase.domain.rules.pack import Conflict, Door, Limit, Refusal, Requirement, Revision, RulePack, WalletClass
from walletcase.ui.rule_pack.words import kind_text, kinds_text, limit_text, money_text, party_text, revision_text
from walletcase.ui.shell.i18n import translate


class Section(StrEnum):
    """The sections of the window."""

    LIMITS = "limits"
    CHANNELS = "channels"
    WALLETS = "wallets"
    MATERIALS = "materials"
    GROUNDS = "grounds"
    NOTES = "notes"
    HISTORY = "history"


SECTION_ICONS = {
    Section.LIMITS: "hourglass",
    Section.CHANNELS: "phone",
    Section.WALLETS: "wallet",
    Section.MATERIALS: "clipboard-list",
    Section.GROUNDS: "triangle-alert",
    Section.NOTES: "info",
    Section.HISTORY: "clock",
}


def section_text(section: Section) -> str:
    """Return a section's name."""
    return {
        Section.LIMITS: translate("Rules", "Time limits"),
        Section.CHANNELS: translate("Rules", "Channels"),
        Section.WALLETS: translate("Rules", "Wallet classes"),
        Section.MATERIALS: translate("Rules", "What to hand in"),
        Section.GROUNDS: translate("Rules", "Refusals and conflicts"),
        Section.NOTES: translate("Rules", "Notes on the guide"),
        Section.HISTORY: translate("Rules", "History"),
    }[section]


@dataclass(frozen=True)
class Row:
    """One line of the list. ``item`` is what it stands for; ``words`` is what a search looks through."""

    key: str
    title: str
    value: str
    note: str
    item: Fact | Revision
    words: str
    to_verify: bool = False
    is_edited: bool = False


def rows_of(pack: RulePack, revisions: Sequence[Revision], section: Section, language: str) -> tuple[Row, ...]:
    """Return the lines of a section."""
    if section is Section.HISTORY:
        return tuple(_revision_row(revision) for revision in revisions)
    facts: dict[Section, Iterable[Fact]] = {
        Section.LIMITS: pack.limits,
        Section.CHANNELS: pack.doors,
        Section.WALLETS: pack.wallet_classes,
        Section.MATERIALS: pack.requirements,
        Section.GROUNDS: (*pack.conflicts, *pack.refusals),
        Section.NOTES: pack.help,
    }
    return tuple(_fact_row(fact, language) for fact in facts[section])


def found(rows: Iterable[Row], wanted: str) -> tuple[Row, ...]:
    """Return the lines in which every word of a search stands."""
    parts = wanted.casefold().split()
    return tuple(row for row in rows if all(part in row.words for part in parts))


def _fact_row(fact: Fact, language: str) -> Row:
    value, note = _told(fact, language)
    title = fact_name(fact).get(language)
    source = fact.source
    words = [title, value, note, fact.key, source.text.get(language), *_more_words(fact, language)]
    return Row(
        key=fact.key,
        title=title,
        value=value,
        note=note,
        item=fact,
        words=" ".join(words).casefold(),
        to_verify=not source.confirmed,
        is_edited=bool(source.edited_on),
    )


def _told(fact: Fact, language: str) -> tuple[str, str]:
    match fact:
        case Limit():
            return limit_text(fact), party_text(fact.party)
        case Door():
            return fact.number, kind_text(fact.kind)
        case WalletClass():
            return money_text(fact.balance), fact.identity.get(language)
        case Requirement() | Refusal():
            return "", kinds_text(fact.doors)
        case Conflict():
            return "", f"{kinds_text(fact.pending)} → {kinds_text(fact.wants)}"
        case _:
            return "", fact.source.text.get(language)


def _more_words(fact: Fact, language: str) -> list[str]:
    tellers: dict[type, Callable[[], list[str]]] = {
        Limit: lambda: [fact.authority.get(language), fact.article, fact.trigger.get(language)],  # type: ignore[union-attr]
        Door: lambda: [fact.address, fact.institution, fact.does.get(language)],  # type: ignore[union-attr]
        Conflict: lambda: [fact.quote, fact.authority.get(language), fact.article],  # type: ignore[union-attr]
    }
    return tellers[type(fact)]() if type(fact) in tellers else []


def _revision_row(revision: Revision) -> Row:
    title = revision_text(revision.kind)
    made = revision.made_at[:16].replace("T", " ")
    words = f"{title} {revision.pack.version} {revision.note} {made}".casefold()
    return Row(f"#{revision.id}", title, revision.pack.version, made, revision, words)
