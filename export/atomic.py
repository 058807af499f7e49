"""Writes a file so that a reader sees the whole old one or the whole new one, never a part."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


class CannotWrite(Exception):  # noqa: N818 - reads as the situation that it names
    """The output folder takes no files: it is no folder, is closed to us, or the disk is full."""


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a path beside the target to write to; it takes the target's place if all went well."""
    draft = target.with_name(f".{target.name}.{os.getpid()}.draft")
    try:
        with reporting(target.parent):
            yield draft
            _to_disk(draft)
            draft.replace(target)
            folder_to_disk(target.parent)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


@contextmanager
def reporting(folder: Path) -> Iterator[None]:
    """Say in one line which folder could not be written to, and why."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        raise CannotWrite(_reason(folder, error)) from error


def make_folder(folder: Path) -> None:
    """Create a folder and prove that it takes files, before hours of work depend on it."""
    probe = folder / ".probe"  # of one name, so that the next run removes what a killed one left
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.touch()
        probe.unlink(missing_ok=True)
    except OSError as error:
        raise CannotWrite(_reason(folder, error)) from error


def _reason(folder: Path, error: OSError | sqlite3.OperationalError) -> str:
    cause = error.strerror if isinstance(error, OSError) else str(error)
    full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
    mend = "make room, or choose another folder" if full else "choose another folder"
    return f"cannot write to {folder}: {cause}; {mend}"


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def folder_to_disk(folder: Path) -> None:
    """Make the new name last over a power cut; not every system lets a folder be opened."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
