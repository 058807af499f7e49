"""The plot: every stage in order, for one document and for many."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from actionplans.keep import keep
from export.options import PLAIN, Options
from normalise.records import ActionPlan, Correction, Redaction

if TYPE_CHECKING:
    from actionplans.batch import Finished, Settings
    from extract.ocr_choice import Ocr
    from extract.watch import Watch
    from normalise.registers import Agency

LookOn = Callable[["Iterator[Finished]", int], "Iterator[Finished]"]
"""Looks on while so many documents come by, and passes each on."""


def convert(
    path: Path,
    as_at: date | None = None,
    kept: Path | None = None,
    *,
    corrections: Iterable[Correction] = (),
    pictures: Path | None = None,
    agencies: "Iterable[Agency]" = (),
    redact: bool = False,
    ocr: "Ocr" = "auto",
    watch: "Watch | None" = None,
) -> ActionPlan:
    """Turn one PDF into data, or raise the refusal that says why not."""
    # Imported here: whoever only starts and gathers conversions needs no PDF library.
    from extract.pictures import draw_pages
    from extract.plan import read_plan
    from extract.readings import draw_readings
    from extract.watch import NOBODY
    from normalise.plan import normalise_plan
    from normalise.redaction import redact_names
    from normalise.registers import Register

    printed = read_plan(path, ocr, watch or NOBODY)
    redactions: tuple[Redaction, ...] = ()
    if redact:
        printed, corrections, redactions = redact_names(printed, corrections)
    keep(printed, kept, "extract")
    if kept:
        draw_readings(path, printed, kept)
    plan = normalise_plan(printed, as_at, corrections, Register(agencies))
    keep(plan, kept, "normalise")
    drawn = draw_pages(path, printed, pictures) if pictures else ()
    return plan.model_copy(update={"pictures": drawn, "redactions": redactions})


def run(
    paths: Sequence[Path],
    out: Path,
    settings: "Settings",
    formats: Sequence[str],
    look_on: LookOn,
    options: Options = PLAIN,
) -> list[ActionPlan]:
    """Turn PDFs and folders of PDFs into the files of an output folder; give the plans' heads."""
    from actionplans.batch import convert_each, forget_answers
    from actionplans.inputs import find_documents
    from actionplans.kept_plans import KeptPlans
    from actionplans.redactions_file import write_redactions
    from export.atomic import make_folder, publish
    from export.formats import export

    for folder in (settings.keep, out, settings.answers):
        if folder is not None:
            make_folder(folder)
    documents = find_documents(paths)
    plans = KeptPlans()
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
