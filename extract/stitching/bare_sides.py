"""The last columns of a spreadsheet printed without borders: text that stands level with its rows.

No rule says what such a page holds, and a single column of it is no table by itself. That its texts
begin, end or are centred at the very heights of another page's rows, below headings that this one
lacks, makes it the other part of these rows.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from extract.headings.reading import read_heading
from extract.stitching.headers import Header, headers_of
from extract.tables.close_headings import columns_under
from extract.tables.finding import GUESSED, PageTable, PageTables, TableCell, background
from extract.tables.gutters import edges_between
from extract.text.lexicon import Lexicon
from extract.text.words import Line, Word, lines_of

MOST_PARTS = 4
LEVEL = 0.15
"""Ems; texts of one row stand level within this."""
AGREE = 0.85
"""Share of the texts of the last columns that must stand level with a row."""
LEAST = 3
"""Texts that must, headings counted."""
KNOWN = 0.75
"""Score from which a wording counts as that of a heading."""
FLOWS = 1.5
"""Ems from line to line of one text, at most."""

Sheets = tuple[tuple[int, ...], ...]
Height = Callable[[Sequence[Line]], float]
HEIGHTS: tuple[Height, ...] = (
    lambda lines: lines[0].words[0].baseline,
    lambda lines: lines[-1].words[0].baseline,
    lambda lines: (lines[0].words[0].baseline + lines[-1].words[0].baseline) / 2,
)
"""Where a text stands in its cell: at the top, at the bottom, in the middle."""


class Found(NamedTuple):
    """Sheets, and the pages with the tables of all of their parts."""

    sheets: Sheets
    pages: list[PageTables]


def bare_sides(pages: Sequence[PageTables], lexicon: Lexicon) -> Found | None:
    """The most sheets in a row whose last columns stand on pages that no rules draw, if any."""
    headers = [_header(page, lexicon) for page in pages]
    for first, header in enumerate(headers):
        if header is None:
            continue
        run = list(takewhile(lambda page: _may_be_part(page, pages[first]), pages[first:]))  # noqa: B023
        again = {first + n for n, h in enumerate(headers[first:]) if h and header.repeated_by(h)}
        for sheets in _arrangements(first, len(run)):
            # Nearly always the first page beside tells that there are no sheets.
            if again.isdisjoint(n for sheet in sheets for n in sheet[1:]):
                found = _read(sheets, pages, header)
                if found is not None:
                    return found
    return None


def _header(page: PageTables, lexicon: Lexicon) -> Header | None:
    """The headings of a page's only table, where no rules close its cells."""
    if not _is_first_part(page):
        return None
    return next((h for h in headers_of(page.tables[0], lexicon) if h.plan), None)


def _is_first_part(page: PageTables) -> bool:
    return len(page.tables) == 1 and page.tables[0].reading in GUESSED


def _may_be_part(page: PageTables, first: PageTables) -> bool:
    """Whether a page is as large as the first one, and no rules close a table on it."""
    size = (page.width, page.height) == (first.width, first.height)
    return size and page.prose is None and all(t.reading in GUESSED for t in page.tables)


def _arrangements(first: int, room: int) -> Iterator[Sheets]:
    """How sheets may stand on so many pages from a first one on, those of the most pages first."""
    shapes = [(n, parts) for parts in range(2, MOST_PARTS + 1) for n in range(1, room // parts + 1)]
    for n, parts in sorted(shapes, key=lambda shape: (-shape[0] * shape[1], shape[1])):
        yield tuple(tuple(first + r + n * k for k in range(parts)) for r in range(n))
        if n > 1:
            yield tuple(tuple(first + r * parts + k for k in range(parts)) for r in range(n))


def _read(sheets: Sheets, pages: Sequence[PageTables], header: Header) -> Found | None:
    """The pages with the parts of all sheets as tables, if each part belongs to its rows."""
    if not all(_is_first_part(pages[sheet[0]]) for sheet in sheets):
        return None
    out = list(pages)
    right = max(pages[sheet[0]].tables[0].xs[-1] for sheet in sheets)
    for sheet in sheets:
        table = pages[sheet[0]].tables[0]
        wide = table._replace(xs=(*table.xs[:-1], right))
        out[sheet[0]] = out[sheet[0]]._replace(tables=(wide,))
    for part in range(1, len(sheets[0])):
        pairs = [(out[sheet[0]], pages[sheet[part]]) for sheet in sheets]
        sides = _sides(pairs[:1], header) and _sides(pairs, header)
        if sides is None:
            return None
        for sheet, (left, side) in zip(sheets, sides, strict=True):
            out[sheet[0]], out[sheet[part]] = left, side
    return Found(sheets, out)


def _sides(
    pairs: Sequence[tuple[PageTables, PageTables]], header: Header
) -> list[tuple[PageTables, PageTables]] | None:
    """Pages with a part of their rows on another page, both as tables; None if it is none."""
    words = [_words_beside(left.tables[0], side) for left, side in pairs]
    if not all(words):
        return None
    lines = [line for page in words for line in lines_of(page)]
    table = pairs[0][0].tables[0]
    head = [ln for ln in lines_of(words[0]) if _middle(ln) < table.ys[header.last + 1]]
    if not head:
        return None
    x0, x1 = min(ln.x0 for ln in lines), max(ln.x1 for ln in lines) + 2
    xs = tuple(edges_between(head, lines, x0, x1) or columns_under(head, lines, x0, x1))
    read = [
        _as_tables(left, side, held, xs) for (left, side), held in zip(pairs, words, strict=True)
    ]
    sides = [side.tables[0] for _, side in read]
    lefts = [left.tables[0] for left, _ in read]
    names = _heading_texts(sides[0], header)
    if not _complete(names, header) or not _are_level(lefts, sides):
        return None
    if not all(_are_again(a, b, names, header) for a, b in zip(lefts, sides, strict=True)):
        return None
    return read


def _words_beside(table: PageTable, page: PageTables) -> list[Word]:
    """The words of a page at the heights of another one's rows, and what flows on below them."""
    cells = [line for t in page.tables for cell in t.cells for line in cell.lines]
    every = [word for line in (*page.lines, *cells) for word in line.words]
    found: list[Word] = []
    bottom = table.ys[-1]
    for line in lines_of(every):
        if _middle(line) < table.ys[0]:
            continue
        if _middle(line) > bottom:
            before = [w for w in found if line.words[0].baseline - w.baseline > 0]
            near = FLOWS * line.size
            if not any(line.words[0].baseline - w.baseline <= near for w in before):
                continue
        found += line.words
    return found


def _middle(line: Line) -> float:
    return (line.top + line.bottom) / 2


def _as_tables(
    left: PageTables, side: PageTables, words: Sequence[Word], xs: tuple[float, ...]
) -> tuple[PageTables, PageTables]:
    """Two pages, each with a table of the same rows."""
    table = left.tables[0]
    columns = [
        lines_of(w for w in words if a - 2 <= w.x0 < b - 2 or (b == xs[-1] and w.x0 >= b - 2))
        for a, b in pairwise(xs)
    ]
    every = [line for column in columns for line in column]
    ys = _common_edges(table, every)
    cells = []
    for row, (top, bottom) in enumerate(pairwise(ys)):
        for column, (x0, x1) in enumerate(pairwise(xs)):
            box = (x0, top, x1, bottom)
            lines = tuple(ln for ln in columns[column] if top <= _middle(ln) < bottom)
            fill = background(box, side.fills)
            cells.append(TableCell(side.page, row, column, row, column, box, lines, fill))
    part = PageTable(side.page, xs, ys, tuple(cells), False, table.open_bottom, table.reading)
    taken = set(words)
    rest = tuple(ln for ln in side.lines if taken.isdisjoint(ln.words))
    return left._replace(tables=(_with_edges(table, ys),)), side._replace(
        tables=(part,), lines=rest
    )


def _common_edges(table: PageTable, lines: Sequence[Line]) -> tuple[float, ...]:
    """The edges of rows in the widest white that runs through the texts of both pages."""
    ours = [line for cell in table.cells for line in cell.lines]
    edges = list(table.ys)
    for at in range(1, len(edges) - 1):
        above = [ln.bottom for ln in ours if edges[at - 1] <= _middle(ln) < edges[at]]
        below = [ln.top for ln in ours if edges[at] <= _middle(ln) < edges[at + 1]]
        if above and below and max(above) < min(below):
            edges[at] = _in_white(max(above), min(below), lines) or edges[at]
    edges[-1] = max([edges[-1], *(line.bottom + 2 for line in lines)])
    return tuple(edges)


def _in_white(top: float, bottom: float, lines: Sequence[Line]) -> float | None:
    """Just above the end of the widest stretch between two heights that no line reaches into."""
    best, widest = None, 0.0
    reach = top
    inside = sorted((ln.top, ln.bottom) for ln in lines if ln.bottom > top and ln.top < bottom)
    for start, end in [*inside, (bottom, bottom)]:
        if start - reach > widest:
            best, widest = start - min(1.5, (start - reach) / 2), start - reach
        reach = max(reach, end)
    return best


def _with_edges(table: PageTable, ys: tuple[float, ...]) -> PageTable:
    """A table whose rows end elsewhere in the white between them."""
    cells = []
    for cell in table.cells:
        x0, _, x1, _ = cell.box
        cells.append(cell._replace(box=(x0, ys[cell.row], x1, ys[cell.last_row + 1])))
    return table._replace(ys=ys, cells=tuple(cells))


def _heading_texts(side: PageTable, header: Header) -> list[str]:
    """What stands over each column of the last ones, at the height of the first ones' headings."""
    heads = [c for c in side.cells if c.row <= header.last]
    return [" ".join(c.text for c in heads if c.column == k).strip() for k in range(side.columns)]


def _complete(names: Sequence[str], header: Header) -> bool:
    """Whether headings go on with those of a plan: known ones, and only first ones stand there too.

    A spreadsheet may print its first columns again on each sheet.
    """
    ours = ["".join(c.heading.lower().split()) for c in header.columns]
    theirs = ["".join(name.lower().split()) for name in names]
    again = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(ours, theirs, strict=False))
    )
    if any(name in ours for name in theirs[again:]) or again == len(theirs):
        return False
    readings = [read_heading(name) for name in names[again:] if name]
    return any(r.score >= KNOWN and r.field != "extra" for r in readings)


def _are_again(left: PageTable, side: PageTable, names: Sequence[str], header: Header) -> bool:
    """Whether columns whose headings are printed again hold the same texts again."""
    for at, column in enumerate(header.columns[: len(names)]):
        if column.heading.lower().split() != names[at].lower().split():
            return True
        ours, its = ([c.text for c in t.cells if c.column == at] for t in (left, side))
        if ours != its:
            return False
    return True


def _are_level(lefts: Sequence[PageTable], sides: Sequence[PageTable]) -> bool:
    """Whether nearly all texts of the last columns stand level with their rows in one way."""
    for height in HEIGHTS:
        level = total = 0
        for left, side in zip(lefts, sides, strict=True):
            for cell in side.cells:
                if cell.lines:
                    total += 1
                    at = height(cell.lines)
                    near = LEVEL * cell.lines[0].size
                    ours = [c for c in left.row(cell.row) if c.lines]
                    level += any(abs(height(c.lines) - at) <= near for c in ours)
        if level >= max(LEAST, AGREE * total):
            return True
    return False
