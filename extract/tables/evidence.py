"""What speaks for one reading of a table over another: where no rules close it, several compete."""

from collections.abc import Sequence
from typing import NamedTuple

from extract.headings.reading import is_plan, read_headings
from extract.tables.assigned import Slots
from extract.tables.grid import Grid
from extract.text.words import Word, lines_of

KNOWN = 0.75
LONGEST_HEADING = 110
HEADING_ROWS = 6
"""Rows from the top among which headings are looked for."""


class Evidence(NamedTuple):
    """Measures of a reading, each from nought to one but for the number of known headings.

    `filled` is the share of cells with text in its rows, `begun` that of cells which do not begin
    in mid-sentence, `kept` that of the page's words which it holds.
    """

    headings: int
    filled: float
    begun: float
    kept: float

    @property
    def score(self) -> float:
        """The measures as one: headings weigh as much as they are many."""
        return (1 + self.headings) * self.filled * self.begun**2 * self.kept

    @property
    def words(self) -> str:
        """The measures, for people."""
        return (
            f"{self.headings} headings known, {self.filled:.0%} of cells filled, "
            f"{self.begun:.0%} of cells begin a sentence, {self.kept:.0%} of the text held"
        )


def evidence_of(grids: Sequence[Grid], words: Sequence[Word]) -> Evidence:
    """What speaks for grids as a reading of these words."""
    headings = filled = slots = begun = 0
    held = 0
    for grid in grids:
        texts = texts_of(grid, words)
        headings = max(headings, known_headings(grid, texts))
        for row in range(grid.rows):
            cells = [t for (r, _), t in texts.items() if r == row]
            if len(cells) > 1 or (cells and _is_swallowed(grid, row)):
                slots += grid.columns
                filled += len(cells)
                begun += sum(1 for t in cells if not t[0][:1].islower())
        held += sum(len(t) for t in texts.values())
    share = filled / slots if slots else 0.0
    return Evidence(headings, share, begun / max(filled, 1), min(1.0, held / max(len(words), 1)))


def _is_swallowed(grid: Grid, row: int) -> bool:
    """Whether most of a row is taken by cells that begin above it, as where rules are missing."""
    above = [c for c in grid.cells if c.row < row <= c.last_row]
    return 2 * sum(c.last_column + 1 - c.column for c in above) > grid.columns


def is_headed(grid: Grid, words: Sequence[Word]) -> bool:
    """Whether the headings of a plan stand at the head of a grid, mostly in its first row."""
    return any(known_headings(grid, texts_of(grid, words, rows)) for rows in (1, HEADING_ROWS))


def texts_of(
    grid: Grid, words: Sequence[Word], rows: int | None = None
) -> dict[tuple[int, int], list[str]]:
    """The words of each cell, or of those in so many rows, by the cell's first row and column."""
    found: dict[tuple[int, int], list[Word]] = {}
    cells = grid.cells if rows is None else tuple(c for c in grid.cells if c.row < rows)
    slots = Slots(grid._replace(cells=cells))
    x0, top, x1, _ = grid.box
    bottom = max((cell.bottom for cell in cells), default=top)
    for word in words:
        middle, y = word.middle
        x = min(middle, word.x0 + 0.3 * word.size)
        if x0 - 2 <= x <= x1 + 2 and top - 1 <= y <= bottom + 1:
            cell = slots.first_around(x, y)
            if cell is not None:
                found.setdefault((cell.row, cell.column), []).append(word)
    return {
        at: [w.text for line in lines_of(inside) for w in line.words]
        for at, inside in found.items()
    }


def known_headings(grid: Grid, texts: dict[tuple[int, int], list[str]]) -> int:
    """How many headings of a plan stand in the row that has most of them."""
    most = 0
    for row in range(min(grid.rows, HEADING_ROWS)):
        cells = [" ".join(t) for (r, _), t in sorted(texts.items()) if r == row]
        long = [t for t in cells if len(t) > LONGEST_HEADING]
        if len(cells) < 3 or 2 * len(long) > len(cells):
            continue
        known = [r for r in read_headings(cells) if r.score >= KNOWN and r.text not in long]
        if is_plan({r.field for r in known}) and 2 * len(known) >= len(cells):
            most = max(most, len(known))
    return most
