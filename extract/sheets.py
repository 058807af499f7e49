"""Plans printed from a spreadsheet: the last columns stand on other pages.

The pages come 'down then over' (all left parts, then all right parts) or 'over then down' (left and
right parts in turn). Parts belong together where their rows stand at the same heights.
"""

from collections.abc import Sequence
from typing import NamedTuple

from extract.headers import headers_of
from extract.headings import read_heading
from extract.lexicon import Lexicon
from extract.tables import PageTable, PageTables, TableCell

LEVEL = 2.5
"""Points; rows of two parts stand at the same height within this."""
AGREE = 0.85
"""Share of the pages whose rows must agree."""
MOST_PARTS = 4
LEAST_ROWS = 3
"""Rows that must agree where there are but two parts to compare."""


class Order(NamedTuple):
    """How sheets are printed: in `parts`, each `stride` pages apart, the first ones in `lefts`."""

    parts: int
    stride: int
    lefts: tuple[int, ...]


def put_together(pages: Sequence[PageTables], lexicon: Lexicon) -> list[PageTables]:
    """The pages, with the parts of sheets joined into wide tables on the left part's page."""
    order = order_of(pages, lexicon)
    if order is None:
        return list(pages)
    out = list(pages)
    for left in order.lefts:
        for part in range(1, order.parts):
            number = left + order.stride * part
            out[left], out[number] = _joined(out[left], out[number])
    return out


def _joined(left: PageTables, right: PageTables) -> tuple[PageTables, PageTables]:
    """Two pages, with each table of the right one moved beside its partner on the left one."""
    tables, rest = list(left.tables), []
    for part in right.tables:
        at = next((i for i, t in enumerate(tables) if same_rows(t, part)), None)
        if at is None:
            rest.append(part)
        else:
            tables[at] = beside(tables[at], part)
    return left._replace(tables=tuple(tables)), right._replace(tables=tuple(rest))


def order_of(pages: Sequence[PageTables], lexicon: Lexicon) -> Order | None:
    """The order of printing that the rows' heights and the headings agree on, if any."""
    with_tables = [i for i, p in enumerate(pages) if p.tables]
    if len(with_tables) < 2:
        return None
    start, count = with_tables[0], with_tables[-1] + 1 - with_tables[0]
    for parts in range(2, MOST_PARTS + 1):
        if count % parts:
            continue
        height = count // parts
        down = Order(parts, height, tuple(range(start, start + height)))
        over = Order(parts, 1, tuple(range(start, start + count, parts)))
        for order in (down, over):
            if _fits(pages, order, lexicon):
                return order
    return None


def _fits(pages: Sequence[PageTables], order: Order, lexicon: Lexicon) -> bool:
    """Whether nearly every part has a partner, and the first ones are no plans of their own."""
    partners = [
        (part, next((t for t in pages[left].tables if same_rows(t, part)), None))
        for left in order.lefts
        for number in range(1, order.parts)
        for part in pages[left + order.stride * number].tables
    ]
    found = [(part, partner) for part, partner in partners if partner]
    if not found or len(found) < AGREE * len(partners):
        return False
    enough = len(found) > 1 or found[0][0].rows > LEAST_ROWS
    return enough and _is_side(found[0][1], found[0][0], lexicon)


def same_rows(a: PageTable, b: PageTable) -> bool:
    """Whether the rows of two tables stand at the same heights; merged ones may lack some."""
    fewer, more = sorted((a.ys, b.ys), key=len)
    near = sum(1 for y in fewer if min(abs(y - o) for o in more) <= LEVEL)
    return near == len(fewer) and abs(a.ys[0] - b.ys[0]) <= LEVEL and len(fewer) > 1


def _is_side(left: PageTable, right: PageTable, lexicon: Lexicon) -> bool:
    """Whether a table's headings are such as complete those of another."""
    ours, theirs = headers_of(left, lexicon), headers_of(right, lexicon)
    if not ours:
        return False
    if not theirs:
        return left.xs != right.xs
    # Each heading by itself: beside others of its own page, milestones would pass for actions.
    fields = {read_heading(c.heading).field for c in theirs[0].columns} - {"extra"}
    return not fields & {read_heading(c.heading).field for c in ours[0].columns}


def beside(left: PageTable, right: PageTable) -> PageTable:
    """Two parts of a sheet as one table: the right part's columns follow the left part's."""
    ys = left.ys if len(left.ys) >= len(right.ys) else right.ys
    shift = left.xs[-1] - right.xs[0]
    xs = left.xs + tuple(x + shift for x in right.xs[1:])
    cells = [_in_rows(c, left.ys, ys) for c in left.cells]
    for cell in right.cells:
        moved = _in_rows(cell, right.ys, ys)
        cells.append(
            moved._replace(
                column=cell.column + left.columns, last_column=cell.last_column + left.columns
            )
        )
    wide = left._replace(xs=xs, ys=ys, cells=tuple(cells))
    return _with_bands_widened(wide, left.columns)


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
    for row in range(table.rows):
        here = table.row(row)
        band = here[0]
        blank = [c for c in here if c.column >= left_columns and not c.lines]
        spans = band.column == 0 and band.last_column == left_columns - 1 and left_columns > 1
        if spans and band.lines and len(blank) == len(here) - 1:
            cells = [c for c in cells if c not in blank]
            cells[cells.index(band)] = band._replace(last_column=table.columns - 1)
    return table._replace(cells=tuple(cells))
