"""What can be wrong with a file, as the child process sees it."""

from __future__ import annotations

import struct
import zlib


class Unsupported(Exception):  # noqa: N818 - a fact about the file, not a failure of ours
    """No reader for this kind of file."""


class Encrypted(Exception):  # noqa: N818
    """A password is needed."""


class TooLarge(Exception):  # noqa: N818
    """More pixels than will be decoded."""


# What the decoding libraries raise for bytes that are not what they claim to be: they document little of it, so this
# is every built-in kind that says something about data, and none that says something about the program's end.
CONTENT_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    BufferError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
