"""What is told of one fact: line by line, and which of the lines the person may change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from walletcase.domain.rules.diff import Fact
from walletcase.domain.rules.pack import (
    Conflict,
    Door,
    HelpNote,
    Limit,
    Refusal,
    Requirement,
    RulePack,
    WalletClass,
)
from walletcase.domain.text import Text
from walletcase.ui.rule_pack.words import (
    kind_text,
    kinds_text,
    limit_text,
    money_text,
    part_text,
    party_text,
    roll_text,
    unit_text,
    value_text,
)
from walletcase.ui.shell.i18n import translate


@dataclass(frozen=True)
class DetailLine:
    """A label and its text. ``path`` is what services.rules.preview_edit takes, "" where nothing may be changed;
    ``raw`` is what stands in the field then, ``hint`` says what may be written. ``before`` is what the rules had before
    the person changed it, "" if it was not changed.
    """

    label: str
    text: str
    path: str = ""
    raw: str = ""
    hint: str = ""
    before: str = ""


def lines_of(fact: Fact, pack: RulePack, language: str) -> tuple[DetailLine, ...]:
    """Return the lines of a fact; those that hold nothing and can't be changed are left out."""
    teller = {
        Limit: _limit,
        Door: _door,
        WalletClass: _wallet,
        Requirement: _requirement,
        Refusal: _refusal,
        Conflict: _conflict,
        HelpNote: _note,
    }.get(type(fact))
    lines = teller(fact, pack, language) if teller else iter(())  # type: ignore[operator]
    kept = (line for line in lines if line.path or line.text.strip())
    return tuple(_with_before(line, fact, language) for line in kept)


def _with_before(line: DetailLine, fact: Fact, language: str) -> DetailLine:
    edits = dict(fact.source.edited_from)
    part = line.path.rpartition("/")[2]
    if not line.path or part not in edits:
        return line
    before = edits[part]
    if isinstance(fact, Limit) and isinstance(before, int):
        text = unit_text(fact.unit, before)
    elif isinstance(fact, WalletClass) and isinstance(before, str):
        text = money_text(before)
    else:
        text = value_text(before or "", language)
    return replace(line, before=text)


def _line(part: str, text: str) -> DetailLine:
    return DetailLine(part_text(part), text)


def _texts(part: str, fact: object, language: str) -> DetailLine:
    items: tuple[Text, ...] = getattr(fact, part)
    return DetailLine(part_text(part), "\n".join(f"·  {item.get(language)}" for item in items))


def _rule(fact: Limit | Requirement | Refusal | Conflict, language: str) -> DetailLine:
    return _line("authority", f"{fact.authority.get(language)} {fact.article}".strip())


def _limit(fact: Limit, pack: RulePack, language: str) -> Iterator[DetailLine]:
    hint = translate("Rules", "A whole number, counted in {unit}").format(unit=value_text(fact.unit, language))
    yield DetailLine(part_text("amount"), limit_text(fact), f"limit/{fact.key}/amount", str(fact.amount), hint)
    yield _line("trigger", fact.trigger.get(language))
    yield _line("duty", fact.duty.get(language))
    yield _line("party", party_text(fact.party))
    shorter = pack.limit(fact.extends) if fact.extends else None
    if shorter is not None:
        yield _line("extends", f"{shorter.name.get(language)} ({limit_text(shorter)})")
    yield _line("roll", roll_text(fact.roll))
    yield _rule(fact, language)


def _door(fact: Door, pack: RulePack, language: str) -> Iterator[DetailLine]:
    own = f"door/{fact.key}/"
    unknown = translate("Rules", "not known")
    hint = translate("Rules", "As printed on the card or the institution's own site")
    yield DetailLine(part_text("number"), fact.number or unknown, f"{own}number", fact.number, hint)
    hours = fact.hours.get(language) if fact.hours else ""
    yield DetailLine(part_text("hours"), hours or unknown, f"{own}hours", hours)
    yield DetailLine(part_text("address"), fact.address or unknown, f"{own}address", fact.address)
    limit = f"{fact.char_limit:,}" if fact.char_limit else unknown
    hint = translate("Rules", "A whole number; 0 if it is not known")
    raw = str(fact.char_limit) if fact.char_limit else ""
    yield DetailLine(part_text("char_limit"), limit, f"{own}char_limit", raw, hint)
    yield _line("does", fact.does.get(language))
    yield _texts("prepare", fact, language)
    yield _texts("ask_for", fact, language)
    yield _line("institution", fact.institution.replace("|", " · "))


def _wallet(fact: WalletClass, pack: RulePack, language: str) -> Iterator[DetailLine]:
    hint = translate("Rules", "Whole yuan, 'none' for no cap, empty if not known")
    for part in ("balance", "per_payment", "per_day", "per_year"):
        amount: str = getattr(fact, part)
        yield DetailLine(part_text(part), money_text(amount), f"wallet_class/{fact.key}/{part}", amount, hint)
    yield _line("identity", fact.identity.get(language))
    yield _line("interest", fact.interest.get(language))
    yield _line("as_of", fact.as_of)


def _requirement(fact: Requirement, pack: RulePack, language: str) -> Iterator[DetailLine]:
    yield _line("doors", kinds_text(fact.doors))
    only = []
    if fact.on_paper_only:
        only.append(translate("Rules", "on paper only"))
    if fact.agent_only:
        only.append(translate("Rules", "only where somebody acts for you"))
    yield DetailLine(translate("Rules", "Asked for"), " · ".join(only))
    yield _rule(fact, language)


def _refusal(fact: Refusal, pack: RulePack, language: str) -> Iterator[DetailLine]:
    yield _line("says", fact.says.get(language))
    yield DetailLine(translate("Rules", "Refused by"), kinds_text(fact.doors))
    yield _rule(fact, language)


def _conflict(fact: Conflict, pack: RulePack, language: str) -> Iterator[DetailLine]:
    yield _line("pending", kinds_text(fact.pending))
    yield _line("wants", kinds_text(fact.wants))
    refused = translate("Rules", "It will be refused")
    known = translate("Rules", "No refusal, but better known before")
    yield DetailLine(translate("Rules", "What follows"), refused if fact.refuses else known)
    yield _line("says", fact.says.get(language))
    yield _line("quote", fact.quote)
    yield _rule(fact, language)


def _note(fact: HelpNote, pack: RulePack, language: str) -> Iterator[DetailLine]:
    yield _line("text", fact.text.get(language))


def head_of(fact: Fact) -> str:
    """Return the small line above a fact's name."""
    match fact:
        case Limit():
            return party_text(fact.party)
        case Door():
            return kind_text(fact.kind)
        case Conflict():
            return translate("Rules", "Conflict")
        case Refusal():
            return translate("Rules", "Ground of refusal")
        case _:
            return ""
