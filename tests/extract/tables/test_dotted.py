"""Marks too small to be rules make one where they follow each other evenly in a line."""

from extract.page import Rule
from extract.tables.dotted import Box, rules_of_marks


def row(y: float, start: float, count: int, step: float = 3.0, side: float = 1.5) -> list[Box]:
    """Draw dots in a row across the page."""
    return [(start + i * step, y, start + i * step + side, y + side) for i in range(count)]


def column(x: float, start: float, count: int) -> list[Box]:
    """Draw dots in a row down the page."""
    return [(x0, y0, x1, y1) for y0, x0, y1, x1 in row(x, start, count)]


def test_dots_in_a_row_are_a_rule() -> None:
    """Across the page or down it."""
    assert rules_of_marks(row(20, 10, 30)) == [Rule(10, 20.75, 98.5, 20.75)]
    assert rules_of_marks(column(20, 10, 30)) == [Rule(20.75, 10, 20.75, 98.5)]


def test_lines_of_dots_that_cross_are_two_rules() -> None:
    """The dots of one are strays beside the other."""
    found = rules_of_marks([*row(50, 10, 40), *column(60.3, 21, 40)])
    assert [r.vertical for r in found] == [False, True]


def test_a_rule_keeps_together_whatever_dots_stand_almost_level() -> None:
    """Lines down the page have dots at every height, some of them just above it."""
    strays = [(200.0 + 90 * i, 49.65, 201.5 + 90 * i, 51.15) for i in range(3)]
    line = [(x, y + i % 2 * 0.001, x1, y1) for i, (x, y, x1, y1) in enumerate(row(50, 10, 40))]
    (rule,) = rules_of_marks([*line, *strays])
    assert (rule.x0, rule.x1) == (10, 128.5)


def test_a_few_dots_are_none() -> None:
    """Such as those over letters, or an ellipsis."""
    assert rules_of_marks(row(20, 10, 5)) == []


def test_uneven_marks_are_none() -> None:
    """Small signs of drawn letters stand at no even steps."""
    places = (0, 2, 6, 7.8, 12, 14, 18.5, 20.2, 25, 26.6)
    assert rules_of_marks([(x, 20.0, x + 1.5, 21.5) for x in places]) == []


def test_dots_all_over_an_area_fill_it() -> None:
    """A pattern behind a heading parts no rows."""
    assert rules_of_marks([dot for y in range(20, 60, 3) for dot in row(y, 10, 30)]) == []
