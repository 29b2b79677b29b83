"""Every place where something can leave the app is known, and says whether the journal is told of it.

A new call fails here until it stands in the table: what shows or names an exhibit must be noted, whoever writes it.
"""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2] / "walletcase"
# Ways out: to the clipboard, to another program, to a printer, to a file of the person's choice, by a drag.
CALLS = frozenset({"openUrl", "QPrinter", "QDrag", "write_whole", "getSaveFileName", "clipboard"})
TELLS = ("note(", "note_left(", "note_left_as(", "handed_over(")

# What the journal is told of: exhibits, or words that name them.
NOTED = {
    ("services/case_files.py", "write_whole"): 1,
    ("services/dossiers.py", "write_whole"): 3,
    ("services/letter_files.py", "write_whole"): 3,
    ("services/packs.py", "write_whole"): 1,
    ("services/visits.py", "write_whole"): 1,
    ("ui/evidence/deeds.py", "write_whole"): 1,
    ("ui/evidence/deeds.py", "openUrl"): 1,
    ("ui/evidence/text_leaving.py", "clipboard"): 5,
    ("ui/letters/paper.py", "clipboard"): 1,
    ("ui/wizard/tools/base.py", "clipboard"): 1,
}
# What shows no exhibit, and why it is no business of custody.
OTHERS = {
    ("ui/evidence/fields.py", "clipboard"): (1, "reads what is pasted"),
    ("ui/evidence/view.py", "clipboard"): (1, "reads what is pasted"),
    ("ui/window/journeys.py", "clipboard"): (1, "reads what is pasted"),
    ("ui/wizard/fields_base.py", "clipboard"): (1, "reads what is pasted"),
    ("ui/wizard/new_case.py", "clipboard"): (1, "reads what is pasted"),
    ("infra/playbooks.py", "write_whole"): (1, "into the data folder"),
    ("services/custody.py", "write_whole"): (2, "a request for a time stamp and its proof hold a hash"),
    ("services/reminders.py", "write_whole"): (1, "dates; noted as exported by the service"),
    ("ui/check/doors.py", "clipboard"): (1, "an authority's number"),
    ("ui/deadlines/calculator.py", "clipboard"): (1, "a date"),
    ("ui/evidence/facts.py", "clipboard"): (1, "a hash"),
    ("ui/evidence/gallery.py", "QDrag"): (1, "ids that only this app reads; no file goes along"),
    ("ui/evidence/word_states.py", "clipboard"): (1, "a command for the optional part"),
    ("ui/facts/cards.py", "clipboard"): (1, "a reference or phone number"),
    ("ui/case_page/header.py", "clipboard"): (1, "a reference number"),
    ("ui/shell/dialogs.py", "clipboard"): (1, "details of a fault"),
    ("ui/shell/dialogs.py", "getSaveFileName"): (1, "only asks where to"),
    ("ui/shell/paper/printing.py", "QPrinter"): (1, "tells its job's owner, who notes it"),
    ("ui/shell/paper/targets.py", "openUrl"): (1, "its callers note what they open, or noted it as exported"),
    ("ui/timeline/view.py", "clipboard"): (1, "words of a contact"),
    ("ui/window/files_check.py", "clipboard"): (1, "the list of faults that were found"),
    ("ui/window/stamps.py", "clipboard"): (1, "a hash"),
    ("ui/window/journeys.py", "openUrl"): (1, "the data folder; what another program does there nobody sees"),
}


def ways_out(source: str) -> list[str]:
    """Return each call in a module by which something can leave the app."""
    found: list[str] = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in CALLS:
            found.append(name)
    return found


def found_in_app() -> Counter[tuple[str, str]]:
    """Return how often each module has each way out."""
    found: Counter[tuple[str, str]] = Counter()
    for file in sorted(ROOT.rglob("*.py")):
        name = file.relative_to(ROOT).as_posix()
        found.update((name, way) for way in ways_out(file.read_text(encoding="utf-8")))
    return found


def test_every_way_out_is_known() -> None:
    known = {**NOTED, **{place: count for place, (count, _) in OTHERS.items()}}
    assert dict(found_in_app()) == known


def test_what_shows_an_exhibit_tells_the_journal() -> None:
    silent = {
        module
        for module, _ in NOTED
        if not any(word in (ROOT / module).read_text(encoding="utf-8") for word in TELLS)
    }
    assert silent == set()


def test_those_who_print_say_what_was_printed() -> None:
    """What prints a file, and PrintOnce, are told what to do once a page has gone out; nobody leaves that out."""
    for module in ("ui/dossier/on_paper.py", "ui/letters/paper.py", "ui/wizard/tools/visit.py"):
        source = (ROOT / module).read_text(encoding="utf-8")
        assert "LeftBy.PRINT" in source, module
    users = {
        file.relative_to(ROOT).as_posix()
        for file in ROOT.rglob("*.py")
        if "job_for(" in (text := file.read_text(encoding="utf-8")) or "PrintOnce(" in text
    }
    assert users == {
        "ui/dossier/on_paper.py",
        "ui/letters/paper.py",
        "ui/wizard/tools/visit.py",
        "ui/shell/paper/print_once.py",
        "ui/shell/paper/spooling.py",
    }


def test_a_way_out_is_seen() -> None:
    source = "board = QApplication.clipboard()\nself._files.write_whole(t, f)\nlabel.setText('no')\nQDrag(self)"
    assert sorted(ways_out(source)) == ["QDrag", "clipboard", "write_whole"]
