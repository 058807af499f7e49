"""Turns an archive into the files of an output folder: finds, converts, writes."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from actionplans.alone import alone
from actionplans.batch import convert_each, forget_answers
from actionplans.inputs import find_documents
from actionplans.kept_plans import KeptPlans
from actionplans.queue import Finished
from actionplans.redactions_file import write_redactions
from actionplans.settings import Settings
from export.atomic import make_folder
from export.formats import export
from export.options import PLAIN, Options
from export.whole_set import finish, publish
from normalise.records import ActionPlan


class Onlooker(Protocol):
    """Looks on while documents come by."""

    def over(self, finished: Iterator[Finished], number: int) -> Iterator[Finished]:
        """Pass documents on as they come, of which there will be so many."""

    def reading(self, pages: int, of: int) -> None:
        """Hear how many pages are read of the documents that are being read."""


def convert_archive(
    paths: Sequence[Path],
    out: Path,
    settings: Settings,
    formats: Sequence[str],
    onlooker: Onlooker,
    options: Options = PLAIN,
) -> Sequence[ActionPlan]:
    """Turn PDFs and folders of PDFs into the files of an output folder; give the plans' heads."""
    for folder in (settings.keep, out):
        if folder is not None:
            make_folder(folder)
    with alone(settings.answers):
        return _convert(paths, out, settings, formats, onlooker, options)


def _convert(
    paths: Sequence[Path],
    out: Path,
    settings: Settings,
    formats: Sequence[str],
    onlooker: Onlooker,
    options: Options,
) -> Sequence[ActionPlan]:
    finish(out)
    documents = find_documents(paths)
    plans = KeptPlans(settings.answers)
    converted = convert_each(documents, settings, onlooker.reading)
    for finished in onlooker.over(converted, len(documents)):
        plans.add(finished)
    # Written beside each other first: whatever goes wrong, the old files stay together.
    drafts = settings.answers / "drafts"
    shutil.rmtree(drafts, ignore_errors=True)  # of a run that was killed; it may have had others
    make_folder(drafts)
    export(plans, drafts, formats, replace(options, pictures=settings.pictures))
    if settings.redact:
        write_redactions(plans, drafts)
    publish(drafts, out)
    forget_answers(settings)
    return plans.heads
