"""Rows of labels and values within a table: 'Agency | Council', or 'Progress: done in May'."""

from collections.abc import Sequence

from extract.headings.agency_names import agency_kind_of
from extract.headings.reading import HeadingReading
from extract.stitching.bands import TELLING
from extract.stitching.building import OpenCell, Piece
from extract.stitching.header_columns import HeaderColumn
from extract.stitching.open_plan import OpenPlan
from extract.stitching.styles import Caption
from extract.tables.finding import PageTable, TableCell


def take_labels(
    plan: OpenPlan,
    table: PageTable,
    cells: Sequence[TableCell],
    row: int,
    pairs: Sequence[tuple[HeadingReading, TableCell]],
) -> None:
    """A row of labels and values: of the row above it, or of the rows below."""
    fresh = [c for c in cells if c.row == row]
    plan.ledger.cells("caption", fresh)
    for label, value in pairs:
        if label.field in TELLING and add_to_last(plan, label, table, value):
            continue
        caption = Caption.of_band(OpenCell([Piece.of(table, value)]), value, plan.plain_fills)
        body = label.field in ("agency", "lead") and agency_kind_of(caption.text)
        caption.names = "agency" if body else label.field
        plan.of_plan.append(caption)
        plan.caption(caption)


def add_to_last(plan: OpenPlan, label: HeadingReading, table: PageTable, value: TableCell) -> bool:
    """Add what stands under a row to it, in the column of that name or in one of its own."""
    if plan.section is None or not plan.section.rows or plan.captions:
        return False
    columns = plan.section.columns
    at = next((i for i, c in enumerate(columns) if c.field == label.field), len(columns))
    if at == len(columns):
        plan.section.columns += (HeaderColumn(label.text, label.field, 0.0, 0.0),)
        for row in plan.section.rows:
            row.cells.append(None)
    last = plan.section.rows[-1]
    held = last.cells[at]
    # A cell that is merged over rows is theirs too, and this is said of the last one alone.
    last.cells[at] = OpenCell([*(held.pieces if held else ()), Piece.of(table, value)])
    last.pages.append(value.page)
    return True
