"""Plans set as forms: one table of labels and values for each action.

A form is turned into the table that it stands for: its labels are the headings, each form a row.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from extract.headings.reading import is_plan, read_headings
from extract.headings.words import clean
from extract.records import Field
from extract.stitching.building import OpenCell, OpenRow, OpenSection, Piece, note_oddities
from extract.stitching.form_numbers import numbered
from extract.stitching.header_columns import HeaderColumn
from extract.stitching.headers import heading_text
from extract.stitching.stacked_forms import stacked_pairs
from extract.tables.finding import PageTable, TableCell
from extract.text.lexicon import Lexicon

KNOWN = 0.75
SAME = 4.0
"""Points within which the edges of two forms are the same."""
COLUMNS = frozenset({"column", "columns", "column heading", "heading", "field", "section", "box"})
LEAST = 3
"""Labels that must be known before a table counts as a form."""
OF_REPORTS = frozenset(
    {"report title", "title of report", "report author", "report to", "report by", "report from"}
    | {"purpose of report", "purpose of the report", "meeting date", "date of meeting", "ward"}
    | {
        "wards affected",
        "ward affected",
        "background papers",
        "agenda item",
        "subject",
        "key decision",
    }
    | {"post title", "job title", "post", "portfolio holder", "cabinet member"}
)
"""Labels of cover sheets of reports and of descriptions of posts; no form of a plan has them."""


class Entry(NamedTuple):
    """A label and the cell of its value; the label is '' where a page break parted them.

    `number` is the number of the form, where the label or the row above it holds one.
    """

    label: str
    field: Field
    score: float
    label_cell: TableCell
    value: TableCell
    number: Piece | None = None


def entries_of(table: PageTable, lexicon: Lexicon) -> list[Entry]:
    """The labels and values of a form, in reading order; empty where the table is none."""
    if stacked := stacked_pairs(table, lexicon):
        entries = _read(stacked, lexicon)
        return entries if is_plan({e.field for e in entries}) else []
    entries = all_entries(table, lexicon)
    named = [e for e in entries if e.label]
    known = [e for e in named if e.score >= KNOWN]
    distinct = {e.field for e in known}
    if len(distinct) < LEAST or 3 * len(known) < 2 * len(named) or _explains(named):
        return []
    return entries if is_plan(distinct) and not _is_grid(table, entries) else []


def begun(table: PageTable, following: PageTable | None, lexicon: Lexicon) -> list[Entry]:
    """The entries of the first rows of a form, of which the next page holds the rest.

    They are too few to make a form by themselves, but have the edges of the one that follows, and
    labels that it lacks.
    """
    if following is None or following.page != table.page + 1 or len(table.xs) != len(following.xs):
        return []
    if any(abs(x - o) > SAME for x, o in zip(table.xs, following.xs, strict=True)):
        return []
    entries, rest = all_entries(table, lexicon), all_entries(following, lexicon)
    if any(e.score < KNOWN or e.field == "extra" or not e.label for e in entries):
        return []
    known = [e for e in rest if e.score >= KNOWN]
    if 3 * len(known) < 2 * len(rest) or not is_plan({e.field for e in (*entries, *known)}):
        return []
    if _is_grid(table, entries) or _is_grid(following, rest) or _explains(entries):
        return []
    return entries if _key(rest[0].label) not in {_key(e.label) for e in entries} else []


def _explains(entries: Sequence[Entry]) -> bool:
    """Whether a table is about a plan: its columns, or the report that a committee was given."""
    labels = {clean(entry.label) for entry in entries}
    return clean(entries[0].label) in COLUMNS or bool(labels & OF_REPORTS)


def all_entries(table: PageTable, lexicon: Lexicon) -> list[Entry]:
    """Every row of a table read as label and value, whatever its labels say."""
    return _read([p for row in range(table.rows) for p in _pairs(table, row)], lexicon)


def _read(pairs: Sequence[tuple[TableCell, TableCell]], lexicon: Lexicon) -> list[Entry]:
    """Labels and values as entries, whatever the labels say."""
    counted = [numbered(label.page, label.lines) for label, _ in pairs]
    texts = [
        n.label if n else heading_text(p[0], lexicon) for n, p in zip(counted, pairs, strict=True)
    ]
    entries = [
        Entry(r.text, r.field, r.score, label, value, n.number if n else None)
        for r, (label, value), n in zip(read_headings(texts), pairs, counted, strict=True)
    ]
    return _counted_above(entries)


def _counted_above(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, a number without a label taken for that of the form that it stands over."""
    found: list[Entry] = []
    over: tuple[Piece, TableCell] | None = None
    for entry in entries:
        counted = None if entry.label else numbered(entry.value.page, entry.value.lines)
        if counted:
            over = counted.number, entry.value
            continue
        if over is not None:
            number, cell = over
            label = entry.label_cell._replace(lines=cell.lines + entry.label_cell.lines)
            entry = entry._replace(number=number, label_cell=label)
        found.append(entry)
        over = None
    return found


def bands_of(table: PageTable) -> list[int]:
    """The rows of forms that are one text over the whole width: they part one form from another."""
    rows = [[c for c in table.row(row) if c.row == row] for row in range(table.rows)]
    whole = table.columns - 1
    return [
        i
        for i, cells in enumerate(rows)
        if len(cells) == 1 and cells[0].text and cells[0].last_column - cells[0].column == whole
    ]


def _pairs(table: PageTable, row: int) -> list[tuple[TableCell, TableCell]]:
    """The label and value cells that begin in a row: two or four cells across."""
    cells = [c for c in table.row(row) if c.row == row]
    if len(cells) == 3 and table.columns == 4 and cells[2].last_column == 3:
        cells = [*cells[:2], *_parted(table, cells[2])]
    if len(cells) not in (2, 4):
        return []
    return [(cells[i], cells[i + 1]) for i in range(0, len(cells), 2)]


def _parted(table: PageTable, cell: TableCell) -> tuple[TableCell, TableCell]:
    """A label that has run together with its empty value, as those two cells."""
    left, top, right, bottom = cell.box
    edge = table.xs[cell.last_column]
    label = cell._replace(last_column=cell.last_column - 1, box=(left, top, edge, bottom))
    value = cell._replace(column=cell.last_column, box=(edge, top, right, bottom), lines=())
    return label, value


def _is_above(entry: Entry) -> bool:
    """Whether a value stands below its label, or below the place of one that the page tore off."""
    return entry.label_cell.column == entry.value.column


def _is_grid(table: PageTable, entries: Sequence[Entry]) -> bool:
    """Whether most rows have other numbers of cells, as a table with a header has."""
    rows = {e.label_cell.row for e in entries}
    return len(rows) < 0.8 * table.rows


def _key(label: str) -> str:
    """What makes two labels the same: their letters, without the number of the form."""
    letters = "".join(re.sub(r"\b\d+[a-z]?\b", "", label).lower().split())
    return letters or "".join(label.lower().split())


class FormReader:
    """Collects forms into a section; a form ends where a label comes again."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Start without a form."""
        self.lexicon = lexicon
        self.filled: dict[str, OpenCell] = {}
        self.widths: tuple[float, ...] = ()
        self.last_label = ""
        self.stacked = False
        self.places: list[tuple[float, str]] = []
        self.opened: Counter[str] = Counter()
        self.within: set[str] = set()
        self.after: dict[str, set[str]] = {}

    def more_of(self, table: PageTable, section: OpenSection | None) -> list[Entry]:
        """The entries of a table that is part of a form by its edges, or by its labels.

        A page's end can leave so few labels that they make no form by themselves. Where each form
        has widths of its own, only the labels tell: all of them are those of the forms before.
        """
        if section is None or section.reading != "form":
            return []
        if self.stacked:
            return self._more_of_stacked(table, section)
        entries = all_entries(table, self.lexicon)
        if self.continues(table):
            return entries
        known = {_key(column.heading) for column in section.columns}
        labels = [_key(e.label) for e in entries if e.label]
        whole = bool(self.widths) and all(abs(table.xs[i] - self.widths[i]) < SAME for i in (0, -1))
        same = whole and bool(labels) and known.issuperset(labels)
        return entries if same and not _is_grid(table, entries) else []

    def _more_of_stacked(self, table: PageTable, section: OpenSection) -> list[Entry]:
        """The entries of a part of a form with its labels above the values."""
        entries = _read(stacked_pairs(table, self.lexicon, 1), self.lexicon)
        known = {_key(column.heading) for column in section.columns}
        labels = {_key(e.label) for e in entries if e.label}
        # Values alone are the rest of a form only where they stand under its labels.
        placed = labels or all(self._above(e.label_cell) in self.filled for e in entries)
        return entries if placed and known.issuperset(labels) else []

    def awaits(self, table: PageTable) -> bool:
        """Whether the last label stands above its value, and a page's end lies between both."""
        held = self.filled.get(self.last_label)
        waiting = self.stacked and held is not None and not held.text
        return waiting and self.continues(table)

    def _above(self, cell: TableCell) -> str:
        """The label read last at the place across the page where a blank one begins, or ''."""
        left = cell.box[0]
        return next((key for x, key in reversed(self.places) if abs(x - left) < SAME), "")

    def continues(self, table: PageTable) -> bool:
        """Whether a table has the edges of the forms before it, or the outer and some of the rest.

        A page's end can leave a row that has fewer cells than the others to stand by itself.
        """
        return (
            bool(self.widths)
            and all(abs(table.xs[i] - self.widths[i]) < SAME for i in (0, -1))
            and all(min(abs(x - o) for o in self.widths) < SAME for x in table.xs)
        )

    def read(self, table: PageTable, entries: Sequence[Entry], section: OpenSection) -> None:
        """Add the entries of one table to a section's rows."""
        if self.continues(table) and section.rows and table.page not in section.rows[-1].pages:
            entries = self._with_whole_label(entries, section)
        new_table = not self._goes_on(table, entries, section) or self._starts_anew(entries)
        self.stacked = any(_is_above(e) for e in entries)
        if not self.continues(table) or len(table.xs) > len(self.widths):
            self.widths = table.xs
        if new_table:
            self.filled = {}
        own = any(e.label and e.field == "reference" for e in entries)
        for entry in entries:
            self._take(entry, table, section)
            if entry.number is not None and not own and _key(entry.label):
                _count(entry.number, section)

    def _take(self, entry: Entry, table: PageTable, section: OpenSection) -> None:
        """Add one entry to the form that is open, or to a new one where it begins one."""
        key = _key(entry.label)
        torn = "" if key else self._above(entry.label_cell)
        torn = torn if torn in self.filled else self.last_label
        if not key and torn in self.filled:
            self._extend(self.filled[torn], table, entry, section)
            return
        if key in self.filled or (self.filled and self._opens(key)):
            self.filled = {}
        if not self.filled:
            section.rows.append(OpenRow([None] * len(section.columns), []))
            self.places = []
        if self.filled:
            self._doubt_unusual_turn(key, entry, section.rows[-1])
            self.after.setdefault(self.last_label, set()).add(key)
            self.within.add(key)
        else:
            self.opened[key] += 1
        self.places.append((entry.label_cell.box[0], key))
        self._put(key, table, entry, section)

    def _doubt_unusual_turn(self, key: str, entry: Entry, row: OpenRow) -> None:
        """Doubt a form that goes on over a page's end with a label that no other has there."""
        usual = self.after.get(self.last_label)
        if usual and key not in usual and row.pages and entry.value.page not in row.pages:
            message = "no other form has this label behind the last one of the page before"
            row.doubt("row_joined_on_weak_evidence", entry.value.page, message, entry.label)

    def _opens(self, key: str) -> bool:
        """Whether a label has begun each of the forms that it is in."""
        return self.opened[key] > 0 and key not in self.within

    def _with_whole_label(self, entries: Sequence[Entry], section: OpenSection) -> Sequence[Entry]:
        """The entries; the first loses a label that only ends the last one of the page before."""
        if not entries or not entries[0].label or not self.last_label:
            return entries
        rest = _key(entries[0].label)
        whole = self.last_label + rest
        keys = [_key(c.heading) for c in section.columns]
        if whole not in keys or self.last_label not in self.filled:
            return entries
        row, at = section.rows[-1], keys.index(self.last_label)
        row.cells[keys.index(whole)], row.cells[at] = row.cells[at], None
        self.filled[whole] = self.filled.pop(self.last_label)
        self.last_label = whole
        return [entries[0]._replace(label=""), *entries[1:]]

    def _goes_on(self, table: PageTable, entries: Sequence[Entry], section: OpenSection) -> bool:
        """Whether a table may go on with the last form: by its edges, or over a page's end."""
        if not section.rows or self.continues(table):
            return bool(section.rows)
        torn = self.stacked and table.page not in section.rows[-1].pages
        return torn and self.filled.keys().isdisjoint(_key(e.label) for e in entries[:1])

    def _starts_anew(self, entries: Sequence[Entry]) -> bool:
        """Whether a table opens with a label that the form before it has, or that opens forms."""
        first = next((e.label for e in entries), "")
        return _key(first) in self.filled or self._opens(_key(first))

    def _extend(self, cell: OpenCell, table: PageTable, entry: Entry, section: OpenSection) -> None:
        cell.pieces.append(Piece.of(table, entry.value))
        section.rows[-1].pages.append(entry.value.page)
        note_oddities(section.rows[-1], [entry.value])

    def _put(self, key: str, table: PageTable, entry: Entry, section: OpenSection) -> None:
        columns = enumerate(section.columns)
        at = next((i for i, c in columns if c.heading and _key(c.heading) == key), None)
        row = section.rows[-1]
        at = _added(section, entry.label, entry.field) if at is None else at
        row.cells[at] = self.filled[key] = OpenCell([Piece.of(table, entry.value)])
        row.pages.append(entry.value.page)
        note_oddities(row, [entry.value])
        self.last_label = key


def _count(number: Piece, section: OpenSection) -> None:
    """Put the number of a form into the column of numbers, which has no heading."""
    columns = enumerate(section.columns)
    at = next((i for i, c in columns if not c.heading and c.field == "reference"), None)
    at = _added(section, "", "reference") if at is None else at
    held = section.rows[-1].cells[at]
    section.rows[-1].cells[at] = OpenCell([*(held.pieces if held else ()), number])


def _added(section: OpenSection, heading: str, field: Field) -> int:
    """The place of a column that a section did not have."""
    section.columns += (HeaderColumn(heading, field, 0.0, 0.0),)
    for row in section.rows:
        row.cells.append(None)
    return len(section.columns) - 1
