"""Forbids a process what no reading of a document needs: the network, programs, other folders.

The interpreter asks before it does any of these, so what is forbidden does not happen. Native
libraries do not ask; that they do nothing of the kind is tested by watching their system calls.
"""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

_NEVER = (
    "socket.",
    "os.exec",
    "os.system",
    "os.posix_spawn",
    "os.fork",
    "os.forkpty",
    "os.startfile",
    "os.chmod",
    "os.chown",
    "os.link",
    "os.symlink",
    "pickle.find_class",
    "pty.",
    "shutil.chown",
    "webbrowser.",
    "ftplib.",
    "smtplib.",
    "urllib.",
)
_PLACES: dict[str, tuple[tuple[int, int], ...]] = {
    "os.remove": ((0, 1),),
    "os.rename": ((0, 2), (1, 3)),
    "os.mkdir": ((0, 2),),
    "os.rmdir": ((0, 1),),
    "os.truncate": ((0, 0),),
}
"""What changes folders: which arguments are places, and which the open folders they start from."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_TRUNC


class Forbidden(PermissionError):  # noqa: N818 - reads as the situation that it names
    """Something was tried that no reading of a document needs."""


def lay(folder: Path) -> None:
    """Forbid this process, for good, all of it but what happens inside one folder."""
    sys.addaudithook(_hook(os.path.realpath(folder), shutil.which("tesseract")))


def _hook(folder: str, recogniser: str | None) -> Callable[[str, tuple[Any, ...]], None]:
    def hear(event: str, args: tuple[Any, ...]) -> None:
        if event == "open":
            allowed = not _writes(args[1], args[2]) or _inside(folder, args[0])
        elif event == "subprocess.Popen":
            allowed = recogniser is not None and os.fsdecode(args[0]) == recogniser
        elif event == "os.kill":
            allowed = os.getpgid(args[0]) == os.getpgrp()
        elif event in _PLACES:
            allowed = all(_inside(folder, args[at], args[start]) for at, start in _PLACES[event])
        else:
            allowed = not event.startswith(_NEVER)
        if not allowed:
            raise Forbidden(f"{event} is forbidden here")

    return hear


def _inside(folder: str, place: object, start: object = -1) -> bool:
    """Whether a place is in the folder; a file that is open already has been asked for before."""
    if not isinstance(place, str | bytes | os.PathLike):
        return True
    name = os.fsdecode(place)
    if isinstance(start, int) and start >= 0:
        name = os.path.join(os.readlink(f"/proc/self/fd/{start}"), name)  # noqa: PTH115, PTH118 - quick
    real = os.path.realpath(name)
    return real.startswith(folder + os.sep) or real in (folder, os.devnull)


def _writes(mode: object, flags: object) -> bool:
    if isinstance(mode, str):
        return any(sign in mode for sign in "wax+")
    return isinstance(flags, int) and bool(flags & _WRITING)
