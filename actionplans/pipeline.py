"""The plot: every stage in order, for one document."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from actionplans.keep import keep
from normalise.records import ActionPlan, Correction, Redaction

if TYPE_CHECKING:
    from extract.ocr.choice import Ocr
    from extract.watch import Watch
    from normalise.agencies.registers import Agency


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
    ready: "Callable[[ActionPlan], None] | None" = None,
) -> ActionPlan:
    """Turn one PDF into data, or raise the refusal that says why not.

    `ready` is given the plan before its pages are drawn, which no plan should be lost for.
    """
    # Imported here: whoever only starts and gathers conversions needs no PDF library.
    from extract.pictures import draw_pages
    from extract.plan import read_plan
    from extract.readings import draw_readings
    from extract.watch import NOBODY
    from normalise.agencies.registers import Register
    from normalise.plan import normalise_plan
    from normalise.redaction.redactor import redact_names

    printed = read_plan(path, ocr, watch or NOBODY)
    redactions: tuple[Redaction, ...] = ()
    if redact:
        printed, corrections, redactions = redact_names(printed, corrections)
    keep(printed, kept, "extract")
    if kept and not redact:  # a picture of the page shows every name
        draw_readings(path, printed, kept)
    plan = normalise_plan(printed, as_at, corrections, Register(agencies))
    keep(plan, kept, "normalise")
    plan = plan.model_copy(update={"redactions": redactions})
    if not pictures:
        return plan
    if ready:
        ready(plan)
    drawn = draw_pages(path, printed, pictures, watch or NOBODY)
    return plan.model_copy(update={"pictures": drawn})
