"""Words struck out, printed over others, or cut off by the edge of the page."""

import pytest

from extract.page import Rule
from extract.tables.oddities import oddities_of, strokes_of
from extract.text.words import Line, lines_of, words_of
from tests.extract.drawn import drawn_line, glyphs


def rule(y: float, x0: float = 0.0, x1: float = 100.0) -> Rule:
    """Draw a line across."""
    return Rule(x0, y, x1, y)


def found(line: Line, *strokes: Rule, width: float = 600.0) -> list[tuple[str, str]]:
    """Name what is odd about a line on a page of this width."""
    return [(odd.kind, odd.printed) for odd in oddities_of([line], strokes, width)]


def test_a_line_through_the_middle_strikes_words_out() -> None:
    """The letters of the line reach from 92 to 100, its small ones from 95."""
    line = drawn_line("Not started Completed", x=50, baseline=100)
    assert found(line, rule(97, 50, 105)) == [("overlapping_text", "Not started")]
    assert found(line, rule(97, 0, 600)) == [("overlapping_text", "Not started Completed")]


@pytest.mark.parametrize("y", [101.5, 90.0, 110.0])
def test_a_line_below_or_above_strikes_nothing_out(y: float) -> None:
    """It underlines, or parts rows."""
    assert found(drawn_line("Not started", x=50), rule(y)) == []


def test_the_edges_of_rows_are_no_strokes() -> None:
    """Even where text has run over one."""
    assert strokes_of([rule(97), rule(60), Rule(5, 0, 5, 100)], {97.4}) == [rule(60)]


def test_words_over_each_other_are_said() -> None:
    """Unless they are the same, as letters are that are printed twice to look bold."""
    over = words_of([*glyphs("Outcome", 50, run=0), *glyphs("Minutes", 60, run=1)])
    (line,) = lines_of(over)
    assert [kind for kind, _ in found(line)] == ["overlapping_text"]
    assert found(drawn_line("Outcome Minutes", x=50)) == []


def test_text_at_the_edge_of_the_paper_is_cut() -> None:
    """No printer sets letters there."""
    line = drawn_line("Minutes of the boa", x=500)
    assert found(line, width=592.0) == [("cell_cut_by_page_edge", "Minutes of the boa")]
    assert found(line, width=620.0) == []
