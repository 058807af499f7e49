"""From the tables of all pages to the sections and rows of the plan: the heart of the stitching.

The document is read from front to back. A header opens a section, or repeats; full-width rows and
lines above a table name what follows; every other row is new or goes on from the page before.
"""

from collections.abc import Sequence

from extract.records import Field
from extract.stitching.bands import (
    TELLING,
    heading_below,
    is_band,
    is_prompt,
    is_total,
    recommendation_in,
    told_of_row,
)
from extract.stitching.building import OpenCell, OpenSection, Piece
from extract.stitching.form_numbers import counting
from extract.stitching.forms import Entry, FormReader, bands_of, begun, entries_of
from extract.stitching.headers import Header, headers_of, labelled
from extract.stitching.headless import UNSURE, columns_for, parting, whole_header
from extract.stitching.labels import add_to_last, take_labels
from extract.stitching.legend import rows_of_key
from extract.stitching.lying import is_lying, unread
from extract.stitching.numbered import is_numbered
from extract.stitching.open_plan import OpenPlan, same_body
from extract.stitching.outright import agency_cell, agency_over, is_of_all
from extract.stitching.rows import Homes, RowReader
from extract.stitching.styles import Caption
from extract.stitching.torn_tops import surplus
from extract.tables.finding import PageTable, TableCell
from extract.text.words import Line

LONGEST_CAPTION = 250
"""Characters; a boxed text is a note where it is longer."""


class Assembly:
    """Reads table after table into the plan."""

    def __init__(self, plan: OpenPlan) -> None:
        """Begin with nothing but what holds for the whole document."""
        self.plan = plan
        self.forms = FormReader(plan.lexicon)
        self.rows = RowReader(plan)
        self.more_columns: list[int] = []
        self.unsure = ""

    def table(self, table: PageTable, following: PageTable | None = None) -> None:
        """Take up a table: its headers, its bands and its rows. `following` stands right below."""
        if table.columns == 1 and table.rows == 1 and not self.forms.awaits(table):
            self._box(table)
            return
        entries = entries_of(table, self.plan.lexicon)
        entries = entries or self.forms.more_of(table, self.plan.section)
        entries = entries or begun(table, following, self.plan.lexicon)
        if entries:
            self._form(table, entries)
            return
        headers = {h.first: h for h in headers_of(table, self.plan.lexicon)}
        self.unsure = ""
        plan = any(h.plan for h in headers.values()) if headers else self._continues(table)
        if not plan:
            self._other(table)
            return
        known = len(self.plan.rows) if self.unsure else 0
        homes = Homes()
        row, first = self._rest_of_header(table), True
        end = table.rows - rows_of_key(table)
        self.plan.ledger.cells("legend", [c for c in table.cells if c.row >= end])
        while row < end:
            header = headers.get(row)
            if header:
                self._header(header, table)
                row = header.last + 1
                continue
            above = not any(at < row for at in headers) and bool(headers)
            if above and (name := agency_over([c for c in table.row(row) if c.row == row])):
                self._named_over(table, row, name)
            else:
                first = self._line(table, row, homes, first) and first
            row += 1
        self.plan.last_table = table
        for added in self.plan.rows[known:] if self.unsure else ():
            added.doubt("section_unsure", table.page, self.unsure)

    def _named_over(self, table: PageTable, row: int, name: Sequence[Line]) -> None:
        """Take up a row above the headings that says whose plan it is."""
        self.plan.ledger.cells("caption", [c for c in table.row(row) if c.row == row])
        caption = Caption.of_lines(table.page, list(name))
        caption.names = "agency"
        self.plan.caption(caption)

    def _line(self, table: PageTable, row: int, homes: Homes, first: bool) -> bool:
        """Take up a row that is no header; say whether it was none of data."""
        cells = table.row(row)
        if not any(c.text or c.fill for c in cells if c.row == row):
            return True
        if pairs := labelled(table, row):
            take_labels(self.plan, table, cells, row, pairs)
        elif is_band(cells, table, row, self.plan.plain_fills):
            self._band(table, cells, row)
        elif self.plan.section is None or self.plan.header is None:
            self._lost(cells, row)
        elif (said := recommendation_in(cells, table, row)) and not self._has("recommendation"):
            self._recommendation(table, said, cells, row)
        elif is_total(cells):
            self.plan.ledger.cells("other_table", [c for c in cells if c.row == row])
            words = " | ".join(c.text for c in cells if c.text)
            self.plan.doubt(table.page, "a row of totals is in no row of the plan", words)
        elif is_prompt(cells):
            self.plan.ledger.cells("heading", [c for c in cells if c.row == row])
        else:
            self.rows.take(table, cells, row, homes, first)
            return False
        return True

    # --- forms --------------------------------------------------------------------------------

    def _form(self, table: PageTable, entries: list[Entry]) -> None:
        """Take up the forms of a table, and the rows over its whole width that part them."""
        start = 0
        held = {e.value.row for e in entries} | {e.label_cell.row for e in entries}
        for row in [*(b for b in bands_of(table) if b not in held), table.rows]:
            part = [e for e in entries if start <= e.label_cell.row < row]
            if part:
                self._forms_between(table, part)
            start = row + 1
            if row < table.rows:
                self._band(table, table.row(row), row)

    def _forms_between(self, table: PageTable, entries: list[Entry]) -> None:
        agency, rest = self.plan.agency_of_captions()
        number, rest = counting(rest, {e.field for e in entries})
        named = [c for c in rest if is_numbered(c.text)]
        self.plan.say_unheeded([c for c in rest if c not in named])
        section = self.plan.section
        if section is None or section.reading != "form" or agency:
            columns = section.columns if section and not self.plan.header else ()
            section = OpenSection(columns, agency.cell if agency else None, "form")
            self.plan.section = section
            self.plan.sections.append(section)
        self.plan.header = None
        self.plan.captions.clear()
        self.plan.ledger.cells("heading", [e.label_cell for e in entries])
        self.plan.ledger.cells("row", [e.value for e in entries])
        if number is not None:
            entries = [entries[0]._replace(number=number), *entries[1:]]
        before = len(section.rows)
        self.forms.read(table, entries, section)
        self.plan.name_by_captions(named)
        for row in section.rows[before:]:
            row.recommendation, row.theme = section.recommendation, section.theme
        self.plan.last_table = table

    # --- headers and bands ------------------------------------------------------------------

    def _header(self, header: Header, table: PageTable) -> None:
        """A header opens a section, unless it only repeats the one before."""
        for index in range(header.first, header.last + 1):
            self.plan.ledger.cells("heading", [c for c in table.row(index) if c.row == index])
        agency, rest = self.plan.agency_of_captions()
        repeated = self.plan.header is not None and self.plan.header.repeated_by(header)
        if repeated and self.plan.section is not None and self.plan.header is not None:
            header = header.after(self.plan.header)
            self._doubt_surplus(header, table)
            held = self.plan.section.agency
            same = agency is None or (held is not None and same_body(agency.cell, held))
            if same and not rest:
                self.plan.header = header
                self.plan.captions.clear()
                return
        self.plan.header = header
        rest = [c for c in rest if not self._is_title(c, header, table)]
        # Set as agencies are, a heading that names none ends what the last one stood for.
        styles = self.plan.styles.agency_styles
        other = any(not c.band and (c.style in styles or is_of_all(c.text)) for c in rest)
        carry = repeated and not agency and not other
        before = self.plan.section
        self.plan.open(agency.cell if agency else None, table, carry=carry)
        if carry and before is not None:
            self.plan.keep_theme(before, rest)
        self.plan.name_by_captions(rest)
        self.plan.captions.clear()

    def _doubt_surplus(self, header: Header, table: PageTable) -> None:
        """Say which words repeated headings add: they may be the rest of a row."""
        more = surplus(self.plan.header, header) if self.plan.header else ""
        if more:
            message = "repeated headings hold more words than before, which stand in no row"
            self.plan.doubt(table.page, message, more)

    def _is_title(self, caption: Caption, header: Header, table: PageTable) -> bool:
        """Whether the first row of the first table is the document's title, in larger type."""
        size = max(line.size for c in table.row(header.last) for line in c.lines)
        return caption.band and not self.plan.sections and caption.style.size > 1.15 * size

    def _rest_of_header(self, table: PageTable) -> int:
        """Take up headings that a page's end parted from their row; the first row after them."""
        whole = whole_header(self.plan, table)
        if whole is None or self.plan.section is None:
            return 0
        self.plan.ledger.cells("heading", table.row(0))
        self.plan.header, self.plan.section.columns = whole, whole.columns
        return 1

    def _has(self, field: Field) -> bool:
        """Whether the open section has a column for something."""
        return self.plan.header is not None and field in self.plan.header.fields

    def _recommendation(
        self, table: PageTable, said: TableCell, cells: Sequence[TableCell], row: int
    ) -> None:
        """A row that holds the recommendation of those below it, and a few words beside it."""
        self.plan.ledger.cells("caption", [c for c in cells if c.row == row])
        caption = Caption.of_band(OpenCell([Piece.of(table, said)]), said, self.plan.plain_fills)
        caption.names = "recommendation"
        self.plan.of_plan.append(caption)
        self.plan.caption(caption)
        for beside in cells:
            if beside.text and beside.column > said.column:
                message = "words beside a recommendation in a row of its own stand in no column"
                self.plan.doubt(beside.page, message, beside.text)

    def _band(self, table: PageTable, cells: Sequence[TableCell], row: int) -> None:
        filled = [c for c in cells if c.text and c.row == row]
        if not filled:
            return
        self.plan.ledger.cells("caption", filled)
        if (told := told_of_row(filled[0])) and add_to_last(self.plan, told[0], table, told[1]):
            return
        cell = OpenCell([Piece.of(table, c) for c in filled])
        self.plan.of_plan.append(Caption.of_band(cell, filled[0], self.plan.plain_fills))
        self.plan.caption(self.plan.of_plan[-1])

    def _continues(self, table: PageTable) -> bool:
        """Whether a table without headings goes on with the section that is open."""
        columns = columns_for(self.plan, table)
        if columns is None or self.plan.header is None:
            return False
        self.plan.header = self.plan.header._replace(columns=columns)
        if parted := parting(self.plan):
            self.unsure = UNSURE
            self.plan.doubt(table.page, UNSURE, parted[-1].text)
        return True

    # --- the rest ---------------------------------------------------------------------------

    def _box(self, table: PageTable) -> None:
        """A box with one text: a caption, cut from its table by the page's end, or a note."""
        cell = table.cells[0]
        if not cell.lines:
            return
        short = len(cell.text) < LONGEST_CAPTION
        self.plan.ledger.cells("caption" if short else "narrative", [cell])
        if short:
            text = OpenCell([Piece.of(table, cell)])
            self.plan.caption(Caption.of_band(text, cell, self.plan.plain_fills))

    def _other(self, table: PageTable) -> None:
        """A table that is no plan: the plan does not go on after it without a header."""
        if is_lying(table, self.plan.lexicon):
            self.plan.doubts.append(unread(table))
        self.plan.header = self.plan.section = None
        # A numbered banner goes on to name the plan below, whatever stands between.
        gone = [c for c in self.plan.captions if not is_numbered(c.text)]
        self.plan.say_unheeded(gone)
        self.plan.captions = [c for c in self.plan.captions if c not in gone]
        self._note_more_columns(table)
        below, agency = heading_below(table), agency_cell(table)
        self.plan.ledger.cells("other_table", [c for c in table.cells if c is not below])
        if below is not None:
            self.plan.ledger.cells("caption", [below])
            self.plan.caption(Caption.of_lines(below.page, list(below.lines)))
        elif agency is not None:
            caption = Caption.of_lines(agency.page, list(agency.lines))
            caption.names = "agency"
            self.plan.caption(caption)

    def _note_more_columns(self, table: PageTable) -> None:
        """Note a table that tells how far actions have come, and of which: a sheet's other part."""
        told = {f for h in headers_of(table, self.plan.lexicon) for f in h.fields} & TELLING
        if len(told) > 1:
            self.more_columns.append(table.page)

    def finish(self) -> None:
        """Say what is left over at the document's end."""
        self.plan.say_unheeded(self.plan.captions)
        for page in dict.fromkeys(self.more_columns):
            message = f"a table on page {page} may hold more of its columns"
            for row in (row for section in self.plan.sections for row in section.rows):
                row.doubt("columns_changed", row.pages[0], message)

    def _lost(self, cells: Sequence[TableCell], row: int) -> None:
        fresh = [c for c in cells if c.row == row]
        self.plan.ledger.cells("other_table", fresh)
