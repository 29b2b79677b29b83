"""Read a rule pack from its parsed files, and keep it as canonical JSON. Pure: the caller opens files.

A pack is a folder of TOML files; FILES says which tables each may hold. The tables follow the dataclasses of
walletcase.domain.rules.pack. Stored packs are the same tables merged into one JSON object.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping

from walletcase.domain.rules.checks import check, check_given
from walletcase.domain.rules.pack import RulePack
from walletcase.domain.rules.readers import (
    read_conflict,
    read_door,
    read_help,
    read_limit,
    read_product,
    read_refusal,
    read_requirement,
    read_route,
    read_wallet_class,
    read_wording,
)
from walletcase.domain.rules.table import PackTable, pack_fault
from walletcase.domain.rules.writer import plain_pack

HEAD = "pack.toml"
FILES: Mapping[str, tuple[str, ...]] = {
    HEAD: (),
    "limits.toml": ("limit",),
    "doors.toml": ("door",),
    "routes.toml": ("product", "route"),
    "conflicts.toml": ("conflict",),
    "wallets.toml": ("wallet_class",),
    "materials.toml": ("requirement",),
    "refusals.toml": ("refusal",),
    "wording.toml": ("wording",),
    "help.toml": ("help",),
}
_HEAD_KEYS = ("key", "version", "name", "published_on")
_KEY = re.compile(r"[a-z][a-z0-9_-]*")
_VERSION = re.compile(r"\d{1,6}(\.\d{1,6}){0,3}", re.ASCII)


def read_pack_texts(texts: Mapping[str, str]) -> RulePack:
    """Read a pack from the text of each of its files, by file name. A file that is not there has no tables.

    Raises UserError("rules_invalid", file, key, expected) for the first fault found.
    """
    parsed: dict[str, Mapping[str, object]] = {}
    for name, text in texts.items():
        try:
            parsed[name] = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            pack_fault(name, "-", f"valid TOML: {error}")
    return read_pack_files(parsed)


def read_pack_files(files: Mapping[str, Mapping[str, object]]) -> RulePack:
    """Read a pack from its parsed files. Raises UserError("rules_invalid")."""
    if HEAD not in files:
        pack_fault(HEAD, "-", "the file that names the pack: key, version, name, published_on")
    merged: dict[str, object] = {}
    for name, data in files.items():
        if name not in FILES:
            pack_fault(name, "-", f"one of the files: {', '.join(FILES)}")
        known = _HEAD_KEYS if name == HEAD else FILES[name]
        strange = next((key for key in data if key not in known), None)
        if strange is not None:
            pack_fault(name, strange, f"no such key; known here: {', '.join(known)}")
        merged.update(data)
    pack = read_pack(merged)
    check_given(pack)
    return pack


def read_pack(data: Mapping[str, object]) -> RulePack:
    """Read a pack from all its tables in one mapping, and check it whole.

    Raises UserError("rules_invalid", file, key, expected) for the first fault found.
    """
    file_of = {table: name for name, tables in FILES.items() for table in tables}
    strange = next((key for key in data if key not in file_of and key not in _HEAD_KEYS), None)
    if strange is not None:
        pack_fault(HEAD, strange, f"no such key; known here: {', '.join(_HEAD_KEYS)}")
    head = PackTable({key: data[key] for key in _HEAD_KEYS if key in data}, HEAD)

    def tables(name: str) -> list[PackTable]:
        return PackTable({name: data[name]}, file_of[name]).pack_tables(name) if name in data else []

    pack = RulePack(
        key=head.key(pattern=_KEY),
        version=head.key("version", _VERSION),
        name=head.both("name"),
        published_on=head.day("published_on"),
        limits=tuple(read_limit(table) for table in tables("limit")),
        doors=tuple(read_door(table) for table in tables("door")),
        products=tuple(read_product(table) for table in tables("product")),
        routes=tuple(read_route(table) for table in tables("route")),
        conflicts=tuple(read_conflict(table) for table in tables("conflict")),
        wallet_classes=tuple(read_wallet_class(table) for table in tables("wallet_class")),
        requirements=tuple(read_requirement(table) for table in tables("requirement")),
        refusals=tuple(read_refusal(table) for table in tables("refusal")),
        wordings=tuple(read_wording(table) for table in tables("wording")),
        help=tuple(read_help(table) for table in tables("help")),
    )
    check(pack)
    return pack


def dump_pack(pack: RulePack) -> str:
    """Return a pack as canonical JSON: the same pack always gives the same text."""
    return json.dumps(plain_pack(pack), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def load_pack(content: str) -> RulePack:
    """Return the pack that ``dump_pack`` wrote. Raises UserError("rules_invalid")."""
    try:
        data = json.loads(content)
    except (json.JSONDecodeError, RecursionError) as error:
        pack_fault(HEAD, "-", f"valid JSON: {error}")
    if not isinstance(data, dict):
        pack_fault(HEAD, "-", "an object")
    return read_pack(data)
