"""Rules that are missing between two texts are put in; cells that a writer merged stay merged."""

from extract.tables.grid import Grid, GridCell
from extract.tables.mending import mended, whole
from extract.tables.rules import Network, Span
from extract.text.words import Word, words_of
from tests.extract.drawn import glyphs

EDGES = (0.0, 60.0, 160.0, 260.0)
HEIGHTS = (0.0, 20.0, 60.0, 100.0, 140.0)


def slot(row: int, column: int, last_row: int | None = None, last: int | None = None) -> GridCell:
    """One cell over some slots of the grid."""
    to_row, to = row if last_row is None else last_row, column if last is None else last
    return GridCell(
        row, column, to_row, to, EDGES[column], HEIGHTS[row], EDGES[to + 1], HEIGHTS[to_row + 1]
    )


def grid_with(*merged: GridCell) -> Grid:
    """A grid of four rows and three columns, some of whose slots are one cell."""
    taken = {
        (r, c)
        for m in merged
        for r in range(m.row, m.last_row + 1)
        for c in range(m.column, m.last_column + 1)
    }
    single = [slot(r, c) for r in range(4) for c in range(3) if (r, c) not in taken]
    return Grid(EDGES, HEIGHTS, tuple(sorted([*single, *merged])), False, False)


def words(*texts: tuple[int, int, str], first: int = 0) -> list[Word]:
    """Words in slots, where texts begin in all of them, each line under the one before."""
    return [
        word
        for row, column, text in texts
        for at, line in enumerate(text.split("\n"))
        for word in words_of(
            glyphs(line, EDGES[column] + 3, HEIGHTS[row] + 10 + 10 * (at + first), 8.0)
        )
    ]


FULL = tuple((r, c, f"r{r}c{c}") for r in range(4) for c in range(3))


def test_a_rule_missing_between_two_columns_is_put_in() -> None:
    """The text on its right begins where texts begin in that column."""
    grid, parted = mended(grid_with(slot(2, 0, last=1)), words(*FULL))
    assert {slot(2, 0), slot(2, 1)} <= set(grid.cells)
    assert parted == frozenset()


def test_a_rule_missing_between_two_rows_is_put_in() -> None:
    """No paragraph stands so far below another."""
    grid, parted = mended(grid_with(slot(2, 1, last_row=3)), words(*FULL))
    assert parted == {slot(2, 1), slot(3, 1)}
    assert len(grid.cells) == 12


def test_a_text_over_an_edge_is_of_one_cell() -> None:
    """However it is set."""
    rest = [t for t in FULL if t[:2] not in {(2, 0), (2, 1)}]
    merged = slot(2, 0, last=1)
    long = words((2, 0, "a text over two columns"))
    assert merged in mended(grid_with(merged), words(*rest) + long).grid.cells


def test_a_text_that_goes_on_over_an_edge_of_rows_is_of_one_cell() -> None:
    """Its lines keep their distance."""
    rest = [t for t in FULL if t[1] != 0 or t[0] == 0]
    merged = slot(1, 0, last_row=3)
    lines = words((1, 0, "\n".join("abcdefghij")))
    assert merged in mended(grid_with(merged), words(*rest) + lines).grid.cells


def test_a_blank_beside_a_text_is_left_merged() -> None:
    """Nothing shows that a rule is missing."""
    rest = [t for t in FULL if t[:2] not in {(2, 1)}]
    merged = slot(2, 0, last=1)
    assert merged in mended(grid_with(merged), words(*rest)).grid.cells


def network(x0: float, x1: float, top: float = 100.0) -> Network:
    """Two rows of one column."""
    across = tuple(Span(y, x0, x1) for y in (top, top + 20, top + 60))
    return Network(across, (Span(x0, top, top + 60), Span(x1, top, top + 60)))


def test_parts_of_a_table_with_words_between_them_are_one() -> None:
    """Where all rules of a column are missing; tables with white between them are two."""
    left, right = network(0, 100), network(200, 300)
    between = words_of(glyphs("between", 110, 130, 8.0))
    assert len(whole([left, right], between)) == 1
    assert len(whole([left, right], [])) == 2
    assert len(whole([left, network(200, 300, top=400)], between)) == 2


def test_parts_of_a_table_over_each_other_are_one() -> None:
    """Their rules lie in the same place."""
    assert len(whole([network(0, 200), network(150, 300)], [])) == 1
