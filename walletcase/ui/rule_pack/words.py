"""The window's words for what a rule pack holds."""

from __future__ import annotations

from walletcase.domain.door_kind import DoorKind
from walletcase.domain.rules.diff import Difference
from walletcase.domain.rules.pack import Limit, Party, Roll, RouteStop, Source, Unit
from walletcase.domain.text import Text
from walletcase.services.rulebook import EDITED, IMPORTED, ROLLED_BACK, SHIPPED
from walletcase.ui.shell.i18n import translate


def unit_text(unit: Unit, amount: int) -> str:
    """Return an amount with what it counts: 15 calendar days."""
    return {
        Unit.CALENDAR: translate("Rules", "%n calendar day(s)", "", amount),
        Unit.WORKING: translate("Rules", "%n working day(s)", "", amount),
        Unit.YEARS: translate("Rules", "%n year(s)", "", amount),
    }[unit]


def party_text(party: Party) -> str:
    """Return who acts."""
    return {
        Party.BANK: translate("Rules", "Bank or institution"),
        Party.PAYMENT_INSTITUTION: translate("Rules", "Payment institution"),
        Party.REGULATOR: translate("Rules", "Authority"),
        Party.PERSON: translate("Rules", "You"),
        Party.OTHER: translate("Rules", "Others"),
    }[party]


def roll_text(roll: Roll) -> str:
    """Return what becomes of a last day on a holiday."""
    return {
        Roll.YES: translate("Rules", "moves to the day after the holiday"),
        Roll.NO: translate("Rules", "stays as it is"),
        Roll.UNSETTLED: translate("Rules", "the rule does not say: both days are shown"),
    }[roll]


def kind_text(kind: DoorKind) -> str:
    """Return what sort of place a door is."""
    return {
        DoorKind.HOTLINE: translate("Rules", "Hotline"),
        DoorKind.BRANCH: translate("Rules", "Branch"),
        DoorKind.ONLINE: translate("Rules", "Online"),
        DoorKind.SUPERIOR: translate("Rules", "Superior branch"),
        DoorKind.NFRA: translate("Rules", "Financial regulator"),
        DoorKind.PBOC: translate("Rules", "Central bank"),
        DoorKind.SAMR: translate("Rules", "Market regulator"),
        DoorKind.PETITION: translate("Rules", "Petition"),
        DoorKind.MEDIATION: translate("Rules", "Mediation"),
        DoorKind.ASSOCIATION: translate("Rules", "Consumer association"),
        DoorKind.ARBITRATION: translate("Rules", "Arbitration"),
        DoorKind.COURT: translate("Rules", "Court"),
        DoorKind.POLICE: translate("Rules", "Police"),
        DoorKind.PUBLIC_POST: translate("Rules", "Public post"),
    }[kind]


def kinds_text(kinds: tuple[DoorKind, ...]) -> str:
    """Return several of them on one line."""
    return " · ".join(kind_text(kind) for kind in kinds)


def money_text(amount: str) -> str:
    """Return yuan as kept in a pack: ￥10,000, no cap, not known."""
    if amount == "none":
        return translate("Rules", "no cap")
    return f"￥{int(amount):,}" if amount else translate("Rules", "not known")


def revision_text(kind: str) -> str:
    """Return how a state of the rules came about."""
    return {
        SHIPPED: translate("Rules", "Came with the app"),
        IMPORTED: translate("Rules", "Imported"),
        EDITED: translate("Rules", "Changed by you"),
        ROLLED_BACK: translate("Rules", "Gone back"),
    }.get(kind, kind)


def difference_text(kind: Difference) -> str:
    """Return what happened to a fact."""
    return {
        Difference.ADDED: translate("Rules", "Added"),
        Difference.REMOVED: translate("Rules", "Removed"),
        Difference.CHANGED: translate("Rules", "Changed"),
    }[kind]


def table_text(table: str) -> str:
    """Return what kind of fact a table holds."""
    return {
        "limit": translate("Rules", "Time limit"),
        "door": translate("Rules", "Channel"),
        "product": translate("Rules", "Product"),
        "route": translate("Rules", "Route"),
        "conflict": translate("Rules", "Conflict"),
        "wallet_class": translate("Rules", "Wallet class"),
        "requirement": translate("Rules", "What to hand in"),
        "refusal": translate("Rules", "Ground of refusal"),
        "wording": translate("Rules", "Wording"),
        "help": translate("Rules", "Note"),
    }.get(table, table)


def part_text(part: str) -> str:
    """Return what one part of a fact is called."""
    return {**_limit_parts(), **_other_parts()}.get(part, part)


def _limit_parts() -> dict[str, str]:
    return {
        "name": translate("Rules", "Name"),
        "amount": translate("Rules", "Length"),
        "unit": translate("Rules", "Counted in"),
        "trigger": translate("Rules", "Starts when"),
        "duty": translate("Rules", "By its end"),
        "party": translate("Rules", "Who has to act"),
        "roll": translate("Rules", "Last day on a holiday"),
        "authority": translate("Rules", "Rule"),
        "article": translate("Rules", "Article"),
        "source": translate("Rules", "Source"),
        "extends": translate("Rules", "Prolongs"),
    }


def _other_parts() -> dict[str, str]:
    return {
        "number": translate("Rules", "Number"),
        "address": translate("Rules", "Address"),
        "hours": translate("Rules", "Hours"),
        "char_limit": translate("Rules", "Characters its form takes"),
        "does": translate("Rules", "What it does"),
        "prepare": translate("Rules", "Have ready"),
        "ask_for": translate("Rules", "Ask for"),
        "institution": translate("Rules", "Only for"),
        "identity": translate("Rules", "Identity check"),
        "balance": translate("Rules", "Balance"),
        "per_payment": translate("Rules", "Per payment"),
        "per_day": translate("Rules", "Per day"),
        "per_year": translate("Rules", "Per year"),
        "as_of": translate("Rules", "As of"),
        "interest": translate("Rules", "Interest and insurance"),
        "says": translate("Rules", "What it says"),
        "quote": translate("Rules", "In its own words"),
        "doors": translate("Rules", "Asked for by"),
        "wants": translate("Rules", "When filing with"),
        "pending": translate("Rules", "While it is with"),
        "text": translate("Rules", "Note"),
        "stops": translate("Rules", "Doors in order"),
        "patterns": translate("Rules", "Words"),
        "instead": translate("Rules", "Better"),
        "replacement": translate("Rules", "Replaced by"),
        "why": translate("Rules", "Why"),
    }


def value_text(value: object, language: str) -> str:
    """Return one part of a fact in words, as a diff shows it."""
    match value:
        case Text():
            return value.get(language)
        case Source():
            return _source_text(value, language)
        case Party():
            return party_text(value)
        case Roll():
            return roll_text(value)
        case DoorKind():
            return kind_text(value)
        case Unit():
            return {
                Unit.CALENDAR: translate("Rules", "calendar days"),
                Unit.WORKING: translate("Rules", "working days"),
                Unit.YEARS: translate("Rules", "years"),
            }[value]
        case bool():
            return translate("Rules", "yes") if value else translate("Rules", "no")
        case tuple():
            return " · ".join(value_text(item, language) for item in value) or "–"
        case None | "":
            return "–"
    return kind_text(value.kind) if isinstance(value, RouteStop) else str(value)


def _source_text(source: Source, language: str) -> str:
    mark = translate("Rules", "confirmed") if source.confirmed else translate("Rules", "to be verified")
    return f"{source.text.get(language)} ({source.checked_on}, {mark})"


def limit_text(limit: Limit) -> str:
    """Return a limit's length."""
    return unit_text(limit.unit, limit.amount)
