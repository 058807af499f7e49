"""Turns an archive into the files of an output folder: finds, converts, writes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from actionplans.batch import convert_each, forget_answers
from actionplans.inputs import find_documents
from actionplans.kept_plans import KeptPlans
from actionplans.queue import Finished
from actionplans.redactions_file import write_redactions
from actionplans.settings import Settings
from export.atomic import make_folder, publish
from export.formats import export
from export.options import PLAIN, Options
from normalise.records import ActionPlan

LookOn = Callable[[Iterator[Finished], int], Iterator[Finished]]
"""Looks on while so many documents come by, and passes each on."""


def convert_archive(
    paths: Sequence[Path],
    out: Path,
    settings: Settings,
    formats: Sequence[str],
    look_on: LookOn,
    options: Options = PLAIN,
) -> Sequence[ActionPlan]:
    """Turn PDFs and folders of PDFs into the files of an output folder; give the plans' heads."""
    for folder in (settings.keep, out, settings.answers):
        if folder is not None:
            make_folder(folder)
    documents = find_documents(paths)
    plans = KeptPlans(settings.answers)
    for finished in look_on(convert_each(documents, settings), len(documents)):
        plans.add(finished)
    # Written beside each other first: whatever goes wrong, the old files stay together.
    drafts = settings.answers / "drafts"
    make_folder(drafts)
    files = export(plans, drafts, formats, replace(options, pictures=settings.pictures))
    if settings.redact:
        files.append(write_redactions(plans, drafts))
    publish(files, out)
    forget_answers(settings)
    return plans.heads
