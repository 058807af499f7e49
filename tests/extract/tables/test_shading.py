"""Fills part the rows of a ruled table where no rule does."""

from extract.page import Fill
from extract.tables.rules import Network, Span
from extract.tables.shading import with_shaded_rows

INNER = Network(
    (Span(50.0, 0.0, 300.0), Span(90.0, 0.0, 300.0)),
    (Span(100.0, 0.0, 140.0), Span(200.0, 0.0, 140.0)),
)
GREY = "#dddddd"


def heights(*fills: Fill) -> list[int]:
    """Return the heights of all lines across the table."""
    return sorted(round(span.at) for span in with_shaded_rows(INNER, fills).across)


def test_a_shaded_heading_without_a_rule_is_a_row() -> None:
    """Its fill ends at one height over the whole width, cell by cell."""
    cells = [Fill(x, 0.0, x + 100.0, 30.0, GREY) for x in (0.0, 100.0, 200.0)]
    assert heights(*cells) == [30, 50, 90]


def test_a_shaded_cell_parts_nothing() -> None:
    """A rating, or a marked text, is filled in one column only."""
    assert heights(Fill(100.0, 60.0, 200.0, 75.0, GREY)) == [50, 90]


def test_a_fill_that_ends_at_a_rule_adds_nothing() -> None:
    """The rule is there already; white is no fill."""
    assert heights(Fill(0.0, 51.0, 300.0, 89.0, GREY)) == [50, 90]
    assert heights(Fill(0.0, 60.0, 300.0, 80.0, "#ffffff")) == [50, 90]
