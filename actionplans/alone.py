"""Sees to it that one run at a time writes to an output folder: a second would take its place.

The lock is the system's own, so that one that a killed run left behind holds nobody up.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from export.atomic import CannotWrite, make_folder

_LOCK = "lock"
_TRIES = 5


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the folder of a run that is not finished. Raises CannotWrite where another run does."""
    held = _hold(folder)
    try:
        yield
    finally:
        os.close(held)


def _hold(folder: Path) -> int:
    """Give the handle that holds the lock; a run that ends meanwhile takes its folder with it."""
    for _ in range(_TRIES):
        make_folder(folder)
        try:
            handle = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        except FileNotFoundError:
            continue
        except OSError as error:
            raise CannotWrite(f"cannot write to {folder}: {error.strerror}") from error
        try:
            _lock(handle, folder)
        except CannotWrite:
            os.close(handle)
            raise
        if _is_there(folder / _LOCK, handle):
            return handle
        os.close(handle)
    raise _busy(folder)


def _lock(handle: int, folder: Path) -> None:
    """Lock for this process alone, where the system and its disk know locks."""
    with suppress(ImportError):
        import fcntl

        try:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise _busy(folder) from error
        except OSError:
            return


def _is_there(path: Path, handle: int) -> bool:
    with suppress(OSError):
        return os.path.samestat(path.stat(), os.fstat(handle))
    return False


def _busy(folder: Path) -> CannotWrite:
    return CannotWrite(
        f"another run is writing to {folder.parent}; wait until it has ended, or choose another "
        "folder"
    )
