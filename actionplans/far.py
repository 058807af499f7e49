"""Converts documents for a cluster, one after the other: `python -m actionplans.far`.

Each line on standard input names a folder that holds a document and the order; an empty line on
standard output says that the answer lies there. When standard input ends, whoever wanted the
documents is gone, and so is this, with all that it started.
"""

import os
import pickle
import shutil
import tempfile
import time
from multiprocessing import connection
from pathlib import Path

from actionplans.answers import clear, take_pictures
from actionplans.attempt import Attempt
from actionplans.orders import ANSWER, PICTURES
from actionplans.processes import Starter
from actionplans.starting import starter
from normalise.records import ActionPlan

INPUT, OUTPUT = 0, 1


def main() -> None:
    """Convert what is asked for until nobody asks any more."""
    with (
        tempfile.TemporaryDirectory(prefix="actionplans-") as base,
        starter(Path(base), documents=2) as processes,
    ):
        while line := _line():
            folder = Path(os.fsdecode(line[:-1]))
            if not _convert(folder, processes):
                shutil.rmtree(folder, ignore_errors=True)
                return
            os.write(OUTPUT, b"\n")


def _line() -> bytes:
    """Read one line, and nothing of the next; nothing where the input ends."""
    line = b""
    while not line.endswith(b"\n"):
        sign = os.read(INPUT, 1)
        if not sign:
            return b""
        line += sign
    return line


def _convert(folder: Path, processes: Starter) -> bool:
    """Convert the document, and leave its answer beside it, unless it is wanted no more."""
    taken, order = pickle.loads((folder / "order").read_bytes())  # noqa: S301 - from our own program
    attempt = Attempt(taken, order, processes)
    plan = _awaited(attempt)
    if plan is None:
        return False
    # Only what has been looked at is handed on.
    checked = take_pictures(plan, taken, folder / PICTURES)
    if plan.document.outcome == "refused":
        clear(taken)
    (taken.path.parent / ANSWER).write_text(checked.model_dump_json(), encoding="utf-8")
    return True


def _awaited(attempt: Attempt) -> ActionPlan | None:
    while (plan := attempt.plan()) is None:
        patience = max(0.0, attempt.deadline - time.monotonic())
        if INPUT in connection.wait([INPUT, *attempt.signs], timeout=patience):
            attempt.stop()  # one document at a time is asked for, so the input has ended
            return None
    return plan


if __name__ == "__main__":
    main()
