"""No way out of the child process, not even for libraries in C: on Linux the kernel refuses it any internet socket.

Elsewhere (and on kernels or processors not known here) the guard in Python and what the libraries were told remain.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
import sys
from typing import Final

_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2  # prctl(2), linux/prctl.h, linux/seccomp.h
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.EACCES
_LOAD, _IS, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06  # classic BPF: load a word, jump if equal, if at least, end
_CALL, _PROCESSOR, _FIRST_ARGUMENT = 0, 4, 16  # where they lie in struct seccomp_data, on little-endian processors
_AF_INET, _AF_INET6, _AF_PACKET = 2, 10, 17
_IO_URING_SETUP: Final = 425  # with it a socket could be had without asking for one by name
_OTHER_CALLS: Final = 0x40000000  # the x32 calls of x86-64
# By the machine's name: AUDIT_ARCH_…, and the number of the system call socket.
_MACHINES: Final = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}

Step = tuple[int, int, int, int]  # code, jump if true, jump if false, value


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def shut() -> bool:
    """Have this thread, and all that it starts, refused any internet socket from here on. Whether that was possible."""
    known = _MACHINES.get(platform.machine()) if sys.platform == "linux" and sys.maxsize > 2**32 else None
    if known is None:
        return False
    steps = _steps(*known)
    packed = b"".join(struct.pack("=HBBI", *step) for step in steps)
    program = _Program(len(steps), packed)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    return bool(libc.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0) == 0)


def _steps(processor: int, socket: int) -> list[Step]:
    """The filter. A jump counts the steps that are left out."""
    return [
        (_LOAD, 0, 0, _PROCESSOR),
        (_IS, 0, 8, processor),  # else: refuse
        (_LOAD, 0, 0, _CALL),
        (_AT_LEAST, 6, 0, _OTHER_CALLS),  # refuse
        (_IS, 5, 0, _IO_URING_SETUP),  # refuse
        (_IS, 0, 5, socket),  # else: allow
        (_LOAD, 0, 0, _FIRST_ARGUMENT),
        (_IS, 2, 0, _AF_INET),  # refuse
        (_IS, 1, 0, _AF_INET6),  # refuse
        (_IS, 0, 1, _AF_PACKET),  # refuse, else allow
        (_RETURN, 0, 0, _REFUSE),
        (_RETURN, 0, 0, _ALLOW),
    ]
