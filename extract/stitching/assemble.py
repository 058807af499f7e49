"""From the tables of all pages to the sections and rows of the plan: the heart of the stitching.

The document is read from front to back. A header opens a section, or repeats; full-width rows and
lines above a table name what follows; every other row is new or goes on from the page before.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from extract.headings.agency_names import agency_kind_of
from extract.headings.reading import HeadingReading, read_headings
from extract.records import Doubt, Field
from extract.stitching.building import OpenCell, OpenRow, OpenSection, Piece, note_oddities
from extract.stitching.forms import Entry, FormReader, all_entries, bands_of, entries_of
from extract.stitching.headers import (
    Header,
    HeaderColumn,
    completed,
    headers_of,
    labelled,
    without_headings,
)
from extract.stitching.joins import Break, goes_on, weigh
from extract.stitching.ledger import Ledger
from extract.stitching.legend import rows_of_key
from extract.stitching.styles import NUMBERED, Caption, Styles
from extract.stitching.torn_tops import surplus
from extract.tables.finding import PageTable, TableCell
from extract.text.lexicon import Lexicon
from extract.text.words import lines_of

GROUPING: tuple[Field, ...] = (
    "agency",
    "theme",
    "recommendation",
    "reference",
    "lead",
    "officer",
)
"""Columns whose cells stand for several rows."""
MOST = 0.6
"""Share of a column's width from which a cell stands under its heading."""
TELLING: frozenset[Field] = frozenset(
    {"evidence", "progress", "status_text", "rag", "completed_date_text", "target_date_text"}
)
"""Columns that a sheet may print apart from the actions."""
CONTINUED = re.compile(r"\bcontinued\b|\baction plan\b|\bcont\b", re.IGNORECASE)
KNOWN = 0.75
LONGEST_LABEL = 5
"""Words; a label in front of a text is no longer."""
TOTAL = re.compile(r"^(?:grand |sub-?)?totals?\b", re.IGNORECASE)
LONGEST_CAPTION = 250
"""Characters; a boxed text is a note where it is longer."""


@dataclass(eq=False)
class Assembly:
    """What has been read so far."""

    lexicon: Lexicon
    ledger: Ledger
    styles: Styles
    page_bottom: float
    merged_fields: frozenset[Field] = frozenset()
    plain_fills: frozenset[str] = frozenset()
    sections: list[OpenSection] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    header: Header | None = None
    section: OpenSection | None = None
    captions: list[Caption] = field(default_factory=list)
    of_plan: list[Caption] = field(default_factory=list)
    more_columns: list[int] = field(default_factory=list)
    last_table: PageTable | None = None
    forms: FormReader = field(init=False)

    def __post_init__(self) -> None:
        """Forms are read with the same words."""
        self.forms = FormReader(self.lexicon)

    # --- what comes past --------------------------------------------------------------------

    def caption(self, caption: Caption) -> None:
        """Take up a heading line or a full-width row; what follows shows what it names."""
        self.captions.append(caption)

    def table(self, table: PageTable) -> None:
        """Take up a table: its headers, its bands and its rows."""
        if table.columns == 1 and table.rows == 1:
            self._box(table)
            return
        entries = entries_of(table, self.lexicon) or self._more_of_form(table)
        if entries:
            self._form(table, entries)
            return
        headers = {h.first: h for h in headers_of(table, self.lexicon)}
        plan = any(h.plan for h in headers.values()) if headers else self._continues(table)
        if not plan:
            self._other(table)
            return
        homes: dict[int, OpenCell] = {}
        row, first = self._rest_of_header(table), True
        end = table.rows - rows_of_key(table)
        self.ledger.cells("legend", [c for c in table.cells if c.row >= end])
        while row < end:
            header = headers.get(row)
            if header:
                self._header(header, table)
                row = header.last + 1
                continue
            first = self._line(table, row, homes, first) and first
            row += 1
        self.last_table = table

    def _line(self, table: PageTable, row: int, homes: dict[int, OpenCell], first: bool) -> bool:
        """Take up a row that is no header; say whether it was none of data."""
        cells = table.row(row)
        if not any(c.text or c.fill for c in cells if c.row == row):
            return True
        if pairs := labelled(table, row):
            self._labels(table, cells, row, pairs)
        elif is_band(cells, table, row, self.plain_fills):
            self._band(table, cells, row)
        elif self.section is None or self.header is None:
            self._lost(cells, row)
        elif total := _total(cells):
            self.ledger.cells("other_table", [c for c in cells if c.row == row])
            self.doubts.append(
                _unheeded(Caption.of_band(OpenCell([Piece.of(table, total)]), total))
            )
        elif _is_prompt(cells):
            self.ledger.cells("heading", [c for c in cells if c.row == row])
        else:
            self._row(table, cells, row, homes, first)
            return False
        return True

    # --- forms --------------------------------------------------------------------------------

    def _more_of_form(self, table: PageTable) -> list[Entry]:
        """The rest of a form whose table was parted by a page's end."""
        in_form = self.section is not None and self.section.reading == "form"
        if not in_form or not self.forms.continues(table):
            return []
        return all_entries(table, self.lexicon)

    def _form(self, table: PageTable, entries: list[Entry]) -> None:
        """Take up the forms of a table, and the rows over its whole width that part them."""
        start = 0
        for row in [*bands_of(table), table.rows]:
            part = [e for e in entries if start <= e.label_cell.row < row]
            if part:
                self._forms_between(table, part)
            start = row + 1
            if row < table.rows:
                self._band(table, table.row(row), row)

    def _forms_between(self, table: PageTable, entries: list[Entry]) -> None:
        agency, rest = self._agency_of_captions()
        self._say_unheeded(rest)
        if self.section is None or self.section.reading != "form" or agency:
            columns = self.section.columns if self.section and not self.header else ()
            self.section = OpenSection(columns, agency.cell if agency else None, "form")
            self.sections.append(self.section)
        self.header = None
        self.captions.clear()
        self.ledger.cells("heading", [e.label_cell for e in entries])
        self.ledger.cells("row", [e.value for e in entries])
        self.forms.read(table, entries, self.section)
        self.last_table = table

    # --- headers and bands ------------------------------------------------------------------

    def _header(self, header: Header, table: PageTable) -> None:
        """A header opens a section, unless it only repeats the one before."""
        for index in range(header.first, header.last + 1):
            self.ledger.cells("heading", [c for c in table.row(index) if c.row == index])
        agency, rest = self._agency_of_captions()
        repeated = self.header is not None and self.header.repeated_by(header)
        if repeated and self.section is not None:
            self._doubt_surplus(header, table)
            same = agency is None or (
                self.section.agency is not None and _same(agency.cell, self.section.agency)
            )
            if same and not rest:
                self.header = header
                self.captions.clear()
                return
        self.header = header
        rest = [c for c in rest if not self._is_title(c, header, table)]
        # Set as agencies are, a heading that names none ends what the last one stood for.
        other = any(c.style in self.styles.agency_styles and not c.band for c in rest)
        carry = repeated and not agency and not other
        self._open(agency.cell if agency else None, table, carry=carry)
        self._name_by_captions(rest)
        self.captions.clear()

    def _doubt_surplus(self, header: Header, table: PageTable) -> None:
        """Say which words repeated headings add: they may be the rest of a row."""
        more = surplus(self.header, header) if self.header else ""
        if more:
            message = "repeated headings hold more words than before, which stand in no row"
            self.doubts.append(
                Doubt(kind="section_unsure", page=table.page, message=message, printed=more[:200])
            )

    def _is_title(self, caption: Caption, header: Header, table: PageTable) -> bool:
        """Whether the first row of the first table is the document's title, in larger type."""
        size = max(line.size for c in table.row(header.last) for line in c.lines)
        return caption.band and not self.sections and caption.style.size > 1.15 * size

    def _rest_of_header(self, table: PageTable) -> int:
        """Take up headings that a page's end parted from their row; the first row after them."""
        whole = self._whole_header(table)
        if whole is None or self.section is None:
            return 0
        self.ledger.cells("heading", table.row(0))
        self.header, self.section.columns = whole, whole.columns
        return 1

    def _whole_header(self, table: PageTable) -> Header | None:
        """The open header with what a table's first row adds to it, if that completes it."""
        if self.header is None or self.section is None or self.section.rows:
            return None
        return completed(self.header, table, self.lexicon)

    def _open(self, agency: OpenCell | None, table: PageTable, *, carry: bool = False) -> None:
        assert self.header is not None  # noqa: S101 - callers have just set it
        if carry and self.section is not None:
            agency = agency or self.section.agency
        columns = self.header.columns
        self.section = OpenSection(columns, agency, table.reading, evidence=table.evidence)
        self.sections.append(self.section)

    def _agency_of_captions(self) -> tuple[Caption | None, list[Caption]]:
        """The caption that names an agency, and the others."""
        chosen = self.styles.agency_among(self.captions)
        return chosen, [c for c in self.captions if c is not chosen]

    def _name_by_captions(self, captions: Sequence[Caption]) -> None:
        """Captions that name no agency say what is recommended, or the theme."""
        assert self.section is not None  # noqa: S101 - callers have just opened it
        fields = {c.field for c in self.section.columns}
        for caption in captions:
            mixed = caption.style in self.styles.mixed
            if self.styles.names_agency(caption) and not mixed:
                continue
            kind = self.styles.kind_of(caption, fields)
            if kind == "recommendation":
                self.section.recommendation = caption.cell
            elif kind == "theme":
                # A recommendation belongs to the theme that it stands under.
                self.section.theme, self.section.recommendation = caption.cell, None
            elif caption.band:
                self.doubts.append(_unheeded(caption))

    def _band(self, table: PageTable, cells: Sequence[TableCell], row: int) -> None:
        filled = [c for c in cells if c.text and c.row == row]
        if not filled:
            return
        self.ledger.cells("caption", filled)
        if (told := told_of_row(filled[0])) and self._add_to_last(told[0], table, told[1]):
            return
        cell = OpenCell([Piece.of(table, c) for c in filled])
        self.of_plan.append(Caption.of_band(cell, filled[0], self.plain_fills))
        self.caption(self.of_plan[-1])

    def _labels(
        self,
        table: PageTable,
        cells: Sequence[TableCell],
        row: int,
        pairs: Sequence[tuple[HeadingReading, TableCell]],
    ) -> None:
        """A row of labels and values: of the row above it, or of the rows below."""
        fresh = [c for c in cells if c.row == row]
        self.ledger.cells("caption", fresh)
        for label, value in pairs:
            if label.field in TELLING and self._add_to_last(label, table, value):
                continue
            caption = Caption.of_band(OpenCell([Piece.of(table, value)]), value, self.plain_fills)
            body = label.field in ("agency", "lead") and agency_kind_of(caption.text)
            caption.names = "agency" if body else label.field
            self.of_plan.append(caption)
            self.caption(caption)

    def _add_to_last(self, label: HeadingReading, table: PageTable, value: TableCell) -> bool:
        """Add what stands under a row to it, in the column of that name or in one of its own."""
        if self.section is None or not self.section.rows or self.captions:
            return False
        columns = self.section.columns
        at = next((i for i, c in enumerate(columns) if c.field == label.field), len(columns))
        if at == len(columns):
            self.section.columns += (HeaderColumn(label.text, label.field, 0.0, 0.0),)
            for row in self.section.rows:
                row.cells.append(None)
        last = self.section.rows[-1]
        held = last.cells[at]
        # A cell that is merged over rows is theirs too, and this is said of the last one alone.
        last.cells[at] = OpenCell([*(held.pieces if held else ()), Piece.of(table, value)])
        last.pages.append(value.page)
        return True

    def _take_captions(self, table: PageTable) -> None:
        """What the bands above a row say of it: its agency, its recommendation, its theme."""
        if not self.captions or self.section is None:
            return
        agency, rest = self._agency_of_captions()
        if agency and not (self.section.agency and _same(agency.cell, self.section.agency)):
            if self.section.rows:
                self._open(agency.cell, table)
            else:
                self.section.agency = agency.cell
        self._name_by_captions([c for c in rest if c.band])
        self.captions.clear()

    # --- rows -------------------------------------------------------------------------------

    def _continues(self, table: PageTable) -> bool:
        """Whether a table without headings has the columns of the section that is open."""
        if self.header is None or self.section is None or self._is_another(table):
            return False
        ours = [c.x0 for c in self.header.columns] + [self.header.columns[-1].x1]
        if table.columns == len(self.header.columns) > 2 and self._is_next_page(table):
            return all(
                abs(x - o) < 0.05 * (ours[-1] - ours[0])
                for x, o in zip(table.xs, ours, strict=True)
            )
        near = sum(1 for x in table.xs if min(abs(x - o) for o in ours) < 6)
        return near >= max(2, 0.75 * len(table.xs), 0.6 * len(ours))

    def _is_another(self, table: PageTable) -> bool:
        """Whether a heading that names no agency, or bold headings of its own, part a table off."""
        parted = [c for c in self.captions if not c.band and not self.styles.names_agency(c)]
        if any(not CONTINUED.search(c.text) for c in parted):
            return True
        if self._whole_header(table) is not None:
            return False  # the lower half of headings that a page's end has torn
        first = [c for c in table.row(0) if c.lines]
        return len(first) > 1 and table.rows > 1 and all(c.lines[0].bold for c in first)

    def _row(
        self,
        table: PageTable,
        cells: Sequence[TableCell],
        index: int,
        homes: dict[int, OpenCell],
        first: bool,
    ) -> None:
        """A row of data: new, or the rest of the last one of the page before."""
        assert self.header is not None  # noqa: S101 - table() checks
        assert self.section is not None  # noqa: S101 - table() checks
        by_column = in_columns(table, cells, self.header.columns)
        by_column = without_headings(by_column, self.header.columns)
        if not any(c.text or c.fill for c in by_column if c):
            self.ledger.cells("heading", [c for c in cells if c.row == index])
            return
        captioned = any(c.band for c in self.captions)
        self._take_captions(table)
        spans = list(_odd_spans(table, cells, self.header.columns))
        before = self.section.rows[-1] if self.section.rows else None
        self.ledger.cells("row", [c for c in cells if c.row == index])
        if first and before is not None and not captioned and self._is_next_page(table):
            evidence = weigh(self.header.columns, before, by_column, self._break(table, cells))
            if evidence.joins:
                self._extend(before, table, by_column, homes)
                before.doubt_all("row_irregular", table.page, spans)
                if evidence.weak:
                    before.doubt(
                        "row_joined_on_weak_evidence", table.page, "; ".join(evidence.signs)
                    )
                return
            self._carry_merged(before, table, by_column, homes)
            self._add(table, by_column, homes, spans)
            if evidence.weak:
                self.section.rows[-1].doubt(
                    "row_split_on_weak_evidence", table.page, "; ".join(evidence.signs)
                )
            return
        self._add(table, by_column, homes, spans)

    def _carry_merged(
        self,
        before: OpenRow,
        table: PageTable,
        cells: Sequence[TableCell | None],
        homes: dict[int, OpenCell],
    ) -> None:
        """Let merged cells go on over the page's end, blank or in mid-sentence, into a new row."""
        assert self.header is not None  # noqa: S101 - _row checks
        for at, cell in enumerate(cells):
            held = before.cells[at]
            if cell is None or held is None or not held.text or at not in self._merging():
                continue
            if not cell.text or goes_on(held.text, cell.text):
                homes[id(cell)] = held
                if cell.lines:
                    held.pieces.append(Piece.of(table, cell))

    def _merging(self) -> frozenset[int]:
        """The columns of the open section in which the document merges cells over rows."""
        assert self.header is not None  # noqa: S101 - only asked while a section is open
        return frozenset(
            i
            for i, c in enumerate(self.header.columns)
            if c.field == "agency" or (c.field in GROUPING and c.field in self.merged_fields)
        )

    def _carried_only(self) -> frozenset[int]:
        """Columns that merge cells, but whose text at a page's end still tells of its row."""
        assert self.header is not None  # noqa: S101 - only asked while a section is open
        return frozenset(
            i for i, c in enumerate(self.header.columns) if c.field in ("lead", "officer")
        )

    def _is_next_page(self, table: PageTable) -> bool:
        return self.last_table is not None and table.page > self.last_table.page

    def _break(self, table: PageTable, cells: Sequence[TableCell]) -> Break:
        assert self.last_table is not None  # noqa: S101 - _is_next_page is asked first
        lines = [line for c in cells for line in c.lines]
        size = max((line.size for line in lines), default=10.0)
        return Break(
            self.last_table.open_bottom,
            table.open_top,
            self.page_bottom - self.last_table.ys[-1],
            1.25 * size,
            self._merging() - self._carried_only(),
        )

    def _extend(
        self,
        row: OpenRow,
        table: PageTable,
        cells: Sequence[TableCell | None],
        homes: dict[int, OpenCell],
    ) -> None:
        row.pages += [c.page for c in cells if c is not None]
        note_oddities(row, cells)
        for at, cell in enumerate(cells):
            if cell is None:
                continue
            home = row.cells[at]
            if home is None:
                home = row.cells[at] = OpenCell()
            homes[id(cell)] = home
            if cell.lines or cell.fill:
                home.pieces.append(Piece.of(table, cell))

    def _add(
        self,
        table: PageTable,
        cells: Sequence[TableCell | None],
        homes: dict[int, OpenCell],
        spans: Sequence[str] = (),
    ) -> None:
        assert self.section is not None  # noqa: S101 - table() checks
        if not any(c.text for c in cells if c):
            return
        row = OpenRow([], sorted({c.page for c in cells if c is not None}))
        note_oddities(row, cells)
        row.doubt_all("row_irregular", table.page, spans)
        row.recommendation, row.theme = self.section.recommendation, self.section.theme
        for cell in cells:
            if cell is None:
                row.cells.append(None)
                continue
            if id(cell) not in homes:
                above = None if cell.text else self._agency_above(len(row.cells))
                homes[id(cell)] = above or OpenCell([Piece.of(table, cell)])
            row.cells.append(homes[id(cell)])
        row.cells += [None] * (len(self.section.columns) - len(row.cells))
        self.section.rows.append(row)

    def _agency_above(self, at: int) -> OpenCell | None:
        """The agency that a blank in an agency column goes on with: bands part merged cells."""
        if self.section is None or self.section.columns[at].field != "agency":
            return None
        rows = self.section.rows
        above = rows[-1].cells[at] if rows and at < len(rows[-1].cells) else None
        return above if above is not None and above.text else None

    # --- the rest ---------------------------------------------------------------------------

    def _box(self, table: PageTable) -> None:
        """A box with one text: a caption, cut from its table by the page's end, or a note."""
        cell = table.cells[0]
        if not cell.lines:
            return
        short = len(cell.text) < LONGEST_CAPTION
        self.ledger.cells("caption" if short else "narrative", [cell])
        if short:
            self.caption(Caption.of_band(OpenCell([Piece.of(table, cell)]), cell, self.plain_fills))

    def _other(self, table: PageTable) -> None:
        """A table that is no plan: the plan does not go on after it without a header."""
        self.header = self.section = None
        # A numbered banner goes on to name the plan below, whatever stands between.
        gone = [c for c in self.captions if not NUMBERED.match(c.text)]
        self._say_unheeded(gone)
        self.captions = [c for c in self.captions if c not in gone]
        self._note_more_columns(table)
        below = heading_below(table)
        self.ledger.cells("other_table", [c for c in table.cells if c is not below])
        if below is not None:
            self.ledger.cells("caption", [below])
            self.caption(Caption.of_lines(below.page, list(below.lines)))

    def _note_more_columns(self, table: PageTable) -> None:
        """Note a table that tells how far actions have come, and of which: a sheet's other part."""
        told = {f for h in headers_of(table, self.lexicon) for f in h.fields} & TELLING
        if len(told) > 1:
            self.more_columns.append(table.page)

    def finish(self) -> None:
        """Say what is left over at the document's end."""
        self._say_unheeded(self.captions)
        for page in dict.fromkeys(self.more_columns):
            message = f"a table on page {page} may hold more of its columns"
            for row in (row for section in self.sections for row in section.rows):
                row.doubt("columns_changed", row.pages[0], message)

    def _say_unheeded(self, captions: Sequence[Caption]) -> None:
        """Say which full-width rows of a plan are taken for notes, though no row tells of them."""
        if self.sections:
            self.doubts += [_unheeded(c) for c in captions if c in self.of_plan]

    def _lost(self, cells: Sequence[TableCell], row: int) -> None:
        fresh = [c for c in cells if c.row == row]
        self.ledger.cells("other_table", fresh)


def _odd_spans(
    table: PageTable, cells: Sequence[TableCell], columns: Sequence[HeaderColumn]
) -> Iterator[str]:
    """What is odd about how far the cells of a row reach: a rule may be missing there."""
    for cell in cells:
        if not cell.lines:
            continue
        start, end = table.stretch(cell)
        under = [c for c in columns if min(end, c.x1) - max(start, c.x0) > MOST * (c.x1 - c.x0) > 0]
        named = [c.heading for c in under if c.heading]
        if len(named) > 1:
            yield f"one cell stands under {' and '.join(named)}"
        if cell.last_row > cell.row and under and under[0].field not in GROUPING:
            yield f"one cell under {named[0] if named else 'no heading'} stands for several rows"


def _unheeded(caption: Caption) -> Doubt:
    """A doubt about a full-width row that is taken for a note: it stands in no row of the plan."""
    message = "a row over several columns is taken for a note, and is in no row of the plan"
    page = caption.cell.last.page
    return Doubt(kind="section_unsure", page=page, message=message, printed=caption.text[:200])


def told_of_row(cell: TableCell) -> tuple[HeadingReading, TableCell] | None:
    """The label and the rest of a full-width row that tells of the one above: 'Progress: …'."""
    words = cell.lines[0].words
    end = next((i for i, word in enumerate(words, 1) if word.text.endswith(":")), 0)
    if not 0 < end <= LONGEST_LABEL or (end == len(words) and len(cell.lines) == 1):
        return None
    label = read_headings([" ".join(w.text for w in words[:end]).rstrip(" :")])[0]
    if label.score < KNOWN or label.field not in TELLING:
        return None
    rest = tuple(lines_of(words[end:])) if end < len(words) else ()
    return label, cell._replace(lines=rest + cell.lines[1:])


def heading_below(table: PageTable) -> TableCell | None:
    """A bold line that ends a table without rules down: it heads what follows, and is no row."""
    last = table.row(table.rows - 1)
    if table.reading == "ruled" or table.columns < 2 or table.rows < 2 or len(last) != 1:
        return None
    return last[0] if last[0].lines and all(line.bold for line in last[0].lines) else None


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


def _total(cells: Sequence[TableCell]) -> TableCell | None:
    """The cell over several columns that says what a row counts, as the last one of a table may."""
    first = next((c for c in cells if c.lines), None)
    wide = first is not None and first.last_column > first.column
    return first if wide and first and TOTAL.match(first.text) else None


def _is_prompt(cells: Sequence[TableCell]) -> bool:
    """Whether a row only asks what is to be filled in, as templates do under their headings."""
    texts = [c.text.strip() for c in cells if c.text]
    asking = sum(1 for text in texts if text.endswith("?"))
    return len(texts) >= 3 and asking >= 0.75 * len(texts)


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


def in_columns(
    table: PageTable, cells: Sequence[TableCell], columns: Sequence[HeaderColumn]
) -> list[TableCell | None]:
    """The cells of a row, each under the column that it shares most of its width with."""
    out: list[TableCell | None] = [None] * len(columns)
    for cell in cells:
        start, end = table.stretch(cell)
        shared = [min(end, c.x1) - max(start, c.x0) for c in columns]
        at = max(range(len(columns)), key=lambda i: shared[i])
        held = out[at]
        out[at] = cell if held is None else _merged(held, cell)
    return out


def _merged(left: TableCell, right: TableCell) -> TableCell:
    """Two cells that stand under one heading as one."""
    if not right.lines:
        return left
    if not left.lines:
        return right
    box = (
        left.box[0],
        min(left.box[1], right.box[1]),
        right.box[2],
        max(left.box[3], right.box[3]),
    )
    return left._replace(box=box, lines=left.lines + right.lines, fill=left.fill or right.fill)


def _same(a: OpenCell, b: OpenCell) -> bool:
    return "".join(a.text.lower().split()) == "".join(b.text.lower().split())
