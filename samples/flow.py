"""Places elements on pages from top to bottom, breaking rows in mid-cell where they do not fit."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from samples.grid import Element, PageBreak, Paragraph, Table
from samples.measure import (
    LaidRow,
    column_places,
    height_of,
    held_open,
    laid_row,
    laid_table,
)
from samples.plan import RenderOptions
from samples.runs import finish, head_lines
from samples.sheets import CellPiece, Piece, PlacedLine, Sheet
from samples.text import Line, TextStyle, lines_of, style_of


@dataclass
class Flow:
    """The sheets placed so far and the height reached on the last one."""

    width: float
    height: float
    options: RenderOptions
    sheets: list[Sheet] = field(default_factory=lambda: [Sheet()])
    y: float = 0.0

    @property
    def room(self) -> float:
        """The height left on the page."""
        return self.height - self.y

    def turn_page(self) -> None:
        """Go on at the top of a new page."""
        self.sheets.append(Sheet())
        self.y = 0.0


PARAGRAPHS: dict[str, tuple[bool, float, float, str]] = {
    "title": (True, 1.45, 0.0, "#000000"),
    "heading": (True, 1.2, 8.0, "#000000"),
    "agency": (True, 1.15, 10.0, "#1f3864"),
    "body": (False, 1.1, 3.0, "#000000"),
}
"""Weight, size, space above and colour of text outside tables."""


def placed(
    elements: Sequence[Element], width: float, height: float, options: RenderOptions
) -> list[Sheet]:
    """All elements on sheets of a given usable size."""
    flow = Flow(width, height, options)
    for element, following in zip(elements, [*elements[1:], None], strict=True):
        if isinstance(element, Paragraph):
            place_paragraph(flow, element, following)
        elif isinstance(element, Table):
            place_table(flow, element)
        elif isinstance(element, PageBreak) and flow.y:
            flow.turn_page()
    return flow.sheets


def paragraph_style(look: str, options: RenderOptions) -> TextStyle:
    """Return the style of text outside tables."""
    bold, scale, _, colour = PARAGRAPHS[look]
    return replace(style_of(options, bold=bold, scale=scale), colour=colour)


def place_paragraph(flow: Flow, paragraph: Paragraph, following: Element | None) -> None:
    """Lines down the page; a heading never stands alone at its foot."""
    style = paragraph_style(paragraph.look, flow.options)
    lines = lines_of(paragraph.text, flow.width, style, flow.options)
    flow.y += PARAGRAPHS[paragraph.look][2] if flow.y else 0
    is_heading = paragraph.look in ("agency", "heading")
    if is_heading and flow.room < height_of(lines) + need_of(following, flow):
        flow.turn_page()
    for line in lines:
        if line.advance > flow.room:
            flow.turn_page()
        flow.sheets[-1].lines.append(PlacedLine(line, flow.y))
        flow.y += line.advance
    flow.y += 5


def need_of(element: Element | None, flow: Flow) -> float:
    """Return the height in which the element after a heading can begin."""
    if not isinstance(element, Table):
        return 30.0
    rows = start_rows(element, flow)
    first = next(laid_table(element, flow.width, flow.options), None)
    return sum(row.height for row in rows) + (least_height(first, flow) if first else 0)


def start_rows(table: Table, flow: Flow) -> list[LaidRow]:
    """Return the rows that a table begins with: its title and its headings."""
    places = column_places(table, flow.width, flow.options)
    return [laid_row(row, places, flow.options) for row in (*table.opening, *table.head)]


def least_height(row: LaidRow, flow: Flow) -> float:
    """Return the height in which a row can begin: a line, or all of it where rows stay whole."""
    if row.row.leads_on or not flow.options.break_rows:
        return min(row.height, flow.height)
    return min(row.height, first_line_height(row))


def first_line_height(row: LaidRow) -> float:
    """Return the height of the row's first line."""
    advances = [cell.lines[0].advance for cell in row.cells if cell.lines]
    return max(advances, default=0) + 2 * row.padding + row.gap


def place_table(flow: Flow, table: Table) -> None:
    """Place the rows of a table, its headings first and, where asked for, on every page."""
    rows = held_open(list(laid_table(table, flow.width, flow.options)), flow.height)
    starts = start_rows(table, flow)
    heads = starts[len(table.opening) :]
    first_sheet = len(flow.sheets) - 1
    needed = [row.height for row in starts] + [room_to_start(rows, 0, flow)]
    if flow.y and flow.room < (total(starts + rows) if table.kept_whole else sum(needed)):
        flow.turn_page()
        first_sheet += 1
    begun = len(flow.sheets[-1].pieces)
    put_heads(flow, starts)
    for at, row in enumerate(rows):
        put_row(flow, row, room_to_start(rows, at, flow), heads)
    finish(flow.sheets[first_sheet:], begun)
    flow.y += 8


def total(rows: Sequence[LaidRow]) -> float:
    """Return the height of stacked rows."""
    return sum(row.height for row in rows)


def room_to_start(rows: Sequence[LaidRow], at: int, flow: Flow) -> float:
    """Return the room a row needs to begin on this page; a band takes its follower along."""
    need = 0.0
    for row in rows[at:]:
        need += least_height(row, flow)
        if not row.row.leads_on:
            break
    return need


def put_heads(flow: Flow, heads: Sequence[LaidRow]) -> None:
    """Title and heading rows, which are never broken."""
    for row in heads:
        put_piece(flow, row, [cell.lines for cell in row.cells], row.height)
        flow.sheets[-1].pieces[-1].is_head = True


def put_row(flow: Flow, row: LaidRow, need: float, heads: Sequence[LaidRow]) -> None:
    """One row, on as many pages as it takes."""
    repeated = heads if flow.options.repeat_headings else []
    if flow.room < need:
        flow.turn_page()
        put_heads(flow, repeated)
    torn = False
    while row.height > flow.room + 0.01:
        row = put_part(flow, row, torn)
        torn = True
        flow.turn_page()
        put_heads(flow, repeated)
    put_piece(flow, row, [cell.lines for cell in row.cells], row.height, torn)


def put_part(flow: Flow, row: LaidRow, torn: bool) -> LaidRow:
    """As much of a row as fits on this page; returns the rest of it."""
    room = flow.room - 2 * row.padding
    parts = [() if c.cell.run is not None else head_lines(c.lines, room) for c in row.cells]
    used = max([height_of(part) for part in parts]) + 2 * row.padding
    used = max(used, min(row.least, flow.room))
    put_piece(flow, row, parts, used, torn)
    flow.sheets[-1].pieces[-1].torn_below = True
    rest = [
        replace(cell, lines=() if cell.cell.run is not None else cell.lines[len(part) :])
        for cell, part in zip(row.cells, parts, strict=True)
    ]
    # A row may go on only to hold merged text: it then keeps the height of a line.
    left = max(row.least - used, first_line_height(row)) if row.least else 0.0
    return replace(row, cells=tuple(rest), least=left)


def put_piece(
    flow: Flow,
    row: LaidRow,
    parts: Sequence[Sequence[Line]],
    height: float,
    torn: bool = False,
) -> None:
    """Put down a piece of a row; merged text waits until its run is complete."""
    cells = [
        CellPiece(cell, () if cell.cell.run is not None else tuple(part))
        for cell, part in zip(row.cells, parts, strict=True)
    ]
    piece = Piece(row, cells, flow.y, flow.y + height, torn_above=torn)
    flow.sheets[-1].pieces.append(piece)
    flow.y += height
