"""Runs one command: reads the options, takes the lock where it writes, prints, and turns errors into one line."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from walletcase.cli.commands import COMMANDS, Arguments, Command, Document
from walletcase.cli.options import parser
from walletcase.domain.errors import UserError
from walletcase.infra.paths import Folders, default_data_folder
from walletcase.infra.texts import error_text
from walletcase.services.facade import Services


def main(given: Sequence[str]) -> int:
    """Run one command and return its exit code. Errors are one line on standard error; no traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    language, as_json = _language(given), "--json" in given
    try:
        arguments = parser().parse_args(given)
        return _run(arguments, language, as_json)
    except UserError as error:
        text = error_text(error, language)
        if as_json:
            _print_json({"error": {"code": error.code, "message": text.line}})
        sys.stderr.write(f"walletcase: {text.line}\n")
        return int(error.exit_code)
    except KeyboardInterrupt:
        return 130


def _language(given: Sequence[str]) -> str:
    words = list(given)
    for place, word in enumerate(words):
        if word == "--lang" and words[place + 1 : place + 2] == ["zh_CN"]:
            return "zh_CN"
        if word == "--lang=zh_CN":
            return "zh_CN"
    return "en"


def _run(arguments: Arguments, language: str, as_json: bool) -> int:
    from walletcase.bootstrap import build
    from walletcase.infra.lock import FolderLock

    folders = Folders(getattr(arguments, "data_dir", None) or default_data_folder())
    command, writes = COMMANDS[arguments.command]
    folders.create()
    if not writes:
        return _answer(command, build(folders.data), arguments, language, as_json)
    with FolderLock(folders.lock):
        return _answer(command, build(folders.data), arguments, language, as_json)


def _answer(command: Command, services: Services, arguments: Arguments, language: str, as_json: bool) -> int:
    try:
        document, lines, code = command(services, arguments, language, as_json)
    finally:
        services.close()
    if as_json:
        _print_json(document)
    else:
        for line in lines:
            sys.stdout.write(f"{line}\n")
    return int(code)


def _print_json(document: Document) -> None:
    sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")
