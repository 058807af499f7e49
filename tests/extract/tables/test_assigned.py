"""Words stand in the cell around them, and follow a line that runs over its cell's edge."""

import pytest

from extract.tables.assigned import Slots, assigned
from extract.tables.grid import Grid, GridCell
from extract.text.words import words_of
from tests.extract.drawn import glyphs

WIDE = GridCell(0, 0, 0, 1, 0, 0, 200, 20)
LEFT = GridCell(1, 0, 1, 0, 0, 20, 100, 40)
RIGHT = GridCell(1, 1, 1, 1, 100, 20, 200, 40)
GRID = Grid((0, 100, 200), (0, 20, 40), (WIDE, LEFT, RIGHT), False, False)


@pytest.mark.parametrize(
    ("x", "baseline", "home"),
    [
        (10, 15, (0, 0)),  # in either column of the merged cell
        (120, 15, (0, 0)),
        (10, 33, (0, 1)),
        (120, 33, (0, 2)),
        (10, 80, None),
        (240, 33, None),
    ],
)
def test_a_word_stands_in_the_cell_around_it(
    x: float, baseline: float, home: tuple[int, int] | None
) -> None:
    """Found by the edges of rows and columns, also where slots are merged."""
    assert list(assigned(words_of(glyphs("plan", x, baseline)), [GRID])) == [home]


def test_what_follows_a_word_that_runs_over_stays_with_it() -> None:
    """They were drawn together, whatever rule lies under them."""
    words = words_of(glyphs("safeguarding", 60, 33) + glyphs("lead", 123, 33))
    assert assigned(words, [GRID]) == {(0, 1): words}


def test_a_word_stands_in_the_cell_whose_edge_was_dragged_to_it() -> None:
    """The column's edge is where most rows have it; this row's own one stands before it."""
    left, right = LEFT._replace(x1=94), RIGHT._replace(x0=94)
    dragged = GRID._replace(cells=(WIDE, left, right))
    assert list(assigned(words_of(glyphs("5", 96, 33)), [dragged])) == [(0, 2)]
    assert list(assigned(words_of(glyphs("5", 86, 33)), [dragged])) == [(0, 1)]
    left, right = LEFT._replace(x1=106), RIGHT._replace(x0=106)
    dragged = GRID._replace(cells=(WIDE, left, right))
    assert list(assigned(words_of(glyphs("5", 99.5, 33)), [dragged])) == [(0, 1)]
    assert list(assigned(words_of(glyphs("5", 107, 33)), [dragged])) == [(0, 2)]


@pytest.mark.parametrize(
    ("x", "y", "cell"),
    [
        (50, 30, LEFT),
        (97, 30, LEFT),
        (99, 30, LEFT),  # before the edge, though a text of the next column might begin there
        (100, 30, RIGHT),
        (150, 10, WIDE),
        (-1, 30, LEFT),  # a little left of it
        (50, 19.5, WIDE),  # the first one in reading order
        (-3, 30, None),
        (50, 41, None),
    ],
)
def test_a_text_begins_in_the_first_cell_around_it(
    x: float, y: float, cell: GridCell | None
) -> None:
    """The short way by its slot tells the same as a look at each cell."""
    assert Slots(GRID).first_around(x, y) == cell
