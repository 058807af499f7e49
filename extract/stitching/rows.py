"""The rows of data, taken up one by one: new, or the rest of the last one of the page before."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.stitching.building import OpenCell, OpenRow, Piece, note_oddities
from extract.stitching.headers import without_headings
from extract.stitching.joins import Break, goes_on, weigh
from extract.stitching.numbered import is_numbered
from extract.stitching.open_plan import CONTINUED, OpenPlan
from extract.stitching.under_headings import GROUPING, in_columns, odd_spans
from extract.tables.finding import PageTable, TableCell


class Homes:
    """The logical cell of each cell of a table: one that is merged over rows has one home.

    Cells are told apart by being the same object, not by being alike. They are kept, since the
    identity of one that is gone may be given to another.
    """

    def __init__(self) -> None:
        """Begin without any."""
        self._kept: dict[int, tuple[TableCell, OpenCell]] = {}

    def of(self, cell: TableCell) -> OpenCell | None:
        """The logical cell that a cell belongs to, if that is settled."""
        found = self._kept.get(id(cell))
        return found[1] if found else None

    def settle(self, cell: TableCell, home: OpenCell) -> None:
        """Let a cell belong to a logical cell."""
        self._kept[id(cell)] = (cell, home)


@dataclass(eq=False)
class RowReader:
    """Adds rows to the open section of a plan."""

    plan: OpenPlan

    def take(
        self,
        table: PageTable,
        cells: Sequence[TableCell],
        index: int,
        homes: Homes,
        first: bool,
    ) -> None:
        """A row of data: new, or the rest of the last one of the page before."""
        assert self.plan.header is not None  # noqa: S101 - Assembly.table checks
        assert self.plan.section is not None  # noqa: S101 - Assembly.table checks
        by_column = in_columns(table, cells, self.plan.header.columns)
        by_column = without_headings(by_column, self.plan.header.columns)
        if not any(c.text or c.fill for c in by_column if c):
            self.plan.ledger.cells("heading", [c for c in cells if c.row == index])
            return
        captioned = any(c.band or self._begins(c.text) for c in self.plan.captions)
        self.plan.take_captions(table)
        spans = list(odd_spans(table, cells, self.plan.header.columns))
        before = self.plan.section.rows[-1] if self.plan.section.rows else None
        self.plan.ledger.cells("row", [c for c in cells if c.row == index])
        if first and before is not None and not captioned and self.plan.is_next_page(table):
            evidence = weigh(self.plan.header.columns, before, by_column, self._break(table, cells))
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
                self.plan.section.rows[-1].doubt(
                    "row_split_on_weak_evidence", table.page, "; ".join(evidence.signs)
                )
            return
        self._add(table, by_column, homes, spans)

    def _begins(self, heading: str) -> bool:
        """Whether a heading names what begins below it, and not what goes on: 'Theme 2'."""
        return is_numbered(heading) and not CONTINUED.search(heading.casefold())

    def _carry_merged(
        self,
        before: OpenRow,
        table: PageTable,
        cells: Sequence[TableCell | None],
        homes: Homes,
    ) -> None:
        """Let merged cells go on over the page's end, blank or in mid-sentence, into a new row."""
        assert self.plan.header is not None  # noqa: S101 - take checks
        for at, cell in enumerate(cells):
            held = before.cells[at]
            if cell is None or held is None or not held.text or at not in self._merging():
                continue
            if not cell.text or goes_on(held.text, cell.text):
                homes.settle(cell, held)
                if cell.lines:
                    held.pieces.append(Piece.of(table, cell))

    def _merging(self) -> frozenset[int]:
        """The columns of the open section in which the document merges cells over rows."""
        assert self.plan.header is not None  # noqa: S101 - only asked while a section is open
        return frozenset(
            i
            for i, c in enumerate(self.plan.header.columns)
            if c.field == "agency" or (c.field in GROUPING and c.field in self.plan.merged_fields)
        )

    def _carried_only(self) -> frozenset[int]:
        """Columns that merge cells, but whose text at a page's end still tells of its row."""
        assert self.plan.header is not None  # noqa: S101 - only asked while a section is open
        return frozenset(
            i for i, c in enumerate(self.plan.header.columns) if c.field in ("lead", "officer")
        )

    def _break(self, table: PageTable, cells: Sequence[TableCell]) -> Break:
        assert self.plan.last_table is not None  # noqa: S101 - is_next_page is asked first
        lines = [line for c in cells for line in c.lines]
        size = max((line.size for line in lines), default=10.0)
        return Break(
            self.plan.last_table.open_bottom,
            table.open_top,
            self.plan.page_bottom - self.plan.last_table.ys[-1],
            1.25 * size,
            self._merging() - self._carried_only(),
        )

    def _extend(
        self,
        row: OpenRow,
        table: PageTable,
        cells: Sequence[TableCell | None],
        homes: Homes,
    ) -> None:
        row.pages += [c.page for c in cells if c is not None]
        note_oddities(row, cells)
        for at, cell in enumerate(cells):
            if cell is None:
                continue
            home = row.cells[at]
            if home is None:
                home = row.cells[at] = OpenCell()
            homes.settle(cell, home)
            if cell.lines or cell.fill:
                home.pieces.append(Piece.of(table, cell))

    def _add(
        self,
        table: PageTable,
        cells: Sequence[TableCell | None],
        homes: Homes,
        spans: Sequence[str] = (),
    ) -> None:
        assert self.plan.section is not None  # noqa: S101 - Assembly.table checks
        if not any(c.text for c in cells if c):
            return
        row = OpenRow([], sorted({c.page for c in cells if c is not None}))
        note_oddities(row, cells)
        row.doubt_all("row_irregular", table.page, spans)
        row.recommendation, row.theme = self.plan.section.recommendation, self.plan.section.theme
        for cell in cells:
            if cell is None:
                row.cells.append(None)
                continue
            home = homes.of(cell)
            if home is None:
                above = None if cell.text else self._agency_above(len(row.cells))
                home = above or OpenCell([Piece.of(table, cell)])
                homes.settle(cell, home)
            row.cells.append(home)
        row.cells += [None] * (len(self.plan.section.columns) - len(row.cells))
        self.plan.section.rows.append(row)

    def _agency_above(self, at: int) -> OpenCell | None:
        """The agency that a blank in an agency column goes on with: bands part merged cells."""
        if self.plan.section is None or self.plan.section.columns[at].field != "agency":
            return None
        rows = self.plan.section.rows
        above = rows[-1].cells[at] if rows and at < len(rows[-1].cells) else None
        return above if above is not None and above.text else None
