"""Plans printed from a spreadsheet: the last columns stand on other pages.

The pages come 'down then over' (all left parts, then all right parts) or 'over then down' (left and
right parts in turn). Parts belong together where their rows stand at the same heights.
"""

from collections.abc import Sequence

from extract.headings.reading import read_heading
from extract.stitching.bare_sides import bare_sides
from extract.stitching.beside import beside
from extract.stitching.forms import entries_of
from extract.stitching.headers import headers_of
from extract.stitching.seams import Pair, Seam, seam_of
from extract.stitching.sheet_ends import restacked, with_lines_joined
from extract.tables.finding import PageTable, PageTables
from extract.text.lexicon import Lexicon

LEVEL = 2.5
"""Points; rows of two parts stand at the same height within this."""
AGREE = 0.85
"""Share of the pages whose rows must agree."""
MOST_PARTS = 4
MOST_OTHERS = 2
"""Pages with other tables before and behind the sheets."""
LEAST_ROWS = 3
"""Rows that must agree where there are but two parts to compare."""


Sheets = tuple[tuple[int, ...], ...]
"""The pages, by index, on which the parts of each sheet stand, from left to right."""


def put_together(pages: Sequence[PageTables], lexicon: Lexicon) -> list[PageTables]:
    """The pages, with the parts of sheets joined into wide tables on the left part's page."""
    sheets, out = sheets_of(pages, lexicon), list(pages)
    bare = None if sheets else bare_sides(pages, lexicon)
    if bare is not None:
        sheets, out = bare
    for part in range(1, len(sheets[0]) if sheets else 0):
        met = [pair for s in sheets for pair in partners(out[s[0]], out[s[part]])]
        pairs = [(left, right) for left, right in met if left]
        if not pairs:
            continue
        seam = seam_of(pairs)
        for sheet in sheets:
            a, b = sheet[0], sheet[part]
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
        if partner is None or partner not in tables:  # each has one part beside it
            rest.append(part)
        else:
            left, right = with_lines_joined(left, right, (partner, part), seam)
            tables[tables.index(partner)] = beside(partner, part, seam)
    return left._replace(tables=tuple(tables)), right._replace(tables=tuple(rest))


def sheets_of(pages: Sequence[PageTables], lexicon: Lexicon) -> Sheets:
    """The sheets that the rows' heights and the headings agree on, if any.

    Tables of another kind may stand before and behind them.
    """
    with_tables = [i for i, p in enumerate(pages) if p.tables]
    for others in range(MOST_OTHERS + 1):
        for first in range(others + 1):
            found = _sheets_in(
                with_tables[first : len(with_tables) - others + first], pages, lexicon
            )
            if found:
                return found
    return ()


def _sheets_in(
    numbers: Sequence[int], pages: Sequence[PageTables], lexicon: Lexicon
) -> Sheets | None:
    """The sheets that all of these pages belong to, if they do."""
    for parts in range(2, MOST_PARTS + 1):
        if len(numbers) % parts or not numbers:
            continue
        height = len(numbers) // parts
        down = tuple(tuple(numbers[i::height]) for i in range(height))
        over = tuple(tuple(numbers[i : i + parts]) for i in range(0, len(numbers), parts))
        for sheets in (down, over):
            if _fits(pages, sheets, lexicon):
                return sheets
    return None


def _fits(pages: Sequence[PageTables], sheets: Sheets, lexicon: Lexicon) -> bool:
    """Whether nearly every part has a partner, and the first ones are no plans of their own."""
    met = [
        pair
        for sheet in sheets
        for number in sheet[1:]
        for pair in partners(pages[sheet[0]], pages[number])
    ]
    found = [(left, right) for left, right in met if left]
    if not found or len(found) < AGREE * len(met):
        return False
    enough = len(found) > 1 or found[0][1].rows > LEAST_ROWS
    # Forms are alike from page to page, as if their labels were columns that come again.
    forms = any(entries_of(right, lexicon) for _, right in found)
    return enough and not forms and _is_side(found, lexicon)


def same_rows(a: PageTable, b: PageTable) -> bool:
    """Whether the rows of two tables stand at the same heights; merged ones may lack some."""
    fewer, more = sorted((a.ys, b.ys), key=len)
    # A title row over the headings has no rule at the edge of a sheet that is cut.
    level = abs(a.ys[0] - b.ys[0]) <= LEVEL or (b.open_left and fewer is b.ys)
    if not level or len(fewer) < 2:
        return False
    return all(min([abs(y - o) for o in more]) <= LEVEL for y in fewer)


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
