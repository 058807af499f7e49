"""Which logical cell a printed one belongs to."""

from extract.stitching.building import OpenCell
from extract.stitching.rows import Homes
from tests.extract.drawn import drawn_cell


def test_a_cell_made_later_never_takes_the_place_of_one_that_is_gone() -> None:
    """Cells put together under one heading live no longer than their row; their place is reused."""
    homes = Homes()
    for row in range(100):
        cell = drawn_cell(f"Action {row}", row, 0, (0.0, 12.0 * row, 100.0, 12.0 * (row + 1)))
        assert homes.of(cell) is None
        homes.settle(cell, OpenCell())
        del cell
