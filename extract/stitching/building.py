"""Sections, rows and cells under construction: they grow while the pages are read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extract.records import Doubt, DoubtKind
from extract.stitching.header_columns import HeaderColumn
from extract.tables.finding import PageTable, TableCell
from extract.text.words import Line

PageBox = tuple[float, float, float, float]


@dataclass(eq=False)
class Piece:
    """The part of a logical cell that stands on one page; `stretch` is its column's.

    `parts` are the pages and boxes that it was put together from, where several sheets print it.
    """

    page: int
    box: PageBox
    lines: tuple[Line, ...]
    fill: str
    stretch: tuple[float, float]
    parts: tuple[tuple[int, PageBox], ...] = ()

    @classmethod
    def of(cls, table: PageTable, cell: TableCell) -> "Piece":
        """A cell of one page's table as a piece."""
        parts = tuple((part.page, part.box) for part in cell.parts)
        return cls(cell.page, cell.box, cell.lines, cell.fill, table.stretch(cell), parts)

    @property
    def places(self) -> tuple[tuple[int, PageBox], ...]:
        """The pages and boxes that print it."""
        return self.parts or ((self.page, self.box),)


@dataclass(eq=False)
class OpenCell:
    """A logical cell: rows that it is merged over share one object."""

    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All lines so far, joined by spaces."""
        return " ".join(line.text for piece in self.pieces for line in piece.lines)

    @property
    def last(self) -> Piece:
        """The piece read last."""
        return self.pieces[-1]


@dataclass(eq=False)
class OpenRow:
    """A row of the plan, one cell for each column of its section."""

    cells: list[OpenCell | None]
    pages: list[int]
    recommendation: OpenCell | None = None
    theme: OpenCell | None = None
    doubts: list[Doubt] = field(default_factory=list)

    def doubt(self, kind: DoubtKind, page: int, message: str, printed: str = "") -> None:
        """Note what is unsure about this row."""
        self.doubts.append(Doubt(kind=kind, page=page, message=message, printed=printed[:200]))

    def doubt_all(self, kind: DoubtKind, page: int, messages: Iterable[str]) -> None:
        """Note each of several things that are unsure about this row."""
        for message in messages:
            self.doubt(kind, page, message)


@dataclass(eq=False)
class OpenSection:
    """The rows under one heading."""

    columns: tuple[HeaderColumn, ...]
    agency: OpenCell | None
    reading: str
    evidence: str = ""
    recommendation: OpenCell | None = None
    theme: OpenCell | None = None
    rows: list[OpenRow] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def note_oddities(row: OpenRow, cells: Sequence[TableCell | None]) -> None:
    """Doubt what is odd about the print of cells."""
    for cell in filter(None, cells):
        for odd in cell.odd:
            row.doubt(odd.kind, cell.page, odd.message, odd.printed)
