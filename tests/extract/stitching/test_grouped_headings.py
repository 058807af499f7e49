"""Headings that only the wider one over them explains."""

import pytest

from extract.headings.reading import read_headings
from extract.stitching.grouped_headings import told_by_groups
from extract.stitching.headers import headers_of
from extract.tables.finding import PageTable
from extract.text.lexicon import Lexicon
from tests.extract.drawn import drawn_table

NOTHING = Lexicon([])


def grouped(group: str, below: list[str]) -> PageTable:
    """Draw a heading over the first two columns, and one that is as high as both rows."""
    rows = [[group, "", "Dates", ""], below, ["1", "Share", "May", "June"]]
    table = drawn_table(rows)
    wide = [c._replace(last_column=c.column + 1) for c in table.row(0) if c.column in (0, 2)]
    return table._replace(cells=(*wide, *(c for c in table.cells if c.row > 0)))


@pytest.mark.parametrize(
    ("group", "below", "fields"),
    [
        ("Recommendation", ["No", "Text"], ["reference", "recommendation"]),
        ("Action", ["Ref", "Description"], ["reference", "action"]),
        ("Progress", ["Q1", "Q2"], ["progress", "progress"]),
        ("Recommendation", ["Text", "Made by"], ["extra", "extra"]),  # which of both is it?
        ("Recommendation", ["No", "Source"], ["reference", "extra"]),
        ("Other", ["No", "Text"], ["reference", "extra"]),
    ],
)
def test_the_upper_heading_tells_what_the_lower_one_does_not(
    group: str, below: list[str], fields: list[str]
) -> None:
    """Read together, by the same grammar as any other."""
    table = grouped(group, [*below, "Target", "Revised"])
    cells = table.row(1)
    told = told_by_groups(table.row(0), cells, read_headings([c.text for c in cells]))
    assert [r.field for r in told][:2] == fields
    assert [r.text for r in told][:2] == below


def test_a_field_that_has_a_column_of_its_own_is_not_told_again() -> None:
    """'Text' under 'Recommendation' is another text where 'Recommendation' stands beside it."""
    table = grouped("Recommendation", ["No", "Text", "Recommendation", "Target date"])
    (header,) = headers_of(table, NOTHING)
    assert header.fields == ("reference", "extra", "recommendation", "target_date_text")
