"""Converts many documents, each in a process of its own: none can harm or hold up the others."""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from actionplans.here import Tell, convert_here
from actionplans.queue import Finished, queue
from actionplans.settings import Settings


def convert_each(
    sources: Sequence[str], settings: Settings, tell: Tell = lambda pages, of: None
) -> Iterator[Finished]:
    """Convert documents, as many at once as there are jobs; they come as they are ready."""
    with tempfile.TemporaryDirectory(prefix="actionplans-", ignore_cleanup_errors=True) as folder:
        copies = Path(folder)
        documents = queue(sources, copies, settings)
        if settings.scheduler:
            from actionplans.cluster import convert_far

            yield from convert_far(documents, settings)
        else:
            yield from convert_here(documents, len(sources), copies, settings, tell)


def forget_answers(settings: Settings) -> None:
    """Remove the kept answers, once everything is written."""
    shutil.rmtree(settings.answers, ignore_errors=True)
