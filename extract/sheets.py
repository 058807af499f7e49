"""Plans printed from a spreadsheet: the last columns stand on other pages.

The pages come 'down then over' (all left parts, then all right parts) or 'over then down' (left and
right parts in turn). Parts belong together where their rows stand at the same heights.
"""

from collections.abc import Sequence
from typing import NamedTuple

from extract.beside import beside
from extract.headers import headers_of
from extract.headings import read_heading
from extract.lexicon import Lexicon
from extract.seams import Pair, Seam, seam_of
from extract.sheet_ends import restacked, with_lines_joined
from extract.tables import PageTable, PageTables

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
    for part in range(1, order.parts):
        ends = [(left, left + order.stride * part) for left in order.lefts]
        met = [pair for a, b in ends for pair in partners(out[a], out[b])]
        pairs = [(left, right) for left, right in met if left]
        if not pairs:
            continue
        seam = seam_of(pairs)
        for a, b in ends:
            out[a], out[b] = _joined(out[a], out[b], seam)
    return out


def partners(left: PageTables, right: PageTables) -> list[tuple[PageTable | None, PageTable]]:
    """Each table of a right page with the one of the left page that has its rows, if any."""
    tables = restacked(left, right).tables
    return [(next((t for t in left.tables if same_rows(t, p)), None), p) for p in tables]


def _joined(left: PageTables, right: PageTables, seam: Seam) -> tuple[PageTables, PageTables]:
    """Two pages, with each table of the right one moved beside its partner on the left one."""
    right = restacked(left, right)
    tables, rest = list(left.tables), []
    for partner, part in partners(left, right):
        if partner is None:
            rest.append(part)
        else:
            left, right = with_lines_joined(left, right, (partner, part), seam)
            tables[tables.index(partner)] = beside(partner, part, seam)
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
    met = [
        pair
        for left in order.lefts
        for number in range(1, order.parts)
        for pair in partners(pages[left], pages[left + order.stride * number])
    ]
    found = [(left, right) for left, right in met if left]
    if not found or len(found) < AGREE * len(met):
        return False
    enough = len(found) > 1 or found[0][1].rows > LEAST_ROWS
    return enough and _is_side(found, lexicon)


def same_rows(a: PageTable, b: PageTable) -> bool:
    """Whether the rows of two tables stand at the same heights; merged ones may lack some."""
    fewer, more = sorted((a.ys, b.ys), key=len)
    near = sum(1 for y in fewer if min(abs(y - o) for o in more) <= LEVEL)
    # A title row over the headings has no rule at the edge of a sheet that is cut.
    level = abs(a.ys[0] - b.ys[0]) <= LEVEL or (b.open_left and fewer is b.ys)
    return near == len(fewer) > 1 and level


def _is_side(pairs: Sequence[Pair], lexicon: Lexicon) -> bool:
    """Whether the right tables' headings are such as complete those of the left ones."""
    seam = seam_of(pairs)
    left, right = pairs[0]
    shared = seam.again + seam.shared
    ours, theirs = headers_of(left, lexicon), headers_of(right, lexicon)
    if not ours and not shared:
        return False
    if not theirs:
        return bool(shared) or left.xs != right.xs
    # Each heading by itself: beside others of its own page, milestones would pass for actions.
    rest = [c for c in theirs[0].columns if c.x0 >= right.xs[shared] - 1]
    fields = {read_heading(c.heading).field for c in rest} - {"extra"}
    named = {read_heading(c.heading).field for h in ours[:1] for c in h.columns}
    return bool(rest) and not fields & named
