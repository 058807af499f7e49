"""Two parts of a spreadsheet's row of sheets as one wide table."""

from collections.abc import Sequence

from extract.stitching.seams import Seam, folded, shifted_cell
from extract.tables.finding import PageTable, TableCell


def beside(left: PageTable, right: PageTable, seam: Seam) -> PageTable:
    """Two parts of a sheet as one table: the right part's columns follow the left part's.

    Columns that both sheets print, or share where one is cut, are put together.
    """
    if left.columns <= seam.shared or right.columns <= seam.again + seam.shared:
        seam = Seam(0, 0, left.xs[-1] - right.xs[0])
    ys = left.ys if len(left.ys) >= len(right.ys) else right.ys
    rest = right.xs[seam.again + seam.shared :]
    kept = left.xs[:-1] if seam.shared else left.xs
    shift = max(seam.shift, kept[-1] + 1 - rest[0]) if seam.shared else seam.shift
    seam = seam._replace(shift=shift)
    xs = kept + tuple(x + shift for x in (rest if seam.shared else rest[1:]))
    cells = [_in_rows(c, left.ys, ys) for c in left.cells]
    offset = left.columns - seam.again - seam.shared
    for cell in right.cells:
        moved = _in_columns(_in_rows(cell, right.ys, ys), seam.again, offset)
        at = _partner(cells, moved) if seam.again or seam.shared else None
        if at is None:
            cells.append(shifted_cell(moved, shift))
        else:
            cells[at] = folded(cells[at], moved, seam, right.xs[seam.again] - 1)
    wide = left._replace(xs=xs, ys=ys, cells=tuple(cells), open_right=right.open_right)
    return _with_bands_widened(wide, left.columns)


def _in_columns(cell: TableCell, again: int, offset: int) -> TableCell:
    """A cell of the right part with its columns counted from the left part's first one."""
    last = cell.last_column + (offset if cell.last_column >= again else 0)
    # A row that runs over the repeated columns and the others goes on from the left part.
    first = cell.column + (offset if cell.column >= again or last > cell.last_column else 0)
    return cell._replace(column=first, last_column=max(first, last))


def _partner(cells: Sequence[TableCell], cell: TableCell) -> int | None:
    """The cell of the left part in whose slots a cell of the right part stands, if any."""
    for at, other in enumerate(cells):
        across = other.column <= cell.last_column and cell.column <= other.last_column
        down = other.row <= cell.last_row and cell.row <= other.last_row
        if across and down and other.page != cell.page:
            return at
    return None


def _in_rows(cell: TableCell, ours: Sequence[float], ys: Sequence[float]) -> TableCell:
    """A cell with its rows counted along other row edges."""
    first = _nearest(ys, ours[cell.row])
    last = _nearest(ys, ours[cell.last_row + 1]) - 1
    return cell._replace(row=first, last_row=max(first, last))


def _nearest(ys: Sequence[float], y: float) -> int:
    return min(range(len(ys)), key=lambda i: abs(ys[i] - y))


def _with_bands_widened(table: PageTable, left_columns: int) -> PageTable:
    """Full-width rows of the left part take in the blank cells beside them."""
    cells = list(table.cells)
    for band in table.cells:
        if not band.lines or (band.column, band.last_column) != (0, left_columns - 1):
            continue
        rows = range(band.row, band.last_row + 1)  # several, where one part has more than the other
        others = [c for row in rows for c in table.row(row) if c != band]
        if left_columns > 1 and all(c.column >= left_columns and not c.lines for c in others):
            cells = [c for c in cells if c not in others]
            cells[cells.index(band)] = band._replace(last_column=table.columns - 1)
    return table._replace(cells=tuple(cells))
