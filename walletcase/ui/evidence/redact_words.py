"""The words of redaction."""

from __future__ import annotations

from walletcase.domain.evidence import Evidence
from walletcase.domain.sensitive import SecretKind, Sensitive
from walletcase.services.redaction import Redacted
from walletcase.ui.evidence.words import stamp
from walletcase.ui.shell.i18n import translate

_SHOWN = 4
_MOST_NAMED = 6


def kind_text(kind: SecretKind) -> str:
    """Return a kind of suggestion in words."""
    return {
        SecretKind.ID_NUMBER: translate("Redact", "ID numbers"),
        SecretKind.CARD: translate("Redact", "Bank cards"),
        SecretKind.PHONE: translate("Redact", "Phone numbers"),
        SecretKind.ACCOUNT: translate("Redact", "Account numbers"),
        SecretKind.NAME: translate("Redact", "Names"),
        SecretKind.CONTACT: translate("Redact", "Addresses"),
    }[kind]


def short(value: str) -> str:
    """Return a long number by its ends: 3101…0021."""
    solid = "".join(value.split())
    is_long = len(solid) > 2 * _SHOWN + 2 and any(sign.isdigit() for sign in solid)
    return f"{solid[:_SHOWN]}…{solid[-_SHOWN:]}" if is_long else value


def suggestion_text(one: Sensitive, page_count: int) -> str:
    """Return a suggestion as one line, with its page where there are several."""
    if page_count < 2:
        return short(one.found)
    page = translate("Redact", "page {n}").format(n=one.boxes[0].page_no + 1)
    return f"{short(one.found)} · {page}"


def count_text(boxes: int, pages: int) -> str:
    """Return how many boxes there are, and on how many pages."""
    if not boxes:
        return translate("Redact", "Nothing covered yet")
    text = translate("Redact", "%n box(es)", "", boxes)
    return text if pages < 2 else f"{text} · {translate('Redact', '%n page(s)', '', pages)}"


def copy_title(item: Evidence) -> str:
    """Return the title of a redacted copy."""
    return translate("Redact", "{title} (redacted)").format(title=item.title)


def copy_stem(item: Evidence) -> str:
    """Return the file name of a redacted copy, without its ending: the old name may hold what was covered."""
    return translate("Redact", "exhibit-{n}-redacted").format(n=item.exhibit_no)


def stage_text(done: int) -> str:
    """Return what is being done after so many steps."""
    if done == 0:
        return translate("Redact", "Burning the boxes into a new file and searching it…")
    return translate("Redact", "Reading the covered pages again…")


def searched_text(done: Redacted) -> str:
    """Return what the search of the copy found: nothing, of what."""
    places = translate("Redact", "its pixels, its words, what it says of itself, files and pictures inside it")
    if not done.searched:
        return translate("Redact", "The copy was opened again and searched: the boxes are solid in {places}.").format(
            places=translate("Redact", "every pixel, and nothing else came along")
        )
    named = ", ".join(short(value) for value in done.searched[:_MOST_NAMED])
    if len(done.searched) > _MOST_NAMED:
        named += translate("Redact", " and {n} more").format(n=len(done.searched) - _MOST_NAMED)
    text = translate("Redact", "The copy was opened again and searched: nothing of {what} was found in {places}.")
    return text.format(what=named, places=places)


def read_text(done: Redacted) -> str:
    """Return whether a machine read the copy again."""
    if done.engine:
        return translate(
            "Redact", "A machine read the covered pages once more: at your boxes it could make out nothing."
        )
    if done.searched:
        return translate(
            "Redact", "No machine could read the covered pages once more: please look at the copy once yourself."
        )
    return translate(
        "Redact", "The words under the boxes are not known to the app: please look at the copy once yourself."
    )


def open_text(done: Redacted) -> str:
    """Return where the same words still stand, "" where they don't."""
    if not done.open_pages:
        return ""
    pages = ", ".join(str(page_no + 1) for page_no in done.open_pages)
    text = translate("Redact", "Outside your boxes the same words can still be read on page {pages}.")
    return text.format(pages=pages)


def end_heading(done: Redacted) -> str:
    """Return that the copy is there."""
    return translate("Redact", "The redacted copy is {exhibit}").format(exhibit=stamp(done.item.exhibit_no))


def end_original(item: Evidence) -> str:
    """Return that the original is as it was."""
    return translate("Redact", "The original, {exhibit}, is untouched, and the two are linked.").format(
        exhibit=stamp(item.exhibit_no)
    )
