"""What text a field may hold, how it is kept and how it is shown. Values are text: nothing typed is ever rounded."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from walletcase.domain.demands import Demand, dump_demands, parse_demands, read_demands
from walletcase.domain.errors import UserError
from walletcase.domain.flow.playbook import Choice, Field, FieldKind
from walletcase.domain.formats import as_date, as_money, as_phone, as_time

MAX_TEXT = 500
MAX_LONG_TEXT = 20_000
MAX_CONTACTS = 50

# Control characters (but tab and new line) and halves of broken pairs: no database, page or file can hold them all.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_LONG = (FieldKind.LONG_TEXT, FieldKind.CONTACTS, FieldKind.DEMANDS)
_PATTERNED = {
    FieldKind.DATE: (as_date, "bad_date"),
    FieldKind.TIME: (as_time, "bad_time"),
    FieldKind.PHONE: (as_phone, "bad_phone"),
    FieldKind.MONEY: (as_money, "bad_money"),
}


@dataclass(frozen=True, slots=True)
class Contact:
    """One person in a field of kind contacts. Any part may be empty, but not all."""

    name: str = ""
    role: str = ""
    phone: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written down."""
        return not (self.name or self.role or self.phone)


def parse_contacts(text: str) -> tuple[Contact, ...]:
    """Return the people in the text of a contacts field. Raises UserError("bad_value") if it is not such a text."""
    contacts = _contacts(text)
    if contacts is None:
        raise UserError("bad_value", field="contacts", expected="bad_contacts")
    return contacts


def dump_contacts(contacts: Sequence[Contact]) -> str:
    """Return the text that holds these people: a JSON list of {name, role, phone}, "" for none. Empty rows go."""
    rows = [asdict(contact) for contact in map(_tidy, contacts) if not contact.is_empty]
    return json.dumps(rows, ensure_ascii=False) if rows else ""


def problem_with(field: Field, text: str) -> str | None:
    """Return the code of what is wrong with ``text``, None if it is good. Empty is always good."""
    return _read(field, text)[1]


def canonical(field: Field, text: str) -> str:
    """Return ``text`` as it is kept: ISO date, HH:MM, 1234.50, a choice's key. Doing it twice changes nothing.

    A choice may also be given by its text in either language. Raises UserError("bad_value", field, expected), expected
    being the code of problem_with().
    """
    kept, problem = _read(field, text)
    if problem is not None:
        raise UserError("bad_value", field=field.key, expected=problem)
    return kept


def shown(field: Field, text: str, language: str) -> str:
    """Return how a value is printed: ￥1,234.50, a choice's text, one person a line. A bad value shows as it is.

    A name that the playbook knows in both languages is printed in the reader's, whichever of them is kept.
    """
    kept, problem = _read(field, text)
    if problem is not None or not kept:
        return text
    if field.known is not None and kept in (field.known.zh, field.known.en):
        return field.known.get(language)
    if field.kind is FieldKind.MONEY:
        return _yuan(kept)
    if field.kind is FieldKind.CHOICE:
        return next(choice.text.get(language) for choice in field.choices if choice.key == kept)
    if field.kind is FieldKind.CONTACTS:
        return "\n".join(_line(contact, language) for contact in parse_contacts(kept))
    if field.kind is FieldKind.DEMANDS:
        return "\n".join(shown_demand(demand, language) for demand in parse_demands(kept))
    return kept


def findable(field: Field, text: str) -> str:
    """Return what of a value can be searched: the words of a list, without the marks that keep it together."""
    if field.kind is FieldKind.CONTACTS and (contacts := _contacts(text)):
        return "\n".join(" ".join(part for part in (one.name, one.role, one.phone) if part) for one in contacts)
    if field.kind is FieldKind.DEMANDS:
        parts = ((one.text, one.amount, one.by_on, one.fallback) for one in parse_demands(text))
        return "\n".join(" ".join(part for part in one if part) for one in parts)
    if field.kind is FieldKind.CHOICE:  # in the words that are read, in both languages
        chosen = next((choice.text for choice in field.choices if choice.key == text), None)
        return f"{chosen.zh} {chosen.en}" if chosen else text
    return text


def _read(field: Field, text: str) -> tuple[str, str | None]:
    """The text to keep and the code of what is wrong with it."""
    cleaned = _clean(text)
    if not cleaned:
        return "", None
    if len(cleaned) > (MAX_LONG_TEXT if field.kind in _LONG else MAX_TEXT):
        return cleaned, "too_long"
    if field.kind in _PATTERNED:
        tidy, problem = _PATTERNED[field.kind]
        good = tidy(cleaned)
        return (cleaned, problem) if good is None else (good, None)
    if field.kind is FieldKind.CHOICE:
        choice = _choice(field.choices, cleaned)
        return (cleaned, "bad_choice") if choice is None else (choice.key, None)
    if field.kind is FieldKind.CONTACTS:
        return _read_contacts(cleaned)
    if field.kind is FieldKind.DEMANDS:
        return _read_demands(cleaned)
    return (cleaned if field.kind is FieldKind.LONG_TEXT else _one_line(cleaned)), None


def _read_contacts(text: str) -> tuple[str, str | None]:
    contacts = _contacts(text)
    if contacts is None:
        return text, "bad_contacts"
    dumped = dump_contacts(contacts)
    return (dumped, None) if len(dumped) <= MAX_LONG_TEXT else (text, "too_long")


def _read_demands(text: str) -> tuple[str, str | None]:
    demands = read_demands(text)
    if demands is None:
        return text, "bad_demands"
    dumped = dump_demands(demands)
    return (dumped, None) if len(dumped) <= MAX_LONG_TEXT else (text, "too_long")


def _clean(text: str) -> str:
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _one_line(text: str) -> str:
    """Lines joined by a space; the spaces inside a line are the person's own."""
    lines = (line.strip() for line in text.replace("\t", " ").splitlines())
    return " ".join(line for line in lines if line)


def _choice(choices: Sequence[Choice], text: str) -> Choice | None:
    by_key = next((choice for choice in choices if choice.key == text), None)
    return by_key or next((choice for choice in choices if text in (choice.text.zh, choice.text.en)), None)


def _contacts(text: str) -> tuple[Contact, ...] | None:
    cleaned = _clean(text)
    if not cleaned:
        return ()
    try:
        rows = json.loads(cleaned)
    except (ValueError, RecursionError):
        return None
    if not isinstance(rows, list) or len(rows) > MAX_CONTACTS:
        return None
    contacts = [_contact(row) for row in rows]
    good = tuple(contact for contact in contacts if contact is not None)
    if len(good) < len(contacts):
        return None
    return tuple(contact for contact in good if not contact.is_empty)


def _contact(row: object) -> Contact | None:
    if not isinstance(row, dict) or not row.keys() <= {"name", "role", "phone"}:
        return None
    if not all(isinstance(value, str) and len(value) <= MAX_TEXT for value in row.values()):
        return None
    return _tidy(Contact(**row))


def _tidy(contact: Contact) -> Contact:
    """One line each. A phone number that is not one (yet) stays as typed: half a number is better than none."""
    name, role, phone = (_one_line(_clean(part)) for part in (contact.name, contact.role, contact.phone))
    return Contact(name, role, as_phone(phone) or phone)


def _line(contact: Contact, language: str) -> str:
    if language == "zh_CN":
        role = f"（{contact.role}）" if contact.role and contact.name else contact.role
        return " ".join(part for part in (contact.name + role, contact.phone) if part)
    role = f" ({contact.role})" if contact.role and contact.name else contact.role
    return ", ".join(part for part in (contact.name + role, contact.phone) if part)


def shown_demand(demand: Demand, language: str) -> str:
    """Return a demand on one line: what is asked, how much and by when in brackets, then what would do instead."""
    amount = _yuan(demand.amount) if demand.amount and as_money(demand.amount) == demand.amount else demand.amount
    details = [part for part in (amount, demand.by_on) if part]
    inside = "，".join(details) if language == "zh_CN" else ", ".join(details)
    bracketed = (f"（{inside}）" if language == "zh_CN" else f" ({inside})") if inside and demand.text else inside
    return " / ".join(part for part in (demand.text + bracketed, demand.fallback) if part)


def _yuan(kept: str) -> str:
    yuan, cents = kept.split(".")
    return f"￥{int(yuan):,}.{cents}"
