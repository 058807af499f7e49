"""Which rows of a table are its column headings, and what each column then holds."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from extract.headings.reading import HeadingReading, is_plan, read_headings
from extract.records import Field
from extract.stitching.blank_headings import field_below
from extract.stitching.grouped_headings import told_by_groups
from extract.stitching.header_columns import (
    HeaderColumn,
    with_numbers_apart,
    with_ratings_apart,
    without_guessed,
)
from extract.stitching.outright import agency_over
from extract.tables.finding import PageTable, PageTables, TableCell
from extract.text.cuts import CellLine, Measure
from extract.text.joining import compose
from extract.text.lexicon import Lexicon

KNOWN = 0.75
"""Score from which a wording counts as that of a heading."""
LONGEST = 110
"""Characters; a heading is rarely longer than this, and only beside others that are not."""
ALMOST = 90
"""Likeness, of 100, from which two rows of headings are one, read with slips."""
NUMBER = re.compile(r"(?:\s*(?:no\.?)?\s*\d{1,3}[a-z]?)?[\s:.]*$", re.IGNORECASE)
"""What a label may end in beside its words: 'Recommendation 1:'."""
SAME = 3.0
"""Points within which the edges of two columns are the same."""


class Header(NamedTuple):
    """The heading rows `first` to `last` of a table, inclusive."""

    first: int
    last: int
    columns: tuple[HeaderColumn, ...]
    plan: bool

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields of the columns."""
        return tuple(c.field for c in self.columns)

    @property
    def key(self) -> tuple[str, ...]:
        """What makes two headers the same, however their lines were broken."""
        return tuple("".join(c.heading.lower().split()) for c in self.columns)

    def repeated_by(self, other: "Header") -> bool:
        """Whether another header is this one again, but for headings that were cut or misread."""
        if self.key == other.key or self._is_cut_in(other):
            return True
        if self.fields != other.fields:
            return False
        mine, its = "|".join(self.key), "|".join(other.key)
        numbers = re.findall(r"\d", mine) == re.findall(r"\d", its)
        return numbers and fuzz.ratio(mine, its) >= ALMOST

    def after(self, before: "Header") -> "Header":
        """Give this header, which repeats another, what that one told of blanks."""
        if self.key != before.key:
            return self
        both = zip(self.columns, before.columns, strict=True)
        told = (c if c.heading else c._replace(field=b.field) for c, b in both)
        return self._replace(columns=tuple(told))

    def _is_cut_in(self, other: "Header") -> bool:
        """Whether a spreadsheet prints the same columns again with headings that it cuts off."""
        if len(self.columns) != len(other.columns):
            return False
        return all(
            abs(a.x0 - b.x0) < SAME
            and abs(a.x1 - b.x1) < SAME
            and (k == o or (k and o and (k.startswith(o) or o.startswith(k))))
            for a, b, k, o in zip(self.columns, other.columns, self.key, other.key, strict=True)
        )


def headers_of(table: PageTable, lexicon: Lexicon) -> list[Header]:
    """The header rows of a table, from top to bottom."""
    found: list[Header] = []
    row = 0
    while row < table.rows:
        header = _lowest(table, _header_at(table, row, lexicon), lexicon)
        if header and (header.plan or _may_be_other(header, table)):
            found.append(header)
            row = header.last
        row += 1
    return found


def _header_at(table: PageTable, row: int, lexicon: Lexicon) -> Header | None:
    """The header that ends in this row, or one row on where that one names more columns."""
    best = _read_row(table, row, lexicon)
    group = row + 1 < table.rows and _is_group(table, row)
    below = _read_row(table, row + 1, lexicon) if group else None
    if below and (best is None or len(below[0]) >= len(best[0])):
        cells, readings = below
        return _header(table, row, row + 1, cells, readings)
    if best is None:
        return None
    cells, readings = best
    return _header(table, row, max(c.last_row for c in cells), cells, readings)


def _lowest(table: PageTable, header: Header | None, lexicon: Lexicon) -> Header | None:
    """Of two header rows one under the other the lower one: the upper names groups of columns."""
    if header is None or header.last + 1 >= table.rows:
        return header
    below = _header_at(table, header.last + 1, lexicon)
    if below is None or not below.plan:
        return header
    named, lower = (sum(1 for c in h.columns if c.heading) for h in (header, below))
    return below._replace(first=header.first) if lower > named else header


def _may_be_other(header: Header, table: PageTable) -> bool:
    """Whether headings that make no plan by themselves stand where a table's headings do."""
    named = sum(1 for c in header.columns if c.heading)
    above = sum(1 for row in range(header.first) if any(c.lines for c in table.row(row)))
    return above <= 1 and (named > 1 or table.columns == 1)


def _is_group(table: PageTable, row: int) -> bool:
    """Whether a row holds headings over groups of the columns below it."""
    cells = [c for c in table.row(row) if c.text]
    wide = [c for c in cells if c.last_column > c.column]
    short = all(len(c.text) <= LONGEST for c in cells)
    named = labelled(table, row) or agency_over(cells)
    return bool(wide) and len(cells) > 1 and short and not named


def labelled(table: PageTable, row: int) -> list[tuple[HeadingReading, TableCell]]:
    """The labels of a row and the cell beside each, which is no heading: 'Agency | Kent Police'.

    Empty where the row is no such one. The last value reaches to the table's end.
    """
    cells = [c for c in table.row(row) if c.row == row]
    merged = any(c.last_column > c.column for c in cells[1::2])
    if len(cells) not in (2, 4) or table.columns < 3 or not (merged or len(cells) == 4):
        return []
    if not all(c.lines for c in cells) or cells[-1].last_column < table.columns - 1:
        return []
    pairs = list(zip(cells[::2], cells[1::2], strict=True))
    labels = read_headings([NUMBER.sub("", " ".join(c.text.split())) for c, _ in pairs])
    values = read_headings([value.text for _, value in pairs])
    least = KNOWN if merged else 0.95
    known = all(r.score >= least and r.field != "extra" for r in labels)
    if not known or any(r.score >= (0.9 if merged else 0.6) for r in values):
        return []
    return [(r, value) for r, (_, value) in zip(labels, pairs, strict=True)]


def _read_row(
    table: PageTable, row: int, lexicon: Lexicon
) -> tuple[list[TableCell], tuple[HeadingReading, ...]] | None:
    cells = [c for c in table.row(row) if c.text]
    long = [c for c in cells if len(c.text) > LONGEST]
    if not cells or _too_tall(cells, table):
        return None
    if long and row and not all(c.fill or c.lines[0].bold for c in cells):
        return None  # long headings stand first, or are set as headings are
    if len(table.row(row)) == 1 and table.columns > 1:
        return None
    if 2 * len(long) > len(cells):
        return _with_prompts(cells)
    readings = read_headings([heading_text(c, lexicon) for c in cells])
    known = [r for r in readings if r.score >= KNOWN and len(r.text) <= LONGEST]
    fields = {r.field for r in known if r.field != "extra"}
    least = 3 if long else 2 if len(cells) > 1 else 1
    if len(fields) < least or 2 * len(known) < len(cells) or labelled(table, row):
        return None
    above = table.row(row - 1) if row and _is_group(table, row - 1) else ()
    return cells, told_by_groups(above, cells, readings)


def _with_prompts(
    cells: Sequence[TableCell],
) -> tuple[list[TableCell], tuple[HeadingReading, ...]] | None:
    """Headings under each of which its own cell explains what to fill in, if all are known."""
    readings = read_headings([_opening(cell) for cell in cells])
    fields = {r.field for r in readings if r.score >= KNOWN} - {"extra"}
    if len(fields) < 3 or any(r.score < KNOWN for r in readings):
        return None
    whole = [r.model_copy(update={"text": c.text}) for c, r in zip(cells, readings, strict=True)]
    return list(cells), tuple(whole)


def _opening(cell: TableCell) -> str:
    """The first lines of a cell that read as a heading, or its first line."""
    texts = [" ".join(ln.text for ln in cell.lines[:count]) for count in (3, 2, 1)]
    known = [t for t in texts if len(t) <= LONGEST and read_headings([t])[0].score >= KNOWN]
    return known[0] if known else cell.lines[0].text


def _too_tall(cells: Sequence[TableCell], table: PageTable) -> bool:
    """Whether a cell reaches down over most of a longer table, as no heading does."""
    return any(c.last_row - c.row >= 2 for c in cells) and table.rows > 3


def heading_text(cell: TableCell, lexicon: Lexicon) -> str:
    """A heading with the words that its narrow column cut put together."""
    x0, _, x1, _ = cell.box
    left = min((line.x0 for line in cell.lines), default=x0)
    pad = max(0.0, left - x0)
    right = max([x1 - pad, *(line.x1 for line in cell.lines)])
    measure = Measure(left, right)
    text, _ = compose([CellLine(line, measure) for line in cell.lines], lexicon)
    return " ".join(text.split())


def _strength(readings: Sequence[HeadingReading]) -> float:
    return sum(r.score for r in readings)


def _header(
    table: PageTable,
    first: int,
    last: int,
    cells: Sequence[TableCell],
    readings: Sequence[HeadingReading],
) -> Header:
    columns = [
        HeaderColumn(r.text, r.field, *table.stretch(c))
        for c, r in zip(cells, readings, strict=True)
    ]
    fields = [r.field for r in readings]
    for cell in table.row(last):
        if not cell.text and cell.row <= last:
            field = field_below(table, cell, fields)
            columns.append(HeaderColumn("", field, *table.stretch(cell)))
    columns.sort(key=lambda c: c.x0)
    columns = with_numbers_apart(columns, table, last)
    columns = with_ratings_apart(columns, table, last)
    if table.reading != "ruled":
        columns = without_guessed(columns)
    plan = is_plan([r.field for r in readings if r.score >= 0.6]) and not _is_history(readings)
    return Header(first, last, tuple(columns), plan)


def _is_history(readings: Sequence[HeadingReading]) -> bool:
    """Whether headings are those of a table of versions or of a chronology."""
    words = {word for r in readings for word in r.text.lower().split()}
    return bool(words & {"version", "event", "events"})


def completed(header: Header, table: PageTable, lexicon: Lexicon) -> Header | None:
    """The header with the headings that a page's end cut off, from the first row of the next page.

    None where that row is no such rest. Headings may be cut off whole, so that every text stands
    under a blank, or each may be torn between its lines.
    """
    cells = [c for c in table.row(0) if c.text]
    columns = list(header.columns)
    for cell in cells:
        x0, _x1 = table.stretch(cell)
        at = next((i for i, c in enumerate(columns) if abs(c.x0 - x0) < 6 and not c.heading), None)
        reading = read_headings([heading_text(cell, lexicon)])[0]
        if at is None or reading.score < KNOWN:
            return _torn(header, table, cells)
        columns[at] = HeaderColumn(reading.text, reading.field, columns[at].x0, columns[at].x1)
    return header._replace(columns=tuple(columns)) if cells else None


def _torn(header: Header, table: PageTable, cells: Sequence[TableCell]) -> Header | None:
    """The header whose headings go on in bold cells of a first row; None where these are a row."""
    below = [c for c in table.row(1) if c.text] if table.rows > 1 else []
    if not all(c.lines[0].bold for c in cells) or all(c.lines[0].bold for c in below):
        return None
    columns, better = [], 0
    for column in header.columns:
        rest = " ".join(c.text for c in cells if abs(table.stretch(c)[0] - column.x0) < 6)
        whole = f"{column.heading}{rest}", f"{column.heading} {rest}".strip()
        first, second, alone = (read_headings([t])[0] for t in (*whole, column.heading))
        best = max(second, first, key=lambda reading: reading.score) if rest else alone
        if rest and best.score < min(alone.score, KNOWN):
            return None
        better += best.score > alone.score
        columns.append(column._replace(heading=best.text, field=best.field))
    return header._replace(columns=tuple(columns)) if better else None


def without_headings(
    cells: Sequence[TableCell | None], columns: Sequence[HeaderColumn]
) -> list[TableCell | None]:
    """The cells of a row without the headings that a missing rule left on top of its texts.

    Nothing changes unless most of the filled cells begin with their own column's heading.
    """
    rest = [_below_heading(c, column) for c, column in zip(cells, columns, strict=True)]
    filled = sum(1 for c in cells if c is not None and c.lines)
    cut = sum(1 for r in rest if r is not None)
    if cut < 3 or cut < 0.6 * filled:
        return list(cells)
    return [c if r is None else r for c, r in zip(cells, rest, strict=True)]


def _below_heading(cell: TableCell | None, column: HeaderColumn) -> TableCell | None:
    """A cell without the lines that spell its column's heading; None where it does not begin so."""
    heading = "".join(column.heading.lower().split())
    if cell is None or not heading:
        return None
    spelt = ""
    for count, line in enumerate(cell.lines, 1):
        spelt += "".join(line.text.lower().split())
        if spelt.replace("-", "") == heading.replace("-", ""):
            return cell._replace(lines=cell.lines[count:])
        if not heading.startswith(spelt.rstrip("-")):
            return None
    return None


def merged_fields(pages: Sequence[PageTables], lexicon: Lexicon) -> frozenset[Field]:
    """The fields whose columns merge cells over several rows, anywhere in the document."""
    found: set[Field] = set()
    for page in pages:
        for table in page.tables:
            tall = [c for c in table.cells if c.last_row > c.row and c.lines]
            if not tall:
                continue
            for header in headers_of(table, lexicon):
                for cell in tall:
                    if cell.row > header.last:
                        found |= {
                            c.field
                            for c in header.columns
                            if abs(c.x0 - table.stretch(cell)[0]) < 6
                        }
    return frozenset(found)
