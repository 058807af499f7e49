"""What has been placed: the pieces of rows and the lines on each page down."""

from dataclasses import dataclass, field

from samples.measure import LaidCell, LaidRow
from samples.text import Line


@dataclass
class CellPiece:
    """The part of a cell on one page: its lines there, and where it goes on beyond the row.

    It joins its neighbours on the page; it came over from the page before, or goes on to the next.
    """

    laid: LaidCell
    lines: tuple[Line, ...]
    joins_above: bool = False
    joins_below: bool = False
    came_over: bool = False
    goes_on: bool = False


@dataclass
class Piece:
    """The part of a row on one page."""

    laid: LaidRow
    cells: list[CellPiece]
    top: float
    bottom: float
    torn_above: bool = False
    torn_below: bool = False
    starts_table: bool = False
    ends_table: bool = False
    is_head: bool = False


@dataclass(frozen=True)
class PlacedLine:
    """A line outside tables and the height of its top on the page."""

    line: Line
    top: float


@dataclass
class Sheet:
    """One page down; it may be printed as several pages across."""

    pieces: list[Piece] = field(default_factory=list)
    lines: list[PlacedLine] = field(default_factory=list)
