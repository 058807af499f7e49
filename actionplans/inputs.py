"""Finds the documents to convert, and takes a private copy of each before anything reads it.

Only plain files are opened: a pipe would wait for ever, a device never ends, a link may lead
anywhere. The copy cannot change while it is read, whatever happens to the original.
"""

import hashlib
import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from extract.errors import (
    CannotRead,
    ChangedDuringRead,
    Empty,
    NotAPdf,
    TooLarge,
    UnsafePath,
)

MOST_BYTES = 100 * 1024 * 1024
LONGEST_NAME = 255

_CHUNK = 1024 * 1024
# Controls, half surrogates and marks that turn text around: they would garble a terminal.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
_ARCHIVE = b"PK\x03\x04"
# Systems without these flags have no links or pipes to guard against in this way.
ONLY_PLAIN = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


@dataclass(frozen=True)
class Taken:
    """An input: its name, and once it is copied, the copy's place and what identifies it."""

    name: str
    path: Path
    sha256: str = ""
    bytes: int = 0


def find_documents(paths: Sequence[Path]) -> list[str]:
    """List files as named, and folders by the PDFs in and below them, each once, sorted.

    As text, of which a million fit into memory.
    """
    return sorted({_one_way(found) for path in paths for found in _below(path)})


def _one_way(found: Path) -> str:
    """Where something is, by one of the ways there; a link of that name stays a link."""
    if ".." in found.parts:
        found = Path(os.path.realpath(found.parent), found.name)
    return str(found.absolute())


def is_there(path: Path) -> bool:
    """Say whether there is anything of this name; a link that leads nowhere is a link."""
    return os.path.lexists(path)


def take(source: Path, folder: Path) -> Taken:
    """Copy a document into a private folder, or refuse it."""
    name = printable_name(source)
    try:
        found = source.lstat()
        _check(found)
        with open(_open_plain(source), "rb") as original:
            _check(os.fstat(original.fileno()))
            sha256, size = _copy(original, folder / name)
            _check_unchanged(found, os.fstat(original.fileno()), size)
    except OSError as error:
        raise CannotRead(error.strerror or "") from error
    return Taken(name, folder / name, sha256, size)


def check_kind(taken: Taken) -> None:
    """Refuse a file that is no PDF whatever its name says, before a PDF library sees it."""
    with taken.path.open("rb") as copy:
        # Readers let other bytes stand before the header, up to this many. An archive may hold
        # PDFs that are not packed, and the first would pass for the whole.
        front = copy.read(1024)
        if b"%PDF-" not in front or front.startswith(_ARCHIVE):
            raise NotAPdf


def printable_name(source: Path) -> str:
    """Name a document so that the name can be written anywhere, and a file can bear it."""
    name = _UNPRINTABLE.sub("\ufffd", source.name).encode("utf-8")
    return name[-LONGEST_NAME:].decode("utf-8", errors="ignore")


def _below(path: Path) -> Iterator[Path]:
    if not os.path.isdir(path):  # noqa: PTH112 - unlike Path.is_dir, it never raises
        yield path
        return
    unlisted: list[Path] = []
    # A folder that cannot be listed, and a link to one, become inputs that are refused: nothing is
    # passed over.
    for folder, below, names in os.walk(
        path, onerror=lambda error: unlisted.append(error.filename)
    ):
        yield from (link for name in below if (link := Path(folder, name)).is_symlink())
        yield from (Path(folder, name) for name in names if name.lower().endswith(".pdf"))
    yield from map(Path, unlisted)


def _open_plain(source: Path) -> int:
    return os.open(source, os.O_RDONLY | ONLY_PLAIN)


def _check(found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise CannotRead("the folder cannot be listed")
    if not stat.S_ISREG(found.st_mode):
        raise UnsafePath
    if found.st_size == 0:
        raise Empty
    if found.st_size > MOST_BYTES:
        raise TooLarge(f"{found.st_size / 1024**2:.0f} MiB, at most {MOST_BYTES // 1024**2}")


def _check_unchanged(before: os.stat_result, after: os.stat_result, copied: int) -> None:
    same = (before.st_ino, before.st_size, before.st_mtime_ns) == (
        after.st_ino,
        after.st_size,
        after.st_mtime_ns,
    )
    if not same or copied != before.st_size:
        raise ChangedDuringRead


def _copy(original: BinaryIO, target: Path) -> tuple[str, int]:
    """Copy a file, and give its hash and size. One that grows meanwhile stops at the limit."""
    digest, size = hashlib.sha256(), 0
    with target.open("xb") as copy:
        while size <= MOST_BYTES and (chunk := original.read(_CHUNK)):
            digest.update(chunk)
            size += len(chunk)
            copy.write(chunk)
    return digest.hexdigest(), size
