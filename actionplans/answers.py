"""Takes over what the process of a document left behind. None of it is trusted before it is read.

A reader that a document has taken over may have written anything: another document's answer, a
pipe that never ends, a link to somewhere else, a gigabyte.
"""

import os
import re
import shutil
import stat
from contextlib import suppress
from pathlib import Path

from actionplans.inputs import ONLY_PLAIN, Taken
from actionplans.limits import MOST_ANSWER_BYTES, MOST_FILE_BYTES, MOST_PICTURE_BYTES
from actionplans.orders import ANSWER, KEPT, PICTURES
from export.atomic import replacing
from extract.records import PagePicture
from normalise.records import ActionPlan

_KEPT_NAME = re.compile(r"extract\.jsonl|normalise\.jsonl|error\.txt|page-\d{3,4}\.png")


class Rubbish(Exception):  # noqa: N818 - reads as the situation that it names
    """What a process left is no answer to what it was asked."""


def read_answer(taken: Taken) -> ActionPlan:
    """Read the answer that the process of a document left. Raises `Rubbish` where it is none."""
    data = _plain_bytes(taken.path.parent / ANSWER, MOST_ANSWER_BYTES)
    if data is None:
        raise Rubbish
    try:
        plan = ActionPlan.model_validate_json(data)
    except ValueError as error:
        raise Rubbish from error
    document = plan.document
    if (document.document, document.sha256, document.bytes) != (
        taken.name,
        taken.sha256,
        taken.bytes,
    ):
        raise Rubbish
    if (document.outcome == "refused") != bool(document.reason) or (
        document.actions != len(plan.actions)
    ):
        raise Rubbish
    return plan


def take_pictures(plan: ActionPlan, taken: Taken, folder: Path | None) -> ActionPlan:
    """Copy the pictures of pages to where they wait; what is none is left out."""
    taken_over = tuple(
        picture
        for picture in plan.pictures
        if folder is not None and _take_picture(picture, taken, folder)
    )
    return plan.model_copy(update={"pictures": taken_over})


def take_kept(taken: Taken, folder: Path | None) -> None:
    """Copy what the stages found to where the user wants it."""
    if folder is None:
        return
    source = taken.path.parent / KEPT
    with suppress(OSError):
        names = sorted(path.name for path in source.iterdir() if _KEPT_NAME.fullmatch(path.name))
        for name in names:
            data = _plain_bytes(source / name, MOST_FILE_BYTES)
            if data is not None:
                folder.mkdir(parents=True, exist_ok=True)
                (folder / name).write_bytes(data)


def forget_kept(folder: Path) -> None:
    """Remove what the stages of an earlier run found: it may be of other pages, and show names."""
    with suppress(OSError):
        for path in folder.iterdir():
            if _KEPT_NAME.fullmatch(path.name):
                path.unlink()


def keep_answer(plan: ActionPlan, target: Path) -> None:
    """Keep a plan until the whole batch is written."""
    with replacing(target) as draft:
        draft.write_text(plan.model_dump_json(), encoding="utf-8")


def kept_answer(target: Path) -> ActionPlan | None:
    """Read the answer of an earlier run, unless there is none or a power cut left half of it."""
    with suppress(OSError, ValueError):
        return ActionPlan.model_validate_json(target.read_bytes())
    return None


def clear(taken: Taken) -> None:
    """Remove all but the copy of the document, so that a second process begins like the first."""
    with suppress(OSError):
        for path in taken.path.parent.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            elif path != taken.path:
                path.unlink(missing_ok=True)


def sweep(taken: Taken) -> None:
    """Remove the folder of a document's process with all that is in it."""
    shutil.rmtree(taken.path.parent, ignore_errors=True)


def _take_picture(picture: PagePicture, taken: Taken, folder: Path) -> bool:
    if picture.file != f"{taken.sha256}-{picture.page}.webp":
        return False
    data = _plain_bytes(taken.path.parent / PICTURES / picture.file, MOST_PICTURE_BYTES)
    if data is None or data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        return False
    folder.mkdir(parents=True, exist_ok=True)
    with replacing(folder / picture.file) as draft:
        draft.write_bytes(data)
    return True


def _plain_bytes(path: Path, most: int) -> bytes | None:
    """Read a plain file of at most so many bytes, or nothing of anything else."""
    with suppress(OSError), os.fdopen(os.open(path, os.O_RDONLY | ONLY_PLAIN), "rb") as file:
        found = os.fstat(file.fileno())
        if stat.S_ISREG(found.st_mode) and found.st_size <= most:
            data = file.read(most + 1)
            return data if len(data) <= most else None
    return None
