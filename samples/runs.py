"""Fills the cells that are merged over several rows, over page breaks too."""

from collections.abc import Sequence
from itertools import pairwise

from samples.measure import height_of
from samples.sheets import CellPiece, Piece, Sheet
from samples.text import Line

TOUCHING = 0.01

Member = tuple[Piece, CellPiece]
"""A cell of a run and the piece of a row that it stands in."""


def finish(sheets: Sequence[Sheet], begun: int) -> None:
    """Mark a table's ends on each page and fill its merged cells."""
    pages = [sheet.pieces[begun if i == 0 else 0 :] for i, sheet in enumerate(sheets)]
    for pieces in filter(None, pages):
        pieces[0].starts_table = pieces[-1].ends_table = True
    fill_runs([piece for pieces in pages for piece in pieces])


def fill_runs(pieces: Sequence[Piece]) -> None:
    """Flow each run's text through the areas that its cells make on the pages."""
    areas: dict[tuple[int, int], list[Member]] = {}
    for piece in pieces:
        for part in piece.cells:
            cell = part.laid.cell
            if cell.run is not None:
                areas.setdefault((cell.column, cell.run), []).append((piece, part))
    for members in areas.values():
        fill_run(members)


def fill_run(members: Sequence[Member]) -> None:
    """Fill one run: its text goes to the first cell of each page's area, as much as fits."""
    left: Sequence[Line] = members[0][1].laid.lines
    areas = by_page(members)
    for area, following in pairwise(areas):
        area[-1][1].goes_on = following[0][1].came_over = True
    for area in areas:
        first, last = area[0][0], area[-1][0]
        room = last.bottom - first.top - 2 * first.laid.padding
        part = head_lines(left, room) if left else ()
        area[0][1].lines, left = part, left[len(part) :]
        for (_, above), (_, below) in pairwise(area):
            above.joins_below = below.joins_above = True
    if left:
        raise ValueError(f"merged text does not fit its rows: {left[0].text!r}")


def by_page(members: Sequence[Member]) -> list[list[Member]]:
    """Neighbouring cells that touch on the page, as one area each."""
    areas: list[list[Member]] = []
    for member in members:
        if areas and abs(areas[-1][-1][0].bottom - member[0].top) < TOUCHING:
            areas[-1].append(member)
        else:
            areas.append([member])
    return areas


def head_lines(lines: Sequence[Line], room: float) -> tuple[Line, ...]:
    """Return the leading lines that fit; at least one, so that every page carries text onward."""
    fitting: list[Line] = []
    for line in lines:
        if fitting and height_of([*fitting, line]) > room + 0.01:
            break
        fitting.append(line)
    return tuple(fitting)
