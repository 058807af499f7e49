"""Columns without rules are found by the white between them."""

import pytest

from extract.tables.gutters import edges_under, gutters_of, longest_part, stacks_of
from extract.text.words import Line, lines_of, words_of
from tests.extract.drawn import drawn_line, glyphs


def table_line(texts: dict[float, str], baseline: float) -> Line:
    """Draw a line with texts that begin at the given places."""
    drawn = [glyph for x, text in texts.items() for glyph in glyphs(text, x, baseline)]
    return lines_of(words_of(drawn))[0]


LINES = [
    table_line({0: "Training", 120: "Manager", 220: "05/2021"}, 100),
    table_line({0: "and-report", 120: "or-deputy"}, 112),
    table_line({0: "Guide", 120: "Head-of-Care", 220: "06/2021"}, 124),
    table_line({0: "Publication", 120: "Chair", 220: "07/2021"}, 136),
]
"""Texts of one word each, as no space here is narrower than a letter."""


def test_columns_are_parted_where_no_line_has_text() -> None:
    """A little left of where each one begins."""
    edges = gutters_of(LINES, 0, 300)
    assert (edges[0], edges[-1]) == (0, 300)
    assert edges[1:-1] == pytest.approx([118, 218], abs=1)


def test_running_text_has_no_columns() -> None:
    """Spaces between its words stand nowhere one under the other."""
    texts = ["the panel met in May and", "agreed that it should be", "written down by the chair"]
    lines = [drawn_line(text, baseline=100 + 12 * i) for i, text in enumerate(texts)]
    assert gutters_of(lines, 0, 130) == [0, 130]


def test_one_line_is_no_evidence() -> None:
    """Words may stand apart by chance."""
    assert gutters_of(LINES[:1], 0, 300) == [0, 300]


def test_columns_stand_under_their_headings() -> None:
    """Where the lines below keep to them."""
    head = [table_line({0: "Action", 120: "Lead", 220: "Date"}, 80)]
    assert edges_under(head, LINES, 0, 300) == pytest.approx([0, 118.5, 218.5, 300])


def test_a_heading_that_text_runs_across_begins_no_column() -> None:
    """It belongs to the column that the text stands in."""
    head = [table_line({0: "Action", 40: "to", 120: "Lead", 220: "Date"}, 80)]
    assert 38.5 not in edges_under(head, LINES, 0, 300)


def test_stacked_words_are_one_heading() -> None:
    """Lines one under the other, beside those of the next column."""
    head = [table_line({0: "Lead", 100: "Target"}, 80), table_line({0: "agency", 100: "date"}, 92)]
    stacks = [[word.text for word in stack] for stack in stacks_of(head)]
    assert stacks == [["Lead", "agency"], ["Target", "date"]]


def test_the_longest_part_of_a_line_ends_at_a_gap() -> None:
    """What stands in one stack runs on without a gap."""
    line = table_line({0: "Publication-of-guidance", 220: "Chair"}, 100)
    assert longest_part(line) == len("Publication-of-guidance")
    assert longest_part(table_line({0: "Chair"}, 100)) == len("Chair")
