"""The command `verify`: all there is, one case, a file that may have left the app, a hash printed in a dossier."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from walletcase.cli.words import Words
from walletcase.domain.errors import Exit, UserError
from walletcase.infra.fault_texts import fault_text
from walletcase.services.facade import Services
from walletcase.services.records_check import Problem

Answer = tuple[Mapping[str, Any], Sequence[str], Exit]


def verify(services: Services, arguments: argparse.Namespace, language: str, as_json: bool) -> Answer:
    """Answer `verify [CASE|FILE] [--head SHA256]`. Raises UserError("no_such_case")."""
    words, good = Words(language), list[str]()
    told: dict[str, Any] = {}
    if _is_paper(services, arguments.case):
        problems, left = _paper(services, Path(arguments.case))
        told |= left
        good += [words.say("verify", "left", **left["left"])] if left else []
    else:
        problems = list(services.integrity.verify(arguments.case))
    if arguments.head:
        line = _line_of(services, arguments.head)
        told["head_line"] = line
        if line is None:
            problems.append(Problem("head_unknown", "journal", arguments.head))
        else:
            good.append(words.say("verify", "head", line=line))
    documents = [{"kind": one.kind, "subject": one.subject, "detail": one.detail} for one in problems]
    lines = [*good, *(line for one in problems for line in _lines(one, language))]
    lines += [] if problems or good else [words.say("verify", "ok")]
    return {"ok": not problems, "problems": documents, **told}, lines, Exit.FOUND if problems else Exit.DONE


def _is_paper(services: Services, given: str) -> bool:
    """Whether what was given is a file and no case."""
    if not given or not os.path.lexists(given):
        return False
    try:
        services.cases.find(given)
    except UserError:
        return True
    return False


def _paper(services: Services, file: Path) -> tuple[list[Problem], dict[str, Any]]:
    found = services.integrity.left_as(file)
    if found is None:
        return [Problem("paper_unknown", file.name, "")], {}
    said = found.said
    left = {"line": found.line, "at": said.at, "case": said.case_number, "target": said.detail["target"]}
    return list(found.problems), {"left": left}


def _line_of(services: Services, head: str) -> int | None:
    """The line that has a hash; None also where it can't be relied on: the check names the broken line."""
    try:
        return services.custody.line_of(head)
    except UserError as error:
        if error.code != "journal_broken":
            raise
        return None


def _lines(one: Problem, language: str) -> list[str]:
    text = fault_text(one.kind, one.subject, one.detail, language)
    return [f"{one.kind}  {one.subject}  {one.detail}".rstrip(), f"    {text.what} {text.todo}"]
