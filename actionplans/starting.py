"""Chooses how processes are started: as copies on Linux, as new interpreters elsewhere."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from actionplans.processes import Starter


@contextmanager
def starter(folder: Path, documents: int) -> Iterator[Starter]:
    """Get ready for so many documents, whose copies and answers are all below a folder."""
    started = _starter(folder, documents)
    try:
        yield started
    finally:
        started.close()


def _starter(folder: Path, documents: int) -> Starter:
    if sys.platform == "linux":
        from actionplans.forking import Forking

        return Forking(folder, many=documents > 1)
    from actionplans.spawning import Spawning

    return Spawning()
