"""Puts a set of files in place of an older one, so that the old set counts or the new one.

All are written in a folder aside. One move of that folder decides: before it the old set counts,
from then on the new one, whatever happens. What it holds is moved out, and should the program be
killed on the way, whoever comes next moves the rest.
"""

from contextlib import suppress
from pathlib import Path

from export.atomic import CannotWrite, folder_to_disk, reporting

DECIDED = ".publishing"
"""Folder that is there only while the files of a set take their places."""


def publish(drafts: Path, folder: Path) -> None:
    """Put all files of a folder aside in their places, and remove that folder.

    `drafts` is on the same disk, and all in it is written through. Nothing more is written here
    but names, so a full disk cannot stop it halfway. Raises `CannotWrite`, and then the old set
    stays, where something is in the way or in use, as in a spreadsheet on Windows.
    """
    finish(folder)
    with reporting(folder):
        for draft in sorted(drafts.iterdir()):
            _clear(folder / draft.name)
        drafts.rename(folder / DECIDED)
        folder_to_disk(folder)
    finish(folder)


def finish(folder: Path) -> None:
    """Move what is decided to its place: nothing, unless a program was killed in doing so."""
    decided = folder / DECIDED
    if decided.is_symlink() or not decided.is_dir():
        return
    try:
        with suppress(FileNotFoundError):  # where two finish, each file moves once
            for file in sorted(decided.iterdir()):
                with suppress(FileNotFoundError):
                    file.replace(folder / file.name)
            folder_to_disk(folder)
            decided.rmdir()
    except OSError as error:
        raise CannotWrite(
            f"cannot write all files of {folder}: {error.strerror}; those in {DECIDED} there are "
            "newer than those beside it, and the same command moves them once it can"
        ) from error


def _clear(target: Path) -> None:
    """Raise an error if a file could not be put here."""
    if target.is_dir():
        raise CannotWrite(f"cannot write to {target}: it is a folder; move it away and run again")
    try:
        with suppress(FileNotFoundError):
            target.replace(target)  # does nothing, or fails where another program keeps it open
    except PermissionError as error:
        raise CannotWrite(
            f"cannot write to {target}: another program has it open; close it and run again"
        ) from error
