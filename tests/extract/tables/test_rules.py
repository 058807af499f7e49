"""Rules as drawn become lines, and lines that meet become networks."""

import pytest

from extract.page import Fill, Rule
from extract.tables.rules import Span, edges_of, joined, meets, networks, spans_of


def test_pieces_of_a_line_are_joined() -> None:
    """A gap of a dash is no gap, one of a column is."""
    assert joined([Span(10, 0, 50), Span(10, 53, 100)]) == [Span(10, 0, 100)]
    assert len(joined([Span(10, 0, 50), Span(10, 60, 100)])) == 2


def test_lines_nearer_than_a_snap_are_one() -> None:
    """The two edges of a thin rectangle stand for one rule, at their middle."""
    (line,) = joined([Span(10, 0, 100), Span(11, 0, 100)])
    assert line.at == pytest.approx(10.5)
    assert len(joined([Span(10, 0, 100), Span(13, 0, 100)])) == 2


def test_rules_are_told_across_from_down() -> None:
    """By their ends."""
    across, down = spans_of([Rule(0, 20, 100, 20), Rule(40, 0, 40, 80)])
    assert across == [Span(20, 0, 100)]
    assert down == [Span(40, 0, 80)]


def test_neighbouring_fills_share_their_edge() -> None:
    """Two boxes side by side have three edges down and two across."""
    across, down = edges_of([Fill(0, 0, 50, 20, "#eeeeee"), Fill(50, 0, 100, 20, "#dddddd")])
    assert across == [Span(0, 0, 100), Span(20, 0, 100)]
    assert [line.at for line in down] == [0, 50, 100]


@pytest.mark.parametrize(
    ("column", "touches"),
    [
        (Span(50, 0, 20), True),  # crosses
        (Span(50, 20, 40), True),  # begins at it
        (Span(50, 23, 40), True),  # ends a little short of it
        (Span(50, 30, 40), False),  # stands below it
        (Span(120, 0, 40), False),  # stands beside it
    ],
)
def test_lines_meet(column: Span, touches: bool) -> None:
    """A line across at 20 from 0 to 100, and lines down."""
    assert meets(Span(20, 0, 100), column) is touches


def test_two_tables_on_a_page_are_two_networks() -> None:
    """From top to bottom, whatever the order of drawing."""
    lower = [Span(200, 0, 100), Span(220, 0, 100)]
    upper = [Span(20, 0, 100), Span(40, 0, 100)]
    sides = [Span(0, 200, 220), Span(100, 200, 220), Span(0, 20, 40), Span(100, 20, 40)]
    found = networks([*lower, *upper], sides)
    assert [network.box for network in found] == [(0, 20, 100, 40), (0, 200, 100, 220)]


def test_an_underline_is_a_network_of_its_own() -> None:
    """It touches no line of the table around it."""
    found = networks([Span(0, 0, 100), Span(40, 0, 100), Span(20, 30, 60)], [Span(0, 0, 40)])
    assert sorted(len(network.across) for network in found) == [1, 2]


def test_how_much_of_a_stretch_a_line_covers() -> None:
    """All, half or nothing of it."""
    line = Span(0, 10, 20)
    shares = [line.covers(12, 18), line.covers(15, 25), line.covers(30, 40)]
    assert shares == pytest.approx([1.0, 0.5, 0.0])
