"""Lines that run over the lower edge of their cell, as in spreadsheets whose rows are too low.

Such a line stands in the cell below by its place. The order of drawing gives it away: it follows
the text of the cell above, and reads on, or the cell below has other text, drawn before or after,
or what is drawn next belongs to the row above again.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from extract.tables.grid import Grid, GridCell
from extract.text.words import Word

Home = tuple[int, int] | None
EndingIn = Mapping[int, Sequence[int]]
LEAST_STEP, MOST_STEP = 0.8, 1.5
"""Ems from one line of a text to the next."""
MOST_OVER = 0.7
"""Ems; a line so little below another is printed over it."""

LEVEL = 0.12
"""Ems within which the first lines of a row stand level."""


class Batch(NamedTuple):
    """Words drawn one after the other in one cell."""

    home: Home
    words: tuple[Word, ...]


def settled(
    words: Sequence[Word], homes: dict[Home, list[Word]], grids: Sequence[Grid]
) -> dict[Home, list[Word]]:
    """The homes of words, with lines that ran over moved back to the cell that they began in."""
    home_of = {id(word): home for home, members in homes.items() for word in members}
    batches = _batches([w for w in words if w.turn == 0], home_of)
    in_cell: dict[Home, list[int]] = {}
    for at, batch in enumerate(batches):
        in_cell.setdefault(batch.home, []).append(at)
    ending = [_ending_in_rows(grid) for grid in grids]
    moved: dict[int, Home] = {}
    for at, batch in enumerate(batches):
        above = _home_above(batch, grids, ending)
        drawn = [i for i in in_cell.get(above, []) if i < at]
        if above is None or not drawn or not _runs_over(batches[drawn[-1]], batch, grids):
            continue
        others = [batches[i] for i in in_cell[batch.home] if i != at]
        following = batches[at + 1].home if at + 1 < len(batches) else None
        returns = drawn[-1] == at - 1 and _in_same_row(following, above, grids)
        last = at == in_cell[batch.home][-1]
        staying = [b for b in batches if id(b.words[0]) not in moved]
        alone = _is_beside_a_title(batch, batches[drawn[0]], staying, grids)
        reads_on = _reads_on(batch) and not _is_level(batch, batches[drawn[0]], batches, grids)
        if returns or alone or reads_on or _is_foreign(batch, others, last=last):
            moved.update({id(word): above for word in batch.words})
            in_cell[above].append(at)
    if not moved:
        return homes
    settled_homes: dict[Home, list[Word]] = {}
    for word in words:
        home = moved.get(id(word), home_of.get(id(word)))
        settled_homes.setdefault(home, []).append(word)
    return settled_homes


def _is_beside_a_title(
    batch: Batch, above: Batch, batches: Sequence[Batch], grids: Sequence[Grid]
) -> bool:
    """Whether all words of a row are bold, few, and these are not its title, which stands first."""
    here = _cell(batch.home, grids)
    if here is None or batch.home is None:
        return False
    if here.column == 0 and not _is_nearer_to_its_edge(batch, here, above, grids):
        return False
    row = [
        (cell.column, other)
        for other in batches
        if other.home is not None and other.home[0] == batch.home[0]
        if (cell := grids[other.home[0]].cells[other.home[1]]).row == here.row
    ]
    columns = {column for column, _ in row}
    few = 2 * len(columns) < grids[batch.home[0]].columns
    return 0 in columns and few and all(w.bold for _, other in row for w in other.words)


def _is_nearer_to_its_edge(
    batch: Batch, here: GridCell, above: Batch, grids: Sequence[Grid]
) -> bool:
    """Whether words stand higher in their row than those of the row above stand in theirs."""
    cell = _cell(above.home, grids)
    if cell is None:
        return False
    size = batch.words[0].size
    return batch.words[0].top - here.top < above.words[0].top - cell.top - 0.1 * size


def _is_level(batch: Batch, above: Batch, batches: Sequence[Batch], grids: Sequence[Grid]) -> bool:
    """Whether words stand as high as the others of their row do, so that they are its own."""
    here = _cell(batch.home, grids)
    if here is None or batch.home is None:
        return False
    row = [
        other.words[0].baseline
        for other in batches
        if other is not batch and other.home is not None and other.home != batch.home
        if other.home[0] == batch.home[0]
        if grids[other.home[0]].cells[other.home[1]].row == here.row
        if not (other.words[0].bold and batch.words[0].bold)  # as in a title's row
    ]
    if not row:
        return not _is_nearer_to_its_edge(batch, here, above, grids)
    first = batch.words[0]
    return min(abs(first.baseline - y) for y in row) < LEVEL * first.size


def _reads_on(batch: Batch) -> bool:
    """Whether words begin as no text of a cell does."""
    first = batch.words[0].text[0]
    return first.islower() or first in "(&"


def _is_foreign(batch: Batch, others: Sequence[Batch], *, last: bool) -> bool:
    """Whether words in a cell have nothing to do with the other words in it."""
    first = batch.words[0]
    return any(
        not last
        or other.words[0].bold != first.bold
        or first.x0 - other.words[0].x0 > MOST_STEP * first.size
        for other in others
    )


def _home_above(batch: Batch, grids: Sequence[Grid], ending: Sequence[EndingIn]) -> Home:
    """The cell right above the first word of a batch, or of a row higher up if it ran over two."""
    here = _cell(batch.home, grids)
    if here is None or batch.home is None:
        return None
    x, _ = batch.words[0].middle
    cells = grids[batch.home[0]].cells
    for row in range(here.row - 1, -1, -1):
        found = [i for i in ending[batch.home[0]].get(row, ()) if cells[i].x0 <= x <= cells[i].x1]
        if found:
            return batch.home[0], max(found)
    return None


def _ending_in_rows(grid: Grid) -> EndingIn:
    """The numbers of the cells that end in each row."""
    found: dict[int, list[int]] = {}
    for index, cell in enumerate(grid.cells):
        found.setdefault(cell.last_row, []).append(index)
    return found


def _batches(words: Sequence[Word], home_of: Mapping[int, Home]) -> list[Batch]:
    """Words in drawing order, parted where the cell changes or its text is printed over itself."""
    found: list[tuple[Home, list[Word]]] = []
    for word in words:
        home = home_of.get(id(word))
        if found and found[-1][0] == home and not _overprints(found[-1][1][-1], word):
            found[-1][1].append(word)
        else:
            found.append((home, [word]))
    return [Batch(home, tuple(together)) for home, together in found]


def _overprints(before: Word, word: Word) -> bool:
    """Whether a word begins before the end of another without going down by a line."""
    step = abs(word.baseline - before.baseline)
    return word.x0 < before.x1 - 0.5 * word.size and step < MOST_OVER * word.size


def _cell(home: Home, grids: Sequence[Grid]) -> GridCell | None:
    return grids[home[0]].cells[home[1]] if home is not None else None


def _runs_over(before: Batch, here: Batch, grids: Sequence[Grid]) -> bool:
    """Whether words go on with the text of the cell above, which has no room for their line."""
    above = _cell(before.home, grids)
    if above is None:
        return False
    end, first = before.words[-1], here.words[0]
    step = (first.baseline - end.baseline) / max(end.size, 0.1)
    alike = first.bold == end.bold and abs(first.size - end.size) < 0.1 * end.size
    inside = all(above.x0 - 1 <= w.x0 and w.x1 <= above.x1 + 1 for w in here.words)
    full = above.bottom - end.baseline < end.size
    return alike and inside and full and LEAST_STEP < step < MOST_STEP


def _in_same_row(home: Home, other: Home, grids: Sequence[Grid]) -> bool:
    """Whether two cells of one table stand in one row."""
    a, b = _cell(home, grids), _cell(other, grids)
    same_grid = home is not None and other is not None and home[0] == other[0]
    return bool(a and b and same_grid and a.row <= b.row <= a.last_row and a != b)
