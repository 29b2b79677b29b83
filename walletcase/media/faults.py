"""What can be wrong with a file, as the child process sees it."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from email.errors import MessageError
from xml.parsers.expat import ExpatError


class Unsupported(Exception):  # noqa: N818 - a fact about the file, not a failure of ours
    """No reader for this kind of file."""


class Encrypted(Exception):  # noqa: N818
    """A password is needed."""


class TooLarge(Exception):  # noqa: N818
    """More pixels, bytes or members than will be looked at."""


class TooManyPages(TooLarge):
    """More pages than a dossier takes of one exhibit."""


# What the decoding libraries raise for bytes that are not what they claim to be: they document little of it, so this
# is every built-in kind that says something about data, and none that says something about the program's end.
CONTENT_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    BufferError,
    EOFError,
    ExpatError,
    LookupError,
    MessageError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    lzma.LZMAError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)
