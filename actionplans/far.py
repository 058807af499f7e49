"""Converts one document for a cluster: `python -m actionplans.far FOLDER`.

The folder holds the document and the order. When standard input ends, whoever wanted the document
is gone, and so is this.
"""

import os
import pickle
import shutil
import sys
import threading
import time
from multiprocessing import connection
from pathlib import Path

from actionplans.answers import clear, take_pictures
from actionplans.attempt import Attempt
from actionplans.orders import ANSWER, PICTURES
from actionplans.starting import starter


def main(folder: Path) -> None:
    """Convert the document, and leave its answer beside it."""
    taken, order = pickle.loads((folder / "order").read_bytes())  # noqa: S301 - from our own program
    with starter(folder, 1) as processes:
        attempt = Attempt(taken, order, processes)
        threading.Thread(target=_leave_with_parent, args=(folder,), daemon=True).start()
        while (plan := attempt.plan()) is None:
            connection.wait(attempt.signs, timeout=max(0, attempt.deadline - time.monotonic()))
    # Only what has been looked at is handed on.
    checked = take_pictures(plan, taken, folder / PICTURES)
    if plan.document.outcome == "refused":
        clear(taken)
    (taken.path.parent / ANSWER).write_text(checked.model_dump_json(), encoding="utf-8")


def _leave_with_parent(folder: Path) -> None:
    sys.stdin.buffer.read()
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(1)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
