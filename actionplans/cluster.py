"""Sends documents to a Dask cluster, whose machines convert each as this one would.

Dask shares out the work, and sends again what a machine that died had taken. What comes back is
trusted no more than what a process of this machine leaves.
"""

import os
import pickle
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, cast

from actionplans.answers import Rubbish, read_answer
from actionplans.inputs import Taken
from actionplans.orders import ANSWER, KEPT, PICTURES, Order
from actionplans.queue import Finished, Ready
from actionplans.refusals import stopped
from actionplans.settings import Settings
from normalise.records import ActionPlan

Files = dict[str, bytes]
"""What a machine sends back, by name below the folder of the document."""

_OWN = threading.local()

AHEAD = 2
"""Documents that are sent for each thread of the cluster, so that none waits for the next."""
SECONDS_BETWEEN_COUNTS = 1.0
"""The scheduler is asked how large the cluster is, which takes longer than sending a document."""


class NoScheduler(Exception):  # noqa: N818 - reads as the situation that it names
    """Nobody is there to share out the work; the message says what to do."""


def convert_far(documents: Iterator[Ready | Finished], settings: Settings) -> Iterator[Finished]:
    """Convert documents on the machines of a cluster; they come as they are ready."""
    import distributed

    cluster: Any = distributed  # ships types for some of its functions only
    waiting: dict[Any, Ready] = {}
    room, counted = 0, -SECONDS_BETWEEN_COUNTS
    try:
        connected = cluster.Client(settings.scheduler)
    except (OSError, ValueError) as error:
        raise NoScheduler(
            f"no scheduler answers at {settings.scheduler}; start one with: dask scheduler"
        ) from error
    with connected as client:
        for document in documents:
            if isinstance(document, Finished):
                yield document
                continue
            waiting[_sent(client, document)] = document
            if (now := time.monotonic()) - counted >= SECONDS_BETWEEN_COUNTS:
                room, counted = AHEAD * max(1, sum(client.nthreads().values())), now
            while len(waiting) >= room:
                yield from _finish_some(cluster, waiting, settings)
        while waiting:
            yield from _finish_some(cluster, waiting, settings)


def convert_there(name: str, data: bytes, sha256: str, order: Order) -> Files:
    """Convert one document on a machine of the cluster, and give the files that came of it."""
    with tempfile.TemporaryDirectory(prefix="actionplans-") as folder:
        own = Path(folder, "0")
        own.mkdir()
        taken = Taken(name, own / name, sha256, len(data))
        taken.path.write_bytes(data)
        Path(folder, "order").write_bytes(pickle.dumps((taken, order)))
        _ask(folder)
        places = (own / ANSWER, *(own / PICTURES).glob("*"), *(own / KEPT).glob("*"))
        return {str(path.relative_to(own)): path.read_bytes() for path in places if path.is_file()}


def _ask(folder: str) -> None:
    """Have a program of this thread convert what lies in a folder; begin it where there is none.

    It ends, with all that it started, when this program does.
    """
    program: subprocess.Popen[bytes] | None = getattr(_OWN, "program", None)
    if program is None or program.poll() is not None:
        command = [sys.executable, "-m", "actionplans.far"]
        pipe = subprocess.PIPE
        program = _OWN.program = subprocess.Popen(command, stdin=pipe, stdout=pipe)  # noqa: S603 - ours
    asked, answered = cast(IO[bytes], program.stdin), cast(IO[bytes], program.stdout)
    with suppress(BrokenPipeError):
        asked.write(os.fsencode(folder) + b"\n")
        asked.flush()
        answered.readline()


def _sent(client: Any, document: Ready) -> Any:
    taken = document.taken
    data = taken.path.read_bytes()
    return client.submit(
        convert_there, taken.name, data, taken.sha256, document.order, pure=False, retries=2
    )


def _finish_some(cluster: Any, waiting: dict[Any, Ready], settings: Settings) -> Iterator[Finished]:
    for future in cluster.wait(list(waiting), return_when="FIRST_COMPLETED").done:
        document = waiting.pop(future)
        yield document.finished(_plan(future, document.taken), settings)


def _plan(future: Any, taken: Taken) -> ActionPlan:
    """Put what was sent where a process of this machine would have left it, and read it."""
    if future.status != "finished":
        return stopped(taken, "reader_crash")
    for name, data in future.result().items():
        target = taken.path.parent / name
        if target.parent in (own := taken.path.parent, own / PICTURES, own / KEPT):
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(data)
    try:
        return read_answer(taken)
    except Rubbish:
        return stopped(taken, "reader_crash")
