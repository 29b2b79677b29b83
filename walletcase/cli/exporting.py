"""`export` and `import`: what leaves the app by the command line, and what comes back."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from typing import Any

from walletcase.cli.output import complain
from walletcase.cli.words import Words
from walletcase.domain.case import CaseRecord
from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.dossiers.document import Depth, fit_inside
from walletcase.domain.errors import Exit, UserError
from walletcase.domain.links import Use, UseKind
from walletcase.services.dossier_options import DossierOptions, Rendered
from walletcase.services.dossiers import CHRONOLOGIES, ENDINGS
from walletcase.services.facade import Services

_FOR = {"--about": (".pdf", ".zip", *CHRONOLOGIES), "--depth": (".pdf", ".zip"), "--originals": (".pdf", ".zip")}
_KINDS = {"fact": UseKind.CLAIM, "demand": UseKind.DEMAND}


def export(
    services: Services, arguments: argparse.Namespace, language: str, as_json: bool
) -> tuple[Mapping[str, Any], Sequence[str], Exit]:
    """Write what the target's ending says."""
    case = services.cases.find(arguments.case)
    _refuse_unfit(arguments)
    if arguments.to.suffix.lower() == ".ics":
        if arguments.audience != Audience.SELF.value:
            raise UserError("only_for_self")
        dates = services.reminders.export_ics(case.id, arguments.to, language)
        return {"case": case.number, "file": str(arguments.to), "dates": dates}, [str(arguments.to)], Exit.DONE
    if arguments.to.suffix.lower() == ".json":
        services.case_files.export(case.id, arguments.to, Audience(arguments.audience))
        return {"case": case.number, "file": str(arguments.to)}, [str(arguments.to)], Exit.DONE
    write = services.packs.export if arguments.to.suffix.lower() == ".zip" else services.dossiers.export
    made = write(case.id, arguments.to, _options(services.cases.open(case.id), arguments, language))
    document: dict[str, Any] = {"case": case.number, "file": str(arguments.to)}
    words = Words(language)
    if made is not None:
        document |= _facts(made)
        for problem in made.problems:
            complain(problem)
        if made.unread:
            complain(words.say("export", "unread", numbers=", ".join(map(str, made.unread))))
        if made.kept_back:
            complain(words.say("export", "kept_back", numbers=", ".join(map(str, made.kept_back))))
        if arguments.audience == Audience.PUBLIC.value:
            complain(words.say("export", "look_first"))  # a window can see to it that somebody looked; a script can't
    return document, [str(arguments.to)], Exit.DONE


def import_(
    services: Services, arguments: argparse.Namespace, language: str, as_json: bool
) -> tuple[Mapping[str, Any], Sequence[str], Exit]:
    """Take a case in; one whose files are not all here is taken in too, and that is said."""
    imported, _ = services.case_files.import_(arguments.file)
    if imported.missing:
        complain(Words(language).say("import", "missing", numbers=", ".join(map(str, imported.missing))))
    number = imported.case.number
    document = {"case": number, "was": imported.was, "missing": list(imported.missing)}
    return document, [number], Exit.FOUND if imported.missing else Exit.DONE


def _refuse_unfit(arguments: argparse.Namespace) -> None:
    """Raise UserError("export_choice") for an option that the target's ending has no use for: silence would mislead."""
    ending = arguments.to.suffix.lower()
    given = {"--about": bool(arguments.about), "--depth": arguments.depth != Depth.FULL.value}
    given["--originals"] = arguments.originals == "yes"
    for option, offered in _FOR.items():
        if given[option] and ending in ENDINGS and ending not in offered:
            raise UserError("export_choice", option=option, ending=ending, offered=", ".join(offered))


def _options(record: CaseRecord, arguments: argparse.Namespace, language: str) -> DossierOptions:
    attaches = {"yes": True, "no": False}.get(arguments.originals)
    return DossierOptions(
        language=language,
        audience=Audience(arguments.audience),
        attaches=fit_inside(record.evidence) if attaches is None else attaches,
        depth=Depth(arguments.depth),
        about=_matter(record, arguments.about) if arguments.about else None,
    )


def _matter(record: CaseRecord, text: str) -> Use:
    """The matter named by a kind and its number in the case. Raises UserError("no_such_matter")."""
    kind, _, number = text.partition(":")
    claims = sorted((one for one in record.claims if not one.trashed_at), key=lambda one: one.seq)
    keys = {"fact": [str(one.id) for one in claims], "demand": [one.key for one in record.demands]}.get(kind, [])
    if not number.isascii() or not number.isdecimal() or not 1 <= int(number) <= len(keys):
        raise UserError("no_such_matter", matter=text)
    return Use(_KINDS[kind], keys[int(number) - 1])


def _facts(made: Rendered) -> dict[str, Any]:
    return {
        "pages": made.pages,
        "sha256": made.sha256,
        "problems": list(made.problems),
        "substituted": list(made.substituted),
        "unread": list(made.unread),
        "kept_back": list(made.kept_back),
    }
