"""Which cell each word of a page stands in."""

from bisect import bisect_right
from collections.abc import Sequence

from extract.tables.grid import Grid, GridCell
from extract.text.words import Word

Home = tuple[int, int] | None
"""A grid and a cell of it, by their numbers, or None outside of all grids."""
NEAR = 0.5
"""Points past its edges that a cell still holds."""
CLOSE = 0.4
"""Ems; no cell ends so near to its last word."""
LEFT = 2.0
"""Points left of its cell where a text may begin."""
STRADDLE = 0.25
"""Share of a word's width past its cell's edge from which it counts as running over."""


class Slots:
    """The cells of a grid, found by their place."""

    def __init__(self, grid: Grid) -> None:
        """Note the cell of each slot."""
        self.box, self.cells = grid.box, grid.cells
        self.lefts, self.rights = grid.xs[:-1], grid.xs[1:]
        self.tops, self.bottoms = grid.ys[:-1], grid.ys[1:]
        self.cell_at = {
            (row, column): index
            for index, cell in enumerate(grid.cells)
            for row in range(cell.row, cell.last_row + 1)
            for column in range(cell.column, cell.last_column + 1)
        }

    def holds(self, x: float, start: float, y: float) -> bool:
        """Whether a word that begins at `start`, with its middle at (x, y), stands in the grid."""
        x0, top, x1, bottom = self.box
        return top - 1 <= y <= bottom + 1 and x0 - 1 <= x and start <= x1 + 1

    def at(self, x: float, y: float) -> int | None:
        """The first cell, in reading order, around a point."""
        row, next_row = bisect_right(self.bottoms, y - NEAR), bisect_right(self.tops, y + NEAR)
        column, next_column = (
            bisect_right(self.rights, x - NEAR),
            bisect_right(self.lefts, x + NEAR),
        )
        if next_row - row == 1 == next_column - column:
            return self._drawn_around(x, row, column)
        slots = [(i, j) for i in range(row, next_row) for j in range(column, next_column)]
        found = [index for slot in slots if (index := self.cell_at.get(slot)) is not None]
        drawn = [i for i in found if self.cells[i].x0 - NEAR <= x <= self.cells[i].x1 + NEAR]
        return min(drawn or found, default=None)

    def _drawn_around(self, x: float, row: int, column: int) -> int | None:
        """The cell of a slot, or the one beside it where the edge between them is drawn aside."""
        index = self.cell_at.get((row, column))
        if index is None:
            return None
        cell = self.cells[index]
        if x > cell.x1:
            return self.cell_at.get((row, column + 1), index)
        return self.cell_at.get((row, column - 1), index) if x < cell.x0 else index

    def first_around(self, x: float, y: float) -> GridCell | None:
        """The first cell, in reading order, that a text may begin in at a point.

        It may stand a little further left than its cell, or higher.
        """
        row = bisect_right(self.bottoms, y - 0.01)
        column = bisect_right(self.rights, x)
        index = self.cell_at.get((row, column))
        if index is not None and x + LEFT < self.rights[column]:
            cell = self.cells[index]
            if _may_begin_in(cell, x, y):
                return cell
        return next((cell for cell in self.cells if _may_begin_in(cell, x, y)), None)


def _may_begin_in(cell: GridCell, x: float, y: float) -> bool:
    return cell.x0 - LEFT <= x < cell.x1 and cell.top - 1 <= y < cell.bottom + 0.01


def assigned(words: Sequence[Word], grids: Sequence[Grid]) -> dict[Home, list[Word]]:
    """The words of each cell, and those outside of all grids.

    A word that runs over its cell's right edge stays in the cell that it starts in, and so does
    what follows it in the same drawing.
    """
    slots = [Slots(grid) for grid in grids]
    homes: dict[Home, list[Word]] = {}
    before: Word | None = None
    home: Home = None
    cell: GridCell | None = None
    over = False
    for word in words:
        if word.turn < 0:
            homes.setdefault(None, []).append(word)
            continue
        # Most words stand well inside of the cell that the one before stands in.
        if over or cell is None or not _is_well_inside(word, cell):
            follows = before is not None and (
                _goes_over(before, word, home, slots) or (over and _follows(before, word, slots))
            )
            if not follows:
                home = _home(word, slots)
                over = home is not None and _runs_over(word, slots[home[0]].cells[home[1]])
            # What the first grid holds, no other one does.
            cell = slots[0].cells[home[1]] if home is not None and home[0] == 0 else None
        homes.setdefault(home, []).append(word)
        before = word
    return homes


def _is_well_inside(word: Word, cell: GridCell) -> bool:
    """Whether a word begins and ends further inside of a cell than any other cell reaches."""
    _, x0, top, x1, bottom, *_ = word
    y = (top + bottom) / 2
    return cell.x0 + NEAR < x0 and x1 < cell.x1 - NEAR and cell.top + NEAR < y < cell.bottom - NEAR


def _goes_over(before: Word, word: Word, home: Home, slots: Sequence[Slots]) -> bool:
    """Whether a text runs on over its cell's edge, which stands between two of its words."""
    if home is None or not before.spaced or word.run != before.run:
        return False
    if abs(word.baseline - before.baseline) > 0.2 * word.size:
        return False
    end = slots[home[0]].cells[home[1]].x1
    return before.x1 > end - CLOSE * word.size and 0 < word.x0 - before.x1 < 1.5 * CLOSE * word.size


def _follows(before: Word, word: Word, slots: Sequence[Slots]) -> bool:
    """Whether a word goes on in the line that has run over its cell's edge."""
    gap = word.x0 - before.x1
    if abs(word.baseline - before.baseline) > 0.2 * word.size or not -0.5 <= gap / word.size <= 0.6:
        return False
    if word.run == before.run:
        return True
    home = _home(word, slots)
    # The first word of a cell stands at the cell's left edge.
    return home is None or word.x0 - slots[home[0]].cells[home[1]].x0 > 0.6 * word.size


def _home(word: Word, slots: Sequence[Slots]) -> Home:
    x, y = word.middle
    start = min(x, word.x0 + 0.3 * word.size)
    for number, grid in enumerate(slots):
        if grid.holds(x, start, y):
            for place in (start, x):
                cell = grid.at(place, y)
                if cell is not None:
                    return number, cell
    return None


def _runs_over(word: Word, cell: GridCell) -> bool:
    return word.x1 - cell.x1 > STRADDLE * (word.x1 - word.x0)
