"""The dossier as PDF: one set of bytes for preview, file and printer. The same record gives the same bytes."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from walletcase.domain.case import CaseRecord
from walletcase.domain.dossiers.audience import Audience
from walletcase.domain.dossiers.document import Dossier, Part
from walletcase.domain.errors import Cancelled
from walletcase.export.archival import About
from walletcase.export.assemble import Added, ExhibitLost, assemble
from walletcase.export.attached import attachments
from walletcase.export.context import Desk
from walletcase.export.filler import Entry, Filler
from walletcase.export.fonts import FindFonts, FontBook, no_fonts
from walletcase.export.labels import Labels, load_labels
from walletcase.export.painting import paint, paint_one
from walletcase.export.para import Setter
from walletcase.export.plan import Blobs, Decoder, Plan, Planner
from walletcase.export.section_cover import CONTENTS, add_cover, contents_pages
from walletcase.export.section_evidence import add_index, add_notes, problem_lines
from walletcase.export.section_exhibits import Insert, add_exhibits
from walletcase.export.section_hashes import add_hashes
from walletcase.export.section_letters import add_letters
from walletcase.export.section_matters import add_claims, add_deadlines, add_demands
from walletcase.export.section_parties import add_parties
from walletcase.export.section_record import add_steps, add_summary, add_timeline
from walletcase.export.section_verify import add_verify
from walletcase.services.dossier_options import DossierOptions, Glimpse, Rendered, dossier_of
from walletcase.services.hashing import sha256_of
from walletcase.services.ports import IsCancelled, Progress


class PdfDossiers:
    """Implements services.dossiers.DossierRenderer."""

    def __init__(
        self, resources: Path, blobs: Blobs, decoder: Decoder, find_fonts: FindFonts = no_fonts
    ) -> None:
        """``resources`` is the folder with fonts, labels and the colour profile."""
        self._resources = resources
        self._blobs = blobs
        self._decoder = decoder
        self._find_fonts = find_fonts

    def render(
        self,
        record: CaseRecord,
        options: DossierOptions,
        out: Path,
        progress: Progress,
        cancelled: IsCancelled,
        glimpse: Glimpse | None = None,
    ) -> Rendered:
        """Write the dossier of a case to ``out``, which must not exist.

        Raises Cancelled, OSError (no space, no permission); ``out`` does not exist then.
        """
        told = dossier_of(record, options)
        labels = load_labels(self._resources / "i18n" / "dossier.toml", told.dossier.language)
        fonts = FontBook(self._resources / "fonts", self._find_fonts)
        profile = (self._resources / "colour" / "sRGB.icc").read_bytes()
        attaches = options.attaches and options.audience is Audience.SELF
        work = _Work(progress, cancelled, len(told.dossier.exhibits), attaches=attaches)
        try:
            with tempfile.TemporaryDirectory(prefix=".dossier-", dir=out.parent) as temp:
                planner = Planner(self._blobs, self._decoder, Path(temp))
                desk, plans = _write(told.dossier, planner, labels, fonts, profile, out, work, glimpse)
            sha256 = sha256_of(out, work.check)
        except BaseException:
            out.unlink(missing_ok=True)
            raise
        work.finish()
        made = Rendered(
            out,
            len(desk.filler.pages),
            sha256,
            tuple(problem_lines(desk, plans)),
            tuple(fonts.substituted),
            secrets=told.secrets,
            exhibit_pages=_exhibit_pages(desk, plans),
        )
        return _with_contents(made, told.dossier, options, attaches=attaches)


def _with_contents(made: Rendered, dossier: Dossier, options: DossierOptions, *, attaches: bool) -> Rendered:
    """What is said of a dossier, with whom it is for and which exhibits it shows."""
    return replace(
        made,
        exhibits=tuple(exhibit.number for exhibit in dossier.exhibits),
        with_pages=Part.EXHIBITS in options.parts,
        with_files=attaches and bool(dossier.exhibits),
        audience=options.audience,
        withheld=tuple(exhibit.number for exhibit in dossier.exhibits if exhibit.withheld),
    )


def _exhibit_pages(desk: Desk, plans: dict[int, Plan]) -> tuple[tuple[int, int, int], ...]:
    """Where the exhibits are that show what is in them."""
    anchors = desk.filler.anchors
    shown = (number for number, plan in plans.items() if not plan.problem)
    return tuple((n, anchors[f"exhibit-{n}"], anchors[f"exhibit-{n}-end"]) for n in shown)


@dataclass
class _Work:
    """Progress and cancelling: one step for looking at each exhibit, one for writing it, two for the text."""

    progress: Progress
    cancelled: IsCancelled
    exhibits: int
    done: int = 0
    attaches: bool = False  # the originals as files inside

    @property
    def total(self) -> int:
        return 2 * self.exhibits + 2

    def check(self) -> None:
        """Raise Cancelled if the person cancelled."""
        if self.cancelled():
            raise Cancelled

    def step(self, done: int) -> None:
        """Report steps done."""
        self.check()
        if done > self.done:
            self.done = done
            self.progress(done, self.total)

    def writing(self, part: float) -> None:
        """Report how much of the file is written, 0 to 1."""
        self.step(self.exhibits + 1 + int(part * self.exhibits))

    def finish(self) -> None:
        """Report the end."""
        self.progress(self.total, self.total)


def _about(dossier: Dossier, labels: Labels) -> About:
    language = "zh-CN" if dossier.language == "zh_CN" else "en"
    return About(
        title=f"{labels('kicker')} · {dossier.title}",
        subject=f"{labels('case_number')} {dossier.number}",
        language=language,
        made_at=dossier.as_of,
    )


def _plans(dossier: Dossier, planner: Planner, work: _Work) -> dict[int, Plan]:
    plans: dict[int, Plan] = {}
    if not dossier.has(Part.EXHIBITS):
        return plans
    for done, exhibit in enumerate(dossier.exhibits):
        work.step(done)
        plans[exhibit.number] = planner.plan(exhibit)
    return plans


def _write(
    dossier: Dossier, planner: Planner, labels: Labels, fonts: FontBook, profile: bytes, out: Path, work: _Work,
    glimpse: Glimpse | None,
) -> tuple[Desk, dict[int, Plan]]:  # fmt: skip
    """Lay out and write; again from the start, with a notice instead, if an exhibit turns out bad on the way."""
    about = _about(dossier, labels)
    while True:
        plans = _plans(dossier, planner, work)
        desk = Desk(dossier, labels, Setter(fonts), Filler(work.check), work.check)
        inserts = _lay_out(desk, plans, work)
        if glimpse is not None:
            _show(desk, inserts, about, profile, glimpse)
        base = paint(desk, work.check)
        try:
            files = attachments(dossier, planner, labels) if work.attaches else []
            assemble(base, Added(inserts, files), about, profile, out, work.writing)
        except ExhibitLost as lost:
            if not planner.reject(lost.path, lost.reason):
                raise OSError(f"cannot read back {lost.path.name}") from lost
        else:
            return desk, plans


def _show(desk: Desk, inserts: list[Insert], about: About, profile: bytes, glimpse: Glimpse) -> None:
    """Write the page that is wanted before the rest; what hinders it will be told of the whole."""
    at = min(glimpse.page, len(desk.filler.pages) - 1)
    own = [Insert(0, insert.name, insert.source) for insert in inserts if insert.page == at]
    with suppress(ExhibitLost, OSError):
        assemble(paint_one(desk, at), Added(own), about, profile, glimpse.out, lambda _: None)
        glimpse.ready()


def _lay_out(desk: Desk, plans: dict[int, Plan], work: _Work) -> list[Insert]:
    """Lay out every page in one pass; the contents come last and are bound in after the cover."""
    inserts: list[Insert] = []
    add_cover(desk)
    sections: dict[Part, Callable[[], None]] = {
        Part.SUMMARY: lambda: add_summary(desk),
        Part.PARTIES: lambda: add_parties(desk),
        Part.CLAIMS: lambda: add_claims(desk),
        Part.DEMANDS: lambda: add_demands(desk),
        Part.DEADLINES: lambda: add_deadlines(desk),
        Part.LETTERS: lambda: add_letters(desk),
        Part.STEPS: lambda: add_steps(desk),
        Part.TIMELINE: lambda: add_timeline(desk),
        Part.INDEX: lambda: add_index(desk, plans),
        Part.EXHIBITS: lambda: inserts.extend(add_exhibits(desk, list(plans.values()))),
        Part.HASHES: lambda: add_hashes(desk),
        Part.VERIFY: lambda: add_verify(desk),
        Part.NOTES: lambda: add_notes(desk, plans),
    }
    for part in desk.dossier.parts:
        work.check()
        sections[part]()
    added = _bind_contents(desk)
    work.step(len(plans) + 1)
    return [Insert(i.page + added, i.name, i.source) for i in inserts]


def _bind_contents(desk: Desk) -> int:
    filler = desk.filler
    pages = contents_pages(desk, filler.outline)
    filler.anchors = {name: page + (len(pages) if page > 1 else 0) for name, page in filler.anchors.items()}
    filler.anchors[CONTENTS] = 2
    filler.pages[1:1] = pages
    filler.outline.insert(1, Entry(desk.labels("part_contents"), CONTENTS, 0))
    return len(pages)
