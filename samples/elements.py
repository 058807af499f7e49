"""Puts the elements of a document in order: front matter, the plan in its layout, back matter."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from samples.grid import (
    Element,
    GridCell,
    GridRow,
    PageBreak,
    Paragraph,
    Table,
    block_element,
    full_row,
    key_table,
    merged_down,
    numbered_sections,
    printed_columns,
    section_rows,
)
from samples.plan import Column, RenderOptions, SamplePlan, Section


def document_elements(plan: SamplePlan, options: RenderOptions) -> list[Element]:
    """Everything that the document prints, in order."""
    elements: list[Element] = []
    start = 0
    for part in plan.plans:
        elements += part_elements(part, options, start)
        start += part.size
    return elements


def part_elements(plan: SamplePlan, options: RenderOptions, start: int) -> list[Element]:
    """Return one plan with what stands before and after it; its actions count from `start`."""
    elements = [block_element(block) for block in plan.before]
    elements.append(Paragraph(plan.title, "title"))
    elements += [Paragraph(text, "body") for text in plan.intro]
    if options.rag_key == "above" and plan.key:
        elements.append(key_table(plan))
    elements += plan_elements(plan, options, start)
    if options.rag_key == "below" and plan.key:
        elements.append(key_table(plan))
    return elements + [block_element(block) for block in plan.after]


def plan_elements(plan: SamplePlan, options: RenderOptions, start: int) -> list[Element]:
    """Return the plan as forms, as a table for each agency or as one table."""
    if options.forms:
        return list(form_elements(plan, options, start))
    if options.agency in ("heading", "title_row"):
        return list(section_tables(plan, options, start))
    return [single_table(plan, options, start)] if plan.sections else []


def section_tables(plan: SamplePlan, options: RenderOptions, start: int) -> Iterator[Element]:
    """Yield a table for each agency under its heading or title row."""
    columns = printed_columns(plan, options)
    for first, section in numbered_sections(plan, start):
        if options.page_per_section and first > start:
            yield PageBreak()
        if section.agency and options.agency == "heading":
            yield Paragraph(section.agency, "agency")
        rows = section_rows(section, first, columns, options)
        yield plan_table(columns, rows, options, title=section.agency)


def single_table(plan: SamplePlan, options: RenderOptions, start: int) -> Table:
    """All agencies in one table, told apart by full-width rows, by a column or not at all."""
    columns = printed_columns(plan, options)
    rows: list[GridRow] = []
    for first, section in numbered_sections(plan, start):
        if options.agency == "band" and section.agency:
            rows.append(full_row(section.agency, len(columns), "title"))
        rows += section_rows(section, first, columns, options)
    return plan_table(columns, rows, options)


def plan_table(
    columns: Sequence[Column], rows: list[GridRow], options: RenderOptions, title: str = ""
) -> Table:
    """Rows under their column headings, and a title row above these where asked for."""
    opening: tuple[GridRow, ...] = ()
    if title and options.agency == "title_row":
        opening = (full_row(title, len(columns), "title"),)
    head = tuple(heading_rows(columns, options))
    again = options.repeat_agency_title
    return Table(
        tuple(column.width for column in columns),
        tuple(merged_down(rows, columns, options)),
        opening=() if again else opening,
        head=(*opening, *head) if again else head,
        is_plan=True,
    )


def heading_rows(columns: Sequence[Column], options: RenderOptions) -> Iterator[GridRow]:
    """Yield the column headings, under a row of groups where asked for."""
    if options.grouped_headings and any(column.group for column in columns):
        yield GridRow(tuple(group_cells(columns)))
    yield GridRow(tuple(GridCell(i, c.heading, "heading") for i, c in enumerate(columns)))


def group_cells(columns: Sequence[Column]) -> Iterator[GridCell]:
    """One cell over each group of neighbouring columns."""
    for group, members in groupby(enumerate(columns), key=lambda pair: pair[1].group):
        indexes = [index for index, _ in members]
        yield GridCell(indexes[0], group, "heading", span=len(indexes))


def form_elements(plan: SamplePlan, options: RenderOptions, start: int) -> Iterator[Element]:
    """One table of labels and values for each action."""
    columns = [*plan.columns]
    if options.agency not in ("heading", "none"):
        columns.insert(0, Column(options.agency_heading, "agency"))
    for first, section in numbered_sections(plan, start):
        if options.page_per_section and first > start:
            yield PageBreak()
        if section.agency and options.agency == "heading":
            yield Paragraph(section.agency, "agency")
        yield from section_forms(section, first, columns, options)


def section_forms(
    section: Section, first: int, columns: Sequence[Column], options: RenderOptions
) -> Iterator[Table]:
    """Yield the forms of one agency."""
    for row in section_rows(section, first, columns, options):
        if row.action is not None:
            pairs = zip(columns, row.cells, strict=True)
            rows = [r for c, v in pairs for r in form_rows(c, v, row.action, options.form_labels)]
            widths: tuple[float, ...] = (3, 8) if options.form_labels == "beside" else (1,)
            yield Table(widths, tuple(rows), is_plan=True, kept_whole=not options.break_rows)


def form_rows(column: Column, cell: GridCell, action: int, labels: str) -> list[GridRow]:
    """Return a label and its value, in one row or in two."""
    label = GridCell(0, column.heading, "label")
    if labels == "beside":
        value = GridCell(1, cell.text, fill=cell.fill)
        return [GridRow((label, value), action=action)]
    value = GridCell(0, cell.text, fill=cell.fill)
    return [GridRow((label,), action=action, leads_on=True), GridRow((value,), action=action)]
