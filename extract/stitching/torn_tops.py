"""The rest of a torn row that stands right under the headings which a page repeats.

With no rule between them, or none down the page, such a rest is taken into the cells of the
headings or runs together over their columns. The headings are known from the page before: what a
row prints beyond them is a row of its own.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.stitching.headers import Header
from extract.stitching.joins import goes_on
from extract.tables.finding import PageTable, PageTables, TableCell
from extract.text.words import Line, Word, lines_of

SAME = 4.0
"""Points within which edges on two pages are the same."""
EDGE = 1.5
"""Points by which a word may stand over the edge of its column."""
NEAR = 3
"""Rows at the top of a table among which its headings stand."""
LEAST_HEADINGS, MOST_HEADS = 3, 12


class _Head(NamedTuple):
    """A row of headings as printed: the edges of its columns and the text of each."""

    xs: tuple[float, ...]
    texts: tuple[str, ...]


def with_tops_parted(pages: Sequence[PageTables]) -> list[PageTables]:
    """The pages, each table that goes on from the page before with its torn top in columns."""
    found: list[PageTables] = []
    before: PageTable | None = None
    heads: list[_Head] = []
    for page in pages:
        tables = list(page.tables)
        at = _that_goes_on(before, page)
        if at is not None and before is not None:
            tables[at] = _parted(tables[at], before, heads)
        found.append(page._replace(tables=tuple(tables)) if at is not None else page)
        same = at is not None and at == len(tables) - 1
        fresh = _heads(tables[-1]) if tables else ()
        heads = [*dict.fromkeys([*(heads if same else ()), *fresh])][:MOST_HEADS]
        before = tables[-1] if tables else None
    return found


def _that_goes_on(before: PageTable | None, page: PageTables) -> int | None:
    """Which table of a page is as wide as the last one before, and so may go on with it."""
    if before is None or before.page + 1 != page.page:
        return None
    ends = before.xs[0], before.xs[-1]
    return next(
        (
            at
            for at, t in enumerate(page.tables)
            if all(abs(x - o) < SAME for x, o in zip(ends, (t.xs[0], t.xs[-1]), strict=True))
        ),
        None,
    )


def _heads(table: PageTable) -> Iterator[_Head]:
    """The rows at the top of a table that could be its headings."""
    for row in range(min(NEAR, table.rows)):
        cells = table.row(row)
        whole = len(cells) == table.columns and all(c.row == row == c.last_row for c in cells)
        if whole and sum(1 for c in cells if c.lines) >= LEAST_HEADINGS:
            yield _Head(table.xs, tuple(_spelt(c.lines) for c in cells))


def _parted(table: PageTable, before: PageTable, heads: Sequence[_Head]) -> PageTable:
    """The table with its headings and the rest of a row under them each in their own cells."""
    for row in range(min(NEAR, table.rows)):
        for head in heads:
            if _is_spelt_over(table, row, head):
                return _in_columns(table, head)
            rest = _rest_below(table, row, head, before)
            if rest is not None:
                return _split(table, row, rest)
            if _is_repeated(table, row, head):
                return _with_rest_in_columns(table, row + 1, head, before)
    return table


def _spelt(lines: Sequence[Line]) -> str:
    return "".join("".join(line.text.lower().split()) for line in lines)


def _words(cell: TableCell) -> list[Word]:
    return [w for line in cell.lines for w in line.words]


def _has_columns(table: PageTable, head: _Head) -> bool:
    same = len(table.xs) == len(head.xs)
    return same and all(abs(x - o) < SAME for x, o in zip(table.xs, head.xs, strict=True))


def _is_repeated(table: PageTable, row: int, head: _Head) -> bool:
    cells = table.row(row)
    return _has_columns(table, head) and tuple(_spelt(c.lines) for c in cells) == head.texts


def surplus(before: Header, repeated: Header) -> str:
    """The words that repeated headings hold beyond those which they repeat, or ''."""
    pairs = zip(before.columns, repeated.columns, strict=False)
    texts = ((" ".join(c.heading.split()) for c in pair) for pair in pairs)
    return " ".join(
        again[len(first) :].strip()
        for first, again in texts
        if first and again.lower().startswith(f"{first.lower()} ")
    )


# --- headings that no rule parts -------------------------------------------------------------


def _is_spelt_over(table: PageTable, row: int, head: _Head) -> bool:
    """Whether the words of a row without columns are the headings, each over its own column."""
    cells = [c for c in table.row(row) if c.lines]
    if table.columns >= len(head.texts) or not cells or any(c.parts for c in table.cells):
        return False
    columns = _by_column([w for c in cells for w in _words(c)], head.xs)
    return columns is not None and tuple(_spelt(lines) for lines in columns) == head.texts


def _by_column(words: Sequence[Word], xs: Sequence[float]) -> list[tuple[Line, ...]] | None:
    """The lines of each column; None where a word stands over an edge."""
    if any(w.x0 < x - EDGE and w.x1 > x + EDGE for w in words for x in xs[1:-1]):
        return None
    middles = [(w, w.middle[0]) for w in words]
    last = len(xs) - 2
    return [
        tuple(
            lines_of(
                w for w, x in middles if (x >= xs[i] or i == 0) and (x < xs[i + 1] or i == last)
            )
        )
        for i in range(last + 1)
    ]


def _in_columns(table: PageTable, head: _Head) -> PageTable:
    """The table with the columns of the page before; a text over their edges stays whole."""
    cells: list[TableCell] = []
    for row in range(table.rows):
        own = [c for c in table.row(row) if c.row == row]
        columns = _by_column([w for c in own for w in _words(c)], head.xs)
        if not own or columns is None or any(c.last_row != row for c in own):
            cells += [c._replace(column=0, last_column=len(head.texts) - 1) for c in own[:1]]
            cells[-1:] = [_with_lines_of(cells[-1], own)] if own else cells[-1:]
            continue
        cells += [_cell(own[0], i, i, head.xs, lines) for i, lines in enumerate(columns)]
    return table._replace(xs=head.xs, cells=tuple(cells))


def _with_lines_of(cell: TableCell, own: Sequence[TableCell]) -> TableCell:
    """A cell with the words of all that it stands for."""
    return cell._replace(lines=tuple(lines_of(w for c in own for w in _words(c))))


def _cell(
    like: TableCell, first: int, last: int, xs: Sequence[float], lines: tuple[Line, ...]
) -> TableCell:
    box = (xs[first], like.box[1], xs[last + 1], like.box[3])
    return like._replace(column=first, last_column=last, box=box, lines=lines)


# --- a rest within the cells of the headings ---------------------------------------------------


def _rest_below(table: PageTable, row: int, head: _Head, before: PageTable) -> float | None:
    """Where a rest begins in a row of headings, below their last lines; None where none is."""
    cells = table.row(row)
    if not _has_columns(table, head) or len(cells) != len(head.texts):
        return None
    if any(c.row != c.last_row or c.parts for c in cells):
        return None
    counts = [_headed(c.lines, text) for c, text in zip(cells, head.texts, strict=True)]
    named = [(c, n) for c, n in zip(cells, counts, strict=True) if n is not None]
    if len(named) < len(cells):
        return None
    titles = [line for c, n in named for line in c.lines[:n]]
    rests = [(c, c.lines[n:]) for c, n in named if len(c.lines) > n]
    if not rests or not titles:
        return None
    top = min(lines[0].top for _, lines in rests)
    if any(line.top + line.bottom > 2 * top for line in titles):
        return None
    set_apart = all(t.bold for t in titles) and not any(ln.bold for _, ls in rests for ln in ls)
    return top if set_apart or any(_is_torn(c.column, ls, before) for c, ls in rests) else None


def _headed(lines: Sequence[Line], text: str) -> int | None:
    """How many lines at the top of a cell spell its heading; None where they do not."""
    return next((n for n in range(len(lines) + 1) if _spelt(lines[:n]) == text), None)


def _is_torn(column: int, lines: Sequence[Line], before: PageTable) -> bool:
    """Whether a text surely goes on with the last one of its column on the page before."""
    last = [c for c in before.row(before.rows - 1) if c.column == column == c.last_column]
    held = last[0].text if last else ""
    return bool(held) and goes_on(held, " ".join(line.text for line in lines))


def _split(table: PageTable, row: int, top: float) -> PageTable:
    """The table with a row parted in two above the lines that begin at `top`."""
    edge = top - 1.0
    ys = (*table.ys[: row + 1], edge, *table.ys[row + 1 :])
    cells: list[TableCell] = []
    for cell in table.cells:
        if cell.row > row:
            cells.append(cell._replace(row=cell.row + 1, last_row=cell.last_row + 1))
        elif cell.last_row < row:
            cells.append(cell)
        else:
            x0, y0, x1, y1 = cell.box
            upper = tuple(line for line in cell.lines if line.top < edge)
            lower = tuple(line for line in cell.lines if line.top >= edge)
            cells.append(cell._replace(box=(x0, y0, x1, edge), lines=upper))
            below = cell._replace(box=(x0, edge, x1, y1), lines=lower)
            cells.append(below._replace(row=row + 1, last_row=row + 1))
    return table._replace(ys=ys, cells=tuple(sorted(cells, key=lambda c: (c.row, c.column))))


# --- a rest whose cells run together -----------------------------------------------------------


def _with_rest_in_columns(table: PageTable, row: int, head: _Head, before: PageTable) -> PageTable:
    """The table with cells that run together under its headings parted, if a text goes on there."""
    own = [c for c in table.row(row) if c.row == row]
    wide = [c for c in own if c.lines and c.last_column > c.column]
    if not wide or any(c.last_row != row or c.parts for c in own):
        return table
    columns = _by_column([w for c in own for w in _words(c)], head.xs)
    if columns is None or not any(
        _is_torn(i, lines, before) for i, lines in enumerate(columns) if lines
    ):
        return table
    likes = {i: c for c in own for i in range(c.column, c.last_column + 1)}
    kept = [c for c in table.cells if c not in own]
    kept += [_cell(likes[i], i, i, table.xs, ln) for i, ln in enumerate(columns) if i in likes]
    return table._replace(cells=tuple(sorted(kept, key=lambda c: (c.row, c.column))))
