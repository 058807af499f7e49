"""Tables without headings: whether they go on with the plan, and what a page's end tore off."""

import re
from collections.abc import Sequence

from extract.headings.other_tables import heads_another
from extract.stitching.header_columns import HeaderColumn
from extract.stitching.headers import Header, completed
from extract.stitching.open_plan import OpenPlan
from extract.stitching.styles import Caption
from extract.stitching.under_headings import has_edges, moved_to, reads_on
from extract.tables.finding import PageTable

CONTINUED = re.compile(r"\bcontinued\b|\baction plan\b|\bcont\b", re.IGNORECASE)
UNSURE = "a table without headings is read under those of the table before"
LEFT_OUT = "a table of as many columns as the plan, without headings, is in no row of it"


def columns_for(plan: OpenPlan, table: PageTable) -> tuple[HeaderColumn, ...] | None:
    """The columns of the open section as a table without headings has them; None if it is another.

    A table that could go on with the plan and does not is said.
    """
    if plan.header is None or plan.section is None or _has_headings(plan, table):
        return None
    columns = plan.header.columns
    other = any(heads_another(c.text) for c in plan.captions if not c.band)
    if not has_edges(table, columns, next_page=plan.is_next_page(table)):
        moved = moved_to(table, columns) if plan.captions and not other else None
        return moved if moved and reads_on(table, moved) else None
    if other or (parting(plan) and not reads_on(table, columns)):
        plan.doubt(table.page, LEFT_OUT, " | ".join(c.text for c in table.row(0)))
        return None
    return columns


def parting(plan: OpenPlan) -> Sequence[Caption]:
    """The headings above a table that name nothing of a plan, and so may begin another one."""
    fields = plan.header.fields if plan.header else ()
    return [
        caption
        for caption in plan.captions
        if not caption.band
        and not plan.styles.names_agency(caption)
        and not CONTINUED.search(caption.text)
        and plan.styles.kind_of(caption, fields) == "none"
    ]


def whole_header(plan: OpenPlan, table: PageTable) -> Header | None:
    """The open header with what a table's first row adds to it, if that completes it."""
    if plan.header is None or plan.section is None or plan.section.rows:
        return None
    return completed(plan.header, table, plan.lexicon)


def _has_headings(plan: OpenPlan, table: PageTable) -> bool:
    """Whether a table begins with bold headings of its own, whatever they may say."""
    if whole_header(plan, table) is not None:
        return False  # the lower half of headings that a page's end has torn
    first = [c for c in table.row(0) if c.lines]
    return len(first) > 1 and table.rows > 1 and all(c.lines[0].bold for c in first)
