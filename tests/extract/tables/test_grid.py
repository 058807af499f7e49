"""Lines become cells: merged, open and stray ones too."""

from collections.abc import Sequence

import pytest

from extract.tables.grid import Grid, grid_of
from extract.tables.rules import Network, Span

WIDE = (0.0, 100.0, 200.0)
"""Edges of two columns."""


def grid(across: Sequence[Span], down: Sequence[Span]) -> Grid:
    """Return the grid of lines that must make one."""
    found = grid_of(Network(tuple(across), tuple(down)))
    assert found is not None
    return found


def full(ys: Sequence[float]) -> list[Span]:
    """Lines across both columns."""
    return [Span(y, 0, 200) for y in ys]


def sides(top: float, bottom: float) -> list[Span]:
    """Lines down at all edges."""
    return [Span(x, top, bottom) for x in WIDE]


def slots(found: Grid) -> list[tuple[int, int, int, int]]:
    """Return the slots of each cell."""
    return [(c.row, c.column, c.last_row, c.last_column) for c in found.cells]


def test_a_closed_grid_has_a_cell_for_each_slot() -> None:
    """Two rows of two."""
    found = grid(full([0, 30, 60]), sides(0, 60))
    assert slots(found) == [(0, 0, 0, 0), (0, 1, 0, 1), (1, 0, 1, 0), (1, 1, 1, 1)]
    assert (found.open_top, found.open_bottom) == (False, False)
    assert found.box == (0, 0, 200, 60)


def test_a_cell_merged_down() -> None:
    """No line parts the rows of the first column."""
    found = grid([*full([0, 60]), Span(30, 100, 200)], sides(0, 60))
    assert slots(found) == [(0, 0, 1, 0), (0, 1, 0, 1), (1, 1, 1, 1)]


def test_a_cell_merged_across() -> None:
    """The line between the columns begins below the first row."""
    found = grid(full([0, 30, 60]), [Span(0, 0, 60), Span(100, 30, 60), Span(200, 0, 60)])
    assert slots(found)[0] == (0, 0, 0, 1)
    assert len(found.cells) == 3


def test_a_row_torn_by_the_page_is_open() -> None:
    """The lines down go on below the last line across, or begin above the first."""
    below, above = grid(full([0, 30]), sides(0, 60)), grid(full([30, 60]), sides(0, 60))
    assert (below.open_top, below.open_bottom, below.rows) == (False, True, 2)
    assert (above.open_top, above.open_bottom, above.rows) == (True, False, 2)


def test_missing_rules_at_the_sides() -> None:
    """Where no line closes the table on the left, its lines across say how far it goes."""
    found = grid(full([0, 30]), [Span(100, 0, 30), Span(200, 0, 30)])
    assert found.xs == WIDE
    assert found.columns == 2


def test_an_underline_inside_a_cell_parts_nothing() -> None:
    """It touches no other line."""
    found = grid([*full([0, 60]), Span(25, 10, 50)], sides(0, 60))
    assert found.rows == 1
    assert len(found.cells) == 2


def test_a_double_rule_makes_no_row() -> None:
    """Two lines nearer than any row of text is high."""
    assert grid(full([0, 3, 30]), sides(0, 30)).rows == 1


@pytest.mark.parametrize(
    ("across", "down"),
    [
        ([Span(0, 0, 200)], []),
        ([], [Span(0, 0, 60)]),
        ([Span(0, 0, 200)], [Span(100, 30, 60)]),
    ],
)
def test_lines_that_bound_nothing_make_no_grid(across: list[Span], down: list[Span]) -> None:
    """A rule under a heading, a bar in the margin, lines apart."""
    assert grid_of(Network(tuple(across), tuple(down))) is None


def test_a_group_of_slots_that_is_no_rectangle_falls_into_its_rows() -> None:
    """An L of three slots is no cell."""
    found = grid(
        [Span(0, 0, 200), Span(30, 100, 200), Span(60, 0, 200)],
        [Span(0, 0, 60), Span(100, 0, 30), Span(200, 0, 60)],
    )
    assert slots(found) == [(0, 0, 0, 0), (0, 1, 0, 1), (1, 0, 1, 1)]


@pytest.mark.parametrize("aside", [-6, -4, -2, 2, 4, 6, 10])
def test_an_edge_dragged_aside_in_one_row_parts_its_cells(aside: float) -> None:
    """Whether it is near enough to the column's edge to be that one, or an edge of its own."""
    down = [Span(0, 0, 90), Span(100, 0, 60), Span(100 + aside, 60, 90), Span(200, 0, 90)]
    found = grid(full([0, 30, 60, 90]), down)
    last = [c for c in found.cells if c.row == 2]
    assert [len([c for c in found.cells if c.row == row]) for row in range(3)] == [2, 2, 2]
    assert last[0].x1 == 100 + aside
    assert last[0].x1 == last[1].x0
