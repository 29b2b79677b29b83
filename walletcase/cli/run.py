"""Runs one command: reads the options, takes the lock where it writes, prints, and turns errors into one line."""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from pathlib import Path

from walletcase.cli import output
from walletcase.cli.commands import COMMANDS, Arguments, Command
from walletcase.cli.options import named, parser
from walletcase.cli.words import Words
from walletcase.domain.errors import Exit, UserError
from walletcase.infra import logs
from walletcase.infra.paths import Folders, default_data_folder
from walletcase.infra.texts import error_text
from walletcase.services.facade import Services

_LOG = logging.getLogger(__name__)
_INTERRUPTED = 130


def main(given: Sequence[str]) -> int:
    """Run one command and return its exit code. Errors are one line on standard error; no traceback."""
    output.prepare()
    language, as_json = named(given)
    try:
        return _run(parser().parse_args(given), language, as_json)
    except UserError as error:
        return _refuse(error, language, as_json)
    except BrokenPipeError:  # whoever read the output has seen enough
        output.drop_the_rest()
        return Exit.REFUSED
    except KeyboardInterrupt:
        return _INTERRUPTED


def _refuse(error: UserError, language: str, as_json: bool) -> int:
    text = error_text(error, language).line
    output.complain(text)
    try:
        if as_json:
            output.say_json({"error": {"code": error.code, "message": output.shortened(text)}})
    except OSError:
        output.drop_the_rest()
    return int(error.exit_code)


def _run(arguments: Arguments, language: str, as_json: bool) -> int:
    given = getattr(arguments, "data_dir", None)
    folders = Folders(Path(os.path.expanduser(given)) if given else default_data_folder())
    try:
        folders.create()
    except OSError as error:
        raise UserError("store_unwritable", exit_code=Exit.REFUSED, folder=folders.data) from error
    try:
        return _run_in(folders, arguments, language, as_json)
    except (UserError, BrokenPipeError):
        raise
    except Exception as error:
        logs.start(folders.logs)
        _LOG.exception("bug in the command %s", arguments.command)
        raise UserError("bug_logged", exit_code=Exit.REFUSED, file=logs.file(folders.logs)) from error


def _run_in(folders: Folders, arguments: Arguments, language: str, as_json: bool) -> int:
    from walletcase.bootstrap import build
    from walletcase.infra.lock import FolderLock

    command, writes = COMMANDS[arguments.command]
    if not writes:
        return _answer(command, build(folders.data), arguments, language, as_json)
    with FolderLock(folders.lock):
        return _answer(command, build(folders.data), arguments, language, as_json)


def _answer(command: Command, services: Services, arguments: Arguments, language: str, as_json: bool) -> int:
    try:
        document, lines, code = command(services, arguments, language, as_json)
    finally:
        services.close()
    if services.secrets.take_count():
        output.complain(Words(language).say("secret", "left_out"))
    try:
        if as_json:
            output.say_json(document)
        else:
            for line in lines:
                output.say(line)
    except BrokenPipeError:
        raise
    except OSError as error:
        output.drop_the_rest()
        raise UserError("output_failed", exit_code=Exit.REFUSED, reason=error.strerror or error) from error
    return int(code)
