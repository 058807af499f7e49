"""The plot: every stage in order, for one document and for many."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from actionplans.keep import keep
from normalise.records import ActionPlan, Correction

if TYPE_CHECKING:
    from actionplans.batch import Settings

Watch = Callable[[Iterator[ActionPlan], int], Iterable[ActionPlan]]
"""Looks on while so many plans come by, and passes each on."""


def convert(
    path: Path,
    as_at: date | None = None,
    kept: Path | None = None,
    *,
    corrections: Iterable[Correction] = (),
    pictures: Path | None = None,
) -> ActionPlan:
    """Turn one PDF into data, or raise the refusal that says why not."""
    # Imported here: whoever only starts and gathers conversions needs no PDF library.
    from extract.pictures import draw_pages
    from extract.plan import read_plan
    from normalise.plan import normalise_plan

    printed = read_plan(path)
    keep(printed, kept, "extract")
    plan = normalise_plan(printed, as_at, corrections)
    keep(plan, kept, "normalise")
    drawn = draw_pages(path, printed, pictures) if pictures else ()
    return plan.model_copy(update={"pictures": drawn})


def run(
    paths: Sequence[Path], out: Path, settings: "Settings", formats: Sequence[str], watch: Watch
) -> list[ActionPlan]:
    """Turn PDFs and folders of PDFs into the files of an output folder."""
    from actionplans.batch import convert_each, forget_answers
    from actionplans.inputs import find_documents
    from export.atomic import make_folder
    from export.formats import export

    for folder in (settings.keep, out, settings.answers):
        if folder is not None:
            make_folder(folder)
    documents = find_documents(paths)
    plans = list(watch(convert_each(documents, settings), len(documents)))
    export(plans, out, formats)
    forget_answers(settings)
    return plans
