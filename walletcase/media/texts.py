"""Characters from bytes of unknown encoding: UTF-8, UTF-16, GB18030 (what Chinese Windows writes), else Latin."""

from __future__ import annotations

import codecs
import re
from typing import Final

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins like the UTF-16 mark, so it comes first
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Text has tabs, line ends, form feeds and terminal escapes, and no other control character.
_CONTROL: Final = re.compile(r"[\x00-\x07\x0b\x0e-\x1a\x1c-\x1f\x7f]")
# Chinese, its punctuation, full-width forms, kana, and what is printable below U+0250.
_ORDINARY: Final = re.compile(
    r"[\t\n\f\r -~\u00a0-\u024f\u2010-\u22ff\u2460-\u27bf\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]"
)
_LEAST_ORDINARY = 0.9
_LEAST_ZEROS = 0.01
_LEAST_ASCII = 0.95


def guess_encoding(head: bytes, *, complete: bool) -> str | None:
    """The Python codec that reads ``head`` as text, or None if it is not text.

    ``complete`` is False when ``head`` is only the beginning of the file, so that a character cut at its end is no
    fault.
    """
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return encoding if _decoded(head, encoding, complete=complete) is not None else None
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030"):
        text = _decoded(head, encoding, complete=complete)
        if text is not None and _plausible(head, text, encoding):
            return encoding
    return "latin-1" if _mostly_ascii(head) else None


def decode_text(data: bytes, limit: int, *, complete: bool) -> str:
    """At most ``limit`` characters of ``data``, line ends as ``\\n``; what cannot be read becomes U+FFFD."""
    encoding = guess_encoding(data, complete=complete) or "utf-8"
    text = data.decode(encoding, errors="replace")
    if not complete:
        text = text.rstrip("\ufffd")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd")[:limit]


def _decoded(data: bytes, encoding: str, *, complete: bool) -> str | None:
    try:
        return codecs.getincrementaldecoder(encoding)("strict").decode(data, complete)
    except UnicodeError:
        return None


def _plausible(data: bytes, text: str, encoding: str) -> bool:
    if _CONTROL.search(text):
        return False
    if encoding == "utf-8":
        return True
    # Nearly any bytes decode as UTF-16 or GB18030, so the characters must also be ones that people write. UTF-16
    # without a mark is believed only if it shows in its zero bytes: real text has digits, spaces and line ends.
    if encoding.startswith("utf-16") and data.count(0) < _LEAST_ZEROS * len(data):
        return False
    return len(_ORDINARY.findall(text)) >= _LEAST_ORDINARY * len(text)


def _mostly_ascii(data: bytes) -> bool:
    ascii_text = data.decode("ascii", errors="ignore")
    return not _CONTROL.search(ascii_text) and len(ascii_text) >= _LEAST_ASCII * len(data)
