"""Letters as text, PDF and Word files: the ways out of the app. Nothing unfilled takes any of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Protocol

from walletcase.domain.custody import LeftBy, What, exhibits_named
from walletcase.domain.errors import Exit, UserError
from walletcase.domain.ids import CaseId
from walletcase.domain.letter import Letter, is_intact
from walletcase.services.context import Context
from walletcase.services.dossier_options import Rendered
from walletcase.services.dossiers import Files
from walletcase.services.leaving import Left, note_left
from walletcase.services.letter_rows import checked, letter_of

ENDINGS = (".pdf", ".docx", ".txt")


class LetterRenderer(Protocol):
    """Makes files of letters."""

    def pdf(self, letter: Letter, out: Path) -> Rendered:
        """Write a letter as PDF to ``out``. Raises OSError."""

    def docx(self, letter: Letter, out: Path) -> None:
        """Write a letter as a Word file to ``out``. Raises OSError."""


class LetterFiles:
    """Use cases on letters that leave the app."""

    def __init__(self, context: Context, renderer: LetterRenderer, files: Files) -> None:
        self._context = context
        self._renderer = renderer
        self._files = files

    def preview(self, case_id: CaseId, letter_id: int, out: Path) -> Rendered:
        """Draw a letter for the screen, gaps and all.

        Raises UserError: no_such_letter, target_unwritable, disk_full.
        """
        return self._render(self._letter(case_id, letter_id), out)

    def text(self, case_id: CaseId, letter_id: int) -> str:
        """Return a letter's words for the clipboard.

        Raises UserError: no_such_letter, letter_unfilled, letter_empty, letter_altered.
        """
        return checked(self._ready(case_id, letter_id).body)

    def for_printer(self, case_id: CaseId, letter_id: int, out: Path) -> Rendered:
        """Write a letter for the printer. Raises UserError as text does, target_unwritable, disk_full."""
        return self._render(self._ready(case_id, letter_id), out)

    def export(self, case_id: CaseId, letter_id: int, target: Path) -> Rendered | None:
        """Write a letter to a file of the person's choice, by its ending .pdf, .docx or .txt, whole or not at all.

        Raises UserError as for_printer does, export_format, left_unnoted.
        """
        letter = self._ready(case_id, letter_id)
        kind = target.suffix.lower()
        made: Rendered | None = None
        if kind == ".pdf":
            made = self._render(letter, target)
        elif kind == ".docx":
            self._files.write_whole(target, lambda path: self._renderer.docx(letter, path))
        elif kind == ".txt":
            text = checked(letter.body) + "\n"
            self._files.write_whole(target, lambda path: _write(path, text))
        else:
            raise UserError("export_format", ending=kind or target.name, offered=", ".join(ENDINGS))
        self._note(letter, LeftBy.EXPORT, target.name, made.sha256 if made else "")
        return made

    def handed_over(self, case_id: CaseId, letter_id: int, way: LeftBy, target: str = "") -> None:
        """Note in the journal that a letter left the app by the clipboard or a printer.

        Raises UserError: no_such_letter, left_unnoted.
        """
        self._note(self._letter(case_id, letter_id), way, target, "")

    def _note(self, letter: Letter, way: LeftBy, target: str, sha256: str) -> None:
        kind = "letter_exported" if way is LeftBy.EXPORT else "left_app"
        left = Left(way, What.LETTER, target, sha256, str(letter.seq))
        note_left(self._context, letter.case_id, exhibits_named(letter.body), left, kind)

    def _render(self, letter: Letter, out: Path) -> Rendered:
        made: list[Rendered] = []
        self._files.write_whole(out, lambda path: made.append(self._renderer.pdf(letter, path)))
        return replace(made[0], path=out)

    def _letter(self, case_id: CaseId, letter_id: int) -> Letter:
        with self._context.store.read() as unit:
            return letter_of(unit, case_id, letter_id)

    def _ready(self, case_id: CaseId, letter_id: int) -> Letter:
        """A letter as it may leave: filled in, and if it was sent, still what was sent."""
        letter = self._letter(case_id, letter_id)
        checked(letter.body)
        if not is_intact(letter):
            raise UserError("letter_altered", exit_code=Exit.REFUSED, letter=letter.title or letter.seq)
        return letter


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
