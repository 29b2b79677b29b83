"""What can be typed after `walletcase`."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from walletcase import __version__
from walletcase.domain.case import Filter
from walletcase.domain.door_kind import DoorKind
from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.dossiers.document import Depth
from walletcase.domain.errors import UserError

LANGUAGES = ("zh_CN", "en")
COMMAND_NAMES = (
    "sample", "playbooks", "new", "list", "show", "set", "step", "log", "attach", "search",
    "deadlines", "count", "check", "letters", "letter", "export", "import", "verify",
)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line and lets main choose the exit code. An option is written out or not at all."""

    def __init__(self, **how: Any) -> None:
        super().__init__(allow_abbrev=False, **how)

    def error(self, message: str) -> NoReturn:
        raise UserError("bad_option", message=message.rstrip(".") + ".")


def _shared() -> _Parser:
    shared = _Parser(add_help=False)
    shared.add_argument("--data-dir", type=Path, default=argparse.SUPPRESS, help="folder that holds the data")
    shared.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help="language of the output")
    shared.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print one JSON document")
    return shared


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    shared = _shared()
    top = _Parser(prog="walletcase", parents=[shared], description="Run your own complaint, without a window.")
    top.add_argument("--version", action="version", version=f"walletcase {__version__}")
    commands = top.add_subparsers(dest="command", required=True, parser_class=_Parser)

    def command(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=text, description=text, parents=[shared])

    command("sample", "add the sample case (fictitious data, real files)")
    books = command("playbooks", "list the playbooks with their steps and fields; add or take out your own")
    books.add_argument("--add", type=Path, metavar="FILE", help="check a playbook file and keep it, then list")
    books.add_argument("--remove", default="", metavar="KEY", help="take one of your own out, then list")
    new = command("new", "make a case and print its number")
    new.add_argument("--title", required=True)
    new.add_argument("--playbook", default="")
    new.add_argument("--set", dest="values", metavar="KEY=VALUE", action="append", default=[])
    listing = command("list", "list the cases")
    listing.add_argument("--filter", choices=[f.value for f in Filter], default=Filter.ALL.value)
    command("show", "show a whole case").add_argument("case")
    setting = command("set", "set fields of a case")
    setting.add_argument("case")
    setting.add_argument("values", metavar="KEY=VALUE", nargs="+")
    _add_step(command("step", "finish, skip or reopen a step"))
    _add_log(command("log", "log a contact"))
    _add_attach(command("attach", "add files as evidence"))
    command("search", "search all cases").add_argument("text")
    _add_deadlines(command("deadlines", "list the deadlines of a case, each with its rule, count and source"))
    _add_count(command("count", "count days: the last day of a term, and the days behind it"))
    export = command("export", "write dossier (.pdf), pack (.zip), chronology (.docx .csv), dates (.ics), data (.json)")
    export.add_argument("case")
    _add_target(export)
    command("import", "take in a case from an exported file (.json .zip)").add_argument("file", type=Path)
    _add_check(command("check", "tell what is missing, contradictory or unproven before filing"))
    _add_letters(command("letters", "list the letters of a case, and which kinds fit now"), command("letter", _LETTER))
    _add_verify(command("verify", "check files, journal and database; or whether a file is one that left this app"))
    return top


_LETTER = "compose a letter, keep it as a draft and print it or write it to a file"


def _add_check(checking: argparse.ArgumentParser) -> None:
    checking.add_argument("case")
    doors = [kind.value for kind in DoorKind]
    checking.add_argument("--door", choices=doors, default="", help="for which kind of door (default: the next one)")


def _add_letters(listing: argparse.ArgumentParser, letter: argparse.ArgumentParser) -> None:
    listing.add_argument("case")
    letter.add_argument("case")
    letter.add_argument("kind", metavar="KIND", help="complaint, reminder, review …: `letters` lists them")
    letter.add_argument("--in", dest="written_in", choices=LANGUAGES, default="zh_CN", help="language of the letter")
    letter.add_argument("--door", default="", metavar="KEY", help="to which door of the rules (default: the likeliest)")
    letter.add_argument("--to", type=Path, default=None, metavar="FILE", help=".pdf, .docx or .txt")


def _add_verify(verify: argparse.ArgumentParser) -> None:
    verify.add_argument("case", metavar="CASE|FILE", nargs="?", default="", help="a case, or a dossier or letter (PDF)")
    verify.add_argument("--head", default="", metavar="SHA256", help="a hash printed in a dossier: is it a line here?")


def _add_attach(attach: argparse.ArgumentParser) -> None:
    attach.add_argument("case")
    attach.add_argument("files", metavar="FILE", nargs="+", type=Path)
    for option in ("--title", "--proves", "--source"):
        attach.add_argument(option)


def _add_deadlines(due: argparse.ArgumentParser) -> None:
    due.add_argument("case")
    due.add_argument("--today", default="", metavar="DATE", help="judge them as of this day")


def _add_count(counting: argparse.ArgumentParser) -> None:
    counting.add_argument("start", metavar="START", help="the day it starts on, which does not count")
    counting.add_argument("number", metavar="N", type=int)
    unit = counting.add_mutually_exclusive_group(required=True)
    unit.add_argument("--calendar", action="store_true", help="calendar days")
    unit.add_argument("--working", action="store_true", help="working days, make-up days included")
    counting.add_argument("--roll", action="store_true", help="move a last day that is a holiday")


def _add_target(export: argparse.ArgumentParser) -> None:
    export.add_argument("--to", required=True, type=Path)
    kinds = [one.value for one in Audience]
    export.add_argument(
        "--originals", choices=("auto", "yes", "no"), default="auto",
        help="put the files into the dossier, for oneself only (auto: up to 100 MB)",
    )  # fmt: skip
    export.add_argument(
        "--about", default="", metavar="fact:N|demand:N", help="only what concerns the Nth stated fact, or demand"
    )
    depths = [depth.value for depth in Depth]
    export.add_argument("--depth", choices=depths, default=Depth.FULL.value, help="all that is recorded, or in brief")
    export.add_argument("--audience", choices=kinds, default=Audience.SELF.value, help="who reads it")


def _add_step(step: argparse.ArgumentParser) -> None:
    step.add_argument("case")
    step.add_argument("step")
    how = step.add_mutually_exclusive_group(required=True)
    how.add_argument("--done", action="store_true")
    how.add_argument("--skip", metavar="REASON")
    how.add_argument("--reopen", action="store_true")
    how.add_argument("--repeat", action="store_true", help="start the next round of a step that is done")
    step.add_argument("--outcome", default="", help="how the step ended, with --done (default: not said)")


def _add_log(log: argparse.ArgumentParser) -> None:
    log.add_argument("case")
    log.add_argument("--channel", required=True)
    log.add_argument("--at", required=True, help="2026-11-22 14:05, or a date alone")
    log.add_argument("--summary", required=True)
    log.add_argument("--counterpart", default="")
    log.add_argument("--reference", default="")
    log.add_argument("--promised-by", default="", metavar="DATE")
    log.add_argument("--answer", action="store_true", help="the other side has answered with this contact")


def named(given: Sequence[str]) -> tuple[str, bool]:
    """Return the language and whether JSON is asked for, even where the rest can't be read: errors need both."""
    words = list(given)
    options = words[: words.index("--")] if "--" in words else words
    language = "en"
    for place, word in enumerate(options):
        option, sign, value = word.partition("=")
        if option == "--lang":
            value = value if sign else "".join(options[place + 1 : place + 2])
            language = value if value in LANGUAGES else language
    return language, "--json" in options


def wants_command(given: Sequence[str]) -> bool:
    """Return whether arguments name a command (or ask for help); else they are for the window."""
    skip = False
    for word in given:
        if skip:
            skip = False
        elif word in ("--data-dir", "--lang"):
            skip = True
        elif word in ("-h", "--help", "--version"):
            return True
        elif not word.startswith("-"):
            return word in COMMAND_NAMES or not os.path.lexists(word)  # a mistyped command is told as one
    return "--json" in given
