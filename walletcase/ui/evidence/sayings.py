"""What a file says of itself, in words. Anyone can write such things into a file, so they are shown as its claims."""

from __future__ import annotations

from walletcase.domain.evidence import Evidence
from walletcase.ui.evidence import words
from walletcase.ui.shell.i18n import translate


def lines(item: Evidence) -> tuple[str, ...]:
    """Return a line for each thing that an exhibit's file says of itself, its time on the disk last."""
    found = [_line(name, said) for name, said in item.media.says]
    if item.origin.changed_at:
        text = translate("Evidence", "Last changed on disk: {time}")
        found.append(text.format(time=words.moment_text(item.origin.changed_at)))
    return tuple(line for line in found if line)


def holds_files(item: Evidence) -> bool:
    """Return whether other files can be taken out of it."""
    return dict(item.media.says).get("holds", "0") != "0"


def _line(name: str, said: str) -> str:
    if name == "has_place":
        return translate("Evidence", "It holds the place where it was taken")
    if name == "screenshot":
        return translate("Evidence", "It is a screenshot")
    if name == "holds":
        return translate("Evidence", "%n file(s) inside", "", int(said)) if said.isdecimal() else ""
    if name in ("edited", "created"):
        said = words.moment_text(said)
    shape = {
        "camera": translate("Evidence", "Camera: {what}"),
        "software": translate("Evidence", "Program: {what}"),
        "author": translate("Evidence", "Author: {what}"),
        "title": translate("Evidence", "Title: {what}"),
        "subject": translate("Evidence", "Subject: {what}"),
        "from": translate("Evidence", "From: {what}"),
        "to": translate("Evidence", "To: {what}"),
        "edited": translate("Evidence", "Changed: {what}"),
        "created": translate("Evidence", "Made: {what}"),
    }.get(name)
    return shape.replace("{what}", said) if shape else ""
