"""Tables whose columns no rule parts: read by how their words are aligned.

Where horizontal rules part the rows, these are kept; where there are none, rows begin at the
numbers of the first column or after a wider gap. Columns are parted by the gutters that no line
of text crosses, beside which words begin at one left edge.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from extract.page import PageContent
from extract.tables.across import Area, Region, bounds_of, regions_of
from extract.tables.close_headings import columns_under
from extract.tables.grid import Grid, cells_of
from extract.tables.heading_lines import heading_blocks, strength, table_lines
from extract.tables.row_starts import (
    in_columns,
    is_band,
    is_one_text,
    row_starts,
)
from extract.tables.rules import Span
from extract.text.words import Line, Word, lines_of

LEAST_SPOILT = 1.5
"""Headings that lines below them must spoil to be none, where both are set alike."""
LEAST_ROWS = 3
"""Rows; a single one may fall into two parts by its paragraphs."""


def aligned_grids(
    content: PageContent,
    words: Sequence[Word],
    grids: Sequence[Grid],
    learned: Sequence[float],
    *,
    fills: bool = False,
) -> list[Grid]:
    """The tables of a page that its rules, or with `fills` the edges of its fills, do not close.

    `learned` are the column edges of such a table on the page before, or nothing.
    """
    regions = regions_of(content, [g.box for g in grids], fills=fills)
    free = [w for w in words if not any(_within(w, g.box) for g in grids)] if regions else []
    if not free:
        return []
    found = []
    for region in regions:
        parts = _parts_at_headings(region, free)
        for part in parts:
            ends = part is parts[0], part is parts[-1]
            found.append(_grid_by_rules(part, free, content, learned, ends))
    return [grid for grid in found if grid]


def unruled_grids(
    content: PageContent, words: Sequence[Word], grids: Sequence[Grid], learned: Sequence[float]
) -> list[Grid]:
    """The tables of a page that has neither rules nor fills to draw their cells."""
    free = [w for w in words if not any(_within(w, g.box) for g in grids)]
    return _grids_without_rules(free, content, learned)


def _within(word: Word, box: Area) -> bool:
    x, y = word.middle
    return box[0] - 2 <= x <= box[2] + 2 and box[1] - 1 <= y <= box[3] + 1


# --- horizontal rules only ------------------------------------------------------------------


def _parts_at_headings(region: Region, words: Sequence[Word]) -> list[Region]:
    """A region in parts, each with the headings of a plan on top: tables may share one width."""
    ys = sorted({s.at for s in region.rules})
    inside = [w for w in words if region.x0 - 2 <= w.x0 and w.x1 <= region.x1 + 12]
    rows = [lines_of(w for w in inside if a < w.middle[1] < b) for a, b in pairwise(ys)]
    starts = []
    for at, lines in enumerate(rows):
        if lines and strength(lines):
            first = at
            while first and rows[first - 1] and _is_over(rows[first - 1], lines):
                first -= 1
            starts.append(first)
    cuts = [0, *(at for at in starts if at), len(ys) - 1]
    parts = []
    for first, last in pairwise(cuts):
        rules = tuple(s for s in region.rules if ys[first] <= s.at <= ys[last])
        if last - first > 1 or len(cuts) == 2 or first in starts:
            parts.append(Region(region.x0, region.x1, rules))
    return parts


def _is_over(lines: Sequence[Line], head: Sequence[Line]) -> bool:
    """Whether a row is a title over headings, or names groups of them."""
    text = " ".join(line.text for line in lines)
    short = len(lines) <= 2 and len(text) < 120 and not any(c.isdigit() for c in text)
    return short and all(line.bold == head[0].bold for line in lines)


def _grid_by_rules(
    region: Region,
    words: Sequence[Word],
    content: PageContent,
    learned: Sequence[float],
    ends: tuple[bool, bool],
) -> Grid | None:
    """The grid of a region; `ends` say whether it may go on above its rules and below them."""
    ys = sorted({s.at for s in region.rules})
    inside = [w for w in words if region.x0 - 2 <= w.x0 and w.x1 <= region.x1 + 12]
    lines = lines_of(w for w in inside if ys[0] < w.middle[1] < ys[-1])
    head = _head(ys, inside)
    xs = _columns(region, content, head, lines, learned)
    if len(xs) < 4:
        return None
    inside = [w for w in words if xs[0] - 2 <= w.x0 and w.x1 <= xs[-1] + 12]
    top, bottom = _reach(ys, inside, xs)
    open_top, open_bottom = ends[0] and top < ys[0] - 3, ends[1] and bottom > ys[-1] + 3
    torn = _below_headings(head)
    edges = ([top] if open_top else []) + ys + ([bottom] if open_bottom else [])
    edges = sorted([*edges, *torn])
    more = _rows_of_body(edges, head, inside, xs, content)
    across = [*region.rules, *(Span(y, xs[0], xs[-1]) for y in (*torn, *more))]
    edges = sorted([*edges, *more])
    down = [Span(x, edges[0], edges[-1]) for x in xs]
    grid = _grid(xs, edges, across, down, open_top, open_bottom)
    return _with_bands(_with_groups(grid, head, inside), inside)


def _with_groups(grid: Grid, head: Sequence[Line], words: Sequence[Word]) -> Grid:
    """The grid with the texts of a row over its headings widened to name groups of columns."""
    if not head or not strength(head):
        return grid
    row = next(
        (r for r in range(1, grid.rows) if grid.ys[r] <= head[0].top + 2 < grid.ys[r + 1]), 0
    )
    inside = [w for w in words if row and grid.ys[row - 1] < w.middle[1] < grid.ys[row]]
    lines = lines_of(inside)
    own = sorted(c for c in grid.cells if c.row == row - 1 == c.last_row)
    named = [c for c in own if any(c.x0 - 2 <= w.x0 < c.x1 - 2 for w in inside)]
    if len(own) < grid.columns or not 1 < len(named) < grid.columns or not _is_over(lines, head):
        return grid
    starts = [0, *(c.column for c in named[1:]), grid.columns]
    wide = [own[a]._replace(last_column=b - 1, x1=grid.xs[b]) for a, b in pairwise(starts)]
    return grid._replace(cells=tuple(sorted([*(c for c in grid.cells if c not in own), *wide])))


def _below_headings(head: Sequence[Line]) -> list[float]:
    """Where the rest of a row torn by the page's end begins under headings without a rule."""
    strengths = [strength(head[:count]) for count in range(1, len(head) + 1)]
    most = max(strengths, default=0.0)
    count = max((n for n, s in enumerate(strengths, 1) if s == most), default=0)
    if not most or count >= len(head) or head[count].bold:
        return []
    if not head[count - 1].bold and most - strengths[-1] < LEAST_SPOILT:
        return []
    return [head[count].top - 1]


def _rows_of_body(
    edges: Sequence[float],
    head: Sequence[Line],
    words: Sequence[Word],
    xs: Sequence[float],
    content: PageContent,
) -> list[float]:
    """Where rows begin in a body that is one row by its rules, as under ruled headings alone."""
    if not head or not strength(head):
        return []
    bottom = max(line.bottom for line in head)
    body = lines_of(w for w in words if bottom <= w.top and w.middle[1] < edges[-1])
    tops = [y for y in edges if y > bottom - 1]
    filled = [
        (a, b) for a, b in pairwise(tops) if any(a < (k.top + k.bottom) / 2 < b for k in body)
    ]
    if len(filled) != 1:
        return []
    starts = row_starts(body, xs, bounds_of(content))
    return [y - 1.5 for y in starts[1:]] if len(starts) >= LEAST_ROWS else []


def _head(ys: Sequence[float], words: Sequence[Word]) -> list[Line]:
    """The row of headings among the first rows of a table, else its first row."""
    rows = [lines_of(w for w in words if a < w.middle[1] < b) for a, b in pairwise(ys[:4])]
    return max(rows, key=lambda lines: strength(lines) if lines else 0.0)


def _columns(
    region: Region,
    content: PageContent,
    head: Sequence[Line],
    lines: Sequence[Line],
    learned: Sequence[float],
) -> list[float]:
    """Column edges by the surest evidence at hand: drawn, learned, under headings, in gutters."""
    drawn = _edges_drawn(region, content)
    if learned and _is_part(drawn, learned):
        return list(learned)
    best = columns_under(head, lines, region.x0, region.x1, learned)
    if len(drawn) >= 4 and 3 * len(drawn) >= 2 * len(best):
        return drawn
    other = strength(head) and len(best) != len(learned)
    if learned and not other and region.x0 > learned[0] - 6 and region.x1 < learned[-1] + 6:
        return list(learned)
    return best


def _is_part(edges: Sequence[float], learned: Sequence[float]) -> bool:
    """Whether edges are among those of the page before: merged cells hide some."""
    return len(edges) >= 3 and all(min(abs(x - o) for o in learned) < 4 for x in edges)


def _grid(
    xs: Sequence[float],
    ys: Sequence[float],
    across: Sequence[Span],
    down: Sequence[Span],
    open_top: bool = False,
    open_bottom: bool = False,
) -> Grid:
    return Grid(tuple(xs), tuple(ys), tuple(cells_of(xs, ys, across, down)), open_top, open_bottom)


def _edges_drawn(region: Region, content: PageContent) -> list[float]:
    """Column edges that show in how rules or the fills of headings are drawn, cell by cell."""
    heights = {s.at for s in region.rules}
    top, bottom = min(heights), max(heights)
    ends: Counter[int] = Counter()
    for rule in content.rules:
        if not rule.vertical and any(abs(rule.top - y) < 2 for y in heights):
            ends.update({round(rule.x0), round(rule.x1)})
    often = {x for x, n in ends.items() if n >= max(3, 0.35 * len(heights))}
    for fill in content.fills:
        within = region.x0 - 4 <= fill.x0 and fill.x1 <= region.x1 + 4
        if within and top - 3 <= fill.top and fill.bottom <= bottom + 3:
            often |= {round(fill.x0), round(fill.x1)}
    edges: list[float] = []
    for x in sorted(often | {round(region.x0), round(region.x1)}):
        if not edges or x - edges[-1] > 5:
            edges.append(float(x))
    return edges


def _reach(ys: Sequence[float], words: Sequence[Word], xs: Sequence[float]) -> tuple[float, float]:
    """How far the table's text goes on past its first and last rules."""
    above = lines_of(w for w in words if w.middle[1] < ys[0])
    below = lines_of(w for w in words if w.middle[1] > ys[-1])
    top, bottom = ys[0], ys[-1]
    for line in reversed(above):
        if top - line.bottom > 0.9 * line.size or not in_columns(line, xs) or line.bold:
            break
        top = line.top - 1
    for line in below:
        if line.top - bottom > 0.9 * line.size or not in_columns(line, xs) or line.bold:
            break
        bottom = line.bottom + 1
    return top, bottom


def _with_bands(grid: Grid, words: Sequence[Word]) -> Grid:
    """The grid with each row whose one text crosses its columns as one full-width cell."""
    cells = list(grid.cells)
    for row in range(grid.rows):
        top, bottom = grid.ys[row], grid.ys[row + 1]
        lines = lines_of(w for w in words if top <= w.middle[1] <= bottom)
        if not lines or len(lines) > 4 or not any(is_band(line, grid.xs) for line in lines):
            continue
        own = [c for c in cells if c.row <= row <= c.last_row]
        if any(c.row != c.last_row for c in own) or not is_one_text(lines):
            continue
        cells = [c for c in cells if c not in own]
        last = grid.columns - 1
        cells.append(own[0]._replace(column=0, last_column=last, x0=grid.xs[0], x1=grid.xs[-1]))
    return grid._replace(cells=tuple(sorted(cells)))


# --- no rules at all ------------------------------------------------------------------------


def _grids_without_rules(
    words: Sequence[Word], content: PageContent, learned: Sequence[float]
) -> list[Grid]:
    """One grid under each set of heading lines, or one with the columns of the page before."""
    lines = lines_of(words)
    heads = heading_blocks(lines)
    bounds = bounds_of(content)
    grids = []
    if learned and (not heads or heads[0][0] > 3):
        before = lines[: heads[0][0]] if heads else lines
        body = table_lines(before, learned)
        if body:
            grids.append(_grid_of_lines([], body, learned, words, bounds))
    for at, (first, last) in enumerate(heads):
        end = heads[at + 1][0] if at + 1 < len(heads) else len(lines)
        head, below = lines[first : last + 1], lines[last + 1 : end]
        x0 = min(line.x0 for line in [*head, *below])
        xs = columns_under(head, [*head, *below], x0, content.width, learned)
        body = table_lines(below, xs)
        if len(xs) >= 4 and body:
            right = max(max(line.x1 for line in body) + 2, xs[-2] + 10)
            grids.append(_grid_of_lines(head, body, [*xs[:-1], right], words, bounds))
    return grids


def _grid_of_lines(
    head: Sequence[Line],
    body: Sequence[Line],
    xs: Sequence[float],
    words: Sequence[Word],
    bounds: Sequence[float],
) -> Grid:
    top = [head[0].top - 2] if head else []
    ys = [*top, *(y - 1.5 for y in row_starts(body, xs, bounds)), max(ln.bottom for ln in body) + 2]
    down = [Span(x, ys[0], ys[-1]) for x in xs]
    across = [Span(y, xs[0], xs[-1]) for y in ys]
    return _with_bands(_grid(xs, ys, across, down, not head, True), words)
