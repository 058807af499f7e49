"""Plans as printed, written by hand."""

from collections.abc import Mapping, Sequence

from extract.records import Box, Cell, Column, Doubt, Field, Place, PrintedPlan, Row, Section

SHA = "3fa91c07d2be" + "0" * 52


def cell(text: str, fill: str | None = None) -> Cell:
    """Print a cell somewhere on the first page."""
    place = Place(page=1, box=Box(x0=0, top=0, x1=100, bottom=20))
    return Cell(text=text, printed=text, places=(place,), fill=fill)


def section(
    columns: Sequence[tuple[str, Field]],
    *rows: Sequence[Cell | str | None],
    number: int = 1,
    agency: str = "",
) -> Section:
    """Print rows under headings."""
    return Section(
        number=number,
        agency=cell(agency) if agency else None,
        columns=tuple(Column(heading=heading, field=field) for heading, field in columns),
        rows=tuple(
            Row(
                number=index,
                cells=tuple(cell(c) if isinstance(c, str) else c for c in row),
                first_page=index,
                last_page=index + 1,
            )
            for index, row in enumerate(rows, start=1)
        ),
        reading="ruled",
    )


def plan(
    *sections: Section,
    doubts: Sequence[Doubt] = (),
    pages: Sequence[int] = (1,),
    abbreviations: Mapping[str, str] | None = None,
) -> PrintedPlan:
    """Print a document with these sections."""
    return PrintedPlan(
        document="plan.pdf",
        sha256=SHA,
        bytes=1000,
        pages=9,
        title="Action plan",
        sections=sections,
        legend=(),
        other_text=(),
        doubts=tuple(doubts),
        plan_pages=tuple(pages),
        unplaced_characters=0,
        abbreviations=tuple((abbreviations or {}).items()),
    )
