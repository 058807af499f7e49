"""Converts documents on this machine, as many at once as there are jobs."""

import time
from collections.abc import Callable, Iterator
from multiprocessing import connection
from pathlib import Path

from actionplans.answers import sweep
from actionplans.attempt import Attempt
from actionplans.queue import Finished, Ready
from actionplans.settings import Settings
from actionplans.starting import starter
from normalise.records import ActionPlan

Running = dict[Attempt, Ready]
Tell = Callable[[int, int], None]
"""Hears how many pages are read of how many, over all documents that are being read."""


def convert_here(
    documents: Iterator[Ready | Finished],
    number: int,
    copies: Path,
    settings: Settings,
    tell: Tell,
) -> Iterator[Finished]:
    """Convert documents, of which there are so many; they come as they are ready."""
    running: Running = {}
    with starter(copies, number) as processes:
        try:
            for document in documents:
                if isinstance(document, Finished):
                    yield document
                    continue
                ended: list[tuple[Ready, ActionPlan]] = []
                while len(running) >= settings.jobs:
                    ended += _ended(running, tell)
                # Begun before what others left is taken over, so that no processor is idle.
                running[Attempt(document.taken, document.order, processes)] = document
                for before, plan in ended:
                    yield before.finished(plan, settings)
            while running:
                for document, plan in _ended(running, tell):
                    yield document.finished(plan, settings)
        finally:
            for attempt, document in running.items():
                attempt.stop()
                sweep(document.taken)


def _ended(running: Running, tell: Tell) -> list[tuple[Ready, ActionPlan]]:
    """Wait until something happens, and take out what came to its end."""
    soonest = min(attempt.deadline for attempt in running) - time.monotonic()
    signs = [sign for attempt in running for sign in attempt.signs]
    connection.wait(signs, timeout=max(soonest, 0))
    plans = {attempt: attempt.plan() for attempt in running}
    pages = [attempt.pages for attempt in running]
    tell(sum(read for read, _ in pages), sum(of for _, of in pages))
    return [(running.pop(attempt), plan) for attempt, plan in plans.items() if plan is not None]
