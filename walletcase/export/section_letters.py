"""The letters that were sent: frozen copies, word for word, each with when, by which way, and its hash."""

from __future__ import annotations

from walletcase.domain.dossiers.document import Depth, LetterPart
from walletcase.domain.letter import LetterLine, LineKind, lines_of
from walletcase.export.context import Desk, Space
from walletcase.export.filler import Entry, Page
from walletcase.export.pieces import Piece, Rule, Table
from walletcase.export.style import ACCENT, BODY_W, HASH, HEAD, SMALL, SUBHEAD, Style

_TITLE = Style(size=14, leading=22, bold=True, align="centre")
_HEADING = Style(size=10.5, leading=17, bold=True)
_BODY = Style(size=9.8, leading=16.2, align="justify")
_SIGN = Style(size=9.8, leading=19, align="right")
_STYLES = {LineKind.TITLE: _TITLE, LineKind.HEADING: _HEADING, LineKind.RIGHT: _SIGN}
_INDENT = "\u3000\u3000"  # two characters, as Chinese letters begin a paragraph


def add_letters(desk: Desk) -> None:
    """Lay out the letters, each from the top of a page."""
    for place, letter in enumerate(desk.dossier.letters):
        _begin(desk, letter, first=place == 0)
        for line in lines_of(letter.body):
            _add_line(desk, letter, line)


def _begin(desk: Desk, letter: LetterPart, *, first: bool) -> None:
    labels, filler = desk.labels, desk.filler
    in_full = desk.dossier.depth is Depth.FULL
    if first:
        desk.part("part_letters", follows=not in_full)
        filler.add(desk.text(labels("letters_intro" if in_full else "letters_brief"), SMALL))
    elif in_full:
        filler.begin(Page(labels("part_letters")))
    anchor = f"letter-{letter.number}"
    name = labels("letter_number", number=letter.number)  # in full the title stands right below, in the letter itself
    if not in_full:
        name = labels("letter_name", number=letter.number, title=letter.title)
    rows = desk.facts([(labels("letter_sent"), letter.sent_on), (labels("letter_via"), letter.via)])
    if letter.contact:
        contact = labels("letter_contact", number=letter.contact)
        rows.append(desk.labelled(labels("part_timeline"), contact, link=f"contact-{letter.contact}"))
    if letter.sha256:
        rows.append(desk.labelled(labels("file_hash"), letter.sha256, strong=HASH.but(leading=13.4)))
    filler.add(desk.text(name, SUBHEAD.but(colour=HEAD.colour)), Table(None, tuple(rows)), gap=14, anchor=anchor)
    filler.outline.append(Entry(desk.setter.fonts.visible(letter.title), anchor, 1, str(letter.number)))
    if letter.is_masked:
        filler.add(desk.text(labels("letter_masked"), SMALL), gap=4)
    if in_full:
        filler.add(Rule(BODY_W, 16, ACCENT, 0.6))


def _add_line(desk: Desk, letter: LetterPart, line: LetterLine) -> None:
    style = _STYLES.get(line.kind, _BODY if letter.language == "zh_CN" else _BODY.but(align="left"))
    indented = line.kind is LineKind.PLAIN and letter.language == "zh_CN"
    piece: Piece = desk.text(_INDENT + line.text if indented else line.text, style)
    desk.filler.add(piece, gap=6 if line.apart else 2)
    if line.kind is LineKind.TITLE:
        desk.filler.add(Space(4))
