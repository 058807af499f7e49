"""Rows over the whole width of a table: which they are, and what kinds there are of them."""

import re
from collections.abc import Iterable, Sequence

from extract.headings.reading import HeadingReading, read_headings
from extract.records import Doubt, Field
from extract.stitching.building import OpenCell, Piece
from extract.stitching.numbered import told_by_label
from extract.stitching.styles import Caption
from extract.tables.finding import PageTable, TableCell
from extract.text.words import lines_of

TELLING: frozenset[Field] = frozenset(
    {"evidence", "progress", "status_text", "rag", "completed_date_text", "target_date_text"}
)
"""Columns that a sheet may print apart from the actions."""
KNOWN = 0.75
LONGEST_LABEL = 10
"""Words; a label in front of a text is no longer."""
ASIDE = re.compile(
    r"\([^)]*\)|\b(?:as at|as of|at|on|to|for|up to|from)\b|\b\d+(?:st|nd|rd|th)?\b|[/.]|"
    r"\bq[1-4]\b|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b",
    re.IGNORECASE,
)
"""What a label may say besides of when it was written, and by whom."""
FEW = 4
"""Words; what stands beside a recommendation in its own row is no longer."""
REFERENCE = re.compile(r"(?:rec(?:ommendation)?\.?\s*)?[A-Z]{0,2}\d{1,3}[.)]?", re.IGNORECASE)
SUM = re.compile(r"[£€]?\s*[\d.,\s]+%?")
NOTE = re.compile(r"notes?|n\.?b\.?|please note", re.IGNORECASE)
TOTAL = re.compile(r"^(?:grand |sub-?)?totals?\b", re.IGNORECASE)


def is_band(cells: Sequence[TableCell], table: PageTable, row: int, plain: frozenset[str]) -> bool:
    """Whether a row is one text over the whole width of its table, or set as if it were.

    `plain` are the fills that ordinary rows have in this document.
    """
    if table.columns < 2 or any(c.row < row for c in cells):
        return False
    filled = [c for c in cells if c.text]
    if len(filled) != 1:
        return False
    start, end = table.stretch(filled[0])
    merged = filled[0].last_column > filled[0].column  # a wide column alone is none
    if merged and end - start > 0.7 * (table.xs[-1] - table.xs[0]):
        return True
    # Spreadsheets leave such a row unmerged: its one text stands first, in a row set apart.
    fills = {c.fill for c in cells}
    coloured = len(fills) == 1 and not fills & (plain | {""})
    set_apart = len(fills) == 1 and filled[0].lines[0].bold
    return filled[0].column == 0 and table.columns > 2 and (coloured or set_apart)


def plain_fills(tables: Iterable[PageTable]) -> frozenset[str]:
    """The fills of ordinary rows, as tables have whose rows are coloured in turn."""
    found: set[str] = set()
    for table in tables:
        for row in range(table.rows):
            filled = [c for c in table.row(row) if c.lines]
            if len(filled) > 1 and not all(c.lines[0].bold for c in filled):
                found |= {c.fill for c in filled if c.fill}
    return frozenset(found)


def band_captions(table: PageTable, plain: frozenset[str]) -> list[Caption]:
    """The full-width rows of a table as captions."""
    found: list[Caption] = []
    last = -2
    for row in range(table.rows):
        cells = [c for c in table.row(row) if c.row == row]
        if is_band(table.row(row), table, row, plain) or (table.columns == table.rows == 1):
            text = next((c for c in cells if c.lines), None)
            if text is not None:
                cell = OpenCell([Piece.of(table, text)])
                found.append(Caption.of_band(cell, text, plain))
                found[-1].stacked, last = last == row - 1, row
    return found


def recommendation_in(cells: Sequence[TableCell], table: PageTable, row: int) -> TableCell | None:
    """The recommendation that a row holds for those below it, beside its number or few words.

    'Recommendation 1: …' over most of the width with 'Accepted' behind it, or '1' and a text that
    is merged over all that follows.
    """
    filled = [c for c in cells if c.text]
    if len(filled) < 2 or any(c.row < row for c in cells):
        return None
    first, second = filled[:2]
    wide = 0.5 * (table.xs[-1] - table.xs[0])
    start, end = table.stretch(first)
    if first.last_column > first.column and end - start > wide:
        told = told_by_label(first.text)
        short = all(len(c.text.split()) <= FEW for c in filled[1:])
        return first if told and told.kind == "recommendation" and told.numbered and short else None
    rest = table.columns - 1 - second.column
    number = first.column == 0 and len(filled) == 2 and REFERENCE.fullmatch(first.text.strip())
    merged = second.last_column == table.columns - 1 and rest >= 2
    return second if number and merged and len(second.text.split()) > FEW else None


def told_of_row(cell: TableCell) -> tuple[HeadingReading, TableCell] | None:
    """The label and the rest of a full-width row that tells of the one above: 'Progress: …'."""
    words = cell.lines[0].words
    end = next((i for i, word in enumerate(words, 1) if word.text.endswith(":")), 0)
    if not 0 < end <= LONGEST_LABEL or (end == len(words) and len(cell.lines) == 1):
        return None
    printed = " ".join(w.text for w in words[:end]).rstrip(" :")
    if NOTE.fullmatch(printed):
        return None
    label = read_headings([" ".join(ASIDE.sub(" ", printed).split())])[0]
    if label.score < KNOWN or label.field not in TELLING:
        return None
    if label.text != printed:
        return label, cell  # the label says more than its column: when, or who
    rest = tuple(lines_of(words[end:])) if end < len(words) else ()
    return label, cell._replace(lines=rest + cell.lines[1:])


def heading_below(table: PageTable) -> TableCell | None:
    """A bold line that ends a table without rules down: it heads what follows, and is no row."""
    last = table.row(table.rows - 1)
    if table.reading == "ruled" or table.columns < 2 or table.rows < 2 or len(last) != 1:
        return None
    return last[0] if last[0].lines and all(line.bold for line in last[0].lines) else None


def is_total(cells: Sequence[TableCell]) -> bool:
    """Whether a row counts others, as the last one of a table may: 'Total' and nothing but sums."""
    first = next((c for c in cells if c.lines), None)
    if first is None or not TOTAL.match(first.text):
        return False
    sums = [c for c in cells if c.lines and c is not first]
    counts = bool(sums) and all(SUM.fullmatch(c.text.strip()) for c in sums)
    return first.last_column > first.column or counts


def is_prompt(cells: Sequence[TableCell]) -> bool:
    """Whether a row only asks what is to be filled in, as templates do under their headings."""
    texts = [c.text.strip() for c in cells if c.text]
    asking = sum(1 for text in texts if text.endswith("?"))
    return len(texts) >= 3 and asking >= 0.75 * len(texts)


def unheeded(caption: Caption) -> Doubt:
    """A doubt about a full-width row that is taken for a note: it stands in no row of the plan."""
    message = "a row over several columns is taken for a note, and is in no row of the plan"
    page = caption.cell.last.page
    return Doubt(kind="section_unsure", page=page, message=message, printed=caption.text[:200])
