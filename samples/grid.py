"""Turns contents into elements to print: paragraphs, page breaks and tables of grid cells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from samples.plan import HUES, Block, Column, RenderOptions, SamplePlan, Section

Look = Literal["body", "label", "heading", "band", "title"]


@dataclass(frozen=True)
class GridCell:
    """A cell on the grid of columns; cells of one `run` are merged down into one."""

    column: int
    text: str
    look: Look = "body"
    span: int = 1
    fill: str | None = None
    run: int | None = None


@dataclass(frozen=True)
class GridRow:
    """A row of cells; `action` counts the rows of the plan through the document."""

    cells: tuple[GridCell, ...]
    action: int | None = None
    leads_on: bool = False


@dataclass(frozen=True)
class Table:
    """Rows under shared widths: `opening` is printed once, `head` again on later pages."""

    widths: tuple[float, ...]
    body: tuple[GridRow, ...]
    opening: tuple[GridRow, ...] = ()
    head: tuple[GridRow, ...] = ()
    share: float = 1.0
    is_plan: bool = False
    kept_whole: bool = False


@dataclass(frozen=True)
class Paragraph:
    """Text outside tables."""

    text: str
    look: Literal["title", "agency", "heading", "body"]


@dataclass(frozen=True)
class PageBreak:
    """The start of a new page."""


Element = Table | Paragraph | PageBreak


def full_row(text: str, columns: int, look: Look) -> GridRow:
    """Return a row of one cell over the full width."""
    return GridRow((GridCell(0, text, look, span=columns),), leads_on=True)


def block_element(block: Block) -> Element:
    """Print that is no plan, as an element."""
    if block.kind == "table":
        return other_table(block)
    if block.kind == "page_break":
        return PageBreak()
    return Paragraph(block.text, "heading" if block.kind == "heading" else "body")


def other_table(block: Block) -> Table:
    """Return a table whose first row holds its headings."""
    widths = block.widths or (1.0,) * len(block.rows[0])
    head, *body = [plain_row(cells, i == 0) for i, cells in enumerate(block.rows)]
    return Table(widths, tuple(body), head=(head,))


def plain_row(cells: Sequence[str], heading: bool) -> GridRow:
    """Return a row of one cell a column."""
    look: Look = "heading" if heading else "body"
    return GridRow(tuple(GridCell(i, text, look) for i, text in enumerate(cells)))


def key_table(plan: SamplePlan) -> Table:
    """Return what each colour means: a patch, its name and its meaning."""
    rows = [
        GridRow((GridCell(0, "", fill=HUES[hue]), GridCell(1, hue.title()), GridCell(2, meaning)))
        for hue, meaning in plan.key
    ]
    return Table((1, 2, 9), tuple(rows), share=0.55, kept_whole=True)


def printed_columns(plan: SamplePlan, options: RenderOptions) -> list[Column]:
    """Return the columns that the table shows: an agency column comes in, band columns go out."""
    banded = {f for f in ("recommendation", "theme") if getattr(options, f) == "band"}
    columns = [column for column in plan.columns if column.field not in banded]
    if options.agency in ("merged_column", "column"):
        width = max(column.width for column in columns) * 0.6
        columns.insert(0, Column(options.agency_heading, "agency", width))
    return columns


def cell_of(column: Column, index: int, text: str, options: RenderOptions) -> GridCell:
    """Return a cell of the plan; a rating becomes a word, a fill or both."""
    if column.field != "rag":
        return GridCell(index, text)
    fill = HUES.get(text) if options.rag in ("fill", "both") else None
    return GridCell(index, "" if options.rag == "fill" else text.capitalize(), fill=fill)


def numbered_sections(plan: SamplePlan, start: int) -> Iterator[tuple[int, Section]]:
    """Each section with the number of its first action in the document."""
    first = start
    for section in plan.sections:
        yield first, section
        first += len(section.rows)


def section_rows(
    section: Section, first: int, columns: Sequence[Column], options: RenderOptions
) -> list[GridRow]:
    """Return the rows of one agency, with its own bands."""
    rows: list[GridRow] = []
    shown = {"theme": "", "recommendation": ""}
    for number, row in enumerate(section.rows, start=first):
        rows += new_bands(row.cells, shown, len(columns), options)
        values = {**row.cells, "agency": section.agency}
        cells = [cell_of(c, i, values.get(c.key, ""), options) for i, c in enumerate(columns)]
        rows.append(GridRow(tuple(cells), action=number))
    return rows


def new_bands(
    cells: Mapping[str, str], shown: dict[str, str], columns: int, options: RenderOptions
) -> list[GridRow]:
    """Return the full-width rows that announce a theme or recommendation not announced yet."""
    bands: list[GridRow] = []
    for name in ("theme", "recommendation"):
        text = cells.get(name, "")
        if getattr(options, name) != "band" or (text == shown[name] and not bands):
            continue
        if shown[name] and not text:
            raise ValueError(f"a row without {name} would fall under the band {shown[name]!r}")
        shown[name] = text
        bands += [full_row(text, columns, "band")] if text else []
    return bands


def merged_down(
    rows: list[GridRow], columns: Sequence[Column], options: RenderOptions
) -> list[GridRow]:
    """Neighbouring cells of equal text joined, in the columns that are printed merged."""
    merged = list(rows)
    for index, column in enumerate(columns):
        if is_merged(column, options):
            for run in runs(rows, index):
                for at in run:
                    merged[at] = with_run(merged[at], index, run[0])
    return merged


def is_merged(column: Column, options: RenderOptions) -> bool:
    """Whether a column's equal neighbours are printed as one cell."""
    if column.field == "agency":
        return options.agency == "merged_column"
    return column.field in ("recommendation", "theme") and (
        getattr(options, column.field) == "merged"
    )


def runs(rows: Sequence[GridRow], column: int) -> Iterator[list[int]]:
    """Yield groups of two or more neighbouring rows with the same text in a column."""
    run: list[int] = []
    for at, row in enumerate(rows):
        if run and text_at(row, column) == text_at(rows[run[-1]], column) != "":
            run.append(at)
            continue
        if len(run) > 1:
            yield run
        run = [at]
    if len(run) > 1:
        yield run


def text_at(row: GridRow, column: int) -> str:
    """Return the text of an action's cell; nothing for bands, which end every run."""
    return row.cells[column].text if row.action is not None else ""


def with_run(row: GridRow, column: int, run: int) -> GridRow:
    """Return the row with one of its cells made part of a run."""
    cells = list(row.cells)
    cells[column] = replace(cells[column], run=run)
    return replace(row, cells=tuple(cells))
