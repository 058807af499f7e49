"""Has the system itself confine a process, native code and all, where it can: Linux with Landlock.

Files are changed in one folder only, TCP is closed, and no signal reaches a process that was not
started in here. What the system does not know of its newer abilities is left out.
"""

import ctypes
import os
import struct
import sys
from contextlib import suppress
from pathlib import Path

# The same numbers on every kind of processor, but for one that nobody reads plans on.
_CREATE_RULES, _ADD_RULE, _OBEY = 444, 445, 446
_NO_NEW_PRIVILEGES = 38
_ASK_VERSION = 1
_BELOW = 1
_EXECUTE, _WRITE, _READ_FILE, _READ_FOLDER, _TRUNCATE = (1 << bit for bit in (0, 1, 2, 3, 14))
_TCP = 1 << 0 | 1 << 1
_SIGNALS_AND_SOCKETS_OUTSIDE = 1 << 0 | 1 << 1
_RIGHTS = {1: 13, 2: 14, 3: 15}
"""How many rights over files each version knows; later ones add none that are wanted here."""


def confine(folder: Path) -> bool:
    """Confine this process, which has one thread, for good. Says whether the system does it."""
    if sys.platform != "linux":
        return False
    library = ctypes.CDLL(None, use_errno=True)
    version = library.syscall(_CREATE_RULES, None, 0, _ASK_VERSION)
    if version < 1:
        return False
    changes = _changes(version)
    rules = library.syscall(_CREATE_RULES, *_wanted(version, changes), 0)
    if rules < 0:
        return False
    try:
        devices = changes & (_WRITE | _TRUNCATE)
        for place, allowed in ((folder, changes), (Path(os.devnull), devices)):
            _allow(library, rules, place, allowed)
        library.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
        return bool(library.syscall(_OBEY, rules, 0) == 0)
    finally:
        os.close(rules)


def _changes(version: int) -> int:
    """All rights over files but to read and to execute, which everybody keeps everywhere."""
    known = (1 << _RIGHTS.get(version, max(_RIGHTS.values()))) - 1
    return known & ~(_EXECUTE | _READ_FILE | _READ_FOLDER)


def _wanted(version: int, changes: int) -> tuple[bytes, int]:
    fields = [changes]
    if version >= 4:
        fields.append(_TCP)
    if version >= 6:
        fields.append(_SIGNALS_AND_SOCKETS_OUTSIDE)
    packed = struct.pack(f"={len(fields)}Q", *fields)
    return packed, len(packed)


def _allow(library: ctypes.CDLL, rules: int, place: Path, allowed: int) -> None:
    with suppress(OSError):
        handle = os.open(place, os.O_PATH | os.O_CLOEXEC)
        try:
            library.syscall(_ADD_RULE, rules, _BELOW, struct.pack("=Qi", allowed, handle), 0)
        finally:
            os.close(handle)
