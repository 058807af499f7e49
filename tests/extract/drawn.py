"""Glyphs, lines and tables drawn by hand, with numbers that are easy to check.

Letters and spaces are half as wide as the type is high: 5 points in type of 10.
"""

from collections.abc import Sequence

from extract.page import Glyph
from extract.tables.finding import PageTable, PageTables, TableCell
from extract.text.words import Line, lines_of, words_of

Box = tuple[float, float, float, float]


def glyphs(
    text: str,
    x: float = 0.0,
    baseline: float = 100.0,
    size: float = 10.0,
    *,
    bold: bool = False,
    colour: str = "#000000",
    run: int = 0,
) -> list[Glyph]:
    """Draw a text from left to right; a space is drawn like a letter."""
    wide = size / 2
    top, bottom = baseline - 0.8 * size, baseline + 0.2 * size
    return [
        Glyph(
            letter,
            x + i * wide,
            top,
            x + (i + 1) * wide,
            bottom,
            baseline,
            size,
            bold,
            colour,
            0,
            run,
        )
        for i, letter in enumerate(text)
    ]


def drawn_line(
    text: str,
    x: float = 0.0,
    baseline: float = 100.0,
    size: float = 10.0,
    *,
    bold: bool = False,
    colour: str = "#000000",
) -> Line:
    """Draw a line of words; a space at its end marks that the writer's text goes on."""
    drawn = glyphs(text, x, baseline, size, bold=bold, colour=colour)
    return lines_of(words_of(drawn))[0]


def drawn_cell(
    text: str, row: int, column: int, box: Box, *, last_row: int | None = None, fill: str = ""
) -> TableCell:
    """Draw a cell with its lines from the top, each 12 points below the one before."""
    lines = [
        drawn_line(part, box[0] + 2, box[1] + 10 + 12 * i)
        for i, part in enumerate(text.split("\n"))
        if part
    ]
    last = row if last_row is None else last_row
    return TableCell(1, row, column, last, column, box, tuple(lines), fill)


def drawn_table(
    texts: Sequence[Sequence[str]],
    *,
    page: int = 1,
    top: float = 100.0,
    width: float = 100.0,
    height: float = 30.0,
    fills: dict[tuple[int, int], str] | None = None,
) -> PageTable:
    """Draw a closed table of equal cells, one for each text."""
    xs = tuple(width * i for i in range(len(texts[0]) + 1))
    ys = tuple(top + height * i for i in range(len(texts) + 1))
    cells = [
        drawn_cell(
            text,
            row,
            column,
            (xs[column], ys[row], xs[column + 1], ys[row + 1]),
            fill=(fills or {}).get((row, column), ""),
        )._replace(page=page)
        for row, line in enumerate(texts)
        for column, text in enumerate(line)
    ]
    return PageTable(page, xs, ys, tuple(cells), False, False, "ruled")


def drawn_page(
    number: int, tables: Sequence[PageTable] = (), lines: Sequence[Line] = ()
) -> PageTables:
    """Draw a page of 600 by 800 points."""
    return PageTables(number, 600.0, 800.0, tuple(tables), tuple(lines), ())
