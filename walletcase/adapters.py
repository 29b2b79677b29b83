"""What the use cases are given of media and export: imported when it is first needed, so that a start stays light."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from walletcase.domain.case import CaseRecord
from walletcase.domain.evidence import MediaFacts
from walletcase.domain.letter import Letter
from walletcase.domain.picture_rows import PictureRows
from walletcase.domain.text import Text
from walletcase.domain.writing.facts import LetterFacts
from walletcase.domain.writing.kinds import LetterKind
from walletcase.infra import resources
from walletcase.infra.paths import Folders
from walletcase.media.made_memory import MadeMemory, RememberingPreviewer
from walletcase.media.page_reader import PageReader
from walletcase.media.previewer import Previewer
from walletcase.media.redactor import Redactor
from walletcase.media.row_memory import MeasuringPreviewer, RowMemory
from walletcase.media.sniff import media_type
from walletcase.media.thumbnails import ThumbnailCache
from walletcase.services.dossier_options import DossierOptions, Glimpse, Rendered, dossier_of
from walletcase.services.ports import IsCancelled, Progress, Vault
from walletcase.services.reminders import CalendarEvent

if TYPE_CHECKING:
    from walletcase.export.letter_texts import LetterTexts


class Media:
    """Implements services.ports.Probe and Pictures over the child processes that look at files.

    What the person looks at has a child of its own: it doesn't wait for a slow file that is being stored.
    """

    def __init__(self, folders: Folders) -> None:
        self.row_memory = RowMemory()
        self.made_memory = MadeMemory(folders.temp / "made")
        self.previewer = MeasuringPreviewer(self.row_memory)
        self._viewer = Previewer()
        self._listener = Previewer()  # a slow page must not make a sound stumble
        self.reader = PageReader()
        self.redactor = Redactor()
        self._thumbnails = ThumbnailCache(folders.thumbnails, self.previewer)

    def media_type(self, path: Path, name: str) -> str:
        return media_type(path, name)

    def probe(self, path: Path, media_type: str) -> MediaFacts:
        return self.previewer.probe(path, media_type)

    def thumbnail(self, sha256: str, path: Path, media_type: str, box_px: int) -> bytes | None:
        return self._thumbnails.thumbnail(sha256, path, media_type, box_px)

    def page(self, path: Path, media_type: str, page_no: int, width_px: int) -> bytes | None:
        return self._viewer.page(path, media_type, page_no, width_px)

    def text(self, path: Path, media_type: str) -> str | None:
        return self._viewer.text(path, media_type)

    def sound(self, path: Path, media_type: str, from_ms: int) -> bytes | None:
        return self._listener.sound(path, media_type, from_ms)

    def rows(self, path: Path, media_type: str, page_no: int = 0, width_px: int = 0) -> PictureRows | None:
        return self.previewer.rows(path, media_type, page_no, width_px)

    def close(self) -> None:
        """End the child processes."""
        self.previewer.close()
        self._viewer.close()
        self._listener.close()
        self.reader.close()
        self.redactor.close()
        self.made_memory.close()


class DossierMaker:
    """Implements services.dossiers.DossierRenderer; reportlab and pikepdf are imported when a dossier is made."""

    def __init__(self, vault: Vault, media: Media) -> None:
        self._vault = vault
        self._media = media

    def render(
        self,
        record: CaseRecord,
        options: DossierOptions,
        out: Path,
        progress: Progress,
        cancelled: IsCancelled,
        glimpse: Glimpse | None = None,
    ) -> Rendered:
        from walletcase.export.dossier_pdf import PdfDossiers
        from walletcase.export.system_fonts import SystemFonts, usual_folders

        # A child of its own: the pictures on the screen do not wait for a dossier in the making.
        with RememberingPreviewer(self._media.row_memory, self._media.made_memory) as decoder:
            fonts = SystemFonts(usual_folders(sys.platform, Path.home(), os.environ))
            dossiers = PdfDossiers(resources.folder(), self._vault, decoder, fonts)
            return dossiers.render(record, options, out, progress, cancelled, glimpse)


class LetterWriter:
    """Implements services.letters.LetterWriter; the templates and their engine are read when they are first needed."""

    @cached_property
    def _texts(self) -> LetterTexts:
        from walletcase.export.letter_texts import LetterTexts

        return LetterTexts(resources.path("letters"))

    @property
    def kinds(self) -> Sequence[LetterKind]:
        return self._texts.kinds

    @property
    def names(self) -> Mapping[str, Text]:
        return self._texts.names

    @property
    def recipients(self) -> Mapping[str, Text]:
        return self._texts.recipients

    @property
    def words(self) -> Mapping[str, Text]:
        return self._texts.words

    def compose(self, kind: LetterKind, facts: LetterFacts, char_limit: int = 0) -> str:
        return self._texts.compose(kind, facts, char_limit)


class LetterRenderer:
    """Implements services.letter_files.LetterRenderer; what it needs is imported when a letter is made."""

    def pdf(self, letter: Letter, out: Path) -> Rendered:
        from walletcase.export.letter_pdf import PdfLetters
        from walletcase.export.system_fonts import SystemFonts, usual_folders

        fonts = SystemFonts(usual_folders(sys.platform, Path.home(), os.environ))
        return PdfLetters(resources.path("fonts"), resources.path("i18n", "dossier.toml"), fonts).render(letter, out)

    def docx(self, letter: Letter, out: Path) -> None:
        from walletcase.export.letter_docx import write_docx

        write_docx(letter, out)


class CalendarMaker:
    """Implements services.reminders.CalendarMaker; icalendar is imported when a calendar file is made."""

    def make(self, events: Sequence[CalendarEvent], made_at: datetime, language: str, *, with_private: bool) -> bytes:
        from walletcase.export.calendar_ics import CalendarFile

        maker = CalendarFile(resources.path("i18n", "calendar.toml"))
        return maker.make(events, made_at, language, with_private=with_private)


def sample_data() -> tuple[Mapping[str, Any], Path]:
    """Return the sample case and the folder of its files."""
    return resources.toml("sample", "case.toml"), resources.path("sample")


def visit_words() -> Mapping[str, Text]:
    """Return the words of the sheet for a visit."""
    return {key: Text(**words) for key, words in resources.toml("i18n", "visit.toml").items()}


def pack_tools(is_own: bool) -> Mapping[str, bytes]:
    """Return the files that evidence packs hold: how to check it, what checks it; in one's own, what case.json is."""
    names = ("README.txt", "verify.py", *(("CASE_JSON.md",) if is_own else ()))
    return {name: resources.path("pack", name).read_bytes() for name in names}


def write_chronology(record: CaseRecord, options: DossierOptions, kind: str, out: Path) -> None:
    """Write a case's chronology to ``out``; ``kind`` is ".csv" or ".docx". Raises OSError."""
    from walletcase.export import chronology
    from walletcase.export.labels import load_labels

    dossier = dossier_of(record, options).dossier
    labels = load_labels(resources.path("i18n", "dossier.toml"), dossier.language)
    chronology.write(dossier, labels, kind, out)
