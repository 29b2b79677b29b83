"""E-mails of unknown origin: head, text and attachments by the standard library. Child process only.

Nothing is fetched and no HTML is drawn: an e-mail that has only HTML is shown as the words in it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from email import message_from_binary_file
from email.generator import BytesGenerator
from email.header import decode_header
from email.message import Message
from email.policy import Compat32, Policy
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

from walletcase.media.archives import LARGEST_MEMBER_BYTES, Inside
from walletcase.media.faults import CONTENT_FAULTS, TooLarge
from walletcase.media.sayings import clean, said
from walletcase.media.texts import decode_text

LARGEST_BYTES: Final = 64 << 20
MOST_PARTS: Final = 500
DEEPEST: Final = 12
_LONGEST_HEADER: Final = 8_000
_MOST_HTML: Final = 2 << 20
_SHOWN: Final = ("From", "To", "Cc", "Date", "Subject")
_SILENT: Final = frozenset({"script", "style", "title"})
_BREAKS: Final = frozenset({"p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "table", "blockquote", "hr"})
_BLANKS: Final = re.compile(r"\n\s*\n\s*\n+")
_ENDINGS: Final = {"image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif", "application/pdf": ".pdf"}


class _Raw(Compat32):
    """Headers as they stand in the file: the library would put a sign for every byte it does not know."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        return value


def probe(path: Path) -> dict[str, object]:
    """When it says it was sent, from whom, about what."""
    mail = _parsed(path)
    _body, attached = _parts(mail)
    fields = [(name.lower(), _field(mail, name)) for name in ("From", "To", "Subject")]
    return {"made_at": _sent_at(mail), "says": said((*fields, ("holds", str(len(attached) or ""))))}


def preview(path: Path, limit: int) -> str:
    """The head, a line for each attachment, an empty line, the text."""
    mail = _parsed(path)
    body, attached = _parts(mail)
    lines = [f"{name}: {_field(mail, name)}" for name in _SHOWN if _field(mail, name)]
    lines += [f"Attachment: {_attached_name(part, number)}" for number, part in attached]
    text = "" if body is None else _text(body, limit)
    return ("\n".join(lines) + "\n\n" + text)[:limit]


def members(path: Path) -> list[Inside]:
    """The attachments."""
    _body, attached = _parts(_parsed(path))
    return [Inside(number, _attached_name(part, number), len(_bytes(part))) for number, part in attached]


def content(path: Path, number: int) -> Iterator[bytes]:
    """One attachment, decoded."""
    _body, attached = _parts(_parsed(path))
    found = _bytes(dict(attached)[number])
    if len(found) > LARGEST_MEMBER_BYTES:
        raise TooLarge(len(found))
    yield found


def _parsed(path: Path) -> Message:
    if path.stat().st_size > LARGEST_BYTES:
        raise TooLarge(path)
    with path.open("rb") as file:
        return message_from_binary_file(file, _counting(), policy=_Raw())


def _counting() -> Callable[[], Message]:
    """What makes the parts while the file is read, and stops where there are endless ones."""
    made = 0

    def make(policy: Policy = _Raw()) -> Message:  # noqa: B008 - the library asks with one
        nonlocal made
        made += 1
        if made > MOST_PARTS:
            raise TooLarge(made)
        return Message(policy)

    return make


def _parts(mail: Message) -> tuple[Message | None, list[tuple[int, Message]]]:
    """The part that is the letter itself, and the numbered rest. Raises TooLarge for endless nesting."""
    leaves = list(_leaves(mail, 0))
    texts = [part for part in leaves if part.get_content_maintype() == "text" and not _is_attached(part)]
    plain = [part for part in texts if part.get_content_subtype() == "plain"]
    body = next(iter(plain or texts), None)
    shown = {id(part) for part in texts}  # the same letter in HTML is no attachment
    return body, [(number, part) for number, part in enumerate(leaves) if id(part) not in shown]


def _leaves(part: Message, depth: int) -> Iterator[Message]:
    if depth > DEEPEST:
        raise TooLarge(depth)
    inner = part.get_payload()
    # A mail inside a mail is one attachment; what is inside it is its own affair.
    if not isinstance(inner, list) or (depth and part.get_content_maintype() == "message"):
        yield part
        return
    for one in inner:
        if isinstance(one, Message):
            yield from _leaves(one, depth + 1)


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _bytes(part: Message) -> bytes:
    inner = part.get_payload()
    if isinstance(inner, list):  # a mail, or what came with it
        stored = io.BytesIO()
        writer = BytesGenerator(stored, mangle_from_=False, maxheaderlen=0)
        for one in inner:
            if isinstance(one, Message):
                writer.flatten(one)
        return stored.getvalue()
    decoded = part.get_payload(decode=True)
    return decoded if isinstance(decoded, bytes) else b""


def _attached_name(part: Message, number: int) -> str:
    name = clean(_decoded(part.get_filename() or ""))
    if name:
        return name
    inner = part.get_payload()
    if isinstance(inner, list) and inner and isinstance(inner[0], Message):
        return (_field(inner[0], "Subject") or f"mail-{number}")[:120] + ".eml"
    return f"attachment-{number}{_ENDINGS.get(part.get_content_type(), '')}"


def _field(mail: Message, name: str) -> str:
    return clean(_decoded(str(mail.get(name, ""))))


def _decoded(value: str) -> str:
    """A header in words; bytes that name no encoding are guessed, what cannot be read stays as it is."""
    try:
        pieces = decode_header(value[:_LONGEST_HEADER])
    except CONTENT_FAULTS:
        return value
    words = []
    for piece, encoding in pieces:
        if isinstance(piece, str):
            raw = piece.encode("utf-8", errors="surrogateescape")
            words.append(decode_text(raw, len(raw), complete=True) if not piece.isascii() else piece)
            continue
        try:
            words.append(piece.decode(_known(encoding), errors="strict"))
        except (LookupError, UnicodeError):
            words.append(decode_text(piece, len(piece), complete=True))
    return "".join(words)


def _known(encoding: str | None) -> str:
    """GB2312 in a mail means what Windows calls so, which is more."""
    name = (encoding or "unknown").casefold()
    return "gb18030" if name in ("gb2312", "gbk", "x-gbk", "cp936") else name


def _text(part: Message, limit: int) -> str:
    raw = _bytes(part)[:_MOST_HTML]
    try:
        text = raw.decode(_known(part.get_content_charset()), errors="strict")
    except (LookupError, UnicodeError):
        text = decode_text(raw, len(raw), complete=True)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd")
    if part.get_content_subtype() == "html":
        words = _Words()
        words.feed(text)
        text = _BLANKS.sub("\n\n", "".join(words.pieces)).strip()
    return text[:limit]


def _sent_at(mail: Message) -> str:
    try:
        return parsedate_to_datetime(_field(mail, "Date")).replace(tzinfo=None).isoformat()[:19]
    except CONTENT_FAULTS:
        return ""


class _Words(HTMLParser):
    """The words of an HTML text, a line for each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag in _BREAKS:
            self.pieces.append("\n")
        elif tag == "td":
            self.pieces.append("\t")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(" ".join(data.split()) + (" " if data[-1:].isspace() else ""))
