"""Forms whose labels stand above their values, in several rows: headings, values, headings, values.

Each row of headings asks for something else, and one row of values follows it: together they are
one action, though either half would do for a table.
"""

from collections.abc import Sequence

from extract.headings.reading import read_headings
from extract.records import Field
from extract.stitching.headers import KNOWN, heading_text
from extract.tables.finding import PageTable, TableCell
from extract.text.lexicon import Lexicon

LONGEST = 110
"""Letters; a label is no longer."""
LEAST = 2
"""Rows of headings that ask for different things, without which a table is like any other."""
Pair = tuple[TableCell, TableCell]


def stacked_pairs(table: PageTable, lexicon: Lexicon, least: int = LEAST) -> list[Pair]:
    """Each label with the cell of its value, below it; empty where a table is none of such forms.

    Values that a page's end tore from their labels have a blank one, and such labels blank values.
    Where forms like this one came before, `least` may be 1.
    """
    pairs: list[Pair] = []
    asked: dict[tuple[str, ...], set[Field]] = {}
    rows = [[c for c in table.row(row) if c.row == row] for row in range(table.rows)]
    if rows and least < LEAST and not _fields(rows[0], lexicon):
        pairs += [(cell._replace(lines=()), cell) for cell in rows.pop(0)]
        if not rows:
            return pairs
    if len(rows) % 2:
        rows.append([cell._replace(lines=()) for cell in rows[-1]])
    for labels, values in zip(rows[::2], rows[1::2], strict=True):
        fields = _fields(labels, lexicon)
        if not fields or not _are_below(labels, values) or _fields(values, lexicon):
            return []
        asked[tuple(c.text for c in labels)] = fields
        pairs += zip(labels, values, strict=True)
    several = sum(len(fields) for fields in asked.values()) == len(set().union(*asked.values()))
    return pairs if len(asked) >= least and several else []


def _fields(cells: Sequence[TableCell], lexicon: Lexicon) -> set[Field]:
    """What a row asks for, if all of its cells are known headings."""
    if not cells or not all(c.lines and c.last_row == c.row for c in cells):
        return set()
    if any(len(c.text) > LONGEST for c in cells):
        return set()
    readings = read_headings([heading_text(c, lexicon) for c in cells])
    known = all(r.score >= KNOWN and r.field != "extra" for r in readings)
    return {r.field for r in readings} if known else set()


def _are_below(labels: Sequence[TableCell], values: Sequence[TableCell]) -> bool:
    """Whether two rows have the same columns."""
    spans = [[(c.column, c.last_column) for c in row] for row in (labels, values)]
    return spans[0] == spans[1]
